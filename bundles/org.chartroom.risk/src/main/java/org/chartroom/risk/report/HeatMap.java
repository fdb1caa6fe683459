package org.chartroom.risk.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntBinaryOperator;

import org.chartroom.chart.Matrix;
import org.chartroom.chart.Matrix.Cell;
import org.chartroom.chart.Matrix.Movement;
import org.chartroom.core.type.Presentation;
import org.chartroom.model.risk.Risk;
import org.chartroom.model.risk.RiskLevel;
import org.chartroom.model.risk.RiskPackage;
import org.chartroom.model.risk.RiskRegister;
import org.chartroom.risk.RiskScales;

/** The open risks of a register on its matrix. */
public final class HeatMap {
    private HeatMap() {
    }

    /**
     * @param register a register
     * @param assessment which assessment is counted
     * @param movements arrows between cells; may be empty
     * @return the matrix: how many open risks are in each cell, its levels and the appetite of the register
     */
    public static Matrix of(RiskRegister register, Assessment assessment, List<Movement> movements) {
        return matrix(register, (likelihood, impact) -> count(register, assessment, likelihood, impact), movements);
    }

    /**
     * @param register a register
     * @return the matrix with the levels of its cells and the appetite of the register, without counts
     */
    public static Matrix levels(RiskRegister register) {
        return matrix(register, (likelihood, impact) -> Cell.UNCOUNTED, List.of());
    }

    private static Matrix matrix(RiskRegister register, IntBinaryOperator counts, List<Movement> movements) {
        List<Cell> cells = new ArrayList<>();
        List<String> likelihoods = new ArrayList<>();
        List<String> impacts = new ArrayList<>();
        for (int likelihood = 1; likelihood <= RiskScales.STEPS; likelihood++) {
            likelihoods.add(likelihood + "  " + RiskScales.likelihoodLabel(register, likelihood));
            impacts.add(likelihood + "  " + RiskScales.impactLabel(register, likelihood));
            for (int impact = 1; impact <= RiskScales.STEPS; impact++) {
                RiskLevel level = RiskScales.level(register, likelihood, impact);
                cells.add(new Cell(level.getValue(),
                        Presentation.label(RiskPackage.Literals.RISK_LEVEL.getEEnumLiteral(level.getValue())),
                        counts.applyAsInt(likelihood, impact),
                        level.compareTo(register.getAppetite()) <= 0));
            }
        }
        return new Matrix(cells, likelihoods, impacts, Messages.likelihood, Messages.impact, movements);
    }

    private static int count(RiskRegister register, Assessment assessment, int likelihood, int impact) {
        return (int) register.getRisks().stream().filter(risk -> assessment.isAt(risk, likelihood, impact)).count();
    }

    /**
     * @param register a register
     * @param assessment an assessment
     * @return number of open risks that are in no cell, because they are not assessed
     */
    public static int unplaced(RiskRegister register, Assessment assessment) {
        return (int) register.getRisks().stream().filter(Assessment::isOpen)
                .filter(risk -> place(assessment, risk) == null).count();
    }

    /**
     * From where the risks were in a state of the past to where they are; without one from the inherent to the current
     * assessment, or, when the target is shown, from the current to it.
     *
     * @param register a register
     * @param assessment which assessment is shown
     * @param then current likelihood and impact of the risks in the past, by their ids; empty for no such state
     * @return the movements, each once
     */
    public static List<Movement> movements(RiskRegister register, Assessment assessment,
            Optional<Map<String, List<Integer>>> then) {
        Assessment from = assessment == Assessment.TARGET ? Assessment.CURRENT : Assessment.INHERENT;
        Assessment to = assessment == Assessment.TARGET ? Assessment.TARGET : Assessment.CURRENT;
        Map<List<Integer>, Integer> moves = new LinkedHashMap<>();
        for (Risk risk : register.getRisks()) {
            List<Integer> begin = then.isPresent() ? then.get().get(risk.getId()) : place(from, risk);
            List<Integer> end = place(then.isPresent() ? Assessment.CURRENT : to, risk);
            if (Assessment.isOpen(risk) && begin != null && end != null && !begin.equals(end)) {
                moves.merge(List.of(begin.get(0), begin.get(1), end.get(0), end.get(1)), 1, Integer::sum);
            }
        }
        List<Movement> movements = new ArrayList<>();
        moves.forEach((move, count) -> movements
                .add(new Movement(move.get(0), move.get(1), move.get(2), move.get(3), count)));
        return movements;
    }

    /** Likelihood and impact of an assessment; null when one is missing or off the scale. */
    private static List<Integer> place(Assessment of, Risk risk) {
        return RiskScales.score(of.likelihood(risk), of.impact(risk)) == null
                ? null
                : List.of(of.likelihood(risk), of.impact(risk));
    }
}
