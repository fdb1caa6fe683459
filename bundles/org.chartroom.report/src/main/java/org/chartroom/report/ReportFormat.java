package org.chartroom.report;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of document a report is written as. */
public enum ReportFormat {
    /** One HTML file without any reference to the outside, its charts as vector graphics in it. */
    HTML(".html"),
    /** A Word document (Office Open XML), its charts as PNG in it. */
    DOCX(".docx");

    private final String ending;

    ReportFormat(String ending) {
        this.ending = ending;
    }

    /** @return ending of its files, with the dot */
    public String ending() {
        return ending;
    }

    /**
     * @param file a file
     * @return the format its ending stands for, in any case; empty when it stands for none
     */
    public static Optional<ReportFormat> of(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(format -> name.endsWith(format.ending)).findFirst();
    }
}
