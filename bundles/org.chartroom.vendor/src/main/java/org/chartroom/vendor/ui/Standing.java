package org.chartroom.vendor.ui;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.chartroom.core.workspace.ArtifactInfo;
import org.chartroom.core.workspace.EditSession;
import org.chartroom.core.workspace.Workspace;
import org.chartroom.model.Money;
import org.chartroom.model.vendor.Grade;
import org.chartroom.model.vendor.VendorPackage;
import org.chartroom.model.vendor.VendorScorecard;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Display;

/**
 * How one vendor stands, taken from its scorecard so that the scorecard itself need not stay loaded.
 *
 * @param key key of the scorecard
 * @param vendor who it is
 * @param score score of the latest period; null when nothing was measured
 * @param grade its grade; null when nothing was measured
 * @param trend points a period; null with fewer than two scores
 * @param breaches breaches in twelve months
 * @param contractEnd last day of the contract; null when it is not known
 * @param noticeDeadline last day to give notice; null when it is not known
 * @param daysToNotice days to that day; null when it is not known
 * @param autoRenew whether the contract goes on by itself
 * @param annualValue what it costs a year; null when it is not known
 */
record Standing(String key, String vendor, BigDecimal score, Grade grade, BigDecimal trend, int breaches,
        LocalDate contractEnd, LocalDate noticeDeadline, Integer daysToNotice, boolean autoRenew, Money annualValue) {

    static Standing of(VendorScorecard scorecard) {
        String vendor = scorecard.getVendor() != null && scorecard.getVendor().getName() != null
                ? scorecard.getVendor().getName()
                : String.valueOf(scorecard.getTitle());
        return new Standing(scorecard.getKey(), vendor, scorecard.getScore(), scorecard.getGrade(),
                scorecard.getTrend(), scorecard.getBreaches(), scorecard.getContractEnd(),
                scorecard.getNoticeDeadline(), scorecard.getDaysToNotice(), scorecard.isAutoRenew(),
                scorecard.getAnnualValue());
    }

    /** Reads all scorecards of the workspace but one, beside the user interface, and hands them over in it. */
    static Job ofOthers(Workspace workspace, String exceptId, Display display, Consumer<List<Standing>> consumer) {
        Job job = Job.createSystem(Messages.ranking, (IProgressMonitor monitor) -> {
            List<Standing> found = new ArrayList<>();
            try (EditSession session = workspace.openSession()) {
                for (ArtifactInfo artifact : workspace.artifacts()) {
                    if (artifact.type() == VendorPackage.Literals.VENDOR_SCORECARD
                            && !artifact.id().equals(exceptId) && !monitor.isCanceled()) {
                        session.artifact(artifact.id()).ifPresent(other -> found.add(of((VendorScorecard) other)));
                    }
                }
            }
            if (!monitor.isCanceled() && !display.isDisposed()) {
                display.asyncExec(() -> consumer.accept(found));
            }
        });
        job.schedule();
        return job;
    }

    static String signed(BigDecimal number) {
        if (number == null) {
            return Messages.notAvailable;
        }
        String text = NumberFormat.getNumberInstance().format(number);
        return number.signum() > 0 ? "+" + text : text;
    }
}
