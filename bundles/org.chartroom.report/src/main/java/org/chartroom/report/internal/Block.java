package org.chartroom.report.internal;

import java.util.List;

/** A piece of a report, whatever its format. */
sealed interface Block {
    /**
     * A heading.
     *
     * @param level 1 for the title, then downwards
     * @param text what it says
     */
    record Heading(int level, String text) implements Block {
    }

    /**
     * A paragraph.
     *
     * @param kind how it is to be read
     * @param text what it says; lines stay apart
     */
    record Paragraph(Kind kind, String text) implements Block {
        /** How a paragraph is to be read. */
        enum Kind {
            TEXT, META, FAILURE
        }
    }

    /**
     * Names with their values.
     *
     * @param title what they have in common
     * @param fields the fields
     */
    record Fields(String title, List<Field> fields) implements Block {
        /**
         * A field.
         *
         * @param label its name
         * @param text its value
         * @param computed whether nobody enters it
         */
        record Field(String label, String text, boolean computed) {
        }
    }

    /**
     * A table.
     *
     * @param heads heads of its columns
     * @param widths how wide the columns are in relation to each other
     * @param rows its rows, with as many cells as there are heads
     */
    record Table(List<String> heads, List<Integer> widths, List<List<Cell>> rows) implements Block {
        /**
         * A cell.
         *
         * @param text what is in it
         * @param number whether it is a number, which stands on the right
         * @param level what it is: literal of a level or severity, which have colours, or "key"; empty for none
         */
        record Cell(String text, boolean number, String level) {
            static Cell of(String text) {
                return new Cell(text, false, "");
            }
        }
    }

    /**
     * A chart, drawn.
     *
     * @param title what stands above it
     * @param svg the picture as an SVG element; empty when the format takes pixels
     * @param png the picture as a PNG file; empty when the format takes vectors
     * @param height height of the picture, in pixels at 100 %
     */
    record Picture(String title, String svg, byte[] png, int height) implements Block {
    }
}
