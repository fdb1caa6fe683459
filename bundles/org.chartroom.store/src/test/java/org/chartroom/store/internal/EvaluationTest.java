package org.chartroom.store.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import org.chartroom.core.evaluation.Evaluation;
import org.chartroom.core.internal.workspace.DefaultWorkspaces;
import org.chartroom.core.workspace.EditSession;
import org.chartroom.core.workspace.OpenMode;
import org.chartroom.core.workspace.Workspace;
import org.chartroom.model.ExchangeRate;
import org.chartroom.model.ModelFactory;
import org.chartroom.model.ModelPackage;
import org.chartroom.model.Money;
import org.chartroom.model.risk.RiskPackage;
import org.chartroom.model.risk.RiskRegister;
import org.eclipse.emf.edit.command.SetCommand;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is computed with for the objects of sessions. */
class EvaluationTest {
    private static final Instant FIRST_DAY = Instant.parse("2026-03-01T12:00:00Z");
    private static final ZoneId ZONE = ZoneId.systemDefault();

    @TempDir
    Path folder;

    private final MovingClock clock = new MovingClock(FIRST_DAY);
    private final AtomicInteger computed = new AtomicInteger();
    private Workspace workspace;
    private EditSession session;
    private RiskRegister register;

    @BeforeEach
    void commitOnTheFirstDay() {
        workspace = new DefaultWorkspaces(new H2StoreProvider(clock)).open(folder, OpenMode.CREATE, "Ada");
        session = workspace.openSession();
        register = session.create(RiskPackage.Literals.RISK_REGISTER, "RSK", "First day");
        session.commit("day 1");
    }

    @AfterEach
    void close() {
        session.close();
        workspace.close();
    }

    private int count() {
        return session.evaluation().once(register, "count", computed::incrementAndGet);
    }

    private void setTitle(String title) {
        session.editingDomain().getCommandStack().execute(
                SetCommand.create(session.editingDomain(), register, ModelPackage.Literals.SUBJECT__TITLE, title));
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, ZONE);
    }

    @Test
    void an_object_is_computed_with_the_evaluation_of_its_session() {
        assertSame(session.evaluation(), Evaluation.of(register));
        assertEquals(Optional.of(session), Evaluation.of(register).session());
    }

    @Test
    void a_value_is_computed_once_until_something_changes() {
        assertEquals(1, count());
        assertEquals(1, count());

        setTitle("Other");
        assertEquals(2, count());
        assertEquals(2, count());

        session.editingDomain().getCommandStack().undo();
        assertEquals(3, count());
    }

    @Test
    void a_value_may_be_null_and_is_computed_once_all_the_same() {
        for (int i = 0; i < 2; i++) {
            String nothing = session.evaluation().once(register, "null", () -> {
                computed.incrementAndGet();
                return null;
            });
            assertNull(nothing);
        }
        assertEquals(1, computed.get());
    }

    @Test
    void a_value_that_was_asked_for_before_a_change_and_comes_after_it_is_not_kept() {
        String before = session.evaluation().once(register, "title", () -> {
            String title = register.getTitle();
            setTitle("Other");
            return title;
        });

        assertEquals("First day", before);
        assertEquals("Other", session.evaluation().once(register, "title", register::getTitle));
    }

    @Test
    void a_commit_of_others_ends_the_pass() {
        count();
        try (EditSession other = workspace.openSession()) {
            other.create(RiskPackage.Literals.RISK_REGISTER, "RSK", "Of others");
            other.commit("");
        }

        assertEquals(2, count());
    }

    @Test
    void own_commits_end_the_pass_too() {
        setTitle("Other");
        count();

        session.commit("");

        assertEquals(2, count());
    }

    @Test
    void what_is_no_part_of_the_model_ends_the_pass_when_it_is_said() {
        count();

        session.evaluation().forget();

        assertEquals(2, count());
    }

    @Test
    void the_moment_stands_still_for_a_pass_and_goes_on_after_a_minute() {
        count();
        Instant begun = session.evaluation().now();
        clock.moveBy(Duration.ofSeconds(59));
        assertEquals(begun, session.evaluation().now());
        assertEquals(1, count());

        clock.moveBy(Duration.ofSeconds(1));
        assertEquals(begun.plusSeconds(60), session.evaluation().now());
        assertEquals(2, count());
    }

    @Test
    void the_day_changes_while_a_session_is_open() {
        assertEquals(day(FIRST_DAY), session.evaluation().today());

        clock.moveBy(Duration.ofDays(1));

        assertEquals(day(FIRST_DAY).plusDays(1), session.evaluation().today());
    }

    @Test
    void a_clock_that_is_set_back_ends_the_pass() {
        count();
        clock.moveBy(Duration.ofHours(-1));

        assertEquals(2, count());
        assertEquals(FIRST_DAY.minusSeconds(3_600), session.evaluation().now());
    }

    @Test
    void a_past_state_is_computed_as_of_that_state() {
        long first = workspace.head().orElseThrow().number();
        workspace.createBaseline("Gate 1", "", Optional.empty());
        clock.moveBy(Duration.ofDays(40));
        setTitle("Later");
        session.commit("");

        assertEquals(day(FIRST_DAY), today(String.valueOf(first)));
        assertEquals(day(FIRST_DAY), today("Gate 1"));
        // What is looked at is the day that was named, not that of the last commit before it.
        assertEquals(LocalDate.of(2026, 3, 31), today("2026-03-31"));
        assertEquals(day(clock.instant()), today("now"));
        assertEquals(day(clock.instant()), session.evaluation().today());
    }

    private LocalDate today(String state) {
        try (EditSession past = workspace.openSession(workspace.state(state))) {
            return past.evaluation().today();
        }
    }

    @Test
    void a_past_state_has_the_exchange_rates_of_that_state() {
        setRate("0.5");
        session.commit("");
        long first = workspace.head().orElseThrow().number();
        setRate("0.8");
        session.commit("");

        assertEquals(Money.valueOf("80.00 EUR"), inEuro(session.evaluation()));
        try (EditSession past = workspace.openSession(workspace.state(String.valueOf(first)))) {
            assertEquals(Money.valueOf("50.00 EUR"), inEuro(past.evaluation()));
        }
    }

    @Test
    void a_changed_exchange_rate_counts_at_once() {
        setRate("0.5");
        assertEquals(Money.valueOf("50.00 EUR"), inEuro(session.evaluation()));

        session.directory().getRates().get(0).setRate(new BigDecimal("0.9"));

        assertEquals(Money.valueOf("90.00 EUR"), inEuro(session.evaluation()));
    }

    private void setRate(String value) {
        session.directory().getRates().clear();
        ExchangeRate rate = ModelFactory.eINSTANCE.createExchangeRate();
        rate.setId("rate-" + value);
        rate.setFromCurrency("USD");
        rate.setToCurrency("EUR");
        rate.setValidFrom(LocalDate.of(2026, 1, 1));
        rate.setRate(new BigDecimal(value));
        session.directory().getRates().add(rate);
    }

    private static Money inEuro(Evaluation evaluation) {
        return evaluation.rates().find(Money.valueOf("100 USD"), Currency.getInstance("EUR"), evaluation.today())
                .orElseThrow();
    }

    @Test
    void an_object_in_no_session_is_computed_alone_and_keeps_nothing() {
        RiskRegister alone = (RiskRegister) RiskPackage.eINSTANCE.getRiskFactory()
                .create(RiskPackage.Literals.RISK_REGISTER);
        Evaluation evaluation = Evaluation.of(alone);

        assertEquals(Optional.empty(), evaluation.session());
        assertTrue(evaluation.directory().getPeople().isEmpty());
        int first = evaluation.once(alone, "count", computed::incrementAndGet);
        assertNotEquals(first, (int) evaluation.once(alone, "count", computed::incrementAndGet));
    }

    @Test
    void within_one_value_those_it_asks_for_are_computed_once_also_in_no_session() {
        RiskRegister alone = (RiskRegister) RiskPackage.eINSTANCE.getRiskFactory()
                .create(RiskPackage.Literals.RISK_REGISTER);

        Evaluation.of(alone).once(alone, "sum",
                () -> Evaluation.of(alone).once(alone, "part", computed::incrementAndGet)
                        + Evaluation.of(alone).once(alone, "part", computed::incrementAndGet));

        assertEquals(1, computed.get());
    }
}
