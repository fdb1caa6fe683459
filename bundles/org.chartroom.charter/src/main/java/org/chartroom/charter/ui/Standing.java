package org.chartroom.charter.ui;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.chartroom.charter.Prioritisation;
import org.chartroom.charter.Prioritisation.Weights;
import org.chartroom.model.Money;
import org.chartroom.model.charter.Charter;
import org.chartroom.model.charter.CharterPriority;
import org.chartroom.model.charter.Health;
import org.chartroom.ui.forms.field.FieldFormat;

/**
 * How one charter stands beside others, taken from it so that the charter itself need not stay loaded.
 *
 * @param id id of the charter
 * @param key its key
 * @param title its title
 * @param priority how urgent it is
 * @param health how it stands
 * @param scores the scores for strategic alignment, impact, resources and timeline; null where one is not given
 * @param budget its total budget; null when there is none
 * @param npv its net present value; null when it can't be computed
 */
record Standing(String id, String key, String title, CharterPriority priority, Health health, List<Integer> scores,
        Money budget, Money npv) {
    Standing {
        scores = Collections.unmodifiableList(new ArrayList<>(scores));
    }

    static Standing of(Charter charter) {
        return new Standing(charter.getId(), charter.getKey(),
                charter.getTitle() == null ? FieldFormat.name(charter) : charter.getTitle(), charter.getPriority(),
                charter.getHealth(), Prioritisation.scores(charter), charter.getTotalBudget(), charter.getNpv());
    }

    Optional<BigDecimal> score(Weights weights) {
        return Prioritisation.score(scores, weights);
    }
}
