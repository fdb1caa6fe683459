package org.chartroom.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

import org.chartroom.core.value.DateOrder;
import org.chartroom.core.value.DecimalMark;
import org.chartroom.exchange.csv.CsvTable;
import org.chartroom.exchange.export.CsvExport;
import org.chartroom.exchange.importing.FieldValues;
import org.chartroom.exchange.importing.ImportOptions;
import org.chartroom.exchange.importing.ImportPlan;
import org.chartroom.exchange.importing.ImportPlan.Outcome;
import org.chartroom.exchange.importing.ImportPlanner;
import org.chartroom.exchange.xlsx.XlsxFiles;
import org.chartroom.model.Money;
import org.chartroom.model.Person;
import org.chartroom.model.risk.Risk;
import org.chartroom.model.risk.RiskFactory;
import org.chartroom.model.risk.RiskPackage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTCell;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.STCellType;

/** Values of real tables arrive as a careful person reads them, or are refused with the reason. */
class ImportValuesTest extends RiskImports {
    @BeforeEach
    void name() {
        register.setKey("RSK-001");
    }

    @Test
    void aGermanTableKeepsItsNumbers() throws Exception {
        importFile(write("Key;Title;Probability;Cost likely;Raised on\nR-1;A;0,125;1.250 EUR;31.03.2026\n"
                + "R-2;B;0,5;12.500,50 EUR;01.04.2026\nR-3;C;0,250;950,00 EUR;02.04.2026\n"));

        assertEquals(new BigDecimal("0.125"), risk(0).getProbability());
        assertEquals(Money.valueOf("1250 EUR"), risk(0).getCostLikely());
        assertEquals(Money.valueOf("12500.50 EUR"), risk(1).getCostLikely());
        assertEquals(0, new BigDecimal("0.25").compareTo(risk(2).getProbability()));
        assertEquals(LocalDate.of(2026, 4, 1), risk(1).getRaisedOn());
    }

    @Test
    void formsOfAmountsInOneColumnArriveOrAreRefusedByTheMarkOrTheSign() throws Exception {
        ImportPlan plan = plan(formsOfAmounts());

        assertEquals(List.of("R-10", "R-11", "R-12", "R-16", "R-19", "R-20", "R-21"), refused(plan));
        execute(plan);
        assertEquals(Money.valueOf("-1234.56 EUR"), byKey("R-8").getCostLikely());
        assertEquals(Money.valueOf("1500 EUR"), byKey("R-14").getCostLikely());
        assertEquals(Money.valueOf("1234.56 BRL"), byKey("R-18").getCostLikely());
    }

    @Test
    void aSignOfSeveralCurrenciesArrivesWhenTheCurrencyIsSaid() throws Exception {
        ImportPlan plan = ImportPlanner.plan(formsOfAmounts(), propose(formsOfAmounts()), register, directory,
                new ImportOptions(Optional.empty(), Optional.empty(), Optional.of(Currency.getInstance("USD"))));

        assertEquals(List.of("R-16", "R-19", "R-20", "R-21"), refused(plan));
    }

    @Test
    void aMarkOfTwoMeaningsIsRefusedUntilSomebodySaysWhich() throws Exception {
        CsvTable table = read(write("Key\tTitle\tCost likely\nR-1\tA\t1.250 EUR\n"));

        assertTrue(plan(table).entries().get(0).detail().contains("--decimal"));
        execute(ImportPlanner.plan(table, propose(table), register, directory,
                new ImportOptions(Optional.of(DecimalMark.COMMA), Optional.empty(), Optional.empty())));
        assertEquals(Money.valueOf("1250 EUR"), risk(0).getCostLikely());
    }

    @Test
    void whatTheDelimiterDecidesIsSaid() throws Exception {
        ImportPlan plan = plan(write("Key;Title;Cost likely\nR-1;A;1.250 EUR\n"));

        assertEquals(
                List.of("Cost likely: \"1.250 EUR\" may be 1250 or 1.250; taken as 1250, as files with this delimiter "
                        + "are mostly written."),
                plan.notes());
    }

    @Test
    void theCurrencyThatWasTakenIsSaid() throws Exception {
        ImportPlan plan = plan(write("Key,Title,Cost likely\nR-1,A,1200\nR-2,B,5 EUR\n"));

        assertEquals(List.of("Cost likely: amounts without a currency: 1; taken in EUR, the currency of RSK-001."),
                plan.notes());
    }

    @Test
    void amountsWithoutCurrencyBesidePoundsAreRefused() throws Exception {
        ImportPlan plan = plan(write("Key,Title,Cost likely\nR-1,A,\u00A31200\nR-2,B,500\n"));

        assertEquals(List.of("R-2"), refused(plan));
        assertTrue(plan.entries().get(1).detail().contains("--currency"), plan.entries().get(1).detail());
    }

    @Test
    void aColumnOfCurrenciesCounts() throws Exception {
        importFile(write("Key,Title,Cost likely,Currency\nR-1,A,1200,GBP\nR-2,B,1200,JPY\n"));

        assertEquals(Money.valueOf("1200 GBP"), risk(0).getCostLikely());
        assertEquals(Money.valueOf("1200 JPY"), risk(1).getCostLikely());
    }

    @Test
    void aShareIsReadWithItsSignAndOneOutsideItsRangeIsRefused() throws Exception {
        ImportPlan plan = plan(data("prob.csv"));

        assertEquals(List.of("R-3", "R-8", "R-9", "R-10"), refused(plan));
    }

    @Test
    void aShareWithThreeDigitsIsNoThousands() throws Exception {
        importFile(write("Key;Title;Probability\nR-1;A;12,500 %\nR-2;B;12,5 %\n"));

        assertEquals(0, new BigDecimal("0.125").compareTo(risk(0).getProbability()));
    }

    @Test
    void daysArriveInTheOrderThatOneOfThemDecides() throws Exception {
        importFile(data("dates-dmy-column.csv"));

        assertEquals(List.of(LocalDate.of(2026, 3, 31), LocalDate.of(2026, 4, 1), LocalDate.of(2026, 12, 2)),
                register.getRisks().stream().map(Risk::getRaisedOn).toList());
    }

    @Test
    void daysOfTwoMeaningsAreRefusedUntilSomebodySaysTheirOrder() throws Exception {
        CsvTable table = read(write("Key,Title,Raised on\nR-1,A,01/04/2026\n"));

        assertTrue(plan(table).entries().get(0).detail().contains("--date-order"));
        execute(ImportPlanner.plan(table, propose(table), register, directory,
                new ImportOptions(Optional.empty(), Optional.of(DateOrder.MDY), Optional.empty())));
        assertEquals(LocalDate.of(2026, 1, 4), risk(0).getRaisedOn());
    }

    @Test
    void formsOfDaysAreTheSameDayOrRefused() throws Exception {
        ImportPlan plan = plan(data("dates.csv"));

        assertEquals(List.of("R-20", "R-22", "R-25", "R-28"), refused(plan));
        execute(plan);
        for (int i = 1; i <= 24; i++) {
            if (!List.of(15, 20, 21, 22).contains(i)) {
                assertEquals(LocalDate.of(2026, 3, 31), byKey("R-" + i).getRaisedOn(), "R-" + i);
            }
        }
        assertNull(byKey("R-26").getRaisedOn());
    }

    @Test
    void keysAndPeopleThatLookTheSameAreTheSame() throws Exception {
        ImportPlan plan = importFile(data("nbsp-key.csv"));

        assertEquals(1, plan.count(Outcome.CREATED));
        assertEquals(2, plan.count(Outcome.REFUSED));
        importFile(
                write("Key,Title,Owner\nR-7,A,Jose\u0301\u00A0 Silva\nR-8,B,Jos\u00E9 Silva\nR-9,C,Ana\u2003Silva\n"));
        assertEquals(List.of("Ana Silva", "Jos\u00E9 Silva"),
                directory.getPeople().stream().map(Person::getName).toList());
    }

    @Test
    void aVerticalTabBecomesALineBreakAndIsSaid() throws Exception {
        ImportPlan plan = importFile(data("vertical-tab.csv"));

        assertEquals("one\ntwo", risk(0).getCause());
        assertTrue(plan.notes().get(0).contains("vertical tabs"), plan.notes().toString());
    }

    @Test
    void placeholdersAreNeitherPeopleNorDaysAndAreSaid() throws Exception {
        ImportPlan plan = importFile(
                write("Key,Title,Owner,Raised on\nR-1,A,n/a,TBD\nR-2,B,-,?\nR-3,C,tbc,--\nR-4,D,Ana,2026-03-31\n"));

        assertEquals(List.of("Ana"), directory.getPeople().stream().map(Person::getName).toList());
        assertEquals(4, plan.count(Outcome.CREATED));
        assertEquals(List.of("Owner: words for nothing, like \"-\" or \"TBD\": 3; the fields stay as they are.",
                "Raised on: words for nothing, like \"-\" or \"TBD\": 3; the fields stay as they are."), plan.notes());
    }

    @Test
    void errorsOfSpreadsheetsAreRefusedInEveryField() throws Exception {
        ImportPlan plan = plan(data("x-errors.xlsx"));

        assertEquals(5, plan.count(Outcome.REFUSED));
        assertTrue(plan.entries().stream().allMatch(entry -> entry.detail().contains("error of a spreadsheet")));
    }

    @Test
    void currenciesOfCellFormatsArriveOrAreRefused() throws Exception {
        CsvTable table = XlsxFiles.read(data("x-currency2.xlsx"), Optional.empty());
        ImportPlan plan = plan(table);

        assertEquals(List.of("R-1", "R-2"), refused(plan));
        execute(plan);
        assertEquals("PLN", currency("R-4"));
        assertEquals("JPY", currency("R-5"));
        assertEquals("INR", currency("R-6"));
        assertEquals("BRL", currency("R-7"));
        assertEquals("DKK", currency("R-8"));
    }

    private String currency(String key) {
        return byKey(key).getCostLikely().currency().getCurrencyCode();
    }

    @Test
    void keysArriveAsTheirFormatShowsThem() throws Exception {
        importFile(data("x-keys-format.xlsx"));

        assertEquals(List.of("00007", "R-012", "100000"),
                register.getRisks().stream().limit(3).map(Risk::getKey).toList());
    }

    @Test
    void aWholeNumberOfAWorkbookKeepsAllItsDigits() throws Exception {
        importFile(data("x-keys-format.xlsx"));

        assertEquals("12345678901234567", risk(3).getKey());
    }

    @Test
    void aPercentageOfAWorkbookIsNoAmount() throws Exception {
        ImportPlan plan = plan(data("x-currency.xlsx"));

        assertTrue(refused(plan).contains("R-3"), plan.entries().toString());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aFormulaWithoutAStoredValueIsSaid(boolean withAnEmptyElement) throws Exception {
        CsvTable table = XlsxFiles.read(workbookWithAFormula(cell -> {
            if (withAnEmptyElement) {
                cell.setV("");
            }
        }), Optional.empty());

        assertEquals(
                List.of("Formulas without a stored value: 1, the first in row 2, column C; they were read as empty. "
                        + "Open the workbook in the program that wrote it and save it there."),
                plan(table).notes());
    }

    @Test
    void aFormulaThatGivesAnEmptyTextIsAnEmptyCell() throws Exception {
        CsvTable table = XlsxFiles.read(workbookWithAFormula(cell -> {
            cell.setT(STCellType.STR);
            cell.setV("");
        }), Optional.empty());

        assertEquals(List.of(), plan(table).notes());
    }

    private Path workbookWithAFormula(Consumer<CTCell> stored) throws IOException {
        Path file = folder.resolve("formula.xlsx");
        try (var book = new org.apache.poi.xssf.usermodel.XSSFWorkbook();
                var out = Files.newOutputStream(file)) {
            var sheet = book.createSheet("Risks");
            String[][] cells = {{"Key", "Title", "Cause"}, {"R-1", "A"}};
            for (int i = 0; i < cells.length; i++) {
                var row = sheet.createRow(i);
                for (int j = 0; j < cells[i].length; j++) {
                    row.createCell(j).setCellValue(cells[i][j]);
                }
            }
            var formula = sheet.getRow(1).createCell(2);
            formula.getCTCell().addNewF().setStringValue("A1");
            stored.accept(formula.getCTCell());
            book.write(out);
        }
        return file;
    }

    @Test
    void escapedLineEndsOfAWorkbookAreDecoded() throws Exception {
        importFile(data("x-rich.xlsx"));

        assertTrue(register.getRisks().stream().noneMatch(risk -> risk.getTitle().contains("line_x000D_")));
        assertTrue(byKey("R-3").getTitle().contains("_x000D_"),
                "the escaped underscore stays: " + byKey("R-3").getTitle());
    }

    @Test
    void aNumberOfAWorkbookIsNotReadInTheLanguageOfItsTexts() throws Exception {
        CsvTable table = new CsvTable("a.xlsx", Optional.of("S"), List.of("Key", "Title", "Cost likely"),
                List.of(new CsvTable.Row(2, new String[]{"R-1", "A", "1.125 EUR"}, bits(2)),
                        new CsvTable.Row(3, new String[]{"R-2", "B", "1.250,50 EUR"}),
                        new CsvTable.Row(4, new String[]{"R-3", "C", "1.125 EUR"})));
        execute(plan(table));

        assertEquals(Money.valueOf("1.125 EUR"), risk(0).getCostLikely());
        assertEquals(Money.valueOf("1125 EUR"), risk(2).getCostLikely());
    }

    private static java.util.BitSet bits(int bit) {
        java.util.BitSet bits = new java.util.BitSet();
        bits.set(bit);
        return bits;
    }

    @Test
    void theGuardOfAnOwnFileIsTakenOffOnce() throws Exception {
        importFile(write(
                "Key,Title,Cause,Owner\nR-1,=1+1,-5 degrees,@ana\nR-2,'=already,'quoted,Bo\nR-3,+49 30,-33 %,-x\n"));
        StringBuilder csv = new StringBuilder();
        CsvExport.write(register, csv);

        ImportPlan again = plan(write(csv.toString()));

        assertTrue(csv.toString().contains("'=1+1") && csv.toString().contains("''=already"), csv.toString());
        assertEquals(3, again.count(Outcome.UNCHANGED), again.entries().toString());
        assertEquals(List.of(), again.newPeople());
    }

    @Test
    void theApostropheOfAnotherProgramIsKeptAndSaid() throws Exception {
        ImportPlan plan = importFile(write("Key,Title\nR-1,'=1+1\n"));

        assertEquals("'=1+1", risk(0).getTitle());
        assertTrue(plan.notes().get(0).contains("apostrophe"), plan.notes().toString());
    }

    @Test
    void whatIsSetOnTheCommandLineIsReadInFileForm() {
        Risk risk = RiskFactory.eINSTANCE.createRisk();
        register.getRisks().add(risk);

        assertEquals(Money.valueOf("0.125 EUR"),
                FieldValues.parse(risk, RiskPackage.Literals.RISK__COST_LIKELY, "0,125 EUR", directory));
        assertEquals("\"1,250 EUR\" may be 1250 or 1.250; write the one that is meant in that form",
                org.junit.jupiter.api.Assertions.assertThrows(IllegalArgumentException.class, () -> FieldValues
                        .parse(risk, RiskPackage.Literals.RISK__COST_LIKELY, "1,250 EUR", directory)).getMessage());
    }

    @Test
    void noValueDependsOnTheLocaleOfTheMachine() throws Exception {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            importFile(write("Key;Title;Probability;Cost likely;Raised on\nR-1;A;0,125;1.250,50 EUR;31.03.2026\n"));
        } finally {
            Locale.setDefault(before);
        }

        assertEquals(Money.valueOf("1250.50 EUR"), risk(0).getCostLikely());
    }

    /** The table names its amounts in a way that no field has; what is meant by it is another matter. */
    private CsvTable formsOfAmounts() throws Exception {
        String text = Files.readString(data("num-forms.csv"), StandardCharsets.UTF_8).replace("Cost, likely",
                "Cost likely");
        return read(write(text));
    }

    private static List<String> refused(ImportPlan plan) {
        return plan.entries().stream().filter(entry -> entry.outcome() == Outcome.REFUSED)
                .map(ImportPlan.Entry::label).toList();
    }

    private Risk risk(int index) {
        return register.getRisks().get(index);
    }

    private Risk byKey(String key) {
        return register.getRisks().stream().filter(risk -> key.equals(risk.getKey())).findFirst().orElseThrow();
    }

    private static Path data(String name) throws URISyntaxException {
        return Path.of(ImportValuesTest.class.getResource("/data/values/" + name).toURI());
    }

    @ParameterizedTest
    @ValueSource(strings = {"#,##0.0\" TEUR\"", "0.0\" Mio. EUR\"", "0.0\"M\"", "0.0\"k\"", "\"TEUR\" 0.0",
            "0.0\" USD/yr\"", "0.0,"})
    void anAmountWithAUnitThatItsFormatShowsIsNotTheBareNumber(String format) throws Exception {
        ImportPlan plan = plan(workbookWithANumber("Cost likely", format, 1.5));
        execute(plan);

        assertTrue(plan.count(Outcome.REFUSED) == 1
                || risk(0).getCostLikely().amount().compareTo(BigDecimal.valueOf(1000)) > 0,
                () -> String.valueOf(risk(0).getCostLikely()));
    }

    @Test
    void aPercentSignThatAFormatShowsAsATextIsOne() throws Exception {
        importFile(workbookWithANumber("Probability", "0.0\"%\"", 1.5));

        assertEquals(0, new BigDecimal("0.015").compareTo(risk(0).getProbability()));
    }

    private Path workbookWithANumber(String column, String format, double number) throws IOException {
        Path file = folder.resolve("number.xlsx");
        try (var book = new org.apache.poi.xssf.usermodel.XSSFWorkbook(); var out = Files.newOutputStream(file)) {
            var sheet = book.createSheet("Risks");
            var header = sheet.createRow(0);
            header.createCell(0).setCellValue("Title");
            header.createCell(1).setCellValue(column);
            var row = sheet.createRow(1);
            row.createCell(0).setCellValue("Fire");
            var cell = row.createCell(1);
            cell.setCellValue(number);
            var style = book.createCellStyle();
            style.setDataFormat(book.createDataFormat().getFormat(format));
            cell.setCellStyle(style);
            book.write(out);
        }
        return file;
    }

    @Test
    void partsOfOneBelowAHeaderThatSaysPercentAreRefused() throws Exception {
        ImportPlan plan = plan(write("Title,Probability %,Likelihood (%)\na,0.35,0.35\nb,0.5,0.9\n"));

        assertEquals(2, plan.count(Outcome.REFUSED));
        assertTrue(plan.entries().get(0).detail().contains("35 %"), plan.entries().get(0).detail());
    }

    @Test
    void percentagesBelowAHeaderThatSaysSoArrive() throws Exception {
        importFile(write("Title,Probability %\na,0.35\nb,50\n"));

        assertEquals(0, new BigDecimal("0.0035").compareTo(risk(0).getProbability()));
    }

    @Test
    void aTitleThatSeveralHaveIsRefused() throws Exception {
        importFile(write("Key,Title,Likelihood\nR-1,Fire,1\nR-2,Fire,2\n"));
        ImportPlan plan = plan(write("Title,Likelihood\nFire,5\n"));

        assertEquals(1, plan.count(Outcome.REFUSED));
        assertTrue(plan.entries().get(0).detail().contains("2 of them are called \"Fire\""),
                plan.entries().get(0).detail());
    }
}
