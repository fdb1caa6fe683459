package org.chartroom.report.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

import javax.imageio.ImageIO;

import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.chartroom.chart.Pictures;
import org.chartroom.chart.RankedBars;
import org.chartroom.chart.Tone;
import org.chartroom.core.check.Finding;
import org.chartroom.core.check.Severity;
import org.chartroom.core.contribution.Contribution;
import org.chartroom.core.contribution.ContributionRegistry;
import org.chartroom.core.evaluation.Evaluation;
import org.chartroom.model.Comment;
import org.chartroom.model.CommentState;
import org.chartroom.model.Evidence;
import org.chartroom.model.ModelFactory;
import org.chartroom.model.risk.Risk;
import org.chartroom.model.risk.RiskFactory;
import org.chartroom.model.risk.RiskRegister;
import org.chartroom.report.ReportFormat;
import org.chartroom.report.section.ReportContext;
import org.chartroom.report.section.ReportSection;
import org.chartroom.report.section.ReportSink;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportsTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-20T12:00:00Z"), ZoneOffset.UTC);
    private static final int USUAL_ORDER = 100;
    private static final Duration LIMIT = Duration.ofMillis(1500);
    private static final RankedBars CHART = new RankedBars(
            List.of(new RankedBars.Bar("Fire & flood", BigDecimal.TEN, Tone.BAD)), "Score");

    private final RiskRegister register = RiskFactory.eINSTANCE.createRiskRegister();
    private List<Finding> findings = List.of();
    private final List<Contribution<ReportSection>> contributions = new ArrayList<>();
    private ExtensionReports reports;

    /** Says something of everything a sink takes. */
    public static final class Talkative implements ReportSection {
        @Override
        public void write(ReportContext context, ReportSink sink) {
            sink.heading("Below");
            sink.paragraph("One <b>line</b>\nand another");
            sink.table(List.of("Risk", "Score"), List.of(List.of("Fire", "12")));
            sink.chart("Scores", CHART);
        }
    }

    /** Has nothing to say. */
    public static final class Silent implements ReportSection {
        @Override
        public void write(ReportContext context, ReportSink sink) {
            // Nothing, as a section does whose figures are missing.
        }
    }

    /** Fails after it has said something. */
    public static final class Throwing implements ReportSection {
        @Override
        public void write(ReportContext context, ReportSink sink) {
            sink.paragraph("half of it");
            throw new IllegalStateException("broken");
        }
    }

    /** Never ends and does not listen. */
    public static final class Looping implements ReportSection {
        @Override
        public void write(ReportContext context, ReportSink sink) {
            while (!Thread.currentThread().getName().isEmpty()) {
                Thread.onSpinWait();
            }
        }
    }

    /** Writes for ever. */
    public static final class Flooding implements ReportSection {
        @Override
        public void write(ReportContext context, ReportSink sink) {
            while (true) {
                sink.paragraph("and so on");
            }
        }
    }

    /** Calls itself for ever. */
    public static final class Recursive implements ReportSection {
        @Override
        public void write(ReportContext context, ReportSink sink) {
            write(context, sink);
        }
    }

    /** Gives rows that do not fit. */
    public static final class Ragged implements ReportSection {
        @Override
        public void write(ReportContext context, ReportSink sink) {
            sink.table(List.of("One"), List.of(List.of("1", "2")));
        }
    }

    @BeforeEach
    void prepare() {
        register.setKey("RSK-001");
        register.setTitle("Move <now>");
        Risk risk = RiskFactory.eINSTANCE.createRisk();
        risk.setKey("R-1");
        risk.setTitle("Fire & flood");
        register.getRisks().add(risk);
        reports = new ExtensionReports(
                new ContributionRegistry<>("report section", LIMIT, () -> List.copyOf(contributions)),
                artifact -> findings, artifact -> Evaluation.at(artifact, CLOCK));
    }

    private void contribute(String id, int order, String type, Callable<ReportSection> factory) {
        contribute(id, String.valueOf(order), "http://www.chartroom.org/model/risk/1.0", type, factory);
    }

    private void contribute(String id, String order, String uri, String type, Callable<ReportSection> factory) {
        contributions.add(new Contribution<>(new Object(), id, "org.example." + id,
                Map.of("name", "The " + id, "order", order, "package", uri, "type", type), factory));
    }

    private void contribute(Class<?> type) {
        contribute(type.getSimpleName(), USUAL_ORDER, "RiskRegister",
                () -> (ReportSection) type.getDeclaredConstructor().newInstance());
    }

    private String html() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        reports.write(register, ReportFormat.HTML, bytes);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private XWPFDocument docx() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        reports.write(register, ReportFormat.DOCX, bytes);
        return new XWPFDocument(new ByteArrayInputStream(bytes.toByteArray()));
    }

    @Test
    void the_page_holds_the_picture_that_is_saved_from_an_editor() throws IOException {
        contribute(Talkative.class);
        assertTrue(html().contains(Pictures.svg(CHART)));
    }

    @Test
    void the_page_tells_fields_findings_items_and_the_section_below_its_name() throws IOException {
        contribute(Talkative.class);
        findings = List.of(new Finding("x", Severity.WARNING, register, null, "Give it <an owner>.", List.of()));
        String html = html();
        assertTrue(html.contains("<h1>RSK-001 Move &lt;now&gt;</h1>"), html);
        assertTrue(html.contains("<h2>The Talkative</h2>\n<h3>Below</h3>"), html);
        assertTrue(html.contains("One &lt;b&gt;line&lt;/b&gt;\nand another"), html);
        assertTrue(html.contains("<td>Fire</td><td>12</td>"), html);
        assertTrue(html.contains("Give it &lt;an owner&gt;."), html);
        assertTrue(html.contains("<td class=\"key\">R-1</td><td>Fire &amp; flood</td>"), html);
    }

    private Comment comment(String text, CommentState state) {
        Comment comment = ModelFactory.eINSTANCE.createComment();
        comment.setSubject(register);
        comment.setText(text);
        comment.setAccount("grace");
        comment.setState(state);
        register.getComments().add(comment);
        return comment;
    }

    @Test
    void open_comments_are_told_in_full_and_resolved_ones_in_short() throws IOException {
        Comment reply = ModelFactory.eINSTANCE.createComment();
        reply.setText("All of them");
        comment("Which <risks>?\nAnd when?", CommentState.OPEN).getReplies().add(reply);
        comment("Done\nlong ago", CommentState.RESOLVED);
        String html = html();
        assertTrue(html.contains("<h2>Open comments</h2>"), html);
        assertTrue(html.contains("<td>Which &lt;risks&gt;?\nAnd when?</td><td>grace</td>"), html);
        assertTrue(html.contains("\u21B3 All of them"), html);
        assertTrue(html.contains("<td>Done</td><td>grace</td>"), html);
        try (XWPFDocument document = docx()) {
            assertTrue(document.getTables().stream().anyMatch(table -> table.getText().contains("All of them")));
        }
    }

    @Test
    void evidence_is_told_with_its_hash_place_day_and_who_added_it() throws IOException {
        Evidence evidence = ModelFactory.eINSTANCE.createEvidence();
        evidence.setName("minutes.pdf");
        evidence.setUri("evidence/" + "0".repeat(64));
        evidence.setSha256("0".repeat(64));
        evidence.setAccount("grace");
        register.getEvidence().add(evidence);
        String html = html();
        assertTrue(html.contains("<h2>Evidence</h2>"), html);
        assertTrue(html.contains("<td>minutes.pdf</td><td>Stored with the workspace</td><td>" + "0".repeat(64)
                + "</td><td></td><td>grace</td>"), html);
    }

    @Test
    void without_comments_and_evidence_nothing_is_said_of_them() throws IOException {
        String html = html();
        assertFalse(html.contains("comments</h2>") || html.contains("<h2>Evidence"), html);
    }

    @Test
    void the_page_refers_to_nothing_outside() throws IOException {
        contribute(Talkative.class);
        String html = html().replaceAll("xmlns(:\\w+)?=\"[^\"]*\"", "");
        assertFalse(html.contains("http:") || html.contains("https:") || html.contains("src="), html);
    }

    @Test
    void the_document_read_back_says_the_same_and_holds_the_picture() throws IOException {
        contribute(Talkative.class);
        try (XWPFDocument document = docx()) {
            List<String> said = document.getParagraphs().stream().map(XWPFParagraph::getText).toList();
            assertTrue(said.containsAll(List.of("RSK-001 Move <now>", "The Talkative", "Below",
                    "One <b>line</b>\nand another", "Scores", "Risks")), said.toString());
            List<String> cells = document.getTables().stream().map(XWPFTable::getText).toList();
            assertTrue(cells.stream().anyMatch(text -> text.contains("Fire\t12")), cells.toString());
            assertTrue(cells.stream().anyMatch(text -> text.contains("R-1\tFire & flood")), cells.toString());
            assertEquals(1, document.getAllPictures().size());
            BufferedImage drawn = ImageIO.read(new ByteArrayInputStream(document.getAllPictures().get(0).getData()));
            assertEquals(2 * Pictures.WIDTH, drawn.getWidth());
            assertEquals("RSK-001 Move <now>", document.getProperties().getCoreProperties().getTitle());
        }
    }

    @Test
    void a_section_with_nothing_to_say_is_left_out_with_its_heading() throws IOException {
        contribute(Silent.class);
        assertFalse(html().contains("The Silent"));
    }

    @ParameterizedTest
    @ValueSource(classes = {Throwing.class, Looping.class, Flooding.class, Recursive.class, Ragged.class})
    void a_section_that_fails_is_named_and_the_others_and_the_rest_are_there(Class<?> broken) throws IOException {
        contribute(broken);
        contribute(Talkative.class);
        String html = html();
        assertTrue(html.contains("The section &quot;The " + broken.getSimpleName() + "&quot; is missing: bundle "
                + "org.example." + broken.getSimpleName() + " failed"), html);
        assertFalse(html.contains("half of it") || html.contains("and so on"), html);
        assertTrue(html.contains(Pictures.svg(CHART)), html);
        assertTrue(html.contains("<td class=\"key\">R-1</td>"), html);
    }

    @Test
    void a_class_that_is_not_there_is_a_failure_like_others() throws IOException {
        contribute("gone", 1, "RiskRegister", () -> {
            throw new ClassNotFoundException("org.example.Gone");
        });
        assertTrue(html().contains("bundle org.example.gone failed"));
    }

    @Test
    void a_section_that_failed_is_not_tried_again_and_still_named() throws IOException {
        contribute(Looping.class);
        html();
        long begin = System.nanoTime();
        assertTrue(html().contains("bundle org.example.Looping failed"));
        assertTrue(Duration.ofNanos(System.nanoTime() - begin).compareTo(LIMIT) < 0, "nobody waited for it again");
    }

    @Test
    void a_failure_is_in_the_document_too() throws IOException {
        contribute(Throwing.class);
        try (XWPFDocument document = docx()) {
            assertTrue(document.getParagraphs().stream().map(XWPFParagraph::getText)
                    .anyMatch(text -> text.contains("bundle org.example.Throwing failed")));
        }
    }

    @Test
    void sections_stand_in_their_order() throws IOException {
        contribute("late", 200, "RiskRegister", Talkative::new);
        contribute("usual", USUAL_ORDER, "RiskRegister", Talkative::new);
        contribute("early", 5, "RiskRegister", Talkative::new);
        String html = html();
        assertTrue(html.indexOf("The early") < html.indexOf("The usual"));
        assertTrue(html.indexOf("The usual") < html.indexOf("The late"));
    }

    @Test
    void after_an_update_the_new_section_is_written_though_its_id_is_the_old_one() throws IOException {
        contribute("same", 1, "RiskRegister", Talkative::new);
        html();
        contributions.clear();
        contribute("same", 1, "RiskRegister", () -> (context, sink) -> sink.paragraph("said by the update"));

        assertTrue(html().contains("said by the update"));
    }

    @Test
    void after_an_update_a_section_that_had_failed_is_written() throws IOException {
        contribute("same", 1, "RiskRegister", () -> {
            throw new IllegalStateException("a bug");
        });
        assertTrue(html().contains("is missing"));
        contributions.clear();
        contribute("same", 1, "RiskRegister", () -> (context, sink) -> sink.paragraph("said by the update"));

        assertTrue(html().contains("said by the update"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "first", "-1", "1.5", "99999999999"})
    void an_order_that_is_none_is_the_usual_one(String written) throws IOException {
        contribute("after", USUAL_ORDER + 1, "RiskRegister", Talkative::new);
        contribute("none", written, "http://www.chartroom.org/model/risk/1.0", "RiskRegister", Talkative::new);
        contribute("before", USUAL_ORDER - 1, "RiskRegister", Talkative::new);
        String html = html();
        assertTrue(html.indexOf("The before") < html.indexOf("The none"), html);
        assertTrue(html.indexOf("The none") < html.indexOf("The after"), html);
    }

    @Test
    void a_section_for_a_superclass_is_asked_and_one_for_another_type_is_not() throws IOException {
        contribute("other", 1, "VendorScorecard", Talkative::new);
        contribute("all", "1", "http://www.chartroom.org/model/1.0", "Artifact", Talkative::new);
        String html = html();
        assertTrue(html.contains("The all"));
        assertFalse(html.contains("The other"));
    }

    @ParameterizedTest
    @EnumSource(ReportFormat.class)
    void a_disk_that_is_full_is_told(ReportFormat format) {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        assertThrows(IOException.class, () -> reports.write(register, format, full));
    }

    @Test
    void the_ending_of_a_file_is_its_format_in_any_case() {
        assertEquals(Optional.of(ReportFormat.DOCX), ReportFormat.of(Path.of("a/b.DOCX")));
        assertEquals(Optional.empty(), ReportFormat.of(Path.of("html")));
    }
}
