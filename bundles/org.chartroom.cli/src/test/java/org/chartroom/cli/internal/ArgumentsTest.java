package org.chartroom.cli.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import picocli.CommandLine;

/** Commands get their arguments as they are. */
class ArgumentsTest {
    private static CommandLine.ParseResult parse(String... arguments) {
        Context context = new Context(Path.of("/nowhere"), null, new PrintWriter(new StringWriter()), null);
        return CliApplication.commandLine(context, new PasswordOptions()).parseArgs(arguments).subcommand();
    }

    @Property
    void any_text_arrives_as_the_value_of_a_field(@ForAll String text) {
        CommandLine.ParseResult set = parse("set", "R-001", "title=" + text);
        assertEquals(List.of("title=" + text), set.matchedPositionalValue(1, List.of()));
        Map<String, String> values = new LinkedHashMap<>();
        new Assignments("FIELD=VALUE", set.matchedPositionalValue(1, List.<String>of())).forEach(values::put);
        assertEquals(Map.of("title", text), values);
    }

    @Property
    void any_text_arrives_as_the_value_of_an_option(@ForAll String text) {
        assertEquals(text, parse("set", "R-001", "title=x", "--reason=" + text).matchedOptionValue("--reason", ""));
        assertEquals(text, parse("set", "R-001", "title=x", "--reason", text).matchedOptionValue("--reason", ""));
    }

    @Property
    void any_text_arrives_behind_two_dashes(@ForAll String text) {
        assertEquals(text, parse("comment", "--", "R-001", text).matchedPositionalValue(1, ""));
    }

    @Test
    void what_begins_with_an_at_sign_is_a_text_and_names_no_file() {
        assertEquals("@/etc/hostname", parse("comment", "R-001", "@/etc/hostname").matchedPositionalValue(1, ""));
    }

    @Test
    void what_begins_with_a_dash_can_be_the_value_of_an_option() {
        assertEquals("--json", parse("set", "R-001", "a=b", "--reason", "--json").matchedOptionValue("--reason", ""));
    }

    @Test
    void a_line_break_sets_no_other_field() {
        Map<String, String> values = new LinkedHashMap<>();
        new Assignments("FIELD=VALUE", List.of("cause=a\ntitle=INJECTED")).forEach(values::put);
        assertEquals(Map.of("cause", "a\ntitle=INJECTED"), values);
    }

    @Test
    void an_argument_without_an_equals_sign_is_told() {
        assertTrue(assertThrows(InputException.class, () -> new Assignments("FIELD=VALUE", List.of("title")))
                .getMessage().contains("FIELD=VALUE"));
    }

    @Test
    void a_text_that_no_file_could_hold_is_refused_before_anything_is_done() {
        for (String[] arguments : new String[][]{{"set", "R-001", "title=bell\u0007"},
                {"comment", "R-001", "\u001b[2J"},
                {"set", "R-001", "title=x", "--reason", "half \uD83D"}}) {
            StringWriter said = new StringWriter();
            int code = CliApplication.commandLine(new Context(Path.of("/nowhere"), null, new PrintWriter(said), null),
                    new PasswordOptions())
                    .setExecutionExceptionHandler((failure, command, result) -> {
                        said.append(failure.getMessage());
                        return CliApplication.BAD_INPUT;
                    }).execute(arguments);
            assertEquals(CliApplication.BAD_INPUT, code, said.toString());
            assertTrue(said.toString().contains("can't be kept, because the text has the character U+"),
                    said.toString());
        }
    }
}
