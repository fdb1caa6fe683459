package org.chartroom.change.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;

import org.chartroom.change.Changes;
import org.chartroom.core.evaluation.Evaluation;
import org.chartroom.model.change.Change;
import org.chartroom.model.change.ChangeClass;
import org.chartroom.model.change.ChangeFactory;
import org.chartroom.model.change.ChangeLog;
import org.chartroom.model.change.ChangeOutcome;
import org.chartroom.model.change.ChangePackage.Literals;
import org.chartroom.model.change.ChangeState;
import org.junit.jupiter.api.Test;

class ChangeNumbersTest {
    private final ChangeLog log = ChangeFactory.eINSTANCE.createChangeLog();
    private final ChangeCalculator calculator = new ChangeCalculator();

    @Test
    void ratesAreCounts() {
        Changes.change(log, ChangeClass.NORMAL, ChangeState.CLOSED).setOutcome(ChangeOutcome.SUCCESSFUL);
        Changes.change(log, ChangeClass.EMERGENCY, ChangeState.CLOSED).setOutcome(ChangeOutcome.FAILED);
        Changes.change(log, ChangeClass.NORMAL, ChangeState.DRAFT);

        assertEquals(Optional.of("1 / 2"),
                calculator.numbers(log, Literals.CHANGE_LOG__SUCCESS_RATE, Evaluation.of(log)));
        assertEquals(Optional.of("1 / 2"),
                calculator.numbers(log, Literals.CHANGE_LOG__EMERGENCY_SHARE, Evaluation.of(log)));
    }

    @Test
    void approvedDaysNameTheirChanges() {
        Change change = Changes.change(log, ChangeClass.NORMAL, ChangeState.AUTHORISED);
        change.setScheduleImpact(3);
        Changes.change(log, ChangeClass.NORMAL, ChangeState.DRAFT).setScheduleImpact(9);

        assertEquals(Optional.of("3 [C-1]"),
                calculator.numbers(log, Literals.CHANGE_LOG__APPROVED_DAYS, Evaluation.of(log)));
    }

    @Test
    void withoutLeadTimesThereIsNothingToSay() {
        assertEquals(Optional.empty(),
                calculator.numbers(log, Literals.CHANGE_LOG__LEAD_TIME_MEDIAN, Evaluation.of(log)));
    }
}
