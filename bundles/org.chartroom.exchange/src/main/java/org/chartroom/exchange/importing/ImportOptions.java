package org.chartroom.exchange.importing;

import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.chartroom.core.value.DateOrder;
import org.chartroom.core.value.DecimalMark;

/**
 * What somebody says about the values of a file, so that nobody has to find it out.
 *
 * @param decimal what separates decimals; found out column by column when empty
 * @param order order of day, month and year; found out column by column when empty
 * @param currency currency of the amounts that name none; that of the artifact when empty
 * @param scale how the numbers of fields with steps are spread; found out from all of them when empty
 * @param period the month or quarter of values that name none; they are refused when empty
 * @param keepScale whether the scales of an artifact stay as they are, also where nothing is rated on them yet
 * @param isNew whether the import makes the artifact, so that nobody knows its key yet
 * @param takesCurrency whether the artifact takes the currency of the file
 */
public record ImportOptions(Optional<DecimalMark> decimal, Optional<DateOrder> order, Optional<Currency> currency,
        Optional<Scale> scale, Optional<PeriodSpan> period, boolean keepScale, boolean isNew,
        boolean takesCurrency) {
    /** Nothing is said. */
    public static final ImportOptions NONE = new ImportOptions(Optional.empty(), Optional.empty(), Optional.empty());

    /**
     * @param decimal what separates decimals; found out column by column when empty
     * @param order order of day, month and year; found out column by column when empty
     * @param currency currency of the amounts that name none; that of the artifact when empty
     */
    public ImportOptions(Optional<DecimalMark> decimal, Optional<DateOrder> order, Optional<Currency> currency) {
        this(decimal, order, currency, Optional.empty(), Optional.empty(), false);
    }

    /**
     * @param decimal what separates decimals; found out column by column when empty
     * @param order order of day, month and year; found out column by column when empty
     * @param currency currency of the amounts that name none; that of the artifact when empty
     * @param scale how the numbers of fields with steps are spread; found out from all of them when empty
     */
    public ImportOptions(Optional<DecimalMark> decimal, Optional<DateOrder> order, Optional<Currency> currency,
            Optional<Scale> scale) {
        this(decimal, order, currency, scale, Optional.empty(), false);
    }

    /**
     * @param decimal what separates decimals; found out column by column when empty
     * @param order order of day, month and year; found out column by column when empty
     * @param currency currency of the amounts that name none; that of the artifact when empty
     * @param scale how the numbers of fields with steps are spread; found out from all of them when empty
     * @param period the month or quarter of values that name none; they are refused when empty
     * @param keepScale whether the scales of an artifact stay as they are, also where nothing is rated on them yet
     */
    public ImportOptions(Optional<DecimalMark> decimal, Optional<DateOrder> order, Optional<Currency> currency,
            Optional<Scale> scale, Optional<PeriodSpan> period, boolean keepScale) {
        this(decimal, order, currency, scale, period, keepScale, false, false);
    }

    /** @return the same for an artifact that the import makes, and that takes the currency of the file */
    public ImportOptions forNew() {
        return new ImportOptions(decimal, order, currency, scale, period, keepScale, true, true);
    }

    /** @return the same for a further table that goes into an artifact that the import makes */
    public ImportOptions forFurther() {
        return new ImportOptions(decimal, order, currency, scale, period, keepScale, true, false);
    }

    /** @return what is said, by the names of the options of the command line, as {@link TableSettings} reads it */
    public Map<String, String> said() {
        Map<String, String> said = new LinkedHashMap<>();
        decimal.ifPresent(mark -> said.put("decimal", mark.name().toLowerCase(Locale.ROOT)));
        order.ifPresent(one -> said.put("date-order", one.name().toLowerCase(Locale.ROOT)));
        currency.ifPresent(one -> said.put("currency", one.getCurrencyCode()));
        scale.ifPresent(one -> said.put("scale", one.text()));
        period.ifPresent(one -> said.put("period", one.toString()));
        if (keepScale) {
            said.put("keep-scale", "true");
        }
        return said;
    }
}
