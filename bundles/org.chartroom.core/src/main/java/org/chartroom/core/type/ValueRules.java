package org.chartroom.core.type;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

import org.chartroom.model.Money;
import org.chartroom.model.Subject;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.osgi.util.NLS;

/**
 * What every value keeps to, whatever its field: dates that calendars and spreadsheets know, numbers that can be written
 * out, texts that files can hold. Each way into the workspace asks here; what is there already is tolerated on its way out.
 */
public final class ValueRules {
    /** The first day a date may be. */
    public static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);
    /** The last day a date may be. */
    public static final LocalDate LAST_DAY = LocalDate.of(2200, 12, 31);
    /** How many digits a number may have before its decimal point, and how many behind it. */
    public static final int MOST_DIGITS = 30;
    /** What stands for a character that a file can't hold. */
    public static final char REPLACEMENT = '\uFFFD';
    /** How many letters a number can have in any notation; longer texts are not even tried. */
    private static final int LONGEST_NUMBER = 200;

    private ValueRules() {
    }

    /**
     * Finds out what is wrong with a value.
     *
     * @param value a value of any type, or a list of them; may be null
     * @return the end of a sentence that begins with "because"; empty when nothing is wrong
     */
    public static Optional<String> problem(Object value) {
        if (value instanceof String text) {
            return textProblem(text);
        }
        if (value instanceof LocalDate date) {
            return isInRange(date) ? Optional.empty() : Optional.of(dateProblem(date));
        }
        if (value instanceof Instant time) {
            // A day at each end, because nobody knows here in which zone it was meant.
            boolean inRange = !time.isBefore(FIRST_DAY.minusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC))
                    && time.isBefore(LAST_DAY.plusDays(2).atStartOfDay().toInstant(ZoneOffset.UTC));
            return inRange ? Optional.empty() : Optional.of(dateProblem(time));
        }
        if (value instanceof BigDecimal number) {
            return isWithinDigits(number) ? Optional.empty() : Optional.of(numberProblem());
        }
        if (value instanceof Money money) {
            return problem(money.amount());
        }
        if (value instanceof Double number) {
            return Double.isFinite(number) ? problem(new BigDecimal(number.toString())) : Optional.of(numberProblem());
        }
        if (value instanceof Collection<?> values) {
            return values.stream().map(ValueRules::problem).flatMap(Optional::stream).findFirst();
        }
        return Optional.empty();
    }

    /**
     * Gives a value back, or refuses it.
     *
     * @param value a value of any type; may be null
     * @param <T> its type
     * @return the value
     * @throws IllegalArgumentException when something is wrong with it; the message completes "because ..."
     */
    public static <T> T checked(T value) {
        problem(value).ifPresent(problem -> {
            throw new IllegalArgumentException(problem);
        });
        return value;
    }

    /**
     * Refuses the text of a number that is longer than any number may be, before it costs time to read it.
     *
     * @param text the text
     * @return the text
     * @throws IllegalArgumentException when it is too long; the message completes "because ..."
     */
    public static String checkedNumber(String text) {
        if (text.length() > LONGEST_NUMBER) {
            throw new IllegalArgumentException(numberProblem());
        }
        return text;
    }

    private static boolean isInRange(LocalDate date) {
        return !date.isBefore(FIRST_DAY) && !date.isAfter(LAST_DAY);
    }

    /** Without writing it out: that is what some numbers have no room for. */
    private static boolean isWithinDigits(BigDecimal number) {
        return number.scale() <= MOST_DIGITS && (long) number.precision() - number.scale() <= MOST_DIGITS;
    }

    private static String dateProblem(Object date) {
        return NLS.bind(ValueTexts.Messages.dateOutside, new Object[]{date, FIRST_DAY, LAST_DAY});
    }

    private static String numberProblem() {
        return NLS.bind(ValueTexts.Messages.tooManyDigits, MOST_DIGITS);
    }

    private static Optional<String> textProblem(String text) {
        OptionalInt at = firstUnholdable(text);
        return at.isEmpty()
                ? Optional.empty()
                : Optional.of(NLS.bind(ValueTexts.Messages.badCharacter, "U+" + HexFormat.of().withUpperCase()
                        .toHexDigits((short) text.charAt(at.getAsInt())), at.getAsInt() + 1));
    }

    private static OptionalInt firstUnholdable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (Character.isHighSurrogate(letter) && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (!isHoldable(letter)) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    /** What XML 1.0 can hold. */
    private static boolean isHoldable(char letter) {
        return letter == '\t' || letter == '\n' || letter == '\r'
                || letter >= ' ' && !Character.isSurrogate(letter) && letter < '\uFFFE';
    }

    /**
     * Makes a text one that files can hold.
     *
     * @param text any text
     * @return the text, with {@link #REPLACEMENT} in the place of each character that XML 1.0 has not
     */
    public static String holdable(String text) {
        if (firstUnholdable(text).isEmpty()) {
            return text;
        }
        StringBuilder held = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (Character.isHighSurrogate(letter) && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                held.append(letter).append(text.charAt(++i));
            } else {
                held.append(isHoldable(letter) ? letter : REPLACEMENT);
            }
        }
        return held.toString();
    }

    /**
     * Finds the texts that files can't hold as they are.
     *
     * @param root an artifact
     * @return where they stand, as users call it; empty when there is none
     */
    public static List<String> unholdable(EObject root) {
        List<String> places = new ArrayList<>();
        addUnholdable(root, places);
        root.eAllContents().forEachRemaining(element -> addUnholdable(element, places));
        return places;
    }

    private static void addUnholdable(EObject element, List<String> places) {
        for (EAttribute attribute : element.eClass().getEAllAttributes()) {
            if (attribute.isMany() || attribute.isDerived() || !(element.eGet(attribute) instanceof String text)
                    || firstUnholdable(text).isEmpty()) {
                continue;
            }
            String key = element instanceof Subject subject ? subject.getKey() : null;
            places.add(holdable(key == null ? Presentation.label(element.eClass()) : key) + " "
                    + Presentation.label(attribute));
        }
    }

    /**
     * Writes a number out; in the notation with an exponent when it has more digits than numbers may have.
     *
     * @param number a number
     * @return its digits
     */
    public static String plain(BigDecimal number) {
        return isWithinDigits(number) ? number.toPlainString() : number.toString().toUpperCase(Locale.ROOT);
    }
}
