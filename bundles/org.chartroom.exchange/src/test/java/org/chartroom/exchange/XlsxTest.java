package org.chartroom.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.chartroom.exchange.csv.CsvTable;
import org.chartroom.exchange.csv.ImportException;
import org.chartroom.exchange.export.XlsxExport;
import org.chartroom.exchange.importing.ImportPlan;
import org.chartroom.exchange.importing.ImportPlan.Outcome;
import org.chartroom.exchange.importing.ImportPlanner;
import org.chartroom.exchange.importing.MappingProposal;
import org.chartroom.exchange.xlsx.XlsxFiles;
import org.chartroom.model.ModelFactory;
import org.chartroom.model.Money;
import org.chartroom.model.change.Change;
import org.chartroom.model.change.ChangeFactory;
import org.chartroom.model.change.ChangeLog;
import org.chartroom.model.change.ChangePackage;
import org.chartroom.model.risk.Risk;
import org.chartroom.model.risk.RiskAction;
import org.chartroom.model.risk.RiskFactory;
import org.chartroom.model.risk.RiskPackage;
import org.chartroom.model.risk.RiskRegister;
import org.eclipse.emf.common.command.BasicCommandStack;
import org.eclipse.emf.edit.domain.AdapterFactoryEditingDomain;
import org.eclipse.emf.edit.provider.ReflectiveItemProviderAdapterFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XlsxTest {
    @TempDir
    Path folder;

    private final RiskRegister register = RiskFactory.eINSTANCE.createRiskRegister();

    private static Risk risk(String key, String title) {
        Risk risk = RiskFactory.eINSTANCE.createRisk();
        risk.setId(key);
        risk.setKey(key);
        risk.setTitle(title);
        return risk;
    }

    private Path export() throws IOException {
        Path file = folder.resolve("risks.xlsx");
        try (OutputStream out = Files.newOutputStream(file)) {
            XlsxExport.write(register, out);
        }
        return file;
    }

    private Path save(Workbook workbook, String name) throws IOException {
        Path file = folder.resolve(name);
        try (workbook; OutputStream out = Files.newOutputStream(file)) {
            workbook.write(out);
        }
        return file;
    }

    private Path save(Workbook workbook) throws IOException {
        return save(workbook, "table.xlsx");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-08-18T18:30", "2026-08-18T00:00"})
    void timesAreTimesInAWorkbookAndComeBackAsTheyWere(String local) throws IOException {
        Instant time = LocalDateTime.parse(local).atZone(ZoneId.systemDefault()).toInstant();
        ChangeLog log = ChangeFactory.eINSTANCE.createChangeLog();
        Change change = ChangeFactory.eINSTANCE.createChange();
        change.setId("1");
        change.setKey("C-001");
        change.setTitle("New lines");
        change.setPlannedFrom(time);
        log.getChanges().add(change);
        Path file = folder.resolve("changes.xlsx");
        try (OutputStream out = Files.newOutputStream(file)) {
            XlsxExport.write(log, out);
        }

        try (Workbook workbook = WorkbookFactory.create(file.toFile())) {
            Cell cell = cell(workbook.getSheet("Changes"), 1, "Planned from");
            assertEquals(LocalDateTime.parse(local), cell.getLocalDateTimeCellValue());
        }
        ChangeLog back = ChangeFactory.eINSTANCE.createChangeLog();
        CsvTable table = XlsxFiles.read(file, Optional.of("Changes"));
        ImportPlanner.plan(table, MappingProposal.propose(table, ChangePackage.Literals.CHANGE, back), back,
                ModelFactory.eINSTANCE.createDirectory())
                .command(new AdapterFactoryEditingDomain(new ReflectiveItemProviderAdapterFactory(),
                        new BasicCommandStack()))
                .orElseThrow().execute();
        assertEquals(time, back.getChanges().get(0).getPlannedFrom());
    }

    @Test
    void rowsWithoutHeightAndColumnsWithoutWidthAreHiddenOnes() throws IOException {
        XSSFWorkbook workbook = new XSSFWorkbook();
        XSSFSheet sheet = workbook.createSheet("Risks");
        row(sheet, 0, "Title", "Cause");
        row(sheet, 1, "Fire", "Heat");
        row(sheet, 2, "Flood", "Rain");
        sheet.getRow(2).setHeight((short) 0);
        sheet.setColumnWidth(1, 0);

        List<String> notes = read(save(workbook)).layout().notes();

        assertTrue(notes.contains("Rows that the sheet does not show: 1, the first is row 3; they are taken along."),
                notes.toString());
        assertTrue(notes.contains("Columns that the sheet does not show: B; they are taken along."), notes.toString());
    }

    @Test
    void aNumberBeforeTheFirstDayIsThatNumber() throws IOException {
        XSSFWorkbook workbook = new XSSFWorkbook();
        XSSFSheet sheet = workbook.createSheet("Risks");
        row(sheet, 0, "Title", "Raised on");
        row(sheet, 1, "Fire", -5);
        CellStyle style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat("dd/mm/yyyy"));
        sheet.getRow(1).getCell(1).setCellStyle(style);

        assertEquals("-5", read(save(workbook)).rows().get(0).values()[1]);
    }

    private static CsvTable read(Path file) {
        return XlsxFiles.read(file, Optional.empty());
    }

    private static void row(Sheet sheet, int number, Object... values) {
        Row row = sheet.createRow(number);
        for (int i = 0; i < values.length; i++) {
            Cell cell = row.createCell(i);
            if (values[i] instanceof Number value) {
                cell.setCellValue(value.doubleValue());
            } else {
                cell.setCellValue((String) values[i]);
            }
        }
    }

    private static Cell cell(Sheet sheet, int row, String column) {
        for (Cell head : sheet.getRow(0)) {
            if (head.getStringCellValue().equals(column)) {
                return sheet.getRow(row).getCell(head.getColumnIndex());
            }
        }
        throw new AssertionError("no column " + column);
    }

    private static Money euros(String amount) {
        return Money.of(new BigDecimal(amount), Currency.getInstance("EUR"));
    }

    @Test
    void numbersDatesPercentagesAndAmountsAreTypedCells() throws IOException {
        Risk risk = risk("R-001", "=cmd()|'/c calc'!A0");
        risk.setCurrentLikelihood(4);
        risk.setProbability(new BigDecimal("0.125"));
        risk.setCostMin(euros("1200.50"));
        risk.setCostMax(euros("12345678901234567.89"));
        risk.setProximityDate(LocalDate.of(2027, 2, 1));
        register.getRisks().add(risk);
        try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(export()))) {
            Sheet sheet = workbook.getSheetAt(0);
            assertEquals(4, cell(sheet, 1, "Current likelihood").getNumericCellValue());
            assertEquals(0.125, cell(sheet, 1, "Probability").getNumericCellValue());
            assertEquals("0.##%", cell(sheet, 1, "Probability").getCellStyle().getDataFormatString());
            assertEquals(1200.5, cell(sheet, 1, "Cost, minimum").getNumericCellValue());
            assertTrue(cell(sheet, 1, "Cost, minimum").getCellStyle().getDataFormatString().contains("EUR"));
            assertEquals("12345678901234567.89 EUR", cell(sheet, 1, "Cost, maximum").getStringCellValue());
            assertEquals(LocalDate.of(2027, 2, 1),
                    cell(sheet, 1, "Proximity").getLocalDateTimeCellValue().toLocalDate());
            assertEquals(CellType.STRING, cell(sheet, 1, "Title").getCellType());
            assertEquals("=cmd()|'/c calc'!A0", cell(sheet, 1, "Title").getStringCellValue());
        }
    }

    @Test
    void eachListHasASheetWithAFrozenHeaderAndAFilter() throws IOException {
        Risk risk = risk("R-001", "Fire");
        RiskAction action = RiskFactory.eINSTANCE.createRiskAction();
        action.setDescription("Sprinklers");
        risk.getActions().add(action);
        register.getRisks().add(risk);
        try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(export()))) {
            assertEquals("Risks", workbook.getSheetName(0));
            XSSFSheet actions = workbook.getSheet("Actions");
            assertEquals("R-001", cell(actions, 1, "Risk").getStringCellValue());
            assertEquals("Sprinklers", cell(actions, 1, "Description").getStringCellValue());
            for (Sheet sheet : workbook) {
                assertEquals(1, sheet.getPaneInformation().getHorizontalSplitPosition());
                assertTrue(((XSSFSheet) sheet).getCTWorksheet().isSetAutoFilter(), sheet.getSheetName());
            }
        }
    }

    @Test
    void whatWasExportedIsImportedUnchanged() throws IOException {
        Risk risk = risk("R-001", "Fire");
        risk.setProbability(new BigDecimal("0.1"));
        risk.setCostMin(euros("1200.50"));
        risk.setProximityDate(LocalDate.of(2027, 2, 1));
        risk.setCause("Two\nlines, \"quoted\"; and more");
        register.getRisks().add(risk);
        CsvTable table = read(export());
        ImportPlan plan = ImportPlanner.plan(table, MappingProposal.propose(table, RiskPackage.Literals.RISK, register),
                register, ModelFactory.eINSTANCE.createDirectory());
        assertEquals(List.of(), plan.entries().stream().filter(entry -> entry.outcome() != Outcome.UNCHANGED).toList());
    }

    @Test
    void theFirstRowThatIsNotEmptyNamesTheColumnsOfTheNamedSheet() throws IOException {
        Workbook workbook = new XSSFWorkbook();
        row(workbook.createSheet("Notes"), 0, "nothing here");
        Sheet sheet = workbook.createSheet("Data");
        row(sheet, 2, "Title", "Likelihood");
        row(sheet, 4, "Fire", 0.1 + 0.2);
        Path file = save(workbook);
        assertEquals(List.of("Notes", "Data"), XlsxFiles.sheets(file).stream().map(XlsxFiles.Sheet::name).toList());
        CsvTable table = XlsxFiles.read(file, Optional.of("data"));
        assertEquals(List.of("Title", "Likelihood"), table.columns());
        assertEquals(5, table.rows().get(0).line());
        // What a formula leaves behind the 15th digit is shown by no program.
        assertEquals("0.3", table.rows().get(0).values()[1]);
        assertEquals("table.xlsx, sheet Data", table.name());
        assertEquals(List.of("nothing here"), read(file).columns());
        assertTrue(message(() -> XlsxFiles.read(file, Optional.of("Risks")))
                .contains("table.xlsx has no sheet \"Risks\"; it has Notes, Data."));
    }

    @Test
    void formulasGiveTheirValuesAndCurrencyFormatsTheirCurrency() throws IOException {
        XSSFWorkbook workbook = new XSSFWorkbook();
        Sheet sheet = workbook.createSheet();
        row(sheet, 0, "Title", "Cost", "Sum", "Flag", "Day");
        row(sheet, 1, "Fire", 12.5);
        sheet.getRow(1).getCell(1).setCellStyle(workbook.createCellStyle());
        sheet.getRow(1).getCell(1).getCellStyle()
                .setDataFormat(workbook.createDataFormat().getFormat("#,##0.00 [$\u20AC-407]"));
        sheet.getRow(1).createCell(2).setCellFormula("B2*2");
        sheet.getRow(1).createCell(3).setCellValue(true);
        Cell day = sheet.getRow(1).createCell(4);
        day.setCellValue(LocalDate.of(2026, 3, 31));
        day.setCellStyle(workbook.createCellStyle());
        day.getCellStyle().setDataFormat((short) 14);
        workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
        assertEquals(List.of("Fire", "12.5 EUR", "25", "true", "2026-03-31"),
                Arrays.asList(read(save(workbook)).rows().get(0).values()));
    }

    @Test
    void aValueWithoutAColumnIsSaidWithItsPlaceAndTheRowArrives() throws IOException {
        Workbook workbook = new XSSFWorkbook();
        Sheet sheet = workbook.createSheet("Risks");
        row(sheet, 0, "Title");
        row(sheet, 1, "Fire", "stray");
        CsvTable table = read(save(workbook));
        assertEquals(List.of("Fire"), Arrays.asList(table.rows().get(0).values()));
        assertEquals(List.of("Values in column B, which has no name in the header, go nowhere: 1, the first in row 2: "
                + "\"stray\"."), table.layout().nowhere());
    }

    @Test
    void aCellThatDoesNotFitIsNamedByRowInTheDryRun() throws IOException {
        Workbook workbook = new XSSFWorkbook();
        Sheet sheet = workbook.createSheet("Risks");
        row(sheet, 0, "Title", "Proximity");
        row(sheet, 1, "Fire", "soon");
        row(sheet, 2, "fire", "");
        CsvTable table = read(save(workbook));
        ImportPlan plan = ImportPlanner.plan(table, MappingProposal.propose(table, RiskPackage.Literals.RISK, register),
                register, ModelFactory.eINSTANCE.createDirectory());
        assertEquals(2, plan.count(Outcome.REFUSED));
        assertEquals("Proximity", plan.entries().get(0).column());
        assertEquals(2, plan.entries().get(0).line());
        assertTrue(plan.entries().get(1).detail().contains("is in row 2"), plan.entries().get(1).detail());
    }

    private static String message(org.junit.jupiter.api.function.Executable action) {
        return assertThrows(ImportException.class, action).getMessage();
    }

    @Test
    void oldProtectedAndBrokenWorkbooksAreRefusedWithOneSentence() throws Exception {
        Path old = save(new HSSFWorkbook(), "old.xls");
        assertTrue(message(() -> read(old)).contains("old.xls is a workbook in the old format .xls; save it as .xlsx"));

        Path secret = folder.resolve("secret.xlsx");
        try (POIFSFileSystem container = new POIFSFileSystem()) {
            EncryptionInfo info = new EncryptionInfo(EncryptionMode.agile);
            info.getEncryptor().confirmPassword("secret");
            try (OutputStream out = info.getEncryptor().getDataStream(container); Workbook book = new XSSFWorkbook()) {
                book.createSheet();
                book.write(out);
            }
            try (OutputStream out = Files.newOutputStream(secret)) {
                container.writeFilesystem(out);
            }
        }
        assertTrue(message(() -> read(secret)).contains("secret.xlsx is protected with a password"));

        Workbook workbook = new XSSFWorkbook();
        row(workbook.createSheet(), 0, "Title");
        byte[] whole = Files.readAllBytes(save(workbook));
        Path broken = folder.resolve("broken.xlsx");
        for (int length : new int[]{0, 3, 200, whole.length / 2, whole.length - 30}) {
            Files.write(broken, Arrays.copyOf(whole, length));
            assertTrue(message(() -> read(broken)).startsWith("broken.xlsx is damaged or no Excel workbook"),
                    "" + length);
        }
        Files.writeString(broken, "Title;Cause\nFire;Match\n");
        assertTrue(message(() -> read(broken)).startsWith("broken.xlsx is damaged or no Excel workbook"));
        assertTrue(message(() -> read(folder.resolve("missing.xlsx"))).startsWith("There is no file"));
    }

    @Test
    void aWorkbookWithADocumentTypeIsRefusedWithOneSentence() throws IOException {
        Path usual = folder.resolve("usual.xlsx");
        try (Workbook workbook = new XSSFWorkbook(); OutputStream out = Files.newOutputStream(usual)) {
            row(workbook.createSheet("a"), 0, "Title");
            workbook.write(out);
        }
        for (String part : List.of("xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/styles.xml")) {
            Path typed = folder.resolve("typed.xlsx");
            try (ZipFile in = new ZipFile(usual.toFile());
                    ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(typed))) {
                for (ZipEntry entry : in.stream().toList()) {
                    out.putNextEntry(new ZipEntry(entry.getName()));
                    String content = new String(in.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                    out.write((entry.getName().equals(part)
                            ? content.replaceFirst("\\?>", "?><!DOCTYPE x SYSTEM \"file:///etc/hostname\">")
                            : content).getBytes(StandardCharsets.UTF_8));
                }
            }
            assertTrue(message(() -> read(typed)).startsWith("typed.xlsx is damaged or no Excel workbook"), part);
        }
    }

    @Test
    void aWorkbookWithoutCellsIsRefused() throws IOException {
        Workbook workbook = new XSSFWorkbook();
        workbook.createSheet("Empty");
        Path file = save(workbook);
        assertEquals("table.xlsx, sheet Empty has no cells; choose another sheet.", message(() -> read(file)));
    }

    @Test
    void aWorkbookThatUnpacksToMuchMoreThanItIsIsRefused() throws IOException {
        Workbook workbook = new XSSFWorkbook();
        row(workbook.createSheet(), 0, "Title");
        Path plain = save(workbook);
        Path bomb = folder.resolve("bomb.xlsx");
        try (java.util.zip.ZipFile parts = new java.util.zip.ZipFile(plain.toFile());
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(bomb))) {
            for (ZipEntry entry : java.util.Collections.list(parts.entries())) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                if (entry.getName().endsWith("sheet1.xml")) {
                    out.write("<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"str\"><v>".getBytes());
                    byte[] filling = " ".repeat(1 << 20).getBytes();
                    for (int i = 0; i < 300; i++) {
                        out.write(filling);
                    }
                } else {
                    out.write(parts.getInputStream(entry).readAllBytes());
                }
            }
        }
        assertThrows(ImportException.class, () -> read(bomb));
    }

    @Test
    void textFilesAreNoWorkbooksWhateverIsInThem() throws IOException {
        Path csv = Files.writeString(folder.resolve("a.csv"), "PK,title\n1,2\n");
        assertFalse(XlsxFiles.isWorkbook(csv));
        assertTrue(XlsxFiles.isWorkbook(save(new XSSFWorkbook(), "renamed.csv")));
    }

    @Test
    void aHundredThousandRowsAreReadAndWrittenWithoutHoldingTheirCells() throws IOException {
        SXSSFWorkbook workbook = new SXSSFWorkbook(100);
        Sheet sheet = workbook.createSheet();
        row(sheet, 0, "Title", "Likelihood", "Cause");
        for (int i = 1; i <= 100_000; i++) {
            row(sheet, i, "Risk " + i, i % 5 + 1, "Cause " + i);
        }
        CsvTable table = read(save(workbook));
        assertEquals(100_000, table.rows().size());
        assertEquals("Risk 100000", table.rows().get(99_999).values()[0]);
        for (int i = 1; i <= 100_000; i++) {
            register.getRisks().add(risk("R-" + i, "Risk " + i));
        }
        assertEquals(100_000, read(export()).rows().size());
    }
}
