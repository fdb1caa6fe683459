package org.chartroom.charter.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.chartroom.chart.LineStyle;
import org.chartroom.chart.SplitBars;
import org.chartroom.chart.SplitBars.Part;
import org.chartroom.chart.TimeCurves;
import org.chartroom.chart.TimeCurves.At;
import org.chartroom.chart.TimeCurves.Line;
import org.chartroom.chart.Tone;
import org.chartroom.charter.BusinessCase;
import org.chartroom.model.charter.Charter;

/** Benefits and costs of a business case over the years. */
public final class CashFlow {
    private CashFlow() {
    }

    /**
     * @param charter a charter
     * @return benefit and cost of each planned year, beside each other; empty without years
     */
    public static Optional<SplitBars> years(Charter charter) {
        BusinessCase planned = BusinessCase.planned(charter);
        return planned.years().isEmpty()
                ? Optional.empty()
                : Optional.of(new SplitBars(parts(planned), currency(charter), false));
    }

    /**
     * @param charter a charter
     * @return what has come back so far, year by year, as planned and, where it differs, as expected now; empty without
     *         years
     */
    public static Optional<TimeCurves> net(Charter charter) {
        List<At> planned = points(BusinessCase.planned(charter));
        if (planned.isEmpty()) {
            return Optional.empty();
        }
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(Messages.cumulative, Tone.PLAN, LineStyle.SOLID, planned, ""));
        List<At> now = points(BusinessCase.expected(charter));
        if (!now.equals(planned)) {
            lines.add(new Line(Messages.cumulativeNow, Tone.WATCH, LineStyle.DASHED, now, ""));
        }
        lines.add(new Line(Messages.even, Tone.QUIET, LineStyle.DOTTED,
                List.of(new At(planned.get(0).day(), BigDecimal.ZERO),
                        new At(planned.get(planned.size() - 1).day(), BigDecimal.ZERO)),
                ""));
        return Optional.of(new TimeCurves(lines, Optional.empty(), currency(charter)));
    }

    private static String currency(Charter charter) {
        return charter.getCurrency() == null ? "" : charter.getCurrency();
    }

    private static List<Part> parts(BusinessCase planned) {
        List<Part> parts = new ArrayList<>();
        for (int year : planned.years()) {
            parts.add(new Part(String.valueOf(year), Messages.benefit, Tone.GOOD, planned.benefit(year)));
            parts.add(new Part(String.valueOf(year), Messages.cost, Tone.WATCH, planned.cost(year)));
        }
        return parts;
    }

    /** Year 0 lies at its beginning: its money is paid then. */
    private static List<At> points(BusinessCase figures) {
        List<At> points = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (int year : figures.years()) {
            sum = sum.add(figures.benefit(year)).subtract(figures.cost(year));
            points.add(new At(LocalDate.of(year, 1, 1), sum));
        }
        return points;
    }
}
