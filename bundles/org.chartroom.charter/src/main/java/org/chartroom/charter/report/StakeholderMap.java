package org.chartroom.charter.report;

import java.util.List;
import java.util.Optional;

import org.chartroom.chart.Placement;
import org.chartroom.chart.Placement.Spot;
import org.chartroom.chart.Tone;
import org.chartroom.charter.Stakeholders;
import org.chartroom.core.type.ValueTexts;
import org.chartroom.model.charter.Charter;
import org.chartroom.model.charter.CharterPackage.Literals;
import org.chartroom.model.charter.Stakeholder;

/** The stakeholders of a charter on a map of power and interest. */
public final class StakeholderMap {
    private static final int SERIOUS_GAP = 2;

    private StakeholderMap() {
    }

    /**
     * @param charter a charter
     * @return the map; stakeholders without power or interest are not on it
     */
    public static Placement of(Charter charter) {
        List<Spot> spots = charter.getStakeholders().stream().map(StakeholderMap::spot).flatMap(Optional::stream)
                .toList();
        return new Placement(spots, Stakeholders.STEPS, Stakeholders.HIGH_FROM, Messages.interest, Messages.power,
                List.of(Messages.keepSatisfied, Messages.manageClosely, Messages.monitor, Messages.keepInformed));
    }

    private static Optional<Spot> spot(Stakeholder stakeholder) {
        return Stakeholders.quadrant(stakeholder).map(quadrant -> {
            int gap = Stakeholders.gap(stakeholder);
            String name = name(stakeholder);
            return new Spot(gap > 0 ? "\u25B2" + gap + " " + name : name, stakeholder.getInterest(),
                    stakeholder.getPower(),
                    Messages.bind(Messages.spotTip, new Object[]{name, stakeholder.getPower(),
                            stakeholder.getInterest(), Words.label(Literals.QUADRANT, quadrant),
                            Words.label(Literals.ENGAGEMENT, stakeholder.getCurrentEngagement()),
                            Words.label(Literals.ENGAGEMENT, stakeholder.getDesiredEngagement())}),
                    gap >= SERIOUS_GAP ? Tone.BAD : gap > 0 ? Tone.WATCH : Tone.GOOD, stakeholder);
        });
    }

    private static String name(Stakeholder stakeholder) {
        if (stakeholder.getPerson() != null) {
            return ValueTexts.name(stakeholder.getPerson());
        }
        return stakeholder.getRole() == null ? Messages.nobody : stakeholder.getRole();
    }
}
