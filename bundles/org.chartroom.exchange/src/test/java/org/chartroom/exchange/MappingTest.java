package org.chartroom.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.chartroom.exchange.csv.CsvTable;
import org.chartroom.exchange.csv.ImportException;
import org.chartroom.exchange.importing.ColumnMapping;
import org.chartroom.exchange.importing.ColumnTarget;
import org.chartroom.exchange.importing.Coverage;
import org.chartroom.exchange.importing.ImportOptions;
import org.chartroom.exchange.importing.ImportPlan;
import org.chartroom.exchange.importing.ImportPlan.Outcome;
import org.chartroom.exchange.importing.ImportPlanner;
import org.chartroom.exchange.importing.MappingMemory;
import org.chartroom.exchange.importing.Scale;
import org.chartroom.exchange.importing.Scales;
import org.chartroom.exchange.importing.TablePlan;
import org.chartroom.model.Money;
import org.chartroom.model.risk.Risk;
import org.chartroom.model.risk.RiskPackage;
import org.chartroom.model.risk.RiskResponse;
import org.chartroom.exchange.importing.MappingProposal;
import org.chartroom.model.ModelPackage;
import org.chartroom.model.vendor.VendorPackage;
import org.eclipse.emf.ecore.EClass;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Columns, words and scales arrive as they are meant, and the plan says how they were taken. */
class MappingTest extends RiskImports {
    private static final ImportOptions KEEP_SCALE = new ImportOptions(Optional.empty(), Optional.empty(),
            Optional.empty(),
            Optional.empty(), Optional.empty(), true);

    @BeforeEach
    void name() {
        register.setKey("RSK-001");
        register.setCurrency("EUR");
    }

    @Test
    void germanHeadersAndWordsArrive() throws Exception {
        importFile(data("german-headers.csv"));

        Risk first = register.getRisks().get(0);
        assertEquals("a", first.getTitle());
        assertEquals(4, first.getCurrentLikelihood());
        assertEquals(2, first.getCurrentImpact());
        assertEquals("Ana", first.getOwner().getName());
        assertEquals(3, register.getRisks().get(1).getCurrentImpact());
    }

    @ParameterizedTest
    @CsvSource({"Titre;Probabilit\u00E9;Gravit\u00E9;Responsable, tr\u00E8s \u00E9lev\u00E9;faible",
            "T\u00EDtulo;Probabilidad;Impacto;Responsable, muy alto;bajo",
            "T\u00EDtulo;Probabilidade;Impacto;Respons\u00E1vel, muito alto;baixo",
            "Titolo;Probabilit\u00E0;Impatto;Responsabile, molto alto;basso"})
    void headersAndWordsOfOtherLanguagesArrive(String header, String words) throws Exception {
        importFile(write(header + "\nFire;" + words + ";Ana\n"));

        Risk risk = register.getRisks().get(0);
        assertEquals(5, risk.getCurrentLikelihood());
        assertEquals(2, risk.getCurrentImpact());
        assertEquals("Ana", risk.getOwner().getName());
    }

    @Test
    void numbersWithTheirWordsAreSteps() throws Exception {
        importFile(data("scale-numword.csv"));

        assertEquals(List.of(5, 1), register.getRisks().stream().map(Risk::getCurrentLikelihood).toList());
        assertEquals(List.of(4, 2), register.getRisks().stream().map(Risk::getCurrentImpact).toList());
    }

    @Test
    void aNumberThatContradictsItsWordIsRefused() throws Exception {
        ImportPlan plan = plan(write("Title,Likelihood\nA,1 - Almost certain\nB,5 - Rare\n"));

        assertEquals(2, plan.count(Outcome.REFUSED));
        assertEquals(
                "\"1 - Almost certain\" is step 1 by its number and step 5 by its word; correct one, or say the scale "
                        + "(--scale)",
                plan.entries().get(0).detail());
    }

    @Test
    void theScaleOfOneFileIsNotThatOfTheNext() throws Exception {
        MappingMemory memory = new MappingMemory(folder);
        CsvTable ten = read(data("ten.csv"));
        memory.remember(ten, RiskPackage.Literals.RISK, propose(ten));
        CsvTable five = read(data("five.csv"));
        execute(ImportPlanner.plan(five, memory.recall(five, RiskPackage.Literals.RISK, register).orElseThrow(),
                register,
                directory));

        assertEquals(5, register.getRisks().get(0).getCurrentLikelihood());
        assertEquals(5, register.getRisks().get(0).getCurrentImpact());
    }

    @Test
    void likelihoodAndImpactAreJudgedTogether() throws Exception {
        CsvTable table = read(write("Title,Likelihood,Impact\nA,10,4\nB,2,5\n"));
        ImportPlan plan = ImportPlanner.plan(table, propose(table), register, directory, KEEP_SCALE);
        execute(plan);

        assertEquals(5, register.getRisks().get(0).getCurrentLikelihood());
        assertEquals(2, register.getRisks().get(0).getCurrentImpact());
        assertTrue(plan.notes().contains("Impact: numbers are taken as ones of a scale from 1 to 10."),
                plan.notes().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"zero_based.csv", "scale0-4.csv"})
    void aScaleThatBeginsWithZeroIsRefusedUntilItIsSaid(String file) throws Exception {
        CsvTable table = read(data(file));
        ImportPlan plan = plan(table);
        assertEquals(3, plan.count(Outcome.REFUSED));
        assertTrue(plan.entries().get(0).detail().contains("--scale 0.."), plan.entries().get(0).detail());

        execute(planWith(table, "0..4"));
        assertEquals(3, register.getRisks().size());
        assertEquals(file.startsWith("zero") ? 2 : 1, register.getRisks().get(0).getCurrentLikelihood());
    }

    @ParameterizedTest
    @CsvSource({"1..10, 1, 1", "1..10, 10, 5", "0..4, 0, 1", "0..4, 4, 5", "4, 4, 5", "3, 2, 3", "10, 5, 3", "5, 5, 5"})
    void aScaleThatIsSaidCounts(String scale, String value, int step) throws Exception {
        execute(planWith(read(write("Title,Likelihood\nA," + value + "\n")), scale));

        assertEquals(step, register.getRisks().get(0).getCurrentLikelihood());
    }

    @Test
    void oneUnknownWordDoesNotMakeTheOthersNumbers() throws Exception {
        ImportPlan plan = plan(data("ord3.csv"));
        assertEquals(0, plan.count(Outcome.REFUSED));
        assertEquals(1, plan(data("ord1.csv")).count(Outcome.REFUSED));
    }

    @Test
    void headersSayFactorAndCurrency() throws Exception {
        ImportPlan plan = importFile(write("Title;Cost likely (k EUR);Cost, minimum in TEUR;Cost, maximum [Mio. GBP]\n"
                + "A;1,5;1;2\n"));

        Risk risk = register.getRisks().get(0);
        assertEquals(Money.valueOf("1500 EUR"), risk.getCostLikely());
        assertEquals(Money.valueOf("1000 EUR"), risk.getCostMin());
        assertEquals(Money.valueOf("2000000 GBP"), risk.getCostMax());
        assertTrue(plan.notes().contains("Cost likely (k EUR): numbers are multiplied by 1000, because the header says "
                + "k EUR."), plan.notes().toString());
    }

    @Test
    void anAmountThatNamesItsUnitUnderAHeaderThatDoesTooIsRefused() throws Exception {
        assertEquals("\"1200 EUR\" says its own unit, and the header says k EUR; take one of them away",
                plan(write("Title,Cost likely (k EUR)\nA,1200 EUR\n")).entries().get(0).detail());
    }

    @Test
    void headersSayPercentScaleAndOrderOfDates() throws Exception {
        CsvTable table = read(
                write("Title,Probability (%),Likelihood (1-10),Raised on (dd/mm/yyyy)\nA,35,10,01/02/2026\n"));
        execute(ImportPlanner.plan(table, propose(table), register, directory, KEEP_SCALE));

        Risk risk = register.getRisks().get(0);
        assertEquals(0, new BigDecimal("0.35").compareTo(risk.getProbability()));
        assertEquals(5, risk.getCurrentLikelihood());
        assertEquals(LocalDate.of(2026, 2, 1), risk.getRaisedOn());
    }

    @Test
    void aUnitThatNobodyKnowsLeavesTheColumnUnmapped() throws Exception {
        assertEquals(List.of("The column \"Cost likely (widgets)\" goes nowhere; values in it: 1."),
                plan(write("Title,Cost likely (widgets)\nA,1\n")).nowhere());
    }

    @Test
    void whatGoesNowhereIsCounted() throws Exception {
        ImportPlan plan = plan(write("Title,Colour,Shade\nA,red,\nB,,\n"));

        assertEquals(List.of("The column \"Colour\" goes nowhere; values in it: 1."), plan.nowhere());
        assertTrue(plan.notes().containsAll(plan.nowhere()));
    }

    @Test
    void thePlanSaysHowEachColumnIsTaken() throws Exception {
        TablePlan table = plan(
                write("Titel;Wahrscheinlichkeit;Cost likely;Raised on;Colour\nA;hoch;1.250,50;31/03/2026;red\n"))
                .table().orElseThrow();

        assertEquals(Optional.of("UTF-8"), table.encoding());
        assertEquals(Optional.of(";"), table.delimiter());
        assertEquals(1, table.headerRow());
        assertEquals(List.of("title", "currentLikelihood", "costLikely", "raisedOn", "-"),
                table.columns().stream().map(column -> column.field().orElse("-")).toList());
        assertEquals("4", table.columns().get(1).words().get("hoch"));
        assertEquals(Optional.of("comma"), table.columns().get(2).decimal());
        assertEquals(Optional.of("EUR"), table.columns().get(2).currency());
        assertEquals(Optional.of("dmy"), table.columns().get(3).dateOrder());
        assertEquals(1, table.columns().get(4).values());
    }

    @Test
    void aTableOfAnotherKindIsRefusedWithWhatFits() throws Exception {
        CsvTable table = read(write("Title,Control,Family,Baseline,Guidance,Enhancement,Assessor\nA,b,c,d,e,f,g\n"));

        String message = assertThrows(ImportException.class,
                () -> Coverage.check(table, propose(table), RiskPackage.Literals.RISK)).getMessage();
        assertTrue(message.startsWith("table.csv hardly fits Risk: of 7 columns with values only "), message);
    }

    @Test
    void aWordOfAChoiceThatNobodyKnowsIsRefusedWithTheWayOut() throws Exception {
        CsvTable table = read(write("Title,Response\nA,shrug\nB,vermeiden\n"));
        ImportPlan plan = plan(table);
        assertTrue(plan.entries().get(0).detail().endsWith("; say what it means, like --values \"shrug=VALUE\""),
                plan.entries().get(0).detail());

        List<ColumnMapping> mappings = propose(table).stream().map(mapping -> mapping.target().map(ColumnTarget::path)
                .filter("response"::equals).isPresent() ? mapping.with(java.util.Map.of("Shrug", "accept")) : mapping)
                .toList();
        execute(ImportPlanner.plan(table, mappings, register, directory));
        assertEquals(RiskResponse.ACCEPT, register.getRisks().get(0).getResponse());
        assertEquals(RiskResponse.AVOID, register.getRisks().get(1).getResponse());
    }

    @ParameterizedTest
    @CsvSource({"Risk No.,key", "Residual Likelihood,currentLikelihood", "Residual impact,currentImpact",
            "Gross likelihood,inherentLikelihood", "Risk status,status", "Mitigation action,actions.description",
            "Description,cause", "Beschreibung,cause", "Descrizione,cause", "Ma\u00dfnahme,actions.description",
            "Risk,title"})
    void headersOfTheTradeFindTheirFields(String header, String path) {
        assertEquals(List.of(path), paths(RiskPackage.Literals.RISK, header));
    }

    @ParameterizedTest
    @CsvSource({"Action owner,actions.owner", "Due date,actions.due"})
    void headersOfActionsFindTheirFieldsBesideWhatNamesThem(String header, String path) {
        assertEquals(List.of("actions.description", path),
                paths(RiskPackage.Literals.RISK, "Mitigation action", header));
    }

    @Test
    void aColumnCalledLikeTheItemsHasTheirTitles() {
        assertEquals(List.of("title", "unit", "target"),
                paths(VendorPackage.Literals.METRIC, "Metric", "Unit", "Target"));
        assertEquals(List.of("key", "name"), paths(ModelPackage.Literals.VENDOR, "Vendor No.", "Vendor"));
    }

    @Test
    void aMonthIsThePeriodOfItsRow() {
        assertEquals(List.of("measurements.period", "title", "measurements.value"),
                paths(VendorPackage.Literals.METRIC, "Month", "Metric", "Value"));
    }

    private List<String> paths(EClass items, String... headers) {
        CsvTable table = new CsvTable("a.csv", Optional.empty(), List.of(headers), List.of(), ',',
                CsvTable.Layout.UNKNOWN);
        return MappingProposal.propose(table, items, register).stream()
                .map(mapping -> mapping.target().map(ColumnTarget::path).orElse("nowhere")).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"IT run cost 2026 \u2013 plan vs actual (k\u20ac)", "All amounts in k EUR", "Werte in TEUR",
            "Figures in thousands", "Alle Angaben in Tsd. EUR", "USD '000", "in Mio. EUR"})
    void aUnitOverTheTableIsNotIgnored(String banner) throws Exception {
        ImportPlan plan = plan(write(banner + "\n\nTitle,Cost likely\nFire,40\n"));

        assertEquals(1, plan.count(Outcome.REFUSED));
        assertTrue(plan.entries().get(0).detail().contains("write the unit into the header"),
                plan.entries().get(0).detail());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Risk register in March", "Amounts in EUR", "Top 10 risks in Tanzania",
            "Plan 2026 m. Termin"})
    void aTextOverTheTableThatNamesNoUnitChangesNothing(String banner) throws Exception {
        importFile(write(banner + "\n\nTitle,Cost likely\nFire,40\n"));

        assertEquals(Money.valueOf("40 EUR"), register.getRisks().get(0).getCostLikely());
    }

    @Test
    void aUnitInTheHeaderCountsWhateverStandsOverTheTable() throws Exception {
        importFile(write("All amounts in k EUR\n\nTitle,Cost likely (k EUR)\nFire,40\n"));

        assertEquals(Money.valueOf("40000 EUR"), register.getRisks().get(0).getCostLikely());
    }

    private ImportPlan planWith(CsvTable table, String scale) {
        return ImportPlanner.plan(table, Scales.judge(table, propose(table), register, Optional.of(Scale.parse(scale))),
                register, directory, KEEP_SCALE);
    }

    private static Path data(String name) throws URISyntaxException {
        return Path.of(MappingTest.class.getResource("/data/tables/" + name).toURI());
    }
}
