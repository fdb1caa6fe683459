package org.chartroom.cli.internal;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

import org.chartroom.core.files.RefusedFileException;
import org.chartroom.core.type.ValueRules;
import org.chartroom.core.workspace.PasswordPrompt;
import org.chartroom.core.workspace.WorkspaceException;
import org.chartroom.exchange.csv.ImportException;
import org.chartroom.plugins.PluginException;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.ParseResult;

/** The command line as an application of the platform: runs one command and ends with its exit code. */
public final class CliApplication implements IApplication {
    /** The checks found something. */
    static final int FINDINGS = 1;
    /** The command line can't be understood. */
    static final int BAD_USAGE = 2;
    /** A file or a value does not fit. */
    static final int BAD_INPUT = 3;
    /** The workspace is busy, damaged, missing or can't be written. */
    static final int NO_WORKSPACE = 4;

    private static final Duration LAST_JOBS = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(CliApplication.class);

    @Override
    public Object start(IApplicationContext context) {
        BundleContext bundles = FrameworkUtil.getBundle(CliApplication.class).getBundleContext();
        Path folder = Path.of(bundles.getProperty("org.chartroom.workspace"));
        String[] arguments = (String[]) context.getArguments().get(IApplicationContext.APPLICATION_ARGS);
        StandardOutput standard = new StandardOutput(new FileOutputStream(FileDescriptor.out));
        PrintWriter out = new PrintWriter(new BufferedOutputStream(standard), true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        PasswordOptions passwordOptions = new PasswordOptions();
        Passwords passwords = new Passwords(passwordOptions);
        ServiceRegistration<PasswordPrompt> prompt = bundles.registerService(PasswordPrompt.class, passwords, null);
        try (Services services = new Services(bundles)) {
            CommandLine commandLine = commandLine(new Context(folder, services, out, passwords), passwordOptions);
            commandLine.setOut(out);
            commandLine.setErr(err);
            commandLine.setExecutionExceptionHandler((failure, command, result) -> explain(failure, err));
            int code = commandLine.execute(arguments);
            out.flush();
            if (standard.hasFailed()) {
                // A script must not take a part for the whole. A reader that ended has what it wanted: the code then
                // says what the command did, and not 141 as for one that a signal ended, since it ran to its end.
                err.println(
                        "chartroom: Not all that was to be printed could be written; look whether the disk is full.");
                return code == 0 ? NO_WORKSPACE : code;
            }
            return code;
        } finally {
            prompt.unregister();
            out.flush();
            err.flush();
            PlatformJobs.await(LAST_JOBS);
        }
    }

    /** All commands. They get their arguments as they are: what begins with @ names no file of further ones. */
    static CommandLine commandLine(Context context, PasswordOptions passwords) {
        CommandLine all = new CommandLine(new ChartroomCommand(), new CommandFactory(context)).setExpandAtFiles(false)
                .setTrimQuotes(false).setAllowOptionsAsOptionParameters(true)
                .setExecutionStrategy(CliApplication::execute);
        addPasswords(all, passwords);
        return all;
    }

    /** Each command that may open the workspace can be told where its password comes from. */
    private static void addPasswords(CommandLine command, PasswordOptions passwords) {
        if (command.getCommand() instanceof PluginCommand || command.getCommand() instanceof HelpCommand) {
            return;
        }
        if (command.getCommand() instanceof AbstractCommand) {
            command.addMixin("password", passwords);
        }
        command.getSubcommands().values().forEach(each -> addPasswords(each, passwords));
    }

    /** Texts that files could not hold are refused in one place, whatever a command would do with them. */
    private static int execute(ParseResult parsed) {
        for (CommandLine command : parsed.asCommandLineList()) {
            for (ArgSpec argument : command.getParseResult().matchedArgs()) {
                if (argument.typeInfo().getType() == Path.class) {
                    continue;
                }
                for (String text : argument.originalStringValues()) {
                    ValueRules.problem(text).ifPresent(problem -> {
                        InputException refused = new InputException("\"" + ValueRules.holdable(text)
                                + "\" can't be kept, because " + problem + "; write it anew.");
                        throw new CommandLine.ExecutionException(command, refused.getMessage(), refused);
                    });
                }
            }
        }
        return new CommandLine.RunLast().execute(parsed);
    }

    private static int explain(Exception failure, PrintWriter err) {
        err.println("chartroom: " + failure.getMessage());
        if (failure instanceof WorkspaceException e) {
            LOG.warn(e.getMessage(), e);
            return switch (e.kind()) {
                case INVALID, CONFLICT, REASON_MISSING -> BAD_INPUT;
                default -> NO_WORKSPACE;
            };
        }
        if (failure instanceof ImportException || failure instanceof RefusedFileException
                || failure instanceof PluginException
                || failure instanceof InputException) {
            return BAD_INPUT;
        }
        LOG.error(failure.getMessage(), failure);
        return ExitCode.SOFTWARE;
    }

    @Override
    public void stop() {
        // A command ends by itself; the launcher waits a limited time for it.
    }
}
