package org.chartroom.core.money;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.chartroom.core.type.ValueTexts;
import org.chartroom.model.Money;
import org.eclipse.osgi.util.NLS;

/** Sentences about rates that are missing. */
final class MoneyTexts {
    private MoneyTexts() {
    }

    static String noRate(Money money, Currency to, LocalDate date) {
        ValueTexts texts = ValueTexts.current();
        return NLS.bind(Messages.noRate, new Object[]{texts.text(null, money), to.getCurrencyCode(),
                pair(money.currency().getCurrencyCode(), to), texts.text(null, date)});
    }

    static String leftOut(List<Money> amounts, Currency to, LocalDate date) {
        Map<String, Long> counts = amounts.stream().collect(Collectors.groupingBy(
                amount -> amount.currency().getCurrencyCode(), TreeMap::new, Collectors.counting()));
        String what = counts.entrySet().stream()
                .map(entry -> NLS.bind(entry.getValue() == 1 ? Messages.oneAmount : Messages.amounts, entry.getValue(),
                        entry.getKey()))
                .collect(Collectors.joining(", "));
        String pairs = counts.keySet().stream().map(code -> pair(code, to)).collect(Collectors.joining(", "));
        return NLS.bind(Messages.leftOut, new Object[]{what, pairs, ValueTexts.current().text(null, date)});
    }

    private static String pair(String from, Currency to) {
        return from + "/" + to.getCurrencyCode();
    }

    /** The texts. */
    static final class Messages extends NLS {
        public static String amounts;
        public static String leftOut;
        public static String noRate;
        public static String oneAmount;

        static {
            initializeMessages("org.chartroom.core.money.messages", Messages.class);
        }

        private Messages() {
        }
    }
}
