package org.chartroom.exchange.importing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.chartroom.core.value.Names;
import org.chartroom.core.value.Words;
import org.chartroom.exchange.csv.CsvTable;
import org.chartroom.model.Element;
import org.chartroom.model.ModelPackage;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;

/** Finds the fields of an artifact itself in tables: in columns beside those of its items, in one row, or one a row. */
public final class OwnFields {
    private static final int COLUMNS = 2;
    /** What somebody or something is called, the best first. */
    private static final List<String> OBJECT_NAMES = List.of("name", "title", "key", "code", "email");

    private OwnFields() {
    }

    /**
     * Turns a table of fields and values, one a row, into one with a column for each field and one row.
     *
     * @param table a table
     * @param artifactClass class of the artifact it is imported into
     * @return the turned table; empty when at least half of the rows do not begin with the name of a field
     */
    public static Optional<CsvTable> turned(CsvTable table, EClass artifactClass) {
        List<ColumnTarget> targets = ColumnTarget.ofArtifact(artifactClass);
        if (table.columns().size() != COLUMNS || isField(table.columns().get(1), targets)
                || ColumnTarget.itemsOf(artifactClass).filter(items -> isField(table.columns().get(1),
                        ColumnTarget.of(items.getEReferenceType()))).isPresent()) {
            return Optional.empty();
        }
        Map<String, String> values = new LinkedHashMap<>();
        boolean isHeaderValue = isField(table.columns().get(0), targets);
        if (isHeaderValue) {
            values.put(table.columns().get(0), table.columns().get(1));
        }
        long fields = isHeaderValue ? 1 : 0;
        for (CsvTable.Row row : table.rows()) {
            String name = row.values()[0].strip();
            if (isField(name, targets)) {
                fields++;
            }
            String before = values.putIfAbsent(name, row.values()[1]);
            if (before != null && !before.equals(row.values()[1])) {
                values.put(name + " (" + table.place(row.line()) + ")", row.values()[1]);
            }
        }
        if (fields < COLUMNS || fields * 2 < values.size()) {
            return Optional.empty();
        }
        values.remove("");
        long line = table.rows().isEmpty() ? 1 : table.rows().get(0).line();
        List<String> notes = new ArrayList<>(table.layout().notes());
        notes.add(said(values.size()));
        CsvTable.Layout layout = table.layout();
        return Optional.of(new CsvTable(table.file(), table.sheet(), List.copyOf(values.keySet()),
                List.of(new CsvTable.Row(line, values.values().toArray(String[]::new))), table.delimiter(),
                new CsvTable.Layout(layout.encoding(), layout.headerRow(), layout.otherSheets(), notes,
                        layout.nowhere(), List.of(), layout.above())));
    }

    private static boolean isField(String name, List<ColumnTarget> targets) {
        return !name.isBlank() && targets.stream().anyMatch(target -> isCalled(target, name));
    }

    private static boolean isCalled(ColumnTarget target, String name) {
        String wanted = Words.normal(name);
        return FieldNames.isOwn(target.feature(), wanted) || FieldNames.isForeign(target.feature(), wanted)
                || Names.same(target.path(), name);
    }

    /**
     * @param mappings what is proposed for the columns; those that go nowhere may be of the artifact
     * @return the mappings; all of them fields of the artifact where no column tells items apart
     */
    static List<ColumnMapping> propose(CsvTable table, List<ColumnMapping> mappings, EClass itemClass,
            Element root) {
        // Other lists have columns of their own, which may have the names of fields of the artifact.
        if (ColumnTarget.itemsOf(root.eClass()).filter(list -> list.getEReferenceType() == itemClass).isEmpty()) {
            return mappings;
        }
        List<ColumnTarget> targets = ColumnTarget.ofArtifact(root.eClass());
        boolean isOfItems = !isTurned(table) && mappings.stream().flatMap(mapping -> mapping.target().stream())
                .anyMatch(target -> target.list().isEmpty() && Set.<EStructuralFeature>of(
                        ModelPackage.Literals.SUBJECT__KEY, ModelPackage.Literals.SUBJECT__TITLE)
                        .contains(target.feature()));
        List<ColumnMapping> proposed = new ArrayList<>();
        for (ColumnMapping mapping : mappings) {
            Optional<ColumnTarget> own = targets.stream().filter(target -> isCalled(target, mapping.name()))
                    .filter(target -> proposed.stream().noneMatch(other -> other.target().equals(Optional.of(target))))
                    .findFirst();
            boolean isMeant = isOfItems ? isBeside(table, mapping, own, itemClass) : own.isPresent();
            proposed.add(isMeant ? mapping.to(own) : mapping);
        }
        boolean isOwnOnly = !isOfItems && table.rows().size() == 1
                && proposed.stream().anyMatch(OwnFields::isOwn);
        return isOfItems || isOwnOnly ? ownOnly(proposed, isOwnOnly) : mappings;
    }

    private static List<ColumnMapping> ownOnly(List<ColumnMapping> proposed, boolean isOwnOnly) {
        return !isOwnOnly
                ? proposed
                : proposed.stream().map(mapping -> isOwn(mapping) ? mapping : mapping.to(Optional.empty())).toList();
    }

    private static boolean isOwn(ColumnMapping mapping) {
        return mapping.target().filter(ColumnTarget::ofArtifact).isPresent();
    }

    /**
     * @param table a table, of which a list of records has fields of objects in it as "owner.name"
     * @param column name of a column
     * @return the field that holds the object, where the column is what the object is called
     */
    static Optional<String> ofObject(CsvTable table, String column) {
        int dot = column.lastIndexOf('.');
        String field = dot < 1 ? "" : column.substring(0, dot);
        boolean isThere = table.columns().contains(field);
        return OBJECT_NAMES.stream().filter(name -> table.columns().contains(field + "." + name)).findFirst()
                .filter(name -> dot > 0 && !isThere && column.equals(field + "." + name)).map(name -> field);
    }

    private static boolean isTurned(CsvTable table) {
        return table.layout().notes().contains(said(table.columns().size()));
    }

    private static String said(int fields) {
        return Messages.bind(Messages.fieldsAndValues, fields);
    }

    /** Beside items, a field of the artifact is one that no item has, with one and the same value in all rows. */
    private static boolean isBeside(CsvTable table, ColumnMapping mapping, Optional<ColumnTarget> own,
            EClass itemClass) {
        if (mapping.target().isPresent() || own.isEmpty()) {
            return false;
        }
        String name = Words.normal(mapping.name());
        EStructuralFeature feature = own.get().feature();
        boolean isReadable = feature instanceof EAttribute
                || ((EReference) feature).getEReferenceType() == ModelPackage.Literals.PERSON;
        boolean isOfItem = itemClass.getEAllStructuralFeatures().stream().anyMatch(one -> FieldNames.isOwn(one, name));
        boolean isCurrency = Messages.currencyColumns.contains("|" + Names.folded(mapping.name()) + "|");
        return isReadable && !isOfItem && !isCurrency && table.rows().stream()
                .map(row -> row.values()[mapping.column()].strip()).distinct().count() == 1
                && table.rows().stream().noneMatch(row -> row.values()[mapping.column()].isBlank());
    }
}
