package org.chartroom.variance.ui;

import static org.chartroom.model.variance.VariancePackage.Literals;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.chartroom.core.type.FormulaText;
import org.chartroom.model.Element;
import org.chartroom.model.variance.LineFigure;
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
    private Periods() {
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
        public String numbers(Element row, EStructuralFeature feature) {
            ReportFigures figures = ReportFigures.of((VarianceReport) row.eContainer());
            FormulaText text = new FormulaText();
            List<String> terms = new ArrayList<>();
            for (VarianceLine line : figures.children((VarianceLine) row)) {
                BigDecimal amount = figures.sum(line, period, (EAttribute) feature);
                if (amount != null) {
                    terms.add(text.of(amount) + " [" + (line.getCode() == null ? line.getKey() : line.getCode()) + "]");
                }
            }
            return terms.isEmpty() ? null : text.sum(terms);
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
