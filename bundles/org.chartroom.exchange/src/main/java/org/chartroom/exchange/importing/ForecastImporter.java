package org.chartroom.exchange.importing;

import java.util.Optional;

import org.chartroom.exchange.csv.CsvTable;

/** Forecast histories of projects, as New York City publishes them. */
public final class ForecastImporter implements Importer {
    @Override
    public Optional<KnownFormat> read(CsvTable table) {
        return ForecastTable.isOne(table) ? Optional.of(new ForecastFormat(table)) : Optional.empty();
    }
}
