package org.chartroom.ui.forms.field;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;

import org.chartroom.core.type.TextFormats;
import org.chartroom.core.type.ValueTexts;
import org.chartroom.core.value.CleanText;
import org.chartroom.core.value.ColumnLanguage;
import org.chartroom.core.value.Language;
import org.chartroom.core.value.ValueRange;
import org.chartroom.core.value.ValueReader;
import org.chartroom.model.Currencies;
import org.chartroom.model.Element;
import org.chartroom.model.Money;
import org.chartroom.ui.forms.internal.Messages;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;

/** Values of fields as people read and write them, in the locale of the workbench. */
public final class FieldFormat {
    private final ValueTexts texts;
    private final ValueReader reader;

    /** @param locale the locale for dates, numbers and money */
    public FieldFormat(Locale locale) {
        this(Language.of(locale));
    }

    private FieldFormat(Language language) {
        this.texts = new ValueTexts(language.locale());
        this.reader = new ValueReader(language);
    }

    /**
     * @param feature the feature a column of a pasted table goes to
     * @param cells its cells
     * @return this format, which reads in the language of the column where that is another one
     */
    public FieldFormat ofPasted(EStructuralFeature feature, Collection<String> cells) {
        Class<?> type = feature.getEType().getInstanceClass();
        boolean isDay = type == LocalDate.class || type == Instant.class;
        if (!isDay && type != Money.class && type != BigDecimal.class && type != Integer.class && type != int.class) {
            return this;
        }
        Language pasted = (isDay ? ColumnLanguage.ofDates(cells) : ColumnLanguage.ofNumbers(cells))
                .pasted(reader.language());
        return pasted.equals(reader.language()) ? this : new FieldFormat(pasted);
    }

    /** @return a format in the locale of the workbench */
    public static FieldFormat current() {
        return new FieldFormat(Locale.getDefault(Locale.Category.FORMAT));
    }

    /**
     * @param feature a feature
     * @param value its value, of its type; may be null
     * @return the text to show; empty for null
     */
    public String text(EStructuralFeature feature, Object value) {
        return texts.text(feature, value);
    }

    /**
     * @param money an amount of money
     * @return the amount rounded to whole units, half away from zero, with its currency: for figures at a glance, where
     *         cents only hide the size
     */
    public String wholeMoney(Money money) {
        return texts.wholeMoney(money);
    }

    /**
     * @param element an element
     * @return what users call it: name, title or key
     */
    public static String name(Element element) {
        return ValueTexts.name(element);
    }

    /**
     * Reads what a user typed.
     *
     * @param attribute the attribute it is for
     * @param text the text
     * @param root the artifact the attribute is in, or the directory; its currency is taken for amounts without one
     * @return the value; null for an empty text
     * @throws IllegalArgumentException when the text does not fit; the message is one sentence for the user
     */
    public Object parse(EAttribute attribute, String text, EObject root) {
        Object parsed = read(attribute, text, root);
        ValueRange.problem(attribute, parsed, root, texts).ifPresent(problem -> {
            throw new IllegalArgumentException(Messages.bind(Messages.sentence, problem));
        });
        return parsed;
    }

    private Object read(EAttribute attribute, String text, EObject root) {
        Class<?> type = attribute.getEAttributeType().getInstanceClass();
        String value = text.strip();
        String typed = null;
        try {
            if (type == String.class && !text.isEmpty()) {
                typed = (String) reader.read(attribute, CleanText.lineBreaks(text), Optional.empty()).value();
            } else if (!value.isEmpty()) {
                return reader.read(attribute, stepNumber(type, value), currency(root)).value();
            }
        } catch (IllegalArgumentException e) {
            // What quotes the text is a sentence but for its full stop.
            String reason = e.getMessage();
            throw new IllegalArgumentException(
                    Messages.bind(reason.startsWith("\"") ? Messages.sentence : Messages.notKept, reason), e);
        }
        return typed == null
                ? type.isPrimitive() ? attribute.getDefaultValue() : null
                : TextFormats.normal(attribute, typed);
    }

    /** Steps are shown as "3 - Possible"; only the number counts. */
    private static String stepNumber(Class<?> type, String value) {
        int dash = value.indexOf(" \u2013 ");
        return dash > 0 && (type == Integer.class || type == int.class) ? value.substring(0, dash) : value;
    }

    private static Optional<Currency> currency(EObject root) {
        EStructuralFeature currency = root == null ? null : root.eClass().getEStructuralFeature("currency");
        Object code = currency == null ? null : root.eGet(currency);
        return code == null ? Optional.empty() : Currencies.find(code.toString());
    }
}
