package org.chartroom.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.chartroom.exchange.csv.CsvTable;
import org.chartroom.exchange.csv.ImportException;
import org.chartroom.exchange.importing.ColumnMapping;
import org.chartroom.exchange.importing.ColumnTarget;
import org.chartroom.exchange.importing.MappingFile;
import org.chartroom.exchange.importing.Scale;
import org.chartroom.model.risk.RiskFactory;
import org.chartroom.model.risk.RiskPackage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappingFileTest extends RiskImports {
    @Test
    void whatIsSavedIsReadAgain() throws Exception {
        CsvTable table = read(write("Title,Response,Colour\nA,shrug,red\n"));
        List<ColumnMapping> mappings = propose(table).stream().map(mapping -> mapping.name().equals("Response")
                ? mapping.to(ColumnTarget.byPath(RiskPackage.Literals.RISK, "response"))
                        .with(Map.of("shrug", "accept"))
                : mapping).toList();
        MappingFile saved = MappingFile.of(Map.of("decimal", "comma"), mappings);

        MappingFile again = MappingFile.read(mapping(saved.text()));
        assertEquals(saved, again);
        assertEquals(mappings,
                again.mappings(table, RiskPackage.Literals.RISK, RiskFactory.eINSTANCE.createRiskRegister()));
    }

    @Test
    void aMappingHoldsWhereItsFilesGo() throws Exception {
        Map<String, String> options = Map.of("into", "directory", "list", "people", "keep-scale", "true");

        assertEquals(options, MappingFile.read(mapping(MappingFile.of(options, List.of()).text())).options());
    }

    @Test
    void theScaleOfAColumnCanBeSaid() throws Exception {
        MappingFile file = MappingFile.read(mapping("{\"columns\": [{\"column\": \"title\", \"field\": \"title\"}, "
                + "{\"column\": \"L\", \"field\": \"currentLikelihood\", \"scale\": \"0..4\"}]}"));
        CsvTable table = read(write("Title,L\nA,0\n"));

        assertEquals(Scale.parse("0..4"),
                file.mappings(table, RiskPackage.Literals.RISK, RiskFactory.eINSTANCE.createRiskRegister()).get(1)
                        .scale());
    }

    @Test
    void aColumnThatTheFileLacksIsRefused() throws Exception {
        MappingFile file = new MappingFile(Map.of(),
                List.of(new MappingFile.Column("Owner", "owner", Optional.empty(), Map.of())));
        CsvTable table = read(write("Title\nA\n"));

        assertEquals("table.csv has no column \"Owner\"; it has Title.", assertThrows(ImportException.class,
                () -> file.mappings(table, RiskPackage.Literals.RISK, RiskFactory.eINSTANCE.createRiskRegister()))
                .getMessage());
    }

    @Test
    void aFieldThatTheTypeLacksIsRefused() throws Exception {
        MappingFile file = new MappingFile(Map.of(),
                List.of(new MappingFile.Column("Title", "colour", Optional.empty(), Map.of())));
        CsvTable table = read(write("Title\nA\n"));

        assertTrue(assertThrows(ImportException.class,
                () -> file.mappings(table, RiskPackage.Literals.RISK, RiskFactory.eINSTANCE.createRiskRegister()))
                .getMessage().startsWith("There is no field \"colour\"; there are "));
    }

    private String refusal(String text) throws IOException {
        Path wrong = mapping(text);
        String message = assertThrows(ImportException.class, () -> MappingFile.read(wrong)).getMessage();
        return message.replace(wrong.toString(), "FILE");
    }

    @Test
    void whatIsNotKnownIsRefusedWithItsLine() throws Exception {
        assertTrue(refusal("{\n\"decimals\": \"comma\"}").startsWith(
                "The mapping file FILE, line 2, says \"decimals\", which is not known; it can say columns, type, into"));
        assertEquals(
                "The mapping file FILE, line 3, says \"name\", which is not known; it can say column, field, scale, "
                        + "values.",
                refusal("{\"columns\": [\n{\n\"name\": \"Title\"}]}"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"[]|1: $ must be an object {...}",
            "{\"columns\": 1}|1: $.columns must be a list [...] of columns",
            "{\"columns\": [1]}|1: $.columns[0] must be an object {...}",
            "{\"columns\": [{\"field\": \"title\"}]}|1: $.columns[0] must be an object with the \"column\" it is of",
            "{\"columns\": [{\"column\": \"A\"},~{\"column\": \"B\",~\"values\": null}]}|3: $.columns[1].values must be an "
                    + "object {...}",
            "{\"columns\": [{\"column\": \"A\", \"values\": {\"x\":~[1]}}]}|2: $.columns[0].values.x must be a text or a "
                    + "number",
            "{~~\"decimal\": null}|3: $.decimal must be a text or a number",
            "{\"columns\": [{\"column\": {}}]}|1: $.columns[0].column must be a text or a number"})
    void whatHasAnotherFormIsRefusedWithItsLineAndPath(String text, String fault) throws Exception {
        assertEquals("The mapping file FILE, line " + fault
                + "; correct it, or write the file again with --save-mapping.", refusal(text.replace('~', '\n')));
    }

    @Test
    void whatIsNoJsonIsRefusedWithItsLineAndColumn() throws Exception {
        assertTrue(refusal("{\n  \"decimal\" \"comma\"\n}").startsWith("The mapping file FILE is no JSON, line 2: "),
                refusal("{\n  \"decimal\" \"comma\"\n}"));
        assertTrue(refusal("{\"decimal\": \"comma\",\n\"decimal\": \"point\"}").contains("line 2: "));
        assertTrue(refusal("Title=title").contains("is no JSON, line 1: "));
    }

    @Test
    void aColumnThatIsNamedTwiceIsRefused() throws Exception {
        Path twice = mapping("{\"columns\": [{\"column\": \"Title\", \"field\": \"title\"}, "
                + "{\"column\": \"title \", \"field\": \"cause\"}]}");

        assertTrue(assertThrows(ImportException.class, () -> MappingFile.read(twice)).getMessage()
                .contains("names the column \"title \" twice"));
    }

    private Path mapping(String text) throws IOException {
        return Files.writeString(folder.resolve("mapping.json"), text);
    }
}
