package org.chartroom.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;

import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.chartroom.core.compare.Comparison;
import org.chartroom.core.compare.Side;
import org.chartroom.model.Money;
import org.chartroom.model.derived.DerivedFeatures;
import org.chartroom.model.derived.FeatureCalculator;
import org.chartroom.model.risk.Risk;
import org.chartroom.model.risk.RiskFactory;
import org.chartroom.model.risk.RiskPackage;
import org.chartroom.model.risk.RiskRegister;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DocxComparisonTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    /** Stands for what the bundle of the type computes; the score is enough to see that computed values are told. */
    private final FeatureCalculator scores = DocxComparisonTest::score;
    private final RiskRegister before = register("Fire", 2, "10.50");
    private final RiskRegister after = register("Fire", 4, "12000.00");

    private static Object score(EObject owner, EStructuralFeature feature) {
        return feature == RiskPackage.Literals.RISK__CURRENT_SCORE
                ? ((Risk) owner).getCurrentLikelihood() * ((Risk) owner).getCurrentImpact()
                : null;
    }

    private static RiskRegister register(String title, int likelihood, String cost) {
        RiskRegister register = RiskFactory.eINSTANCE.createRiskRegister();
        register.setId("register");
        register.setKey("RSK-001");
        register.setTitle("Move");
        register.getRisks().add(risk("R-1", title));
        register.getRisks().get(0).setCurrentLikelihood(likelihood);
        register.getRisks().get(0).setCurrentImpact(3);
        register.getRisks().get(0).setCostMin(Money.of(new BigDecimal(cost), Currency.getInstance("EUR")));
        return register;
    }

    private static Risk risk(String key, String title) {
        Risk risk = RiskFactory.eINSTANCE.createRisk();
        risk.setId(key);
        risk.setKey(key);
        risk.setTitle(title);
        return risk;
    }

    @BeforeEach
    void computeScores() {
        DerivedFeatures.register(RiskPackage.eNS_URI, scores);
    }

    @AfterEach
    void computeNothing() {
        DerivedFeatures.unregister(RiskPackage.eNS_URI, scores);
    }

    private Comparison comparison() {
        return Comparison.of(Side.of("Gate 1", List.of(before)), Side.of("now", List.of(after)));
    }

    private XWPFDocument written() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DocxComparison.write(comparison(), DAY, bytes);
        return new XWPFDocument(new ByteArrayInputStream(bytes.toByteArray()));
    }

    private static List<List<String>> rows(XWPFDocument document) {
        XWPFTable table = document.getTables().get(0);
        return table.getRows().stream()
                .map(row -> row.getTableCells().stream().map(cell -> cell.getText()).toList()).toList();
    }

    @Test
    void theDocumentTellsCountsFieldsMoneyAndComputedValues() throws IOException {
        after.getRisks().add(risk("R-2", "Flood"));
        try (XWPFDocument document = written()) {
            assertEquals(List.of("Differences from Gate 1 to now", "2026-11-20",
                    "1 added, 0 removed, 0 moved, 2 fields changed, 1 computed values changed.", "RSK-001 Move"),
                    document.getParagraphs().stream().map(XWPFParagraph::getText).toList());
            String risk = "RSK-001 Move \u203A R-1 Fire \u203A ";
            assertEquals(List.of(List.of("What", "Where", "Gate 1", "now"),
                    List.of("changed", risk + "Current L", "2", "4"),
                    List.of("changed", risk + "Cost, minimum", "10.50 EUR", "12000.00 EUR"),
                    List.of("computed", risk + "Current score", "6", "12"),
                    List.of("added", "RSK-001 Move \u203A R-2 Flood", "", "")), rows(document));
        }
    }

    @Test
    void theDocumentSaysWhatThePageSays() throws IOException {
        after.getRisks().add(risk("R-2", "Flood & <fire>"));
        StringBuilder html = new StringBuilder();
        HtmlComparison.write(comparison(), DAY, html);
        String text = html.toString().replaceAll("<style>.*?</style>|<title>.*?</title>", "").replace("\n", " ");
        try (XWPFDocument document = written()) {
            for (List<String> row : rows(document)) {
                for (String cell : row) {
                    String escaped = cell.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
                    assertTrue(text.contains(">" + escaped + "<"), cell + " is not in " + text);
                }
            }
        }
    }

    @Test
    void headingsHaveStylesThatAnOutlineIsMadeFrom() throws IOException {
        try (XWPFDocument document = written()) {
            assertEquals(List.of("Heading1", "Heading2"), document.getParagraphs().stream()
                    .map(XWPFParagraph::getStyle).filter(style -> style != null).toList());
            assertEquals("heading 2", document.getStyles().getStyle("Heading2").getName());
            assertEquals("Differences from Gate 1 to now", document.getProperties().getCoreProperties().getTitle());
        }
    }

    @Test
    void linesStayApartAndCharactersThatNoDocumentMayHoldDoNotBreakIt() throws IOException {
        after.getRisks().get(0).setCause("First line\nsecond\u0007line");
        try (XWPFDocument document = written()) {
            String cause = rows(document).stream().filter(row -> row.get(1).endsWith("Cause")).findFirst()
                    .orElseThrow().get(3);
            assertTrue(cause.startsWith("First line\nsecond"), cause);
        }
    }

    @Test
    void statesThatAreTheSameLeaveADocumentWithoutATable() throws IOException {
        Comparison same = Comparison.of(Side.of("a", List.of(before)), Side.of("b", List.of(before)));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DocxComparison.write(same, DAY, bytes);
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertEquals(List.of(), document.getTables());
        }
    }

    @Test
    void aStreamThatFailsIsNotKeptSilent() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        assertThrows(IOException.class,
                () -> DocxComparison.write(comparison(), DAY, full));
    }
}
