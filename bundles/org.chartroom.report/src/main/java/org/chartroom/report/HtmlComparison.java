package org.chartroom.report;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Locale;

import org.chartroom.core.compare.Comparison;
import org.chartroom.core.compare.Difference;
import org.chartroom.core.type.ValueRules;

/** The differences between two states as one HTML file without any reference to the outside. */
public final class HtmlComparison {
    private static final String STYLE = """
            body{font:14px/1.45 system-ui,sans-serif;color:#23272e;margin:2.5em auto;max-width:1100px;padding:0 1em}
            h1{font-size:1.7em;margin-bottom:.1em}h2{margin-top:2em;border-bottom:1px solid #dde1e6}
            p.meta{color:#5f6670;margin-top:0}table{border-collapse:collapse;width:100%;margin:.8em 0}
            th{background:#f1f3f6;text-align:left;font-weight:600}th,td{border:1px solid #dde1e6;padding:.35em .55em;
            vertical-align:top}td.added{background:#e3f4e6}td.removed{background:#fbe3e2}td.moved{background:#e4ecfb}
            td.derived{color:#5f6670;font-style:italic}@media print{body{margin:0;max-width:none}}
            """;

    private HtmlComparison() {
    }

    /**
     * @param comparison the differences
     * @param day the day the document is made
     * @param out where to write
     * @throws IOException when writing fails
     */
    public static void write(Comparison comparison, LocalDate day, Appendable out) throws IOException {
        String title = ComparisonText.title(comparison);
        out.append("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>").append(escape(title))
                .append("</title><style>").append(STYLE).append("</style></head><body>\n<h1>").append(escape(title))
                .append("</h1>\n<p class=\"meta\">").append(day.toString()).append("</p>\n<p>")
                .append(escape(ComparisonText.summary(comparison))).append("</p>\n");
        for (Difference artifact : comparison.differences()) {
            out.append("<h2>").append(escape(artifact.label())).append("</h2>\n<table><tr>");
            for (String column : ComparisonText.columns(comparison)) {
                out.append("<th>").append(escape(column)).append("</th>");
            }
            out.append("</tr>\n");
            for (ComparisonText.Row row : ComparisonText.rows(artifact)) {
                out.append("<tr><td class=\"").append(row.kind().name().toLowerCase(Locale.ROOT)).append("\">")
                        .append(escape(row.kindLabel())).append("</td><td>").append(escape(row.path()))
                        .append("</td><td>").append(escape(row.left())).append("</td><td>")
                        .append(escape(row.right())).append("</td></tr>\n");
            }
            out.append("</table>\n");
        }
        out.append("</body></html>\n");
    }

    private static String escape(String text) {
        return ValueRules.holdable(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"",
                "&quot;");
    }
}
