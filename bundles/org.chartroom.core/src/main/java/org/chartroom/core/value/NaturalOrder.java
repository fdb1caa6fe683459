package org.chartroom.core.value;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.chartroom.model.Money;

/**
 * The order people expect: letters as in a dictionary of their language, numbers inside texts by their value (R-2 before
 * R-10), money by its currency and then its amount. Keys are made once for each text, so one instance serves one sorting
 * of one thread.
 */
public final class NaturalOrder implements Comparator<String> {
    private static final int MOST_KEYS = 200_000;

    private final Collator collator;
    private final Map<String, List<Part>> keys = new HashMap<>();

    /** @param locale the language whose alphabet counts */
    public NaturalOrder(Locale locale) {
        collator = Collator.getInstance(locale);
        collator.setStrength(Collator.TERTIARY);
        collator.setDecomposition(Collator.CANONICAL_DECOMPOSITION);
    }

    /** @return the order of the locale of this process */
    public static NaturalOrder current() {
        return new NaturalOrder(Locale.getDefault(Locale.Category.FORMAT));
    }

    /** A run of digits, without zeros in front, or of other letters; a number goes before a word. */
    private record Part(String digits, byte[] letters) implements Comparable<Part> {
        @Override
        public int compareTo(Part other) {
            if (digits == null || other.digits == null) {
                return digits != null
                        ? -1
                        : other.digits != null ? 1 : java.util.Arrays.compareUnsigned(letters, other.letters);
            }
            int longer = Integer.compare(digits.length(), other.digits.length());
            return longer != 0 ? longer : digits.compareTo(other.digits);
        }
    }

    @Override
    public int compare(String one, String other) {
        if (one.equals(other)) {
            return 0;
        }
        List<Part> a = key(one);
        List<Part> b = key(other);
        for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
            int order = a.get(i).compareTo(b.get(i));
            if (order != 0) {
                return order;
            }
        }
        int shorter = Integer.compare(a.size(), b.size());
        return shorter != 0 ? shorter : one.compareTo(other);
    }

    /**
     * @param one an amount
     * @param other another
     * @return their order: amounts of one currency stay together
     */
    public static int compare(Money one, Money other) {
        int currency = one.currency().getCurrencyCode().compareTo(other.currency().getCurrencyCode());
        return currency != 0 ? currency : one.amount().compareTo(other.amount());
    }

    private List<Part> key(String text) {
        List<Part> known = keys.get(text);
        if (known == null) {
            known = parts(text);
            if (keys.size() < MOST_KEYS) {
                keys.put(text, known);
            }
        }
        return known;
    }

    private List<Part> parts(String text) {
        List<Part> parts = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            boolean digits = isDigit(text.charAt(start));
            int end = start + 1;
            while (end < text.length() && isDigit(text.charAt(end)) == digits) {
                end++;
            }
            String run = text.substring(start, end);
            parts.add(digits
                    ? new Part(run.replaceFirst("^0+(?=.)", ""), null)
                    : new Part(null, collator.getCollationKey(run).toByteArray()));
            start = end;
        }
        return parts;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
