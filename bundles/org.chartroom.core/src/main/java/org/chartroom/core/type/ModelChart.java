package org.chartroom.core.type;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.chartroom.core.evaluation.Evaluation;
import org.chartroom.core.expression.Expression;
import org.chartroom.core.expression.ExpressionException;
import org.chartroom.model.Money;
import org.eclipse.emf.common.util.EMap;
import org.eclipse.emf.ecore.EAnnotation;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;

/**
 * A chart that a model says in an annotation of a class: for each element of a list a bar, or one for each series.
 * Details: "title"; "list", an expression that gives the elements; "category", of an element, what a bar is called, where
 * equal ones are added up; "values", of an element, one expression for each series, divided by "|"; "names" of the
 * series, divided the same way, where "values" are no fields; "kind", bars (lying, when it is left out) or columns.
 *
 * @param title what it shows
 * @param kind how it is drawn
 * @param list gives the elements
 * @param category gives the category of an element
 * @param values give the values of an element, one for each series
 * @param names names of the series
 */
public record ModelChart(String title, Kind kind, String list, String category, List<String> values,
        List<String> names) {
    /** Source of the annotations. */
    public static final String SOURCE = "http://www.chartroom.org/chart";

    /** How a chart is drawn. */
    public enum Kind {
        /** Lying bars, for categories with long names. */
        BARS,
        /** Standing bars, for periods. */
        COLUMNS
    }

    /**
     * What a chart shows now.
     *
     * @param categories its categories, in their order
     * @param series its series
     * @param unit currency of the values; empty when they are no money
     */
    public record Data(List<String> categories, List<Series> series, String unit) {
    }

    /**
     * One of the values of each category.
     *
     * @param name what it is called
     * @param values one for each category; null where there is none
     */
    public record Series(String name, List<BigDecimal> values) {
    }

    /**
     * @param eClass a class
     * @return its charts
     * @throws ExpressionException when an annotation lacks something or says something that is not known
     */
    public static List<ModelChart> of(EClass eClass) {
        List<ModelChart> charts = new ArrayList<>();
        for (EAnnotation annotation : eClass.getEAnnotations()) {
            if (SOURCE.equals(annotation.getSource())) {
                charts.add(read(annotation.getDetails(), eClass));
            }
        }
        return charts;
    }

    private static ModelChart read(EMap<String, String> details, EClass eClass) {
        for (String needed : List.of("title", "list", "category", "values")) {
            if (details.get(needed) == null) {
                throw new ExpressionException("A chart of " + eClass.getName() + " lacks \"" + needed + "\"", null);
            }
        }
        List<String> values = List.of(details.get("values").split("\\|"));
        List<String> names = details.get("names") == null ? values : List.of(details.get("names").split("\\|"));
        if (names.size() != values.size()) {
            throw new ExpressionException("The chart \"" + details.get("title") + "\" of " + eClass.getName() + " has "
                    + values.size() + " values and " + names.size() + " names", null);
        }
        Kind kind = switch (details.get("kind") == null ? "bars" : details.get("kind")) {
            case "bars" -> Kind.BARS;
            case "columns" -> Kind.COLUMNS;
            default -> throw new ExpressionException("The chart \"" + details.get("title") + "\" of " + eClass.getName()
                    + " is of kind " + details.get("kind") + "; it can be bars or columns", null);
        };
        return new ModelChart(details.get("title"), kind, details.get("list"), details.get("category"), values, names);
    }

    /**
     * Computes what it shows.
     *
     * @param owner an object of the class
     * @param evaluation what it is computed with
     * @return its categories and values; no categories when the list is empty
     * @throws ExpressionException when one of its expressions is wrong for the object, or amounts of different currencies
     *         meet
     */
    public Data data(EObject owner, Evaluation evaluation) {
        Object found = Expression.of(list, owner.eClass()).value(owner, evaluation).orElse(List.of());
        if (!(found instanceof List<?> elements)) {
            throw new ExpressionException("The chart \"" + title + "\" is over " + found + ", which is no list", null);
        }
        Map<String, BigDecimal[]> rows = new LinkedHashMap<>();
        String unit = "";
        String[] labels = names.toArray(String[]::new);
        for (Object element : elements) {
            if (element instanceof EObject object) {
                for (int i = 0; i < values.size(); i++) {
                    EStructuralFeature feature = object.eClass().getEStructuralFeature(labels[i]);
                    labels[i] = feature == null ? labels[i] : Presentation.label(feature);
                }
                String name = category(object, evaluation);
                BigDecimal[] sums = rows.computeIfAbsent(name, key -> new BigDecimal[values.size()]);
                unit = add(object, evaluation, sums, unit);
            }
        }
        List<Series> series = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            List<BigDecimal> column = new ArrayList<>();
            for (BigDecimal[] row : rows.values()) {
                column.add(row[i]);
            }
            series.add(new Series(labels[i], column));
        }
        return new Data(List.copyOf(rows.keySet()), series, unit);
    }

    private String category(EObject object, Evaluation evaluation) {
        Object value = Expression.of(category, object.eClass()).value(object, evaluation).orElse("–");
        EStructuralFeature feature = object.eClass().getEStructuralFeature(category);
        if (feature != null && feature.getEType() instanceof EEnum literals
                && literals.getEEnumLiteral(String.valueOf(value)) != null) {
            return Presentation.label(literals.getEEnumLiteral(String.valueOf(value)));
        }
        return String.valueOf(value);
    }

    private String add(EObject object, Evaluation evaluation, BigDecimal[] sums, String unit) {
        String seen = unit;
        for (int i = 0; i < values.size(); i++) {
            Object value = Expression.of(values.get(i), object.eClass()).value(object, evaluation).orElse(null);
            if (value instanceof Money money) {
                String currency = money.currency().getCurrencyCode();
                if (!seen.isEmpty() && !seen.equals(currency)) {
                    throw new ExpressionException("The chart \"" + title + "\" has amounts in " + seen + " and "
                            + currency + "; give them in one currency", null);
                }
                seen = currency;
                value = money.amount();
            }
            if (value instanceof BigDecimal number) {
                sums[i] = sums[i] == null ? number : sums[i].add(number);
            } else if (value != null) {
                throw new ExpressionException(
                        "The chart \"" + title + "\": \"" + values.get(i) + "\" gives " + value
                                + ", which is no number",
                        null);
            }
        }
        return seen;
    }
}
