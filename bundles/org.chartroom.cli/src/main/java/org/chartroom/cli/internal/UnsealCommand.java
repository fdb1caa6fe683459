package org.chartroom.cli.internal;

import java.util.ArrayList;
import java.util.List;

import org.chartroom.core.workspace.EditSession;
import org.chartroom.core.workspace.OpenMode;
import org.chartroom.core.workspace.Revision;
import org.chartroom.core.workspace.Workspace;
import org.chartroom.exchange.csv.ImportException;
import org.chartroom.exchange.importing.Unsealing;
import org.chartroom.exchange.sealed.SealedContent;
import org.chartroom.model.SealedArtifact;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Makes sealed artifacts artifacts. */
@Command(name = "unseal", description = "Makes sealed artifacts, which came in before their plug-ins were installed, artifacts; "
        + "as one revision. What can't be read stays sealed, the reason is said, and the exit code is 1.")
final class UnsealCommand extends AbstractCommand {
    @Parameters(paramLabel = "KEY", arity = "0..*", description = "The sealed artifacts; all of them when none is named.")
    private List<String> keys = new ArrayList<>();

    UnsealCommand(Context context) {
        super(context);
    }

    @Override
    public Integer call() {
        try (Workspace workspace = context().open(OpenMode.READ_WRITE); EditSession session = workspace.openSession()) {
            List<String> unsealed = new ArrayList<>();
            List<SealedArtifact> sealed = sealed(session);
            if (sealed.isEmpty()) {
                context().out().println(Messages.nothingSealed);
            }
            for (SealedArtifact one : sealed) {
                try {
                    session.editingDomain().getCommandStack()
                            .execute(Unsealing.plan(one, session, context()::eClass));
                    unsealed.add(one.getKey());
                    context().out().println(OneLine.of(Messages.bind(Messages.unsealed, one.getKey())));
                } catch (ImportException e) {
                    context().out().println(OneLine.of(e.getMessage()));
                }
            }
            if (!unsealed.isEmpty()) {
                Revision revision = session.commit(Messages.bind(Messages.unsealReason, String.join(", ", unsealed)));
                context().out().println("Revision " + revision.number() + ".");
            }
            return unsealed.size() == sealed.size() ? 0 : CliApplication.FINDINGS;
        }
    }

    private List<SealedArtifact> sealed(EditSession session) {
        return keys.isEmpty()
                ? List.copyOf(session.directory().getSealed())
                : keys.stream().distinct().map(key -> SealedContent.find(session, key)
                        .orElseThrow(() -> new InputException(Messages.bind(Messages.noSuchSealed, key)))).toList();
    }
}
