package org.chartroom.variance;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

import org.chartroom.model.variance.BudgetChange;
import org.chartroom.model.variance.LineFigure;
import org.chartroom.model.variance.ReportPeriod;
import org.chartroom.model.variance.VarianceFactory;
import org.chartroom.model.variance.VarianceLine;
import org.chartroom.model.variance.VarianceReport;

/** Makes reports for tests: months of 2026 and lines with figures in them. */
public final class Reports {
    private Reports() {
    }

    /**
     * @param months number of months from January 2026 on
     * @param statusDate the status date, ISO-8601
     * @return a report without lines
     */
    public static VarianceReport months(int months, String statusDate) {
        VarianceReport report = VarianceFactory.eINSTANCE.createVarianceReport();
        report.setStatusDate(LocalDate.parse(statusDate));
        for (int i = 0; i < months; i++) {
            ReportPeriod period = VarianceFactory.eINSTANCE.createReportPeriod();
            period.setId("period " + i);
            period.setStartsOn(LocalDate.of(2026, 1, 1).plusMonths(i));
            period.setEndsOn(period.getStartsOn().plusMonths(1).minusDays(1));
            report.getPeriods().add(period);
        }
        return report;
    }

    /**
     * @param report a report
     * @param code code of the new line
     * @return the line, added to the report
     */
    public static VarianceLine line(VarianceReport report, String code) {
        VarianceLine line = VarianceFactory.eINSTANCE.createVarianceLine();
        line.setId(UUID.randomUUID().toString());
        line.setCode(code);
        line.setTitle("Line " + code);
        report.getLines().add(line);
        return line;
    }

    /**
     * @param line a line of a report
     * @param month index of the period
     * @param planned planned; null for nothing
     * @param earned earned; null for nothing
     * @param actual actual; null for nothing
     * @return the figure, added to the line
     */
    public static LineFigure figure(VarianceLine line, int month, String planned, String earned, String actual) {
        LineFigure figure = VarianceFactory.eINSTANCE.createLineFigure();
        figure.setId(UUID.randomUUID().toString());
        figure.setPeriod(((VarianceReport) line.eContainer()).getPeriods().get(month));
        figure.setPlanned(decimal(planned));
        figure.setEarned(decimal(earned));
        figure.setActual(decimal(actual));
        line.getFigures().add(figure);
        return figure;
    }

    /**
     * @param line a line
     * @param approvedOn day of approval, ISO-8601; null for none
     * @param amount what it adds
     * @return the change, added to the line
     */
    public static BudgetChange change(VarianceLine line, String approvedOn, String amount) {
        BudgetChange change = VarianceFactory.eINSTANCE.createBudgetChange();
        change.setId(UUID.randomUUID().toString());
        change.setApprovedOn(approvedOn == null ? null : LocalDate.parse(approvedOn));
        change.setAmount(decimal(amount));
        line.getChanges().add(change);
        return change;
    }

    private static BigDecimal decimal(String text) {
        return text == null ? null : new BigDecimal(text);
    }
}
