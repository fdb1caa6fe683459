package org.chartroom.core.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.chartroom.core.evaluation.Evaluation;
import org.chartroom.model.Currencies;
import org.chartroom.model.Directory;
import org.chartroom.model.ExchangeRate;
import org.chartroom.model.Money;
import org.eclipse.emf.ecore.EObject;

/**
 * Converts amounts of money by the exchange rates of a directory. A rate says that one unit of the currency "from" is worth
 * so many units of the currency "to", from a day on, until a newer rate of the same two currencies.
 * <p>
 * On a day the newest rate of the two currencies counts that is not of a later day, whichever of them it is written from:
 *
 * <pre>
 * direct:  amount(to) = amount(from) x rate(from -> to)
 * inverse: amount(to) = amount(from) / rate(to -> from)
 * crossed: amount(to) = amount(from) x rate(from -> common) x rate(common -> to), each leg direct or inverse
 * </pre>
 *
 * Of a direct and an inverse rate of the same day the direct one counts. Only where the two currencies have no rate is a
 * third one taken that has a rate with both: of several the one whose older rate is the newest, then the first by its code.
 * There are no chains of more than two rates.
 * <p>
 * The arithmetic is exact: products of rates are kept as fractions, and the result is divided and rounded once, half up
 * to the digits of the currency it is in (ISO 4217: 2 for EUR, 0 for JPY). So there and back again can differ by one
 * unit of the coarser of the two roundings. Dividing by a rate instead of multiplying by its rounded inverse, and
 * crossing two currencies through a third one without rounding between, is what Council Regulation (EC) No 1103/97, articles 4
 * and 5, prescribes for conversions around the euro.
 */
public final class Rates {
    /** A rate as a fraction, and the day it is from. */
    private record Factor(BigDecimal numerator, BigDecimal denominator, LocalDate day) {
        static Factor of(BigDecimal rate, LocalDate day) {
            return new Factor(rate, BigDecimal.ONE, day);
        }

        Factor inverse() {
            return new Factor(denominator, numerator, day);
        }

        Factor then(Factor next) {
            return new Factor(numerator.multiply(next.numerator), denominator.multiply(next.denominator),
                    day.isBefore(next.day) ? day : next.day);
        }
    }

    /** By the currency they are from, then by the one they are to, then by day. */
    private final Map<Currency, Map<Currency, TreeMap<LocalDate, Factor>>> factors = new LinkedHashMap<>();

    private Rates(Collection<ExchangeRate> rates) {
        for (ExchangeRate rate : rates) {
            Optional<Currency> from = Currencies.find(rate.getFromCurrency());
            Optional<Currency> to = Currencies.find(rate.getToCurrency());
            // What is incomplete is a finding of the directory; nothing can be computed with it.
            if (from.isPresent() && to.isPresent() && rate.getValidFrom() != null && rate.getRate() != null
                    && rate.getRate().signum() > 0) {
                factors.computeIfAbsent(from.get(), currency -> new LinkedHashMap<>())
                        .computeIfAbsent(to.get(), currency -> new TreeMap<>())
                        .put(rate.getValidFrom(), Factor.of(rate.getRate(), rate.getValidFrom()));
            }
        }
    }

    /**
     * @param directory a directory; later changes to it don't count
     * @return its rates
     */
    public static Rates of(Directory directory) {
        return new Rates(directory.getRates());
    }

    /**
     * @param object an object of an artifact
     * @return the rates of the directory in the session of the artifact, or in the file it was read from; none when it is
     *         in neither
     */
    public static Rates around(EObject object) {
        return Evaluation.of(object).rates();
    }

    /** @return no rates: amounts stay in the currency they are in */
    public static Rates none() {
        return new Rates(List.of());
    }

    /**
     * @param money an amount
     * @param to the currency wanted
     * @param date the day whose rate counts
     * @return the amount in that currency, rounded half up to its digits; as it is, unrounded, when it is in that currency
     *         already; empty when there is no rate on that day
     */
    public Optional<Money> find(Money money, Currency to, LocalDate date) {
        if (money.currency().equals(to)) {
            return Optional.of(money);
        }
        return factor(money.currency(), to, date).map(factor -> Money.of(money.amount().multiply(factor.numerator)
                .divide(factor.denominator, Currencies.digits(to), RoundingMode.HALF_UP), to));
    }

    /**
     * @param money an amount
     * @param to the currency wanted
     * @param date the day whose rate counts
     * @return the amount in that currency, as {@link #find} gives it
     * @throws IllegalArgumentException when there is no rate; the message is one sentence for the user that names the
     *         currencies and the day
     */
    public Money convert(Money money, Currency to, LocalDate date) {
        return find(money, to, date)
                .orElseThrow(() -> new IllegalArgumentException(MoneyTexts.noRate(money, to, date)));
    }

    /**
     * Adds amounts up by the rates of one day.
     *
     * @param amounts the amounts, in any currencies
     * @param currency the currency of the sum
     * @param date the day whose rates count
     * @return the sum, and what has no rate and is not in it
     */
    public MoneySum sum(Collection<Money> amounts, Currency currency, LocalDate date) {
        return sum(amounts.stream().map(amount -> new DatedMoney(amount, date)).toList(), currency);
    }

    /**
     * Adds amounts up, each by the rate of its day. Those of one currency and day are added first and converted together,
     * so that little is rounded.
     *
     * @param amounts the amounts, in any currencies
     * @param currency the currency of the sum
     * @return the sum, and what has no rate and is not in it
     */
    public MoneySum sum(Collection<DatedMoney> amounts, Currency currency) {
        Map<List<Object>, List<DatedMoney>> alike = new LinkedHashMap<>();
        amounts.forEach(amount -> alike
                .computeIfAbsent(List.of(amount.money().currency(), amount.date()), key -> new ArrayList<>())
                .add(amount));
        Money total = Money.of(BigDecimal.ZERO, currency);
        List<DatedMoney> leftOut = new ArrayList<>();
        int converted = 0;
        for (List<DatedMoney> same : alike.values()) {
            Money together = same.stream().map(DatedMoney::money).reduce(Money::plus).orElseThrow();
            Optional<Money> part = find(together, currency, same.get(0).date());
            if (part.isEmpty()) {
                leftOut.addAll(same);
            } else {
                total = total.plus(part.get());
                converted += together.currency().equals(currency) ? 0 : same.size();
            }
        }
        return new MoneySum(total, amounts.size(), converted, leftOut);
    }

    private Optional<Factor> factor(Currency from, Currency to, LocalDate date) {
        return pair(from, to, date).or(() -> crossed(from, to, date));
    }

    private Optional<Factor> pair(Currency from, Currency to, LocalDate date) {
        Optional<Factor> direct = newest(from, to, date);
        Optional<Factor> inverse = newest(to, from, date).map(Factor::inverse);
        return direct.isPresent() && inverse.filter(other -> other.day.isAfter(direct.get().day)).isEmpty()
                ? direct
                : inverse;
    }

    private Optional<Factor> newest(Currency from, Currency to, LocalDate date) {
        TreeMap<LocalDate, Factor> days = factors.getOrDefault(from, Map.of()).get(to);
        return days == null || days.floorEntry(date) == null
                ? Optional.empty()
                : Optional.of(days.floorEntry(date).getValue());
    }

    private Optional<Factor> crossed(Currency from, Currency to, LocalDate date) {
        return factors.entrySet().stream()
                .flatMap(entry -> Stream.concat(Stream.of(entry.getKey()),
                        entry.getValue().keySet().stream()))
                .distinct().sorted(Comparator.comparing(Currency::getCurrencyCode))
                .filter(common -> !common.equals(from) && !common.equals(to))
                .flatMap(common -> pair(from, common, date)
                        .flatMap(first -> pair(common, to, date).map(first::then)).stream())
                // Of equals the first is kept.
                .reduce((one, other) -> other.day.isAfter(one.day) ? other : one);
    }
}
