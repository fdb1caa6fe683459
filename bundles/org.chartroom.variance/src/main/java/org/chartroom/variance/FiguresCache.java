package org.chartroom.variance;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;

import org.chartroom.model.change.ChangeLog;
import org.chartroom.model.variance.ReportPeriod;
import org.chartroom.model.variance.VarianceReport;
import org.eclipse.emf.common.notify.Adapter;
import org.eclipse.emf.common.notify.Notification;
import org.eclipse.emf.ecore.util.EContentAdapter;

/** Keeps the figures of a report until something in it changes: a grid asks for every cell it draws. */
final class FiguresCache extends EContentAdapter {
    private ReportFigures figures;
    private ChangeLog log;

    static ReportFigures of(VarianceReport report) {
        FiguresCache cache = null;
        for (Adapter adapter : report.eAdapters()) {
            if (adapter instanceof FiguresCache found) {
                cache = found;
            }
        }
        if (cache == null) {
            cache = new FiguresCache();
            report.eAdapters().add(cache);
        }
        // The log is another artifact: when it was changed, it is there as another object.
        ChangeLog now = log(report);
        if (cache.figures == null || cache.log != now) {
            cache.log = now;
            cache.figures = ReportFigures.at(report, date(report));
        }
        return cache.figures;
    }

    private static ChangeLog log(VarianceReport report) {
        return report.getCharter() == null ? null : report.getCharter().getChangeLog();
    }

    private static LocalDate date(VarianceReport report) {
        return report.getStatusDate() != null
                ? report.getStatusDate()
                : report.getPeriods().stream().map(ReportPeriod::getEndsOn).filter(Objects::nonNull)
                        .max(Comparator.naturalOrder()).orElse(LocalDate.EPOCH);
    }

    @Override
    public void notifyChanged(Notification notification) {
        super.notifyChanged(notification);
        if (!notification.isTouch()) {
            figures = null;
        }
    }

}
