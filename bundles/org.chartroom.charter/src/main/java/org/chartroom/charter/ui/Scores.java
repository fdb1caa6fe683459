package org.chartroom.charter.ui;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import org.chartroom.charter.Prioritisation;
import org.chartroom.charter.Prioritisation.Weights;

/** The priority score with the numbers that lead to it. */
final class Scores {
    private Scores() {
    }

    static String formula(List<Integer> scores, Weights weights) {
        List<String> terms = new ArrayList<>();
        BigDecimal total = BigDecimal.ZERO;
        for (int i = 0; i < scores.size(); i++) {
            if (scores.get(i) != null) {
                BigDecimal weight = weights.all().get(i);
                terms.add(Amounts.number(weight) + " \u00D7 " + scores.get(i));
                total = total.add(weight);
            }
        }
        BigDecimal weighed = total;
        return Prioritisation.score(scores, weights)
                .map(score -> Messages.bind(Messages.scoreTip, new Object[]{String.join(" + ", terms),
                        Amounts.number(weighed), Amounts.number(score)}))
                .orElse(Messages.noScore);
    }
}
