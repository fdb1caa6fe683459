package org.chartroom.exchange.importing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.chartroom.core.type.Presentation;
import org.chartroom.core.value.CurrencySigns;
import org.chartroom.core.value.DateOrder;
import org.chartroom.core.value.Names;
import org.chartroom.core.value.Steps;
import org.chartroom.model.Money;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EStructuralFeature;

/**
 * What a header says of the values below it: "Cost (k EUR)", "Budget in TEUR", "Progress %", "Impact (1-5)", "Due
 * (dd/mm/yyyy)".
 *
 * @param name the header without it
 * @param text the unit as it stands there; empty when there is none
 * @param factor what numbers are multiplied by
 * @param currency code or sign of a currency; empty when none is said
 * @param percent whether numbers are percent
 * @param scale lowest and highest number of a scale; empty when none is said
 * @param order order of dates; empty when none is said
 */
record HeaderUnit(String name, String text, BigDecimal factor, String currency, boolean percent,
        Optional<Scale> scale, Optional<DateOrder> order) {
    private static final Pattern IN = Pattern.compile("(.*[^\\s,])[\\s,]+(?:in|en|em)\\s+(\\S+(?:\\s\\S+)?)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern RANGE = Pattern
            .compile("(\\d{1,3})\\s*(?:-|\u2013|\\.\\.|to|bis|\u00E0|a)\\s*(\\d{1,3})");
    private static final Pattern POWER = Pattern
            .compile("(?<!\\d)10{1,2}(?:[., ']?000)*(?!\\d)|(?<!\\d)1(?:[., ']?000)+(?!\\d)");
    private static final Set<String> UNITS = Set.copyOf(List.of(Messages.unitWords.split("\\|")));
    private static final String MINIMUM = "min";
    private static final int LONGEST = 80;
    private static final int LONGEST_UNIT = 8;
    private static final Map<String, DateOrder> ORDERS = Map.of("dmy", DateOrder.DMY, "mdy", DateOrder.MDY, "ymd",
            DateOrder.YMD, "tmj", DateOrder.DMY, "jma", DateOrder.DMY, "dma", DateOrder.DMY, "gma", DateOrder.DMY);
    /** Longer words before the shorter ones they begin with. */
    private static final Map<String, BigDecimal> FACTORS = new LinkedHashMap<>();

    /** What a title over a table says of all its amounts: "(k€)", "in TEUR", "all amounts in thousands". */
    private static final Pattern ABOVE = Pattern.compile("(?<![\\p{L}\\p{N}])(?:"
            + "(?:k|t|tsd\\.?|thousands? of|mio\\.?|mn|mln|m|mrd\\.?|bn)\\s?(?:\\p{Sc}|eur|usd|gbp|chf|euros?|dollars)"
            + "|(?:\\p{Sc}|eur|usd|gbp|chf)\\s?(?:k|m|mio\\.?|'?000s?|thousands?|millions?)"
            + "|in (?:thousands?|millions?|billions?|tausend|millionen|milliers|millions|miles|milhares|tsd\\.?|mio\\.?|'?000s?|1[.,' ]?000))"
            + "(?![\\p{L}\\p{N}])", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    static {
        put(BigDecimal.valueOf(1_000_000_000), "billions", "billion", "mrd.", "mrd", "bn");
        put(BigDecimal.valueOf(1_000_000), "1.000.000", "1,000,000", "1 000 000", "1'000'000", "1000000", "millions",
                "million", "mio.", "mio", "mln", "mn");
        put(BigDecimal.valueOf(1_000), "1.000", "1,000", "1 000", "1'000", "1000", "thousands", "thousand",
                "tausend", "tsd.", "tsd", "'000", "000s", "000", "k");
        // Alone they are metres, tons and words.
        put(BigDecimal.valueOf(1_000_000), "m");
        put(BigDecimal.valueOf(1_000), "t");
    }

    private static void put(BigDecimal factor, String... words) {
        for (String word : words) {
            FACTORS.put(word, factor);
        }
    }

    private static HeaderUnit none(String header) {
        return new HeaderUnit(header, "", BigDecimal.ONE, "", false, Optional.empty(), Optional.empty());
    }

    /** @return what a text over a table says of all its amounts, as it stands there; empty when it says nothing of them */
    static Optional<String> above(String text) {
        Matcher found = ABOVE.matcher(text);
        return found.find() ? Optional.of(found.group()) : Optional.empty();
    }

    /** @return whether the header says nothing */
    boolean isNone() {
        return text.isEmpty();
    }

    /** @return what a header says; nothing where its unit is none that is known */
    static HeaderUnit of(String header) {
        if (header.length() > LONGEST) {
            return none(header);
        }
        String text = header.strip();
        if (text.endsWith(")") || text.endsWith("]")) {
            int open = Math.max(text.lastIndexOf('('), text.lastIndexOf('['));
            return open < 1
                    ? none(header)
                    : unit(text.substring(0, open).strip(), text.substring(open + 1, text.length() - 1), true)
                            .orElse(none(header));
        }
        int blank = text.lastIndexOf(' ');
        if (blank < 1) {
            return none(header);
        }
        Matcher in = IN.matcher(text);
        Optional<HeaderUnit> said = in.matches() ? unit(in.group(1), in.group(2), true) : Optional.empty();
        if (said.isPresent()) {
            return said.get();
        }
        String last = text.substring(blank + 1);
        return last.length() > LONGEST_UNIT
                ? none(header)
                : unit(text.substring(0, blank).replaceAll("[\\s,]+$", ""), last, false).orElse(none(header));
    }

    /** @return what a header says of a field, where it is something that can be said of it and is no part of its name */
    static HeaderUnit of(String header, EStructuralFeature feature) {
        HeaderUnit unit = of(header);
        return isName(header, feature) || !unit.fits(feature) ? none(header) : unit;
    }

    private static boolean isName(String header, EStructuralFeature feature) {
        return Names.same(header, Presentation.label(feature))
                || Names.same(header, Presentation.detail(feature, "longLabel").orElse(null));
    }

    private boolean fits(EStructuralFeature feature) {
        if (!(feature instanceof EAttribute attribute)) {
            return false;
        }
        Class<?> type = attribute.getEAttributeType().getInstanceClass();
        if (Steps.has(feature)) {
            return percent || scale.isPresent();
        }
        return order.isPresent()
                ? type == LocalDate.class || type == java.time.Instant.class
                : scale.isEmpty() && isNumber(feature);
    }

    /**
     * @return what a header seems to say of the numbers below it and is not known, like "weeks" or "EUR/yr"; empty when it
     *         says nothing of that kind
     */
    static Optional<String> unknown(String header, EStructuralFeature feature) {
        String text = header.strip();
        if (isName(header, feature) || !isNumber(feature) || Steps.has(feature) || !of(header, feature).isNone()) {
            return Optional.empty();
        }
        int open = text.endsWith(")") || text.endsWith("]")
                ? Math.max(text.lastIndexOf('('), text.lastIndexOf('['))
                : -1;
        Matcher in = IN.matcher(text);
        String said = open > 0
                ? text.substring(open + 1, text.length() - 1).strip()
                : in.matches() ? in.group(2).strip() : "";
        return Optional.of(said).filter(unit -> isUnit(unit) && !isOwn(unit, feature)
                && !(unit.equalsIgnoreCase(MINIMUM) && isMinimum(feature)));
    }

    /** "min" is minutes only where it can't be the minimum. */
    private static boolean isMinimum(EStructuralFeature feature) {
        return feature.getEType().getInstanceClass() == Money.class || feature.getName().endsWith("Min");
    }

    private static boolean isNumber(EStructuralFeature feature) {
        Class<?> type = feature instanceof EAttribute ? feature.getEType().getInstanceClass() : null;
        return type == BigDecimal.class || type == Integer.class || type == int.class || type == Money.class;
    }

    /** @return whether a text in brackets has a word for a unit, a currency, a range or a factor */
    private static boolean isUnit(String said) {
        String lower = said.toLowerCase(Locale.ROOT);
        return RANGE.matcher(lower).matches() || POWER.matcher(lower).find() || lower.matches(".*[%\u2030\\p{Sc}].*")
                || Arrays.stream(said.split("[^\\p{L}']+")).anyMatch(word -> isCurrency(word)
                        || UNITS.contains(word.toLowerCase(Locale.ROOT))
                        || FACTORS.containsKey(word.toLowerCase(Locale.ROOT)));
    }

    /** @return whether a unit is the one that the field has: days in a field of days */
    private static boolean isOwn(String said, EStructuralFeature feature) {
        String words = Presentation.detail(feature, "unit").map(unit -> switch (unit) {
            case "days" -> Messages.dayWords;
            case "h" -> Messages.hourWords;
            case "minutes" -> Messages.minuteWords;
            default -> unit;
        }).orElse("");
        return List.of(words.split("\\|")).contains(Names.folded(said.replaceFirst("^(?i)in\\s+", "")));
    }

    /** @param marked whether brackets or "in" say that it is a unit */
    private static Optional<HeaderUnit> unit(String name, String text, boolean marked) {
        String said = text.strip();
        String lower = said.toLowerCase(Locale.ROOT);
        if (lower.equals("%")
                || marked && (lower.equals("percent") || lower.equals("prozent") || lower.equals("in %"))) {
            return Optional.of(new HeaderUnit(name, said, BigDecimal.ONE, "", true, Optional.empty(),
                    Optional.empty()));
        }
        Matcher range = RANGE.matcher(lower);
        if (marked && range.matches() && Integer.parseInt(range.group(1)) < Integer.parseInt(range.group(2))) {
            return Optional.of(new HeaderUnit(name, said, BigDecimal.ONE, "", false, Optional.of(Scale.range(
                    new BigDecimal(range.group(1)), new BigDecimal(range.group(2)))), Optional.empty()));
        }
        DateOrder order = ORDERS.get(lower.replaceAll("[^\\p{L}]", "").replaceAll("(.)\\1+", "$1"));
        if (marked && order != null) {
            return Optional.of(new HeaderUnit(name, said, BigDecimal.ONE, "", false, Optional.empty(),
                    Optional.of(order)));
        }
        return amount(name, said, marked);
    }

    private static Optional<HeaderUnit> amount(String name, String text, boolean marked) {
        String bare = text.regionMatches(true, 0, "in ", 0, 3) ? text.substring(3).strip() : text;
        if (isCurrency(bare)) {
            return Optional.of(amount(name, text, BigDecimal.ONE, bare));
        }
        String lower = bare.toLowerCase(Locale.ROOT);
        for (Map.Entry<String, BigDecimal> factor : FACTORS.entrySet()) {
            String word = factor.getKey();
            if (lower.equals(word)) {
                return marked && !word.equals("m") && !word.equals("t")
                        ? Optional.of(amount(name, text, factor.getValue(), ""))
                        : Optional.empty();
            }
            String behind = lower.startsWith(word) ? bare.substring(word.length()).strip() : "";
            String before = lower.endsWith(word) ? bare.substring(0, bare.length() - word.length()).strip() : "";
            if (isCurrency(behind) || isCurrency(before)) {
                return Optional.of(amount(name, text, factor.getValue(), isCurrency(behind) ? behind : before));
            }
        }
        return Optional.empty();
    }

    private static HeaderUnit amount(String name, String text, BigDecimal factor, String currency) {
        return new HeaderUnit(name, text, factor, currency, false, Optional.empty(), Optional.empty());
    }

    /** Codes are written in capitals: "all" and "try" are words. */
    private static boolean isCurrency(String text) {
        boolean isCode = text.length() == 3 && text.equals(text.toUpperCase(Locale.ROOT));
        return CurrencySigns.isKnown(text) && (isCode || text.codePoints()
                .anyMatch(point -> Character.getType(point) == Character.CURRENCY_SYMBOL) || text.equals("z\u0142"));
    }
}
