package org.chartroom.cli.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.chartroom.core.files.OutputFiles;
import org.chartroom.core.workspace.OpenMode;
import org.chartroom.core.workspace.WorkspaceException;
import org.chartroom.core.workspace.Workspaces;
import org.eclipse.osgi.util.NLS;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The password of the workspace. */
@Command(name = "password", synopsisSubcommandLabel = "COMMAND", subcommands = {PasswordCommand.SetPassword.class,
        PasswordCommand.Change.class,
        PasswordCommand.Remove.class}, description = "Gives the workspace a password, another "
                + "one, or none. With a password its database, stored evidence and backups are encrypted.")
final class PasswordCommand {
    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Shows this help.")
    private boolean help;

    /** What the commands share. */
    abstract static class AbstractPasswordCommand extends AbstractCommand {
        AbstractPasswordCommand(Context context) {
            super(context);
        }

        final Path folder() {
            return context().folder();
        }

        /**
         * Finds out whether there is a password, and takes the present one, before anything is changed.
         *
         * @return the present password, to be overwritten; empty when there is none
         */
        final Optional<char[]> present() {
            Given given = new Given();
            context().passwords().during((folder, attempt) -> {
                given.replace(context().passwords().present(folder, attempt));
                return given.copy();
            }, () -> context().open(OpenMode.READ_ONLY).close());
            return Optional.ofNullable(given.password);
        }

        /** @param password the new one, overwritten; empty for none */
        final void protect(Optional<char[]> password) {
            context().service(Workspaces.class).protect(folder(), password);
        }

        /** Says what lies in the folder and is not encrypted. */
        final void sayBesides() {
            try {
                List<String> besides = OutputFiles.besides(folder());
                if (!besides.isEmpty()) {
                    context().out().println(NLS.bind(Messages.besides, String.join(", ", besides)));
                }
            } catch (IOException e) {
                throw new InputException(NLS.bind(Messages.besidesUnread, folder()), e);
            }
        }

        final void say(String message) {
            context().out().println(NLS.bind(message, folder()));
        }
    }

    /** The last password that was given, kept until it is known whether it is right. */
    private static final class Given {
        private char[] password;

        void replace(Optional<char[]> other) {
            if (password != null) {
                Arrays.fill(password, '\0');
            }
            password = other.orElse(null);
        }

        Optional<char[]> copy() {
            return Optional.ofNullable(password).map(char[]::clone);
        }
    }

    /** Gives a password. */
    @Command(name = "set", description = {"Gives the workspace a password; it must be open nowhere.",
            "A terminal asks for it twice; else it is one line. Who loses it loses the workspace."})
    static final class SetPassword extends AbstractPasswordCommand {
        SetPassword(Context context) {
            super(context);
        }

        @Override
        public Integer call() {
            try {
                context().passwords().during((folder, attempt) -> Optional.empty(),
                        () -> context().open(OpenMode.READ_ONLY).close());
            } catch (WorkspaceException e) {
                // It was asked for, so there is one.
                throw e.kind() == WorkspaceException.Kind.PASSWORD
                        ? new InputException(NLS.bind(Messages.hasOne, folder()))
                        : e;
            }
            say(Messages.lossWarning);
            char[] fresh = context().passwords().fresh();
            char[] copy = fresh.clone();
            try {
                // Asked for only when an earlier attempt was interrupted; most often with the same password.
                context().passwords().during((folder, attempt) -> attempt == 1
                        ? Optional.of(copy.clone())
                        : context().passwords().present(folder, attempt - 1), () -> protect(Optional.of(fresh)));
            } finally {
                Arrays.fill(fresh, '\0');
                Arrays.fill(copy, '\0');
            }
            say(Messages.set);
            sayBesides();
            return 0;
        }
    }

    /** Gives another one. */
    @Command(name = "change", description = {"Gives the workspace another password; it must be open nowhere.",
            "With --password-stdin or --password-fd the first line is the present one, the second the new one."})
    static final class Change extends AbstractPasswordCommand {
        Change(Context context) {
            super(context);
        }

        @Override
        public Integer call() {
            char[] present = present().orElseThrow(() -> new InputException(NLS.bind(Messages.hasNone, folder())));
            try {
                char[] fresh = context().passwords().fresh();
                context().passwords().during(
                        (folder, attempt) -> Optional.of(present.clone()).filter(p -> attempt == 1),
                        () -> protect(Optional.of(fresh)));
            } finally {
                Arrays.fill(present, '\0');
            }
            say(Messages.changed);
            return 0;
        }
    }

    /** Takes it away. */
    @Command(name = "remove", description = "Takes the password away and decrypts the files; the workspace must be open "
            + "nowhere.")
    static final class Remove extends AbstractPasswordCommand {
        Remove(Context context) {
            super(context);
        }

        @Override
        public Integer call() {
            char[] present = present().orElseThrow(() -> new InputException(NLS.bind(Messages.hasNone, folder())));
            try {
                context().passwords().during(
                        (folder, attempt) -> Optional.of(present.clone()).filter(p -> attempt == 1),
                        () -> protect(Optional.empty()));
            } finally {
                Arrays.fill(present, '\0');
            }
            say(Messages.removed);
            return 0;
        }
    }
}
