package org.chartroom.exchange.importing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.chartroom.exchange.csv.CsvTable;
import org.chartroom.exchange.csv.TableSearch;
import org.chartroom.exchange.xlsx.XlsxFiles;
import org.eclipse.emf.ecore.EClass;

/** The sheets of a workbook that are called like lists of an artifact, each with the list it goes into. */
public final class SheetLists {
    private SheetLists() {
    }

    /**
     * A sheet and its list.
     *
     * @param list the list
     * @param table the table of the sheet
     */
    public record Part(ImportList list, CsvTable table) {
    }

    /**
     * @param file a workbook
     * @param rootClass class of the artifact it is imported into
     * @return name of the sheet that is shown and called like the main list; empty when there is none, or only one sheet
     */
    public static Optional<String> main(Path file, EClass rootClass) {
        List<XlsxFiles.Sheet> sheets = XlsxFiles.sheets(file);
        Optional<ImportList> main = ImportList.main(rootClass);
        return sheets.size() < 2
                ? Optional.empty()
                : sheets.stream().filter(sheet -> !sheet.hidden())
                        .filter(sheet -> main.isPresent() && main.equals(ImportList.named(rootClass, sheet.name())))
                        .map(XlsxFiles.Sheet::name).findFirst();
    }

    /**
     * @param file a workbook
     * @param main the table of its main sheet
     * @param rootClass class of the artifact it is imported into
     * @return first the main sheet, which says the sheets that are left out and how many rows they have; then the others that
     *         are called like a list, in their order
     */
    public static List<Part> of(Path file, CsvTable main, EClass rootClass) {
        ImportList list = ImportList.main(rootClass).orElseThrow();
        List<Part> parts = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (XlsxFiles.Sheet sheet : XlsxFiles.sheets(file)) {
            Optional<ImportList> own = sheet.hidden()
                    ? Optional.empty()
                    : ImportList.named(rootClass, sheet.name()).filter(one -> !one.equals(list));
            if (main.sheet().filter(sheet.name()::equals).isPresent()) {
                continue;
            }
            if (own.isPresent()) {
                parts.add(new Part(own.get(), XlsxFiles.read(file, Optional.of(sheet.name()), true,
                        TableSearch.by(own.get().fieldNames()))));
            } else {
                others.add(Messages.bind(Messages.sheetWithRows, sheet.label(), XlsxFiles.rows(file, sheet)));
            }
        }
        parts.replaceAll(part -> new Part(part.list, with(part.table, List.of())));
        parts.add(0, new Part(list, with(main, others)));
        return parts;
    }

    /**
     * @param parts parts as {@link #of} gives them
     * @param rootClass class of the artifact they are imported into
     * @return their places in the order they are to be planned in: scales before what is rated on them
     */
    public static List<Integer> order(List<Part> parts, EClass rootClass) {
        return IntStream.range(0, parts.size()).boxed()
                .sorted(Comparator.comparing(place -> !isScale(parts.get(place).list, rootClass))).toList();
    }

    private static boolean isScale(ImportList list, EClass rootClass) {
        return list.inner().isEmpty() && OwnScales.rated(rootClass, list.list()).isPresent();
    }

    private static CsvTable with(CsvTable table, List<String> otherSheets) {
        CsvTable.Layout layout = table.layout();
        return new CsvTable(table.file(), table.sheet(), table.columns(), table.rows(), table.delimiter(),
                layout.with(otherSheets, layout.notes()));
    }
}
