package org.chartroom.report.internal;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.chartroom.core.type.ValueRules;

/** A report as one HTML file without any reference to the outside. */
final class HtmlReport {
    private static final String STYLE = """
            body{font:14px/1.45 system-ui,sans-serif;color:#23272e;margin:2.5em auto;max-width:1100px;padding:0 1em}
            h1{font-size:1.7em;margin-bottom:.1em}h2{font-size:1.25em;margin-top:2em;border-bottom:1px solid #dde1e6}
            h3{font-size:1em;margin:1.4em 0 .4em}p.meta{color:#5f6670;margin-top:0}
            p.failure{border-left:4px solid #c0392b;background:#fbe3e2;padding:.5em .8em}p{white-space:pre-line}
            .groups{columns:2;column-gap:3em}
            .groups section{break-inside:avoid}.groups h3{margin-top:0}
            dl{display:grid;grid-template-columns:11em 1fr;gap:.25em 1em;margin:.4em 0 1.4em}dt{color:#5f6670}
            dd{margin:0;white-space:pre-line}dd.computed{font-style:italic}
            table{border-collapse:collapse;width:100%;margin:.8em 0;font-size:.93em}
            th{background:#f1f3f6;text-align:left;font-weight:600}th,td{border:1px solid #dde1e6;padding:.35em .55em;
            vertical-align:top;overflow-wrap:break-word;white-space:pre-line}td.number{text-align:right;white-space:nowrap}
            td.key,td.error,td.warning,td.info,td.low,td.moderate,td.high,td.critical{white-space:nowrap}
            .error{background:#f2a3a0}.warning{background:#fbe7a1}.info{background:#e4ecfb}.low{background:#bfe3c4}
            .moderate{background:#fbe7a1}.high{background:#f9c28b}.critical{background:#f2a3a0}
            figure{margin:.6em 0 1.4em}figcaption{font-weight:600;margin-bottom:.3em}
            figure svg{display:block;max-width:100%;height:auto}
            @media(max-width:800px){.groups{columns:1}}
            @media print{body{margin:0;max-width:none}h2,h3,figcaption{break-after:avoid}figure,tr{break-inside:avoid}}
            """;

    private final Appendable out;

    private HtmlReport(Appendable out) {
        this.out = out;
    }

    /**
     * @param title title of the document
     * @param blocks what it says
     * @param out where to write
     * @throws IOException when writing fails
     */
    static void write(String title, List<Block> blocks, Appendable out) throws IOException {
        out.append("<!DOCTYPE html>\n<html lang=\"").append(Locale.getDefault(Locale.Category.DISPLAY).toLanguageTag())
                .append("\"><head><meta charset=\"utf-8\"><title>").append(escape(title)).append("</title><style>")
                .append(STYLE).append("</style></head><body>\n");
        HtmlReport report = new HtmlReport(out);
        boolean grouped = false;
        for (Block block : blocks) {
            // Groups of fields stand beside each other where there is room.
            if (grouped != block instanceof Block.Fields) {
                grouped = !grouped;
                out.append(grouped ? "<div class=\"groups\">\n" : "</div>\n");
            }
            report.block(block);
        }
        out.append(grouped ? "</div>\n" : "");
        out.append("</body></html>\n");
    }

    private void block(Block block) throws IOException {
        if (block instanceof Block.Heading heading) {
            String name = "h" + heading.level();
            element(name, "", heading.text());
            out.append('\n');
        } else if (block instanceof Block.Paragraph paragraph) {
            element("p", paragraph.kind() == Block.Paragraph.Kind.TEXT
                    ? ""
                    : paragraph.kind().name().toLowerCase(Locale.ROOT), paragraph.text());
            out.append('\n');
        } else if (block instanceof Block.Fields fields) {
            fields(fields);
        } else if (block instanceof Block.Table table) {
            table(table);
        } else if (block instanceof Block.Picture picture) {
            out.append("<figure role=\"group\">");
            element("figcaption", "", picture.title());
            // What drew the picture escaped its texts.
            out.append('\n').append(picture.svg()).append("\n</figure>\n");
        }
    }

    private void fields(Block.Fields fields) throws IOException {
        out.append("<section>");
        element("h3", "", fields.title());
        out.append("<dl>\n");
        for (Block.Fields.Field field : fields.fields()) {
            element("dt", "", field.label());
            element("dd", field.computed() ? "computed" : "", field.text());
            out.append('\n');
        }
        out.append("</dl></section>\n");
    }

    private void table(Block.Table table) throws IOException {
        out.append("<table><thead><tr>");
        for (String head : table.heads()) {
            element("th", "", head);
        }
        out.append("</tr></thead>\n");
        for (List<Block.Table.Cell> row : table.rows()) {
            out.append("<tr>");
            for (Block.Table.Cell cell : row) {
                element("td", cell.number() ? "number" : cell.level(), cell.text());
            }
            out.append("</tr>\n");
        }
        out.append("</table>\n");
    }

    private void element(String name, String style, String text) throws IOException {
        out.append('<').append(name);
        if (!style.isEmpty()) {
            out.append(" class=\"").append(escape(style)).append('"');
        }
        out.append('>').append(escape(text)).append("</").append(name).append('>');
    }

    private static String escape(String text) {
        return ValueRules.holdable(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"",
                "&quot;");
    }
}
