package org.chartroom.charter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;

import org.chartroom.model.charter.CharterFactory;
import org.chartroom.model.charter.Engagement;
import org.chartroom.model.charter.Quadrant;
import org.chartroom.model.charter.Stakeholder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StakeholdersTest {
    private final Stakeholder stakeholder = CharterFactory.eINSTANCE.createStakeholder();

    @ParameterizedTest
    @CsvSource({"5,5,MANAGE_CLOSELY", "3,3,MANAGE_CLOSELY", "3,2,KEEP_SATISFIED", "5,1,KEEP_SATISFIED",
            "2,3,KEEP_INFORMED", "1,5,KEEP_INFORMED", "2,2,MONITOR", "1,1,MONITOR"})
    void power_and_interest_are_high_from_three_on(int power, int interest, Quadrant quadrant) {
        stakeholder.setPower(power);
        stakeholder.setInterest(interest);
        assertEquals(Optional.of(quadrant), Stakeholders.quadrant(stakeholder));
    }

    @Test
    void without_power_or_interest_there_is_no_quadrant() {
        assertEquals(Optional.empty(), Stakeholders.quadrant(stakeholder));
        stakeholder.setPower(3);
        assertEquals(Optional.empty(), Stakeholders.quadrant(stakeholder));
    }

    @ParameterizedTest
    @CsvSource({"UNAWARE,LEADING,4", "RESISTANT,SUPPORTIVE,2", "NEUTRAL,NEUTRAL,0", "LEADING,UNAWARE,-4"})
    void the_gap_counts_the_steps_to_the_desired_engagement(Engagement now, Engagement desired, int gap) {
        stakeholder.setCurrentEngagement(now);
        stakeholder.setDesiredEngagement(desired);
        assertEquals(gap, Stakeholders.gap(stakeholder));
    }
}
