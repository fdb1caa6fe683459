package org.chartroom.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.stream.Collectors;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.chartroom.model.risk.CategoryAppetite;
import org.chartroom.model.risk.MatrixCell;
import org.chartroom.model.risk.RiskFactory;
import org.chartroom.model.risk.RiskLevel;
import org.chartroom.model.risk.RiskRegister;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RiskScalesTest {
    private final RiskRegister register = RiskFactory.eINSTANCE.createRiskRegister();

    @ParameterizedTest
    @CsvSource({"1,LOW", "4,LOW", "5,MODERATE", "9,MODERATE", "10,HIGH", "14,HIGH", "15,CRITICAL", "25,CRITICAL"})
    void defaultLevelFollowsTheScore(int score, RiskLevel level) {
        assertEquals(level, MatrixSize.USUAL.defaultLevel(score));
    }

    @ParameterizedTest
    @CsvSource({"0,3", "6,3", "3,0", "3,6"})
    void noScoreOutsideTheScale(int likelihood, int impact) {
        assertNull(RiskScales.score(null, likelihood, impact));
    }

    @Test
    void noLevelWhileNotAssessed() {
        assertNull(RiskScales.level(register, 3, null));
    }

    @Test
    void cellOfTheRegisterGoesBeforeTheDefault() {
        MatrixCell cell = RiskFactory.eINSTANCE.createMatrixCell();
        cell.setLikelihood(1);
        cell.setImpact(5);
        cell.setLevel(RiskLevel.CRITICAL);
        register.getMatrix().add(cell);

        assertEquals(RiskLevel.CRITICAL, RiskScales.level(register, 1, 5));
    }

    @Test
    void cellThatTheRegisterLacksHasTheDefault() {
        assertEquals(RiskLevel.MODERATE, RiskScales.level(register, 1, 5));
    }

    @Test
    void firstOfTwoCellsForTheSamePlaceCounts() {
        register.getMatrix().add(RiskScales.newCell(2, 3, RiskLevel.HIGH));
        register.getMatrix().add(RiskScales.newCell(2, 3, RiskLevel.LOW));

        assertEquals(RiskLevel.HIGH, RiskScales.level(register, 2, 3));
        assertEquals(register.getMatrix().get(0), RiskScales.cell(register, 2, 3).orElseThrow());
    }

    @Test
    void placeWithoutCellHasNone() {
        register.getMatrix().add(RiskScales.newCell(2, 3, RiskLevel.HIGH));

        assertTrue(RiskScales.cell(register, 3, 2).isEmpty());
    }

    @Test
    void defaultScalesGiveTheDefaultLevels() {
        RiskScales.addDefaults(register);

        assertEquals(25, register.getMatrix().size());
        register.getMatrix().forEach(cell -> assertEquals(
                MatrixSize.USUAL.defaultLevel(cell.getLikelihood() * cell.getImpact()), cell.getLevel()));
    }

    /** By hand, over all 25 cells: L x I is 1-4 in 8 of them, 5-9 in 7, 10-14 in 4 and 15-25 in 6. */
    @Test
    void defaultMatrixHasEightLowSevenModerateFourHighAndSixCriticalCells() {
        RiskScales.addDefaults(register);

        assertEquals(Map.of(RiskLevel.LOW, 8L, RiskLevel.MODERATE, 7L, RiskLevel.HIGH, 4L, RiskLevel.CRITICAL, 6L),
                register.getMatrix().stream()
                        .collect(Collectors.groupingBy(MatrixCell::getLevel, Collectors.counting())));
    }

    @Property
    void moreLikelihoodOrImpactNeverLowersTheDefaultLevel(@ForAll @IntRange(min = 1, max = 4) int likelihood,
            @ForAll @IntRange(min = 1, max = 5) int impact) {
        RiskLevel level = RiskScales.level(null, likelihood, impact);

        assertTrue(RiskScales.level(null, likelihood + 1, impact).compareTo(level) >= 0);
        assertEquals(RiskScales.level(null, impact, likelihood), level);
    }

    @Property
    void scoreIsThereExactlyWhenBothAreOnTheScale(@ForAll Integer likelihood, @ForAll Integer impact) {
        boolean both = MatrixSize.USUAL.hasLikelihood(likelihood) && MatrixSize.USUAL.hasImpact(impact);

        assertEquals(both, RiskScales.score(null, likelihood, impact) != null);
        assertEquals(both, RiskScales.level(null, likelihood, impact) != null);
    }

    @Test
    void appetiteOfTheCategoryGoesBeforeThatOfTheRegister() {
        CategoryAppetite safety = RiskFactory.eINSTANCE.createCategoryAppetite();
        safety.setCategory("Safety");
        safety.setLevel(RiskLevel.LOW);
        register.getCategoryAppetites().add(safety);

        assertEquals(RiskLevel.LOW, RiskScales.appetite(register, "safety"));
        assertEquals(RiskLevel.MODERATE, RiskScales.appetite(register, "Delivery"));
    }
}
