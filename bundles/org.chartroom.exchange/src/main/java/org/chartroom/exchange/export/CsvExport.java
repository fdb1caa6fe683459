package org.chartroom.exchange.export;

import java.io.IOException;
import java.util.List;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.chartroom.exchange.importing.ColumnTarget;
import org.chartroom.model.Artifact;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;

/**
 * Writes the items of an artifact as CSV (RFC 4180), one column for each field and derived value. A text that a
 * spreadsheet would take for a formula gets an apostrophe before it (OWASP, CSV Injection).
 */
public final class CsvExport {
    private CsvExport() {
    }

    /**
     * @param artifact an artifact with a list of items
     * @param out where to write
     * @throws IOException when writing fails
     * @throws IllegalArgumentException when the artifact has no list of items
     */
    public static void write(Artifact artifact, Appendable out) throws IOException {
        EReference items = ColumnTarget.itemsOf(artifact.eClass()).orElseThrow(
                () -> new IllegalArgumentException(
                        artifact.getKey() + " has no list of items to write as CSV; choose xmi."));
        List<EStructuralFeature> columns = ExportColumns.of(items.getEReferenceType());
        try (CSVPrinter printer = new CSVPrinter(out, CSVFormat.RFC4180)) {
            printer.printRecord(columns.stream().map(ExportColumns::title).toList());
            for (Object item : (List<?>) artifact.eGet(items)) {
                for (EStructuralFeature column : columns) {
                    printer.print(harmless(FileValues.text((EObject) item, column)));
                }
                printer.println();
            }
        }
    }

    private static String harmless(String text) {
        boolean number = text.matches("[-+]?\\d+([.,]\\d+)?( [A-Z]{3})?");
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 && !number ? "'" + text : text;
    }
}
