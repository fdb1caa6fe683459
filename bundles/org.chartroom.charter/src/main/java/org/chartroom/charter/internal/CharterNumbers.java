package org.chartroom.charter.internal;

import static org.chartroom.model.charter.CharterPackage.Literals;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.chartroom.charter.BusinessCase;
import org.chartroom.charter.CharterFigures;
import org.chartroom.charter.Prioritisation;
import org.chartroom.core.type.FormulaText;
import org.chartroom.model.charter.ApprovedChanges;
import org.chartroom.model.charter.BudgetLine;
import org.chartroom.model.charter.Charter;
import org.chartroom.model.charter.Milestone;
import org.chartroom.model.charter.YearFigures;
import org.chartroom.model.change.Change;
import org.chartroom.model.variance.Expenditure;
import org.eclipse.emf.ecore.EStructuralFeature;

/** The numbers that the figures of a charter come from. */
final class CharterNumbers {
    private final FormulaText text = new FormulaText();

    Optional<String> of(Charter charter, EStructuralFeature feature) {
        if (feature == Literals.CHARTER__TOTAL_BUDGET) {
            return Optional.of(text.sum(amounts(charter.getBudgetLines().stream())));
        }
        if (feature == Literals.CHARTER__CAP_EX_SHARE) {
            return share(charter, Expenditure.CAP_EX);
        }
        if (feature == Literals.CHARTER__OP_EX_SHARE) {
            return share(charter, Expenditure.OP_EX);
        }
        if (feature == Literals.CHARTER__APPROVED_CHANGE_COST) {
            return Optional.of(text.sum(ApprovedChanges.of(charter).stream().filter(one -> one.getCostImpact() != null)
                    .map(change -> named(change, text.of(change.getCostImpact()))).toList()));
        }
        if (feature == Literals.CHARTER__APPROVED_CHANGE_DAYS) {
            return Optional.of(text.sum(ApprovedChanges.of(charter).stream()
                    .filter(one -> one.getScheduleImpact() != null)
                    .map(change -> named(change, text.of(change.getScheduleImpact()))).toList()));
        }
        if (feature == Literals.CHARTER__WORST_SLIP) {
            return CharterFigures.of(charter).worstMilestone().flatMap(this::slip);
        }
        return businessCase(charter, feature);
    }

    private static String named(Change change, String amount) {
        return amount + " [" + change.getKey() + "]";
    }

    private static List<?> amounts(Stream<BudgetLine> lines) {
        return lines.map(BudgetLine::getAmount).filter(Objects::nonNull).toList();
    }

    private Optional<String> share(Charter charter, Expenditure kind) {
        return CharterFigures.of(charter).totalBudget().map(total -> "(" + text.sum(amounts(charter.getBudgetLines()
                .stream().filter(line -> line.getExpenditure() == kind))) + ") / " + text.of(total));
    }

    Optional<String> slip(Milestone milestone) {
        return CharterFigures.slip(milestone).map(days -> text.of(
                milestone.getActual() != null ? milestone.getActual() : milestone.getForecast()) + " \u2212 "
                + text.of(milestone.getBaseline()));
    }

    private Optional<String> businessCase(Charter charter, EStructuralFeature feature) {
        if (feature == Literals.CHARTER__NPV) {
            return npv(BusinessCase.planned(charter), charter.getDiscountRate());
        }
        if (feature == Literals.CHARTER__REVISED_NPV) {
            return npv(BusinessCase.expected(charter), charter.getDiscountRate());
        }
        BusinessCase planned = BusinessCase.planned(charter);
        if (feature == Literals.CHARTER__ROI) {
            String cost = text.of(planned.totalCost());
            return Optional.of("(" + text.of(planned.totalBenefit()) + " \u2212 " + cost + ") / " + cost);
        }
        if (feature == Literals.CHARTER__IRR) {
            return planned.flows().irr().flatMap(rate -> npv(planned, rate)).map(sum -> "0 = " + sum);
        }
        if (feature == Literals.CHARTER__PAYBACK) {
            return Optional.of(text.sum(planned.flows().flows()) + " \u2265 0");
        }
        return feature == Literals.CHARTER__PRIORITY_SCORE ? priority(charter) : Optional.empty();
    }

    /** Each year's net through the power of its discount factor. */
    private Optional<String> npv(BusinessCase businessCase, BigDecimal rate) {
        List<BigDecimal> flows = businessCase.flows().flows();
        if (rate == null || flows.isEmpty()) {
            return Optional.empty();
        }
        String factor = text.of(BigDecimal.ONE.add(rate).stripTrailingZeros());
        List<String> terms = new ArrayList<>();
        for (int year = 0; year < flows.size(); year++) {
            terms.add(text.of(flows.get(year)) + (year == 0 ? "" : " / " + factor + (year == 1 ? "" : "^" + year)));
        }
        return Optional.of(text.sum(terms));
    }

    private Optional<String> priority(Charter charter) {
        List<BigDecimal> weights = Prioritisation.weights(charter).all();
        List<Integer> scores = Prioritisation.scores(charter);
        List<String> terms = new ArrayList<>();
        List<BigDecimal> used = new ArrayList<>();
        for (int i = 0; i < scores.size(); i++) {
            if (scores.get(i) != null) {
                terms.add(text.of(weights.get(i)) + " \u00D7 " + scores.get(i));
                used.add(weights.get(i));
            }
        }
        return terms.isEmpty()
                ? Optional.empty()
                : Optional.of("(" + text.sum(terms) + ") / (" + text.sum(used) + ")");
    }

    Optional<String> presentValue(YearFigures figures) {
        if (!(figures.eContainer() instanceof Charter charter) || figures.getYear() == null
                || charter.getDiscountRate() == null) {
            return Optional.empty();
        }
        int first = BusinessCase.planned(charter).years().get(0);
        return Optional.of(text.of(BusinessCase.net(figures)) + " / "
                + text.of(BigDecimal.ONE.add(charter.getDiscountRate()).stripTrailingZeros()) + "^"
                + (figures.getYear() - first));
    }
}
