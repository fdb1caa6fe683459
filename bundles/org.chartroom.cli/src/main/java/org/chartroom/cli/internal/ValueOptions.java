package org.chartroom.cli.internal;

import java.util.Currency;
import java.util.Locale;
import java.util.Optional;

import org.chartroom.core.value.DateOrder;
import org.chartroom.core.value.DecimalMark;
import org.chartroom.exchange.importing.ImportOptions;
import org.chartroom.model.Currencies;

import picocli.CommandLine.Option;

/** What is said of the values of a file. */
final class ValueOptions {
    @Option(names = "--decimal", paramLabel = "comma|point", description = "What separates decimals in the numbers of a "
            + "table; found out column by column when not given.")
    private String decimal;

    @Option(names = "--date-order", paramLabel = "dmy|mdy|ymd", description = "Order of day, month and year in the dates "
            + "of a table; found out column by column when not given.")
    private String order;

    @Option(names = "--currency", paramLabel = "CODE", description = "Currency of the amounts of a table that name none; "
            + "that of the artifact when not given.")
    private String currency;

    /**
     * @return the options
     * @throws InputException when one has a value that it can't have
     */
    ImportOptions get() {
        return new ImportOptions(Optional.ofNullable(decimal).map(ValueOptions::decimal),
                Optional.ofNullable(order).map(ValueOptions::order),
                Optional.ofNullable(currency).map(ValueOptions::currency));
    }

    private static DecimalMark decimal(String text) {
        return switch (text) {
            case "comma" -> DecimalMark.COMMA;
            case "point" -> DecimalMark.POINT;
            default -> throw new InputException("--decimal must be comma or point, not \"" + text + "\".");
        };
    }

    private static DateOrder order(String text) {
        try {
            return DateOrder.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new InputException("--date-order must be dmy, mdy or ymd, not \"" + text + "\".", e);
        }
    }

    private static Currency currency(String code) {
        return Currencies.find(code).orElseThrow(() -> new InputException(
                "--currency must be the ISO code of a currency, like EUR, not \"" + code + "\"."));
    }
}
