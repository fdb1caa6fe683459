package org.chartroom.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;

import org.chartroom.exchange.csv.CsvTable;
import org.chartroom.exchange.importing.ImportList;
import org.chartroom.exchange.importing.ImportOptions;
import org.chartroom.exchange.importing.ImportPlan.Outcome;
import org.chartroom.exchange.importing.ImportPlan;
import org.chartroom.exchange.importing.ImportPlanner;
import org.chartroom.model.variance.VarianceFactory;
import org.chartroom.model.variance.VarianceReport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Items whose class has a code are known by it: before their titles, after their keys. */
class CodedLinesTest extends TableImports {
    private final VarianceReport report = VarianceFactory.eINSTANCE.createVarianceReport();

    @BeforeEach
    void name() {
        report.setKey("VAR-001");
    }

    private ImportPlan importText(String text) throws IOException {
        return importText(ImportList.main(report.eClass()).orElseThrow(), text);
    }

    private ImportPlan importText(ImportList list, String text) throws IOException {
        CsvTable table = csv(report, text);
        return execute(ImportPlanner.plan(table, list.propose(table, report), report, list, directory,
                ImportOptions.NONE));
    }

    private List<String> lines() {
        return report.getLines().stream().map(line -> line.getCode() + " " + line.getTitle()
                + (line.getParent() == null ? "" : " < " + line.getParent().getTitle()))
                .toList();
    }

    private static String refusals(ImportPlan plan) {
        return plan.entries().stream().filter(entry -> entry.outcome() == Outcome.REFUSED)
                .map(ImportPlan.Entry::detail).toList().toString();
    }

    @Test
    void aLineThatIsRenamedKeepsItsCodeAndIsNoSecondLine() throws Exception {
        importText("Code,Title,Planned 2026-01\n1.1,Build,1000\n");
        ImportPlan plan = importText("Code,Title,Planned 2026-01\n1.1,Build works,1000\n");

        assertEquals(List.of("1.1 Build works"), lines());
        assertEquals("Title: Build \u2192 Build works", plan.entries().get(0).detail());
    }

    @Test
    void theSameTitleBelowAnotherCodeIsAnotherLineAndThatIsSaid() throws Exception {
        importText("Code,Title\n1.1,Testing\n");
        ImportPlan plan = importText("Code,Title\n1.1,Testing\n2.1,Testing\n");

        assertEquals(List.of("1.1 Testing", "2.1 Testing"), lines());
        assertTrue(plan.notes().contains("The Code counts before the Title where the two name different ones: "
                + "2.1 Testing (line 3)."), plan.notes().toString());
    }

    @Test
    void aCodeOfOneLineWithTheTitleOfAnotherIsSaid() throws Exception {
        importText("Code,Title\n1.1,Build\n1.2,Test\n");
        ImportPlan plan = importText("Code,Title\n1.1,Test\n");

        assertEquals(List.of("1.1 Test", "1.2 Test"), lines());
        assertTrue(plan.notes().contains("The Code counts before the Title where the two name different ones: "
                + "1.1 Test (line 2)."), plan.notes().toString());
    }

    @Test
    void aLineWithoutACodeGetsTheOneOfItsTitle() throws Exception {
        importText("Title\nBuild\n");
        importText("Code,Title\n1.1,Build\n");

        assertEquals(List.of("1.1 Build"), lines());
    }

    @Test
    void aRowWithoutACodeIsTheLineOfItsTitle() throws Exception {
        importText("Code,Title,Planned,Period\n1.1,Build,100,2026-01\n,Build,200,2026-02\n,Survey,1,2026-01\n");
        ImportPlan again = importText("Code,Title,Planned,Period\n,Build,200,2026-02\n,Survey,1,2026-01\n");

        assertEquals(List.of("1.1 Build", "null Survey"), lines());
        assertEquals(2, again.count(Outcome.UNCHANGED), again.entries().toString());
    }

    @Test
    void aRowWithoutACodeWhoseTitleSeveralHaveIsRefused() throws Exception {
        ImportPlan plan = importText("Code,Title\n1.1,Testing\n2.1,Testing\n,Testing\n");

        assertEquals(List.of("1.1 Testing", "2.1 Testing"), lines());
        assertEquals("[2 of them are called \"Testing\" there; give the table a column with their keys]",
                refusals(plan));
    }

    @Test
    void aCodeThatSeveralLinesHaveIsRefused() throws Exception {
        importText("Key,Code,Title\nL-1,1.1,Build\nL-2,1.1,Test\n");
        ImportPlan plan = importText("Code,Title\n1.1,Build\n");

        assertEquals("[2 of them are called \"1.1 Build\" there; give the table a column with their keys]",
                refusals(plan));
    }

    @Test
    void aCodeThatSeveralLinesHaveAfterTheImportIsSaid() throws Exception {
        importText("Key,Code,Title\nL-1,1.1,Build\nL-2,1.2,Test\n");
        ImportPlan plan = importText("Key,Code,Title\nL-2,1.1,Test\nL-3,1.1,Ship\n");

        assertTrue(plan.notes().contains("Several items of VAR-001 have one Code after the import: 1.1: L-1 Build, L-2 "
                + "Test, L-3 Ship. Give each its own."), plan.notes()::toString);
    }

    @Test
    void twoRowsOfOneCodeWithDifferentKeysAreSaidInANewReport() throws Exception {
        ImportPlan plan = importText("Key,Code,Title\nL-1,1.1,Build\nL-2,1.1,Test\n");

        assertTrue(plan.notes().contains("Several items of VAR-001 have one Code after the import: 1.1: L-1 Build, L-2 "
                + "Test. Give each its own."), plan.notes()::toString);
    }

    @Test
    void codesThatWereDoubleBeforeAndThatTheFileDoesNotTouchAreNotSaid() throws Exception {
        importText("Key,Code,Title\nL-1,1.1,Build\nL-2,1.1,Test\n");
        ImportPlan plan = importText("Key,Code,Title\nL-3,1.3,Ship\n");

        assertEquals(List.of(), plan.notes());
    }

    @Test
    void aKeyCountsBeforeACodeAndThatIsSaid() throws Exception {
        importText("Key,Code,Title\nL-1,1.1,Build\nL-2,1.2,Test\n");
        ImportPlan plan = importText("Key,Code,Title\nL-1,1.2,Build\n");

        assertEquals(List.of("1.2 Build", "1.2 Test"), lines());
        assertTrue(plan.notes().contains("The Key counts before the Code where the two name different ones: "
                + "L-1 (line 2)."), plan.notes().toString());
    }

    @Test
    void twoRowsWithOneCodeAndDifferentTitlesContradictEachOther() throws Exception {
        ImportPlan plan = importText("Code,Title,Planned,Period\n1.1,Build,1,2026-01\n1.1,Test,2,2026-02\n");

        assertEquals(List.of(), lines());
        assertEquals(2, plan.count(Outcome.REFUSED), plan.entries().toString());
    }

    @Test
    void aCodeAloneMakesNoLine() throws Exception {
        assertEquals("[it has a code and nothing else; give it a title, or take the row out when it is a note]",
                refusals(importText("Code,Title\n1.1,\n")));
    }

    @Test
    void aParentIsFoundByCodeAboveOrBelowInTheFile() throws Exception {
        importText("Code,Title,Parent\n1,Phase,\n1.1,Build,1\n2.1,Test,2\n2,Second,\n");

        assertEquals(List.of("1 Phase", "1.1 Build < Phase", "2.1 Test < Second", "2 Second"), lines());
    }

    @Test
    void aParentIsFoundByCodeOrTitleOfWhatIsThere() throws Exception {
        importText("Code,Title\n1,Phase\n");
        importText("Code,Title,Parent\n1.1,Build,1\n1.2,Test,phase\n");

        assertEquals(List.of("1 Phase", "1.1 Build < Phase", "1.2 Test < Phase"), lines());
    }

    @Test
    void aParentIsFoundByTitleInAFileWithoutCodes() throws Exception {
        importText("Title,Parent\nBuild,Phase\nPhase,\n");

        assertEquals(List.of("null Build < Phase", "null Phase"), lines());
    }

    @Test
    void aParentThatSeveralAreCalledIsRefused() throws Exception {
        ImportPlan plan = importText("Code,Title,Parent\n1,Phase,\n2,Phase,\n1.1,Build,Phase\n");

        assertEquals(List.of("1 Phase", "2 Phase"), lines());
        assertEquals("[2 are called \"Phase\" (Line); name the one that is meant by its key or code]", refusals(plan));
    }

    @Test
    void parentsByCodeThatAreACircleAreRefused() throws Exception {
        ImportPlan plan = importText("Code,Title,Parent\n1,a,2\n2,b,1\n3,c,\n");

        assertEquals(List.of("3 c"), lines());
        assertEquals(2, plan.count(Outcome.REFUSED), plan.entries().toString());
    }

    @Test
    void figuresOfLinesAreFoundByTheCodesOfTheirLines() throws Exception {
        importText("Code,Title\n1.1,Build\n1.2,Test\n");
        ImportPlan plan = importText(ImportList.named(report.eClass(), "figures").orElseThrow(),
                "Code,Period,Planned\n1.1,2026-01,100\n1.3,2026-01,7\n");

        assertEquals(1, report.getLines().get(0).getFigures().size(), plan.entries().toString());
        assertEquals("[there is no Line \"1.3\" in VAR-001; import the list it is in first, or correct the row]",
                refusals(plan));
    }
}
