package org.chartroom.core.type;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/** Writes formulas with numbers for people, in the locale of this process. */
public final class FormulaText {
    /** More terms than these are counted instead. */
    private static final int MOST_TERMS = 8;

    private final ValueTexts texts = ValueTexts.current();

    /**
     * @param value a number, day, amount of money or the like
     * @return it as people read it; in parentheses where a minus would run into the sign before it
     */
    public String of(Object value) {
        String text = texts.text(null, value);
        return value instanceof BigDecimal number && number.signum() < 0 ? "(" + text + ")" : text;
    }

    /**
     * @param terms what is added up; texts stay as they are
     * @return "a + b + c"; of many the first and the last ones; "0" of none
     */
    public String sum(List<?> terms) {
        if (terms.isEmpty()) {
            return of(BigDecimal.ZERO);
        }
        if (terms.size() <= MOST_TERMS) {
            return join(terms);
        }
        return join(terms.subList(0, MOST_TERMS / 2)) + " + \u2026 + "
                + join(terms.subList(terms.size() - MOST_TERMS / 2, terms.size())) + " (" + terms.size() + ")";
    }

    private String join(List<?> terms) {
        return terms.stream().map(term -> term instanceof String text ? text : of(term))
                .collect(Collectors.joining(" + "));
    }
}
