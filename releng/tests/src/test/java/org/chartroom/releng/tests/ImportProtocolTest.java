package org.chartroom.releng.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the workspace keeps of each import, and the figures that it is told to contradict. */
class ImportProtocolTest {
    private static final String TABLE = "Key,Title,Likelihood,Impact,Score,Cost likely,Colour\n"
            + "A,Fire in the Datacentre,2,3,6,100.50 EUR,red\nB,Flood,4,5,25,200 EUR,\nC,Theft,often,1,1,7 EUR,\n";

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void initialise() throws Exception {
        run(0, "init");
        file = Files.writeString(folder.resolve("risks.csv"), TABLE);
    }

    private String run(int exitCode, String... arguments) throws Exception {
        Product.Ended ended = new Product(folder).with(arguments).run();
        assertEquals(exitCode, ended.exitCode(), ended.output());
        return ended.output();
    }

    private static void assertContains(String output, String... parts) {
        for (String part : parts) {
            assertTrue(output.contains(part), "no \"" + part + "\" in " + output);
        }
    }

    private String revision() throws Exception {
        Matcher number = Pattern.compile("\"revision\": (\\d+)").matcher(run(0, "imports", "--json"));
        assertTrue(number.find());
        return number.group(1);
    }

    @Test
    void totals_and_contradictions_are_told_by_plan_and_import_alike() throws Exception {
        for (String[] more : new String[][]{{"--dry-run"}, {}}) {
            String[] all = Stream.concat(Stream.of("import", file.toString()), Stream.of(more)).toArray(String[]::new);
            assertContains(run(1, all), "line 3, B: Score is 25 in the file, and 20 when it is computed from the row",
                    "Rows read: 3; arrived: 2 (new: 2, changed: 0); unchanged: 0; refused: 1.",
                    "Cost likely: sum in the file 307.50 EUR, arrived 300.50 EUR; 7.00 EUR is in rows that were refused, or goes nowhere.",
                    "Score: not taken over, but compared with Current score");
        }
    }

    @Test
    void an_import_is_listed_and_shown_in_full_with_its_file() throws Exception {
        run(1, "import", file.toString(), "--currency", "EUR");

        String sha = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(TABLE.getBytes(StandardCharsets.UTF_8)));
        assertContains(run(0, "imports"), "risks.csv into RSK-001; new 2, changed 0, unchanged 0, refused 1.",
                System.getProperty("user.name"));
        assertContains(run(0, "imports", revision()), "SHA-256 " + sha, "Likelihood > currentLikelihood",
                "Options: currency EUR.", "line 4: refused C", "line 3, B: Score is 25",
                "The column \"Colour\" goes nowhere", "Rows read: 3;");
        assertContains(run(0, "imports", revision(), "--json"), "\"sha256\": \"" + sha + "\"",
                "\"field\": \"currentLikelihood\"", "\"contradictionCount\": 1", "\"stated\": \"25\"",
                "\"currency\": \"EUR\"");
    }

    @Test
    void what_writes_nothing_leaves_no_protocol() throws Exception {
        assertContains(run(0, "imports"), "Nothing was imported yet");
        run(1, "import", file.toString(), "--dry-run");
        run(1, "import", file.toString(), "--all-or-nothing");

        assertContains(run(0, "imports"), "Nothing was imported yet");
        assertContains(run(3, "imports", "1"), "Nothing was imported with revision 1");
    }

    @Test
    void a_model_file_has_its_protocol_too_and_takes_none_with_it() throws Exception {
        run(1, "import", file.toString());
        Path model = folder.resolve("all.xmi");
        run(0, "export", "--all", "--format", "xmi", "--output", model.toString());
        assertFalse(Files.readString(model).contains("sha256"));
        run(0, "set", "RSK-001/A", "title=Fire");
        run(0, "import", model.toString());

        assertContains(run(0, "imports"), "all.xmi into RSK-001; new 0, changed 1", "risks.csv into RSK-001");
        assertContains(run(0, "imports", revision()), "changed RSK-001 risks: ", "1 fields changed");
    }

    @Test
    void the_protocol_stays_when_the_import_is_taken_back_saved_elsewhere_backed_up_and_restored() throws Exception {
        run(0, "new", "org.chartroom.risk.register", "--title", "First");
        run(1, "import", file.toString());
        run(0, "backup", "create");
        run(0, "revert", revision());
        assertContains(run(0, "imports"), "risks.csv into RSK-002");
        assertContains(run(0, "verify"), "Intact");
        Path elsewhere = folder.resolve("elsewhere");
        run(0, "save-as", elsewhere.toString());
        assertContains(run(0, "--workspace", elsewhere.toString(), "imports"), "risks.csv into RSK-002");
        run(0, "restore");
        assertContains(run(0, "imports"), "risks.csv into RSK-002");
        assertContains(run(0, "verify"), "Intact");
    }

    @Test
    void a_workspace_with_a_password_shows_nothing_of_it_outside() throws Exception {
        assertEquals(0,
                new Product(folder).with("password", "set", "--password-stdin").reading("secret").run().exitCode());
        assertEquals(1, new Product(folder).with("import", file.toString(), "--password-stdin").reading("secret").run()
                .exitCode());

        Product.Ended ended = new Product(folder).with("imports", "--password-stdin").reading("secret").run();
        assertContains(ended.output(), "risks.csv into RSK-001");
        Path workspace = new Product(folder).workspace();
        try (Stream<Path> files = Files.walk(workspace)) {
            for (Path one : files.filter(Files::isRegularFile).toList()) {
                String bytes = new String(Files.readAllBytes(one), StandardCharsets.ISO_8859_1);
                assertFalse(bytes.contains("Fire in the Datacentre") || bytes.contains("risks.csv"), one.toString());
            }
        }
    }
}
