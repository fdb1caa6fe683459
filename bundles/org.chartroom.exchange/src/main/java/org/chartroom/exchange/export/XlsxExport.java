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
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.streaming.SXSSFSheet;
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
 * can't hold exactly is text, and so is everything that begins like a formula. Rows go into the file as they are made.
 */
public final class XlsxExport {
    private static final int MOST_ROWS = SpreadsheetVersion.EXCEL2007.getMaxRows();
    private static final int LONGEST_TEXT = SpreadsheetVersion.EXCEL2007.getMaxTextLength();
    private static final int USUAL_WIDTH = 110;
    private static final int MULTILINE_WIDTH = 320;
    private static final int ABOUT_WIDTH = 1000;
    /** Width of a digit in pixels, and parts of it that widths are counted in. */
    private static final int DIGIT = 7;
    private static final int PARTS = 256;

    private final StreamedWorkbook workbook = new StreamedWorkbook();
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
        try (StreamedWorkbook workbook = export.workbook) {
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
        List<String> titles = new ArrayList<>();
        if (withOwner) {
            titles.add(Presentation.label(((EObject) owners.get(0)).eClass()));
            setWidth(sheet, 0, USUAL_WIDTH);
        }
        for (int i = 0; i < columns.size(); i++) {
            titles.add(ExportColumns.title(columns.get(i)));
            setWidth(sheet, first + i, width(columns.get(i)));
        }
        int number = (int) count + 1;
        int width = Math.max(1, titles.size());
        sheet.createFreezePane(0, 1);
        sheet.setAutoFilter(new CellRangeAddress(0, number - 1, 0, width - 1));
        prepare(list, owners, columns);
        workbook.fill(sheet, number, width, out -> {
            header(out, titles);
            for (Object owner : owners) {
                for (Object element : (List<?>) ((EObject) owner).eGet(list)) {
                    out.begin();
                    if (withOwner) {
                        text(out, 0, String.valueOf(((Item) owner).getKey()));
                    }
                    for (int i = 0; i < columns.size(); i++) {
                        cell(out, first + i, (EObject) element, columns.get(i));
                    }
                    out.end();
                }
            }
        });
    }

    /** Styles go before the cells that have them, and a text that is too long is told before anything is written. */
    private void prepare(EReference list, List<?> owners, List<EStructuralFeature> columns) {
        List<EStructuralFeature> prepared = columns.stream().filter(column -> column.isMany()
                || column.getEType().getInstanceClass() == String.class
                || column.getEType().getInstanceClass() == Money.class).toList();
        for (Object owner : owners) {
            for (Object element : (List<?>) ((EObject) owner).eGet(list)) {
                for (EStructuralFeature column : prepared) {
                    Object value = ((EObject) element).eGet(column);
                    if (value instanceof Money money) {
                        styles.money(money.currency());
                    } else if (value instanceof String text) {
                        checkLength(text);
                    } else if (value instanceof List<?> many && !many.isEmpty()) {
                        checkLength(values.textOf((EObject) element, column));
                    }
                }
            }
        }
    }

    private static void checkLength(String text) {
        if (text.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException("A text of " + text.length()
                    + " characters is longer than a cell can hold (" + LONGEST_TEXT + "); choose csv.");
        }
    }

    private void about(StateStamp state) {
        SXSSFSheet sheet = workbook.createSheet(freeName(Messages.about));
        setWidth(sheet, 0, ABOUT_WIDTH);
        workbook.fill(sheet, 1, 1, out -> {
            out.begin();
            text(out, 0, state.text());
            out.end();
        });
    }

    private String freeName(String label) {
        String name = WorkbookUtil.createSafeSheetName(label);
        String free = name;
        for (int i = 2; workbook.getSheet(free) != null; i++) {
            free = WorkbookUtil.createSafeSheetName(name + " " + i);
        }
        return free;
    }

    private void header(SheetRows out, List<String> titles) throws IOException {
        out.begin();
        for (int i = 0; i < titles.size(); i++) {
            out.text(i, styles.header(), titles.get(i));
        }
        out.end();
    }

    private static void setWidth(SXSSFSheet sheet, int column, int pixels) {
        sheet.setColumnWidth(column, pixels * PARTS / DIGIT);
    }

    private static int width(EStructuralFeature column) {
        int usual = Presentation.isMultiline(column) ? MULTILINE_WIDTH : USUAL_WIDTH;
        return Math.max(usual, Presentation.columnWidth(column).orElse(usual));
    }

    private void cell(SheetRows out, int index, EObject element, EStructuralFeature column) {
        Object value = column.isMany() ? null : element.eGet(column);
        if (value instanceof Boolean flag) {
            out.flag(index, styles.plain(), flag);
        } else if (value instanceof LocalDate day && day.getYear() > 1900 && day.getYear() <= 9999) {
            out.number(index, styles.date(), DateUtil.getExcelDate(day));
        } else if (value instanceof Instant time && ValueRules.problem(time).isEmpty()) {
            // A spreadsheet knows no time zones: it gets the time of this machine, as the editor shows it.
            out.number(index, styles.time(),
                    DateUtil.getExcelDate(LocalDateTime.ofInstant(time, ZoneId.systemDefault())));
        } else if (value instanceof Integer number) {
            out.number(index, styles.plain(), number);
        } else if (value instanceof BigDecimal number && isExact(number)) {
            boolean isPercentage = "%".equals(Presentation.unit(column));
            out.number(index, isPercentage ? styles.percentage() : styles.plain(), number.doubleValue());
        } else if (value instanceof Money money && isExact(money.amount())) {
            out.number(index, styles.money(money.currency()), money.amount().doubleValue());
        } else {
            String text = values.textOf(element, column);
            if (!text.isEmpty()) {
                text(out, index, text);
            }
        }
    }

    private void text(SheetRows out, int index, String given) {
        String text = ValueRules.holdable(given);
        checkLength(text);
        // The cell is text already; the mark keeps it so when somebody edits it.
        boolean isFormula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
        out.text(index, isFormula ? styles.quoted() : styles.plain(), text);
    }

    /** A spreadsheet counts in doubles and shows 15 digits. */
    private static boolean isExact(BigDecimal number) {
        return number.precision() <= 15 && ValueRules.problem(number).isEmpty()
                && new BigDecimal(Double.toString(number.doubleValue())).compareTo(number) == 0;
    }
}
