package org.chartroom.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import org.chartroom.exchange.csv.CsvTable;
import org.chartroom.exchange.importing.ImportPlan;
import org.chartroom.exchange.importing.ImportPlan.Entry;
import org.chartroom.exchange.importing.ImportPlan.Outcome;
import org.chartroom.exchange.importing.ImportPlan.Problem;
import org.chartroom.exchange.importing.ImportProtocol;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A row that can't come in is refused once, with all that is wrong in it. */
class BadRowsTest extends RiskImports {
    private static final String BAD = "Key,Title,Probability,Response,Raised on\nR-1,A,many,dance,soon\n"
            + "R-2,B,0.5,accept,2026-03-31\n";

    @BeforeEach
    void name() {
        register.setKey("RSK-001");
    }

    private static Entry refused(ImportPlan plan) {
        return plan.entries().stream().filter(entry -> entry.outcome() == Outcome.REFUSED).findFirst().orElseThrow();
    }

    @Test
    void eachBadValueOfARowIsToldWithItsColumnAndReason() throws Exception {
        Entry entry = refused(plan(write(BAD)));

        assertEquals("Probability", entry.column());
        assertEquals(List.of("Response", "Raised on"), entry.further().stream().map(Problem::column).toList());
        assertTrue(entry.further().stream().noneMatch(problem -> problem.detail().isBlank()), entry.toString());
        assertTrue(entry.said().matches("Probability: .+; Response: .+; Raised on: .+"), entry.said());
    }

    @Test
    void aRowWithSeveralBadValuesIsRefusedOnceAndTheOthersArrive() throws Exception {
        ImportPlan plan = importFile(write(BAD));

        assertEquals(1, plan.count(Outcome.REFUSED));
        assertEquals(1, plan.totals().refused());
        assertEquals(2, plan.totals().rows());
        assertEquals(List.of("B"), register.getRisks().stream().map(risk -> risk.getTitle()).toList());
    }

    @Test
    void aRowWithOneBadValueIsToldAsBefore() throws Exception {
        Entry entry = refused(plan(write("Key,Title,Probability\nR-1,A,many\n")));

        assertEquals("Probability", entry.column());
        assertEquals("Probability: " + entry.detail(), entry.said());
        assertEquals(List.of(), entry.further());
    }

    @Test
    void theProtocolKeepsEachBadValue() throws Exception {
        CsvTable table = read(write(BAD));
        String protocol = ImportProtocol.of(new ImportProtocol.Source("table.csv", "00"), "Ana", "RSK-001",
                Map.of(), plan(table), table).getProtocol();

        assertTrue(protocol.lines().anyMatch(line -> line.contains("Probability: ") && line.contains("Response: ")
                && line.contains("Raised on: ")), protocol);
    }
}
