package org.chartroom.cli.internal;

import java.util.List;
import java.util.Optional;

import org.chartroom.core.link.Backlink;
import org.chartroom.core.link.Links;
import org.chartroom.core.type.ValueTexts;
import org.chartroom.core.workspace.EditSession;
import org.chartroom.core.workspace.OpenMode;
import org.chartroom.core.workspace.Revision;
import org.chartroom.core.workspace.Workspace;
import org.chartroom.exchange.sealed.SealedContent;
import org.chartroom.model.Artifact;
import org.chartroom.model.Element;
import org.chartroom.model.ModelPackage;
import org.chartroom.model.SealedArtifact;
import org.chartroom.model.Subject;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.emf.edit.command.RemoveCommand;
import org.eclipse.emf.edit.domain.EditingDomain;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Deletes an artifact or an item. */
@Command(name = "delete", description = "Deletes an artifact or an item, as one revision. The history keeps it: \"revert\" "
        + "brings it back. What others refer to is not deleted, they are named, and the exit code is 1; see --force.")
final class DeleteCommand extends AbstractCommand {
    @Parameters(paramLabel = "KEY[/ITEM]", description = "What to delete.")
    private String path;

    @Option(names = "--force", description = "Deletes also what others refer to; their references lead nowhere then.")
    private boolean force;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why; kept with the revision.")
    private String reason = "";

    DeleteCommand(Context context) {
        super(context);
    }

    @Override
    public Integer call() {
        try (Workspace workspace = context().open(OpenMode.READ_WRITE); EditSession session = workspace.openSession()) {
            Optional<SealedArtifact> sealed = SealedContent.find(session, path);
            if (sealed.isPresent()) {
                EditingDomain domain = session.editingDomain();
                domain.getCommandStack().execute(RemoveCommand.create(domain, session.directory(),
                        ModelPackage.Literals.DIRECTORY__SEALED, sealed.get()));
                context().out().println("Revision " + session.commit(reason).number() + ".");
                return 0;
            }
            Subject doomed = context().subject(session, path);
            List<Backlink> broken = Links.to(session, (Element) EcoreUtil.getRootContainer(doomed), List.of(doomed));
            if (!broken.isEmpty() && !force) {
                broken.forEach(link -> context().out().println(line(link)));
                context().out()
                        .println(path + " is not deleted, because others refer to it; take these references away, "
                                + "or give --force.");
                return CliApplication.FINDINGS;
            }
            if (doomed instanceof Artifact artifact) {
                session.delete(artifact);
            } else {
                EditingDomain domain = session.editingDomain();
                domain.getCommandStack()
                        .execute(org.eclipse.emf.edit.command.DeleteCommand.create(domain, doomed));
            }
            Revision revision = session.commit(reason);
            context().out().println("Revision " + revision.number() + ".");
        }
        return 0;
    }

    private static String line(Backlink link) {
        Element from = link.subject() == null ? link.source() : link.subject();
        EObject around = EcoreUtil.getRootContainer(from);
        String who = around != from && around instanceof Artifact artifact
                ? artifact.getKey() + "/" + ValueTexts.name(from)
                : ValueTexts.name(from);
        return OneLine.of(ValueTexts.name(link.target()) + ": " + link.label() + " " + who);
    }
}
