package org.chartroom.cli.internal;

import java.util.ArrayList;
import java.util.List;

import org.chartroom.core.type.ArtifactType;
import org.chartroom.core.workspace.EditSession;
import org.chartroom.core.workspace.OpenMode;
import org.chartroom.core.workspace.Revision;
import org.chartroom.core.workspace.Workspace;
import org.chartroom.model.Artifact;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes an artifact. */
@Command(name = "new", description = "Makes a new artifact, as one revision, and prints its key.")
final class NewCommand extends AbstractCommand {
    @Parameters(paramLabel = "TYPE", description = "Type of the artifact, for example org.chartroom.risk.register; an "
            + "unknown one lists all.")
    private String type;

    @Option(names = "--title", paramLabel = "TEXT", required = true, description = "Its title.")
    private String title;

    @Option(names = "--set", paramLabel = "FIELD=VALUE", description = "A field and its value, as for \"set\"; may be "
            + "repeated.")
    private List<String> values = new ArrayList<>();

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why; kept with the revision.")
    private String reason = "";

    NewCommand(Context context) {
        super(context);
    }

    @Override
    public Integer call() {
        if (title.isBlank()) {
            throw new InputException("--title is empty; give the artifact a title.");
        }
        ArtifactType made = context().type(type);
        try (Workspace workspace = context().open(OpenMode.READ_WRITE); EditSession session = workspace.openSession()) {
            Artifact artifact = session.create(made.eClass(), made.keyPrefix(), title);
            new Assignments("FIELD=VALUE", values)
                    .forEach((name, text) -> new Fields(context()).set(session, artifact, name, text));
            Revision revision = session.commit(reason);
            context().out().println(artifact.getKey() + " (revision " + revision.number() + ")");
        }
        return 0;
    }
}
