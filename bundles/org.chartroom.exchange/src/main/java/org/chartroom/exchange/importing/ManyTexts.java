package org.chartroom.exchange.importing;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Several values in one cell: separated by semicolons or line breaks, or else by commas. */
public final class ManyTexts {
    private static final String STRONG = "[;\\n\\r]";

    private ManyTexts() {
    }

    /**
     * @param text the values as a cell or the command line has them
     * @return each of them, without blanks around it
     */
    public static List<String> split(String text) {
        boolean isStrong = text.chars().anyMatch(c -> c == ';' || c == '\n' || c == '\r');
        return Arrays.stream(text.split(isStrong ? STRONG : ",")).map(String::strip).filter(one -> !one.isEmpty())
                .toList();
    }

    /**
     * @param values values without semicolons
     * @return a text that {@link #split} splits into them
     */
    public static String join(List<String> values) {
        boolean hasComma = values.stream().anyMatch(value -> value.contains(","));
        String all = values.stream().collect(Collectors.joining(hasComma ? "; " : ", "));
        return hasComma && values.size() == 1 ? all + ";" : all;
    }
}
