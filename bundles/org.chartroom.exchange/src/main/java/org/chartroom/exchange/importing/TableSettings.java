package org.chartroom.exchange.importing;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;

import org.chartroom.core.value.DateOrder;
import org.chartroom.core.value.DecimalMark;
import org.chartroom.exchange.csv.CsvFiles;
import org.chartroom.exchange.csv.CsvFormat;
import org.chartroom.exchange.csv.CsvTable;
import org.chartroom.exchange.csv.ImportException;
import org.chartroom.exchange.csv.TableSearch;
import org.chartroom.exchange.json.JsonTables;
import org.chartroom.exchange.xlsx.XlsxFiles;
import org.chartroom.model.Currencies;

/** What is said of a table, on the command line, in the wizard or in a mapping file, and the table that is read by it. */
public final class TableSettings {
    private final Map<String, String> options;

    /** @param options the options by their names without the dashes */
    public TableSettings(Map<String, String> options) {
        this.options = options;
    }

    private Optional<String> said(String name) {
        return Optional.ofNullable(options.get(name));
    }

    /**
     * @param file the file
     * @param names tells names of fields from other texts
     * @return its table
     * @throws ImportException when an option has a value that it can't have, or means nothing for the file
     */
    public CsvTable read(Path file, Predicate<String> names) {
        TableSearch search = new TableSearch(headerRow(), names);
        Optional<Boolean> header = said("header").map(TableSettings::truth);
        if (search.headerRow().isPresent() && header.filter(one -> !one).isPresent()) {
            throw new ImportException(Messages.headerTwice);
        }
        if (XlsxFiles.isWorkbook(file)) {
            refuse(file, Messages.forTextFiles, "delimiter", "encoding");
            return XlsxFiles.read(file, said("sheet"), header.orElse(true), search);
        }
        if (JsonTables.isJson(file)) {
            refuse(file, Messages.forTextFiles, "delimiter", "encoding");
            refuse(file, Messages.fieldsNamed, "header", "header-row");
            return JsonTables.read(file, said("sheet"), search);
        }
        refuse(file, Messages.forWorkbooks, "sheet");
        CsvFormat found = CsvFiles.detect(file, search, said("encoding").map(TableSettings::charset));
        return CsvFiles.read(file, new CsvFormat(said("delimiter").map(TableSettings::separator)
                .orElse(found.delimiter()), found.charset(), header.orElse(found.header()), found.note()), search);
    }

    /**
     * @param file name of a file, without its folder
     * @return what a new artifact is called that comes from it: the name without its extension
     */
    public static String title(String file) {
        return file.replaceFirst("(?<=.)\\.[A-Za-z0-9]{1,5}$", "");
    }

    private void refuse(Path file, String message, String... names) {
        for (String name : names) {
            if (options.containsKey(name)) {
                throw new ImportException(Messages.bind(message, "--" + name, file.getFileName()));
            }
        }
    }

    /**
     * @return what is said of the values
     * @throws ImportException when an option has a value that it can't have
     */
    public ImportOptions values() {
        return new ImportOptions(said("decimal").map(TableSettings::decimal),
                said("date-order").map(TableSettings::order), said("currency").map(code -> Currencies.find(code)
                        .orElseThrow(
                                () -> new ImportException(Messages.bind(Messages.noCurrencyCode, code)))),
                said("scale").map(TableSettings::scale), said("period").map(TableSettings::period),
                said("keep-scale").map(TableSettings::truth).orElse(false));
    }

    private OptionalLong headerRow() {
        Optional<String> row = said("header-row");
        if (row.isEmpty()) {
            return OptionalLong.empty();
        }
        if (!row.get().matches("[1-9]\\d{0,8}")) {
            throw new ImportException(Messages.bind(Messages.notARow, row.get()));
        }
        return OptionalLong.of(Long.parseLong(row.get()));
    }

    private static boolean truth(String text) {
        if (!List.of("true", "false").contains(text)) {
            throw new ImportException(Messages.bind(Messages.notTrueOrFalse, text));
        }
        return Boolean.parseBoolean(text);
    }

    private static Scale scale(String text) {
        try {
            return Scale.parse(text);
        } catch (IllegalArgumentException e) {
            throw new ImportException("--scale: " + e.getMessage(), e);
        }
    }

    private static PeriodSpan period(String text) {
        try {
            return PeriodSpan.parse(text);
        } catch (IllegalArgumentException e) {
            throw new ImportException("--period: " + e.getMessage() + ".", e);
        }
    }

    private static char separator(String text) {
        if (text.equals("tab")) {
            return '\t';
        }
        if (text.length() != 1) {
            throw new ImportException(Messages.bind(Messages.notADelimiter, text));
        }
        return text.charAt(0);
    }

    private static Charset charset(String text) {
        try {
            // Its registered name, which Java does not know.
            return Charset.forName(text.equalsIgnoreCase("macintosh") ? "x-MacRoman" : text);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new ImportException(Messages.bind(Messages.notAnEncoding, text), e);
        }
    }

    private static DecimalMark decimal(String text) {
        return switch (text) {
            case "comma" -> DecimalMark.COMMA;
            case "point" -> DecimalMark.POINT;
            default -> throw new ImportException(Messages.bind(Messages.notADecimalMark, text));
        };
    }

    private static DateOrder order(String text) {
        try {
            return DateOrder.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new ImportException(Messages.bind(Messages.notADateOrder, text), e);
        }
    }
}
