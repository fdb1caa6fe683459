package org.chartroom.charter.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.chartroom.charter.BusinessCase;
import org.chartroom.charter.CharterFigures;
import org.chartroom.charter.Prioritisation;
import org.chartroom.charter.Stakeholders;
import org.chartroom.core.evaluation.Calculator;
import org.chartroom.core.evaluation.Evaluation;
import org.chartroom.model.Money;
import org.chartroom.model.charter.Charter;
import org.chartroom.model.charter.CharterPackage.Literals;
import org.chartroom.model.charter.Milestone;
import org.chartroom.model.charter.Stakeholder;
import org.chartroom.model.charter.YearFigures;
import org.chartroom.model.variance.Expenditure;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;

/** The derived features of a charter and what is in it. */
public final class CharterCalculator implements Calculator {
    private static final int PRESENT_VALUE_DIGITS = 2;
    private static final Map<EStructuralFeature, Function<Charter, Optional<?>>> FORMULAS = formulas();

    private static Map<EStructuralFeature, Function<Charter, Optional<?>>> formulas() {
        Map<EStructuralFeature, Function<Charter, Optional<?>>> map = new HashMap<>();
        figures(map, Literals.CHARTER__TOTAL_BUDGET, CharterFigures::totalBudget);
        figures(map, Literals.CHARTER__CAP_EX_SHARE, figures -> figures.share(Expenditure.CAP_EX));
        figures(map, Literals.CHARTER__OP_EX_SHARE, figures -> figures.share(Expenditure.OP_EX));
        figures(map, Literals.CHARTER__ACTUAL_TO_DATE, CharterFigures::actualToDate);
        figures(map, Literals.CHARTER__REMAINING, CharterFigures::remaining);
        figures(map, Literals.CHARTER__SPENT, CharterFigures::spent);
        figures(map, Literals.CHARTER__SPEND_BAND, CharterFigures::spendBand);
        figures(map, Literals.CHARTER__APPROVED_CHANGE_COST, CharterFigures::approvedCost);
        figures(map, Literals.CHARTER__REVISED_BUDGET, CharterFigures::revisedBudget);
        figures(map, Literals.CHARTER__APPROVED_CHANGE_DAYS, figures -> Optional.of(figures.approvedDays()));
        figures(map, Literals.CHARTER__REVISED_END, CharterFigures::revisedEnd);
        figures(map, Literals.CHARTER__END_SLIP, CharterFigures::endSlip);
        figures(map, Literals.CHARTER__WORST_SLIP, CharterFigures::worstSlip);
        map.put(Literals.CHARTER__NPV, charter -> npv(charter, BusinessCase.planned(charter)));
        map.put(Literals.CHARTER__REVISED_NPV, charter -> npv(charter, BusinessCase.expected(charter)));
        map.put(Literals.CHARTER__IRR, charter -> BusinessCase.planned(charter).flows().irr());
        map.put(Literals.CHARTER__PAYBACK, charter -> BusinessCase.planned(charter).flows().payback());
        map.put(Literals.CHARTER__ROI, charter -> BusinessCase.planned(charter).roi());
        map.put(Literals.CHARTER__PRIORITY_SCORE,
                charter -> Prioritisation.score(charter, Prioritisation.weights(charter)));
        return Map.copyOf(map);
    }

    private static void figures(Map<EStructuralFeature, Function<Charter, Optional<?>>> map,
            EStructuralFeature feature, Function<CharterFigures, Optional<?>> formula) {
        map.put(feature, charter -> formula.apply(CharterFigures.of(charter)));
    }

    private static Optional<Money> npv(Charter charter, BusinessCase businessCase) {
        return businessCase.npv().flatMap(CharterFigures.of(charter)::money);
    }

    @Override
    public Object value(EObject owner, EStructuralFeature feature, Evaluation evaluation) {
        if (owner instanceof Charter charter) {
            Function<Charter, Optional<?>> formula = FORMULAS.get(feature);
            return formula == null ? null : formula.apply(charter).orElse(null);
        }
        if (owner instanceof Milestone milestone) {
            return CharterFigures.slip(milestone).orElse(null);
        }
        if (owner instanceof Stakeholder stakeholder) {
            return feature == Literals.STAKEHOLDER__QUADRANT
                    ? Stakeholders.quadrant(stakeholder).orElse(null)
                    : Integer.valueOf(Stakeholders.gap(stakeholder));
        }
        return owner instanceof YearFigures figures ? value(figures, feature) : null;
    }

    private static BigDecimal value(YearFigures figures, EStructuralFeature feature) {
        if (feature == Literals.YEAR_FIGURES__NET) {
            return BusinessCase.net(figures);
        }
        return figures.eContainer() instanceof Charter charter
                ? BusinessCase.planned(charter).presentValue(figures)
                        .map(value -> value.setScale(PRESENT_VALUE_DIGITS, RoundingMode.HALF_UP)).orElse(null)
                : null;
    }

    @Override
    public Optional<String> numbers(EObject owner, EStructuralFeature feature, Evaluation evaluation) {
        CharterNumbers numbers = new CharterNumbers();
        if (owner instanceof Charter charter) {
            return numbers.of(charter, feature);
        }
        if (owner instanceof Milestone milestone) {
            return numbers.slip(milestone);
        }
        return owner instanceof YearFigures figures && feature == Literals.YEAR_FIGURES__PRESENT_VALUE
                ? numbers.presentValue(figures)
                : Optional.empty();
    }
}
