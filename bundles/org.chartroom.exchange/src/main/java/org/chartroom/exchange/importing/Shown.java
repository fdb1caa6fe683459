package org.chartroom.exchange.importing;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.chartroom.core.type.Presentation;
import org.chartroom.core.type.ValueTexts;
import org.chartroom.core.value.Names;
import org.chartroom.model.Artifact;
import org.chartroom.model.Element;
import org.chartroom.model.Person;

/** Values as plans compare and show them. */
final class Shown {
    private static final int LONGEST = 120;
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private Shown() {
    }

    /** @return whether two values are the same, whatever their digits */
    static boolean same(Object before, Object now) {
        if (before instanceof BigDecimal a && now instanceof BigDecimal b) {
            return a.compareTo(b) == 0;
        }
        return Objects.equals(before, now);
    }

    /** @return what tells a value apart: of a text how it is compared, of a number what it counts */
    static Object compared(Object value) {
        if (value instanceof String text) {
            return Names.folded(text);
        }
        return value instanceof BigDecimal number ? number.stripTrailingZeros() : value;
    }

    /**
     * @param root the artifact or the directory that a table goes into
     * @param isNew whether the import makes it: it has no key yet that anybody knows
     * @return what it is called
     */
    static String name(Element root, boolean isNew) {
        if (isNew) {
            return Messages.bind(Messages.newArtifact, Presentation.label(root.eClass()));
        }
        return root instanceof Artifact artifact && artifact.getKey() != null
                ? artifact.getKey()
                : Presentation.label(root.eClass());
    }

    /** @return a value in one short line */
    static String brief(Object value) {
        String line = BLANKS.matcher(text(value)).replaceAll(" ").strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "\u2026";
    }

    private static String text(Object value) {
        if (value instanceof List<?> many) {
            return many.isEmpty() ? text(null) : many.stream().map(Shown::text).collect(Collectors.joining(", "));
        }
        if (value instanceof Person person) {
            return String.valueOf(person.getName());
        }
        return value == null
                ? Messages.empty
                : value instanceof Element element ? ValueTexts.name(element) : value.toString();
    }
}
