package org.chartroom.exchange.sealed;

import java.util.List;
import java.util.Map;

import org.chartroom.model.SealedArtifact;

/**
 * A model file in two parts: what installed plug-ins know, and what none of them does.
 *
 * @param rest the file without the artifacts of unknown types; the file itself when it has none
 * @param sealed the artifacts of unknown types, in the order of the file, in no directory yet
 * @param roots the ids of all elements in these, each with the id of its artifact
 */
public record ModelParts(byte[] rest, List<SealedArtifact> sealed, Map<String, String> roots) {
    /**
     * @param content a model file
     * @return the parts of a file whose types are all known
     */
    public static ModelParts known(byte[] content) {
        return new ModelParts(content, List.of(), Map.of());
    }
}
