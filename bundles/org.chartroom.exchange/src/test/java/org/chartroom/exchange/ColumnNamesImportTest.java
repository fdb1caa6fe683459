package org.chartroom.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.chartroom.exchange.csv.CsvTable;
import org.chartroom.exchange.csv.TableSearch;
import org.chartroom.exchange.importing.ColumnMapping;
import org.chartroom.exchange.importing.ColumnTarget;
import org.chartroom.exchange.importing.FieldNames;
import org.chartroom.exchange.importing.ImportList;
import org.chartroom.exchange.importing.ImportOptions;
import org.chartroom.exchange.importing.ImportPlan.Outcome;
import org.chartroom.exchange.importing.ImportPlan;
import org.chartroom.exchange.importing.ImportPlanner;
import org.chartroom.exchange.importing.MappingProposal;
import org.chartroom.exchange.importing.PlanText;
import org.chartroom.exchange.json.JsonTables;
import org.chartroom.exchange.xlsx.XlsxFiles;
import org.chartroom.model.Artifact;
import org.chartroom.model.risk.Risk;
import org.chartroom.model.risk.RiskFactory;
import org.chartroom.model.risk.RiskRegister;
import org.chartroom.model.variance.VarianceFactory;
import org.chartroom.model.variance.VarianceReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What columns are called says where they go, also where some of their values can't be read. */
class ColumnNamesImportTest extends TableImports {
    private final VarianceReport report = VarianceFactory.eINSTANCE.createVarianceReport();
    private final RiskRegister register = RiskFactory.eINSTANCE.createRiskRegister();

    private CsvTable json(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("table.json"), text);
        return JsonTables.read(file, Optional.empty(), TableSearch.by(FieldNames.of(items(register))));
    }

    private ImportPlan execute(Artifact artifact, CsvTable table, List<ColumnMapping> mappings) {
        return execute(ImportPlanner.plan(table, mappings, artifact, directory, ImportOptions.NONE));
    }

    private ImportPlan execute(Artifact artifact, CsvTable table) {
        return execute(artifact, table, MappingProposal.propose(table, items(artifact), artifact));
    }

    private static List<String> paths(List<ColumnMapping> mappings) {
        return mappings.stream().map(mapping -> mapping.target().map(ColumnTarget::path).orElse("-")).toList();
    }

    private List<String> proposed(Artifact artifact, CsvTable table) {
        return paths(MappingProposal.propose(table, items(artifact), artifact));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Code,Line,Planned 2026-01,Actual 2026-01\n1,One,30,31\n2,Two,5,open\n3,Three,6,pending\n",
            "Code,Line,Planned 2026-01,Actual 2026-01\n1,One,30,31\n2,Two,5,6:00\n3,Three,6,2026-03-31\n"})
    void aHeaderThatNamesFieldAndPeriodDecidesAndUnreadableCellsAreRefused(String text) throws Exception {
        ImportPlan plan = execute(report, csv(report, text));

        assertEquals(1, report.getLines().size());
        assertEquals(2, plan.count(Outcome.REFUSED));
        assertTrue(plan.entries().stream().filter(entry -> entry.outcome() == Outcome.REFUSED)
                .allMatch(entry -> entry.column().equals("Actual 2026-01")), plan.entries().toString());
    }

    @Test
    void aColumnWhoseHeaderSaysTheFieldIsNotAdvisedToBeAnotherOne() throws Exception {
        CsvTable table = csv(report, "Title,Planned 2026-01,Actual 2026-01\nA,1,2\n");
        List<ColumnMapping> mappings = MappingProposal.propose(table, items(report), report).stream()
                .map(mapping -> mapping.column() == 2 ? mapping.to(Optional.empty()) : mapping).toList();

        assertEquals(List.of("The column \"Actual 2026-01\" goes nowhere; values in it: 1."),
                execute(report, table, mappings).nowhere());
    }

    @Test
    void actionIsTheDescriptionOfActionsWhereItIsNoResponse() throws Exception {
        execute(register, csv(register, "Risk,Action,Due\nFire,Sprinkler,2026-05-01\nFlood,Pump,2026-06-01\n"));

        assertEquals(List.of("Fire Sprinkler 2026-05-01", "Flood Pump 2026-06-01"),
                register.getRisks().stream().map(ColumnNamesImportTest::text).toList());
    }

    private static String text(Risk risk) {
        return risk.getTitle() + " " + risk.getActions().stream()
                .map(action -> action.getDescription() + " " + action.getDue()).collect(Collectors.joining(", "));
    }

    @Test
    void actionIsTheResponseWhereItSaysOne() throws Exception {
        assertEquals(List.of("title", "response"),
                proposed(register, csv(register, "Risk,Action\nFire,Mitigate\nFlood,Accept\n")));
    }

    @Test
    void actionIsTheDescriptionInATableOfActions() throws Exception {
        CsvTable table = csv(register, "Risk,Action,Due\nR-101,Sprinkler,2026-05-01\n");

        assertEquals(List.of("key", "actions.description", "actions.due"),
                paths(ImportList.named(register.eClass(), "actions").orElseThrow().propose(table, register)));
    }

    @Test
    void dataOfActionsThatNothingNamesGoNowhere() throws Exception {
        ImportPlan plan = execute(register, csv(register, "Risk,Due date\nFire,2026-05-01\n"));

        assertEquals(List.of("Fire "), register.getRisks().stream().map(ColumnNamesImportTest::text).toList());
        assertEquals(List.of("The column \"Due date\" goes nowhere; values in it: 1."), plan.nowhere());
    }

    @Test
    void aRowThatWouldBringAnActionWithoutANameIsRefused() throws Exception {
        ImportPlan plan = execute(register,
                csv(register, "Risk,Action,Due\nFire,Sprinkler,2026-05-01\nFlood,,2026-06-01\n"));

        assertEquals(1, register.getRisks().size());
        assertEquals("it would bring one of Actions without a name; give it a Description",
                plan.entries().get(1).detail());
    }

    @Test
    void aNewItemOfACodeAndFiguresAloneIsRefused() throws Exception {
        ImportPlan plan = execute(report, csv(report, "Code,Line,Planned 2026-02\n3,Travel,301\n9,,1\n"));

        assertEquals(List.of("3"), report.getLines().stream().map(line -> line.getCode()).toList());
        assertEquals("it would be new and has no title; give it one", plan.entries().get(1).detail());
    }

    @Test
    void aLineThatIsThereNeedsNoTitle() throws Exception {
        execute(report, csv(report, "Code,Line,Planned 2026-02\n9,Travel,301\n"));
        ImportPlan plan = execute(report, csv(report, "Code,Line,Planned 2026-03\n9,,1\n"));

        assertEquals(1, plan.count(Outcome.CHANGED), plan.entries().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "[{'title':'A','impact':4,'owner':{'name':'Ana'}},{'title':'B','impact':4,'owner':{'name':'Bob'}}]",
            "[{'title':'A','impact':4,'owner':{'email':'a@b.example','name':'Ana'}}]",
            "[{'title':'A','impact':4,'owner':{'name':'Ana'}},{'title':'B','impact':4,'owner':null}]",
            "[{'title':'B','impact':4,'owner':null},{'title':'A','impact':4,'owner':{'name':'Ana'}}]"})
    void theNameOfAnObjectGoesToTheFieldThatHoldsIt(String text) throws Exception {
        execute(register, json(text.replace('\'', '"')));

        assertEquals("Ana", register.getRisks().stream().filter(risk -> risk.getTitle().equals("A")).findFirst()
                .orElseThrow().getOwner().getName());
    }

    @Test
    void aNameOfAnObjectThatIsNoReferenceGoesNowhere() throws Exception {
        assertEquals(List.of("title", "-"),
                proposed(register, json("[{\"title\":\"A\",\"cause\":{\"name\":\"Spark\"}}]")));
    }

    @ParameterizedTest
    @CsvSource({"C\u00f3digo,L\u00ednea", "Codice,Voce", "C\u00f3digo,Linha", "Code,Ligne", "Code,Zeile"})
    void codesAndLinesOfOtherLanguagesAreCodesAndTitles(String code, String line) throws Exception {
        assertEquals(List.of("code", "title", "figures.planned"),
                proposed(report, csv(report, code + "," + line + ",Planned 2026-01\n1,Servers,100\n")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Monat", "Mes", "Mois", "M\u00eas", "Mese"})
    void monthsOfOtherLanguagesAreThePeriod(String month) throws Exception {
        assertEquals(List.of("title", "figures.planned", "figures.period"),
                proposed(report, csv(report, "Title,Planned," + month + "\nServers,100,2026-01\n")));
    }

    @Test
    void aRowWithoutAKeyIsCalledByItsCode() throws Exception {
        ImportPlan plan = execute(report,
                csv(report, "Key,Code,Title,Planned 2026-01\nL-1,1,Servers,100\n,2,Cloud,200\n"));

        assertEquals("2", plan.entries().get(1).label());
    }

    private CsvTable sheet(String format, double code) throws IOException {
        Path file = folder.resolve("table.xlsx");
        try (XSSFWorkbook workbook = new XSSFWorkbook(); OutputStream out = Files.newOutputStream(file)) {
            XSSFSheet sheet = workbook.createSheet("Budget");
            List<String> header = List.of("Code", "Line", "Planned 2026-01");
            for (int column = 0; column < header.size(); column++) {
                (column == 0 ? sheet.createRow(0) : sheet.getRow(0)).createCell(column)
                        .setCellValue(header.get(column));
            }
            CellStyle style = workbook.createCellStyle();
            style.setDataFormat(workbook.createDataFormat().getFormat(format));
            sheet.createRow(1).createCell(0).setCellValue(code);
            sheet.getRow(1).getCell(0).setCellStyle(style);
            sheet.getRow(1).createCell(1).setCellValue("Servers");
            sheet.getRow(1).createCell(2).setCellValue(100);
            sheet.createRow(2).createCell(0).setCellValue("1.9");
            sheet.getRow(2).createCell(1).setCellValue("Cloud");
            sheet.getRow(2).createCell(2).setCellValue(200);
            workbook.write(out);
        }
        return XlsxFiles.read(file, Optional.empty(), true, TableSearch.by(FieldNames.of(items(report))));
    }

    @ParameterizedTest
    @CsvSource({"0.00,1.1,1.10", "0.0,1,1.0", "0.00,1.234,1.234", "General,1.1,1.1", "0,7,7", "000,7,007"})
    void aCodeThatIsANumberArrivesAsTheWorkbookShowsIt(String format, double code, String shown) throws Exception {
        execute(report, sheet(format, code));

        assertEquals(List.of(shown, "1.9"), report.getLines().stream().map(line -> line.getCode()).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"d.m", "d.m.yyyy"})
    void aCodeThatTheWorkbookTookForADayIsRefused(String format) throws Exception {
        ImportPlan plan = execute(report, sheet(format, 46027));

        assertEquals(List.of("1.9"), report.getLines().stream().map(line -> line.getCode()).toList());
        assertEquals("the workbook holds a day or a time, 2026-01-05, and no Code; write it as a text there",
                plan.entries().get(0).detail());
    }

    @Test
    void manyNewPeopleAreCounted() throws Exception {
        CsvTable table = csv(register, "Risk,Owner\n" + IntStream.range(0, 25)
                .mapToObj(index -> "Risk " + index + ",Person " + (char) ('A' + index) + " Lee\n")
                .collect(Collectors.joining()));
        String told = PlanText.told(execute(register, table), table).get(0);

        assertTrue(told.endsWith("Person T Lee, and 5 more."), told);
        assertFalse(told.contains("Person U"), told);
    }
}
