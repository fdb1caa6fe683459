package org.chartroom.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;

import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.chartroom.core.compare.Comparison;
import org.chartroom.core.compare.Difference;
import org.chartroom.report.internal.Docx;

/** The differences between two states as a Word document: what {@link HtmlComparison} says, to comment and to file. */
public final class DocxComparison {
    /** How wide the columns are in relation to each other. */
    private static final List<Integer> COLUMNS = Docx.widths(List.of(13, 50, 43, 43));

    private final XWPFDocument document = new XWPFDocument();

    private DocxComparison() {
    }

    /**
     * @param comparison the differences
     * @param day the day the document is made
     * @param out where to write; stays open
     * @throws IOException when writing fails
     */
    public static void write(Comparison comparison, LocalDate day, OutputStream out) throws IOException {
        DocxComparison made = new DocxComparison();
        // The library hides why writing fails, so that it writes where it can't.
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (XWPFDocument document = made.document) {
            made.fill(comparison, day);
            document.write(bytes);
        }
        bytes.writeTo(out);
    }

    private void fill(Comparison comparison, LocalDate day) {
        String title = ComparisonText.title(comparison);
        Docx.prepare(document, title);
        Docx.heading(document, 1, title);
        Docx.paragraph(document, day.toString()).setColor(Docx.GREY);
        Docx.paragraph(document, ComparisonText.summary(comparison));
        for (Difference artifact : comparison.differences()) {
            Docx.heading(document, 2, artifact.label());
            table(ComparisonText.columns(comparison), ComparisonText.rows(artifact));
        }
    }

    private void table(List<String> heads, List<ComparisonText.Row> rows) {
        XWPFTable table = Docx.table(document, rows.size() + 1, COLUMNS);
        XWPFTableRow head = table.getRow(0);
        head.setRepeatHeader(true);
        for (int i = 0; i < heads.size(); i++) {
            Docx.cell(head, i, COLUMNS, heads.get(i)).setBold(true);
            head.getCell(i).setColor(Docx.HEADER);
        }
        for (int i = 0; i < rows.size(); i++) {
            ComparisonText.Row row = rows.get(i);
            XWPFTableRow line = table.getRow(i + 1);
            line.setCantSplitRow(true);
            XWPFRun kind = Docx.cell(line, 0, COLUMNS, row.kindLabel());
            if (row.kind() == Difference.Kind.DERIVED) {
                kind.setItalic(true);
                kind.setColor(Docx.GREY);
            }
            Docx.cell(line, 1, COLUMNS, row.path());
            Docx.cell(line, 2, COLUMNS, row.left());
            Docx.cell(line, 3, COLUMNS, row.right());
            String color = color(row.kind());
            if (color != null) {
                line.getCell(0).setColor(color);
            }
        }
    }

    private static String color(Difference.Kind kind) {
        return switch (kind) {
            case ADDED -> "E3F4E6";
            case REMOVED -> "FBE3E2";
            case MOVED -> "E4ECFB";
            default -> null;
        };
    }
}
