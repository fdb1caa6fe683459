package org.chartroom.cli.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.chartroom.core.files.PrivateFiles;
import org.chartroom.platform.plugins.Trees;
import org.chartroom.testkit.Clause;
import org.chartroom.testkit.PluginProject;
import org.chartroom.testkit.TypeContract;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What somebody needs who makes a plug-in. */
final class PluginProjectCommands {
    private PluginProjectCommands() {
    }

    /** Makes a new one. */
    @Command(name = "new", description = "Makes the sources of a plug-in with an artifact type of its own.")
    static final class New extends AbstractCommand {
        @Parameters(paramLabel = "ID", description = "Its id, like org.example.lessons.")
        private String id;

        @Option(names = "--code", description = "With an editor page and a check in Java; else without Java.")
        private boolean code;

        @Option(names = "--folder", paramLabel = "DIR", description = "Where to; a folder named as the id when it is not given.")
        private Path folder;

        New(Context context) {
            super(context);
        }

        @Override
        public Integer call() throws IOException {
            Path target = folder == null ? Path.of(id) : folder;
            try {
                PluginProject.create(target, id, code);
            } catch (IllegalArgumentException e) {
                throw new InputException(e.getMessage(), e);
            }
            context().out().println("Made " + target + ". Next: chartroom plugin build " + target);
            return 0;
        }
    }

    /** Builds one. */
    @Command(name = "build", description = "Compiles and packs a plug-in; Java needs a development kit (JDK).")
    static final class Build extends AbstractCommand {
        @Parameters(paramLabel = "DIR", arity = "0..1", defaultValue = ".", description = "Folder of its sources.")
        private Path folder;

        Build(Context context) {
            super(context);
        }

        @Override
        public Integer call() throws IOException {
            try {
                Path jar = new PluginProject(folder).build(bundles());
                context().out().println("Built " + jar + ". Next: chartroom plugin check " + jar);
            } catch (IllegalArgumentException e) {
                throw new InputException(e.getMessage(), e);
            }
            return 0;
        }

        /** Where this bundle lies, the others lie. */
        private static Path bundles() {
            String location = org.osgi.framework.FrameworkUtil.getBundle(PluginProject.class).getLocation();
            return Path.of(java.net.URI.create(location.substring(location.indexOf("file:")))).getParent();
        }
    }

    /** Checks one. */
    @Command(name = "check", description = "Tries whether the artifact types of a plug-in keep their contract.")
    static final class Check extends AbstractCommand {
        @Parameters(paramLabel = "JAR", description = "The plug-in.")
        private Path jar;

        @Option(names = "--json", description = "Prints JSON.")
        private boolean json;

        Check(Context context) {
            super(context);
        }

        @Override
        public Integer call() throws IOException {
            checkInput(jar);
            TypeContract contract = context().service(TypeContract.class);
            Path scratch = PrivateFiles.createTempDirectory("check-");
            List<Clause> clauses;
            try {
                clauses = contract.check(jar, scratch);
            } catch (IllegalArgumentException e) {
                throw new InputException(e.getMessage(), e);
            } finally {
                Trees.delete(scratch);
            }
            if (json) {
                context().json(clauses.stream().map(Check::data).toList());
            } else {
                clauses.forEach(this::print);
            }
            return clauses.stream().allMatch(clause -> clause.failure().isEmpty()) ? 0 : CliApplication.BAD_INPUT;
        }

        private void print(Clause clause) {
            context().out().printf(Locale.ROOT, "%-6s %s: %s%n", clause.failure().isEmpty() ? "ok" : "FAILED",
                    clause.type(),
                    clause.name());
            clause.failure().ifPresent(failure -> context().out().println("       " + failure));
        }

        private static Map<String, String> data(Clause clause) {
            Map<String, String> data = new LinkedHashMap<>();
            data.put("type", clause.type());
            data.put("name", clause.name());
            clause.failure().ifPresent(failure -> data.put("failure", failure));
            return data;
        }
    }
}
