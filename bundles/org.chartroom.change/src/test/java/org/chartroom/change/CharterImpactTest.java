package org.chartroom.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.chartroom.core.money.MoneySum;
import org.chartroom.model.Directory;
import org.chartroom.model.ExchangeRate;
import org.chartroom.model.Link;
import org.chartroom.model.ModelFactory;
import org.chartroom.model.Money;
import org.chartroom.model.change.Change;
import org.chartroom.model.change.ChangeClass;
import org.chartroom.model.change.ChangeFactory;
import org.chartroom.model.change.ChangeLog;
import org.chartroom.model.change.ChangeState;
import org.chartroom.model.charter.Charter;
import org.chartroom.model.charter.CharterFactory;
import org.chartroom.model.charter.CharterPackage;
import org.chartroom.model.derived.DerivedFeatures;
import org.chartroom.model.derived.FeatureCalculator;
import org.eclipse.emf.ecore.resource.impl.ResourceImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CharterImpactTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 2);

    private final ChangeLog log = ChangeFactory.eINSTANCE.createChangeLog();
    private final Charter charter = CharterFactory.eINSTANCE.createCharter();
    private final FeatureCalculator revised = (owner,
            feature) -> feature == CharterPackage.Literals.CHARTER__REVISED_BUDGET
                    ? Money.valueOf("1000 EUR")
                    : feature == CharterPackage.Literals.CHARTER__REVISED_END ? LocalDate.of(2027, 1, 1) : null;

    @BeforeEach
    void charterWithALog() {
        charter.setChangeLog(log);
        DerivedFeatures.register(CharterPackage.eNS_URI, revised);
    }

    @AfterEach
    void takeTheCalculatorBack() {
        DerivedFeatures.unregister(CharterPackage.eNS_URI, revised);
    }

    private Change change(ChangeState state, String cost, int days) {
        Change change = Changes.change(log, ChangeClass.NORMAL, state);
        change.setCostImpact(Money.valueOf(cost));
        change.setScheduleImpact(days);
        return change;
    }

    @Test
    void whatIsApprovedAndWhatIsProposedAreToldApart() {
        Change approved = change(ChangeState.AUTHORISED, "50 EUR", 5);
        Change proposed = change(ChangeState.ASSESSED, "70 EUR", 7);
        change(ChangeState.DRAFT, "90 EUR", 9);
        change(ChangeState.REJECTED, "90 EUR", 9);

        CharterImpact impact = CharterImpact.of(charter);

        assertEquals(List.of(approved), impact.approved());
        assertEquals(List.of(proposed), impact.proposed());
        assertEquals(Optional.of(Money.valueOf("1070 EUR")), proposedBudget());
        assertEquals(Optional.of(LocalDate.of(2027, 1, 8)), impact.proposedEnd());
    }

    @Test
    void emergencyAheadOfTheBoardIsProposed() {
        Change ahead = change(ChangeState.IMPLEMENTED, "70 EUR", 7);
        ahead.setChangeClass(ChangeClass.EMERGENCY);

        assertEquals(List.of(ahead), CharterImpact.of(charter).proposed());
        assertEquals(List.of(), CharterImpact.of(charter).approved());
    }

    @Test
    void changeThatIsLinkedToAnotherCharterIsNotForThisOne() {
        Link link = ModelFactory.eINSTANCE.createLink();
        link.setTarget(CharterFactory.eINSTANCE.createCharter());
        change(ChangeState.ASSESSED, "70 EUR", 7).getLinks().add(link);

        assertEquals(List.of(), CharterImpact.of(charter).proposed());
    }

    private Optional<Money> proposedBudget() {
        return CharterImpact.of(charter).proposedBudget(TODAY).flatMap(MoneySum::complete);
    }

    @Test
    void costInAnotherCurrencyIsNotAddedWithoutARate() {
        change(ChangeState.ASSESSED, "70 USD", 7);

        assertEquals(Optional.empty(), proposedBudget());
        assertTrue(CharterImpact.of(charter).proposedBudget(TODAY).flatMap(MoneySum::warning).orElseThrow()
                .startsWith("1 amount in USD not included"));
    }

    @Test
    void costInAnotherCurrencyIsAddedByTheRateOfTheDay() {
        change(ChangeState.ASSESSED, "70 USD", 7);
        ExchangeRate rate = ModelFactory.eINSTANCE.createExchangeRate();
        rate.setFromCurrency("USD");
        rate.setToCurrency("EUR");
        rate.setRate(new BigDecimal("0.5"));
        rate.setValidFrom(TODAY);
        Directory directory = ModelFactory.eINSTANCE.createDirectory();
        directory.getRates().add(rate);
        // As in a model file: the directory stands beside the artifact.
        new ResourceImpl().getContents().addAll(List.of(directory, charter));

        assertEquals(Optional.of(Money.valueOf("1035.00 EUR")), proposedBudget());
    }

    @Test
    void charterWithoutALogHasNoImpact() {
        charter.setChangeLog(null);

        assertEquals(new CharterImpact(charter, List.of(), List.of()), CharterImpact.of(charter));
    }
}
