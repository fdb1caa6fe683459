package org.chartroom.tests.variance;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;

import org.chartroom.chart.TimeCurves;
import org.chartroom.tests.driver.UiDriver;
import org.chartroom.ui.forms.chart.ChartView;
import org.chartroom.ui.forms.chart.QuadrantView;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The charts of a variance report.
 */
class VarianceChartsUiTest {
    private final UiDriver driver = new UiDriver();
    private final Report report = new Report(driver);

    @TempDir
    Path folder;

    @BeforeEach
    void fillWorkspace() {
        report.reset();
    }

    @AfterEach
    void closeEditors() {
        driver.doInUi(() -> driver.page().closeAllEditors(false));
    }

    @Test
    void a_click_on_a_point_of_the_quadrant_shows_its_line() {
        report.open("quadrant");
        QuadrantView chart = driver.find(QuadrantView.class, "the quadrant", QuadrantView::isVisible);
        driver.waitUntil("the chart is drawn", chart::isDrawn);
        Point at = driver.inUi(() -> chart.position(chart.chart().spots().stream()
                .filter(spot -> spot.subject() == report.line("4.2")).findFirst().orElseThrow()));
        driver.click(chart, at.x, at.y);
        driver.waitUntil("the form shows the line", () -> "4.2".equals(((Text) report.field("code")).getText()));
    }

    @Test
    void a_chart_is_saved_as_a_picture_that_shows_something() throws Exception {
        report.open("curve");
        ChartView chart = curve();
        Path file = folder.resolve("curve.png");
        save(chart, file);
        assertTrue(Files.size(file) > 0);
        ImageData picture = new ImageData(file.toString());
        int ground = picture.getPixel(0, 0);
        boolean drawn = false;
        for (int x = 0; x < picture.width && !drawn; x++) {
            drawn = picture.getPixel(x, picture.height / 2) != ground;
        }
        assertTrue(drawn);
    }

    @Test
    void a_chart_is_saved_as_vector_graphics_with_its_texts() throws Exception {
        report.open("curve");
        ChartView chart = curve();
        Path file = folder.resolve("curve.svg");
        save(chart, file);
        String svg = Files.readString(file);
        assertTrue(svg.contains("<svg"), svg.substring(0, Math.min(200, svg.length())));
        assertTrue(svg.contains(">PV<") || svg.contains("Planned"), "the legend is in it as text");
    }

    private ChartView curve() {
        return driver.find(ChartView.class, "the S-curve", view -> view.isVisible()
                && view.chart() instanceof TimeCurves);
    }

    private void save(ChartView chart, Path file) {
        driver.inUi(() -> {
            chart.save(file.toString());
            return null;
        });
    }
}
