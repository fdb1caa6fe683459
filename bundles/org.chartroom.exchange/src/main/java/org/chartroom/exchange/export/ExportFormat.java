package org.chartroom.exchange.export;

/**
 * A format artifacts can be exported in.
 *
 * @param id what the command line calls it, for example csv
 * @param name what users call it, translated
 * @param ending ending of its files, with the dot
 */
public record ExportFormat(String id, String name, String ending) {
}
