package org.chartroom.charter;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

import org.chartroom.core.evaluation.Evaluation;
import org.chartroom.model.ModelFactory;
import org.chartroom.model.Money;
import org.chartroom.model.Person;
import org.chartroom.model.change.Change;
import org.chartroom.model.change.ChangeFactory;
import org.chartroom.model.change.ChangeState;
import org.chartroom.model.change.ChangeTransition;
import org.chartroom.model.charter.BudgetLine;
import org.chartroom.model.charter.Charter;
import org.chartroom.model.charter.CharterFactory;
import org.chartroom.model.charter.Milestone;
import org.chartroom.model.charter.YearFigures;
import org.chartroom.model.derived.DerivedFeatures;
import org.chartroom.model.variance.Expenditure;
import org.chartroom.model.variance.LineFigure;
import org.chartroom.model.variance.ReportPeriod;
import org.chartroom.model.variance.VarianceFactory;
import org.chartroom.model.variance.VarianceLine;
import org.chartroom.model.variance.VariancePackage;
import org.chartroom.model.variance.VarianceReport;
import org.chartroom.variance.internal.VarianceCalculator;

/** Makes charters, and what they are linked with, for tests. */
public final class Charters {
    private Charters() {
    }

    /** @return an empty charter with a key */
    public static Charter charter() {
        Charter charter = CharterFactory.eINSTANCE.createCharter();
        charter.setKey("CHR-001");
        charter.setTitle("Charter");
        return charter;
    }

    /** @return a budget line that was added */
    public static BudgetLine budget(Charter charter, String money, Expenditure kind) {
        BudgetLine line = CharterFactory.eINSTANCE.createBudgetLine();
        line.setAmount(money == null ? null : Money.valueOf(money));
        line.setExpenditure(kind);
        charter.getBudgetLines().add(line);
        return line;
    }

    /** @return figures of a year that were added */
    public static YearFigures year(Charter charter, Integer year, String benefit, String cost) {
        YearFigures figures = CharterFactory.eINSTANCE.createYearFigures();
        figures.setYear(year);
        figures.setBenefit(decimal(benefit));
        figures.setCost(decimal(cost));
        charter.getYears().add(figures);
        return figures;
    }

    /** @return a milestone that was added; dates may be null */
    public static Milestone milestone(Charter charter, String title, String baseline, String forecast, String actual) {
        Milestone milestone = CharterFactory.eINSTANCE.createMilestone();
        milestone.setTitle(title);
        milestone.setBaseline(date(baseline));
        milestone.setForecast(date(forecast));
        milestone.setActual(date(actual));
        charter.getMilestones().add(milestone);
        return milestone;
    }

    /** @return a change that was added to the charter's log; the log is made when there is none */
    public static Change change(Charter charter, String key, ChangeState state, String cost, Integer days) {
        if (charter.getChangeLog() == null) {
            charter.setChangeLog(ChangeFactory.eINSTANCE.createChangeLog());
            charter.getChangeLog().setKey("CHG-001");
        }
        Change change = ChangeFactory.eINSTANCE.createChange();
        change.setKey(key);
        change.setState(state);
        change.setCostImpact(cost == null ? null : Money.valueOf(cost));
        change.setScheduleImpact(days);
        charter.getChangeLog().getChanges().add(change);
        return change;
    }

    /** Records a step of a change. */
    public static void step(Change change, ChangeState to, String at) {
        ChangeTransition step = ChangeFactory.eINSTANCE.createChangeTransition();
        step.setToState(to);
        step.setAt(Instant.parse(at));
        change.getTransitions().add(step);
    }

    /** @return a report of the charter over one year: planned, earned and spent to its end */
    public static VarianceReport report(Charter charter, String planned, String earned, String actual) {
        DerivedFeatures.register(VariancePackage.eNS_URI, (owner, feature) -> new VarianceCalculator()
                .value(owner, feature, Evaluation.of(owner)));
        VarianceReport report = VarianceFactory.eINSTANCE.createVarianceReport();
        report.setKey("VAR-001");
        report.setCharter(charter);
        report.setStatusDate(LocalDate.of(2026, 12, 31));
        ReportPeriod period = VarianceFactory.eINSTANCE.createReportPeriod();
        period.setStartsOn(LocalDate.of(2026, 1, 1));
        period.setEndsOn(LocalDate.of(2026, 12, 31));
        report.getPeriods().add(period);
        VarianceLine line = VarianceFactory.eINSTANCE.createVarianceLine();
        LineFigure figure = VarianceFactory.eINSTANCE.createLineFigure();
        figure.setPeriod(period);
        figure.setPlanned(decimal(planned));
        figure.setEarned(decimal(earned));
        figure.setActual(decimal(actual));
        line.getFigures().add(figure);
        report.getLines().add(line);
        charter.setVarianceReport(report);
        return report;
    }

    /** @return a person */
    public static Person person(String name) {
        Person person = ModelFactory.eINSTANCE.createPerson();
        person.setName(name);
        return person;
    }

    /** @return cash flows of the amounts */
    public static CashFlows flows(String... amounts) {
        return new CashFlows(Arrays.stream(amounts).map(BigDecimal::new).toList());
    }

    /** @return the numbers */
    public static List<BigDecimal> decimals(List<Integer> numbers) {
        return numbers.stream().map(BigDecimal::valueOf).toList();
    }

    /** @return the number; null for null */
    public static BigDecimal decimal(String text) {
        return text == null ? null : new BigDecimal(text);
    }

    private static LocalDate date(String text) {
        return text == null ? null : LocalDate.parse(text);
    }
}
