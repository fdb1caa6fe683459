package org.chartroom.exchange.internal;

import java.util.concurrent.Callable;

import org.chartroom.exchange.importing.Importer;

/**
 * An importer that a bundle brings.
 *
 * @param format id of its format
 * @param bundle symbolic name of the bundle
 * @param factory makes it; may throw anything
 */
record ContributedImporter(String format, String bundle, Callable<Importer> factory) {
}
