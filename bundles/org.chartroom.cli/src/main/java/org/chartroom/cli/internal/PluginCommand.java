package org.chartroom.cli.internal;

import java.io.Console;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

import org.chartroom.plugins.Damage;
import org.chartroom.plugins.PluginPlan;
import org.chartroom.plugins.Plugins;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Plug-ins of this user, in no workspace. */
@Command(name = "plugin", synopsisSubcommandLabel = "COMMAND", subcommands = {PluginCommand.ListPlugins.class,
        PluginCommand.Install.class, PluginCommand.Update.class, PluginCommand.Remove.class,
        PluginCommand.Verify.class, PluginProjectCommands.New.class, PluginProjectCommands.Build.class,
        PluginProjectCommands.Check.class}, description = "Lists, installs, updates, removes and verifies plug-ins, and helps to make them. They belong to "
                + "the user, not to a workspace.")
final class PluginCommand {
    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Shows this help.")
    private boolean help;

    /** What the commands share. */
    abstract static class AbstractPluginCommand extends AbstractCommand {
        @Option(names = "--json", description = "Prints JSON.")
        private boolean json;

        AbstractPluginCommand(Context context) {
            super(context);
        }

        final boolean isJson() {
            return json;
        }

        final Plugins plugins() {
            return context().service(Plugins.class);
        }

        /** Only for somebody who watches: in a file or a pipe it would be in the way. */
        static IProgressMonitor progress(String label) {
            return System.console() == null
                    ? new NullProgressMonitor()
                    : new TerminalProgress(label, new PrintWriter(System.err, true));
        }
    }

    /** What changes something: shows first what it would do. */
    abstract static class AbstractChange extends AbstractPluginCommand {
        @Option(names = "--dry-run", description = "Shows what would be done and does nothing.")
        private boolean dryRun;

        @Option(names = {"-y", "--yes"}, description = "Does it without asking.")
        private boolean yes;

        AbstractChange(Context context) {
            super(context);
        }

        final Integer run(Supplier<PluginPlan> planning) {
            PluginPlan plan = planning.get();
            boolean kept = false;
            try {
                PluginTexts texts = new PluginTexts(context().out());
                if (!isJson()) {
                    texts.print(plan);
                }
                if (!plan.isPossible()) {
                    if (isJson()) {
                        context().json(PluginTexts.data(plan, "refused"));
                        return CliApplication.BAD_INPUT;
                    }
                    throw new InputException(String.join("\n", plan.refusals()));
                }
                if (dryRun) {
                    report(plan, "planned", "Dry run: nothing was changed.");
                    return 0;
                }
                if (!isAgreed()) {
                    report(plan, "not agreed", "Nothing was changed; say --yes to go on.");
                    return CliApplication.BAD_USAGE;
                }
                context().out().flush();
                boolean live = plugins().apply(plan, true, progress("Plug-ins"));
                kept = true;
                report(plan, "done", PluginTexts.done(plan) + (live ? "" : " It takes effect at the next start."));
                return 0;
            } finally {
                if (!kept) {
                    plugins().discard(plan);
                }
            }
        }

        private void report(PluginPlan plan, String outcome, String sentence) {
            if (isJson()) {
                context().json(PluginTexts.data(plan, outcome));
            } else {
                context().out().println(sentence);
            }
        }

        private boolean isAgreed() {
            Console console = System.console();
            if (yes || console == null) {
                return yes;
            }
            String answer = console.readLine("Go on? [y/N] ");
            return answer != null && answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
        }
    }

    /** Lists plug-ins. */
    @Command(name = "list", description = "Lists the plug-ins, how they are, and the artifact types they bring.")
    static final class ListPlugins extends AbstractPluginCommand {
        ListPlugins(Context context) {
            super(context);
        }

        @Override
        public Integer call() {
            PluginTexts texts = new PluginTexts(context().out());
            if (isJson()) {
                context().json(plugins().list().stream().map(PluginTexts::data).toList());
            } else {
                plugins().notice().ifPresent(context().out()::println);
                texts.print(plugins().list());
            }
            return 0;
        }
    }

    /** Installs a plug-in. */
    @Command(name = "install", description = {"Shows what would be installed, from whom and with which checksums, and "
            + "installs it.", "An installed plug-in is updated."})
    static final class Install extends AbstractChange {
        @Parameters(paramLabel = "SOURCE", description = "A jar, a feature file with its bundles, a folder, the address of "
                + "one of these or of an index, or the id of a feature of Chartroom that is switched off.")
        private String source;

        @Option(names = "--id", paramLabel = "ID", description = "Which plug-in of an index.")
        private String id;

        Install(Context context) {
            super(context);
        }

        @Override
        public Integer call() {
            return run(() -> plugins().planInstall(source, Optional.ofNullable(id), progress("Fetching")));
        }
    }

    /** Updates a plug-in. */
    @Command(name = "update", description = "Looks for another version of a plug-in where it came from, and installs it.")
    static final class Update extends AbstractChange {
        @Parameters(paramLabel = "ID", description = "The plug-in, as \"chartroom plugin list\" calls it.")
        private String id;

        @Option(names = "--from", paramLabel = "SOURCE", description = "Where the other version is.")
        private String source;

        @Option(names = "--other-signer", description = "Also when somebody else has signed it.")
        private boolean otherSigner;

        Update(Context context) {
            super(context);
        }

        @Override
        public Integer call() {
            return run(() -> plugins().planUpdate(id, Optional.ofNullable(source), otherSigner, progress("Fetching")));
        }
    }

    /** Removes a plug-in. */
    @Command(name = "remove", description = "Removes a plug-in. Artifacts of its types stay, to be read only.")
    static final class Remove extends AbstractChange {
        @Parameters(paramLabel = "ID", description = "The plug-in, as \"chartroom plugin list\" calls it.")
        private String id;

        Remove(Context context) {
            super(context);
        }

        @Override
        public Integer call() {
            return run(() -> plugins().planRemoval(id));
        }
    }

    /** Verifies plug-ins. */
    @Command(name = "verify", description = "Computes the checksums of the installed plug-ins again; ends with 1 when a "
            + "file is not what was installed.")
    static final class Verify extends AbstractPluginCommand {
        Verify(Context context) {
            super(context);
        }

        @Override
        public Integer call() {
            List<Damage> damages = plugins().verify();
            if (isJson()) {
                context().json(damages);
            } else if (damages.isEmpty()) {
                context().out().println("All plug-ins are as they were installed.");
            } else {
                damages.forEach(damage -> context().out().println(damage.plugin() + ": " + damage.message()));
            }
            return damages.isEmpty() ? 0 : CliApplication.FINDINGS;
        }
    }
}
