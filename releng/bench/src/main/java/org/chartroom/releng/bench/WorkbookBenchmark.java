package org.chartroom.releng.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import javax.xml.parsers.ParserConfigurationException;

import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.chartroom.exchange.export.XlsxExport;
import org.chartroom.exchange.xlsx.XlsxFiles;
import org.chartroom.model.Money;
import org.chartroom.model.risk.Risk;
import org.chartroom.model.risk.RiskFactory;
import org.chartroom.model.risk.RiskRegister;
import org.chartroom.model.risk.RiskResponse;
import org.chartroom.model.risk.RiskStatus;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/**
 * What it takes to read a workbook into rows, beside the event reader of Apache POI that keeps nothing, and to write a register
 * as one, beside fastexcel that writes the same cells. In a heap of 512 MB.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgs = "-Xmx512m")
@Warmup(iterations = 3)
@Measurement(iterations = 5)
public class WorkbookBenchmark {
    private static final String[] HEADER = {"ID", "Title", "Category", "Kind", "Cause", "Event", "Consequence",
            "Raised on",
            "Status", "Current likelihood", "Current impact", "Response", "Probability", "Cost, minimum",
            "Review date"};

    /** Number of risks. */
    @Param({"10000", "100000"})
    public int risks;

    private Path folder;
    private Path file;
    private RiskRegister register;

    /** Makes the register and writes the file. */
    @Setup(Level.Trial)
    public void write() throws IOException {
        folder = Folders.create();
        file = folder.resolve("risks.xlsx");
        register = RiskFactory.eINSTANCE.createRiskRegister();
        register.setKey("RSK-001");
        for (int i = 1; i <= risks; i++) {
            register.getRisks().add(risk(i));
        }
        writeFastexcel();
    }

    private static Risk risk(int i) {
        Risk risk = RiskFactory.eINSTANCE.createRisk();
        risk.setId(UUID.randomUUID().toString());
        risk.setKey("R-" + i);
        risk.setTitle("Risk number " + i);
        risk.setCategory("Category " + i % 12);
        risk.setCause("A cause, with a comma, of " + i);
        risk.setEvent("What may happen when " + i + " does");
        risk.setConsequence("What follows from " + i);
        risk.setRaisedOn(LocalDate.of(2026, 1 + i % 9, 15));
        risk.setStatus(RiskStatus.ASSESSED);
        risk.setCurrentLikelihood(1 + i % 5);
        risk.setCurrentImpact(1 + i / 5 % 5);
        risk.setResponse(RiskResponse.MITIGATE);
        risk.setProbability(new BigDecimal("0." + (1 + i % 9)));
        risk.setCostMin(Money.valueOf(i + ".50 EUR"));
        risk.setReviewDate(LocalDate.of(2027, 1, 31));
        return risk;
    }

    /** Deletes everything. */
    @TearDown(Level.Trial)
    public void delete() throws IOException {
        Folders.delete(folder);
    }

    /** @return number of rows read: the table found, dates and amounts as their formats say */
    @Benchmark
    public int readWorkbook() {
        return XlsxFiles.read(file, Optional.empty()).rows().size();
    }

    /** @return number of cells read */
    @Benchmark
    public long readPoi() throws IOException, OpenXML4JException, SAXException, ParserConfigurationException {
        Cells cells = new Cells();
        try (OPCPackage workbook = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
            XSSFReader reader = new XSSFReader(workbook);
            XMLReader xml = XMLHelper.newXMLReader();
            xml.setContentHandler(
                    new XSSFSheetXMLHandler(reader.getStylesTable(), new ReadOnlySharedStringsTable(workbook),
                            cells, new DataFormatter(), false));
            try (InputStream sheet = reader.getSheetsData().next()) {
                xml.parse(new InputSource(sheet));
            }
        }
        return cells.count;
    }

    private static final class Cells implements XSSFSheetXMLHandler.SheetContentsHandler {
        private long count;

        @Override
        public void startRow(int row) {
            // Only cells count.
        }

        @Override
        public void endRow(int row) {
            // Only cells count.
        }

        @Override
        public void cell(String reference, String text, XSSFComment comment) {
            count++;
        }
    }

    /** Writes the register with all its columns and lists, as users get it. */
    @Benchmark
    public void writeWorkbook() throws IOException {
        try (OutputStream out = Files.newOutputStream(folder.resolve("ours.xlsx"))) {
            XlsxExport.write(register, Optional.empty(), out);
        }
    }

    /** Writes the same risks: the fields that have values. */
    @Benchmark
    public void writeFastexcel() throws IOException {
        try (OutputStream out = Files.newOutputStream(file); Workbook book = new Workbook(out, "bench", "1.0")) {
            Worksheet sheet = book.newWorksheet("Risks");
            for (int column = 0; column < HEADER.length; column++) {
                sheet.value(0, column, HEADER[column]);
            }
            int row = 0;
            for (Risk risk : register.getRisks()) {
                row++;
                sheet.value(row, 0, risk.getKey());
                sheet.value(row, 1, risk.getTitle());
                sheet.value(row, 2, risk.getCategory());
                sheet.value(row, 3, risk.getKind().getLiteral());
                sheet.value(row, 4, risk.getCause());
                sheet.value(row, 5, risk.getEvent());
                sheet.value(row, 6, risk.getConsequence());
                date(sheet, row, 7, risk.getRaisedOn());
                sheet.value(row, 8, risk.getStatus().getLiteral());
                sheet.value(row, 9, risk.getCurrentLikelihood());
                sheet.value(row, 10, risk.getCurrentImpact());
                sheet.value(row, 11, risk.getResponse().getLiteral());
                sheet.value(row, 12, risk.getProbability());
                sheet.value(row, 13, risk.getCostMin().amount());
                sheet.style(row, 13).format("#,##0.00 [$EUR]").set();
                date(sheet, row, 14, risk.getReviewDate());
                if (row % 1_000 == 0) {
                    sheet.flush();
                }
            }
        }
    }

    private static void date(Worksheet sheet, int row, int column, LocalDate day) {
        sheet.value(row, column, day);
        sheet.style(row, column).format("yyyy-mm-dd").set();
    }
}
