package org.chartroom.report.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.util.Units;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.chartroom.chart.Pictures;

/** A report as a Word document: what {@link HtmlReport} says, to comment and to file. */
final class DocxReport {
    private static final String FAILURE = "C0392B";
    private static final int FIELD_LABEL = 1;
    private static final int FIELD_VALUE = 3;
    /** Width of a chart on the page, in points. */
    private static final double PICTURE_WIDTH = 610;

    private final XWPFDocument document = new XWPFDocument();

    private DocxReport() {
    }

    /**
     * @param title title of the document
     * @param blocks what it says
     * @param out where to write; stays open
     * @throws IOException when writing fails
     */
    static void write(String title, List<Block> blocks, OutputStream out) throws IOException {
        // The library hides why writing fails, so that it writes where it can't.
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DocxReport report = new DocxReport();
        try (XWPFDocument document = report.document) {
            Docx.prepare(document, title);
            for (Block block : blocks) {
                report.block(block);
            }
            document.write(bytes);
        }
        bytes.writeTo(out);
    }

    private void block(Block block) throws IOException {
        if (block instanceof Block.Heading heading) {
            Docx.heading(document, heading.level(), heading.text());
        } else if (block instanceof Block.Paragraph paragraph) {
            XWPFRun run = Docx.paragraph(document, paragraph.text());
            if (paragraph.kind() != Block.Paragraph.Kind.TEXT) {
                run.setColor(paragraph.kind() == Block.Paragraph.Kind.META ? Docx.GREY : FAILURE);
            }
        } else if (block instanceof Block.Fields fields) {
            fields(fields);
        } else if (block instanceof Block.Table table) {
            table(table);
        } else if (block instanceof Block.Picture picture) {
            picture(picture);
        }
    }

    private void fields(Block.Fields fields) {
        Docx.heading(document, 3, fields.title());
        List<Integer> widths = Docx.widths(List.of(FIELD_LABEL, FIELD_VALUE));
        XWPFTable table = Docx.table(document, fields.fields().size(), widths);
        table.removeBorders();
        for (int i = 0; i < fields.fields().size(); i++) {
            Block.Fields.Field field = fields.fields().get(i);
            Docx.cell(table.getRow(i), 0, widths, field.label()).setColor(Docx.GREY);
            Docx.cell(table.getRow(i), 1, widths, field.text()).setItalic(field.computed());
        }
    }

    private void table(Block.Table block) {
        List<Integer> widths = Docx.widths(block.widths());
        XWPFTable table = Docx.table(document, block.rows().size() + 1, widths);
        XWPFTableRow head = table.getRow(0);
        head.setRepeatHeader(true);
        for (int i = 0; i < widths.size(); i++) {
            Docx.cell(head, i, widths, block.heads().get(i)).setBold(true);
            head.getCell(i).setColor(Docx.HEADER);
        }
        for (int row = 0; row < block.rows().size(); row++) {
            XWPFTableRow line = table.getRow(row + 1);
            line.setCantSplitRow(true);
            for (int i = 0; i < widths.size(); i++) {
                cell(line, i, widths, block.rows().get(row).get(i));
            }
        }
        Docx.paragraph(document, "");
    }

    private static void cell(XWPFTableRow line, int index, List<Integer> widths, Block.Table.Cell content) {
        Docx.cell(line, index, widths, content.text());
        XWPFTableCell cell = line.getCell(index);
        if (content.number()) {
            cell.getParagraphs().get(0).setAlignment(ParagraphAlignment.RIGHT);
        }
        String color = switch (content.level()) {
            case "error", "critical" -> "F2A3A0";
            case "high" -> "F9C28B";
            case "warning", "moderate" -> "FBE7A1";
            case "low" -> "BFE3C4";
            case "info" -> "E4ECFB";
            default -> null;
        };
        if (color != null) {
            cell.setColor(color);
        }
    }

    private void picture(Block.Picture picture) throws IOException {
        XWPFRun title = Docx.paragraph(document, picture.title());
        title.setBold(true);
        XWPFParagraph paragraph = (XWPFParagraph) title.getParent();
        // The library makes the properties of a paragraph with its spacing, but not for this one.
        paragraph.setSpacingAfter(60);
        paragraph.setKeepNext(true);
        XWPFRun run = document.createParagraph().createRun();
        double height = PICTURE_WIDTH * picture.height() / Pictures.WIDTH;
        try {
            run.addPicture(new ByteArrayInputStream(picture.png()), XWPFDocument.PICTURE_TYPE_PNG, "chart.png",
                    Units.toEMU(PICTURE_WIDTH), Units.toEMU(height)).getCTPicture().getNvPicPr().getCNvPr()
                    .setDescr(picture.title());
        } catch (InvalidFormatException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
