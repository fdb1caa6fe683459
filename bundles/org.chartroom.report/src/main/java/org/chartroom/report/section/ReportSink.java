package org.chartroom.report.section;

import java.util.List;

import org.chartroom.chart.Chart;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Takes what a section says, in the order it is to be read. Texts are plain and translated; the report escapes them.
 * Every method throws an {@link IllegalStateException} when the section has been given up or writes without end.
 */
@ProviderType
public interface ReportSink {
    /** @param text a heading below that of the section */
    void heading(String text);

    /** @param text a paragraph; lines stay apart */
    void paragraph(String text);

    /**
     * @param heads heads of the columns
     * @param rows the cells, row by row, as many as there are heads
     * @throws IllegalArgumentException when a row has another number of cells
     */
    void table(List<String> heads, List<List<String>> rows);

    /**
     * Draws a chart into the report, at once.
     *
     * @param title what stands above it
     * @param chart the chart
     */
    void chart(String title, Chart chart);
}
