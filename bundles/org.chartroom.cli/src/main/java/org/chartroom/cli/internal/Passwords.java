package org.chartroom.cli.internal;

import java.io.Console;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

import org.chartroom.core.workspace.PasswordPrompt;
import org.chartroom.core.workspace.WorkspaceException;
import org.chartroom.core.workspace.WorkspaceException.Kind;
import org.eclipse.osgi.util.NLS;

/**
 * The passwords of one command: from the standard input or a descriptor when that is wanted, else from whoever sits at the
 * terminal. What is given there is not shown.
 */
final class Passwords implements PasswordPrompt {
    /** Somebody at a terminal. */
    @FunctionalInterface
    interface Terminal {
        /**
         * @param question what to ask
         * @return what was typed, which is not shown; null at the end of the input
         */
        char[] ask(String question);
    }

    private final PasswordOptions options;
    private final InputStream input;
    private final Optional<Terminal> terminal;
    private PasswordLines lines;
    /** Stands in for the sources while a command knows better what to answer. */
    private PasswordPrompt instead;

    Passwords(PasswordOptions options) {
        this(options, System.in, Optional.ofNullable(System.console()).map(Passwords::terminal));
    }

    Passwords(PasswordOptions options, InputStream input, Optional<Terminal> terminal) {
        this.options = options;
        this.input = input;
        this.terminal = terminal;
    }

    private static Terminal terminal(Console console) {
        return question -> console.readPassword("%s", question);
    }

    @Override
    public Optional<char[]> ask(Path folder, int attempt) {
        return instead == null ? present(folder, attempt) : instead.ask(folder, attempt);
    }

    /**
     * @param prompt answers instead of this
     * @param action runs meanwhile
     */
    void during(PasswordPrompt prompt, Runnable action) {
        instead = prompt;
        try {
            action.run();
        } finally {
            instead = null;
        }
    }

    /**
     * The password that the workspace has. A terminal is asked again when it was wrong; a line is not.
     *
     * @throws WorkspaceException of kind PASSWORD when nobody can be asked; the message says how to give it
     */
    Optional<char[]> present(Path folder, int attempt) {
        if (isGivenByLines()) {
            return attempt > 1 ? Optional.empty() : line();
        }
        Terminal asked = terminal.orElseThrow(
                () -> new WorkspaceException(Kind.PASSWORD, NLS.bind(Messages.howToGive, folder)));
        char[] typed = asked.ask(NLS.bind(attempt == 1 ? Messages.askOld : Messages.wrongAgain, folder));
        return Optional.ofNullable(typed).filter(password -> password.length > 0);
    }

    /**
     * A new password; a terminal is asked for it twice.
     *
     * @return the password, to be overwritten by the caller
     * @throws InputException when it is empty or not the same twice
     * @throws WorkspaceException of kind PASSWORD when nobody can be asked
     */
    char[] fresh() {
        if (isGivenByLines()) {
            return line().orElseThrow(() -> new InputException(NLS.bind(Messages.noLine, lines.name())));
        }
        Terminal asked = terminal.orElseThrow(
                () -> new WorkspaceException(Kind.PASSWORD, Messages.howToGiveNew));
        char[] first = asked.ask(Messages.askNew);
        if (first == null || first.length == 0) {
            throw new InputException(Messages.emptyNew);
        }
        char[] second = asked.ask(Messages.again);
        boolean same = Arrays.equals(first, second);
        if (second != null) {
            Arrays.fill(second, '\0');
        }
        if (!same) {
            Arrays.fill(first, '\0');
            throw new InputException(Messages.notSame);
        }
        return first;
    }

    private boolean isGivenByLines() {
        return options.isFromInput() || options.descriptor().isPresent();
    }

    private Optional<char[]> line() {
        if (options.isFromInput()) {
            return line(() -> input, Messages.standardInput, Messages.stdinUnreadable, "");
        }
        String number = String.valueOf(options.descriptor().getAsInt());
        // Open as long as the process: whoever gave the descriptor may have more in it.
        return line(() -> new FileInputStream("/dev/fd/" + number), NLS.bind(Messages.descriptor, number),
                Messages.descriptorUnreadable, number);
    }

    /** Opens something to read lines from. */
    @FunctionalInterface
    private interface Source {
        InputStream open() throws IOException;
    }

    private Optional<char[]> line(Source source, String name, String unreadable, String number) {
        try {
            if (lines == null) {
                lines = new PasswordLines(source.open(), name);
            }
            return lines.next();
        } catch (IOException e) {
            throw new InputException(number.isEmpty()
                    ? NLS.bind(unreadable, e.getMessage())
                    : NLS.bind(unreadable, number, e.getMessage()), e);
        }
    }

}
