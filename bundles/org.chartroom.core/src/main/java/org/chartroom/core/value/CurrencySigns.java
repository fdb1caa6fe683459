package org.chartroom.core.value;

import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.chartroom.model.Currencies;
import org.eclipse.osgi.util.NLS;

/** Currencies by the signs that people and number formats write: one code, or several that only the context decides. */
public final class CurrencySigns {
    /** Sign and codes; of several codes none is meant by the sign alone. */
    private static final String TABLE = "\u20AC EUR;\u00A3 GBP;\u20B9 INR;\u20BD RUB;\u20BA TRY;\u20B4 UAH;\u20AA ILS;"
            + "\u20A9 KRW;\u20AB VND;\u0E3F THB;\u20A6 NGN;\u20B1 PHP;\u20A1 CRC;\u20B2 PYG;\u20B5 GHS;\u20B8 KZT;"
            + "\u20BC AZN;\u20BE GEL;\u20AD LAK;\u20AE MNT;\u09F3 BDT;z\u0142 PLN;K\u010D CZK;Ft HUF;\u043B\u0432 BGN;"
            + "\u0440\u0443\u0431 RUB;R$ BRL;US$ USD;U$S USD;A$ AUD;AU$ AUD;C$ CAD;CA$ CAD;NZ$ NZD;HK$ HKD;S$ SGD;"
            + "NT$ TWD;MX$ MXN;CN\u00A5 CNY;JP\u00A5 JPY;RMB CNY;\u5143 CNY;\u5186 JPY;\uC6D0 KRW;SFr CHF;"
            + "$ USD CAD AUD NZD HKD SGD TWD MXN ARS CLP COP UYU BSD BBD BMD BND BZD FJD GYD JMD KYD LRD NAD SBD SRD TTD XCD;"
            + "\u00A5 JPY CNY;\uFFE5 JPY CNY;kr SEK NOK DKK ISK;Fr CHF XAF XOF;Rs INR PKR LKR NPR MUR SCR;"
            + "lei RON MDL";
    private static final int CODE = 3;
    private static final Set<String> OFTEN_SMALL = Set.of("EUR", "USD", "GBP", "CHF", "JPY", "CNY", "AUD", "CAD", "NZD",
            "PLN", "CZK", "HUF", "INR", "BRL", "ZAR", "SGD", "HKD", "DKK", "MXN");
    private static final Set<String> NONE = Set.of("XXX", "XTS", "XBA", "XBB", "XBC", "XBD");
    private static final Map<String, Set<String>> CODES = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    static {
        for (String line : TABLE.split(";")) {
            String[] words = line.split(" ");
            CODES.put(words[0], new java.util.LinkedHashSet<>(java.util.List.of(words).subList(1, words.length)));
        }
    }

    private CurrencySigns() {
    }

    /** @return whether a sign, with a full stop behind it, is one */
    static boolean isSign(String text) {
        return CODES.containsKey(bare(text));
    }

    /**
     * @param text any text
     * @return whether it is the code or a sign of a currency
     */
    public static boolean isKnown(String text) {
        return isSign(text) || code(text).isPresent();
    }

    /**
     * @param text any text
     * @return the currency of a code: in capitals, or in any case where it is one that many write small and that is no word;
     *         "all", "try" and "top" are words. Codes for no currency and for tests are none.
     */
    public static Optional<Currency> code(String text) {
        String capital = text.toUpperCase(Locale.ROOT);
        boolean isCode = text.length() == CODE && !NONE.contains(capital)
                && (text.equals(capital) || OFTEN_SMALL.contains(capital));
        return isCode ? Currencies.find(text) : Optional.empty();
    }

    private static String bare(String sign) {
        return sign.endsWith(".") ? sign.substring(0, sign.length() - 1) : sign;
    }

    /**
     * @param sign a code or a sign, as "EUR", "R$" or "kr."
     * @param usual the currency that is usual here, which decides between those of one sign; empty when none is
     * @param inColumn whether it stands in the column of a table, whose currency can be said with the import
     * @return the currency
     * @throws IllegalArgumentException when there is none, or more than one; the message completes "because ..."
     */
    public static Currency currency(String sign, Optional<Currency> usual, boolean inColumn) {
        Set<String> codes = CODES.get(bare(sign));
        if (codes == null) {
            return code(sign).orElseThrow(
                    () -> new IllegalArgumentException(NLS.bind(Messages.unknownCurrency, sign)));
        }
        return only(sign, codes, usual, inColumn);
    }

    /** @return the only currency of the codes, or the usual one where it is among them */
    static Currency only(String said, Set<String> codes, Optional<Currency> usual, boolean inColumn) {
        if (codes.size() == 1) {
            return Currency.getInstance(codes.iterator().next());
        }
        return usual.filter(one -> codes.contains(one.getCurrencyCode()))
                .orElseThrow(() -> new IllegalArgumentException(NLS.bind(
                        inColumn ? Messages.ambiguousCurrencyInColumn : Messages.ambiguousCurrency,
                        new Object[]{said, codes.iterator().next(),
                                String.join(", ", codes.stream().limit(3).toList())})));
    }

    /**
     * @param sign a sign, as "$" or "kr."
     * @param locale the locale that a number format names beside it
     * @return the currency of the locale's country when it has that sign, or the only currency of the sign; empty when
     *         neither is so
     */
    public static Optional<Currency> of(String sign, Locale locale) {
        Optional<Currency> own = locale.getCountry().isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(Currency.getInstance(locale));
        Set<String> codes = CODES.get(bare(sign));
        if (codes == null) {
            return code(sign);
        }
        return codes.size() == 1
                ? Currencies.find(codes.iterator().next())
                : own.filter(one -> codes.contains(one.getCurrencyCode()));
    }
}
