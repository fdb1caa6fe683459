package org.chartroom.variance.internal;

import static org.chartroom.model.variance.VariancePackage.Literals;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;

import org.chartroom.core.check.Check;
import org.chartroom.core.check.CheckContext;
import org.chartroom.core.check.CheckSet;
import org.chartroom.core.check.QuickFix;
import org.chartroom.core.type.Presentation;
import org.chartroom.model.variance.LineFigure;
import org.chartroom.model.variance.ReportPeriod;
import org.chartroom.model.variance.VarianceLine;
import org.chartroom.model.variance.VarianceReport;
import org.chartroom.variance.EarnedValue;
import org.chartroom.variance.ReportFigures;
import org.chartroom.variance.Thresholds;
import org.chartroom.variance.UndistributedBudget;
import org.eclipse.emf.common.command.Command;
import org.eclipse.emf.common.command.CompoundCommand;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.edit.command.RemoveCommand;
import org.eclipse.emf.edit.command.SetCommand;
import org.eclipse.emf.edit.domain.EditingDomain;

/** The rules of a variance report. */
public final class VarianceChecks implements CheckSet {
    static final String ID = "org.chartroom.variance.";
    /** What a line that sums up others must not say otherwise than they do. */
    private static final Map<EStructuralFeature, Function<EarnedValue, BigDecimal>> SUMS = sums();

    private static Map<EStructuralFeature, Function<EarnedValue, BigDecimal>> sums() {
        Map<EStructuralFeature, Function<EarnedValue, BigDecimal>> sums = new LinkedHashMap<>();
        sums.put(Literals.MEASURED__BUDGET_AT_COMPLETION, EarnedValue::bac);
        sums.put(Literals.MEASURED__PLANNED_VALUE, EarnedValue::pv);
        sums.put(Literals.MEASURED__EARNED_VALUE, EarnedValue::ev);
        sums.put(Literals.MEASURED__ACTUAL_COST, EarnedValue::ac);
        sums.put(Literals.MEASURED__BOTTOM_UP_FORECAST, EarnedValue::forecast);
        return sums;
    }

    @Override
    public Map<String, Check> checks() {
        Map<String, Check> checks = new HashMap<>(PeriodChecks.checks());
        checks.putAll(ExplanationChecks.checks());
        checks.put(ID + "statusDateMissing", of(VarianceChecks::checkStatusDate));
        checks.put(ID + "currencyUnknown", of(VarianceChecks::checkCurrency));
        checks.put(ID + "thresholdOrder", of(VarianceChecks::checkThresholds));
        checks.put(ID + "changeLeftOut", of(VarianceChecks::checkChanges));
        checks.put(ID + "parentCycle", each((figures, line, context) -> checkParent(line, context)));
        checks.put(ID + "figurePeriod", each((figures, line, context) -> checkFigures(line, context)));
        checks.put(ID + "percentRange", each((figures, line, context) -> checkComplete(line, context)));
        checks.put(ID + "sumDiffers", subtotals(VarianceChecks::checkSubtotal));
        checks.put(ID + "actualMissing", leaves(VarianceChecks::checkActuals));
        checks.put(ID + "earnedAboveBudget", each(VarianceChecks::checkEarned));
        return checks;
    }

    /** A check of a line. */
    @FunctionalInterface
    interface LineCheck {
        void check(ReportFigures figures, VarianceLine line, CheckContext context);
    }

    static Check of(BiConsumer<VarianceReport, CheckContext> check) {
        return (report, context) -> check.accept((VarianceReport) report, context);
    }

    private static Check each(LineCheck check) {
        return of((report, context) -> {
            ReportFigures figures = ReportFigures.of(report);
            report.getLines().forEach(line -> check.check(figures, line, context));
        });
    }

    private static Check subtotals(LineCheck check) {
        return each((figures, line, context) -> {
            if (figures.isSubtotal(line)) {
                check.check(figures, line, context);
            }
        });
    }

    /** A check of the lines that sum up no others. */
    static Check leaves(LineCheck check) {
        return each((figures, line, context) -> {
            if (!figures.isSubtotal(line)) {
                check.check(figures, line, context);
            }
        });
    }

    private static void checkChanges(VarianceReport report, CheckContext context) {
        UndistributedBudget.leftOut(report, ReportFigures.of(report).date()).forEach((change, why) -> context.report(
                report, Literals.VARIANCE_REPORT__CHARTER,
                Messages.bind(Messages.changeLeftOut, UndistributedBudget.reference(change), why)));
    }

    private static void checkStatusDate(VarianceReport report, CheckContext context) {
        if (report.getStatusDate() == null) {
            context.report(report, Literals.VARIANCE_REPORT__STATUS_DATE, Messages.statusDateMissing);
        }
    }

    private static void checkCurrency(VarianceReport report, CheckContext context) {
        if (!isCurrency(report.getCurrency())) {
            context.report(report, Literals.VARIANCE_REPORT__CURRENCY,
                    Messages.bind(Messages.currencyUnknown, report.getCurrency()));
        }
    }

    private static void checkThresholds(VarianceReport report, CheckContext context) {
        Thresholds thresholds = Thresholds.of(report);
        if (thresholds.red().compareTo(thresholds.amber()) < 0) {
            context.report(report,
                    Literals.VARIANCE_REPORT__AMBER_THRESHOLD, Messages.thresholdOrder,
                    new QuickFix(Messages.thresholdOrder_fix, domain -> {
                        CompoundCommand both = new CompoundCommand(Messages.thresholdOrder_fix);
                        both.append(set(domain, report, Literals.VARIANCE_REPORT__AMBER_THRESHOLD, thresholds.red()));
                        both.append(set(domain, report, Literals.VARIANCE_REPORT__RED_THRESHOLD, thresholds.amber()));
                        return both;
                    }));
        }
    }

    private static boolean isCurrency(String code) {
        return Currency.getAvailableCurrencies().stream().anyMatch(known -> known.getCurrencyCode().equals(code));
    }

    private static void checkParent(VarianceLine line, CheckContext context) {
        Set<VarianceLine> seen = new HashSet<>();
        VarianceLine above = line.getParent();
        while (above != null && above != line && seen.add(above)) {
            above = above.getParent();
        }
        if (above == line) {
            context.report(line, Literals.VARIANCE_LINE__PARENT,
                    Messages.bind(Messages.parentCycle, name(line)), new QuickFix(Messages.parentCycle_fix,
                            domain -> set(domain, line, Literals.VARIANCE_LINE__PARENT, null)));
        }
    }

    private static void checkFigures(VarianceLine line, CheckContext context) {
        Set<ReportPeriod> seen = new HashSet<>();
        for (LineFigure figure : line.getFigures()) {
            if (figure.getPeriod() == null || !seen.add(figure.getPeriod())) {
                context.report(line, Literals.VARIANCE_LINE__FIGURES,
                        Messages.bind(
                                figure.getPeriod() == null ? Messages.figureLost : Messages.figureTwice,
                                name(line), name(figure.getPeriod())),
                        new QuickFix(Messages.figure_fix, domain -> RemoveCommand.create(domain, line,
                                Literals.VARIANCE_LINE__FIGURES, figure)));
            }
        }
    }

    private static void checkComplete(VarianceLine line, CheckContext context) {
        for (LineFigure figure : line.getFigures()) {
            BigDecimal complete = figure.getPercentComplete();
            if (complete != null && (complete.signum() < 0 || complete.compareTo(BigDecimal.ONE) > 0)) {
                context.report(line, Literals.MEASURED__EARNED_VALUE,
                        Messages.bind(Messages.percentRange, new Object[]{name(line), percent(complete),
                                name(figure.getPeriod())}));
            }
        }
    }

    private static void checkSubtotal(ReportFigures figures, VarianceLine line, CheckContext context) {
        if (line.getFigures().isEmpty()) {
            return;
        }
        EarnedValue own = figures.own(line);
        EarnedValue below = figures.line(line);
        Map<EStructuralFeature, Function<EarnedValue, BigDecimal>> differing = new LinkedHashMap<>(SUMS);
        int digits = ReportFigures.digits(figures.report());
        differing.values().removeIf(sum -> shown(sum.apply(own), digits).equals(shown(sum.apply(below), digits)));
        if (!differing.isEmpty()) {
            List<LineFigure> all = List.copyOf(line.getFigures());
            String which = String.join("; ", differing.entrySet().stream().map(sum -> Messages.bind(
                    Messages.sumDiffers_one, new Object[]{Presentation.label(sum.getKey()),
                            shown(sum.getValue().apply(own), digits), shown(sum.getValue().apply(below), digits)}))
                    .toList());
            context.report(line, differing.keySet().iterator().next(),
                    Messages.bind(Messages.sumDiffers, name(line), which), new QuickFix(Messages.sumDiffers_fix,
                            domain -> RemoveCommand.create(domain, line, Literals.VARIANCE_LINE__FIGURES, all)));
        }
    }

    private static void checkActuals(ReportFigures figures, VarianceLine line, CheckContext context) {
        List<LineFigure> missing = line.getFigures().stream()
                .filter(figure -> figure.getPlanned() != null && figure.getPlanned().signum() != 0
                        && figure.getActual() == null && hasEnded(figure.getPeriod(), figures.date()))
                .toList();
        if (!missing.isEmpty()) {
            context.report(line, Literals.MEASURED__ACTUAL_COST,
                    Messages.bind(Messages.actualMissing, new Object[]{name(line), missing.size(),
                            name(missing.get(0).getPeriod())}),
                    new QuickFix(Messages.actualMissing_fix, domain -> {
                        CompoundCommand all = new CompoundCommand(Messages.actualMissing_fix);
                        missing.forEach(figure -> all
                                .append(set(domain, figure, Literals.LINE_FIGURE__ACTUAL, BigDecimal.ZERO)));
                        return all;
                    }));
        }
    }

    private static boolean hasEnded(ReportPeriod period, LocalDate date) {
        return period != null && period.getEndsOn() != null && !period.getEndsOn().isAfter(date);
    }

    private static void checkEarned(ReportFigures figures, VarianceLine line, CheckContext context) {
        EarnedValue values = figures.line(line);
        int digits = ReportFigures.digits(figures.report());
        if (values.ev().compareTo(values.bac()) > 0) {
            context.report(line, Literals.MEASURED__EARNED_VALUE,
                    Messages.bind(Messages.earnedAboveBudget, new Object[]{name(line), shown(values.ev(), digits),
                            shown(values.bac(), digits)}));
        }
    }

    private static String shown(BigDecimal amount, int digits) {
        return amount.setScale(digits, RoundingMode.HALF_UP).toPlainString();
    }

    private static String percent(BigDecimal fraction) {
        return fraction.movePointRight(2).stripTrailingZeros().toPlainString() + " %";
    }

    static String name(ReportPeriod period) {
        if (period == null) {
            return "";
        }
        return Stream.of(period.getStartsOn(), period.getEndsOn()).map(day -> day == null ? "?" : day.toString())
                .reduce((from, to) -> from + " \u2013 " + to).orElse("");
    }

    static String name(VarianceLine line) {
        return Stream.of(line.getCode(), line.getTitle(), line.getKey()).filter(text -> text != null && !text.isBlank())
                .limit(2).reduce((code, title) -> code + " " + title)
                .orElse(Presentation.label(Literals.VARIANCE_LINE));
    }

    static Command set(EditingDomain domain, EObject owner, EStructuralFeature feature, Object value) {
        return SetCommand.create(domain, owner, feature, value == null ? SetCommand.UNSET_VALUE : value);
    }

}
