package org.chartroom.core.type;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.chartroom.core.value.Language;
import org.chartroom.core.value.ValueWriter;
import org.chartroom.model.Artifact;
import org.chartroom.model.Element;
import org.chartroom.model.ExchangeRate;
import org.chartroom.model.Item;
import org.chartroom.model.Money;
import org.chartroom.model.Person;
import org.chartroom.model.Project;
import org.chartroom.model.StrategicObjective;
import org.chartroom.model.Subject;
import org.chartroom.model.Vendor;
import org.eclipse.emf.common.util.Enumerator;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.osgi.util.NLS;

/** Values of fields as people read them, in a locale: the same texts in editors and reports. */
public final class ValueTexts {
    /** Decimal places of a computed number for which the model names none. */
    private static final int COMPUTED_DIGITS = 6;

    private final ValueWriter writer;

    /** @param locale the locale for dates, numbers and money */
    public ValueTexts(Locale locale) {
        this.writer = new ValueWriter(Language.of(locale));
    }

    /** @return texts in the locale of this process */
    public static ValueTexts current() {
        return new ValueTexts(Locale.getDefault(Locale.Category.FORMAT));
    }

    /**
     * @param date a day
     * @return the day as users write it, in the locale of this process; for sentences
     */
    public static String date(LocalDate date) {
        return current().text(null, date);
    }

    /**
     * @param feature a feature; may be null
     * @param value its value, of its type; may be null
     * @return the text to show; for null what the model says stands for it, usually nothing
     */
    public String text(EStructuralFeature feature, Object value) {
        if (value == null) {
            // What could not be computed says so, where the model gives a word for it.
            return feature == null ? "" : Presentation.detail(feature, "empty").orElse("");
        }
        if (feature != null && feature.getEType() instanceof EEnum literals && value instanceof Enumerator literal) {
            return Presentation.label(value, literals.getEEnumLiteral(literal.getValue()));
        }
        if (value instanceof LocalDate date) {
            return writer.text(date);
        }
        if (value instanceof Instant time) {
            // What can be edited is shown as it is read back; what only tells when is shown at a glance.
            boolean exact = feature != null && feature.isChangeable() && !Presentation.isReadOnly(feature)
                    && !Presentation.isHidden(feature);
            return writer.text(time, exact);
        }
        if (value instanceof Money money) {
            return writer.text(money);
        }
        if (value instanceof BigDecimal decimal) {
            return decimal(feature, decimal);
        }
        if (value instanceof Integer change && change > 0 && feature != null
                && Boolean.parseBoolean(Presentation.detail(feature, "signed").orElse("false"))) {
            return "+" + change;
        }
        if (value instanceof Boolean flag) {
            // What is computed only says when it holds; what can be entered, or be unset too, says both.
            String not = feature != null
                    && (feature.isChangeable() || feature.getEType().getInstanceClass() == Boolean.class)
                            ? Messages.no
                            : "";
            return flag ? Messages.yes : not;
        }
        if (value instanceof Element element) {
            return feature instanceof EReference reference ? target(reference, element) : name(element);
        }
        if (value instanceof List<?> many) {
            EStructuralFeature one = feature instanceof EReference ? feature : null;
            return String.join(", ", many.stream().map(single -> text(one, single)).toList());
        }
        return value.toString();
    }

    private String decimal(EStructuralFeature feature, BigDecimal decimal) {
        boolean percent = ValueWriter.isPercent(feature);
        Optional<Integer> digits = feature == null
                ? Optional.empty()
                : Presentation.detail(feature, "digits").map(Integer::valueOf);
        BigDecimal exact = percent ? decimal.multiply(ValueWriter.HUNDRED) : decimal;
        // A quotient without an end has 34 digits, of which nobody reads more than a few.
        BigDecimal shown = feature != null && feature.isDerived() && exact.scale() > COMPUTED_DIGITS
                ? exact.setScale(COMPUTED_DIGITS, RoundingMode.HALF_UP).stripTrailingZeros()
                : exact;
        String text = digits.map(some -> writer.number(shown.setScale(some, RoundingMode.HALF_UP), some))
                .orElseGet(() -> writer.number(shown, feature == null
                        ? 0
                        : Presentation.detail(feature, "fewestDigits").map(Integer::valueOf).orElse(0)));
        return percent ? text + " %" : text;
    }

    /**
     * @param money an amount of money
     * @return the amount rounded to whole units, half away from zero, with its currency: for figures at a glance, where
     *         cents only hide the size
     */
    public String wholeMoney(Money money) {
        return writer.number(money.amount().setScale(0, RoundingMode.HALF_UP), 0) + " "
                + money.currency().getCurrencyCode();
    }

    /**
     * @param element an element
     * @return what users call it: name, title or key
     */
    public static String name(Element element) {
        if (element instanceof Person person) {
            return first(element, person.getName(), person.getEmail());
        }
        if (element instanceof Project project) {
            return first(element, project.getName(), project.getKey());
        }
        if (element instanceof Subject subject) {
            String title = subject.getTitle() == null ? "" : subject.getTitle();
            return subject.getKey() == null ? title : (subject.getKey() + " " + title).strip();
        }
        if (element instanceof Vendor vendor) {
            return first(element, vendor.getName(), vendor.getKey());
        }
        if (element instanceof StrategicObjective objective) {
            String code = objective.getCode() == null ? "" : objective.getCode();
            return first(element,
                    (code + " " + (objective.getStatement() == null ? "" : objective.getStatement())).strip());
        }
        if (element instanceof ExchangeRate rate && rate.getFromCurrency() != null && rate.getToCurrency() != null) {
            return rate.getFromCurrency() + "/" + rate.getToCurrency()
                    + (rate.getValidFrom() == null ? "" : " " + rate.getValidFrom());
        }
        return Presentation.label(element.eClass());
    }

    /**
     * @param reference a reference
     * @param target what it leads to
     * @return what users call the target; the key of its artifact goes before that of an item of another artifact, because
     *         keys of items are unique in their artifact only: "CHR-001/D-002 Medication module"
     */
    public static String target(EReference reference, Element target) {
        if (target.eIsProxy()) {
            return Messages.gone;
        }
        boolean keyed = target instanceof Item && !reference.isContainment()
                && !Presentation.isWithinArtifact(reference);
        return keyed && EcoreUtil.getRootContainer(target) instanceof Artifact artifact && artifact.getKey() != null
                ? artifact.getKey() + "/" + name(target)
                : name(target);
    }

    /** The first of some texts that says something; of a new element, or of one that was deleted, what kind of thing it is. */
    private static String first(Element element, String... texts) {
        if (element.eIsProxy()) {
            return Messages.gone;
        }
        return Arrays.stream(texts).filter(text -> text != null && !text.isBlank()).findFirst()
                .orElseGet(() -> NLS.bind(Messages.unnamed, Presentation.label(element.eClass())));
    }

    /** Texts for values that have none of their own. */
    static final class Messages extends NLS {
        public static String badCharacter;
        public static String dateOutside;
        public static String tooManyDigits;
        public static String yes;
        public static String no;
        public static String gone;
        public static String notACurrency;
        public static String notAnEmail;
        public static String unnamed;

        static {
            initializeMessages("org.chartroom.core.type.messages", Messages.class);
        }

        private Messages() {
        }
    }
}
