package org.chartroom.ui.internal.workspace;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

import org.chartroom.core.type.ArtifactType;
import org.chartroom.core.type.ArtifactTypes;
import org.chartroom.core.workspace.EditSession;
import org.chartroom.core.workspace.Workspace;
import org.chartroom.core.workspace.WorkspaceException;
import org.chartroom.exchange.csv.ImportException;
import org.chartroom.exchange.importing.Unsealing;
import org.chartroom.exchange.sealed.SealedContent;
import org.chartroom.model.SealedArtifact;
import org.chartroom.ui.forms.Notice;
import org.chartroom.ui.internal.Messages;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Shell;

/** Shows artifacts whose plug-ins are absent, and makes them artifacts when the user wants it. */
public final class SealedArtifacts {
    /**
     * A sealed artifact.
     *
     * @param key its key
     * @param title its title
     */
    public record Info(String key, String title) {
    }

    private SealedArtifacts() {
    }

    /**
     * @param workspace a workspace
     * @return its sealed artifacts, by their keys
     */
    public static List<Info> of(Workspace workspace) {
        try (EditSession session = workspace.openSession()) {
            return session.directory().getSealed().stream()
                    .map(one -> new Info(one.getKey(), Objects.toString(one.getTitle(), "")))
                    .sorted(Comparator.comparing(Info::key)).toList();
        }
    }

    /**
     * Says what it is and what it needs; when its plug-in is there, asks whether it is to become an artifact.
     *
     * @param shell the window
     * @param workspace the workspace
     * @param types the types that are there
     * @param info the sealed artifact
     */
    public static void open(Shell shell, Workspace workspace, ArtifactTypes types, Info info) {
        Function<String, Optional<EClass>> classes = id -> types.byId(id).map(ArtifactType::eClass);
        try (EditSession session = workspace.openSession()) {
            Optional<SealedArtifact> found = SealedContent.find(session, info.key());
            if (found.isEmpty()) {
                return;
            }
            SealedArtifact sealed = found.get();
            Object[] values = {sealed.getKey(), sealed.getType(), sealed.getFormat()};
            if (!Unsealing.isPossible(sealed, session, classes)) {
                Notice.information(shell, Messages.SealedArtifacts_title,
                        NLS.bind(Messages.SealedArtifacts_absent, values));
            } else if (Notice.question(shell, Messages.SealedArtifacts_title,
                    NLS.bind(Messages.SealedArtifacts_ready, values))) {
                session.editingDomain().getCommandStack().execute(Unsealing.plan(sealed, session, classes));
                session.commit(NLS.bind(Messages.SealedArtifacts_reason, sealed.getKey()));
            }
        } catch (ImportException | WorkspaceException e) {
            Notice.error(shell, Messages.SealedArtifacts_title, e.getMessage());
        }
    }
}
