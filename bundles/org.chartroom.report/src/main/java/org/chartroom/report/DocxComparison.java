package org.chartroom.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;

import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFStyles;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.chartroom.core.compare.Comparison;
import org.chartroom.core.compare.Difference;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;

/** The differences between two states as a Word document: what {@link HtmlComparison} says, to comment and to file. */
public final class DocxComparison {
    private static final String FONT = "Calibri";
    private static final int TEXT_SIZE = 10;
    private static final String GREY = "5F6670";

    /** Sizes of the page, A4 on its side, and of the columns, in twentieths of a point. */
    private static final int PAGE_LENGTH = 16838;
    private static final int PAGE_WIDTH = 11906;
    private static final int MARGIN = 1000;
    private static final int[] COLUMNS = {1300, 5000, 4269, 4269};

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
        page();
        XWPFStyles styles = document.createStyles();
        styles.addStyle(heading(1, 20));
        styles.addStyle(heading(2, 14));
        String title = ComparisonText.title(comparison);
        document.getProperties().getCoreProperties().setTitle(title);
        paragraph("Heading1", title);
        XWPFRun date = paragraph(null, day.toString());
        date.setColor(GREY);
        paragraph(null, ComparisonText.summary(comparison));
        for (Difference artifact : comparison.differences()) {
            paragraph("Heading2", artifact.label());
            table(ComparisonText.columns(comparison), ComparisonText.rows(artifact));
        }
    }

    private void page() {
        CTSectPr section = document.getDocument().getBody().addNewSectPr();
        CTPageSz size = section.addNewPgSz();
        size.setOrient(STPageOrientation.LANDSCAPE);
        size.setW(BigInteger.valueOf(PAGE_LENGTH));
        size.setH(BigInteger.valueOf(PAGE_WIDTH));
        CTPageMar margin = section.addNewPgMar();
        margin.setLeft(BigInteger.valueOf(MARGIN));
        margin.setRight(BigInteger.valueOf(MARGIN));
        margin.setTop(BigInteger.valueOf(MARGIN));
        margin.setBottom(BigInteger.valueOf(MARGIN));
    }

    /** A style by the name the word processors know, so that outline and table of contents work. */
    private static XWPFStyle heading(int level, int points) {
        CTStyle style = CTStyle.Factory.newInstance();
        style.setType(STStyleType.PARAGRAPH);
        style.setStyleId("Heading" + level);
        style.addNewName().setVal("heading " + level);
        style.addNewQFormat();
        style.addNewPPr().addNewOutlineLvl().setVal(BigInteger.valueOf(level - 1L));
        style.getPPr().addNewKeepNext();
        style.getPPr().addNewSpacing().setBefore(BigInteger.valueOf(points * 12L));
        style.getPPr().getSpacing().setAfter(BigInteger.valueOf(120));
        style.addNewRPr().addNewB();
        style.getRPr().addNewSz().setVal(BigInteger.valueOf(points * 2L));
        style.getRPr().addNewRFonts().setAscii(FONT);
        style.getRPr().getRFontsArray(0).setHAnsi(FONT);
        return new XWPFStyle(style);
    }

    private XWPFRun paragraph(String style, String text) {
        XWPFParagraph paragraph = document.createParagraph();
        XWPFRun run = paragraph.createRun();
        if (style == null) {
            run.setFontFamily(FONT);
            run.setFontSize(TEXT_SIZE);
        } else {
            paragraph.setStyle(style);
        }
        lines(run, text);
        return run;
    }

    private void table(List<String> heads, List<ComparisonText.Row> rows) {
        XWPFTable table = document.createTable(rows.size() + 1, heads.size());
        table.setWidth(String.valueOf(COLUMNS[0] + COLUMNS[1] + COLUMNS[2] + COLUMNS[3]));
        table.setCellMargins(40, 80, 40, 80);
        XWPFTableRow head = table.getRow(0);
        head.setRepeatHeader(true);
        for (int i = 0; i < heads.size(); i++) {
            cell(head, i, heads.get(i)).setBold(true);
            head.getCell(i).setColor("F1F3F6");
        }
        for (int i = 0; i < rows.size(); i++) {
            ComparisonText.Row row = rows.get(i);
            XWPFTableRow line = table.getRow(i + 1);
            line.setCantSplitRow(true);
            XWPFRun kind = cell(line, 0, row.kindLabel());
            if (row.kind() == Difference.Kind.DERIVED) {
                kind.setItalic(true);
                kind.setColor(GREY);
            }
            cell(line, 1, row.path());
            cell(line, 2, row.left());
            cell(line, 3, row.right());
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

    private static XWPFRun cell(XWPFTableRow row, int index, String text) {
        XWPFTableCell cell = row.getCell(index);
        cell.setWidth(String.valueOf(COLUMNS[index]));
        XWPFParagraph paragraph = cell.getParagraphs().get(0);
        paragraph.setAlignment(ParagraphAlignment.LEFT);
        paragraph.setSpacingAfter(0);
        XWPFRun run = paragraph.createRun();
        run.setFontFamily(FONT);
        run.setFontSize(TEXT_SIZE);
        lines(run, text);
        return run;
    }

    private static void lines(XWPFRun run, String text) {
        String[] lines = text.split("\\R", -1);
        run.setText(lines[0]);
        for (int i = 1; i < lines.length; i++) {
            run.addBreak();
            run.setText(lines[i]);
        }
    }
}
