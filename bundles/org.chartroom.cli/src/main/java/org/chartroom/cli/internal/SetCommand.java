package org.chartroom.cli.internal;

import java.util.ArrayList;
import java.util.List;

import org.chartroom.core.workspace.EditSession;
import org.chartroom.core.workspace.OpenMode;
import org.chartroom.core.workspace.Revision;
import org.chartroom.core.workspace.Workspace;
import org.chartroom.model.Subject;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sets fields. */
@Command(name = "set", description = "Sets fields of an artifact or an item, as one revision.")
final class SetCommand extends AbstractCommand {
    @Parameters(index = "0", paramLabel = "KEY[/ITEM]", description = "What to change.")
    private String path;

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "FIELD=VALUE", description = "Name of a field as "
            + "\"show --json\" prints it, and its value in file form; an empty value clears the field.")
    private List<String> values = new ArrayList<>();

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why; kept with the revision.")
    private String reason = "";

    SetCommand(Context context) {
        super(context);
    }

    @Override
    public Integer call() {
        try (Workspace workspace = context().open(OpenMode.READ_WRITE); EditSession session = workspace.openSession()) {
            Subject subject = context().subject(session, path);
            new Assignments("FIELD=VALUE", values)
                    .forEach((name, text) -> new Fields(context()).set(session, subject, name, text));
            if (!session.isDirty()) {
                context().out().println("Nothing changed.");
                return 0;
            }
            Revision revision = session.commit(reason);
            context().out().println("Revision " + revision.number() + ".");
        }
        return 0;
    }
}
