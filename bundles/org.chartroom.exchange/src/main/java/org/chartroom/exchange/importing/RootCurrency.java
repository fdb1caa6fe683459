package org.chartroom.exchange.importing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.chartroom.core.type.Presentation;
import org.chartroom.core.value.CurrencySigns;
import org.chartroom.core.value.CurrencyWords;
import org.chartroom.core.value.Names;
import org.chartroom.core.value.ValueReader;
import org.chartroom.exchange.csv.CsvTable;
import org.chartroom.model.Currencies;
import org.chartroom.model.Element;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EStructuralFeature;

/**
 * The one currency of the amounts of an artifact, where it has one. An artifact that the import makes takes the one that the
 * file names; amounts in another one can't be taken.
 */
final class RootCurrency {
    private static final String FEATURE = "currency";

    private final CsvTable table;
    private final Element root;
    private final ImportOptions options;
    /** The column that says the currencies of the amounts in others; below 0 when there is none. */
    private final int column;
    private final Optional<Currency> own;
    private final boolean isTaken;
    private long assumed;

    RootCurrency(CsvTable table, List<ColumnMapping> mappings, Element root, ImportOptions options) {
        this.table = table;
        this.root = root;
        this.options = options;
        List<ColumnMapping> amounts = mappings.stream().filter(mapping -> mapping.column() < table.columns().size())
                .filter(mapping -> mapping.target().filter(target -> isAmount(target.feature(), root)).isPresent())
                .toList();
        this.column = column(table);
        Optional<Currency> before = of(root);
        Optional<Currency> mapped = mappings.stream().filter(mapping -> mapping.target()
                .filter(target -> target.ofArtifact() && target.feature().getName().equals(FEATURE)).isPresent())
                .findFirst().flatMap(mapping -> only(codes(mapping.column())));
        Optional<Currency> taken = options.takesCurrency() && mapped.isEmpty() && !amounts.isEmpty()
                ? options.currency().or(() -> only(named(amounts)))
                : Optional.empty();
        this.own = mapped.or(() -> taken).or(() -> before);
        this.isTaken = before.isPresent() && taken.filter(one -> !one.equals(before.get())).isPresent();
    }

    /** @return the currency of an artifact, or of the directory; empty when it has none */
    static Optional<Currency> of(Element root) {
        EStructuralFeature currency = root.eClass().getEStructuralFeature(FEATURE);
        Object code = currency == null ? null : root.eGet(currency);
        return code == null ? Optional.empty() : Currencies.find(code.toString());
    }

    /** @return index of the column that says the currencies of the amounts in others; below 0 when there is none */
    static int column(CsvTable table) {
        return table.columns().stream()
                .filter(name -> Messages.currencyColumns.contains("|" + Names.folded(name) + "|")).findFirst()
                .map(table.columns()::indexOf).orElse(-1);
    }

    private static Optional<Currency> only(Set<Currency> currencies) {
        return currencies.size() == 1 ? Optional.of(currencies.iterator().next()) : Optional.empty();
    }

    /** @return the currencies that a column says, or the headers and cells of the amounts themselves */
    private Set<Currency> named(List<ColumnMapping> amounts) {
        Set<Currency> named = new LinkedHashSet<>(column < 0 ? Set.of() : codes(column));
        List<String> signs = new ArrayList<>();
        for (ColumnMapping mapping : amounts) {
            signs.add(HeaderUnit.of(mapping.name(), mapping.target().orElseThrow().feature()).currency());
            table.rows().forEach(row -> ValueReader.currencyBeside(row.values()[mapping.column()].strip())
                    .ifPresent(signs::add));
        }
        signs.stream().filter(sign -> !sign.isEmpty()).distinct().forEach(sign -> find(sign).ifPresent(named::add));
        return named;
    }

    private Set<Currency> codes(int index) {
        Set<Currency> codes = new LinkedHashSet<>();
        table.rows().stream().map(row -> row.values()[index].strip()).distinct()
                .forEach(text -> find(text).ifPresent(codes::add));
        return codes;
    }

    private Optional<Currency> find(String sign) {
        try {
            return Optional.of(CurrencyWords.currency(sign, options.currency().or(() -> of(root))));
        } catch (IllegalArgumentException e) {
            // Where the amounts are read, it is refused with the reason.
            return Optional.empty();
        }
    }

    /** @return the currency that the artifact has after the import; empty when it has none */
    Optional<Currency> own() {
        return own;
    }

    private String code() {
        return own.map(Currency::getCurrencyCode).orElse("");
    }

    /** @return what the artifact is called */
    String name() {
        return Shown.name(root, options.isNew());
    }

    /** @return whether numbers of a field are amounts in the currency of the artifact: plain ones, of no unit of their own */
    static boolean isAmount(EStructuralFeature feature, Element root) {
        return root.eClass().getEStructuralFeature(FEATURE) != null && feature instanceof EAttribute attribute
                && attribute.getEAttributeType().getInstanceClass() == BigDecimal.class
                && Presentation.unit(attribute).isEmpty();
    }

    /** @return whether numbers of a field are amounts in the currency that the artifact has */
    boolean isAmount(EStructuralFeature feature) {
        return own.isPresent() && isAmount(feature, root);
    }

    /** @return whether a column says the currencies of the amounts of a field */
    boolean isColumn(int index, EStructuralFeature feature) {
        return column == index && isAmount(feature);
    }

    /**
     * Numbers that are amounts in the currency of the artifact can't be taken in another one.
     *
     * @param unit what the header of their column says
     * @return why they can't be taken; empty when they can
     */
    Optional<String> problem(HeaderUnit unit, EStructuralFeature feature) {
        if (unit.currency().isEmpty()) {
            return options.currency().filter(said -> isAmount(feature) && column < 0 && !said.equals(own.get()))
                    .map(said -> Messages.bind(Messages.otherCurrencySaid,
                            new Object[]{said.getCurrencyCode(), name(), code()}));
        }
        try {
            Currency named = CurrencySigns.currency(unit.currency(), options.currency().or(() -> own), true);
            return own.filter(one -> !one.equals(named))
                    .map(one -> Messages.bind(Messages.otherCurrency, new Object[]{unit.text(), name(), code()}));
        } catch (IllegalArgumentException e) {
            return Optional.of(e.getMessage());
        }
    }

    /**
     * Takes note of the currency of an amount.
     *
     * @param text what its cell says
     * @throws IllegalArgumentException when its row says that it is in another currency than the artifact; the message
     *         completes "because ..."
     */
    void check(CsvTable.Row row, String text, HeaderUnit unit) {
        String said = column < 0 ? "" : row.values()[column].strip();
        boolean isNamed = !said.isEmpty() || !unit.currency().isEmpty()
                || ValueReader.currencyBeside(text.strip()).isPresent();
        Currency currency = said.isEmpty()
                ? options.currency().filter(one -> !isNamed).or(() -> own).orElseThrow()
                : ofColumn(said);
        if (!currency.equals(own.orElseThrow())) {
            throw new IllegalArgumentException(said.isEmpty()
                    ? Messages.bind(Messages.otherCurrencySaid,
                            new Object[]{currency.getCurrencyCode(), name(), code()})
                    : Messages.bind(Messages.otherCurrencyOfRow,
                            new Object[]{table.columns().get(column), said, name(), code()}));
        }
        assumed += isNamed || !ValueReader.isNumber(text.strip()) ? 0 : 1;
    }

    private Currency ofColumn(String said) {
        try {
            return CurrencyWords.currency(said, options.currency().or(() -> own));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    Messages.bind(Messages.inColumn, table.columns().get(column), e.getMessage()), e);
        }
    }

    /**
     * Takes off the currency of the artifact, which cells may have beside the number as workbooks show it.
     *
     * @param attribute the field
     * @param text what a cell says
     * @param unit what the header of its column says
     * @return the number alone, where it is an amount in the currency of the artifact; any other text as it is
     * @throws IllegalArgumentException when it is an amount in another currency, or the header has a unit, too; the message
     *         completes "because ..."
     */
    String bare(EAttribute attribute, String text, HeaderUnit unit) {
        Optional<String> sign = isAmount(attribute) ? ValueReader.currencyBeside(text) : Optional.empty();
        if (sign.isEmpty()) {
            return text;
        }
        Currency named = CurrencySigns.currency(sign.get(), own, true);
        if (!named.equals(own.orElseThrow())) {
            throw new IllegalArgumentException(
                    Messages.bind(Messages.otherCurrencyInCell, new Object[]{text, name(), code()}));
        }
        if (unit.factor().compareTo(BigDecimal.ONE) != 0) {
            throw new IllegalArgumentException(Messages.bind(Messages.unitTwice, text, unit.text()));
        }
        return text.replace(sign.get(), "").strip();
    }

    /** @return what gives an artifact that the import makes the currency that is taken */
    List<ImportPlan.Edit> edits() {
        return isTaken
                ? List.of(new ImportPlan.Edit(root, root.eClass().getEStructuralFeature(FEATURE), code()))
                : List.of();
    }

    /** Adds what was taken for granted. */
    void addNotes(List<String> notes) {
        if (isTaken) {
            notes.add(Messages.bind(Messages.currencyTaken, new Object[]{name(), code(),
                    options.currency().isPresent() ? Messages.currencySaid : Messages.onlyCurrency}));
        }
        if (assumed > 0) {
            notes.add(Messages.bind(Messages.amountsAssumed, new Object[]{assumed, code(),
                    options.currency().isPresent()
                            ? Messages.currencySaid
                            : Messages.bind(Messages.currencyOfArtifact, name())}));
        }
    }
}
