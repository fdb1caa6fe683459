package org.chartroom.report.internal;

import java.math.BigInteger;
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
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;

/** What all Word documents share: page, fonts, headings that an outline is made from, tables of one width. */
public final class Docx {
    /** Colour of texts that step back. */
    public static final String GREY = "5F6670";
    /** Background of heads of tables. */
    public static final String HEADER = "F1F3F6";

    /** Colour and width (in eighths of a point) of the lines of tables. */
    private static final String LINE = "C9CED6";
    private static final int THIN = 4;

    private static final String FONT = "Calibri";
    private static final int TEXT_SIZE = 10;
    private static final int[] HEADING_SIZES = {20, 14, 11};

    /** Sizes of the page, A4 on its side, in twentieths of a point. */
    private static final int PAGE_LENGTH = 16838;
    private static final int PAGE_WIDTH = 11906;
    private static final int MARGIN = 1000;

    private Docx() {
    }

    /**
     * Gives a new document its page, styles and title.
     *
     * @param document the document
     * @param title its title
     */
    public static void prepare(XWPFDocument document, String title) {
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
        XWPFStyles styles = document.createStyles();
        for (int level = 1; level <= HEADING_SIZES.length; level++) {
            styles.addStyle(style(level, HEADING_SIZES[level - 1]));
        }
        document.getProperties().getCoreProperties().setTitle(title);
    }

    /** A style by the name the word processors know, so that outline and table of contents work. */
    private static XWPFStyle style(int level, int points) {
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

    /**
     * @param document the document
     * @param level 1 to 3
     * @param text the heading to add
     */
    public static void heading(XWPFDocument document, int level, String text) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setStyle("Heading" + level);
        lines(paragraph.createRun(), text);
    }

    /**
     * @param document the document
     * @param text the paragraph to add; lines stay apart
     * @return its text
     */
    public static XWPFRun paragraph(XWPFDocument document, String text) {
        XWPFRun run = document.createParagraph().createRun();
        run.setFontFamily(FONT);
        run.setFontSize(TEXT_SIZE);
        lines(run, text);
        return run;
    }

    /**
     * @param shares how wide columns are in relation to each other
     * @return widths that fill the page, in twentieths of a point
     */
    public static List<Integer> widths(List<Integer> shares) {
        int all = shares.stream().mapToInt(Integer::intValue).sum();
        return shares.stream().map(share -> share * (PAGE_LENGTH - 2 * MARGIN) / all).toList();
    }

    /**
     * @param document the document
     * @param rows number of rows, at least 1
     * @param widths widths of the columns, in twentieths of a point
     * @return a table as wide as the page
     */
    public static XWPFTable table(XWPFDocument document, int rows, List<Integer> widths) {
        XWPFTable table = document.createTable(rows, widths.size());
        table.setWidth(String.valueOf(widths.stream().mapToInt(Integer::intValue).sum()));
        table.setCellMargins(40, 80, 40, 80);
        table.setTopBorder(XWPFTable.XWPFBorderType.SINGLE, THIN, 0, LINE);
        table.setBottomBorder(XWPFTable.XWPFBorderType.SINGLE, THIN, 0, LINE);
        table.setLeftBorder(XWPFTable.XWPFBorderType.SINGLE, THIN, 0, LINE);
        table.setRightBorder(XWPFTable.XWPFBorderType.SINGLE, THIN, 0, LINE);
        table.setInsideHBorder(XWPFTable.XWPFBorderType.SINGLE, THIN, 0, LINE);
        table.setInsideVBorder(XWPFTable.XWPFBorderType.SINGLE, THIN, 0, LINE);
        return table;
    }

    /**
     * Fills a cell.
     *
     * @param row its row
     * @param index number of its column, from 0
     * @param widths widths of the columns
     * @param text what is in it; lines stay apart
     * @return its text
     */
    public static XWPFRun cell(XWPFTableRow row, int index, List<Integer> widths, String text) {
        XWPFTableCell cell = row.getCell(index);
        cell.setWidth(String.valueOf(widths.get(index)));
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
