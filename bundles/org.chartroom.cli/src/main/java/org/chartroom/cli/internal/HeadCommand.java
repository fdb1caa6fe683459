package org.chartroom.cli.internal;

import java.util.Map;

import org.chartroom.core.workspace.Revision;
import org.chartroom.core.workspace.Workspace;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prints the hash of the newest revision. */
@Command(name = "head", description = "Prints the number and hash of the newest revision, to be kept elsewhere for "
        + "\"chartroom verify --head\" and \"--against\".")
final class HeadCommand extends AbstractCommand {
    @Option(names = "--json", description = "Prints JSON.")
    private boolean json;

    HeadCommand(Context context) {
        super(context);
    }

    @Override
    public Integer call() {
        try (Workspace workspace = context().openToRead()) {
            Revision head = workspace.head().orElseThrow(() -> new InputException(
                    "The workspace " + context().folder() + " has no revision yet; commit something first."));
            if (json) {
                Map<String, Object> data = RevisionData.of(head);
                data.put("workspace", workspace.id());
                context().json(data);
            } else {
                context().out().println(head.number() + " " + head.hash());
            }
        }
        return 0;
    }
}
