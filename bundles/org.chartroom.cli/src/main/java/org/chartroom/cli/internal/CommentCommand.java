package org.chartroom.cli.internal;

import org.chartroom.core.comment.Comments;
import org.chartroom.core.workspace.EditSession;
import org.chartroom.core.workspace.OpenMode;
import org.chartroom.core.workspace.Workspace;
import org.chartroom.model.Subject;
import org.eclipse.emf.ecore.EStructuralFeature;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a comment. */
@Command(name = "comment", description = "Writes a comment on an artifact, an item or one field, as one revision; \"show\" "
        + "lists what is open.")
final class CommentCommand extends AbstractCommand {
    @Parameters(index = "0", paramLabel = "KEY[/ITEM]", description = "What it is about, for example RSK-001 or "
            + "RSK-001/R-004.")
    private String path;

    @Parameters(index = "1", paramLabel = "TEXT", description = "The comment.")
    private String text;

    @Option(names = "--field", paramLabel = "NAME", description = "The field it is about, named as \"show --json\" prints "
            + "it.")
    private String field;

    CommentCommand(Context context) {
        super(context);
    }

    @Override
    public Integer call() {
        if (text.isBlank()) {
            throw new InputException("The comment is empty; say something.");
        }
        try (Workspace workspace = context().open(OpenMode.READ_WRITE); EditSession session = workspace.openSession()) {
            Subject subject = context().subject(session, path);
            EStructuralFeature feature = field == null ? null : subject.eClass().getEStructuralFeature(field);
            if (field != null && feature == null) {
                throw new InputException(subject.getKey() + " has no field " + field
                        + "; see \"chartroom show --json\" for the fields.");
            }
            session.editingDomain().getCommandStack()
                    .execute(Comments.write(session, subject, feature, text,
                            session.workspace().clock().instant()));
            context().out().println("Revision " + session.commit("").number() + ".");
        }
        return 0;
    }
}
