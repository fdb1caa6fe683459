package org.chartroom.exchange.export;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.chartroom.core.type.Presentation;
import org.chartroom.core.type.ValueRules;
import org.chartroom.core.workspace.StateStamp;
import org.chartroom.exchange.importing.ColumnTarget;
import org.chartroom.model.Artifact;
import org.chartroom.model.Item;
import org.chartroom.model.ModelPackage;
import org.chartroom.model.Money;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;

/**
 * Writes the lists of an artifact as an Excel workbook: a sheet for each list, the one that tables are imported into first,
 * and for each list inside its items. Numbers, dates, percentages and amounts are typed cells; a number that a spreadsheet
 * can't hold exactly is text, and so is everything that begins like a formula. Rows go to the disk as they are written.
 */
public final class XlsxExport {
    private static final int ROWS_IN_MEMORY = 200;
    private static final int MOST_ROWS = SpreadsheetVersion.EXCEL2007.getMaxRows();
    private static final int LONGEST_TEXT = SpreadsheetVersion.EXCEL2007.getMaxTextLength();
    private static final int USUAL_WIDTH = 110;
    private static final int MULTILINE_WIDTH = 320;
    private static final int ABOUT_WIDTH = 1000;
    /** Width of a digit in pixels, and parts of it that widths are counted in. */
    private static final int DIGIT = 7;
    private static final int PARTS = 256;

    private final SXSSFWorkbook workbook = new SXSSFWorkbook(null, ROWS_IN_MEMORY, true, false);
    private final XlsxStyles styles = new XlsxStyles(workbook);

    private final FileValues values = new FileValues();

    private XlsxExport() {
    }

    /**
     * Writes it with the state of its session, when it is in one.
     *
     * @param artifact an artifact with a list of items
     * @param out where to write; left open
     * @throws IOException when writing fails
     * @throws IllegalArgumentException when the artifact has no list of items, or one with more than a sheet can hold
     */
    public static void write(Artifact artifact, OutputStream out) throws IOException {
        write(artifact, StateStamp.of(artifact), out);
    }

    /**
     * @param artifact an artifact with a list of items
     * @param state the state it is in, which the last sheet says; empty for no such sheet
     * @param out where to write; left open
     * @throws IOException when writing fails
     * @throws IllegalArgumentException when the artifact has no list of items, or one with more than a sheet can hold
     */
    public static void write(Artifact artifact, Optional<StateStamp> state, OutputStream out) throws IOException {
        EReference items = ColumnTarget.itemsOf(artifact.eClass()).orElseThrow(() -> new IllegalArgumentException(
                artifact.getKey() + " has no list of items to write as xlsx; choose xmi."));
        XlsxExport export = new XlsxExport();
        try (SXSSFWorkbook workbook = export.workbook) {
            export.list(items, List.of(artifact), false);
            for (EReference list : lists(artifact)) {
                if (list != items) {
                    export.list(list, List.of(artifact), false);
                }
            }
            List<?> all = (List<?>) artifact.eGet(items);
            for (EReference inner : items.getEReferenceType().getEAllContainments()) {
                if (isOwn(inner)) {
                    export.list(inner, all, true);
                }
            }
            state.ifPresent(export::about);
            workbook.write(out);
        } catch (OpenXML4JRuntimeException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static List<EReference> lists(Artifact artifact) {
        return artifact.eClass().getEAllContainments().stream().filter(XlsxExport::isOwn).toList();
    }

    /** Evidence, links, comments and sign-offs are everybody's; they go with model files. */
    private static boolean isOwn(EReference list) {
        return list.isMany() && list.getEReferenceType().getEPackage() != ModelPackage.eINSTANCE;
    }

    /** Writes a list of one owner, or the lists of many with the key of each in the first column. */
    private void list(EReference list, List<?> owners, boolean withOwner) {
        long count = owners.stream().mapToLong(owner -> ((List<?>) ((EObject) owner).eGet(list)).size()).sum();
        boolean isFirst = workbook.getNumberOfSheets() == 0;
        if (count == 0 && !isFirst) {
            return;
        }
        if (count >= MOST_ROWS) {
            throw new IllegalArgumentException(Presentation.label(list) + " has " + count
                    + " rows, more than a sheet can hold; choose csv.");
        }
        List<EStructuralFeature> columns = new ArrayList<>(ExportColumns.of(list.getEReferenceType()));
        SXSSFSheet sheet = workbook.createSheet(freeName(Presentation.label(list)));
        int first = withOwner ? 1 : 0;
        header(sheet, columns, withOwner
                ? Optional.of(Presentation.label(((EObject) owners.get(0)).eClass()))
                : Optional.empty());
        int number = 1;
        for (Object owner : owners) {
            for (Object element : (List<?>) ((EObject) owner).eGet(list)) {
                Row row = sheet.createRow(number++);
                if (withOwner) {
                    text(row, 0, String.valueOf(((Item) owner).getKey()));
                }
                for (int i = 0; i < columns.size(); i++) {
                    cell(row, first + i, (EObject) element, columns.get(i));
                }
            }
        }
        sheet.createFreezePane(0, 1);
        sheet.setAutoFilter(new CellRangeAddress(0, number - 1, 0, Math.max(0, first + columns.size() - 1)));
    }

    private void about(StateStamp state) {
        SXSSFSheet sheet = workbook.createSheet(freeName(Messages.about));
        sheet.setColumnWidth(0, ABOUT_WIDTH * PARTS / DIGIT);
        text(sheet.createRow(0), 0, state.text());
    }

    private String freeName(String label) {
        String name = WorkbookUtil.createSafeSheetName(label);
        String free = name;
        for (int i = 2; workbook.getSheet(free) != null; i++) {
            free = WorkbookUtil.createSafeSheetName(name + " " + i);
        }
        return free;
    }

    private void header(Sheet sheet, List<EStructuralFeature> columns, Optional<String> owner) {
        Row row = sheet.createRow(0);
        List<String> titles = new ArrayList<>(owner.stream().toList());
        columns.forEach(column -> titles.add(ExportColumns.title(column)));
        for (int i = 0; i < titles.size(); i++) {
            Cell cell = row.createCell(i);
            cell.setCellValue(titles.get(i));
            cell.setCellStyle(styles.header());
            boolean isOwner = owner.isPresent() && i == 0;
            int width = isOwner ? USUAL_WIDTH : width(columns.get(owner.isPresent() ? i - 1 : i));
            sheet.setColumnWidth(i, width * PARTS / DIGIT);
        }
    }

    private static int width(EStructuralFeature column) {
        int usual = Presentation.isMultiline(column) ? MULTILINE_WIDTH : USUAL_WIDTH;
        return Math.max(usual, Presentation.columnWidth(column).orElse(usual));
    }

    private void cell(Row row, int index, EObject element, EStructuralFeature column) {
        Object value = column.isMany() ? null : element.eGet(column);
        if (value instanceof Boolean flag) {
            cell(row, index, styles.plain()).setCellValue(flag);
        } else if (value instanceof LocalDate day && day.getYear() > 1900 && day.getYear() <= 9999) {
            cell(row, index, styles.date()).setCellValue(day);
        } else if (value instanceof Instant time && ValueRules.problem(time).isEmpty()) {
            // A spreadsheet knows no time zones: it gets the time of this machine, as the editor shows it.
            cell(row, index, styles.time()).setCellValue(LocalDateTime.ofInstant(time, ZoneId.systemDefault()));
        } else if (value instanceof Integer number) {
            cell(row, index, styles.plain()).setCellValue(number);
        } else if (value instanceof BigDecimal number && isExact(number)) {
            boolean isPercentage = "%".equals(Presentation.unit(column));
            cell(row, index, isPercentage ? styles.percentage() : styles.plain()).setCellValue(number.doubleValue());
        } else if (value instanceof Money money && isExact(money.amount())) {
            cell(row, index, styles.money(money.currency())).setCellValue(money.amount().doubleValue());
        } else {
            String text = values.textOf(element, column);
            if (!text.isEmpty()) {
                text(row, index, text);
            }
        }
    }

    private static Cell cell(Row row, int index, CellStyle style) {
        Cell cell = row.createCell(index);
        cell.setCellStyle(style);
        return cell;
    }

    private void text(Row row, int index, String given) {
        String text = ValueRules.holdable(given);
        if (text.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException("A text of " + text.length()
                    + " characters is longer than a cell can hold (" + LONGEST_TEXT + "); choose csv.");
        }
        // The cell is text already; the mark keeps it so when somebody edits it.
        boolean isFormula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
        cell(row, index, isFormula ? styles.quoted() : styles.plain()).setCellValue(text);
    }

    /** A spreadsheet counts in doubles and shows 15 digits. */
    private static boolean isExact(BigDecimal number) {
        return number.precision() <= 15 && ValueRules.problem(number).isEmpty()
                && new BigDecimal(Double.toString(number.doubleValue())).compareTo(number) == 0;
    }
}
