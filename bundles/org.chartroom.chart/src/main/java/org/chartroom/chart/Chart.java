package org.chartroom.chart;

import java.awt.Graphics2D;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A picture of figures that can be drawn anywhere: on the screen, into a report, into a file. What it shows is given
 * when it is made and never changes, so that it may be drawn by any thread.
 */
@ConsumerType
public interface Chart {
    /** Height in a document where a chart says nothing else, in pixels at 100 %. */
    int USUAL_HEIGHT = 420;

    /**
     * Draws the chart.
     *
     * @param graphics where to draw; its origin is the top left corner of the chart
     * @param width width of the chart, in pixels at 100 %, at least 1
     * @param height its height, at least 1
     * @param style colours and fonts to use
     */
    void draw(Graphics2D graphics, int width, int height, ChartStyle style);

    /** @return height that suits it in a document {@link Pictures#WIDTH} wide, in pixels at 100 % */
    default int documentHeight() {
        return USUAL_HEIGHT;
    }
}
