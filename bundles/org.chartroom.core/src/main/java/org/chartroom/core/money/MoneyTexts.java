package org.chartroom.core.money;

import java.time.LocalDate;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    static String leftOut(List<DatedMoney> amounts, Currency to) {
        Map<String, Long> counts = new TreeMap<>();
        Set<String> rates = new LinkedHashSet<>();
        for (DatedMoney amount : amounts) {
            String code = amount.money().currency().getCurrencyCode();
            counts.merge(code, 1L, Long::sum);
            rates.add(NLS.bind(Messages.rate, pair(code, to), ValueTexts.current().text(null, amount.date())));
        }
        String what = counts.entrySet().stream()
                .map(entry -> NLS.bind(entry.getValue() == 1 ? Messages.oneAmount : Messages.amounts, entry.getValue(),
                        entry.getKey()))
                .collect(Collectors.joining(", "));
        return NLS.bind(Messages.leftOut, what, String.join(", ", rates));
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
        public static String rate;

        static {
            initializeMessages("org.chartroom.core.money.messages", Messages.class);
        }

        private Messages() {
        }
    }
}
