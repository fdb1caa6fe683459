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

    @Test
    void whatIsNotKnownIsRefused() throws Exception {
        Path wrong = mapping("{\"decimals\": \"comma\"}");
        assertTrue(assertThrows(ImportException.class, () -> MappingFile.read(wrong)).getMessage()
                .contains("says \"decimals\", which is not known"));
        Path column = mapping("{\"columns\": [{\"name\": \"Title\"}]}");
        assertTrue(assertThrows(ImportException.class, () -> MappingFile.read(column)).getMessage()
                .contains("says \"name\", which is not known"));
        for (String text : List.of("[]", "{\"columns\": 1}", "Title=title", "{\"columns\": [1]}",
                "{\"columns\": [{\"column\": \"A\", \"values\": null}]}",
                "{\"columns\": [{\"column\": \"A\", \"values\": [1]}]}",
                "{\"decimal\": \"comma\", \"decimal\": \"point\"}",
                "{\"decimal\": null}", "{\"columns\": [{\"column\": {}}]}")) {
            Path damaged = mapping(text);
            assertTrue(assertThrows(ImportException.class, () -> MappingFile.read(damaged)).getMessage()
                    .contains("is no JSON of the form"), text);
        }
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
