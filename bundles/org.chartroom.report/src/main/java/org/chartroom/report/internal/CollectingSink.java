package org.chartroom.report.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.chartroom.chart.Chart;
import org.chartroom.chart.Pictures;
import org.chartroom.report.ReportFormat;
import org.chartroom.report.section.ReportSink;

/** Keeps what one section says until it is known that it ends well; it is filled by one thread and closed by another. */
final class CollectingSink implements ReportSink {
    /** Most pieces and rows of one section; what is more is no document. */
    static final int MOST = 50_000;

    private static final byte[] NO_PNG = {};

    private final ReportFormat format;
    private final List<Block> blocks = new ArrayList<>();
    private int size;
    private boolean closed;

    CollectingSink(ReportFormat format) {
        this.format = format;
    }

    @Override
    public void heading(String text) {
        add(new Block.Heading(3, text), 1);
    }

    @Override
    public void paragraph(String text) {
        add(new Block.Paragraph(Block.Paragraph.Kind.TEXT, text), 1);
    }

    @Override
    public void table(List<String> heads, List<List<String>> rows) {
        rows.stream().filter(row -> row.size() != heads.size()).findFirst().ifPresent(row -> {
            throw new IllegalArgumentException("A row has " + row.size() + " cells below " + heads.size() + " heads.");
        });
        add(new Block.Table(List.copyOf(heads), Collections.nCopies(heads.size(), 1),
                rows.stream().map(row -> row.stream().map(Block.Table.Cell::of).toList()).toList()), rows.size() + 1);
    }

    @Override
    public void chart(String title, Chart chart) {
        boolean vectors = format == ReportFormat.HTML;
        add(new Block.Picture(title, vectors ? Pictures.svg(chart) : "", vectors ? NO_PNG : Pictures.png(chart),
                chart.documentHeight()), 1);
    }

    private synchronized void add(Block block, int pieces) {
        if (closed) {
            throw new IllegalStateException("The report does not wait for this section any more.");
        }
        size += pieces;
        if (size > MOST) {
            throw new IllegalStateException("The section wrote more than " + MOST + " pieces and rows.");
        }
        blocks.add(block);
    }

    /** Takes nothing any more. */
    synchronized List<Block> close() {
        closed = true;
        return List.copyOf(blocks);
    }
}
