package org.chartroom.ui.internal.importing;

import org.chartroom.exchange.importing.MappingFile;

/** A mapping file that the user chose, and what it is called. */
record NamedMapping(String name, MappingFile file) {
}
