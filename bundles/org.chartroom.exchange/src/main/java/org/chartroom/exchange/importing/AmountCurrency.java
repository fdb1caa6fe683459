package org.chartroom.exchange.importing;

import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.chartroom.core.value.ColumnLanguage;
import org.chartroom.core.value.CurrencySigns;
import org.chartroom.core.value.CurrencyWords;
import org.chartroom.core.value.Placeholders;
import org.chartroom.core.value.ValueReader;
import org.chartroom.exchange.csv.CsvTable;
import org.chartroom.model.Money;

/** The currencies of the amounts in one column that name none: what the header says, another column, or somebody. */
final class AmountCurrency {
    private final ColumnMapping mapping;
    private final HeaderUnit unit;
    private final RootCurrency ofRoot;
    private Optional<Currency> usual = Optional.empty();
    /** The one that decides where the sign of a cell may be several. */
    private Optional<Currency> context = Optional.empty();
    private String source = "";
    private int column = -1;
    private String columnName = "";

    AmountCurrency(ColumnMapping mapping, HeaderUnit unit, RootCurrency ofRoot) {
        this.mapping = mapping;
        this.unit = unit;
        this.ofRoot = ofRoot;
    }

    /**
     * Decides what counts for the column.
     *
     * @param said how its cells are written
     * @return why its amounts can't be read; empty when they can
     */
    Optional<String> decide(CsvTable table, ImportOptions options, ColumnLanguage said) {
        context = options.currency().or(ofRoot::own);
        if (!unit.currency().isEmpty()) {
            source = Messages.currencyOfHeader;
            try {
                usual = Optional.of(CurrencySigns.currency(unit.currency(), context, true));
            } catch (IllegalArgumentException e) {
                return Optional.of(e.getMessage());
            }
            return Optional.empty();
        }
        column = RootCurrency.column(table);
        if (column >= 0) {
            columnName = table.columns().get(column);
        }
        if (options.currency().isPresent()) {
            usual = options.currency();
            source = Messages.currencySaid;
        } else if (column < 0) {
            source = Messages.bind(Messages.currencyOfArtifact, ofRoot.name());
            // Beside amounts in pounds an amount without a currency is hardly one in the euros of the root.
            usual = ofRoot.own()
                    .filter(own -> said.currencies().isEmpty() || said.currencies().equals(Set.of(own)));
        }
        return Optional.empty();
    }

    /** @return whether another column says the currencies of this one */
    boolean isColumn(int index) {
        return column == index;
    }

    /** @return whether the currency differs from row to row */
    boolean isByRow() {
        return column >= 0;
    }

    /** @return the currency of all amounts that name none; empty when rows say it, or nobody */
    Optional<Currency> ofAll() {
        return column < 0 ? usual : Optional.empty();
    }

    /**
     * @param text what the cell of the amount says
     * @return the currency of an amount in a row that names none
     * @throws IllegalArgumentException when the row says one that is none, or may be several; the message completes
     *         "because ..."
     */
    Optional<Currency> of(CsvTable.Row row, String text) {
        if (column < 0) {
            return usual;
        }
        String said = row.values()[column].strip();
        Optional<Currency> code = CurrencySigns.code(said);
        if (code.isPresent()) {
            return code;
        }
        if (said.isEmpty() || Placeholders.isNothing(said)) {
            return usual;
        }
        try {
            Optional<Currency> named = ValueReader.currencyBeside(text.strip()).flatMap(CurrencySigns::code);
            return Optional.of(CurrencyWords.currency(said, named.or(() -> context)));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(Messages.bind(Messages.inColumn, columnName, e.getMessage()), e);
        }
    }

    /**
     * @param money an amount whose cell names its currency
     * @param ofRow what {@link #of} says of its row
     * @throws IllegalArgumentException when the row says another one; the message completes "because ..."
     */
    void check(Money money, String text, Optional<Currency> ofRow) {
        if (column >= 0 && ofRow.filter(one -> !one.equals(money.currency())).isPresent()) {
            throw new IllegalArgumentException(Messages.bind(Messages.currencyTwice, new Object[]{text,
                    columnName, ofRow.get().getCurrencyCode()}));
        }
    }

    /** Adds in which currency amounts without one were taken. */
    void addNote(List<String> notes, long count) {
        notes.add(column >= 0
                ? Messages.bind(Messages.currenciesOfColumn, new Object[]{mapping.name(), count,
                        Messages.bind(Messages.currencyOfColumn, columnName) + usual.map(
                                one -> Messages.bind(Messages.currencyOfOthers, one.getCurrencyCode(), source))
                                .orElse("")})
                : Messages.bind(Messages.usualCurrency, new Object[]{mapping.name(), count,
                        usual.map(Currency::getCurrencyCode).orElse(""), source}));
    }
}
