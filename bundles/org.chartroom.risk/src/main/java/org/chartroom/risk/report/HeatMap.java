package org.chartroom.risk.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntBinaryOperator;
import java.util.stream.Stream;

import org.chartroom.chart.Matrix;
import org.chartroom.chart.Matrix.Cell;
import org.chartroom.chart.Matrix.Movement;
import org.chartroom.core.type.Presentation;
import org.chartroom.model.risk.Risk;
import org.chartroom.model.risk.RiskLevel;
import org.chartroom.model.risk.RiskPackage;
import org.chartroom.model.risk.RiskRegister;
import org.chartroom.risk.MatrixSize;
import org.chartroom.risk.RiskScales;

/** The open risks of a register on its matrix. */
public final class HeatMap {
    private HeatMap() {
    }

    /**
     * @param register a register
     * @param assessment which assessment is counted
     * @param category only risks of this category count, and the appetite for it; empty for all risks and the appetite of
     *        the register
     * @param movements arrows between cells; may be empty
     * @return the matrix: how many open risks are in each cell, its levels and the appetite
     */
    public static Matrix of(RiskRegister register, Assessment assessment, Optional<String> category,
            List<Movement> movements) {
        RiskLevel appetite = category.map(one -> RiskScales.appetite(register, one)).orElse(register.getAppetite());
        return matrix(register, appetite, (likelihood, impact) -> (int) risks(register, category)
                .filter(risk -> assessment.isAt(risk, likelihood, impact)).count(), movements);
    }

    /**
     * @param register a register
     * @return the matrix with the levels of its cells and the appetite of the register, without counts
     */
    public static Matrix levels(RiskRegister register) {
        return matrix(register, register.getAppetite(), (likelihood, impact) -> Cell.UNCOUNTED, List.of());
    }

    private static Matrix matrix(RiskRegister register, RiskLevel appetite, IntBinaryOperator counts,
            List<Movement> movements) {
        List<Cell> cells = new ArrayList<>();
        List<String> likelihoods = new ArrayList<>();
        List<String> impacts = new ArrayList<>();
        MatrixSize size = MatrixSize.of(register);
        for (int impact = 1; impact <= size.impacts(); impact++) {
            impacts.add(step(impact, RiskScales.impactLabel(register, impact)));
        }
        for (int likelihood = 1; likelihood <= size.likelihoods(); likelihood++) {
            likelihoods.add(step(likelihood, RiskScales.likelihoodLabel(register, likelihood)));
            for (int impact = 1; impact <= size.impacts(); impact++) {
                RiskLevel level = RiskScales.level(register, likelihood, impact);
                cells.add(new Cell(level.getValue(), label(level), counts.applyAsInt(likelihood, impact),
                        level.compareTo(appetite) <= 0));
            }
        }
        return new Matrix(cells, likelihoods, impacts, Messages.likelihood, Messages.impact, movements);
    }

    private static String step(int number, String label) {
        return label.isEmpty() ? String.valueOf(number) : number + "  " + label;
    }

    /**
     * @param level a level
     * @return what it is called
     */
    public static String label(RiskLevel level) {
        return Presentation.label(RiskPackage.Literals.RISK_LEVEL.getEEnumLiteral(level.getValue()));
    }

    /**
     * @param risk a risk
     * @param category a category, in any case; empty for all
     * @return whether it is of the category
     */
    public static boolean isOf(Risk risk, Optional<String> category) {
        return category.map(one -> one.equalsIgnoreCase(risk.getCategory())).orElse(true);
    }

    private static Stream<Risk> risks(RiskRegister register, Optional<String> category) {
        return register.getRisks().stream().filter(risk -> isOf(risk, category));
    }

    /**
     * @param register a register
     * @param assessment an assessment
     * @param category only risks of this category count; empty for all
     * @return number of open risks that are in no cell, because they are not assessed
     */
    public static int unplaced(RiskRegister register, Assessment assessment, Optional<String> category) {
        return (int) risks(register, category).filter(Assessment::isOpen)
                .filter(risk -> place(assessment, risk) == null).count();
    }

    /**
     * From where the risks were in a state of the past to where they are; without one from the inherent to the current
     * assessment, or, when the target is shown, from the current to it.
     *
     * @param register a register
     * @param assessment which assessment is shown
     * @param category only risks of this category count; empty for all
     * @param then current likelihood and impact of the risks in the past, by their ids; empty for no such state
     * @return the movements, each once
     */
    public static List<Movement> movements(RiskRegister register, Assessment assessment, Optional<String> category,
            Optional<Map<String, List<Integer>>> then) {
        Assessment from = assessment == Assessment.TARGET ? Assessment.CURRENT : Assessment.INHERENT;
        Assessment to = assessment == Assessment.TARGET ? Assessment.TARGET : Assessment.CURRENT;
        Map<List<Integer>, Integer> moves = new LinkedHashMap<>();
        risks(register, category).filter(Assessment::isOpen).forEach(risk -> {
            List<Integer> begin = then.isPresent() ? then.get().get(risk.getId()) : place(from, risk);
            List<Integer> end = place(then.isPresent() ? Assessment.CURRENT : to, risk);
            if (begin != null && end != null && !begin.equals(end)) {
                moves.merge(List.of(begin.get(0), begin.get(1), end.get(0), end.get(1)), 1, Integer::sum);
            }
        });
        List<Movement> movements = new ArrayList<>();
        moves.forEach((move, count) -> movements
                .add(new Movement(move.get(0), move.get(1), move.get(2), move.get(3), count)));
        return movements;
    }

    /** Likelihood and impact of an assessment; null when one is missing or off the scale. */
    private static List<Integer> place(Assessment of, Risk risk) {
        return RiskScales.score(RiskScales.registerOf(risk), of.likelihood(risk), of.impact(risk)) == null
                ? null
                : List.of(of.likelihood(risk), of.impact(risk));
    }
}
