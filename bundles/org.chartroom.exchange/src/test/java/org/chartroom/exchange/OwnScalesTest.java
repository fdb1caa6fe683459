package org.chartroom.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

import org.chartroom.exchange.csv.CsvFiles;
import org.chartroom.exchange.csv.CsvTable;
import org.chartroom.exchange.importing.ImportOptions;
import org.chartroom.exchange.importing.ImportPlan;
import org.chartroom.exchange.importing.ImportPlan.Outcome;
import org.chartroom.exchange.importing.ImportPlanner;
import org.chartroom.exchange.importing.MappingProposal;
import org.chartroom.exchange.importing.Scale;
import org.chartroom.exchange.importing.Scales;
import org.chartroom.model.Directory;
import org.chartroom.model.ModelFactory;
import org.chartroom.model.risk.LikelihoodLevel;
import org.chartroom.model.risk.Risk;
import org.chartroom.model.risk.RiskFactory;
import org.chartroom.model.risk.RiskLevel;
import org.chartroom.model.risk.RiskPackage;
import org.chartroom.model.risk.RiskRegister;
import org.eclipse.emf.common.command.BasicCommandStack;
import org.eclipse.emf.edit.domain.AdapterFactoryEditingDomain;
import org.eclipse.emf.edit.domain.EditingDomain;
import org.eclipse.emf.edit.provider.ReflectiveItemProviderAdapterFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A register with nothing rated yet takes the scale of the file; one with ratings keeps its own. */
class OwnScalesTest {
    private static final String TEN = "Title,Likelihood,Impact\nA,10,9\nB,1,4\nC,7,7\n";

    private RiskRegister register;
    private final Directory directory = ModelFactory.eINSTANCE.createDirectory();

    @BeforeEach
    void makeRegister() {
        register = RiskFactory.eINSTANCE.createRiskRegister();
        register.setKey("RR-1");
        for (int step = 1; step <= 5; step++) {
            LikelihoodLevel level = RiskFactory.eINSTANCE.createLikelihoodLevel();
            level.setValue(step);
            level.setLabel(List.of("Rare", "Unlikely", "Possible", "Likely", "Almost certain").get(step - 1));
            register.getLikelihoodScale().add(level);
            for (int impact = 1; impact <= 5; impact++) {
                var cell = RiskFactory.eINSTANCE.createMatrixCell();
                cell.setLikelihood(step);
                cell.setImpact(impact);
                cell.setLevel(RiskLevel.CRITICAL);
                register.getMatrix().add(cell);
            }
        }
    }

    @Test
    void numbersUpToTenStayAsTheyAre() throws Exception {
        ImportPlan plan = execute(TEN, ImportOptions.NONE);

        assertEquals(List.of("10 9", "1 4", "7 7"), ratings());
        assertEquals(10, register.getLikelihoodScale().size());
        assertEquals(10, register.getImpactScale().size());
        assertTrue(plan.notes()
                .contains("RR-1 takes the scale of the file in place of its usual one, of which nothing is "
                        + "rated yet: Likelihood scale, 10 steps. To spread the numbers on its usual scale instead, say "
                        + "--keep-scale."),
                plan.notes().toString());
    }

    @Test
    void levelsOfTheCellsFollowTheScoreOfTheNewMatrix() throws Exception {
        execute(TEN, ImportOptions.NONE);

        assertEquals(List.of(), register.getMatrix());
    }

    @Test
    void theSameFileAgainChangesNothing() throws Exception {
        execute(TEN, ImportOptions.NONE);

        ImportPlan again = plan(TEN, ImportOptions.NONE);

        assertEquals(3, again.count(Outcome.UNCHANGED));
        assertTrue(again.command(domain()).isEmpty());
    }

    @Test
    void oneUndoGivesBackTheUsualScaleAndItsCells() throws Exception {
        EditingDomain domain = domain();
        domain.getCommandStack().execute(plan(TEN, ImportOptions.NONE).command(domain).orElseThrow());

        domain.getCommandStack().undo();

        assertEquals(5, register.getLikelihoodScale().size());
        assertEquals("Rare", register.getLikelihoodScale().get(0).getLabel());
        assertEquals(25, register.getMatrix().size());
        assertEquals(List.of(), register.getRisks());
    }

    @Test
    void aRegisterWithARatingKeepsItsScaleAndTheNumbersAreSpread() throws Exception {
        Risk rated = RiskFactory.eINSTANCE.createRisk();
        rated.setKey("R-9");
        rated.setTargetLikelihood(2);
        rated.setTargetImpact(2);
        register.getRisks().add(rated);

        execute(TEN, ImportOptions.NONE);

        assertEquals(5, register.getLikelihoodScale().size());
        assertEquals("5 5", ratings().get(1));
    }

    @Test
    void aScaleOfItsOwnStaysAlsoWhenNothingIsRated() throws Exception {
        register.getLikelihoodScale().get(0).setLabel("Never in ten years");

        execute(TEN, ImportOptions.NONE);

        assertEquals(5, register.getLikelihoodScale().size());
        assertEquals(5, register.getRisks().get(0).getCurrentLikelihood());
    }

    @Test
    void theUserCanKeepTheScale() throws Exception {
        execute(TEN, new ImportOptions(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), true));

        assertEquals(5, register.getLikelihoodScale().size());
        assertEquals(List.of("5 5", "1 2", "4 4"), ratings());
    }

    @Test
    void likelihoodAndImpactHaveEachTheirOwn() throws Exception {
        execute("Title,Likelihood (1-4),Impact (1-6)\nA,4,6\nB,2,1\n", ImportOptions.NONE);

        assertEquals(List.of("4 6", "2 1"), ratings());
        assertEquals(4, register.getLikelihoodScale().size());
        assertEquals(6, register.getImpactScale().size());
    }

    @Test
    void wordsBesideTheNumbersBecomeThoseOfTheRegister() throws Exception {
        execute("Title,Likelihood,Impact\nA,4 - Expected within a year,2\nB,1 - Not in our lifetime,1\n"
                + "C,Expected within a year,3\n", ImportOptions.NONE);

        assertEquals(List.of("4 2", "1 1", "4 3"), ratings());
        assertEquals("Expected within a year", register.getLikelihoodScale().get(3).getLabel());
    }

    @Test
    void usualWordsOfOtherStepsAreStillContradictions() throws Exception {
        ImportPlan plan = plan("Title,Likelihood,Impact\nA,3 - Likely,2\n", ImportOptions.NONE);

        assertEquals(1, plan.count(Outcome.REFUSED));
        assertTrue(plan.entries().get(0).detail().contains("step 3 by its number and step 4 by its word"),
                plan.entries().get(0).detail());
    }

    @Test
    void twoWordsForOneNumberAreNoScale() throws Exception {
        ImportPlan plan = plan("Title,Likelihood,Impact\nA,3 - Now and then,2\nB,3 - Often,2\n", ImportOptions.NONE);

        assertEquals(2, plan.count(Outcome.REFUSED));
    }

    @Test
    void usualWordsAreNoWordsOfALongerScale() throws Exception {
        execute(TEN, ImportOptions.NONE);

        ImportPlan plan = plan("Title,Likelihood,Impact\nD,likely,2\n", ImportOptions.NONE);

        assertEquals(1, plan.count(Outcome.REFUSED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "11", "0..4", "0..10"})
    void whatIsNoScaleOfThreeToTenStepsIsSpread(String scale) throws Exception {
        CsvTable table = read("Title,Likelihood,Impact\nA,1,1\nB,2,2\n");

        ImportPlan plan = ImportPlanner.plan(table, Scales.judge(table,
                MappingProposal.propose(table, RiskPackage.Literals.RISK, register), register,
                Optional.of(Scale.parse(scale))), register, directory);
        domain().getCommandStack().execute(plan.command(domain()).orElseThrow());

        assertEquals(5, register.getLikelihoodScale().size());
    }

    @Test
    void numbersBeyondAShortScaleOfTheRegisterAreRefusedUntilTheScaleIsSaid() throws Exception {
        execute("Title,Likelihood (1-3),Impact (1-3)\nA,3,3\n", ImportOptions.NONE);

        ImportPlan plan = plan("Title,Likelihood,Impact\nB,4,2\n", ImportOptions.NONE);

        assertEquals(1, plan.count(Outcome.REFUSED));
        assertTrue(plan.entries().get(0).detail().contains("may be all of a scale or a part of it"),
                plan.entries().get(0).detail());
    }

    /** What is written in the file is what is in the register, for any scale that the header says. */
    @Property(tries = 60)
    void ratingsArriveAsTheyAreOnAnyScaleThatTheHeaderSays(@ForAll @IntRange(min = 3, max = 10) int likelihoods,
            @ForAll @IntRange(min = 3, max = 10) int impacts,
            @ForAll @Size(min = 1, max = 20) List<@IntRange(min = 0, max = 99) Integer> seeds) throws Exception {
        makeRegister();
        List<String> wanted = new ArrayList<>();
        StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "Title,Likelihood (1-%d),Impact (1-%d)%n",
                likelihoods, impacts));
        IntStream.range(0, seeds.size()).forEach(i -> {
            int likelihood = seeds.get(i) % likelihoods + 1;
            int impact = seeds.get(i) / 10 % impacts + 1;
            wanted.add(likelihood + " " + impact);
            text.append("Risk ").append(i).append(',').append(likelihood).append(',').append(impact).append('\n');
        });

        execute(text.toString(), ImportOptions.NONE);

        assertEquals(wanted, ratings());
    }

    private List<String> ratings() {
        return register.getRisks().stream().map(risk -> risk.getCurrentLikelihood() + " " + risk.getCurrentImpact())
                .map(rating -> rating.equals("null null") ? "-" : rating).toList();
    }

    private ImportPlan execute(String text, ImportOptions options) throws Exception {
        ImportPlan plan = plan(text, options);
        EditingDomain domain = domain();
        domain.getCommandStack().execute(plan.command(domain).orElseThrow());
        return plan;
    }

    private EditingDomain domain() {
        return new AdapterFactoryEditingDomain(new ReflectiveItemProviderAdapterFactory(), new BasicCommandStack());
    }

    private ImportPlan plan(String text, ImportOptions options) throws Exception {
        CsvTable table = read(text);
        return ImportPlanner.plan(table, MappingProposal.propose(table, RiskPackage.Literals.RISK, register), register,
                directory, options);
    }

    private CsvTable read(String text) throws Exception {
        Path file = Files.createTempFile("scales", ".csv");
        try {
            Files.writeString(file, text, StandardCharsets.UTF_8);
            return CsvFiles.read(file, CsvFiles.detect(file));
        } finally {
            Files.delete(file);
        }
    }
}
