package org.chartroom.chart;

import org.chartroom.core.files.Sha256;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;

import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGIDGenerator;
import org.chartroom.core.files.OutputFiles;
import org.w3c.dom.Document;

/**
 * Charts as pictures for documents and files: always in the {@link ChartStyle#document() style of documents} and in the
 * same size, so that a picture saved from an editor is the one in the report, to the byte.
 */
public final class Pictures {
    /** Width of every picture, in pixels at 100 %. */
    public static final int WIDTH = 920;

    private static final String SVG = "http://www.w3.org/2000/svg";
    private static final int PNG_ZOOM = 2;
    private static final String ANY_ID = "chart-id-";
    private static final int ID_LENGTH = 8;

    private Pictures() {
    }

    /**
     * Draws a chart as scalable vector graphics with its texts as texts.
     *
     * @param chart the chart
     * @return the element "svg", to stand in an HTML page; its ids are not those of another chart
     */
    public static String svg(Chart chart) {
        SVGGeneratorContext context = SVGGeneratorContext.createDefault(document());
        context.setComment(null);
        context.setIDGenerator(new SVGIDGenerator() {
            private int last;

            @Override
            public String generateID(String prefix) {
                return ANY_ID + ++last;
            }
        });
        SVGGraphics2D graphics = new SVGGraphics2D(context, false);
        graphics.setSVGCanvasSize(new Dimension(WIDTH, chart.documentHeight()));
        chart.draw(graphics, WIDTH, chart.documentHeight(), ChartStyle.document());
        StringWriter text = new StringWriter();
        try {
            graphics.stream(text, true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String drawn = text.toString();
        String element = drawn.substring(drawn.indexOf("<svg")).strip();
        // Ids count from 1 in each drawing; in a page with several they would mean the first.
        return element.replace(ANY_ID, "c" + digest(element) + "-");
    }

    /**
     * Draws a chart in pixels.
     *
     * @param chart the chart
     * @return a PNG file at twice the size, for sharp print
     */
    public static byte[] png(Chart chart) {
        BufferedImage image = image(chart, WIDTH, chart.documentHeight(), PNG_ZOOM, ChartStyle.document());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.setUseCache(false);
            if (!ImageIO.write(image, "png", bytes)) {
                throw new IllegalStateException("The Java machine comes with a writer of PNG files.");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * Draws a chart into an image.
     *
     * @param chart the chart
     * @param width its width, in pixels at 100 %
     * @param height its height
     * @param zoom how many pixels of the image are one of the chart, above 0
     * @param style colours and fonts to use
     * @return the image, of the type {@link BufferedImage#TYPE_INT_RGB}
     */
    public static BufferedImage image(Chart chart, int width, int height, double zoom, ChartStyle style) {
        BufferedImage picture = new BufferedImage(Math.max(1, (int) (width * zoom)),
                Math.max(1, (int) (height * zoom)), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            graphics.scale(zoom, zoom);
            chart.draw(graphics, width, height, style);
        } finally {
            graphics.dispose();
        }
        return picture;
    }

    /**
     * Saves a chart.
     *
     * @param chart the chart
     * @param file the file to write: SVG when its name ends so, else PNG
     * @throws IOException when it can't be written
     */
    public static void save(Chart chart, Path file) throws IOException {
        if (file.toString().toLowerCase(Locale.ROOT).endsWith(".svg")) {
            byte[] drawn = (svg(chart) + "\n").getBytes(StandardCharsets.UTF_8);
            OutputFiles.write(file, out -> out.write(drawn));
        } else {
            byte[] drawn = png(chart);
            OutputFiles.write(file, out -> out.write(drawn));
        }
    }

    private static String digest(String text) {
        return Sha256.of(text).substring(0, ID_LENGTH);
    }

    private static Document document() {
        try {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().getDOMImplementation().createDocument(SVG,
                    "svg", null);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("The Java machine comes with an XML parser.", e);
        }
    }
}
