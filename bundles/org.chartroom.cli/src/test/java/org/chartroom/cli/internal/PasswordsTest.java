package org.chartroom.cli.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

import org.chartroom.core.workspace.WorkspaceException;
import org.chartroom.core.workspace.WorkspaceException.Kind;
import org.junit.jupiter.api.Test;

import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import picocli.CommandLine;

/** Where the passwords of a command come from. */
class PasswordsTest {
    private static final Path FOLDER = Path.of("/some/workspace");

    private final List<String> questions = new ArrayList<>();

    private static PasswordOptions options(String... arguments) {
        PasswordOptions options = new PasswordOptions();
        CliApplication.commandLine(new Context(FOLDER, null, null, null), options).parseArgs(arguments);
        return options;
    }

    private static Passwords fromInput(String input) {
        return fromInput(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
    }

    private static Passwords fromInput(InputStream input) {
        return new Passwords(options("list", "--password-stdin"), input, Optional.empty());
    }

    private Passwords atTerminal(String... answers) {
        Deque<String> left = new ArrayDeque<>(List.of(answers));
        return new Passwords(options("list"), InputStream.nullInputStream(), Optional.of(question -> {
            questions.add(question);
            return left.isEmpty() ? null : left.pop().toCharArray();
        }));
    }

    private static String text(Optional<char[]> password) {
        return new String(password.orElseThrow());
    }

    @Property
    void what_is_in_the_first_line_is_the_password(@ForAll @StringLength(min = 1, max = 250) String password) {
        Assume.that(!password.contains("\n") && !password.endsWith("\r")
                && StandardCharsets.UTF_8.newEncoder().canEncode(password));
        assertArrayEquals(password.toCharArray(), fromInput(password + "\nmore").ask(FOLDER, 1).orElseThrow());
        assertArrayEquals(password.toCharArray(), fromInput(password + "\r\n").ask(FOLDER, 1).orElseThrow());
        assertArrayEquals(password.toCharArray(), fromInput(password).ask(FOLDER, 1).orElseThrow());
    }

    @Test
    void each_line_is_one_password_and_what_follows_is_left() throws Exception {
        InputStream input = new ByteArrayInputStream("old\nnew\nrest".getBytes(StandardCharsets.UTF_8));
        Passwords passwords = fromInput(input);
        assertEquals("old", text(passwords.ask(FOLDER, 1)));
        assertEquals("new", new String(passwords.fresh()));
        assertEquals("rest", new String(input.readAllBytes(), StandardCharsets.UTF_8));
    }

    @Test
    void a_wrong_line_is_not_followed_by_the_next_one() {
        Passwords passwords = fromInput("wrong\nright\n");
        passwords.ask(FOLDER, 1);
        assertTrue(passwords.ask(FOLDER, 2).isEmpty());
    }

    @Test
    void no_input_is_no_password() {
        assertTrue(fromInput("").ask(FOLDER, 1).isEmpty());
        assertTrue(assertThrows(InputException.class, () -> fromInput("").fresh()).getMessage()
                .contains("no new password in the standard input"));
    }

    @Test
    void an_empty_a_long_and_an_undecodable_line_are_refused() {
        assertTrue(refusal("\nright\n".getBytes(StandardCharsets.UTF_8)).contains("can't be empty"));
        assertTrue(refusal("\r\n".getBytes(StandardCharsets.UTF_8)).contains("can't be empty"));
        assertTrue(refusal("x".repeat(1025).getBytes(StandardCharsets.UTF_8)).contains("longer than 1024 bytes"));
        assertTrue(refusal(new byte[100_000]).contains("longer than 1024 bytes"));
        assertTrue(refusal(new byte[]{'a', (byte) 0xE4, '\n'}).contains("not written in UTF-8"));
        assertEquals(1024, fromInput("x".repeat(1024)).ask(FOLDER, 1).orElseThrow().length);
    }

    private static String refusal(byte[] input) {
        return assertThrows(InputException.class, () -> fromInput(new ByteArrayInputStream(input)).ask(FOLDER, 1))
                .getMessage();
    }

    @Test
    void a_descriptor_that_is_not_open_is_refused() {
        Passwords passwords = new Passwords(options("list", "--password-fd", "987654"), InputStream.nullInputStream(),
                Optional.empty());
        assertTrue(assertThrows(InputException.class, () -> passwords.ask(FOLDER, 1)).getMessage()
                .startsWith("Descriptor 987654 can't be read"));
    }

    @Test
    void without_terminal_and_option_it_says_how_to_give_it() {
        Passwords passwords = new Passwords(options("list"), InputStream.nullInputStream(), Optional.empty());
        WorkspaceException present = assertThrows(WorkspaceException.class, () -> passwords.ask(FOLDER, 1));
        assertEquals(Kind.PASSWORD, present.kind());
        assertTrue(present.getMessage().contains(FOLDER.toString())
                && present.getMessage().contains("--password-stdin"), present.getMessage());
        assertEquals(Kind.PASSWORD, assertThrows(WorkspaceException.class, passwords::fresh).kind());
    }

    @Test
    void a_terminal_is_asked_again_after_a_wrong_password() {
        Passwords passwords = atTerminal("wrong", "right", "");
        assertEquals("wrong", text(passwords.ask(FOLDER, 1)));
        assertEquals("right", text(passwords.ask(FOLDER, 2)));
        assertTrue(passwords.ask(FOLDER, 3).isEmpty());
        assertTrue(passwords.ask(FOLDER, 1).isEmpty());
        assertTrue(questions.get(0).contains(FOLDER.toString()), questions.get(0));
        assertTrue(questions.get(1).contains("wrong"), questions.get(1));
    }

    @Test
    void a_terminal_is_asked_twice_for_a_new_password() {
        assertEquals("new", new String(atTerminal("new", "new").fresh()));
        assertEquals(2, questions.size());
    }

    @Test
    void a_new_password_that_is_empty_or_not_the_same_twice_is_refused() {
        for (String[] answers : new String[][]{{}, {""}, {"new"}, {"new", ""}, {"new", "New"}}) {
            assertThrows(InputException.class, () -> atTerminal(answers).fresh(), List.of(answers).toString());
        }
    }

    @Test
    void only_one_source_can_be_named() {
        assertThrows(CommandLine.ParameterException.class,
                () -> options("list", "--password-stdin", "--password-fd", "3"));
    }

    @Test
    void commands_about_plug_ins_take_no_password() {
        assertThrows(CommandLine.ParameterException.class, () -> options("plugin", "list", "--password-stdin"));
    }
}
