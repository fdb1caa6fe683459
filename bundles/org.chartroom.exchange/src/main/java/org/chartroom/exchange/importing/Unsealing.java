package org.chartroom.exchange.importing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.chartroom.core.workspace.EditSession;
import org.chartroom.exchange.csv.ImportException;
import org.chartroom.exchange.export.ModelExport;
import org.chartroom.exchange.importing.ImportPlan.Outcome;
import org.chartroom.exchange.json.JsonExport;
import org.chartroom.exchange.json.JsonParts;
import org.chartroom.exchange.sealed.ModelParts;
import org.chartroom.exchange.sealed.SealedContent;
import org.chartroom.exchange.sealed.XmiParts;
import org.chartroom.model.SealedArtifact;
import org.eclipse.emf.common.command.Command;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.resource.Resource;

/** Makes sealed artifacts artifacts again when their plug-ins are there. */
public final class Unsealing {
    private Unsealing() {
    }

    /**
     * Tells whether the type of a sealed artifact is known now.
     *
     * @param sealed a sealed artifact
     * @param session the session it is in
     * @param types finds the class of a type of artifacts by its id
     * @return whether an installed plug-in brings its type
     */
    public static boolean isPossible(SealedArtifact sealed, EditSession session,
            Function<String, Optional<EClass>> types) {
        return parts(sealed, session, types).sealed().isEmpty();
    }

    /**
     * Plans what makes a sealed artifact an artifact. It is read as a file that holds it and the directory of the workspace,
     * so it is judged as any model file.
     *
     * @param sealed a sealed artifact of the session
     * @param session the session; nothing is changed
     * @param types finds the class of a type of artifacts by its id
     * @return one command that adds the artifact and removes the sealed one; it can be undone
     * @throws ImportException when it stays sealed; the message is one sentence that says why
     */
    public static Command plan(SealedArtifact sealed, EditSession session, Function<String, Optional<EClass>> types) {
        ModelParts parts = parts(sealed, session, types);
        if (!parts.sealed().isEmpty()) {
            throw new ImportException(Messages.bind(Messages.unsealAbsent, sealed.getKey(), sealed.getType()));
        }
        Map<String, String> roots = sealed.getTargets().stream().collect(Collectors.toMap(
                target -> target.substring(target.indexOf('#') + 1),
                target -> target.substring(0, target.indexOf('#'))));
        Resource resource;
        ModelPlan plan;
        try {
            resource = ModelImport.load(sealed.getKey(), new ModelParts(parts.rest(), List.of(), roots), types,
                    id -> Optional.ofNullable(roots.get(id)).flatMap(session::root)
                            .map(root -> root.eResource().getEObject(id)).map(element -> element.eClass()));
            plan = new ModelPlan(sealed.getKey(), resource, List.of(), session);
        } catch (ImportException e) {
            throw refused(sealed, e.getMessage().replaceFirst("[.]$", ""), e);
        }
        ModelPlan.Entry entry = plan.entries().get(0);
        if (entry.outcome() != Outcome.CREATED) {
            throw refused(sealed, entry.detail(), null);
        }
        return plan.addition().orElseThrow();
    }

    private static ImportException refused(SealedArtifact sealed, String why, ImportException cause) {
        return new ImportException(Messages.bind(Messages.unsealRefused, sealed.getKey(), why), cause);
    }

    private static ModelParts parts(SealedArtifact sealed, EditSession session,
            Function<String, Optional<EClass>> types) {
        try {
            ByteArrayOutputStream made = new ByteArrayOutputStream();
            if (SealedContent.XMI.equals(sealed.getFormat())) {
                ModelExport.write(List.of(sealed), session.directory(), Optional.empty(), made);
                return XmiParts.of(sealed.getKey(), made.toByteArray());
            }
            JsonExport.write(List.of(sealed), session.directory(), Optional.empty(), EClass::getName, made);
            return JsonParts.of(sealed.getKey(), made.toByteArray(), types);
        } catch (IOException e) {
            throw refused(sealed, e.getMessage(), new ImportException(e.getMessage(), e));
        }
    }
}
