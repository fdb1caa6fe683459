package org.chartroom.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;

import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.chartroom.exchange.export.XlsxExport;
import org.chartroom.model.Money;
import org.chartroom.model.risk.Risk;
import org.chartroom.model.risk.RiskFactory;
import org.chartroom.model.risk.RiskRegister;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rows of a workbook go into it as they are made; what stands before them in the file is known by then. */
class WorkbookRowsTest {
    private final RiskRegister register = RiskFactory.eINSTANCE.createRiskRegister();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private Risk risk(String title) {
        Risk risk = RiskFactory.eINSTANCE.createRisk();
        risk.setKey("R-" + (register.getRisks().size() + 1));
        risk.setTitle(title);
        register.getRisks().add(risk);
        return risk;
    }

    private Sheet written() throws IOException {
        XlsxExport.write(register, Optional.empty(), out);
        try (Workbook workbook = WorkbookFactory.create(new ByteArrayInputStream(out.toByteArray()))) {
            return workbook.getSheetAt(0);
        }
    }

    private static Cell cell(Sheet sheet, int row, String title) {
        for (Cell header : sheet.getRow(0)) {
            if (header.getStringCellValue().equals(title)) {
                return sheet.getRow(row).getCell(header.getColumnIndex(), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
            }
        }
        throw new AssertionError(title);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<b>&amp; \"quoted\" 'too'</b>", " blanks around ", "a\nline, a\ttab", "no\u00A0break",
            "\u00E4\u4E2D\uD83D\uDE00", "]]>"})
    void aTextIsInItsCell(String text) throws IOException {
        risk(text);

        assertEquals(text, cell(written(), 1, "Title").getStringCellValue());
    }

    @Test
    void anAmountOfTheLastRowHasTheFormatOfItsCurrency() throws IOException {
        risk("First").setCostMin(Money.valueOf("1.50 EUR"));
        risk("Last").setCostMin(Money.valueOf("200 JPY"));

        Sheet sheet = written();
        assertEquals("#,##0.00 [$EUR]", cell(sheet, 1, "Cost, minimum").getCellStyle().getDataFormatString());
        assertEquals("#,##0 [$JPY]", cell(sheet, 2, "Cost, minimum").getCellStyle().getDataFormatString());
    }

    @Test
    void aTextThatNoCellHoldsIsRefusedBeforeAnythingIsWritten() {
        risk("First");
        risk("Last").setCause("x".repeat(32_768));

        assertTrue(assertThrows(IllegalArgumentException.class,
                () -> XlsxExport.write(register, Optional.empty(), out)).getMessage().contains("choose csv"));
        assertEquals(0, out.size());
    }
}
