package org.chartroom.variance;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import org.chartroom.model.Directory;
import org.chartroom.model.change.ChangeLog;
import org.chartroom.model.variance.ReportPeriod;
import org.chartroom.model.variance.VarianceReport;
import org.eclipse.emf.common.notify.Adapter;
import org.eclipse.emf.common.notify.Notification;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.util.EContentAdapter;

/**
 * Keeps the figures of a report until something changes in it or in the directory, whose exchange rates they need: a grid
 * asks for every cell it draws.
 */
final class FiguresCache extends EContentAdapter {
    private ReportFigures figures;
    private ChangeLog log;
    private Directory directory;

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
        if (cache.figures == null || cache.log != now || cache.directory != directory(report)) {
            cache.log = now;
            ReportFigures figures = ReportFigures.at(report, date(report));
            // They may have loaded it.
            cache.follow(directory(report));
            cache.figures = figures;
        }
        return cache.figures;
    }

    /** The directory that is loaded beside the report; null when there is none. */
    private static Directory directory(VarianceReport report) {
        Resource own = report.eResource();
        if (own == null) {
            return null;
        }
        List<Resource> all = own.getResourceSet() == null ? List.of(own) : own.getResourceSet().getResources();
        for (Resource resource : all) {
            for (EObject root : resource.getContents()) {
                if (root instanceof Directory found) {
                    return found;
                }
            }
        }
        return null;
    }

    private void follow(Directory now) {
        if (directory != now) {
            if (directory != null) {
                directory.eAdapters().remove(this);
            }
            if (now != null) {
                now.eAdapters().add(this);
            }
            directory = now;
        }
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
