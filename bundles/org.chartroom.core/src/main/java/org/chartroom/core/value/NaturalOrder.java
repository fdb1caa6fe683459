package org.chartroom.core.value;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Arrays;
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

    private final Collator letters;
    private final Collator whole;
    private final Map<String, Key> keys = new HashMap<>();

    /** @param locale the language whose alphabet counts */
    public NaturalOrder(Locale locale) {
        letters = collator(locale, Collator.PRIMARY);
        whole = collator(locale, Collator.TERTIARY);
    }

    private static Collator collator(Locale locale, int strength) {
        Collator collator = Collator.getInstance(locale);
        collator.setStrength(strength);
        collator.setDecomposition(Collator.CANONICAL_DECOMPOSITION);
        return collator;
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
                        : other.digits != null ? 1 : Arrays.compareUnsigned(letters, other.letters);
            }
            int longer = Integer.compare(digits.length(), other.digits.length());
            return longer != 0 ? longer : digits.compareTo(other.digits);
        }
    }

    /** What a text is sorted by: its letters and numbers, and then its accents and capitals. */
    private record Key(List<Part> parts, byte[] whole) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            for (int i = 0; i < Math.min(parts.size(), other.parts.size()); i++) {
                int order = parts.get(i).compareTo(other.parts.get(i));
                if (order != 0) {
                    return order;
                }
            }
            int shorter = Integer.compare(parts.size(), other.parts.size());
            return shorter != 0 ? shorter : Arrays.compareUnsigned(whole, other.whole);
        }
    }

    @Override
    public int compare(String one, String other) {
        if (one.equals(other)) {
            return 0;
        }
        int order = key(one).compareTo(key(other));
        return order != 0 ? order : one.compareTo(other);
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

    private Key key(String text) {
        Key known = keys.get(text);
        if (known == null) {
            known = new Key(parts(text), whole.getCollationKey(text).toByteArray());
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
                    : new Part(null, letters.getCollationKey(run).toByteArray()));
            start = end;
        }
        return parts;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
