package org.chartroom.exchange.importing;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.chartroom.core.resource.IsolatedResources;
import org.chartroom.core.store.ElementUris;
import org.chartroom.core.type.ValueRules;
import org.chartroom.core.workspace.ArtifactInfo;
import org.chartroom.core.workspace.EditSession;
import org.chartroom.exchange.csv.ImportException;
import org.chartroom.model.Artifact;
import org.chartroom.model.Directory;
import org.chartroom.model.Element;
import org.chartroom.model.ModelPackage;
import org.chartroom.model.Subject;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.emf.ecore.xmi.impl.XMIResourceImpl;

/** Reads model files (XMI) as {@link org.chartroom.exchange.export.ModelExport} writes them. */
public final class ModelImport {
    private ModelImport() {
    }

    /**
     * Adds the artifacts of a model file to a session, with the people, projects and vendors they name; nothing is
     * committed. What the workspace has already, by id, is left as it is.
     *
     * @param file name of the file, for messages
     * @param input the file
     * @param session where to add
     * @return the artifacts that were added
     * @throws ImportException when the file is no model file, or a key in it is taken by another artifact
     */
    public static List<Artifact> into(String file, InputStream input, EditSession session) {
        Resource resource = load(file, input);
        Set<String> ids = new HashSet<>();
        Set<String> keys = new HashSet<>();
        for (ArtifactInfo known : session.workspace().artifacts()) {
            ids.add(known.id());
            keys.add(known.key());
        }
        List<Artifact> artifacts = new ArrayList<>();
        Map<EObject, EObject> own = new HashMap<>();
        for (EObject root : List.copyOf(resource.getContents())) {
            if (root instanceof Directory directory) {
                own.putAll(addDirectory(directory, session.directory()));
            } else if (root instanceof Artifact artifact && !ids.contains(artifact.getId())) {
                if (keys.contains(artifact.getKey())) {
                    throw new ImportException(file + ": the key " + artifact.getKey()
                            + " is taken by another artifact of the workspace; change one of the two keys.");
                }
                artifacts.add(artifact);
            }
        }
        artifacts.forEach(artifact -> redirect(artifact, own));
        resource.getContents().clear();
        artifacts.forEach(session::add);
        return artifacts;
    }

    /**
     * @param file name of the file, for messages
     * @param input the file
     * @return the artifacts in it, in no session
     * @throws ImportException when the file is no model file
     */
    public static List<Artifact> read(String file, InputStream input) {
        return load(file, input).getContents().stream().filter(Artifact.class::isInstance).map(Artifact.class::cast)
                .toList();
    }

    private static Resource load(String file, InputStream input) {
        XMIResourceImpl resource = new XMIResourceImpl(URI.createURI("chartroom-import.xmi"));
        IsolatedResources.create().getResources().add(resource);
        try {
            resource.load(input, IsolatedResources.options());
        } catch (IOException e) {
            throw new ImportException(file + " is not a model file of Chartroom (" + e.getMessage()
                    + "); export it again from the workspace it came from.", e);
        }
        EcoreUtil.resolveAll(resource);
        // What the workspace has besides is named by its own addresses; any other would have to be fetched.
        IsolatedResources.outside(resource).stream().filter(address -> !ElementUris.SCHEME.equals(address.scheme()))
                .findFirst().ifPresent(address -> {
                    throw new ImportException(file + " refers to " + address
                            + ", which is outside of the file and is not followed; export all of it into one file.");
                });
        resource.getAllContents().forEachRemaining(element -> checkValues(file, element));
        return resource;
    }

    private static void checkValues(String file, EObject element) {
        for (EAttribute attribute : element.eClass().getEAllAttributes()) {
            if (!attribute.isDerived() && element.eIsSet(attribute)) {
                ValueRules.problem(element.eGet(attribute)).ifPresent(problem -> {
                    throw new ImportException(file + ": the field " + attribute.getName() + " of "
                            + (element instanceof Subject subject && subject.getKey() != null
                                    ? ValueRules.holdable(subject.getKey())
                                    : element.eClass().getName())
                            + " can't be taken over, because " + problem + "; correct it in the file.");
                });
            }
        }
    }

    /**
     * Moves over the elements that the workspace does not have.
     *
     * @return those it has already, each with the workspace's own
     */
    private static Map<EObject, EObject> addDirectory(Directory from, Directory to) {
        Map<String, EObject> known = new HashMap<>();
        to.eContents().forEach(element -> known.put(((Element) element).getId(), element));
        // What the workspace has set for itself stays.
        for (EAttribute setting : from.eClass().getEAllAttributes()) {
            if (setting != ModelPackage.Literals.ELEMENT__ID && from.eIsSet(setting) && !to.eIsSet(setting)) {
                to.eSet(setting, from.eGet(setting));
            }
        }
        Map<EObject, EObject> own = new HashMap<>();
        // A file that was made by hand could bring baselines; they would name states that this workspace never had.
        from.getBaselines().clear();
        for (EObject element : List.copyOf(from.eContents())) {
            EObject there = known.get(((Element) element).getId());
            if (there == null) {
                @SuppressWarnings("unchecked")
                List<EObject> list = (List<EObject>) to.eGet(element.eContainmentFeature());
                list.add(element);
            } else {
                own.put(element, there);
            }
        }
        return own;
    }

    /** Turns references to what was read beside an artifact to what the workspace has in its place. */
    private static void redirect(Artifact artifact, Map<EObject, EObject> own) {
        EcoreUtil.CrossReferencer.find(List.of(artifact)).forEach((target, references) -> {
            EObject there = own.get(target);
            if (there != null) {
                references.stream().filter(reference -> reference.getEStructuralFeature().isChangeable())
                        .forEach(reference -> EcoreUtil.replace(reference, target, there));
            }
        });
    }
}
