package org.chartroom.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.GraphicsEnvironment;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

class PicturesTest {
    private static final Pattern ID = Pattern.compile("\\bid=\"([^\"]+)\"");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @TempDir
    Path folder;

    private static Map<String, Chart> charts() {
        BigDecimal one = BigDecimal.ONE;
        BigDecimal million = BigDecimal.valueOf(1_200_000);
        return Map.of("Curve", new FractionCurve(amount -> amount, 0, 1,
                List.of(new FractionCurve.Mark("Curve", 0.5, 0.5)), "EUR"),
                "Ranked", new RankedBars(List.of(new RankedBars.Bar("Ranked", one, Tone.GOOD)), "Score"),
                "Split", new SplitBars(List.of(new SplitBars.Part("2026", "Split", Tone.PLAN, million)), "EUR", true),
                "Spot", new Quadrants(List.of(new Quadrants.Spot("Spot", one, one, "", Tone.BAD, true, "x")), one,
                        "CPI", "SPI", List.of("a", "b", "c", "d")),
                "Bar", new Timeline(List.of(new Timeline.Bar("Bar", NOON, NOON.plusSeconds(3600), Tone.WATCH, "t")),
                        Optional.of(NOON), "now"),
                "Line", new TimeCurves(List.of(new TimeCurves.Line("Line", Tone.PLAN, LineStyle.DOTTED,
                        List.of(new TimeCurves.At(DAY, one), new TimeCurves.At(DAY.plusDays(9), million)), "")),
                        Optional.of(new TimeCurves.Mark("today", DAY)), "EUR"),
                "Step", new Waterfall(List.of(new Waterfall.Step("Step", million, true, Tone.PLAN, "1.2M")), "EUR"),
                "Rows", matrix("Rows"),
                "Person", new Placement(List.of(new Placement.Spot("Person", 2, 2, "", Tone.GOOD, "x")), 5, 3,
                        "interest", "power", List.of("a", "b", "c", "d")));
    }

    private static Matrix matrix(String title) {
        return new Matrix(Collections.nCopies(4, new Matrix.Cell(1, "Moderate", 7, true)), List.of("low", "high"),
                List.of("small", "large"), title, "Columns", List.of(new Matrix.Movement(2, 2, 1, 1, 3)));
    }

    @Test
    void a_matrix_without_counts_says_the_level_of_each_cell() throws IOException {
        Matrix levels = new Matrix(Collections.nCopies(4, new Matrix.Cell(1, "Moderate", Matrix.Cell.UNCOUNTED, true)),
                List.of("low", "high"), List.of("small", "large"), "Rows", "Columns", List.of());
        String svg = Pictures.svg(levels);
        assertEquals(4, svg.split("Moderate", -1).length - 1, svg);
        assertFalse(svg.contains("-1<"), svg);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Curve", "Ranked", "Split", "Spot", "Bar", "Line", "Step", "Rows", "Person"})
    void every_chart_is_a_vector_picture_with_its_texts_as_texts(String text) throws Exception {
        String svg = Pictures.svg(charts().get(text));
        Element root = DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8))).getDocumentElement();
        assertEquals("svg", root.getNodeName());
        assertTrue(root.getTextContent().contains(text), svg);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Curve", "Ranked", "Split", "Spot", "Bar", "Line", "Step", "Rows", "Person"})
    void every_chart_is_a_picture_of_pixels_at_twice_the_size(String text) throws IOException {
        Chart chart = charts().get(text);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(Pictures.png(chart)));
        assertEquals(2 * Pictures.WIDTH, image.getWidth());
        assertEquals(2 * chart.documentHeight(), image.getHeight());
        Set<Integer> colours = new HashSet<>();
        for (int x = 0; x < image.getWidth(); x += 3) {
            for (int y = 0; y < image.getHeight(); y += 3) {
                colours.add(image.getRGB(x, y));
            }
        }
        assertTrue(colours.contains(Color.WHITE.getRGB()), "the ground");
        assertTrue(colours.size() > 2, "something on it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Curve", "Ranked", "Split", "Spot", "Bar", "Line", "Step", "Rows", "Person"})
    void the_same_chart_gives_the_same_picture_to_the_byte(String text) {
        assertEquals(Pictures.svg(charts().get(text)), Pictures.svg(charts().get(text)));
    }

    @Test
    void pictures_in_one_page_have_ids_of_their_own() {
        Set<String> seen = new HashSet<>();
        for (Chart chart : charts().values()) {
            Set<String> own = new HashSet<>();
            Matcher id = ID.matcher(Pictures.svg(chart));
            while (id.find()) {
                own.add(id.group(1));
            }
            own.remove("genericDefs");
            assertTrue(Collections.disjoint(seen, own), own.toString());
            seen.addAll(own);
        }
        assertFalse(seen.isEmpty());
    }

    @Test
    void texts_of_users_do_not_become_markup() throws Exception {
        String svg = Pictures.svg(matrix("<script>alert(1)</script> & \"more\""));
        assertFalse(svg.contains("<script"), svg);
        DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void drawing_needs_no_display() {
        Pictures.png(matrix("Rows"));
        assertTrue(GraphicsEnvironment.isHeadless());
    }

    @Test
    void the_ending_of_a_file_says_what_is_saved() throws IOException {
        Pictures.save(matrix("Rows"), folder.resolve("a.SVG"));
        Pictures.save(matrix("Rows"), folder.resolve("a.png"));
        assertTrue(Files.readString(folder.resolve("a.SVG")).startsWith("<svg"));
        assertNotEquals(null, ImageIO.read(folder.resolve("a.png").toFile()));
    }

    @Test
    void a_folder_that_is_not_there_is_told() {
        Path file = folder.resolve("nowhere/a.svg");
        assertThrows(IOException.class, () -> Pictures.save(matrix("Rows"), file));
    }

    @Test
    void a_matrix_without_a_cell_for_each_pair_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> new Matrix(List.of(), List.of("low"), List.of("small"), "",
                "", List.of()));
    }

    @Test
    void the_points_of_quadrants_are_where_they_are_drawn() {
        Quadrants chart = (Quadrants) charts().get("Spot");
        ChartStyle style = ChartStyle.document();
        var at = chart.positions(600, 400, style).get(0);
        BufferedImage image = Pictures.image(chart, 600, 400, 1, style);
        assertEquals(style.tone(Tone.BAD).getRGB(), image.getRGB((int) at.getX(), (int) at.getY()));
    }

    @Test
    void things_on_the_same_step_of_a_map_do_not_lie_on_each_other() {
        List<Placement.Spot> crowd = java.util.stream.IntStream.range(0, 12)
                .mapToObj(i -> new Placement.Spot("P" + i, 3, 3, "", Tone.GOOD, i)).toList();
        Placement map = new Placement(crowd, 5, 3, "interest", "power", List.of("a", "b", "c", "d"));
        Rectangle cell = map.cell(3, 3, 800, 460);
        for (Placement.Spot one : crowd) {
            Rectangle at = map.bounds(one, 800, 460, ChartStyle.document());
            assertTrue(cell.contains(at), at + " is not in " + cell);
            for (Placement.Spot other : crowd) {
                assertTrue(one == other || !at.intersects(map.bounds(other, 800, 460, ChartStyle.document())));
            }
        }
    }
}
