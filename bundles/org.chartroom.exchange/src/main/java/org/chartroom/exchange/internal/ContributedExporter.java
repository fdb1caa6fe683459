package org.chartroom.exchange.internal;

import java.util.concurrent.Callable;

import org.chartroom.core.type.Contributions;
import org.chartroom.exchange.export.ExportFormat;
import org.chartroom.exchange.export.Exporter;
import org.eclipse.emf.ecore.EClass;

/**
 * An exporter that a bundle brings.
 *
 * @param format what it writes
 * @param bundle symbolic name of the bundle
 * @param packageUri namespace URI of the package of the type it is for; null for all
 * @param type name of that type
 * @param factory makes it; may throw anything
 */
record ContributedExporter(ExportFormat format, String bundle, String packageUri, String type,
        Callable<Exporter> factory) {
    /**
     * What an exporter is known by.
     *
     * @param bundle symbolic name of its bundle
     * @param format id of its format
     */
    record Key(String bundle, String format) {
    }

    Key key() {
        return new Key(bundle, format.id());
    }

    boolean isFor(EClass artifact) {
        return packageUri == null || Contributions.areFor(artifact, packageUri, type);
    }
}
