package org.chartroom.exchange.importing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the numbers of a column are spread, for fields that have a scale of steps. Fractions and percentages are cut into
 * parts of the same size, upper limit included: of 0 to 1 with five steps, everything above 0.2 and up to 0.4 is step 2.
 * Of a scale from LOW to HIGH the ends are the first and the last step, and what lies between is spread evenly.
 *
 * @param kind what its numbers are
 * @param low lowest number; null where the kind says it
 * @param high highest number; null where the kind says it
 */
public record Scale(Kind kind, BigDecimal low, BigDecimal high) {
    /** The steps themselves. */
    public static final Scale STEPS = new Scale(Kind.STEPS, null, null);
    /** From 0 to 1. */
    public static final Scale FRACTION = new Scale(Kind.FRACTION, BigDecimal.ZERO, BigDecimal.ONE);
    /** From 1 to 10. */
    public static final Scale TEN = range(BigDecimal.ONE, BigDecimal.TEN);
    /** From 0 to 100, with or without a percent sign. */
    public static final Scale PERCENT = new Scale(Kind.PERCENT, BigDecimal.ZERO, BigDecimal.valueOf(100));
    /** Names of the steps. */
    public static final Scale WORDS = new Scale(Kind.WORDS, null, null);

    private static final Pattern RANGE = Pattern.compile("(-?\\d{1,4}(?:\\.\\d+)?)\\.\\.(-?\\d{1,4}(?:\\.\\d+)?)");
    private static final Pattern HIGH = Pattern.compile("\\d{1,4}");

    /** What the numbers of a scale are. */
    public enum Kind {
        /** The steps themselves. */
        STEPS,
        /** Parts of one. */
        FRACTION,
        /** Parts of a hundred. */
        PERCENT,
        /** Nothing: steps are named. */
        WORDS,
        /** From a lowest to a highest one. */
        RANGE,
        /** Not known: the numbers may be all of a scale or a part of it. */
        UNKNOWN
    }

    /**
     * @param low lowest number
     * @param high highest number, above it
     * @return the scale
     */
    public static Scale range(BigDecimal low, BigDecimal high) {
        return new Scale(Kind.RANGE, low, high);
    }

    /** @return a scale of which only these numbers were seen */
    static Scale unknown(BigDecimal low, BigDecimal high) {
        return new Scale(Kind.UNKNOWN, low, high);
    }

    /**
     * @param text "steps", "fraction", "percent", "words", the highest number of a scale that begins with 1, or LOW..HIGH
     * @return the scale
     * @throws IllegalArgumentException when it is none; the message is a sentence for the user
     */
    public static Scale parse(String text) {
        Matcher range = RANGE.matcher(text.strip());
        if (range.matches() || HIGH.matcher(text.strip()).matches()) {
            BigDecimal low = range.matches() ? new BigDecimal(range.group(1)) : BigDecimal.ONE;
            BigDecimal high = new BigDecimal(range.matches() ? range.group(2) : text.strip());
            if (low.compareTo(high) < 0) {
                return range(low, high);
            }
        }
        return switch (text.strip()) {
            case "steps" -> STEPS;
            case "fraction" -> FRACTION;
            case "percent" -> PERCENT;
            case "words" -> WORDS;
            default -> throw new IllegalArgumentException(Messages.bind(Messages.noScale, text));
        };
    }

    /** @return the scale as {@link #parse(String)} reads it */
    public String text() {
        return switch (kind) {
            case RANGE, UNKNOWN -> low.toPlainString() + ".." + high.toPlainString();
            default -> kind.name().toLowerCase(java.util.Locale.ROOT);
        };
    }

    /**
     * @param value a number on this scale
     * @param steps number of steps of the field
     * @return its step, from 1
     * @throws IllegalArgumentException when the number is not on the scale; the message completes "because ..."
     */
    public int step(BigDecimal value, int steps) {
        if (kind == Kind.UNKNOWN) {
            boolean isRange = low.compareTo(high) < 0;
            throw new IllegalArgumentException(Messages.bind(Messages.unknownScale,
                    new Object[]{low.toPlainString(), high.toPlainString(), isRange ? text() : "LOW..HIGH"}));
        }
        if (kind == Kind.STEPS || kind == Kind.WORDS) {
            return step(value, steps, BigDecimal.ONE, BigDecimal.valueOf(steps));
        }
        if (value.compareTo(low) < 0 || value.compareTo(high) > 0) {
            throw new IllegalArgumentException(Messages.bind(Messages.outsideScale, new Object[]{
                    value.toPlainString(), low.toPlainString(), high.toPlainString()}));
        }
        if (kind == Kind.RANGE) {
            return value.subtract(low).multiply(BigDecimal.valueOf(steps - 1L))
                    .divide(high.subtract(low), 0, RoundingMode.HALF_UP).intValueExact() + 1;
        }
        BigDecimal step = value.multiply(BigDecimal.valueOf(steps)).divide(high, 0, RoundingMode.CEILING);
        return Math.max(1, step.intValueExact());
    }

    private static int step(BigDecimal value, int steps, BigDecimal first, BigDecimal last) {
        if (value.stripTrailingZeros().scale() > 0) {
            throw new IllegalArgumentException(Messages.bind(Messages.noWholeStep, value.toPlainString(), steps));
        }
        if (value.compareTo(first) < 0 || value.compareTo(last) > 0) {
            throw new IllegalArgumentException(Messages.bind(Messages.outsideScale, new Object[]{
                    value.toPlainString(), first.toPlainString(), last.toPlainString()}));
        }
        return value.intValueExact();
    }
}
