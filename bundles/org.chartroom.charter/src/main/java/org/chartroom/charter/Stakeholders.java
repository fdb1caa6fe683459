package org.chartroom.charter;

import java.util.Optional;

import org.chartroom.model.charter.Quadrant;
import org.chartroom.model.charter.Stakeholder;

/** Where stakeholders stand, and what is to be done about them. */
public final class Stakeholders {
    /** From this step on power or interest is high. */
    public static final int HIGH_FROM = 3;

    /** Power and interest go from 1 to this step. */
    public static final int STEPS = 5;

    private Stakeholders() {
    }

    /**
     * @param stakeholder a stakeholder
     * @return what to do, by power and interest (Mendelow, Environmental Scanning, 1991); empty unless both are given
     */
    public static Optional<Quadrant> quadrant(Stakeholder stakeholder) {
        return stakeholder.getPower() == null || stakeholder.getInterest() == null
                ? Optional.empty()
                : Optional.of(quadrant(stakeholder.getPower(), stakeholder.getInterest()));
    }

    /**
     * @param power power, 1 to 5
     * @param interest interest, 1 to 5
     * @return what to do
     */
    public static Quadrant quadrant(int power, int interest) {
        if (power >= HIGH_FROM) {
            return interest >= HIGH_FROM ? Quadrant.MANAGE_CLOSELY : Quadrant.KEEP_SATISFIED;
        }
        return interest >= HIGH_FROM ? Quadrant.KEEP_INFORMED : Quadrant.MONITOR;
    }

    /**
     * @param stakeholder a stakeholder
     * @return steps from the current to the desired engagement, -4 to 4, in the order unaware, resistant, neutral,
     *         supportive, leading; above zero there is something to do
     */
    public static int gap(Stakeholder stakeholder) {
        return stakeholder.getDesiredEngagement().getValue() - stakeholder.getCurrentEngagement().getValue();
    }
}
