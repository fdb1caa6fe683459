package org.chartroom.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.chartroom.exchange.csv.CsvFiles;
import org.chartroom.exchange.csv.CsvTable;
import org.chartroom.exchange.csv.ImportException;
import org.chartroom.exchange.csv.TableSearch;
import org.chartroom.exchange.importing.FieldNames;
import org.chartroom.exchange.importing.ImportPlan;
import org.chartroom.exchange.importing.ImportPlan.Outcome;
import org.chartroom.model.risk.Risk;
import org.chartroom.model.risk.RiskPackage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The table is found in what people put around it; what is no row of it is said, what can't be read is refused. */
class TableFinderTest extends RiskImports {
    @Test
    void titlesAboveTheHeaderAreLeftOutAndSaid() throws Exception {
        CsvTable table = read(data("title-rows.csv"));

        assertEquals(List.of("Key", "Title", "Owner"), table.columns());
        assertEquals(List.of("R-1", "R-2"), keys(table));
        assertEquals(4, table.layout().headerRow());
        assertEquals(
                List.of("Rows above the header: 2; they are left out: \"Risk register of the IT department As of 1 "
                        + "March\"."),
                table.notes());
    }

    @Test
    void aTitleWithoutDelimitersDoesNotHideThem() throws Exception {
        assertEquals(List.of("R-1"), keys(read(write("Register, as of 1 March\n\nKey;Title;Owner\nR-1;First;Ana\n"))));
    }

    @Test
    void aBannerOverAWorkbookIsNoHeader() throws Exception {
        assertEquals(List.of("Title", "Likelihood", "Impact"), read(data("banner.xlsx")).columns());
    }

    @Test
    void theLineThatNamesTheDelimiterIsObeyed() throws Exception {
        CsvTable table = read(data("sep-line.csv"));

        assertEquals(List.of("R-1", "R-2"), keys(table));
        assertEquals(List.of(), table.notes());
    }

    @Test
    void delimitersOfOtherFilesInTheTextsDoNotHideThoseOfTheHeader() throws Exception {
        CsvTable table = read(
                write("Key,Title,Cause,Cost likely\nR-1,x;;;;,x;,\"0,00\"\nR-2,x,\"x\"\" ;\",\"779,48\"\n"));

        assertEquals(List.of("R-1", "R-2"), keys(table));
    }

    @Test
    void delimitersBehindTheLastColumnAreNoValues() throws Exception {
        CsvTable table = read(data("trailing-delims.csv"));

        assertEquals(3, table.columns().size());
        assertEquals(List.of("", ""), table.rows().stream().map(CsvTable.Row::problem).toList());
    }

    @Test
    void emptyColumnsBehindTheHeaderAreNoColumns() throws Exception {
        assertEquals(List.of("Key", "Title"), read(write("Key,Title,,\nR-1,a,,\n")).columns());
    }

    @Test
    void aHeaderLongerThanEveryRowIsNoticed() throws Exception {
        assertEquals(List.of("The header has 4 names, but no row has more than 3 values; check that no name has the "
                + "delimiter in it."), read(write("Key,Title,Cost, likely\nR-1,a,12\nR-2,b,13\n")).notes());
    }

    @Test
    void theHeaderOnceMoreIsNoRow() throws Exception {
        CsvTable table = read(data("repeated-header.csv"));

        assertEquals(List.of("R-1", "R-2"), keys(table));
        assertEquals(List.of("The header comes again: 1, first in line 3; these rows are left out."), table.notes());
    }

    @Test
    void theRowsOfAnotherTableBelowAreRefused() throws Exception {
        ImportPlan plan = plan(write("Key,Title,Owner\nR-1,a,Ana\n\nTitle,Owner,Cause\nb,Bo,c\n"));

        assertEquals(1, plan.count(Outcome.CREATED));
        assertEquals(2, plan.count(Outcome.REFUSED));
        assertTrue(plan.entries().get(2).detail().contains("--header-row 4"), plan.entries().get(2).detail());
    }

    @Test
    void twoRowsThatMayBothBeTheHeaderAreRefusedUntilOneIsNamed() throws Exception {
        Path file = write("Key,Title\nR-1,a\nKey,Title,Owner\nR-2,b,Ana\n");

        assertTrue(assertThrows(ImportException.class, () -> read(file)).getMessage().contains("--header-row 1"));
        TableSearch named = new TableSearch(OptionalLong.of(3), FieldNames.of(RiskPackage.Literals.RISK));
        assertEquals(List.of("R-2"), keys(CsvFiles.read(file, CsvFiles.detect(file, named), named)));
    }

    @Test
    void aHeaderRowWithoutValuesIsRefused() throws Exception {
        Path file = write("Key,Title\nR-1,a\n");
        TableSearch named = new TableSearch(OptionalLong.of(7), FieldNames.of(RiskPackage.Literals.RISK));

        assertEquals(
                "table.csv has nothing in line 7 that could name the columns; give the number of another line, the "
                        + "first one with values is 1.",
                assertThrows(ImportException.class, () -> CsvFiles.read(file, CsvFiles.detect(file, named), named))
                        .getMessage());
    }

    @Test
    void aYearAmongTheNamesOfColumnsLeavesThemNames() throws Exception {
        assertEquals(List.of("Key", "Title", "2026"), read(data("year-header.csv")).columns());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Total;;30", ";Total;30", "Summe:;;30", ";Gesamt;30", "Grand total;;30",
            ";Total general;30",
            "Total IT;;30", ";;30", "Total: 2;;", "Zwischensumme;-;30", "Gesamtsumme;;30,00 EUR"})
    void aTotalIsNoItemAndSaid(String total) throws Exception {
        CsvTable table = read(write("Key;Title;Cost likely\nR-1;a;10\nR-2;b;20\n" + total + "\n"));

        assertEquals(List.of("R-1", "R-2"), keys(table));
        assertTrue(table.notes().get(0).startsWith("Line 4 is a total and left out: "), table.notes().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"R-3;Total;30", ";Total loss of the site;15", "R-3;Total loss of data;30",
            ";Sum of all fears;",
            "R-3;Summary;30", "3;;30"})
    void whatOnlySoundsLikeATotalIsARow(String row) throws Exception {
        assertEquals(3, read(write("Key;Title;Cost likely\nR-1;a;10\nR-2;b;20\n" + row + "\n")).rows().size());
    }

    @Test
    void subtotalsAreSumsOfTheirGroups() throws Exception {
        CsvTable table = read(
                write("Key;Title;Cost likely\nR-1;a;10\nR-2;b;20\n;Sum IT;30\nR-3;c;1\nR-4;d;2\n;Sum HR;3\n"
                        + ";Sum all;33\n"));

        assertEquals(List.of("R-1", "R-2", "R-3", "R-4"), keys(table));
    }

    @Test
    void aHiddenSheetIsNeverProposedAndSaid() throws Exception {
        CsvTable table = read(data("x-veryhidden-sheet.xlsx"));

        assertEquals(Optional.of("Register"), table.sheet());
        assertEquals(List.of("Lists (hidden)"), table.layout().otherSheets());
    }

    @Test
    void theSheetWithTheMostKnownNamesIsProposed() throws Exception {
        XSSFWorkbook workbook = new XSSFWorkbook();
        fill(workbook.createSheet("Cover"), "Title of the report", "by Ana");
        fill(workbook.createSheet("Risks"), "Key", "Title", "Owner");
        fill(workbook.createSheet("Old"), "Key", "Title", "Owner", "Cause");
        workbook.setSheetVisibility(2, SheetVisibility.HIDDEN);
        CsvTable table = read(save(workbook));

        assertEquals(Optional.of("Risks"), table.sheet());
        assertEquals(List.of("Cover", "Old (hidden)"), table.layout().otherSheets());
    }

    @Test
    void aMergedAreaCountsForEachOfItsRows() throws Exception {
        CsvTable table = read(data("x-merged.xlsx"));

        assertEquals(List.of("Data", "Data", "Data"), table.rows().stream().map(row -> row.values()[0]).toList());
        assertEquals(
                List.of("Cells that are merged over several rows count for each of them; cells filled: 2, the first "
                        + "in row 3."),
                table.notes());
    }

    @Test
    void aHeadingOverSeveralColumnsIsNoItem() throws Exception {
        XSSFWorkbook workbook = new XSSFWorkbook();
        Sheet sheet = workbook.createSheet("Risks");
        fill(sheet, "Title", "Owner", "Cause");
        fill(sheet, "Risks of the data centre");
        sheet.addMergedRegion(new CellRangeAddress(1, 1, 0, 2));
        fill(sheet, "Fire", "Ana", "heat");
        CsvTable table = read(save(workbook));

        assertEquals(List.of("Fire"), keys(table));
        assertEquals(List.of("Row 2 is a heading over several columns and left out: \"Risks of the data centre\"."),
                table.notes());
    }

    @Test
    void rowsAndColumnsThatASheetHidesComeAndAreSaid() throws Exception {
        CsvTable table = read(data("x-hidden-rows.xlsx"));
        assertEquals(List.of("R-1", "R-2", "R-3"), keys(table));
        assertEquals(List.of("Rows that the sheet does not show: 1, the first is row 3; they are taken along."),
                table.notes());

        XSSFWorkbook workbook = new XSSFWorkbook();
        Sheet sheet = workbook.createSheet("Risks");
        fill(sheet, "Title", "Owner");
        fill(sheet, "Fire", "Ana");
        sheet.setColumnHidden(1, true);
        sheet.setColumnHidden(5, true);
        assertEquals(List.of("Columns that the sheet does not show: B; they are taken along."),
                read(save(workbook)).notes());
    }

    @Test
    void aNoteBesideATableOfASheetGoesNowhereAndIsSaid() throws Exception {
        CsvTable table = read(data("x-note-right.xlsx"));

        assertEquals(List.of("R-1", "R-2"), keys(table));
        assertEquals(List.of("Values in column H, which has no name in the header, go nowhere: 1, the first in row 2: "
                + "\"ask Bo\"."), table.layout().nowhere());
    }

    @Test
    void aCellThatNoProgramCanHoldRefusesItsRow() throws Exception {
        ImportPlan plan = plan(data("x-longcell.xlsx"));

        assertEquals("the text in column B is longer than a cell can hold; shorten it", plan.entries().get(0).detail());
        assertEquals(1, plan.count(Outcome.REFUSED));
    }

    @Test
    void aNameThatComesTwiceIsToldApart() throws Exception {
        for (Path file : List.of(data("dup-header.csv"), data("x-dup-header.xlsx"))) {
            ImportPlan plan = importFile(file);
            assertTrue(plan.notes()
                    .contains("The column \"Owner\" is there twice; the second one is called \"Owner (2)\" and "
                            + "goes nowhere unless it is mapped."),
                    plan.notes().toString());
            assertTrue(plan.nowhere().contains("The column \"Owner (2)\" goes nowhere; values in it: 1."));
            assertTrue(register.getRisks().get(0).getActions().isEmpty());
        }
    }

    @Test
    void aColumnWithoutANameGoesNowhereAndIsSaid() throws Exception {
        assertEquals(List.of("The column \"Column 1\" goes nowhere; values in it: 2."),
                plan(data("blank-header.csv")).nowhere());
    }

    @Test
    void aStrictWorkbookIsRefusedByWhatItIs() throws Exception {
        Path file = data("x-strict.xlsx");

        assertEquals(
                "x-strict.xlsx is a workbook in the form \"Strict Open XML Spreadsheet\"; save it as \"Excel Workbook "
                        + "(.xlsx)\" first.",
                assertThrows(ImportException.class, () -> read(file)).getMessage());
    }

    @Test
    void lettersLateInAFileAreDecodedLikeAllOthers() throws Exception {
        CsvTable table = read(data("latin1-after-256k.csv"));

        assertEquals(Optional.of("windows-1252"), table.layout().encoding());
        assertTrue(table.rows().stream().noneMatch(row -> row.values()[1].contains("\uFFFD")));
        assertTrue(table.rows().get(table.rows().size() - 1).values()[1].chars().anyMatch(c -> c > '~'));
    }

    @Test
    void aFileInTwoEncodingsIsRefusedWithItsLine() throws Exception {
        Path file = folder.resolve("mixed.csv");
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write("Key,Title\nR-1,Gr\u00FC\u00DFe\n".getBytes(StandardCharsets.UTF_8));
            out.write("R-2,Gr\u00FC\u00DFe\n".getBytes(Charset.forName("windows-1252")));
        }

        assertTrue(
                assertThrows(ImportException.class, () -> read(file)).getMessage().startsWith("mixed.csv, line 3: "));
    }

    @Test
    void bytesThatAreNotInTheNamedEncodingStopWithTheLine() throws Exception {
        Path file = Files.write(folder.resolve("table.csv"),
                "Key,Title\nR-1,a\nR-2,\u00FC\n".getBytes(StandardCharsets.ISO_8859_1));

        assertEquals("table.csv, line 3: there are letters that are not written in UTF-8; give another encoding "
                + "(--encoding), or save the file as UTF-8.",
                assertThrows(ImportException.class, () -> CsvFiles.read(file,
                        new org.chartroom.exchange.csv.CsvFormat(',', StandardCharsets.UTF_8, true))).getMessage());
    }

    private static List<String> keys(CsvTable table) {
        return table.rows().stream().map(row -> row.values()[0]).toList();
    }

    private static void fill(Sheet sheet, String... values) {
        Row row = sheet.createRow(sheet.getPhysicalNumberOfRows());
        Arrays.stream(values).forEach(value -> row.createCell(Math.max(0, row.getLastCellNum())).setCellValue(value));
    }

    private Path save(XSSFWorkbook workbook) throws IOException {
        Path file = folder.resolve("table.xlsx");
        try (workbook; OutputStream out = Files.newOutputStream(file)) {
            workbook.write(out);
        }
        return file;
    }

    private static Path data(String name) throws URISyntaxException {
        return Path.of(TableFinderTest.class.getResource("/data/tables/" + name).toURI());
    }

    @Test
    void aTotalBesideTheCurrencyOfEachRowIsOne() throws Exception {
        assertEquals(List.of("R-1", "R-2"), keys(read(write("""
                Key,Title,Likelihood,Impact,Cost likely,Currency
                R-1,Fire,2,3,100,EUR
                R-2,Flood,1,4,200,EUR
                Total,,,,300,EUR
                """))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Average", "Durchschnitt", "Maximum", "Count", "Nettosumme", "\u5408\u8a08",
            "Total incl. VAT",
            "Summe netto", "Total 2026", "Sum Q3", "Carried forward", "\u00dcbertrag", "Total EUR",
            "Subtotal excl. tax"})
    void rowsThatSumUpInOtherWaysAreLeftOutAndSaid(String label) throws Exception {
        CsvTable table = read(write("Key,Title,Cost likely\nR-1,Fire,100\nR-2,Flood,200\n" + label + ",,317\n"));

        assertEquals(List.of("R-1", "R-2"), keys(table));
        assertEquals(List.of("Line 4 is a total and left out: \"" + label + " 317\"."), table.notes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Total loss of the site", "Average latency too high", "Maximum load", "Total cost unknown",
            "Count of incidents rises"})
    void rowsThatOnlyBeginLikeTotalsAreRows(String title) throws Exception {
        assertEquals(3, read(write("Title,Cost likely\nFire,100\nFlood,200\n" + title + ",317\n")).rows().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Source: SAP; all amounts in k EUR", "Legend: 1 = rare, 5 = certain",
            "Printed on 30.11.2026", "* without tax", "Stand 2026-11-30", "Hinweis: vorl\u00e4ufig"})
    void notesBelowTheTableAreLeftOutAndSaid(String note) throws Exception {
        CsvTable table = read(write("Title,Likelihood,Impact\nFire,1,2\nFlood,2,3\n\"" + note + "\",,\n"));

        assertEquals(2, table.rows().size());
        assertEquals(List.of("Line 4 is a note below the table and left out: \"" + note + "\"."), table.notes());
    }

    @Test
    void aTitleAloneInTheLastRowIsARow() throws Exception {
        assertEquals(2, read(write("Title,Likelihood,Impact\nFire,1,2\nSource code is lost,,\n")).rows().size());
    }

    @Test
    void aKeyAndNothingElseIsRefused() throws Exception {
        ImportPlan plan = plan(write("Key,Title,Likelihood\nR-1,Fire,1\nSee the annex,,\n"));

        assertEquals(1, plan.count(Outcome.CREATED));
        assertTrue(plan.entries().get(1).detail().contains("nothing else"), plan.entries().get(1).detail());
    }

    @Test
    void titlesAndCategoriesThatAreNamesOfFieldsAreNoHeader() throws Exception {
        CsvTable table = read(
                write("Title,Category\nRunning over,Schedule\nQuality,Cost\nProbability,Impact\nLast one,People\n"));

        assertEquals(4, table.rows().stream().filter(row -> row.problem().isEmpty()).count());
    }

    @Test
    void namesThatComeTwiceAreToldApartByTheRowAbove() throws Exception {
        CsvTable table = read(
                write(",,Inherent,,Residual,\nKey,Title,Likelihood,Impact,Likelihood,Impact\nR-1,Fire,5,5,2,2\n"));

        assertEquals(List.of("Key", "Title", "Inherent Likelihood", "Inherent Impact", "Residual Likelihood",
                "Residual Impact"), table.columns());
        importFile(folder.resolve("table.csv"));
        assertEquals(5, risk(0).getInherentLikelihood());
        assertEquals(2, risk(0).getCurrentImpact());
    }

    @Test
    void areasMergedOverAHeaderTellItsNamesApart() throws Exception {
        Path file = folder.resolve("groups.xlsx");
        try (XSSFWorkbook book = new XSSFWorkbook(); OutputStream out = Files.newOutputStream(file)) {
            Sheet sheet = book.createSheet("Risks");
            List<List<String>> cells = List.of(List.of("Risk", "", "Current", "", "Target", ""),
                    List.of("Key", "Title", "Likelihood", "Impact", "Likelihood", "Impact"),
                    List.of("R-1", "Fire", "4", "5", "2", "1"));
            for (int i = 0; i < cells.size(); i++) {
                Row row = sheet.createRow(i);
                for (int j = 0; j < cells.get(i).size(); j++) {
                    row.createCell(j).setCellValue(cells.get(i).get(j));
                }
            }
            sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 1));
            sheet.addMergedRegion(new CellRangeAddress(0, 0, 2, 3));
            sheet.addMergedRegion(new CellRangeAddress(0, 0, 4, 5));
            book.write(out);
        }
        importFile(file);

        assertEquals(4, risk(0).getCurrentLikelihood());
        assertEquals(2, risk(0).getTargetLikelihood());
    }

    private Risk risk(int index) {
        return register.getRisks().get(index);
    }
}
