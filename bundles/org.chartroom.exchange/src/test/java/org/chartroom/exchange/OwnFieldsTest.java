package org.chartroom.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.chartroom.exchange.csv.CsvFiles;
import org.chartroom.exchange.csv.CsvTable;
import org.chartroom.exchange.importing.ColumnTarget;
import org.chartroom.exchange.importing.ImportPlan.Outcome;
import org.chartroom.exchange.importing.ImportPlan;
import org.chartroom.exchange.importing.ImportPlanner;
import org.chartroom.exchange.importing.MappingProposal;
import org.chartroom.exchange.importing.OwnFields;
import org.chartroom.model.Artifact;
import org.chartroom.model.charter.Charter;
import org.chartroom.model.charter.CharterFactory;
import org.chartroom.model.vendor.VendorFactory;
import org.chartroom.model.vendor.VendorScorecard;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Fields of an artifact itself come in from tables. */
class OwnFieldsTest extends TableImports {
    private final Charter charter = CharterFactory.eINSTANCE.createCharter();
    private final VendorScorecard scorecard = VendorFactory.eINSTANCE.createVendorScorecard();

    @BeforeEach
    void name() {
        charter.setKey("CHR-001");
        scorecard.setKey("VND-001");
    }

    private ImportPlan importText(Artifact artifact, String text) throws IOException {
        CsvTable found = csv(artifact, text);
        CsvTable table = OwnFields.turned(found, artifact.eClass()).orElse(found);
        return execute(ImportPlanner.plan(table, MappingProposal.propose(table, items(artifact), artifact), artifact,
                directory));
    }

    @Test
    void aFieldAndItsValueInEachRow() throws Exception {
        ImportPlan plan = importText(charter, "Field;Value\nTitle;New ERP\nPurpose;Replace the old one\n"
                + "Sponsor;Ana Lee\nPlanned start;01.02.2026\nTags;erp, finance\n");

        assertEquals("New ERP", charter.getTitle());
        assertEquals("Replace the old one", charter.getPurpose());
        assertEquals("Ana Lee", charter.getSponsor().getName());
        assertEquals(LocalDate.of(2026, 2, 1), charter.getPlannedStart());
        assertEquals(List.of("erp", "finance"), charter.getTags());
        assertTrue(charter.getObjectives().isEmpty());
        assertEquals("Artifact: Title: empty \u2192 New ERP", plan.entries().get(0).detail());
        assertTrue(plan.notes().contains("The table has a field and its value in each row; fields: 5."),
                plan.notes().toString());
    }

    @Test
    void theSameFieldsAgainChangeNothing() throws Exception {
        String text = "Purpose;Replace it\nBusiness case;It pays\n";
        importText(charter, text);
        ImportPlan again = importText(charter, text);

        assertEquals(2, again.count(Outcome.UNCHANGED));
        assertTrue(again.command(domain).isEmpty());
    }

    @Test
    void aTableOfOneRow() throws Exception {
        importText(charter, "Purpose,Business case\nReplace it,It pays\n");

        assertEquals("Replace it", charter.getPurpose());
        assertEquals("It pays", charter.getBusinessCase());
    }

    @Test
    void aColumnBesideTheItemsThatSaysTheSameInAllRows() throws Exception {
        ImportPlan plan = importText(scorecard, "Title,Target,Exit plan\nUptime,99.9,Move to B\nTickets,5,Move to B\n");

        assertEquals("Move to B", scorecard.getExitPlan());
        assertEquals(2, scorecard.getMetrics().size());
        assertEquals(List.of("title", "target", "artifact.exitPlan"), plan.table().orElseThrow().columns().stream()
                .map(column -> column.field().orElse("-")).toList());
    }

    @Test
    void aColumnWithDifferentValuesIsNoFieldOfTheArtifact() throws Exception {
        ImportPlan plan = importText(scorecard, "Title,Target,Exit plan\nUptime,99.9,Move to B\nTickets,5,Stay\n");

        assertEquals(List.of("The column \"Exit plan\" goes nowhere; values in it: 2."), plan.nowhere());
    }

    @Test
    void valuesThatContradictEachOtherAreRefused() throws Exception {
        Path file = Files.writeString(folder.resolve("two.csv"), "Title,Exit plan\nUptime,Move to B\nTickets,Stay\n");
        CsvTable table = CsvFiles.read(file, CsvFiles.detect(file));
        ImportPlan plan = ImportPlanner.plan(table, MappingProposal.propose(table, items(scorecard), scorecard).stream()
                .map(mapping -> mapping.name().equals("Exit plan")
                        ? mapping.to(ColumnTarget.byPath(items(scorecard), scorecard.eClass(), "artifact.exitPlan"))
                        : mapping)
                .toList(), scorecard, directory);

        ImportPlan.Entry refused = plan.entries().stream().filter(entry -> entry.outcome() == Outcome.REFUSED)
                .findFirst()
                .orElseThrow();
        assertEquals("VND-001", refused.label());
        assertEquals(
                "Artifact: Exit plan is \"Stay\" here and \"Move to B\" in line 2; make them the same, or keep one of "
                        + "the two rows",
                refused.detail());
    }

    @Test
    void aValueThatDoesNotFitIsRefusedAndTheOthersArrive() throws Exception {
        ImportPlan plan = importText(charter, "Purpose;Replace it\nPlanned start;soon\n");

        assertEquals(1, plan.count(Outcome.REFUSED));
        assertEquals("Replace it", charter.getPurpose());
    }

    @Test
    void aTableOfItemsIsNotTurned() throws Exception {
        Path file = Files.writeString(folder.resolve("items.csv"), "Title,Measure\nPurpose,x\nGrow,y\nStay,z\n");

        assertEquals(Optional.empty(), OwnFields.turned(CsvFiles.read(file, CsvFiles.detect(file)), charter.eClass()));
    }
}
