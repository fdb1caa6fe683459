package org.chartroom.exchange.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.chartroom.core.type.ValueRules;
import org.chartroom.core.workspace.StateStamp;
import org.chartroom.model.Artifact;
import org.chartroom.model.Directory;
import org.chartroom.model.Element;
import org.chartroom.model.ModelFactory;
import org.chartroom.model.ModelPackage;
import org.chartroom.model.SealedArtifact;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.emf.ecore.xmi.XMLResource;
import org.eclipse.emf.ecore.xmi.impl.XMIResourceImpl;

/** Writes an artifact as an EMF model file (XMI), with the directory it refers to, so that it stands alone. */
public final class ModelExport {
    private ModelExport() {
    }

    /**
     * Writes it with the state of its session, when it is in one.
     *
     * @param artifact the artifact; not changed
     * @param directory the directory of its workspace; not changed
     * @param out where to write; left open
     * @throws IOException when writing fails
     */
    public static void write(Artifact artifact, Directory directory, OutputStream out) throws IOException {
        write(artifact, directory, StateStamp.of(artifact), out);
    }

    /**
     * @param artifact the artifact; not changed
     * @param directory the directory of its workspace; not changed
     * @param state the state it is in, which a comment at the top says; empty for no comment
     * @param out where to write; left open
     * @throws IOException when writing fails
     */
    public static void write(Artifact artifact, Directory directory, Optional<StateStamp> state, OutputStream out)
            throws IOException {
        write(List.of(artifact), directory, state, out);
    }

    /**
     * Writes several artifacts into one file. The content depends on them and the directory alone: exported, imported into
     * an empty workspace and exported again it has the same bytes below the comment.
     *
     * @param artifacts the artifacts and sealed artifacts, in the order they are written; not changed
     * @param directory the directory of their workspace; not changed
     * @param state the state they are in, which a comment at the top says; empty for no comment
     * @param out where to write; left open
     * @throws IOException when writing fails
     * @throws SealedPartException when a sealed artifact contradicts the rest of the file; nothing is written then
     */
    public static void write(List<? extends Element> artifacts, Directory directory, Optional<StateStamp> state,
            OutputStream out) throws IOException {
        Resource resource = copy(artifacts, directory);
        ByteArrayOutputStream made = new ByteArrayOutputStream();
        resource.save(made, Map.of(XMLResource.OPTION_ENCODING, "UTF-8", XMLResource.OPTION_PROCESS_DANGLING_HREF,
                XMLResource.OPTION_PROCESS_DANGLING_HREF_RECORD, XMLResource.OPTION_LINE_DELIMITER, "\n"));
        byte[] xml = spliced(made.toByteArray(), artifacts);
        int declaration = afterDeclaration(xml);
        out.write(xml, 0, declaration);
        if (state.isPresent()) {
            out.write(("<!-- " + state.get().text() + " -->\n").getBytes(StandardCharsets.UTF_8));
        }
        out.write(xml, declaration, xml.length - declaration);
    }

    /**
     * Copies what a file holds of a workspace: artifacts and the directory, without what means something only there.
     *
     * @param artifacts the artifacts and sealed artifacts; not changed
     * @param directory the directory of their workspace; not changed
     * @return a resource with the copies, the directory last; texts are such as files can hold; of a sealed artifact it has
     *         an empty one with the id
     */
    public static Resource copy(List<? extends Element> artifacts, Directory directory) {
        EcoreUtil.Copier copier = new EcoreUtil.Copier();
        Resource resource = new XMIResourceImpl(URI.createURI("chartroom-export.xmi"));
        artifacts.forEach(artifact -> resource.getContents()
                .add(artifact instanceof SealedArtifact sealed ? place(sealed) : copier.copy(artifact)));
        Directory copy = (Directory) copier.copy(directory);
        // They name states of the workspace, or say how it judges, which is no business of who gets the file.
        copy.getBaselines().clear();
        copy.getImports().clear();
        copy.getChecks().clear();
        copy.getSealed().clear();
        // Each workspace has a directory of its own, which stays when a file comes in.
        copy.setId(null);
        resource.getContents().add(copy);
        copier.copyReferences();
        resource.getAllContents().forEachRemaining(ModelExport::makeHoldable);
        return resource;
    }

    private static SealedArtifact place(SealedArtifact sealed) {
        SealedArtifact place = ModelFactory.eINSTANCE.createSealedArtifact();
        place.setId(sealed.getId());
        return place;
    }

    private static byte[] spliced(byte[] xml, List<? extends Element> artifacts) {
        Map<String, SealedArtifact> parts = new LinkedHashMap<>();
        artifacts.stream().filter(SealedArtifact.class::isInstance).map(SealedArtifact.class::cast)
                .forEach(sealed -> parts.put("<" + ModelPackage.eNS_PREFIX + ":"
                        + ModelPackage.Literals.SEALED_ARTIFACT.getName() + " id=\"" + sealed.getId() + "\"/>",
                        sealed));
        return parts.isEmpty()
                ? xml
                : SealedParts.splice(new String(xml, StandardCharsets.UTF_8), parts).getBytes(StandardCharsets.UTF_8);
    }

    /** The declaration is the first line. */
    private static int afterDeclaration(byte[] xml) {
        int end = 0;
        while (xml[end] != '\n') {
            end++;
        }
        return end + 1;
    }

    /** Of a copy: what XML can't hold would stop the whole file. */
    private static void makeHoldable(EObject copy) {
        for (EAttribute attribute : copy.eClass().getEAllAttributes()) {
            if (attribute.isChangeable() && !attribute.isDerived() && copy.eIsSet(attribute)) {
                if (!attribute.isMany() && copy.eGet(attribute) instanceof String text) {
                    copy.eSet(attribute, ValueRules.holdable(text));
                } else if (attribute.isMany() && copy.eGet(attribute) instanceof List<?> texts) {
                    copy.eSet(attribute, texts.stream()
                            .map(value -> value instanceof String text ? ValueRules.holdable(text) : value).toList());
                }
            }
        }
    }
}
