package org.chartroom.releng.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The import of tables on the command line: it says how it took a file, and its options count. */
class TableImportTest {
    private static final Path TABLES = Path.of(System.getProperty("root"))
            .resolve("bundles/org.chartroom.exchange/src/test/resources/data/tables");

    @TempDir
    static Path folder;

    @BeforeAll
    static void init() throws Exception {
        assertEquals(0, new Product(folder).with("init").run().exitCode());
    }

    private static String run(int exitCode, String... arguments) throws Exception {
        Product.Ended ended = new Product(folder).with(arguments).run();
        assertEquals(exitCode, ended.exitCode(), ended.output());
        return ended.output();
    }

    private static String dryRun(int exitCode, Path file, String... options) throws Exception {
        Product product = new Product(folder).with("import", file.toString(), "--dry-run").with(options);
        Product.Ended ended = product.run();
        assertEquals(exitCode, ended.exitCode(), ended.output());
        return ended.output();
    }

    private static Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static void assertContains(String output, String... parts) {
        for (String part : parts) {
            assertTrue(output.contains(part), output);
        }
    }

    @Test
    void the_text_says_how_the_file_and_each_column_is_taken() throws Exception {
        assertContains(dryRun(0, TABLES.resolve("german-headers.csv")),
                "german-headers.csv: UTF-8, delimiter ;, header in line 1.",
                "  Eintrittswahrscheinlichkeit > currentLikelihood (scale words; hoch = 4", "2 new, 0 changed");
        assertContains(dryRun(0, TABLES.resolve("x-veryhidden-sheet.xlsx")),
                "x-veryhidden-sheet.xlsx: sheet Register, header in row 1. Sheets left out: Lists (hidden), rows: ");
    }

    @Test
    void the_json_says_the_plan() throws Exception {
        assertContains(dryRun(0, TABLES.resolve("title-rows.csv"), "--json"), "\"headerRow\": 4", "\"delimiter\": \";\"",
                "\"field\": \"title\"", "Rows above the header: 2", "\"nowhere\": []");
    }

    @Test
    void values_that_go_nowhere_end_with_1_when_they_may_not() throws Exception {
        Path file = write("colour.csv", "Title,Owner,Colour\nA,Ana,red\n");
        assertContains(dryRun(0, file), "The column \"Colour\" goes nowhere; values in it: 1.");
        assertContains(dryRun(1, file, "--strict"), "Nothing was written, because values or options go nowhere, or texts look damaged (--strict).");
    }

    @Test
    void a_wholly_refused_import_is_not_remembered() throws Exception {
        Path file = write("refused.csv", "Title,Event,Cause,Likelihood,Impact,Refused\nFire,Burns,Spark,33,4,\n");
        run(1, "import", file.toString(), "--map", "Event=consequence");

        assertFalse(dryRun(1, file).contains("as in the last import"), "It is remembered.");
    }

    @Test
    void a_list_that_is_left_out_ends_with_1_when_nothing_may_go_nowhere() throws Exception {
        Path file = write("lists.json", "{\"one\": [{\"title\": \"A\"}], \"two\": [{\"name\": \"B\"}]}");

        assertContains(dryRun(1, file, "--strict"), "Nothing was written, because values or options go nowhere, or texts look damaged (--strict).");
        assertContains(dryRun(0, file, "--strict", "--sheet", "one"), "1 new");
    }

    @Test
    void a_file_that_is_no_mapping_is_not_written_over() throws Exception {
        Path file = write("own.csv", "Title\nA\n");

        assertContains(dryRun(3, file, "--save-mapping", file.toString()), "own.csv is there already and is no mapping");

        assertEquals("Title\nA\n", Files.readString(file));
    }

    @Test
    void what_a_new_artifact_is_means_nothing_for_one_that_is_there() throws Exception {
        Path file = write("there.csv", "Title\nA\n");
        String artifact = run(0, "import", file.toString(), "--json").split("\"artifact\": \"")[1].split("\"")[0];

        assertContains(dryRun(3, file, "--into", artifact, "--title", "Other"),
                "--title says what a new artifact is, and --into " + artifact + " names one that is there");
    }

    @Test
    void options_that_mean_nothing_for_the_file_are_told_and_count_as_going_nowhere() throws Exception {
        Path file = write("names.csv", "Title\nA\n");
        String told = "Options that mean nothing for this file, because no column takes them: --decimal, --scale.";

        assertContains(dryRun(0, file, "--decimal", "comma", "--scale", "10"), told);
        assertContains(dryRun(1, file, "--decimal", "comma", "--scale", "10", "--strict"), told,
                "Nothing was written, because values or options go nowhere, or texts look damaged (--strict).");
    }

    @Test
    void what_a_new_artifact_is_means_nothing_for_the_directory() throws Exception {
        Path file = write("people.csv", "Name,E-mail\nAna,ana@example.org\n");

        assertContains(dryRun(3, file, "--into", "directory", "--title", "Other"),
                "--title says what a new artifact is, and --into directory names one that is there");
    }

    @Test
    void a_mapping_for_something_else_than_the_target_is_refused() throws Exception {
        Path table = write("target.csv", "Title\nA\n");
        Path artifact = write("artifact.json", "{\"type\": \"org.chartroom.risk.register\", \"columns\": []}");
        Path directory = write("directory.json", "{\"into\": \"directory\", \"columns\": []}");

        assertContains(dryRun(3, table, "--mapping", artifact.toString(), "--into", "directory"),
                "The mapping is for org.chartroom.risk.register, and not for directory; leave --into and --type out");
        assertContains(dryRun(3, table, "--mapping", directory.toString(), "--into", "RSK-001"),
                "The mapping is for directory, and not for RSK-001; leave --into and --type out");
    }

    @Test
    void what_is_said_of_the_first_of_several_sheets_only_is_told() throws Exception {
        Path register = write("register.csv", "Title\nA\n");
        String key = run(0, "import", register.toString(), "--json").split("\"artifact\": \"")[1].split("\"")[0];
        Path actions = write("actions.csv", "Risk,Description,Owner\nR-001,Drill,Ana\n");
        run(0, "import", actions.toString(), "--into", key, "--list", "actions");
        Path workbook = folder.resolve("sheets.xlsx");
        run(0, "export", key, "--format", "xlsx", "--output", workbook.toString());

        assertContains(dryRun(0, workbook, "--into", key, "--header-row", "1", "--map", "Title=title"),
                "Only for the sheet Risks: --header-row, --map.");
    }

    @Test
    void a_refused_row_holds_up_the_others_when_that_is_said() throws Exception {
        Path file = write("rows.csv", "Title,Likelihood\nA,3\nB,often\n");
        String artifact = run(1, "import", file.toString(), "--json").split("\"artifact\": \"")[1].split("\"")[0];
        assertContains(run(0, "show", artifact + "/R-001"), "A");
        assertContains(run(1, "import", file.toString(), "--all-or-nothing", "--json"), "\"written\": false");
        assertContains(run(0, "import", file.toString(), "--into", artifact, "--all-or-nothing", "--values", "often=4"),
                "1 new, 0 changed, 1 unchanged, 0 refused.");
    }

    @Test
    void a_mapping_file_makes_the_next_import_one_command() throws Exception {
        Path mapping = folder.resolve("mapping.json");
        Path first = write("first.csv", "what|how bad|who\nFire|0|AB\n");
        assertContains(dryRun(0, first, "--map", "what=title", "--map", "how bad=currentImpact", "--map", "who=owner",
                "--scale", "0..4", "--values", "owner:AB=Ana Brown", "--save-mapping", mapping.toString()),
                "AB = Ana Brown", "1 new");
        assertContains(Files.readString(mapping), "\"scale\": \"0..4\"", "\"column\": \"how bad\"", "\"AB\": \"Ana Brown\"");
        Path next = write("next.csv", "who|what|how bad\nAB|Flood|4\n");
        assertContains(dryRun(0, next, "--mapping", mapping.toString()), "  how bad > currentImpact (scale 0..4)",
                "AB = Ana Brown", "1 new");
        Path other = write("other.csv", "who|what\nAB|Flood\n");
        assertContains(dryRun(3, other, "--mapping", mapping.toString()), "other.csv has no column \"how bad\"");
    }

    @Test
    void a_mapping_holds_the_directory_and_the_list_it_is_for() throws Exception {
        Path mapping = folder.resolve("people.json");
        Path first = write("staff.csv", "Who,Mail\nZoe Hart,zoe@example.org\n");
        run(0, "import", first.toString(), "--into", "directory", "--list", "people", "--map", "Who=name", "--map",
                "Mail=email", "--save-mapping", mapping.toString());
        assertContains(Files.readString(mapping), "\"into\": \"directory\"", "\"list\": \"people\"");
        Path next = write("staff2.csv", "Who,Mail\nZoe Hart,zoe@example.org\nYan Lin,yan@example.org\n");
        assertContains(run(0, "import", next.toString(), "--mapping", mapping.toString()),
                "directory: 1 new, 0 changed, 1 unchanged, 0 refused.");
        assertContains(run(3, "import", next.toString(), "--list", "vendors", "--mapping", mapping.toString()),
                "There is no field");
    }

    @Test
    void a_table_of_another_kind_is_refused_until_it_is_meant() throws Exception {
        Path file = write("controls.csv", "Title,Control,Family,Baseline,Guidance,Enhancement,Assessor\nA,b,c,d,e,f,g\n");
        assertContains(dryRun(3, file), "controls.csv hardly fits Risk: of 7 columns with values only 1 find a field");
        assertContains(dryRun(0, file, "--partial"), "1 new");
    }

    @Test
    void the_scale_and_the_header_can_be_said() throws Exception {
        assertContains(dryRun(1, TABLES.resolve("zero_based.csv")), "--scale 0..3");
        assertContains(dryRun(0, TABLES.resolve("zero_based.csv"), "--scale", "0..4"), "3 new", "scale 0..4");
        assertContains(dryRun(3, TABLES.resolve("five.csv"), "--scale", "many"), "\"many\" is no scale");
        assertContains(dryRun(0, TABLES.resolve("title-rows.csv"), "--header-row", "4"), "2 new");
        assertContains(dryRun(3, TABLES.resolve("title-rows.csv"), "--header-row", "9"), "has nothing in line 9");
        assertContains(dryRun(3, TABLES.resolve("title-rows.csv"), "--header-row", "four"), "must be the number of a line");
    }

    @Test
    void options_that_mean_nothing_for_a_file_are_refused() throws Exception {
        Path model = write("all.xmi", "<?xml version=\"1.0\"?><xmi:XMI xmlns:xmi=\"http://www.omg.org/XMI\"/>");
        for (List<String> option : List.of(List.of("--decimal", "comma"), List.of("--date-order", "dmy"),
                List.of("--currency", "EUR"), List.of("--scale", "5"), List.of("--strict"), List.of("--values", "a=b"))) {
            assertContains(dryRun(3, model, option.toArray(String[]::new)),
                    "is a model file, for which " + option.get(0) + " means nothing");
        }
        Path poam = TABLES.resolveSibling("oscal_ifa_poam.json");
        assertContains(dryRun(3, poam, "--decimal", "comma"), "for which --decimal means nothing");
        Path history = TABLES.resolveSibling("nyc_capital_projects_20190901.csv");
        assertContains(dryRun(3, history, "--currency", "USD"), "map its columns with --format table");
        assertContains(dryRun(3, TABLES.resolve("five.csv"), "--sheet", "A"), "--sheet is for workbooks");
        assertFalse(dryRun(0, history).contains("Exception"));
    }

    @Test
    void the_values_of_two_months_add_up_and_the_own_export_changes_nothing() throws Exception {
        String header = "Title,Unit,Direction,Target,Frequency,Taken on,Value\n";
        Path first = write("kpi1.csv", header + "Availability,%,higher,99.9,monthly,2026-09-30,99.95\n");
        Path second = write("kpi2.csv", header + "Availability,%,higher,99.9,monthly,2026-10-31,99.10\n");
        String key = artifact(run(0, "import", first.toString(), "--type", "org.chartroom.proofpack.kpi", "--json"));
        assertContains(run(0, "import", second.toString(), "--into", key), "0 new, 1 changed");
        assertContains(run(0, "import", second.toString(), "--into", key), "0 new, 0 changed, 1 unchanged");
        assertContains(run(0, "show", key + "/K-001"), "2026-10-31", "99.1", "worse");
        Path own = folder.resolve("own.csv");
        run(0, "export", key, "--output", own.toString());
        assertContains(run(0, "import", own.toString(), "--into", key), "0 new, 0 changed, 1 unchanged");
    }

    @Test
    void a_variance_report_is_filled_by_command() throws Exception {
        Path wide = write("budget.csv", "Title,Code,Jan 2026,Feb 2026\nA,1,100,110\n");
        String key = artifact(run(0, "import", wide.toString(), "--type", "org.chartroom.variance.report", "--map",
                "periods=figures.planned", "--json"));
        Path actual = write("actual.csv", "Code,Title,Actual\n1,A,90\n");
        assertContains(dryRun(1, actual, "--into", key), "say the period, like --period 2026-01");
        assertContains(run(0, "import", actual.toString(), "--into", key, "--period", "Mar 2026"),
                "Periods that are made: 2026-03.", "0 new, 1 changed");
        assertContains(dryRun(3, actual, "--into", key, "--period", "soon"), "--period: \"soon\" is no month or quarter");
    }

    @Test
    void a_mapping_that_the_workspace_keeps_is_said_by_its_name() throws Exception {
        Path risks = write("named.csv", "Name of it;Way\nFire;AV\n");
        Path mapping = folder.resolve("by-name.json");
        dryRun(0, risks, "--map", "Name of it=title", "--map", "Way=response", "--values", "AV=avoid", "--save-mapping",
                mapping.toString());
        Path kept = Files.createDirectories(folder.resolve("workspace").resolve(".chartroom").resolve("mappings"));
        Files.copy(mapping, kept.resolve("Monthly risks.json"));
        assertContains(dryRun(0, risks, "--mapping", "Monthly risks"), "Way > response (AV = avoid)");
        assertContains(dryRun(3, risks, "--mapping", "Weekly"), "There is no mapping file Weekly", "(Monthly risks)");
    }

    @Test
    void a_word_that_is_said_and_in_no_cell_is_noted() throws Exception {
        Path risks = write("words.csv", "Title,Response\nFire,AV\n");
        String said = dryRun(0, risks, "--values", "response:AV=avoid", "--values", "response:AX=accept");
        assertContains(said, "\"AX\", whose meaning is said, is in no cell of Response; check how the file writes it.");
        assertFalse(said.contains("\"AV\", whose meaning"), said);
        assertContains(dryRun(1, risks, "--strict", "--values", "AV=avoid", "--values", "AX=accept"),
                "Nothing was written, because values or options go nowhere");
        assertContains(dryRun(0, risks, "--strict", "--values", "AV=avoid"), "1 new");
    }

    @Test
    void partial_that_a_table_does_not_need_is_told_and_counts_as_going_nowhere() throws Exception {
        Path risks = write("whole.csv", "Title,Response\nFire,avoid\n");
        assertContains(dryRun(1, risks, "--partial", "--strict"), "because no column takes them: --partial.");
    }

    @Test
    void the_types_and_their_lists_and_fields_can_be_asked_for() throws Exception {
        assertContains(run(0, "fields"), "type org.chartroom.risk.register: Risk register", "type directory: Directory");
        assertContains(run(0, "fields", "org.chartroom.risk.register"), "list risks: Risks", "list actions: ",
                "field currentLikelihood: ", "field actions.due: Actions: Due");
        assertContains(run(0, "fields", "directory", "--list", "people", "--json"), "\"field\": \"email\"");
        assertContains(run(3, "fields", "org.example.none"), "org.example.none");
    }

    @Test
    void people_that_come_with_a_table_are_said() throws Exception {
        Path risks = write("owners.csv", "Title,Owner\nFire,Zoe Zhang\n");
        assertContains(dryRun(0, risks), "New people in the directory: Zoe Zhang.");
    }

    @Test
    void the_directory_takes_tables() throws Exception {
        Path people = write("people.csv", "Name,E-mail,Role\nEva Nagy,eva@example.com,CIO\n");
        assertContains(run(0, "import", people.toString(), "--into", "directory"), "directory: 1 new, 0 changed");
        assertContains(run(0, "import", people.toString(), "--into", "directory"), "0 new, 0 changed, 1 unchanged");
        Path vendors = write("vendors.csv", "Key,Name\nACME,Acme Ltd\n");
        assertContains(dryRun(3, vendors, "--into", "directory"), "say it with --list projects, --list vendors");
        assertContains(run(0, "import", vendors.toString(), "--into", "directory", "--list", "vendors"), "1 new");
        assertContains(dryRun(3, vendors, "--into", "directory", "--list", "ships"), "There is no list \"ships\"");
    }

    @Test
    void a_workbook_brings_each_sheet_to_its_list() throws Exception {
        Path risks = write("some.csv", "Title,Action plan,Due\nFire,Drill,2026-12-01\nFire,Alarm,2026-12-02\n");
        String key = artifact(run(0, "import", risks.toString(), "--json"));
        Path workbook = folder.resolve("register.xlsx");
        run(0, "export", key, "--format", "xlsx", "--output", workbook.toString());
        assertContains(run(0, "import", workbook.toString(), "--into", key), key + ": 0 new, 0 changed, 1 unchanged",
                key + " Actions: 0 new, 0 changed, 2 unchanged, 0 refused.");
        String json = run(0, "import", workbook.toString(), "--json");
        assertContains(json, "\"sheets\": [");
        assertContains(dryRun(0, workbook, "--into", artifact(json)), " Actions (dry run): 0 new, 0 changed, 2 unchanged");
        assertContains(run(0, "import", risks.toString(), "--into", key, "--list", "risks"), "2 unchanged");
    }

    @Test
    void the_fields_of_an_artifact_come_from_a_table_of_fields_and_values() throws Exception {
        Path fields = write("charter.csv", "Field;Value\nPurpose;Replace the old one\nSponsor;Ana Lee\n");
        String key = artifact(run(0, "import", fields.toString(), "--type", "org.chartroom.charter.charter", "--json"));
        assertContains(run(0, "show", key), "Replace the old one", "Ana Lee");
    }

    private static String artifact(String json) {
        return json.split("\"artifact\": \"")[1].split("\"")[0];
    }
}
