package org.chartroom.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.chartroom.core.value.Steps;
import org.chartroom.model.risk.ImpactLevel;
import org.chartroom.model.risk.LikelihoodLevel;
import org.chartroom.model.risk.MatrixCell;
import org.chartroom.model.risk.RiskFactory;
import org.chartroom.model.risk.RiskLevel;
import org.chartroom.model.risk.RiskRegister;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MatrixSizeTest {
    private RiskRegister register;

    @BeforeEach
    void makeRegister() {
        register = RiskFactory.eINSTANCE.createRiskRegister();
        RiskScales.addDefaults(register);
    }

    @Test
    void registerWithoutScalesHasTheUsualMatrix() {
        assertEquals(new MatrixSize(5, 5), MatrixSize.of(RiskFactory.eINSTANCE.createRiskRegister()));
    }

    @Property(tries = 64)
    void everySizeFromThreeToTenIsTakenAndEveryCellOfItHasALevel(@ForAll @IntRange(min = 3, max = 10) int likelihoods,
            @ForAll @IntRange(min = 3, max = 10) int impacts) {
        makeRegister();
        MatrixSize size = new MatrixSize(likelihoods, impacts);

        RiskScales.resize(register, size);

        assertEquals(size, MatrixSize.of(register));
        assertEquals(IntStream.rangeClosed(1, likelihoods).boxed().toList(),
                register.getLikelihoodScale().stream().map(LikelihoodLevel::getValue).toList());
        assertEquals(IntStream.rangeClosed(1, impacts).boxed().toList(),
                register.getImpactScale().stream().map(ImpactLevel::getValue).toList());
        for (int likelihood = 1; likelihood <= likelihoods; likelihood++) {
            for (int impact = 1; impact <= impacts; impact++) {
                assertNotNull(RiskScales.level(register, likelihood, impact));
            }
        }
        assertNull(RiskScales.score(register, likelihoods + 1, 1));
        assertNull(RiskScales.score(register, 1, impacts + 1));
        assertEquals(RiskLevel.LOW, RiskScales.level(register, 1, 1));
        assertEquals(RiskLevel.CRITICAL, RiskScales.level(register, likelihoods, impacts));
    }

    @Property(tries = 64)
    void moreLikelihoodOrImpactNeverLowersTheDefaultLevel(@ForAll @IntRange(min = 3, max = 10) int likelihoods,
            @ForAll @IntRange(min = 3, max = 10) int impacts) {
        MatrixSize size = new MatrixSize(likelihoods, impacts);
        for (int likelihood = 2; likelihood <= likelihoods; likelihood++) {
            for (int impact = 1; impact <= impacts; impact++) {
                assertTrue(size.defaultLevel(likelihood * impact)
                        .compareTo(size.defaultLevel((likelihood - 1) * impact)) >= 0);
            }
        }
    }

    /** By hand: of 100 critical begins at 60, high at 40, moderate at 20; of 9 at 5.4, 3.6 and 1.8. */
    @Test
    void levelsOfOtherMatricesBeginAtTheSamePartsOfTheHighestScore() {
        MatrixSize ten = new MatrixSize(10, 10);
        assertEquals(List.of(RiskLevel.LOW, RiskLevel.MODERATE, RiskLevel.MODERATE, RiskLevel.HIGH, RiskLevel.HIGH,
                RiskLevel.CRITICAL), IntStream.of(18, 20, 36, 40, 56, 60).mapToObj(ten::defaultLevel).toList());
        MatrixSize three = new MatrixSize(3, 3);
        assertEquals(List.of(RiskLevel.LOW, RiskLevel.MODERATE, RiskLevel.MODERATE, RiskLevel.HIGH, RiskLevel.CRITICAL,
                RiskLevel.CRITICAL), IntStream.of(1, 2, 3, 4, 6, 9).mapToObj(three::defaultLevel).toList());
    }

    @Test
    void cellWithALevelOfItsOwnKeepsItAndTheOthersFollowTheNewScore() {
        MatrixCell own = RiskScales.cell(register, 1, 5).orElseThrow();
        own.setLevel(RiskLevel.CRITICAL);

        RiskScales.resize(register, new MatrixSize(10, 10));

        assertEquals(RiskLevel.CRITICAL, RiskScales.level(register, 1, 5));
        assertEquals(RiskLevel.MODERATE, RiskScales.level(register, 5, 5));
    }

    @Test
    void stepsThatStayKeepTheirWordsAndProbabilities() {
        register.getLikelihoodScale().get(0).setLabel("Hardly ever");

        RiskScales.resize(register, new MatrixSize(4, 5));

        assertEquals("Hardly ever", RiskScales.likelihoodLabel(register, 1));
        assertEquals("Likely", RiskScales.likelihoodLabel(register, 4));
        assertNotNull(register.getLikelihoodScale().get(3).getProbabilityTo());
    }

    @Test
    void stepThatNobodyHasNamedHasNoLabel() {
        RiskScales.resize(register, new MatrixSize(7, 5));

        assertEquals("", RiskScales.likelihoodLabel(register, 7));
    }

    @Test
    void scaleWithAGapCountsAsTheUsualOne() {
        RiskScales.resize(register, new MatrixSize(7, 7));
        register.getImpactScale().remove(3);

        assertEquals(new MatrixSize(7, 5), MatrixSize.of(register));
    }

    @Test
    void scaleWithTooManyStepsCountsAsTheUsualOne() {
        RiskScales.resize(register, new MatrixSize(10, 5));
        LikelihoodLevel eleventh = RiskFactory.eINSTANCE.createLikelihoodLevel();
        eleventh.setValue(Steps.MOST + 1);
        register.getLikelihoodScale().add(eleventh);

        assertEquals(5, MatrixSize.of(register).likelihoods());
    }
}
