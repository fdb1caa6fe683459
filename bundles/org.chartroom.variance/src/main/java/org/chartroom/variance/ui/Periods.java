package org.chartroom.variance.ui;

import static org.chartroom.model.variance.VariancePackage.Literals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.chartroom.model.Element;
import org.chartroom.model.variance.LineFigure;
import org.chartroom.model.variance.PeriodType;
import org.chartroom.model.variance.ReportPeriod;
import org.chartroom.model.variance.VarianceFactory;
import org.chartroom.model.variance.VarianceLine;
import org.chartroom.model.variance.VarianceReport;
import org.chartroom.ui.forms.grid.PeriodColumn;
import org.chartroom.variance.ReportFigures;
import org.eclipse.emf.common.command.Command;
import org.eclipse.emf.common.command.CompoundCommand;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.edit.command.AddCommand;
import org.eclipse.emf.edit.command.RemoveCommand;
import org.eclipse.emf.edit.domain.EditingDomain;

/** Makes and removes the periods of a report, and finds what a line has in one of them. */
final class Periods {
    private static final int MONTHS_OF_A_QUARTER = 3;

    private Periods() {
    }

    /** @return the next periods after the last one; the first is the one of a day */
    static List<ReportPeriod> next(VarianceReport report, int count, LocalDate first) {
        int months = report.getPeriodType() == PeriodType.QUARTER ? MONTHS_OF_A_QUARTER : 1;
        LocalDate start = report.getPeriods().stream().map(ReportPeriod::getEndsOn).filter(Objects::nonNull)
                .max(Comparator.naturalOrder()).map(end -> end.plusDays(1)).orElse(startOf(first, months));
        List<ReportPeriod> periods = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ReportPeriod period = VarianceFactory.eINSTANCE.createReportPeriod();
            period.setId(UUID.randomUUID().toString());
            period.setStartsOn(start);
            start = start.plusMonths(months);
            period.setEndsOn(start.minusDays(1));
            periods.add(period);
        }
        return periods;
    }

    private static LocalDate startOf(LocalDate day, int months) {
        return day.withDayOfMonth(1).minusMonths((day.getMonthValue() - 1L) % months);
    }

    static Command add(EditingDomain domain, VarianceReport report, List<ReportPeriod> periods) {
        return AddCommand.create(domain, report, Literals.VARIANCE_REPORT__PERIODS, periods);
    }

    /** @return the figures that lines have in a period */
    static List<LineFigure> figures(VarianceReport report, ReportPeriod period) {
        return report.getLines().stream().flatMap(line -> line.getFigures().stream())
                .filter(figure -> figure.getPeriod() == period).toList();
    }

    /** Removes a period together with what the lines have in it. */
    static Command remove(EditingDomain domain, VarianceReport report, ReportPeriod period) {
        CompoundCommand all = new CompoundCommand(Messages.deletePeriod);
        figures(report, period).forEach(figure -> all.append(
                RemoveCommand.create(domain, figure.eContainer(), Literals.VARIANCE_LINE__FIGURES, figure)));
        all.append(RemoveCommand.create(domain, report, Literals.VARIANCE_REPORT__PERIODS, period));
        return all;
    }

    /** What the lines of a report have in one period; a line that sums up others has their sum. */
    record Cells(ReportPeriod period) implements PeriodColumn.Cells {
        @Override
        public EReference list() {
            return Literals.VARIANCE_LINE__FIGURES;
        }

        @Override
        public Element find(Element row) {
            for (LineFigure figure : ((VarianceLine) row).getFigures()) {
                if (figure.getPeriod() == period) {
                    return figure;
                }
            }
            return null;
        }

        @Override
        public Element create(Element row) {
            LineFigure figure = VarianceFactory.eINSTANCE.createLineFigure();
            figure.setId(UUID.randomUUID().toString());
            figure.setPeriod(period);
            return figure;
        }

        @Override
        public boolean isEntered(Element row) {
            return !(row.eContainer() instanceof VarianceReport report)
                    || !ReportFigures.of(report).isSubtotal((VarianceLine) row);
        }

        @Override
        public Object computed(Element row, EStructuralFeature feature) {
            return feature == Literals.LINE_FIGURE__PERCENT_COMPLETE
                    ? null
                    : ReportFigures.of((VarianceReport) row.eContainer()).sum((VarianceLine) row, period,
                            (EAttribute) feature);
        }
    }
}
