package org.chartroom.cli.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;

class HelpTest {
    private static CommandLine all() {
        return CliApplication.commandLine(
                new Context(Path.of("/nowhere"), null, new PrintWriter(new StringWriter()), null),
                new PasswordOptions());
    }

    private static Stream<CommandLine> commands(CommandLine command) {
        return command.getSubcommands().values().stream().distinct()
                .flatMap(one -> Stream.concat(Stream.of(one), commands(one)));
    }

    @TestFactory
    Stream<DynamicTest> every_command_has_help() {
        return commands(all()).map(CommandLine::getCommandSpec).map(spec -> DynamicTest
                .dynamicTest(spec.qualifiedName(), () -> {
                    StringWriter out = new StringWriter();
                    CommandLine all = all().setOut(new PrintWriter(out));
                    String[] words = spec.qualifiedName().split(" ");
                    String[] arguments = Stream.concat(Stream.of(words).skip(1), Stream.of("--help"))
                            .toArray(String[]::new);
                    assertEquals(0, all.execute(arguments));
                    assertTrue(out.toString().startsWith("Usage: " + spec.qualifiedName()), out.toString());
                }));
    }

    @TestFactory
    Stream<DynamicTest> every_command_and_option_says_what_it_is_for() {
        return commands(all()).map(CommandLine::getCommandSpec).map(spec -> DynamicTest
                .dynamicTest(spec.qualifiedName(), () -> {
                    assertTrue(spec.usageMessage().description().length > 0);
                    for (ArgSpec argument : spec.args()) {
                        assertFalse(String.join("", argument.description()).isBlank(), argument.toString());
                    }
                }));
    }

    private static String said(String... arguments) {
        StringWriter out = new StringWriter();
        assertEquals(0, all().setOut(new PrintWriter(out)).execute(arguments));
        return out.toString();
    }

    @Test
    void help_says_the_usage() {
        assertEquals(said("--help"), said("help"));
    }

    @Test
    void help_of_a_command_says_what_its_option_says() {
        assertEquals(said("import", "--help"), said("help", "import"));
    }

    @Test
    void help_of_what_is_no_command_is_bad_usage() {
        assertEquals(2, all().setErr(new PrintWriter(new StringWriter())).execute("help", "nothing"));
    }
}
