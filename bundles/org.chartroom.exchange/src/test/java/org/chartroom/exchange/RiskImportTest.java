package org.chartroom.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.chartroom.exchange.csv.CsvTable;
import org.chartroom.exchange.csv.ImportException;
import org.chartroom.exchange.export.CsvExport;
import org.chartroom.exchange.importing.ColumnMapping;
import org.chartroom.exchange.importing.ColumnTarget;
import org.chartroom.exchange.importing.ImportPlan;
import org.chartroom.exchange.importing.ImportPlan.Outcome;
import org.chartroom.exchange.importing.ImportPlanner;
import org.chartroom.exchange.importing.MappingMemory;
import org.chartroom.exchange.importing.Scale;
import org.chartroom.model.risk.Risk;
import org.chartroom.model.risk.RiskPackage;
import org.chartroom.model.risk.RiskResponse;
import org.junit.jupiter.api.Test;

class RiskImportTest extends RiskImports {
    @Test
    void allSixteenRisksOfTheRealFileArrive() throws Exception {
        ImportPlan plan = importFile(facile());

        assertEquals(16, plan.count(Outcome.CREATED));
        assertEquals(16, register.getRisks().size());
    }

    @Test
    void columnsOfTheRealFileAreMappedByNameAndContent() throws Exception {
        CsvTable table = read(facile());

        assertEquals(
                List.of("title", "category", "event", "cause", "currentLikelihood", "currentImpact", "response",
                        "actions.description"),
                propose(table).stream().map(mapping -> mapping.target().map(ColumnTarget::path).orElse("-")).toList());
    }

    @Test
    void textOfTheRealFileArrivesIntact() throws Exception {
        CsvTable table = read(facile());
        importFile(facile());

        for (int i = 0; i < 16; i++) {
            String[] values = table.rows().get(i).values();
            Risk risk = register.getRisks().get(i);
            assertEquals(values[0], risk.getTitle());
            assertEquals(values[2], risk.getEvent());
            assertEquals(values[3], risk.getCause());
            assertEquals(values[7], risk.getActions().get(0).getDescription());
        }
    }

    @Test
    void fractionsOfTheRealFileBecomeSteps() throws Exception {
        importFile(facile());

        Risk first = register.getRisks().get(0);
        assertEquals(5, first.getCurrentLikelihood());
        assertEquals(3, first.getCurrentImpact());
    }

    @Test
    void lettersOfTheRealFileBecomeResponses() throws Exception {
        importFile(facile());

        assertEquals(14,
                register.getRisks().stream().filter(risk -> risk.getResponse() == RiskResponse.MITIGATE).count());
        assertEquals(2, register.getRisks().stream().filter(risk -> risk.getResponse() == RiskResponse.ACCEPT).count());
    }

    @Test
    void importedRisksGetKeys() throws Exception {
        importFile(facile());

        assertEquals("R-016", register.getRisks().get(15).getKey());
    }

    @Test
    void sameImportAgainChangesNothing() throws Exception {
        importFile(facile());
        ImportPlan again = plan(facile());

        assertEquals(16, again.count(Outcome.UNCHANGED));
        assertTrue(again.command(domain).isEmpty());
    }

    @Test
    void importIsUndoneInOneStep() throws Exception {
        importFile(facile());

        domain.getCommandStack().undo();

        assertTrue(register.getRisks().isEmpty());
    }

    @Test
    void planAloneChangesNothing() throws Exception {
        plan(facile());

        assertTrue(register.getRisks().isEmpty());
    }

    @Test
    void changedCellIsShownBeforeItIsWritten() throws Exception {
        importFile(write("Title,Category\nFire,Site\n"));

        ImportPlan plan = plan(write("Title,Category\nFire,Building\n"));

        assertEquals("Category: Site \u2192 Building", plan.entries().get(0).detail());
        assertEquals("Site", register.getRisks().get(0).getCategory());
    }

    @Test
    void emptyCellLeavesTheFieldAsItIs() throws Exception {
        importFile(write("Title,Category\nFire,Site\n"));

        assertEquals(Outcome.UNCHANGED, plan(write("Title,Category\nFire,\n")).entries().get(0).outcome());
    }

    @Test
    void valueOutsideTheScaleIsRefusedWithRowAndColumn() throws Exception {
        ImportPlan plan = plan(write("Title,Likelihood,Impact\nFire,3,4\nFlood,9,4\nTheft,120,1\n"));

        ImportPlan.Entry refused = plan.entries().get(2);
        assertEquals(Outcome.REFUSED, refused.outcome());
        assertEquals(4, refused.line());
        assertEquals("Likelihood", refused.column());
        assertEquals("120 is outside the scale of 0 to 100", refused.detail());
    }

    @Test
    void duplicateKeyIsRefusedAndBothLinesNamed() throws Exception {
        ImportPlan plan = plan(write("ID,Title\nR-1,Fire\nR-1,Flood\n"));

        assertEquals(Outcome.CREATED, plan.entries().get(0).outcome());
        assertEquals("the same key is in line 2; keep one of the two", plan.entries().get(1).detail());
    }

    @Test
    void wordsBecomeSteps() throws Exception {
        importFile(write("Title,Likelihood,Impact\nFire,Rare,Catastrophic\nFlood,likely,Minor\n"));

        assertEquals(1, register.getRisks().get(0).getCurrentLikelihood());
        assertEquals(5, register.getRisks().get(0).getCurrentImpact());
        assertEquals(4, register.getRisks().get(1).getCurrentLikelihood());
    }

    @Test
    void unknownWordIsRefused() throws Exception {
        ImportPlan plan = plan(write("Title,Likelihood\nFire,Rare\nFlood,sometimes\n"));

        assertEquals("\"sometimes\" is no step of the scale; say what it means, like --values \"sometimes=VALUE\"",
                plan.entries().get(1).detail());
    }

    @Test
    void ownerIsFoundInTheDirectoryOrAddedToIt() throws Exception {
        importFile(write("Title,Owner\nFire,Ada Byron\nFlood,ada byron\n"));

        assertEquals(1, directory.getPeople().size());
        assertEquals(directory.getPeople().get(0), register.getRisks().get(1).getOwner());
    }

    @Test
    void tableWithoutTitleOrKeyIsRefused() throws Exception {
        Path file = write("Colour,Weight\nred,3\n");

        ImportException e = assertThrows(ImportException.class, () -> plan(file));
        assertTrue(e.getMessage().startsWith("table.csv: no column goes to the title or the key"), e.getMessage());
    }

    @Test
    void mappingOfAColumnThatTheFileLacksIsRefused() throws Exception {
        List<ColumnMapping> mappings = propose(read(write("Title,Category\nFire,Site\n")));
        CsvTable narrow = read(write("Title\nFire\n"));

        ImportException e = assertThrows(ImportException.class,
                () -> ImportPlanner.plan(narrow, mappings, register, directory));
        assertEquals("table.csv has no column \"Category\"; map its fields to columns it has.", e.getMessage());
    }

    @Test
    void translationOfAValueGoesBeforeItsMeaning() throws Exception {
        CsvTable table = read(write("Title,Action\nFire,A\n"));
        List<ColumnMapping> mappings = List.of(propose(table).get(0),
                new ColumnMapping(1, "Action", ColumnTarget.byPath(RiskPackage.Literals.RISK, "response"), Scale.STEPS,
                        java.util.Map.of("A", "avoid")));
        execute(ImportPlanner.plan(table, mappings, register, directory));

        assertEquals(RiskResponse.AVOID, register.getRisks().get(0).getResponse());
    }

    @Test
    void mappingIsRememberedForTheSameColumns() throws Exception {
        CsvTable table = read(facile());
        List<ColumnMapping> mappings = propose(table).stream().map(mapping -> mapping.column() == 1
                ? mapping.to(Optional.empty())
                : mapping).toList();
        MappingMemory memory = new MappingMemory(folder);
        memory.remember(table, RiskPackage.Literals.RISK, mappings);

        assertEquals(Optional.of(mappings), memory.recall(table, RiskPackage.Literals.RISK, register));
        assertEquals(Optional.empty(),
                memory.recall(read(write("Title\nFire\n")), RiskPackage.Literals.RISK, register));
    }

    @Test
    void exportedTableImportedAgainChangesNothing() throws Exception {
        importFile(facile());
        StringBuilder csv = new StringBuilder();
        CsvExport.write(register, csv);

        assertEquals(16, plan(write(csv.toString())).count(Outcome.UNCHANGED));
    }

    @Test
    void textThatASpreadsheetWouldRunIsExportedHarmless() throws Exception {
        importFile(write("Title,Category\nFire,=1+2\n"));
        StringBuilder csv = new StringBuilder();
        CsvExport.write(register, csv);

        assertTrue(csv.toString().contains("'=1+2"), csv.toString());
    }

    private static Path facile() throws URISyntaxException {
        return Path.of(RiskImportTest.class.getResource("/data/facile_project_risks.csv").toURI());
    }
}
