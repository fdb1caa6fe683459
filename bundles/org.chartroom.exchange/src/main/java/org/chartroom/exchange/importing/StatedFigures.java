package org.chartroom.exchange.importing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import org.chartroom.core.type.Presentation;
import org.chartroom.core.type.ValueRules;
import org.chartroom.core.value.ValueWriter;
import org.chartroom.core.value.Words;
import org.chartroom.exchange.csv.CsvTable;
import org.chartroom.exchange.importing.ImportTotals.Compared;
import org.chartroom.exchange.importing.ImportTotals.Contradiction;
import org.chartroom.model.Element;
import org.chartroom.model.Money;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EEnumLiteral;
import org.eclipse.emf.ecore.EObject;

/**
 * The columns that state what Chartroom computes, a score or a variance. They go nowhere; they are compared with what is
 * computed from the rows after the import, and what differs by more than the rounding of the file is a contradiction.
 */
final class StatedFigures {
    /** Workbooks keep numbers in binary, so the last digits of a figure that was computed there are noise. */
    private static final BigDecimal NOISE = new BigDecimal("1e-9");
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final int PERCENT_DIGITS = 2;

    private final CsvTable table;
    private final List<ColumnReader> columns;
    private final List<Stated> rows = new ArrayList<>();

    /** A row that has stated figures, and its item. */
    private record Stated(CsvTable.Row row, String label, Element item) {
    }

    /**
     * @param table the table
     * @param mappings what is done with its columns
     * @param root the artifact, or the directory, it is imported into
     * @param currency the currency of its amounts
     * @param itemClass class of its items
     * @param guarded whether the table is one that this product wrote
     */
    StatedFigures(CsvTable table, List<ColumnMapping> mappings, Element root, RootCurrency currency, EClass itemClass,
            boolean guarded) {
        this.table = table;
        Set<EAttribute> taken = new HashSet<>();
        columns = mappings.stream().filter(mapping -> mapping.target().isEmpty()
                && mapping.column() < table.columns().size())
                .flatMap(mapping -> computed(itemClass, mapping.name()).filter(taken::add)
                        .map(field -> new ColumnReader(
                                mapping.to(Optional.of(new ColumnTarget(Optional.empty(), field))),
                                currency, root, table, guarded))
                        .stream())
                .toList();
    }

    /** @return the computed field that a column is called after */
    private static Optional<EAttribute> computed(EClass itemClass, String name) {
        List<EAttribute> fields = itemClass.getEAllAttributes().stream()
                .filter(field -> field.isDerived() && !field.isMany()
                        && field.getEAttributeType().getInstanceClass() != String.class)
                .toList();
        return find(fields, field -> Words.normal(name), field -> true)
                .or(() -> find(fields, field -> Words.normal(HeaderUnit.of(name).name()),
                        field -> !HeaderUnit.of(name, field).isNone()));
    }

    private static Optional<EAttribute> find(List<EAttribute> fields, Function<EAttribute, String> name,
            Predicate<EAttribute> isMeant) {
        Optional<EAttribute> own = fields.stream().filter(isMeant)
                .filter(field -> FieldNames.isOwn(field, name.apply(field))).findFirst();
        return own.or(() -> fields.stream().filter(isMeant)
                .filter(field -> FieldNames.isForeign(field, name.apply(field))
                        || Words.aliases(field).contains(name.apply(field)))
                .findFirst());
    }

    /** Decides what the columns take for granted; the columns that arrive have their say. */
    void decide(List<ColumnReader> all, ImportOptions options) {
        columns.forEach(column -> column.decide(table, all, options));
    }

    /** Takes a row that is imported, or whose item is there already. */
    void arrived(CsvTable.Row row, String label, Element item) {
        if (columns.stream().anyMatch(column -> !row.values()[column.mapping().column()].isBlank())) {
            rows.add(new Stated(row, label, item));
        }
    }

    /**
     * Compares what the rows state with what is computed.
     *
     * @param copied makes a copy in which the import is done and which knows the items; asked only when there is something
     *         to compare
     * @param contradictions gets the first contradictions
     * @return the columns of which at least one value could be compared
     */
    List<Compared> compare(Supplier<UnaryOperator<EObject>> copied, List<Contradiction> contradictions) {
        if (rows.isEmpty()) {
            return List.of();
        }
        UnaryOperator<EObject> after = copied.get();
        List<Compared> all = new ArrayList<>();
        for (ColumnReader column : columns) {
            long values = 0;
            long judged = 0;
            long differing = 0;
            for (Stated stated : rows) {
                if (stated.row().values()[column.mapping().column()].isBlank()) {
                    continue;
                }
                values++;
                Optional<Object> said = column.glance(stated.row());
                Object computed = after.apply(stated.item()).eGet(column.target().feature());
                if (said.isEmpty() || computed == null) {
                    continue;
                }
                judged++;
                BigDecimal unit = column.lastDigit(stated.row()).orElse(BigDecimal.ZERO);
                if (!isSame(said.get(), computed, unit)) {
                    differing++;
                    if (contradictions.size() < ImportTotals.MOST_CONTRADICTIONS) {
                        contradictions.add(new Contradiction(stated.row().line(), stated.label(),
                                column.mapping().name(), column.text(stated.row()).strip(),
                                text(column, computed, unit), false));
                    }
                }
            }
            if (judged > 0) {
                all.add(new Compared(column.mapping().name(), column.target().feature().getName(),
                        column.target().label(), values, judged, differing));
            }
        }
        return all;
    }

    private static boolean isSame(Object said, Object computed, BigDecimal unit) {
        if (said instanceof Money a && computed instanceof Money b) {
            return a.currency().equals(b.currency()) && isNear(a.amount(), b.amount(), unit);
        }
        Optional<BigDecimal> a = number(said);
        Optional<BigDecimal> b = number(computed);
        return a.isPresent() && b.isPresent() ? isNear(a.get(), b.get(), unit) : Objects.equals(said, computed);
    }

    static boolean isNear(BigDecimal said, BigDecimal computed, BigDecimal unit) {
        BigDecimal difference = said.subtract(computed).abs();
        return difference.compareTo(unit.multiply(HALF)) <= 0
                || difference.compareTo(said.abs().multiply(NOISE)) <= 0;
    }

    private static Optional<BigDecimal> number(Object value) {
        return value instanceof BigDecimal decimal
                ? Optional.of(decimal)
                : value instanceof Number number ? Optional.of(new BigDecimal(number.toString())) : Optional.empty();
    }

    private static String text(ColumnReader column, Object computed, BigDecimal unit) {
        EAttribute field = (EAttribute) column.target().feature();
        if (computed instanceof Money money) {
            return rounded(money.amount(), unit) + " " + money.currency().getCurrencyCode();
        }
        Optional<BigDecimal> number = number(computed);
        if (number.isPresent()) {
            return ValueWriter.isPercent(field)
                    ? rounded(number.get().movePointRight(PERCENT_DIGITS), unit.movePointRight(PERCENT_DIGITS)) + " %"
                    : rounded(number.get(), unit);
        }
        if (field.getEAttributeType() instanceof EEnum literals) {
            EEnumLiteral literal = literals.getEEnumLiteralByLiteral(computed.toString());
            return literal == null ? computed.toString() : Presentation.label(literal);
        }
        return computed.toString();
    }

    /** As many digits as the file gives, so that both figures can be compared at a glance. */
    static String rounded(BigDecimal number, BigDecimal unit) {
        if (unit.signum() == 0) {
            return ValueRules.plain(number);
        }
        BigDecimal rounded = number.divide(unit, 0, RoundingMode.HALF_UP).multiply(unit);
        return ValueRules
                .plain(unit.compareTo(BigDecimal.ONE) < 0 ? rounded : rounded.setScale(0, RoundingMode.HALF_UP));
    }

    /** @return with what field the values of a column were compared, so that they do not go nowhere; empty if with none */
    Optional<Compared> comparedWith(int column, List<Compared> compared) {
        return columns.stream().filter(one -> one.mapping().column() == column)
                .flatMap(one -> compared.stream().filter(other -> other.name().equals(one.mapping().name())))
                .findFirst();
    }
}
