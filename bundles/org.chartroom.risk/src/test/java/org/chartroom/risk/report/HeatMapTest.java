package org.chartroom.risk.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.chartroom.chart.Matrix;
import org.chartroom.model.risk.CategoryAppetite;
import org.chartroom.model.risk.Risk;
import org.chartroom.model.risk.RiskFactory;
import org.chartroom.model.risk.RiskLevel;
import org.chartroom.model.risk.RiskRegister;
import org.chartroom.model.risk.RiskStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HeatMapTest {
    private final RiskRegister register = RiskFactory.eINSTANCE.createRiskRegister();

    @BeforeEach
    void twoCategoriesOneWithAnAppetiteOfItsOwn() {
        register.setAppetite(RiskLevel.MODERATE);
        CategoryAppetite security = RiskFactory.eINSTANCE.createCategoryAppetite();
        security.setCategory("Security");
        security.setLevel(RiskLevel.LOW);
        register.getCategoryAppetites().add(security);
        add("1", "security", 3, 3);
        add("2", "Delivery", 3, 3);
        add("3", null, 3, 3);
    }

    @Test
    void allRisksStandAgainstTheAppetiteOfTheRegister() {
        Matrix map = HeatMap.of(register, Assessment.CURRENT, Optional.empty(), List.of());

        assertEquals(3, map.cell(3, 3).count());
        assertTrue(map.cell(3, 3).acceptable());
        assertFalse(map.cell(3, 4).acceptable());
    }

    @Test
    void risksOfOneCategoryStandAgainstItsAppetite() {
        Matrix map = HeatMap.of(register, Assessment.CURRENT, Optional.of("Security"), List.of());

        assertEquals(1, map.cell(3, 3).count());
        assertFalse(map.cell(3, 3).acceptable());
        assertTrue(map.cell(2, 2).acceptable());
    }

    @Test
    void categoryWithoutAnAppetiteStandsAgainstThatOfTheRegister() {
        Matrix map = HeatMap.of(register, Assessment.CURRENT, Optional.of("Delivery"), List.of());

        assertEquals(1, map.cell(3, 3).count());
        assertTrue(map.cell(3, 3).acceptable());
    }

    @Test
    void movementsAreThoseOfTheCategory() {
        Map<String, List<Integer>> then = Map.of("1", List.of(5, 5), "2", List.of(1, 1));

        assertEquals(List.of(new Matrix.Movement(5, 5, 3, 3, 1)),
                HeatMap.movements(register, Assessment.CURRENT, Optional.of("Security"), Optional.of(then)));
        assertEquals(2, HeatMap.movements(register, Assessment.CURRENT, Optional.empty(), Optional.of(then)).size());
    }

    @Test
    void risksNotAssessedAreThoseOfTheCategory() {
        assertEquals(1, HeatMap.unplaced(register, Assessment.TARGET, Optional.of("Security")));
        assertEquals(3, HeatMap.unplaced(register, Assessment.TARGET, Optional.empty()));
    }

    @Test
    void closedRiskIsNotOnTheMap() {
        register.getRisks().get(0).setStatus(RiskStatus.CLOSED);

        assertEquals(0, HeatMap.of(register, Assessment.CURRENT, Optional.of("Security"), List.of()).cell(3, 3)
                .count());
    }

    private void add(String id, String category, int likelihood, int impact) {
        Risk risk = RiskFactory.eINSTANCE.createRisk();
        risk.setId(id);
        risk.setCategory(category);
        risk.setCurrentLikelihood(likelihood);
        risk.setCurrentImpact(impact);
        register.getRisks().add(risk);
    }
}
