package org.chartroom.exchange;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.chartroom.exchange.csv.CsvTable;
import org.chartroom.exchange.csv.ImportException;
import org.chartroom.exchange.csv.TableSearch;
import org.chartroom.exchange.importing.ManyTexts;
import org.chartroom.exchange.importing.OscalImporter;
import org.chartroom.exchange.importing.PlanText;
import org.chartroom.exchange.importing.TablePlan;
import org.chartroom.exchange.importing.TableSettings;
import org.chartroom.exchange.json.JsonTables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;

class JsonTablesTest {
    @TempDir
    Path folder;

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("records.json"), content);
    }

    private CsvTable read(String content) throws IOException {
        return JsonTables.read(file(content), Optional.empty(), TableSearch.UNKNOWN);
    }

    @Test
    void a_list_of_records_is_a_table() throws IOException {
        CsvTable table = read("[{\"title\": \"Fire\", \"score\": 12.50}, {\"title\": \"Flood\", \"owner\": null}]");

        assertEquals(List.of("title", "score", "owner"), table.columns());
        assertArrayEquals(new String[]{"Fire", "12.50", ""}, table.rows().get(0).values());
        assertArrayEquals(new String[]{"Flood", "", ""}, table.rows().get(1).values());
        assertEquals(List.of(1L, 2L), table.rows().stream().map(CsvTable.Row::line).toList());
    }

    @Test
    void numbers_and_truth_values_are_in_file_form_and_texts_are_not() throws IOException {
        CsvTable.Row row = read("[{\"a\": 1e3, \"b\": true, \"c\": \"1.000\"}]").rows().get(0);

        assertArrayEquals(new String[]{"1000", "true", "1.000"}, row.values());
        assertTrue(row.isTyped(0) && row.isTyped(1));
        assertFalse(row.isTyped(2));
    }

    @Test
    void objects_in_a_record_are_columns_with_both_names() throws IOException {
        CsvTable table = read("[{\"owner\": {\"name\": \"Ana\", \"mail\": {\"work\": \"a@x.org\"}}}]");
        assertEquals(List.of("owner.name", "owner.mail.work"), table.columns());
    }

    @Test
    void an_amount_with_its_currency_is_one_value() throws IOException {
        CsvTable table = read("[{\"cost\": {\"amount\": 1200.5, \"currency\": \"CHF\"}}]");
        assertEquals(List.of("cost"), table.columns());
        assertEquals("1200.5 CHF", table.rows().get(0).values()[0]);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[\"a\", \"b\"]", "[\"a, b\"]", "[\"a, b\", \"c\"]", "[1, true]", "[\"a\"]"})
    void a_list_of_values_is_one_cell_that_is_read_as_the_same_values(String list) throws IOException {
        CsvTable table = read("[{\"tags\": " + list + "}]");
        List<String> values = JsonParser.parseString(list).getAsJsonArray().asList().stream()
                .map(JsonElement::getAsString).toList();
        assertEquals(values, ManyTexts.split(table.rows().get(0).values()[0]));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[\"a;b\", \"c\"]", "[\"a\\nb\"]", "[\" a\"]", "[\"a\", \"\"]"})
    void a_list_that_a_cell_can_not_keep_apart_goes_nowhere_and_is_told(String list) throws IOException {
        CsvTable table = read("[{\"title\": \"Fire\", \"tags\": " + list + "}]");
        assertEquals(List.of("title"), table.columns());
        assertTrue(table.layout().nowhere().get(0).startsWith("Lists in \"tags\" whose values have semicolons"));
    }

    @Test
    void records_within_records_are_told() throws IOException {
        CsvTable table = read("[{\"title\": \"Fire\", \"actions\": [{\"x\": 1}, {\"x\": 2}]}, 7, null]");
        assertEquals(1, table.rows().size());
        assertEquals(
                List.of("The lists of records in \"actions\" go nowhere; records in them: 2. Give them in a file of "
                        + "their own.", "Left out because they are no records: 1."),
                table.layout().nowhere());
    }

    @Test
    void of_several_lists_the_one_with_the_most_known_names_is_taken_and_the_others_are_told() throws IOException {
        Path file = file("{\"meta\": {\"x\": 1}, \"people\": [{\"name\": \"A\"}, {\"name\": \"B\"}], "
                + "\"data\": {\"risks\": [{\"title\": \"Fire\"}]}}");

        assertEquals(List.of("people", "data.risks"), JsonTables.lists(file));
        CsvTable table = JsonTables.read(file, Optional.empty(), TableSearch.by(Set.of("title")::contains));
        assertEquals(Optional.of("data.risks"), table.sheet());
        assertEquals(List.of("people, rows: 2"), table.layout().otherSheets());
        assertEquals(2, JsonTables.read(file, Optional.of("people"), TableSearch.UNKNOWN).rows().size());
        assertTrue(assertThrows(ImportException.class,
                () -> JsonTables.read(file, Optional.of("nobody"), TableSearch.UNKNOWN)).getMessage()
                .endsWith("its lists: people, data.risks."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[{\"title\": \"A\"}]", " [\n {\"title\" : \"A\"}]", "{\"rows\": [{\"title\": \"A\"}]}"})
    void json_is_known_by_what_it_holds_also_under_another_name(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("rows.txt"), text);

        assertTrue(JsonTables.isJson(file));
        assertEquals("A", new TableSettings(Map.of()).read(file, name -> true).rows().get(0).values()[0]);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[Title],[Owner]\nA,Ana\n", "{id},Title\n1,A\n", "\"{\",Title\n1,A\n"})
    void a_table_of_text_may_begin_with_a_bracket(String text) throws IOException {
        assertFalse(JsonTables.isJson(Files.writeString(folder.resolve("rows.txt"), text)));
    }

    @Test
    void json_that_is_nested_too_deeply_is_refused_as_that() throws IOException {
        Path file = Files.writeString(folder.resolve("deep.json"), "[".repeat(1000) + "]".repeat(1000));

        assertTrue(assertThrows(ImportException.class, () -> JsonTables.lists(file)).getMessage()
                .contains("lists and objects are nested deeper than 255 levels"));
    }

    @Test
    void the_plan_says_the_list_and_those_that_are_left_out() throws IOException {
        CsvTable table = read("{\"a\": [{\"title\": \"Fire\"}, {}], \"b\": [{\"x\": 1}]}");
        TablePlan plan = new TablePlan(table.layout().encoding(), Optional.empty(), table.sheet(),
                table.layout().otherSheets(), table.layout().headerRow(), List.of(), List.of(),
                List.of());
        assertEquals(List.of("records.json: list a. Lists left out: b, rows: 1."),
                PlanText.lines(plan, table, TablePlan.Column::field));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            {}|is JSON and has no list of records
            [1, 2]|is JSON and has no list of records
            [{'title': 'x'}]|no JSON
            [{"a": 1,}]|no JSON
            [{"a": 1}] trailing|no JSON
            [{"a": 1}|no JSON
            [{"a": NaN}]|no JSON
            [{"a": 1e99999}]|too many zeros
            [{"a": 1, "a": 2}]|there twice
            """)
    void what_is_no_table_is_refused_with_a_sentence(String content, String why) throws IOException {
        String message = assertThrows(ImportException.class, () -> read(content)).getMessage();
        assertTrue(message.startsWith("records.json"), message);
        assertTrue(message.contains(why), message);
    }

    @Test
    void malformed_bytes_are_refused() throws IOException {
        Path file = Files.write(folder.resolve("latin.json"),
                "[{\"a\": \"Gr\u00FC\u00DFe\"}]".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
        assertTrue(
                assertThrows(ImportException.class, () -> JsonTables.lists(file)).getMessage().contains("not UTF-8"));
    }

    @Test
    void only_json_that_begins_with_a_plan_of_action_is_taken_for_one() throws IOException {
        assertFalse(new OscalImporter().isMeant(file("[{\"title\": \"Fire\"}]")));
        assertTrue(new OscalImporter().isMeant(file("{\"plan-of-action-and-milestones\": {}}")));
    }

    @Test
    void anAmountThatIsATextWithinAnObjectSpeaksTheLanguageOfItsColumn() throws Exception {
        CsvTable table = read("[{\"cost\": {\"amount\": \"1.250\", \"currency\": \"EUR\"}},"
                + "{\"cost\": {\"amount\": 1.250, \"currency\": \"EUR\"}}]");

        assertEquals(false, table.rows().get(0).isTyped(0));
        assertEquals(true, table.rows().get(1).isTyped(0));
    }

    @Test
    void whatIsNoJsonIsRefusedWithItsPlaceAndNoWordsOfALibrary() {
        ImportException e = assertThrows(ImportException.class, () -> read("[{\"title\": NaN}]"));

        assertTrue(e.getMessage().matches(".*line 1, .*column \\d+.*"), e.getMessage());
        assertTrue(!e.getMessage().contains("JsonReader"), e.getMessage());
    }

    @Test
    void jsonLinesAreNamed() {
        ImportException e = assertThrows(ImportException.class,
                () -> read("{\"title\":\"a\"}\n{\"title\":\"b\"}\n"));

        assertTrue(e.getMessage().contains("is JSON Lines"), e.getMessage());
    }

    @Test
    void what_stands_beside_the_list_is_told() throws IOException {
        CsvTable table = read("{\"currency\": \"USD\", \"unit\": \"thousand\", \"empty\": \"\", \"dim\": [[1, 2]], "
                + "\"items\": [{\"title\": \"Fire\", \"cost\": 100}]}");

        assertEquals(List.of("Beside the list items the file says more, which goes nowhere: currency, unit, dim. If it "
                + "says a currency or a unit, name it with an option."), table.layout().nowhere());
    }

    @Test
    void two_values_of_one_column_are_refused() throws IOException {
        Path file = file("[{\"owner.name\": \"Ana\", \"owner\": {\"name\": \"Bob\"}}]");

        String refusal = assertThrows(ImportException.class,
                () -> JsonTables.read(file, Optional.empty(), TableSearch.UNKNOWN)).getMessage();

        assertTrue(refusal.contains("two values of \"owner.name\" in one record"), refusal);
    }
}
