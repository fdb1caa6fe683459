package org.chartroom.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import org.chartroom.change.ChangeStatistics.Collision;
import org.chartroom.core.money.MoneySum;
import org.chartroom.model.Directory;
import org.chartroom.model.ExchangeRate;
import org.chartroom.model.ModelFactory;
import org.chartroom.model.Money;
import org.chartroom.model.change.Change;
import org.chartroom.model.change.ChangeClass;
import org.chartroom.model.change.ChangeFactory;
import org.chartroom.model.change.ChangeLog;
import org.chartroom.model.change.ChangeOutcome;
import org.chartroom.model.change.ChangeState;
import org.chartroom.model.charter.CharterFactory;
import org.chartroom.model.charter.Deliverable;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.resource.impl.ResourceImpl;
import org.junit.jupiter.api.Test;

class ChangeStatisticsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);

    private final ChangeLog log = ChangeFactory.eINSTANCE.createChangeLog();

    @Test
    void emptyLogHasNoShareAndNoLeadTime() {
        assertEquals(Optional.empty(), ChangeStatistics.successRate(List.of()));
        assertEquals(Optional.empty(), ChangeStatistics.emergencyShare(List.of()));
        assertEquals(Optional.empty(), ChangeStatistics.leadTimeMedian(List.of()));
        assertEquals(Optional.empty(), ChangeStatistics.leadTimeP90(List.of()));
        assertEquals(List.of(), ChangeStatistics.collisions(List.of()));
        assertEquals(Optional.empty(), ChangeStatistics.approvedCost(log, TODAY));
    }

    @Test
    void approvedCostOverCurrenciesIsInThatOfTheLogByTheRateOfTheDirectory() {
        cost(ChangeState.AUTHORISED, "25 USD", 0);
        cost(ChangeState.AUTHORISED, "100 EUR", 0);
        cost(ChangeState.CLOSED, "-30.50 EUR", 0);
        rate(log, "EUR", "USD", "1.25", TODAY);

        assertEquals(Optional.of(Money.valueOf("89.50 EUR")),
                ChangeStatistics.approvedCost(log, TODAY).orElseThrow().complete());
    }

    @Test
    void successRateCountsChangesWithAnOutcomeOnly() {
        outcome(ChangeOutcome.SUCCESSFUL);
        outcome(ChangeOutcome.SUCCESSFUL);
        outcome(ChangeOutcome.BACKED_OUT);
        outcome(ChangeOutcome.NONE);

        assertEquals(Optional.of(new BigDecimal("0.6667")), ChangeStatistics.successRate(log.getChanges()));
    }

    @Test
    void emergencyShareLeavesDraftsOut() {
        Changes.change(log, ChangeClass.EMERGENCY, ChangeState.DRAFT);
        Changes.change(log, ChangeClass.EMERGENCY, ChangeState.CLOSED);
        Changes.change(log, ChangeClass.NORMAL, ChangeState.SUBMITTED);

        assertEquals(Optional.of(new BigDecimal("0.5000")), ChangeStatistics.emergencyShare(log.getChanges()));
    }

    @Test
    void draftThatWasCancelledIsNoChangeOfTheEmergencyShare() {
        Changes.change(log, ChangeClass.EMERGENCY, ChangeState.SUBMITTED);
        Change cancelled = Changes.change(log, ChangeClass.NORMAL, ChangeState.CANCELLED);
        Changes.reached(cancelled, ChangeState.CANCELLED, "2026-11-01T08:00:00Z");

        assertEquals(Optional.of(new BigDecimal("1.0000")), ChangeStatistics.emergencyShare(log.getChanges()));
    }

    @Test
    void medianIsRoundedOnce() {
        // 432 s and 1,296 s: 0.005 and 0.015 days; rounded before their mean is taken it would be 0.02.
        for (String end : List.of("2026-11-01T00:07:12Z", "2026-11-01T00:21:36Z")) {
            Change change = Changes.change(log, ChangeClass.NORMAL, ChangeState.IMPLEMENTED);
            Changes.reached(change, ChangeState.SUBMITTED, "2026-11-01T00:00:00Z");
            Changes.reached(change, ChangeState.IMPLEMENTED, end);
        }

        assertEquals(Optional.of(new BigDecimal("0.01")), ChangeStatistics.leadTimeMedian(log.getChanges()));
    }

    @Test
    void medianOfAnEvenNumberIsTheMeanOfTheMiddleTwo() {
        for (int days : new int[]{10, 1, 4, 2}) {
            lead(days);
        }

        assertEquals(Optional.of(new BigDecimal("3.00")), ChangeStatistics.leadTimeMedian(log.getChanges()));
        assertEquals(Optional.of(new BigDecimal("10.00")), ChangeStatistics.leadTimeP90(log.getChanges()));
    }

    @Test
    void ninetiethPercentileOfTenIsTheNinth() {
        for (int days = 1; days <= 10; days++) {
            lead(days);
        }

        assertEquals(Optional.of(new BigDecimal("9.00")), ChangeStatistics.leadTimeP90(log.getChanges()));
    }

    @Test
    void changeThatWasNeverSubmittedHasNoLeadTime() {
        Change change = Changes.change(log, ChangeClass.STANDARD, ChangeState.IMPLEMENTED);
        Changes.reached(change, ChangeState.IMPLEMENTED, "2026-11-03T10:00:00Z");

        assertEquals(Optional.empty(), ChangeStatistics.leadTime(change));
    }

    @Test
    void overlappingWindowsOnASharedServiceCollide() {
        Change first = planned("2026-11-05T20:00:00Z", "2026-11-05T22:00:00Z", "Record ");
        Change second = planned("2026-11-05T21:00:00Z", "2026-11-05T23:00:00Z", "record");
        planned("2026-11-05T21:00:00Z", "2026-11-05T23:00:00Z", "mail");

        assertEquals(List.of(new Collision(first, second, Set.of("record"))),
                ChangeStatistics.collisions(log.getChanges()));
    }

    @Test
    void windowMayBeginWhenAnotherEnds() {
        planned("2026-11-05T20:00:00Z", "2026-11-05T22:00:00Z", "record");
        planned("2026-11-05T22:00:00Z", "2026-11-05T23:00:00Z", "record");

        assertEquals(List.of(), ChangeStatistics.collisions(log.getChanges()));
    }

    @Test
    void changesThatAreOverCollideNoMore() {
        planned("2026-11-05T20:00:00Z", "2026-11-05T22:00:00Z", "record").setState(ChangeState.CANCELLED);
        planned("2026-11-05T20:00:00Z", "2026-11-05T22:00:00Z", "record");

        assertEquals(List.of(), ChangeStatistics.collisions(log.getChanges()));
    }

    private static Deliverable deliverable(String title) {
        Deliverable deliverable = CharterFactory.eINSTANCE.createDeliverable();
        deliverable.setKey("D-001");
        deliverable.setTitle(title);
        return deliverable;
    }

    private List<Set<String>> shared() {
        return ChangeStatistics.collisions(log.getChanges()).stream().map(Collision::shared).toList();
    }

    @Test
    void deliverableThatBothReferToIsACollisionAndOneOfTheSameTitleIsNot() {
        Change first = planned("2026-11-05T20:00:00Z", "2026-11-05T22:00:00Z", "a");
        Change second = planned("2026-11-05T21:00:00Z", "2026-11-05T23:00:00Z", "b");
        Deliverable training = deliverable("Training");
        first.getAffectedDeliverables().add(training);
        second.getAffectedDeliverables().add(deliverable("Training"));
        assertEquals(List.of(), shared());

        second.getAffectedDeliverables().add(training);

        assertEquals(List.of(Set.of("D-001 Training")), shared());
    }

    @Test
    void nameOfADeliverableCollidesWithAReferenceToIt() {
        Change first = planned("2026-11-05T20:00:00Z", "2026-11-05T22:00:00Z", "a");
        first.getAffectedDeliverables().add(deliverable("Training"));
        planned("2026-11-05T21:00:00Z", "2026-11-05T23:00:00Z", "b").getDeliverables().add("training ");

        assertEquals(List.of(Set.of("training")), shared());
    }

    @Test
    void overdueIsWhatIsOpenAfterItsWindow() {
        Change change = planned("2026-11-05T20:00:00Z", "2026-11-05T22:00:00Z", "record");

        assertTrue(ChangeStatistics.isOverdue(change, Instant.parse("2026-11-05T22:00:01Z")));
        assertTrue(!ChangeStatistics.isOverdue(change, Instant.parse("2026-11-05T22:00:00Z")));
        change.setState(ChangeState.IMPLEMENTED);
        assertTrue(!ChangeStatistics.isOverdue(change, Instant.parse("2026-12-05T22:00:00Z")));
    }

    @Test
    void approvedCostOverCurrenciesIsRefusedWithoutARate() {
        cost(ChangeState.AUTHORISED, "100 EUR", 5);
        cost(ChangeState.CLOSED, "-30.50 EUR", -1);
        cost(ChangeState.SCHEDULED, "7 USD", 0);
        cost(ChangeState.ASSESSED, "1000 EUR", 99);
        cost(ChangeState.REJECTED, "1000 EUR", 99);

        MoneySum sum = ChangeStatistics.approvedCost(log, TODAY).orElseThrow();
        assertEquals(Optional.empty(), sum.complete());
        assertTrue(sum.warning().orElseThrow().startsWith("1 amount in USD not included: no rate USD/EUR on "));
        assertEquals(4, ChangeStatistics.approvedDays(log.getChanges()));
    }

    @Property
    void medianNeverExceedsTheNinetiethPercentile(@ForAll @NotEmpty List<@IntRange(max = 400) Integer> days) {
        ChangeLog some = ChangeFactory.eINSTANCE.createChangeLog();
        days.forEach(length -> lead(some, length));

        assertTrue(ChangeStatistics.leadTimeMedian(some.getChanges()).orElseThrow()
                .compareTo(ChangeStatistics.leadTimeP90(some.getChanges()).orElseThrow()) <= 0);
    }

    @Property(tries = 200)
    void orderOfChangesNeverChangesTheCollisions(
            @ForAll @Size(max = 12) List<@IntRange(min = 0, max = 40) Integer> starts, @ForAll long seed) {
        ChangeLog some = ChangeFactory.eINSTANCE.createChangeLog();
        for (int start : starts) {
            Change change = Changes.change(some, ChangeClass.NORMAL, ChangeState.SCHEDULED);
            Instant from = Instant.EPOCH.plusSeconds(start);
            Changes.plan(change, from.toString(), from.plusSeconds(1 + start % 7).toString(), "s" + start % 3);
        }
        List<Change> shuffled = new ArrayList<>(some.getChanges());
        Collections.shuffle(shuffled, new Random(seed));

        assertEquals(pairs(some.getChanges()), pairs(shuffled));
    }

    private static Set<Set<Change>> pairs(List<Change> changes) {
        Set<Set<Change>> pairs = new HashSet<>();
        ChangeStatistics.collisions(changes)
                .forEach(collision -> pairs.add(Set.of(collision.first(), collision.second())));
        return pairs;
    }

    private void outcome(ChangeOutcome outcome) {
        Changes.change(log, ChangeClass.NORMAL, ChangeState.IMPLEMENTED).setOutcome(outcome);
    }

    private void lead(int days) {
        lead(log, days);
    }

    private static void lead(ChangeLog log, int days) {
        Change change = Changes.change(log, ChangeClass.NORMAL, ChangeState.IMPLEMENTED);
        Instant submitted = Instant.parse("2026-01-01T00:00:00Z");
        Changes.reached(change, ChangeState.SUBMITTED, submitted.toString());
        Changes.reached(change, ChangeState.IMPLEMENTED, submitted.plusSeconds(86_400L * days).toString());
    }

    private Change planned(String from, String to, String service) {
        Change change = Changes.change(log, ChangeClass.NORMAL, ChangeState.SCHEDULED);
        Changes.plan(change, from, to, service);
        return change;
    }

    private void cost(ChangeState state, String cost, int days) {
        Change change = Changes.change(log, ChangeClass.NORMAL, state);
        change.setCostImpact(Money.valueOf(cost));
        change.setScheduleImpact(days);
    }

    private static void rate(EObject artifact, String from, String to, String rate, LocalDate day) {
        ExchangeRate added = ModelFactory.eINSTANCE.createExchangeRate();
        added.setFromCurrency(from);
        added.setToCurrency(to);
        added.setRate(new BigDecimal(rate));
        added.setValidFrom(day);
        Directory directory = ModelFactory.eINSTANCE.createDirectory();
        directory.getRates().add(added);
        // As in a model file: the directory stands beside the artifact.
        new ResourceImpl().getContents().addAll(List.of(directory, artifact));
    }
}
