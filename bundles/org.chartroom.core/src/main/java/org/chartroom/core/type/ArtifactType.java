package org.chartroom.core.type;

import java.net.URL;
import java.util.Optional;

import org.eclipse.emf.ecore.EClass;

/**
 * A kind of artifact that people can create.
 *
 * @param id unique id, for example org.chartroom.risk.register
 * @param name what a user calls it, translated
 * @param eClass the class of its artifacts; extends Artifact
 * @param keyPrefix prefix of its keys, for example RSK
 * @param description one sentence on what it is for, translated
 * @param icon path of its icon in the contributing bundle; empty when it has none
 * @param editorId id of the workbench editor that opens it; empty for the general one
 * @param contributor symbolic name of the bundle that brings it
 * @param sample a model file with an example of it; empty when there is none
 */
public record ArtifactType(String id, String name, EClass eClass, String keyPrefix, String description, String icon,
        String editorId, String contributor, Optional<URL> sample) {
}
