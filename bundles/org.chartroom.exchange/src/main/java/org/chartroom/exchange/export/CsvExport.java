package org.chartroom.exchange.export;

import java.io.IOException;
import java.util.List;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.chartroom.core.value.FormulaGuard;
import org.chartroom.exchange.csv.CsvTable;
import org.chartroom.exchange.importing.ColumnTarget;
import org.chartroom.model.Artifact;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;

/**
 * Writes the items of an artifact as CSV (RFC 4180), one column for each field and derived value. A text that a
 * spreadsheet would take for a formula gets an apostrophe before it, see {@link FormulaGuard}.
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
        FileValues values = new FileValues();
        try (CSVPrinter printer = new CSVPrinter(out, CSVFormat.RFC4180)) {
            printer.printRecord(columns.stream().map(ExportColumns::title).toList());
            for (Object item : (List<?>) artifact.eGet(items)) {
                for (EStructuralFeature column : columns) {
                    String text = values.textOf((EObject) item, column);
                    printer.print(isText(column) ? FormulaGuard.guarded(text) : text);
                }
                printer.println();
            }
        }
    }

    /** Numbers and days are none; a text may begin like one. */
    private static boolean isText(EStructuralFeature column) {
        return column instanceof EReference || column.isMany() || column.getEType().getInstanceClass() == String.class;
    }

    /**
     * @param table a table
     * @param itemClass class of the items it is imported as
     * @return whether it has the columns that {@link #write} writes, all of them and in their order: then its texts are
     *         guarded
     */
    public static boolean isOne(CsvTable table, EClass itemClass) {
        return table.sheet().isEmpty() && hasColumns(table, itemClass);
    }

    /**
     * @param table a table, of a text file or a workbook
     * @param itemClass class of the items it is imported as
     * @return whether it has the columns of an export, all of them and in their order
     */
    public static boolean hasColumns(CsvTable table, EClass itemClass) {
        return table.columns().equals(ExportColumns.of(itemClass).stream().map(ExportColumns::title).toList());
    }
}
