package org.chartroom.exchange.importing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.chartroom.core.resource.IsolatedResources;
import org.chartroom.core.store.ElementUris;
import org.chartroom.core.type.Presentation;
import org.chartroom.core.type.ValueRules;
import org.chartroom.core.workspace.EditSession;
import org.chartroom.exchange.csv.FileBound;
import org.chartroom.exchange.csv.FileKinds;
import org.chartroom.exchange.csv.ImportException;
import org.chartroom.exchange.importing.ImportPlan.Outcome;
import org.chartroom.exchange.json.JsonModel;
import org.chartroom.exchange.json.JsonParts;
import org.chartroom.exchange.sealed.ModelParts;
import org.chartroom.exchange.sealed.XmiParts;
import org.chartroom.model.Artifact;
import org.chartroom.model.Subject;
import org.eclipse.emf.common.command.Command;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.emf.ecore.xmi.impl.XMIResourceImpl;

/**
 * Reads model files as {@link org.chartroom.exchange.export.ModelExport} (XMI) and
 * {@link org.chartroom.exchange.json.JsonExport} write them.
 */
public final class ModelImport {
    private static final Function<String, Optional<EClass>> NO_TYPES = type -> Optional.empty();

    private static final Function<String, Optional<EClass>> NO_CLASSES = id -> Optional.empty();

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
        ModelPlan plan = new ModelPlan(file, load(file, input, NO_TYPES), List.of(), session);
        plan.entries().stream().filter(entry -> entry.outcome() == Outcome.REFUSED).findFirst().ifPresent(entry -> {
            throw new ImportException(
                    file + ": " + entry.key() + " can't be imported, because " + entry.detail() + ".");
        });
        plan.addition().ifPresent(Command::execute);
        return plan.created();
    }

    /**
     * Plans the import of a model file: artifacts that the workspace does not have are added, those that it has, by id,
     * become what they are in the file. What no installed plug-in knows is kept as it is, sealed.
     *
     * @param file name of the file, for messages
     * @param input the file
     * @param session where to import it; nothing is changed
     * @param types finds the class of a type of artifacts by its id, for a model as JSON
     * @return the plan
     * @throws ImportException when the file is no model file or can't be taken over as a whole
     */
    public static ModelPlan plan(String file, InputStream input, EditSession session,
            Function<String, Optional<EClass>> types) {
        try {
            byte[] content = FileBound.MODEL.read(file, input);
            ModelParts parts = JsonModel.isModel(content)
                    ? JsonParts.of(file, content, types)
                    : XmiParts.of(file, content);
            return new ModelPlan(file, load(file, parts, types, NO_CLASSES), parts.sealed(), session);
        } catch (IOException e) {
            throw XmiFaults.of(file, e);
        }
    }

    /**
     * @param file a file
     * @return whether it is a model file: XML with the namespace of XMI, or a model as JSON
     * @throws IOException when it can't be read
     */
    public static boolean isModelFile(Path file) throws IOException {
        try (InputStream input = Files.newInputStream(file)) {
            byte[] head = input.readNBytes(FileKinds.HEAD);
            return FileKinds.isModel(head) || JsonModel.isModel(head);
        }
    }

    /**
     * @param file name of the file, for messages
     * @param input the file
     * @return the artifacts in it, in no session
     * @throws ImportException when the file is no model file
     */
    public static List<Artifact> read(String file, InputStream input) {
        return load(file, input, NO_TYPES).getContents().stream().filter(Artifact.class::isInstance)
                .map(Artifact.class::cast)
                .toList();
    }

    private static Resource load(String file, InputStream input, Function<String, Optional<EClass>> types) {
        try {
            return load(file, ModelParts.known(FileBound.MODEL.read(file, input)), types, NO_CLASSES);
        } catch (IOException e) {
            throw XmiFaults.of(file, e);
        }
    }

    /**
     * @param file name of the file, for messages
     * @param parts its parts
     * @param types finds the class of a type of artifacts by its id, for a model as JSON
     * @param classes finds the class of an element of a sealed artifact by its id, where it is known
     * @return what is known of it; what refers to its sealed artifacts does so by the address that these have in a workspace
     */
    static Resource load(String file, ModelParts parts, Function<String, Optional<EClass>> types,
            Function<String, Optional<EClass>> classes) {
        XMIResourceImpl resource = new SealedTargets(parts.roots(), classes);
        IsolatedResources.create().getResources().add(resource);
        try {
            ByteArrayInputStream input = new ByteArrayInputStream(parts.rest());
            if (JsonModel.isModel(parts.rest())) {
                JsonModel.load(file, input, types, parts.roots(), resource);
            } else if (parts.rest().length > 0) {
                resource.load(input, IsolatedResources.options());
            }
        } catch (IOException e) {
            throw XmiFaults.of(file, e);
        }
        EcoreUtil.resolveAll(resource);
        // What the workspace has besides is named by its own addresses; any other would have to be fetched.
        IsolatedResources.outside(resource).stream().filter(address -> !ElementUris.SCHEME.equals(address.scheme()))
                .findFirst().ifPresent(address -> {
                    throw new ImportException(Messages.bind(Messages.xmiNotFollowed, file, address));
                });
        // What something holds is in the file; an address in its place would be an element with nothing in it.
        resource.getAllContents().forEachRemaining(element -> {
            if (element.eIsProxy()) {
                throw new ImportException(Messages.bind(Messages.xmiInside, new Object[]{file,
                        Presentation.label(element.eContainmentFeature()), EcoreUtil.getURI(element)}));
            }
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
                                    : Presentation.label(element.eClass()))
                            + " can't be taken over, because " + problem + "; correct it in the file.");
                });
            }
        }
    }
}
