package org.chartroom.core.internal.check;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

import org.chartroom.core.check.Finding;
import org.chartroom.core.check.Severity;
import org.chartroom.core.type.TextFormats;
import org.chartroom.core.type.ValueTexts;
import org.chartroom.model.Currencies;
import org.chartroom.model.Directory;
import org.chartroom.model.Element;
import org.chartroom.model.ExchangeRate;
import org.chartroom.model.ModelPackage.Literals;
import org.chartroom.model.Person;
import org.chartroom.model.StrategicObjective;
import org.eclipse.emf.ecore.EStructuralFeature;

/** What holds for a directory: nobody and nothing is in it twice, and what is computed with makes sense. */
final class DirectoryChecks {
    private static final String NAME = "org.chartroom.core.personUnnamed";
    private static final String EMAIL = "org.chartroom.core.emailWrong";
    private static final String EMAIL_TWICE = "org.chartroom.core.emailTwice";
    private static final String PROJECT = "org.chartroom.core.projectTwice";
    private static final String VENDOR = "org.chartroom.core.vendorTwice";
    private static final String WEIGHT = "org.chartroom.core.objectiveWeight";
    private static final String RATE = "org.chartroom.core.rateWrong";
    private static final String RATE_TWICE = "org.chartroom.core.rateTwice";
    /** As the model says of what is typed; files and scripts can bring any number. */
    private static final BigDecimal MOST_WEIGHT = BigDecimal.valueOf(1000);

    private DirectoryChecks() {
    }

    static void check(Directory directory, Consumer<Finding> findings) {
        directory.getPeople().forEach(person -> checkPerson(person, findings));
        twice(directory.getPeople(), Literals.PERSON__EMAIL, EMAIL_TWICE, Messages.emailTwice, findings);
        twice(directory.getProjects(), Literals.PROJECT__KEY, PROJECT, Messages.projectTwice, findings);
        twice(directory.getVendors(), Literals.VENDOR__KEY, VENDOR, Messages.vendorTwice, findings);
        directory.getObjectives().forEach(objective -> checkWeight(objective, findings));
        directory.getRates().forEach(rate -> checkRate(rate, findings));
        twice(directory.getRates(), DirectoryChecks::pairAndDay, Literals.EXCHANGE_RATE__VALID_FROM, RATE_TWICE,
                Messages.rateTwice, findings);
    }

    private static void checkPerson(Person person, Consumer<Finding> findings) {
        if (person.getName() == null || person.getName().isBlank()) {
            findings.accept(new Finding(NAME, Severity.WARNING, person, Literals.PERSON__NAME, Messages.personUnnamed,
                    List.of()));
        }
        if (person.getEmail() != null && !person.getEmail().isBlank() && !TextFormats.isEmail(person.getEmail())) {
            findings.accept(new Finding(EMAIL, Severity.WARNING, person, Literals.PERSON__EMAIL,
                    Messages.bind(Messages.emailWrong, person.getEmail()), List.of()));
        }
    }

    private static void twice(List<? extends Element> elements, EStructuralFeature feature, String id, String message,
            Consumer<Finding> findings) {
        twice(elements, element -> element.eGet(feature) instanceof String text ? text.strip() : "", feature, id,
                message, findings);
    }

    /** Tells of each element whose text an earlier one has already, in any case. */
    private static <E extends Element> void twice(List<E> elements, Function<E, String> text,
            EStructuralFeature feature, String id, String message, Consumer<Finding> findings) {
        Map<String, Element> first = new HashMap<>();
        for (E element : elements) {
            String said = text.apply(element);
            Element before = said.isEmpty() ? null : first.putIfAbsent(said.toLowerCase(Locale.ROOT), element);
            if (before != null) {
                findings.accept(new Finding(id, Severity.ERROR, element, feature,
                        Messages.bind(message, said, ValueTexts.name(before)), List.of()));
            }
        }
    }

    private static void checkWeight(StrategicObjective objective, Consumer<Finding> findings) {
        BigDecimal weight = objective.getWeight();
        if (weight != null && (weight.signum() < 0 || weight.compareTo(MOST_WEIGHT) > 0)) {
            findings.accept(new Finding(WEIGHT, Severity.ERROR, objective, Literals.STRATEGIC_OBJECTIVE__WEIGHT,
                    Messages.bind(Messages.objectiveWeight, weight.toPlainString()), List.of()));
        }
    }

    private static void checkRate(ExchangeRate rate, Consumer<Finding> findings) {
        if (Currencies.find(rate.getFromCurrency()).isEmpty()) {
            wrong(rate, Literals.EXCHANGE_RATE__FROM_CURRENCY, Messages.rateCurrency, findings);
        } else if (Currencies.find(rate.getToCurrency()).isEmpty()) {
            wrong(rate, Literals.EXCHANGE_RATE__TO_CURRENCY, Messages.rateCurrency, findings);
        } else if (rate.getFromCurrency().equalsIgnoreCase(rate.getToCurrency())) {
            wrong(rate, Literals.EXCHANGE_RATE__TO_CURRENCY, Messages.rateSame, findings);
        } else if (rate.getRate() == null || rate.getRate().signum() <= 0) {
            wrong(rate, Literals.EXCHANGE_RATE__RATE, Messages.rateMissing, findings);
        } else if (rate.getValidFrom() == null) {
            wrong(rate, Literals.EXCHANGE_RATE__VALID_FROM, Messages.rateUndated, findings);
        }
    }

    private static void wrong(ExchangeRate rate, EStructuralFeature feature, String message,
            Consumer<Finding> findings) {
        findings.accept(new Finding(RATE, Severity.ERROR, rate, feature, message, List.of()));
    }

    /** The same for a rate and for one in the other direction: which of the two holds could not be told. */
    private static String pairAndDay(ExchangeRate rate) {
        String from = rate.getFromCurrency();
        String to = rate.getToCurrency();
        if (from == null || to == null || rate.getValidFrom() == null) {
            return "";
        }
        return (from.compareToIgnoreCase(to) < 0 ? from + "/" + to : to + "/" + from) + " " + rate.getValidFrom();
    }
}
