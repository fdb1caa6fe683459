package org.chartroom.releng.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The window on screens of 100 % and 200 %. */
class ScalingTest {
    /** In points; the rows of numbers of a grid are inside. */
    private static final Rectangle GRID = new Rectangle(345, 180, 1200, 220);

    @TempDir
    Path folder;

    private BufferedImage picture(int times) throws Exception {
        Path file = folder.resolve("window-" + times + ".png");
        try (Xvfb display = new Xvfb(1680 * times + "x" + 1050 * times)) {
            Product product = new Product(folder).on(display).scaled(times).with("--sample", "--open",
                    "VAR-001/lines", "--theme", "light", "--screenshot", file.toString());
            Product.Ended ended = product.run();
            assertEquals(0, ended.exitCode(), ended.output());
            assertEquals(List.of(), product.problems());
        }
        return ImageIO.read(file.toFile());
    }

    /** Lines of pixels in the grid that have something dark on them: text and the edges of cells. */
    private static long darkLines(BufferedImage picture, int times) {
        return IntStream.range(GRID.y * times, (GRID.y + GRID.height) * times)
                .filter(y -> IntStream.range(GRID.x * times, (GRID.x + GRID.width) * times)
                        .anyMatch(x -> (picture.getRGB(x, y) & 0xFF) < 0x60))
                .count();
    }

    @Test
    void at_200_percent_the_window_and_its_text_are_twice_as_large() throws Exception {
        BufferedImage once = picture(1);
        BufferedImage twice = picture(2);

        assertEquals(2 * once.getWidth(), twice.getWidth());
        assertEquals(2 * once.getHeight(), twice.getHeight());
        double ratio = (double) darkLines(twice, 2) / darkLines(once, 1);
        assertTrue(ratio > 1.7 && ratio < 2.3, "text and lines are " + ratio + " times as high");
    }
}
