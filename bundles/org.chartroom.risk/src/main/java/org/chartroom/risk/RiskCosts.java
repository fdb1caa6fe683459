package org.chartroom.risk;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.chartroom.core.money.MoneySum;
import org.chartroom.core.money.Rates;
import org.chartroom.model.Currencies;
import org.chartroom.model.Money;
import org.chartroom.model.risk.Risk;
import org.chartroom.model.risk.RiskKind;
import org.chartroom.model.risk.RiskRegister;

/** What risks of a register cost, in its currency, by the exchange rates of the directory on one day. */
public final class RiskCosts {
    private final Rates rates;
    private final Optional<Currency> currency;
    private final LocalDate date;

    private RiskCosts(Rates rates, Optional<Currency> currency, LocalDate date) {
        this.rates = rates;
        this.currency = currency;
        this.date = date;
    }

    /**
     * @param register a register
     * @param date the day whose rates count
     * @return costs in the currency of the register
     */
    public static RiskCosts of(RiskRegister register, LocalDate date) {
        return new RiskCosts(Rates.around(register), Currencies.find(register.getCurrency()), date);
    }

    /**
     * @param money an amount
     * @return the amount in the currency of the register; empty when there is no rate, or the register has no currency
     */
    public Optional<Money> inRegisterCurrency(Money money) {
        return currency.flatMap(own -> rates.find(money, own, date));
    }

    /**
     * Adds up what risks are expected to cost (probability x PERT mean); opportunities are subtracted, and risks that are
     * not quantified completely have no expected value.
     *
     * @param risks risks of the register
     * @return the sum, with what has no rate left out; empty when no risk has an expected value, or the register has no
     *         currency
     */
    public Optional<MoneySum> expected(Collection<Risk> risks) {
        List<Money> values = risks.stream().map(RiskCosts::signed).filter(Objects::nonNull).toList();
        return values.isEmpty() ? Optional.empty() : currency.map(own -> rates.sum(values, own, date));
    }

    private static Money signed(Risk risk) {
        Money value = Quantification.expectedValue(risk);
        return value != null && risk.getKind() == RiskKind.OPPORTUNITY
                ? Money.of(value.amount().negate(), value.currency())
                : value;
    }
}
