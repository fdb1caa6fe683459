package org.chartroom.releng.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The command line of the product, without a display. The workspace is made once; tests that change it come last.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CommandLineTest {
    private static final Path ROOT = Path.of(System.getProperty("root"));
    private static final Path DATA = ROOT.resolve("bundles/org.chartroom.exchange/src/test/resources/data");
    /** What is in it are some 800 kB. */
    private static final long MOST_BYTES_OF_SAMPLE = 2L << 20;
    private static final Path RISKS = DATA.resolve("facile_project_risks.csv");

    @TempDir
    static Path folder;

    private static Product.Ended run(String... arguments) throws Exception {
        return new Product(folder).with(arguments).run();
    }

    private static void assertRun(int exitCode, String printed, String... arguments) throws Exception {
        Product.Ended ended = run(arguments);
        assertEquals(exitCode, ended.exitCode(), ended.output());
        assertTrue(ended.output().contains(printed), ended.output());
    }

    @BeforeAll
    static void make_a_workspace_with_the_sample() throws Exception {
        assertRun(0, "of them from the sample", "init", "--sample");
        long size = Files.size(new Product(folder).workspace().resolve("workspace.mv.db"));
        assertTrue(size <= MOST_BYTES_OF_SAMPLE, size + " bytes");
    }

    @Test
    @Order(1)
    void list_names_the_artifacts() throws Exception {
        assertRun(0, "RSK-002", "list");
    }

    @Test
    @Order(1)
    void list_prints_json() throws Exception {
        assertRun(0, "\"key\": \"RSK-001\"", "list", "--json");
    }

    @Test
    @Order(1)
    void show_prints_computed_values_too() throws Exception {
        assertRun(0, "\"currentLevel\": \"critical\"", "show", "RSK-001/R-001", "--json");
    }

    @Test
    @Order(1)
    void validate_ends_with_1_when_it_finds_something() throws Exception {
        assertRun(1, "R-004 is high, worse than the appetite of moderate", "validate", "RSK-001");
    }

    @Test
    @Order(2)
    void validate_ends_with_0_when_all_it_finds_is_worth_knowing_only() throws Exception {
        run("set", "RSK-002", "lastReviewedOn=" + LocalDate.now());

        assertRun(0, "RSK-002 info: ", "validate", "RSK-002");
    }

    @Test
    @Order(1)
    void review_counts_what_is_worth_knowing_apart_from_warnings() throws Exception {
        Product.Ended ended = run("review");

        assertEquals(0, ended.exitCode(), ended.output());
        assertTrue(ended.output().lines().anyMatch(
                line -> line.matches("RSK-002 +0 errors +[01] warnings +2 notes  Data centre exit: risk register")),
                ended.output());
    }

    @Test
    @Order(1)
    void a_report_holds_its_charts_without_a_display() throws Exception {
        Path page = folder.resolve("report.html");
        assertRun(0, "report.html", "report", "RSK-001", "--output", page.toString());
        String html = Files.readString(page);
        assertTrue(html.contains("<h2>Heat map</h2>") && html.contains("<svg"), html);
        assertFalse(html.contains("is missing"), html);
        Path document = folder.resolve("report.docx");
        assertRun(0, "report.docx", "report", "VAR-001", "--output", document.toString());
        assertEquals('P', Files.readAllBytes(document)[0]);
    }

    @Test
    @Order(1)
    void a_report_of_unknown_form_ends_with_3_and_says_which_there_are() throws Exception {
        assertRun(3, "let its name end with .html or .docx", "report", "RSK-001", "--output", "report.pdf");
    }

    @Test
    @Order(1)
    void a_report_that_can_not_be_written_ends_with_3() throws Exception {
        assertRun(3, "choose another folder", "report", "RSK-001", "--output", folder + "/nowhere/report.html");
    }

    @Test
    @Order(1)
    void a_report_on_nothing_leaves_the_file_that_was_there() throws Exception {
        Path page = Files.writeString(folder.resolve("kept.html"), "kept");
        assertRun(3, "There is no artifact RSK-999", "report", "RSK-999", "--output", page.toString());
        assertEquals("kept", Files.readString(page));
    }

    @Test
    @Order(1)
    void bad_usage_ends_with_2() throws Exception {
        assertRun(2, "Unmatched argument at index 0: 'conjure'", "conjure");
    }

    @Test
    @Order(1)
    void an_unknown_key_ends_with_3_and_says_where_the_keys_are() throws Exception {
        assertRun(3, "There is no artifact RSK-999", "show", "RSK-999");
    }

    @Test
    @Order(1)
    void a_value_off_the_scale_ends_with_3_and_names_the_field() throws Exception {
        assertRun(3, "currentLikelihood of R-001 can't be set, because 9 is outside the scale of 1 to 5", "set",
                "RSK-001/R-001", "currentLikelihood=9");
    }

    @Test
    @Order(1)
    void a_binary_file_ends_with_3() throws Exception {
        Path file = Files.write(folder.resolve("picture.csv"), new byte[]{1, 0, 2});
        assertRun(3, "picture.csv is a binary file", "import", file.toString());
    }

    @Test
    @Order(1)
    void a_folder_without_a_workspace_ends_with_4() throws Exception {
        Product.Ended ended = new Product(Files.createDirectory(folder.resolve("empty"))).with("list").run();
        assertEquals(4, ended.exitCode(), ended.output());
    }

    @Test
    @Order(1)
    void a_dry_run_writes_nothing() throws Exception {
        assertRun(0, "16 new, 0 changed", "import", RISKS.toString(), "--into", "RSK-002", "--dry-run");
        assertRun(0, "16 new, 0 changed", "import", RISKS.toString(), "--into", "RSK-002", "--dry-run");
    }

    @Test
    @Order(1)
    void export_writes_a_model_file() throws Exception {
        Path file = folder.resolve("model.xmi");
        assertRun(0, "model.xmi", "export", "RSK-001", "--format", "xmi", "--output", file.toString());
        assertTrue(Files.readString(file).contains("Ransomware reaches the record"));
    }

    @Test
    @Order(1)
    void a_workbook_goes_out_and_comes_in_unchanged() throws Exception {
        Path file = folder.resolve("register.xlsx");
        assertRun(0, "register.xlsx", "export", "RSK-001", "--format", "xlsx", "--output", file.toString());
        assertRun(0, "0 new, 0 changed, 12 unchanged, 0 refused", "import", file.toString(), "--into", "RSK-001",
                "--dry-run");
        assertRun(3, "has no sheet \"Nothing\"; it has Risks", "import", file.toString(), "--sheet", "Nothing", "--dry-run");
        assertRun(3, "is for text files", "import", file.toString(), "--delimiter", ";", "--dry-run");
        Path old = Files.writeString(folder.resolve("old.xls"), "no workbook");
        assertRun(3, "old.xls is damaged or no Excel workbook", "import", old.toString(), "--dry-run");
    }

    @Test
    @Order(1)
    void the_risks_of_a_plan_of_action_are_imported_and_what_is_left_out_is_told() throws Exception {
        assertRun(0, "2 new, 0 changed", "import", DATA.resolve("oscal_ifa_poam.json").toString(), "--format",
                "oscal-poam", "--dry-run");
        assertRun(0, "Not taken over of facets: system.", "import", DATA.resolve("oscal_ifa_poam.json").toString(),
                "--dry-run");
        assertRun(3, "is no valid JSON", "import", RISKS.toString(), "--format", "oscal-poam", "--dry-run");
        assertRun(3, "choose one of auto, table, oscal-poam, forecast-history", "import", RISKS.toString(), "--format", "word");
    }

    @Test
    @Order(1)
    void a_forecast_history_becomes_lines_or_changes() throws Exception {
        String file = DATA.resolve("nyc_capital_projects_20190901.csv").toString();
        assertRun(0, "378 new, 0 changed, 0 unchanged, 0 refused", "import", file, "--dry-run");
        assertRun(0, "CHG-002 (dry run): ", "import", file, "--type", "org.chartroom.change.log", "--dry-run");
    }

    @Test
    @Order(1)
    void a_forecast_history_that_was_committed_is_there_again(@TempDir Path own) throws Exception {
        String file = DATA.resolve("nyc_capital_projects_20190901.csv").toString();
        assertEquals(0, new Product(own).with("init").run().exitCode());
        assertTrue(new Product(own).with("import", file).run().output().contains("378 new"));
        assertTrue(new Product(own).with("import", file, "--into", "VAR-001").run().output()
                .contains("0 new, 0 changed, 378 unchanged"));
        assertEquals(0, new Product(own).with("verify").run().exitCode());
    }

    @Test
    @Order(1)
    void the_usage_names_all_commands() throws Exception {
        JavaClass all = new ClassFileImporter()
                .importPath(Path.of(System.getProperty("root")).resolve("bundles/org.chartroom.cli/target/classes"))
                .get("org.chartroom.cli.internal.ChartroomCommand");
        JavaClass[] commands = (JavaClass[]) command(all).get("subcommands").orElseThrow();
        String usage = run("--help").output();
        assertEquals(List.of(), Arrays.stream(commands).map(type -> command(type).get("name").orElseThrow())
                .filter(name -> !usage.matches("(?s).*[\\s]" + name + "[,;].*")).toList());
        assertTrue(commands.length > 20, Arrays.toString(commands));
    }

    private static JavaAnnotation<?> command(JavaClass type) {
        return type.getAnnotationOfType("picocli.CommandLine$Command");
    }

    @Test
    @Order(1)
    void verify_of_an_untouched_workspace_ends_with_0_and_knows_its_head() throws Exception {
        String hash = run("head").output().strip().split(" ")[1];
        assertRun(0, "Intact", "verify", "--head", hash);
    }

    @Test
    @Order(1)
    void verify_against_a_head_that_is_not_there_ends_with_1() throws Exception {
        assertRun(1, "\"kind\": \"cut off\"", "verify", "--json", "--head", "0".repeat(64));
        assertRun(3, "64 hexadecimal digits", "verify", "--head", "abc");
    }

    @Test
    @Order(1)
    void a_damaged_note_of_the_newest_revision_is_told_once_and_verify_ends_with_1(@TempDir Path own) throws Exception {
        assertEquals(0, new Product(own).with("init", "--sample").run().exitCode());
        Files.writeString(own.resolve("workspace/.chartroom/head"), "garbage");
        Product.Ended list = new Product(own).with("list").run();
        assertEquals(0, list.exitCode(), list.output());
        assertEquals(2, list.output().split("head is damaged", -1).length, list.output());
        Product.Ended verify = new Product(own).with("verify").run();
        assertEquals(1, verify.exitCode(), verify.output());
        assertTrue(verify.output().contains("NOT INTACT: something was altered."), verify.output());
    }

    @Test
    @Order(1)
    void init_where_the_database_is_lost_names_restore_and_makes_nothing(@TempDir Path own) throws Exception {
        assertEquals(0, new Product(own).with("init", "--sample").run().exitCode());
        Files.delete(own.resolve("workspace/workspace.mv.db"));
        for (String command : List.of("init", "list")) {
            Product.Ended ended = new Product(own).with(command).run();
            assertEquals(4, ended.exitCode(), ended.output());
            assertTrue(ended.output().contains("chartroom restore"), ended.output());
        }
        assertFalse(Files.exists(own.resolve("workspace/workspace.mv.db")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"html", "docx", "xlsx", "xmi"})
    @Order(1)
    void verify_finds_the_state_that_was_handed_out_with_a_file(String format) throws Exception {
        Path file = folder.resolve("handed-out." + format);
        if (format.equals("html") || format.equals("docx")) {
            assertRun(0, "handed-out", "report", "RSK-001", "-o", file.toString());
        } else {
            assertRun(0, "handed-out", "export", "RSK-001", "--format", format, "-o", file.toString());
        }
        assertRun(0, "nothing up to it was altered since", "verify", "--against", file.toString());
    }

    @Test
    @Order(1)
    void verify_finds_the_state_that_head_printed() throws Exception {
        Path text = Files.writeString(folder.resolve("head.txt"), run("head").output());
        assertRun(0, "is in the chain", "verify", "--against", text.toString());
        Path json = Files.writeString(folder.resolve("head.json"), run("head", "--json").output());
        assertRun(0, "\"against\": {", "verify", "--json", "--against", json.toString());
    }

    @Test
    @Order(1)
    void verify_tells_that_a_state_handed_out_is_not_in_the_chain_any_more() throws Exception {
        Path text = Files.writeString(folder.resolve("rewritten.txt"), "1 " + "0".repeat(64) + "\n");
        assertRun(1, "cut off", "verify", "--against", text.toString());
    }

    @Test
    @Order(1)
    void verify_refuses_a_file_that_names_no_state_of_this_workspace() throws Exception {
        Path csv = folder.resolve("handed-out.csv");
        assertRun(0, "handed-out", "export", "RSK-001", "-o", csv.toString());
        assertRun(3, "a csv file can't hold it", "verify", "--against", csv.toString());
        String[] head = run("head").output().strip().split(" ");
        Path other = Files.writeString(folder.resolve("other.html"), "<p>State: revision " + head[0] + ", head "
                + head[1] + ", workspace 00000000-0000-0000-0000-000000000000</p>");
        assertRun(3, "is of the workspace 00000000", "verify", "--against", other.toString());
        Path renumbered = Files.writeString(folder.resolve("renumbered.txt"), "999 " + head[1] + "\n");
        assertRun(3, "names revision 999 with the hash of another", "verify", "--against", renumbered.toString());
    }

    @Test
    @Order(2)
    void set_is_a_revision_that_history_tells() throws Exception {
        assertRun(0, "Revision", "set", "RSK-001/R-004", "confidence=high", "--reason", "second look");
        assertRun(0, "confidence: medium -> high (second look)", "history", "RSK-001/R-004");
        assertRun(0, "confidence", "history", "RSK-001", "--person", System.getProperty("user.name"), "--since",
                "2026-01-01");
        assertFalse(run("history", "--person", "nobody").output().contains("confidence"));
        assertRun(2, "--until", "history", "--until", "yesterday");
    }

    @Test
    @Order(2)
    void a_state_is_shown_as_of_a_baseline() throws Exception {
        assertRun(0, "Gate", "baseline", "create", "Gate", "--description", "before the board");
        assertRun(0, "Revision", "set", "RSK-002", "title=Renamed");
        assertRun(0, "Renamed", "show", "RSK-002");
        assertFalse(run("show", "RSK-002", "--at", "Gate").output().contains("Renamed"));
        assertFalse(run("list", "--at", "gate").output().contains("Renamed"));
        assertFalse(run("export", "RSK-002", "--format", "html", "--at", "Gate").output().contains("Renamed"));
        assertRun(3, "There is no state Gate 7", "show", "RSK-002", "--at", "Gate 7");
        assertRun(0, "\"description\": \"before the board\"", "baseline", "list", "--json");
        assertRun(2, "--reason", "baseline", "remove", "Gate");
        assertRun(0, "Revision", "baseline", "remove", "Gate", "--reason", "test");
    }

    @Test
    @Order(2)
    void compare_tells_what_changed_and_revert_takes_it_back() throws Exception {
        Path model = folder.resolve("compared.xmi");
        assertRun(0, "compared.xmi", "export", "RSK-001", "--format", "xmi", "--output", model.toString());
        String revision = run("head").output().strip().split(" ")[0];
        assertRun(0, "Revision", "set", "RSK-001/R-001", "currentLikelihood=1");
        String changed = run("head").output().strip().split(" ")[0];
        assertRun(1, "1 fields changed", "compare", revision);
        assertRun(1, "Current level: ", "compare", revision, "now");
        assertRun(1, "\"field\": \"currentLikelihood\"", "compare", model.toString(), "now", "--json");
        Path html = folder.resolve("differences.html");
        assertRun(1, "computed values changed", "compare", revision, "now", "--html", html.toString());
        assertTrue(Files.readString(html).contains("<td class=\"changed\">"));
        Path docx = folder.resolve("differences.docx");
        assertRun(1, "1 fields changed", "compare", revision, "now", "--docx", docx.toString());
        try (FileSystem archive = FileSystems.newFileSystem(docx)) {
            String text = Files.readString(archive.getPath("word/document.xml"));
            assertTrue(text.contains("Current L<") && text.contains(">computed<"), text);
        }
        assertRun(3, "can't be written", "compare", revision, "--docx", folder.resolve("none/a.docx").toString());
        assertRun(0, "Revision", "revert", changed);
        assertRun(0, "0 fields changed", "compare", revision);
        assertRun(3, "can't be taken back", "revert", changed);
        assertRun(3, "There is no revision 9999", "revert", "9999");
    }

    @Test
    @Order(2)
    void accepting_a_risk_without_a_reason_ends_with_3() throws Exception {
        assertRun(3, "wants a reason", "set", "RSK-001/R-004", "acceptedBy=Marta Keller");
        assertRun(0, "Revision", "set", "RSK-001/R-004", "acceptedBy=Marta Keller", "--reason", "board of May");
    }

    @Test
    @Order(2)
    void a_comment_is_written_on_a_field_and_shown() throws Exception {
        assertRun(0, "Revision", "comment", "RSK-001/R-004", "Which month?", "--field", "owner");
        assertRun(0, "\u203A Owner, ", "show", "RSK-001/R-004");
        assertRun(0, "Which month?", "show", "RSK-001");
        assertRun(3, "has no field colour", "comment", "RSK-001", "Which?", "--field", "colour");
        assertRun(3, "is empty", "comment", "RSK-001", " ");
    }

    @Test
    @Order(2)
    void a_sign_off_is_requested_given_and_invalidated_by_a_later_revision() throws Exception {
        assertRun(0, "Revision", "signoff", "request", "RSK-002", "--person", "Marta Keller", "--role", "sponsor");
        assertRun(0, "pending", "signoff", "list", "--person", "marta keller");
        assertRun(0, "Revision", "signoff", "give", "RSK-002", "--person", "Marta Keller");
        assertRun(0, "\"status\": \"approved\"", "signoff", "list", "--json");
        assertRun(0, "Revision", "set", "RSK-002", "summary=Changed after the sign-off");
        assertRun(1, "invalidated by revision", "signoff", "list");
        assertRun(0, "Revision", "signoff", "revoke", "RSK-002", "--person", "Marta Keller", "--reason", "new facts");
        assertRun(3, "nothing to revoke", "signoff", "revoke", "RSK-002", "--person", "Jonas Weber", "--reason", "x");
    }

    @Test
    @Order(2)
    void compact_keeps_the_head() throws Exception {
        String head = run("head").output();
        assertRun(0, "revisions kept", "compact");
        assertEquals(head, run("head").output());
    }

    @Test
    @Order(2)
    void a_damaged_workspace_is_restored_with_one_command() throws Exception {
        Path own = Files.createDirectory(folder.resolve("damaged"));
        assertEquals(0, new Product(own).with("init", "--sample").run().exitCode());
        assertEquals(0, new Product(own).with("backup", "create").run().exitCode());
        Files.write(own.resolve("workspace/workspace.mv.db"), new byte[9000]);
        assertEquals(4, new Product(own).with("list").run().exitCode());
        assertTrue(new Product(own).with("backup", "list", "--json").run().output().contains("\"occasion\": \"manual\""));
        Product.Ended restored = new Product(own).with("restore").run();
        assertEquals(0, restored.exitCode(), restored.output());
        assertTrue(new Product(own).with("list").run().output().contains("RSK-002"));
        assertEquals(3, new Product(own).with("restore", "nothing.mv.db").run().exitCode());
    }

    @Test
    @Order(3)
    void the_same_import_again_changes_nothing() throws Exception {
        assertRun(0, "16 new", "import", RISKS.toString(), "--into", "RSK-002");
        assertRun(0, "0 new, 0 changed, 16 unchanged, 0 refused", "import", RISKS.toString(), "--into", "RSK-002");
    }

    @Test
    @Order(3)
    void a_check_is_switched_off_with_a_reason_and_every_artifact_says_so() throws Exception {
        assertRun(0, "org.chartroom.risk.aboveAppetite", "checks");
        assertRun(3, "needs a reason", "checks", "org.chartroom.risk.aboveAppetite", "--severity", "off");
        assertRun(3, "There is no check org.example.none", "checks", "org.example.none", "--severity", "off", "--reason",
                "x");
        assertRun(3, "is no threshold of", "checks", "org.chartroom.risk.aboveAppetite", "--threshold", "weeks=2",
                "--reason", "x");

        assertRun(0, "Revision", "checks", "org.chartroom.risk.aboveAppetite", "--severity", "off", "--reason",
                "The board decides");

        Product.Ended ended = run("validate", "RSK-001");
        assertTrue(ended.output().contains("Above appetite without action (The board decides)"), ended.output());
        assertFalse(ended.output().contains("worse than the appetite of moderate"), ended.output());
        assertRun(0, "\"severity\": \"off\"", "checks", "--json");

        run("checks", "org.chartroom.risk.aboveAppetite", "--severity", "declared", "--reason", "The board said no");
        assertRun(1, "R-004 is high, worse than the appetite of moderate", "validate", "RSK-001");
    }
}
