package org.chartroom.core.internal.check;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;

import org.chartroom.core.check.Check;
import org.chartroom.core.check.CheckInfo;
import org.chartroom.core.check.Severity;
import org.chartroom.core.contribution.Contribution;

/** Reads how a check is declared. */
final class DeclaredCheck {
    private DeclaredCheck() {
    }

    /**
     * @param contribution a contribution
     * @return how it is declared
     * @throws IllegalArgumentException when its severity is none, or the value of a parameter is no number
     */
    static CheckInfo of(Contribution<Check> contribution) {
        return new CheckInfo(contribution.id(), contribution.attribute("name").orElse(contribution.id()),
                contribution.attribute("description").orElse(""), severity(contribution),
                contribution.children("parameter").stream().map(DeclaredCheck::parameter).toList(),
                contribution.bundle());
    }

    private static Severity severity(Contribution<Check> contribution) {
        return contribution.attribute("severity").map(text -> Severity.valueOf(text.toUpperCase(Locale.ROOT)))
                .orElse(Severity.WARNING);
    }

    private static CheckInfo.Parameter parameter(Map<String, String> attributes) {
        String name = attributes.getOrDefault("name", "");
        return new CheckInfo.Parameter(name, attributes.getOrDefault("label", name),
                new BigDecimal(attributes.getOrDefault("value", "")));
    }
}
