package org.chartroom.cli.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.chartroom.core.workspace.BaselineInfo;
import org.chartroom.core.workspace.EditSession;
import org.chartroom.core.workspace.OpenMode;
import org.chartroom.core.workspace.Workspace;
import org.chartroom.model.Project;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Named states. */
@Command(name = "baseline", synopsisSubcommandLabel = "COMMAND", subcommands = {BaselineCommand.Create.class,
        BaselineCommand.ListBaselines.class, BaselineCommand.Remove.class}, description = "Gives states of the "
                + "workspace names, to look at (--at) and to compare later.")
final class BaselineCommand {
    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Shows this help.")
    private boolean help;

    private static Map<String, Object> data(BaselineInfo baseline) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("name", baseline.name());
        data.put("description", baseline.description());
        data.put("revision", baseline.revision());
        data.put("hash", baseline.headHash());
        data.put("createdAt", baseline.createdAt().toString());
        data.put("createdBy", baseline.createdBy());
        data.put("project", baseline.projectId().orElse(null));
        return data;
    }

    private static String line(BaselineInfo baseline) {
        return OneLine.of(String.format(Locale.ROOT, "%-20s revision %-7d %s %s", baseline.name(), baseline.revision(),
                baseline.headHash(), baseline.description())).stripTrailing();
    }

    /** Makes a baseline. */
    @Command(name = "create", description = "Gives the newest revision a name; a revision of its own.")
    static final class Create extends AbstractCommand {
        @Parameters(paramLabel = "NAME", description = "The name.")
        private String name;

        @Option(names = "--description", paramLabel = "TEXT", description = "What it stands for.")
        private String description = "";

        @Option(names = "--project", paramLabel = "KEY", description = "Only the artifacts of this project.")
        private String project;

        @Option(names = "--json", description = "Prints JSON.")
        private boolean json;

        Create(Context context) {
            super(context);
        }

        @Override
        public Integer call() {
            try (Workspace workspace = context().open(OpenMode.READ_WRITE)) {
                BaselineInfo baseline = workspace.createBaseline(name, description,
                        Optional.ofNullable(project).map(key -> projectId(workspace, key)));
                if (json) {
                    context().json(data(baseline));
                } else {
                    context().out().println(line(baseline));
                }
            }
            return 0;
        }

        private static String projectId(Workspace workspace, String key) {
            try (EditSession session = workspace.openSession()) {
                return session.directory().getProjects().stream()
                        .filter(one -> key.equalsIgnoreCase(one.getKey()) || key.equalsIgnoreCase(one.getName()))
                        .findFirst().map(Project::getId)
                        .orElseThrow(() -> new InputException("There is no project " + key + " in "
                                + workspace.folder() + "; name one by its key or its name."));
            }
        }
    }

    /** Lists baselines. */
    @Command(name = "list", description = "Lists the baselines, oldest first.")
    static final class ListBaselines extends AbstractCommand {
        @Option(names = "--json", description = "Prints JSON.")
        private boolean json;

        ListBaselines(Context context) {
            super(context);
        }

        @Override
        public Integer call() {
            try (Workspace workspace = context().openToRead()) {
                List<BaselineInfo> baselines = workspace.baselines();
                if (json) {
                    context().json(baselines.stream().map(BaselineCommand::data).toList());
                } else if (baselines.isEmpty()) {
                    context().out().println("No baselines yet; make one with \"chartroom baseline create NAME\".");
                } else {
                    baselines.forEach(baseline -> context().out().println(line(baseline)));
                }
            }
            return 0;
        }
    }

    /** Removes a baseline. */
    @Command(name = "remove", description = "Removes a baseline, as a revision that says who and why; what it named stays "
            + "in the history.")
    static final class Remove extends AbstractCommand {
        @Parameters(paramLabel = "NAME", description = "The name.")
        private String name;

        @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Why.")
        private String reason;

        Remove(Context context) {
            super(context);
        }

        @Override
        public Integer call() {
            try (Workspace workspace = context().open(OpenMode.READ_WRITE)) {
                context().out()
                        .println("Revision " + workspace.removeBaseline(name, reason).number() + ".");
            }
            return 0;
        }
    }
}
