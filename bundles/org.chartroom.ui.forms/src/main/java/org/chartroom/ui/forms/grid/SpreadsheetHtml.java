package org.chartroom.ui.forms.grid;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

import org.chartroom.core.type.Presentation;
import org.chartroom.model.Currencies;
import org.chartroom.model.Money;
import org.eclipse.emf.ecore.EStructuralFeature;

/**
 * Copied cells as a table in HTML, the form in which spreadsheets take over what a cell is and not only how it looks: a
 * number, an amount, a share, a day or a time stay one whatever language the spreadsheet speaks. Excel reads
 * {@code x:num}, {@code x:bool} and {@code mso-number-format}, LibreOffice {@code sdval} and {@code sdnum}.
 */
final class SpreadsheetHtml {
    /** Day 0 of spreadsheets. */
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
    private static final BigDecimal SECONDS_PER_DAY = BigDecimal.valueOf(86_400);
    private static final int TIME_DIGITS = 10;
    /** Language of the formats below, in the numbers of LibreOffice: English, United States. */
    private static final String LANGUAGE = "1033;0;";

    /**
     * A cell.
     *
     * @param feature the feature whose type and unit the value has
     * @param value the value; may be null
     * @param text how it looks
     */
    record Cell(EStructuralFeature feature, Object value, String text) {
    }

    /** A number and how a spreadsheet is to show it. */
    private record Typed(String number, String format) {
    }

    private SpreadsheetHtml() {
    }

    /**
     * @param rows the cells
     * @return a document with one table
     */
    static String of(List<List<Cell>> rows) {
        StringBuilder html = new StringBuilder("<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><head>"
                + "<meta charset=\"utf-8\"></head><body><table>\n");
        for (List<Cell> row : rows) {
            html.append("<tr>");
            row.forEach(cell -> append(html, cell));
            html.append("</tr>\n");
        }
        return html.append("</table></body></html>").toString();
    }

    private static void append(StringBuilder html, Cell cell) {
        Optional<Typed> typed = typed(cell);
        if (cell.value() instanceof Boolean flag) {
            html.append("<td x:bool=\"").append(flag.toString().toUpperCase(java.util.Locale.ROOT))
                    .append("\" sdval=\"").append(flag ? 1 : 0).append("\" sdnum=\"").append(LANGUAGE)
                    .append("BOOLEAN\">");
        } else if (typed.isPresent()) {
            html.append("<td x:num=\"").append(typed.get().number()).append("\" sdval=\"").append(typed.get().number())
                    .append("\" sdnum=\"").append(escaped(LANGUAGE + typed.get().format()))
                    .append("\" style='mso-number-format:\"").append(escaped(office(typed.get().format())))
                    .append("\"'>");
        } else {
            // As text: a spreadsheet takes "1-2" for a day, and "007" for seven.
            html.append("<td sdnum=\"").append(LANGUAGE).append("@\" style='mso-number-format:\"\\@\"'>");
        }
        html.append(escaped(cell.text()).replace("\n", "<br>")).append("</td>");
    }

    private static Optional<Typed> typed(Cell cell) {
        Object value = cell.value();
        if (value instanceof Money money) {
            int digits = Currencies.digits(money.currency());
            return Optional.of(new Typed(money.amount().toPlainString(),
                    "#,##0" + (digits == 0 ? "" : "." + "0".repeat(digits)) + " \""
                            + money.currency().getCurrencyCode() + '"'));
        }
        if (value instanceof Number number) {
            boolean share = Presentation.unit(cell.feature()).equals("%") && value instanceof BigDecimal;
            return Optional
                    .of(new Typed(new BigDecimal(number.toString()).toPlainString(), share ? "0.##%" : "General"));
        }
        if (value instanceof LocalDate date) {
            return Optional.of(new Typed(String.valueOf(DAY_ZERO.until(date, ChronoUnit.DAYS)), "yyyy-mm-dd"));
        }
        if (value instanceof Instant time) {
            LocalDateTime local = LocalDateTime.ofInstant(time, ZoneId.systemDefault());
            BigDecimal seconds = BigDecimal.valueOf(ChronoUnit.SECONDS.between(DAY_ZERO.atStartOfDay(), local));
            return Optional.of(new Typed(
                    seconds.divide(SECONDS_PER_DAY, TIME_DIGITS, java.math.RoundingMode.HALF_UP).toPlainString(),
                    "yyyy-mm-dd hh:mm"));
        }
        return Optional.empty();
    }

    /** In a style sheet Excel wants what is no letter or digit behind a backslash. */
    private static String office(String format) {
        return format.equals("General") ? format : format.replaceAll("([^A-Za-z0-9])", "\\\\$1");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
