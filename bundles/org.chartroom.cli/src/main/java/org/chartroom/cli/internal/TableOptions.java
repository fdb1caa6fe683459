package org.chartroom.cli.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import picocli.CommandLine.Option;

/** What is said of a table on the command line; what is not said is found out. */
final class TableOptions {
    @Option(names = "--delimiter", paramLabel = "CHAR", description = "Found out when not given; \"tab\" for a tab.")
    private String delimiter;

    @Option(names = "--encoding", paramLabel = "NAME", description = "Found out when not given.")
    private String encoding;

    @Option(names = "--header", negatable = true, description = "Whether a line names the columns; found out when not "
            + "given.")
    private Boolean header;

    @Option(names = "--header-row", paramLabel = "N", description = "The line of a text file, or the row of a sheet, that "
            + "names the columns; found out when not given.")
    private String headerRow;

    @Option(names = "--sheet", paramLabel = "NAME", description = "Sheet of a workbook, or list of a JSON file, like "
            + "data.items; of those that are shown the one that fits best when none is named.")
    private String sheet;

    @Option(names = "--decimal", paramLabel = "comma|point", description = "What separates decimals in the numbers of a "
            + "table; found out column by column when not given.")
    private String decimal;

    @Option(names = "--date-order", paramLabel = "dmy|mdy|ymd", description = "Order of day, month and year in the dates "
            + "of a table; found out column by column when not given.")
    private String order;

    @Option(names = "--currency", paramLabel = "CODE", description = "Currency of the amounts of a table that name none; "
            + "that of the artifact when not given.")
    private String currency;

    @Option(names = "--scale", paramLabel = "N|LOW..HIGH", description = "Scale of the numbers in columns with steps, like "
            + "5, 10 or 0..4; found out from all of them when not given, and refused when they may be of several.")
    private String scale;

    @Option(names = "--period", paramLabel = "MONTH|QUARTER", description = "Month or quarter of the values that name "
            + "none, like 2026-01 or 2026-Q1; they are refused when not given.")
    private String period;

    @Option(names = "--keep-scale", description = "Leaves the scales of an artifact as they are; one with the usual scale "
            + "and nothing rated on it takes the scale of the table when this is not given.")
    private boolean keepScale;

    /** @return the options that are given, by their names without the dashes */
    Map<String, String> said() {
        Map<String, String> said = new LinkedHashMap<>();
        said.put("encoding", encoding);
        said.put("delimiter", delimiter);
        said.put("header", header == null ? null : header.toString());
        said.put("header-row", headerRow);
        said.put("sheet", sheet);
        said.put("decimal", decimal);
        said.put("date-order", order);
        said.put("currency", currency);
        said.put("scale", scale);
        said.put("period", period);
        said.put("keep-scale", keepScale ? "true" : null);
        said.values().removeIf(Objects::isNull);
        return said;
    }
}
