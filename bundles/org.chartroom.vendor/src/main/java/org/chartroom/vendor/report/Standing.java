package org.chartroom.vendor.report;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.chartroom.core.workspace.ArtifactInfo;
import org.chartroom.core.workspace.EditSession;
import org.chartroom.model.Money;
import org.chartroom.model.vendor.Grade;
import org.chartroom.model.vendor.VendorScorecard;

/**
 * How one vendor stands, taken from its scorecard so that the scorecard itself need not stay loaded.
 *
 * @param id id of the scorecard
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
public record Standing(String id, String key, String vendor, BigDecimal score, Grade grade, BigDecimal trend,
        int breaches,
        LocalDate contractEnd, LocalDate noticeDeadline, Integer daysToNotice, boolean autoRenew, Money annualValue) {

    /**
     * @param scorecard a scorecard
     * @return how its vendor stands
     */
    public static Standing of(VendorScorecard scorecard) {
        String vendor = scorecard.getVendor() != null && scorecard.getVendor().getName() != null
                ? scorecard.getVendor().getName()
                : String.valueOf(scorecard.getTitle());
        return new Standing(scorecard.getId(), scorecard.getKey(), vendor, scorecard.getScore(), scorecard.getGrade(),
                scorecard.getTrend(), scorecard.getBreaches(), scorecard.getContractEnd(),
                scorecard.getNoticeDeadline(), scorecard.getDaysToNotice(), scorecard.isAutoRenew(),
                scorecard.getAnnualValue());
    }

    /**
     * @param scorecard a scorecard
     * @return how its vendor stands, and behind it those of the other scorecards of its workspace
     */
    static List<Standing> all(VendorScorecard scorecard) {
        List<Standing> standings = new ArrayList<>(List.of(of(scorecard)));
        EditSession.of(scorecard).ifPresent(session -> session.artifacts().stream()
                .filter(info -> info.type() == scorecard.eClass() && !info.id().equals(scorecard.getId()))
                .map(ArtifactInfo::id).map(session::artifact).flatMap(Optional::stream)
                .forEach(other -> standings.add(of((VendorScorecard) other))));
        return standings;
    }

    /**
     * @param number a number; may be null
     * @return the number, above zero with its sign
     */
    public static String signed(BigDecimal number) {
        if (number == null) {
            return Messages.notAvailable;
        }
        String text = NumberFormat.getNumberInstance().format(number);
        return number.signum() > 0 ? "+" + text : text;
    }
}
