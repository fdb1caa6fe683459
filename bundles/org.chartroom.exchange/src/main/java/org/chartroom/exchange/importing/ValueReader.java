package org.chartroom.exchange.importing;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Currency;
import java.util.List;
import java.util.Locale;

import org.chartroom.core.type.Presentation;
import org.chartroom.core.type.ValueRules;
import org.chartroom.model.Artifact;
import org.chartroom.model.Money;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EDataType;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;

/** Turns the text of a cell into a value of a field. */
final class ValueReader {
    private static final List<DateTimeFormatter> DATES = List.of("uuuu-MM-dd", "uuuu/MM/dd", "d.M.uuuu", "d MMM uuuu",
            "MMM d, uuuu", "d-MMM-uuuu").stream().map(ValueReader::strict).toList();
    private static final int DAY_LENGTH = 10;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Artifact artifact;

    ValueReader(Artifact artifact) {
        this.artifact = artifact;
    }

    /**
     * @throws IllegalArgumentException when the text does not fit the field; the message completes "because ..."
     */
    Object read(ColumnMapping mapping, String text) {
        return ValueRules.checked(parse(mapping, text));
    }

    private Object parse(ColumnMapping mapping, String text) {
        EAttribute attribute = (EAttribute) mapping.target().orElseThrow().feature();
        EDataType type = attribute.getEAttributeType();
        Class<?> javaType = type.getInstanceClass();
        if (javaType == String.class) {
            return text;
        }
        String value = mapping.values().getOrDefault(text.strip(), text.strip());
        if (Words.hasSteps(attribute)) {
            return step(mapping, attribute, value);
        }
        if (type instanceof EEnum literals) {
            return Words.literal(literals, value).orElseThrow(() -> new IllegalArgumentException("\"" + value
                    + "\" is none of " + String.join(", ", literals.getELiterals().stream().map(Presentation::label)
                            .toList())))
                    .getInstance();
        }
        if (javaType == LocalDate.class) {
            return date(value);
        }
        if (javaType == Money.class) {
            return money(value);
        }
        if (javaType == BigDecimal.class) {
            BigDecimal number = number(value);
            return value.contains("%") ? number.divide(HUNDRED) : number;
        }
        if (javaType == Integer.class || javaType == int.class) {
            return wholeNumber(value);
        }
        if (javaType == boolean.class) {
            return truth(value);
        }
        if (javaType == Instant.class) {
            return time(value);
        }
        return EcoreUtil.createFromString(type, value);
    }

    /** With a zone as it says; without one, as in a cell of a workbook, the time of this machine. */
    private static Instant time(String value) {
        try {
            if (value.endsWith("Z")) {
                return Instant.parse(value);
            }
            // Of midnight a workbook says the day alone.
            String local = value.length() == DAY_LENGTH ? value + "T00:00" : value.replace(' ', 'T');
            return LocalDateTime.parse(local).atZone(ZoneId.systemDefault()).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("\"" + value + "\" is not a time, like 2026-03-31 18:00", e);
        }
    }

    private Integer step(ColumnMapping mapping, EStructuralFeature feature, String value) {
        if (mapping.scale() == Scale.WORDS) {
            return Words.step(feature, artifact, value).orElseThrow(
                    () -> new IllegalArgumentException("\"" + value + "\" is no step of the scale"));
        }
        return mapping.scale().step(number(value), MappingProposal.steps(feature));
    }

    private static Boolean truth(String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "yes", "y", "true", "x", "1" -> true;
            case "no", "n", "false", "0" -> false;
            default -> throw new IllegalArgumentException("\"" + value + "\" is neither yes nor no");
        };
    }

    private static Integer wholeNumber(String value) {
        try {
            return number(value).intValueExact();
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("\"" + value + "\" is not a whole number", e);
        }
    }

    private static BigDecimal number(String value) {
        return Numbers.parse(ValueRules.checkedNumber(value))
                .orElseThrow(() -> new IllegalArgumentException("\"" + value + "\" is not a number"));
    }

    private Money money(String value) {
        StringBuilder currency = new StringBuilder();
        StringBuilder amount = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            (isCurrency(value.charAt(i)) ? currency : amount).append(value.charAt(i));
        }
        String letters = currency.toString();
        String code = switch (letters) {
            case "" -> currencyOfArtifact();
            case "\u20AC" -> "EUR";
            case "$" -> "USD";
            case "\u00A3" -> "GBP";
            default -> letters.toUpperCase(Locale.ROOT);
        };
        try {
            return Money.of(number(amount.toString().strip()), Currency.getInstance(code));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("\"" + value + "\" is not an amount of money", e);
        }
    }

    private static boolean isCurrency(char c) {
        return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c == '\u20AC' || c == '$' || c == '\u00A3';
    }

    private String currencyOfArtifact() {
        EStructuralFeature currency = artifact.eClass().getEStructuralFeature("currency");
        Object code = currency == null ? null : artifact.eGet(currency);
        if (code == null) {
            throw new IllegalArgumentException("the amount has no currency, like 1200.50 EUR");
        }
        return code.toString();
    }

    private static LocalDate date(String value) {
        for (DateTimeFormatter format : DATES) {
            try {
                return LocalDate.parse(value, format);
            } catch (DateTimeException e) {
                // Another of the known forms may fit; when none does, the cell is refused below.
                continue;
            }
        }
        throw new IllegalArgumentException("\"" + value + "\" is not a date, like 2026-03-31");
    }

    private static DateTimeFormatter strict(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withResolverStyle(ResolverStyle.STRICT);
    }
}
