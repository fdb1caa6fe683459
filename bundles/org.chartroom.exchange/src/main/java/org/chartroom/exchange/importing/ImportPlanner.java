package org.chartroom.exchange.importing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.chartroom.core.type.ItemKeys;
import org.chartroom.core.type.Presentation;
import org.chartroom.core.value.Steps;
import org.chartroom.exchange.csv.CsvTable;
import org.chartroom.exchange.csv.ImportException;
import org.chartroom.exchange.export.CsvExport;
import org.chartroom.exchange.importing.ImportPlan.Entry;
import org.chartroom.exchange.importing.ImportPlan.Outcome;
import org.chartroom.exchange.importing.ImportPlan.Problem;
import org.chartroom.model.Artifact;
import org.chartroom.model.Directory;
import org.chartroom.model.Element;
import org.chartroom.model.Item;
import org.chartroom.model.ModelPackage;
import org.chartroom.model.Person;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;

/**
 * Works out what importing a table would do. A row is the item that has its key or, where the table has no keys, its
 * title; an empty cell leaves the field as it is. Several rows may speak of one item when they have elements of its lists:
 * these are told apart by their {@link Identity}, and what is in a list and not in the table stays. So the same table
 * imported again changes nothing, and what comes in parts adds up.
 */
public final class ImportPlanner {
    private final Element root;
    private final Directory directory;
    private final EReference items;
    private final EClass itemClass;
    /** All columns that go somewhere, and those of them that go to the items. */
    private final List<ColumnReader> all;
    private final List<ColumnReader> columns;
    private final RowCells.Layout layout;
    /** How many values each column of the table has. */
    private final long[] filled;
    private final OwnScales scales;
    private final RootCurrency currency;
    private final ControlTotals totals;
    private final StatedFigures stated;
    private final ElementIdentity identity;
    /** Whether the rows only bring parts of items that are there. */
    private final boolean isPartOnly;
    /** Whether the rows are all that the list has afterwards. */
    private final boolean isReplacing;
    private final Map<String, Element> existing = new HashMap<>();
    /** How many there are of those that nothing tells apart. */
    private final Map<String, Long> several = new HashMap<>();
    private final Draft draft = new Draft();
    private final Periods periods;
    private final PartColumns parts;
    /** Lines of the first rows of items, by how their keys are compared. */
    private final Map<String, Long> firstLines = new HashMap<>();
    private final People people;
    private final List<Entry> entries = new ArrayList<>();
    private final List<Element> created = new ArrayList<>();
    private int lastNumber;

    private ImportPlanner(CsvTable table, Element root, ImportList target, Directory directory,
            List<ColumnMapping> mappings, ImportOptions options, boolean isReplacing) {
        this.root = root;
        this.isReplacing = isReplacing;
        this.directory = directory;
        this.people = new People(directory.getPeople());
        this.items = target.list();
        this.itemClass = items.getEReferenceType();
        this.isPartOnly = target.inner().isPresent();
        this.periods = new Periods(root, draft, options.isNew());
        boolean guarded = CsvExport.isOne(table, itemClass);
        this.scales = new OwnScales(table, mappings, root, options);
        this.currency = new RootCurrency(table, mappings, root, options);
        this.all = scales.mappings().stream().filter(mapping -> mapping.target().isPresent())
                .map(mapping -> new ColumnReader(mapping, currency, scales.scales(), table, guarded)).toList();
        this.columns = all.stream().filter(column -> !column.target().ofArtifact()).toList();
        this.layout = new RowCells.Layout(columns);
        this.filled = new long[table.columns().size()];
        this.totals = new ControlTotals(columns);
        this.parts = new PartColumns(table, itemClass, mappings);
        this.stated = new StatedFigures(table, mappings, root, currency, itemClass, guarded);
        this.identity = new ElementIdentity(table, itemClass, columns, there());
    }

    /**
     * @param table the table
     * @param mappings what to do with its columns
     * @param artifact the artifact it is imported into; not changed
     * @param directory where people are looked up by name or e-mail address; not changed
     * @return what would happen
     * @throws ImportException when the mapping can't work: no column for the title or key, or two for one field
     */
    public static ImportPlan plan(CsvTable table, List<ColumnMapping> mappings, Artifact artifact,
            Directory directory) {
        return plan(table, mappings, artifact, directory, ImportOptions.NONE);
    }

    /**
     * @param table the table
     * @param mappings what to do with its columns
     * @param artifact the artifact it is imported into; not changed
     * @param directory where people are looked up by name or e-mail address; not changed
     * @param options what is known of the values
     * @return what would happen; its notes say what was taken for granted
     * @throws ImportException when the mapping can't work: no column for the title or key, or two for one field
     */
    public static ImportPlan plan(CsvTable table, List<ColumnMapping> mappings, Artifact artifact,
            Directory directory, ImportOptions options) {
        return plan(table, mappings, artifact, ImportList.main(artifact.eClass()).orElseThrow(() -> new ImportException(
                "A table can't be imported into " + artifact.getKey() + ": it has no list of items.")), directory,
                options);
    }

    /**
     * @param table the table
     * @param mappings what to do with its columns
     * @param root the artifact, or the directory, it is imported into; not changed
     * @param target the list of it that the rows go into
     * @param directory where people are looked up by name or e-mail address; not changed
     * @param options what is known of the values
     * @return what would happen; its notes say what was taken for granted
     * @throws ImportException when the mapping can't work: no column tells rows apart, or two go to one field
     */
    public static ImportPlan plan(CsvTable table, List<ColumnMapping> mappings, Element root, ImportList target,
            Directory directory, ImportOptions options) {
        if (target.inner().isEmpty() && OwnScales.isReplaced(root, target.list(), table.rows().size())) {
            ImportPlanner planner = new ImportPlanner(table, root, target, directory, mappings, options, true);
            ImportPlan plan = planner.plan(table, options);
            if (Steps.isWhole(planner.created)) {
                return plan;
            }
        }
        return new ImportPlanner(table, root, target, directory, mappings, options, false).plan(table, options);
    }

    private ImportPlan plan(CsvTable table, ImportOptions options) {
        checkMappings(table);
        all.forEach(column -> column.decide(table, all, options));
        stated.decide(all, options);
        index();
        List<RowValues> rows = read(table);
        identity.names().ifPresent(names -> several.putAll(names.several()));
        Map<String, ItemRows> groups = new LinkedHashMap<>(2 * rows.size());
        Optional<PeopleRows> named = identity.hasNamesOfPeople()
                ? Optional.of(new PeopleRows(people, rows))
                : Optional.empty();
        for (RowValues values : rows) {
            id(values, named).ifPresent(id -> groups.computeIfAbsent(id,
                    label -> new ItemRows(table, draft, periods, options.period())).add(values));
        }
        groups.forEach(this::planItem);
        List<Entry> ofRows = List.copyOf(entries);
        all.stream().filter(column -> column.target().ofArtifact()).forEach(column -> planOwn(table, column));
        entries.sort(Comparator.comparingLong(Entry::line));
        List<String> notes = new ArrayList<>(table.layout().notes());
        notes.addAll(scales.notes());
        all.forEach(column -> column.addNotes(notes));
        currency.addNotes(notes);
        notes.addAll(parts.notes());
        notes.addAll(people.notes());
        identity.names().flatMap(ItemNames::note).ifPresent(notes::add);
        List<Person> newPeople = people.made();
        periods.addNotes(notes);
        draft.addNotes(notes);
        List<String> nowhere = new ArrayList<>(table.layout().nowhere());
        new SuspectTexts(table, all).addTo(notes, nowhere);
        notes.addAll(
                new DoubleNames(draft).notes(itemClass, isPartOnly ? List.of() : there(), created, currency.name()));
        draft.resolve(existing).forEach(name -> nowhere.add(Messages.bind(Messages.refusedTarget, name)));
        List<ImportPlan.Edit> edits = new ArrayList<>(entries.isEmpty() ? List.of() : scales.edits());
        edits.addAll(draft.edits());
        edits.addAll(created.isEmpty() ? List.of() : currency.edits());
        if (isReplacing) {
            edits.addAll(OwnScales.replacing(root, items, created));
        }
        ImportPlan.Changes changes = new ImportPlan.Changes(root, items, isReplacing ? List.of() : created, edits,
                directory, newPeople);
        List<ImportTotals.Contradiction> contradictions = new ArrayList<>();
        List<ImportTotals.Compared> compared = stated.compare(changes::copied, contradictions);
        ImportTotals.Stated sums = new StatedTotals(table, columns).compare(contradictions);
        // Fields of the artifact are said in the rows of its items, unless there are none.
        ImportTotals counted = ImportPlan.totals(columns.isEmpty() ? entries : ofRows, totals.totals(), compared,
                sums, contradictions);
        return new ImportPlan(entries, newPeople.stream().map(Person::getName).toList(), notes, nowhere,
                Optional.of(said(table, compared, nowhere, new OptionUse(table, all).unused(options))), counted,
                changes::command);
    }

    private TablePlan said(CsvTable table, List<ImportTotals.Compared> compared, List<String> nowhere,
            List<String> unusedOptions) {
        List<TablePlan.Column> said = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            int index = i;
            String name = table.columns().get(i);
            Optional<ColumnReader> reader = all.stream().filter(column -> column.mapping().column() == index)
                    .findFirst();
            long values = filled[index];
            if (reader.isPresent()) {
                said.add(reader.get().plan(values));
                continue;
            }
            if (all.stream().anyMatch(column -> column.isCurrency(index))) {
                said.add(TablePlan.Column.currencies(name, values));
                continue;
            }
            Optional<ImportTotals.Compared> with = stated.comparedWith(index, compared);
            said.add(TablePlan.Column.nowhere(name, values, with.map(ImportTotals.Compared::label)));
            if (values > 0 && with.isEmpty()) {
                nowhere.add(parts.nowhere(i, values).orElseGet(() -> nowhere(name, values)));
            }
        }
        CsvTable.Layout layout = table.layout();
        return new TablePlan(layout.encoding(),
                table.delimiter() == 0 ? Optional.empty() : Optional.of(String.valueOf(table.delimiter())),
                table.sheet(), layout.otherSheets(), layout.headerRow(), said,
                all.stream().flatMap(column -> column.unknownWords().stream()).toList(), unusedOptions);
    }

    /** What names a period could have gone to the values of periods, had it said which. */
    private String nowhere(String name, long values) {
        Optional<ColumnTarget> field = ColumnTarget.of(itemClass).stream().filter(target -> target.list()
                .flatMap(list -> Identity.of(list.getEReferenceType()).when())
                .filter(when -> when != target.feature() && MappingProposal.isNumber(target.feature())).isPresent())
                .findFirst();
        if (field.isPresent() && PeriodText.isAmbiguous(name)) {
            return Messages.bind(Messages.ambiguousColumn, name, values);
        }
        return field.isPresent() && MappingProposal.namesPeriod(name) && !MappingProposal.namesField(name, itemClass)
                ? Messages.bind(Messages.unknownValue, new Object[]{name, values, field.get().path()})
                : Messages.bind(Messages.goesNowhere, name, values);
    }

    private void checkMappings(CsvTable table) {
        Map<String, String> taken = new HashMap<>();
        for (ColumnReader column : all) {
            ColumnMapping mapping = column.mapping();
            if (mapping.column() >= table.columns().size()) {
                throw new ImportException(table.name() + " has no column \"" + mapping.name()
                        + "\"; map its fields to columns it has.");
            }
            String other = taken.put(column.target().path() + column.period().map(span -> "@" + span).orElse(""),
                    mapping.name());
            if (other != null) {
                throw new ImportException(table.name() + ": the columns \"" + other + "\" and \"" + mapping.name()
                        + "\" both go to " + column.target().label() + "; leave one of them out.");
            }
        }
        boolean isOfItems = !columns.isEmpty() || all.isEmpty();
        if (isOfItems && identity.isMissing()) {
            if (!identity.lacking().isEmpty()) {
                throw new ImportException(Messages.bind(Messages.noWholeIdentity, new Object[]{table.name(),
                        identity.lacking(), identity.candidates(), String.join(", ", table.columns())}));
            }
            boolean isSubject = ModelPackage.Literals.SUBJECT.isSuperTypeOf(itemClass);
            throw new ImportException(Messages.bind(Messages.noIdentity, new Object[]{table.name(),
                    isSubject ? Messages.titleOrKey : identity.candidates(), String.join(", ", table.columns())}));
        }
    }

    /** @return the elements of the list that stay */
    @SuppressWarnings("unchecked")
    private List<? extends Element> there() {
        return isReplacing ? List.of() : (List<? extends Element>) root.eGet(items);
    }

    private void index() {
        for (Element one : there()) {
            identity.id(one).ifPresent(id -> {
                if (existing.putIfAbsent(id, one) != null) {
                    several.merge(id, 2L, (count, more) -> count + 1);
                }
            });
        }
        lastNumber = ItemKeys.highest(there(), itemClass);
    }

    /** @return how the element of a row is compared; empty when the row is refused */
    private Optional<String> id(RowValues row, Optional<PeopleRows> named) {
        if (named.isEmpty()) {
            return Optional.of(identity.id(row));
        }
        try {
            PeopleRows.Who who = named.get().who(row);
            who.person().ifPresent(person -> existing.put(who.id(), person));
            return Optional.of(who.id());
        } catch (IllegalArgumentException e) {
            refuse(row.row(), row.label(), identity.name(), e.getMessage());
            return Optional.empty();
        }
    }

    private List<RowValues> read(CsvTable table) {
        List<RowValues> rows = new ArrayList<>(table.rows().size());
        for (CsvTable.Row row : table.rows()) {
            count(row);
            RowValues values = columns.isEmpty() ? null : read(row);
            if (values != null) {
                rows.add(values);
            }
        }
        Map<RowValues, ColumnReader> circles = Circles.find(rows, columns, itemClass, identity, existing);
        circles.forEach((row, column) -> refuse(row.row(), row.label(), column.mapping().name(),
                Messages.bind(Messages.circle, column.text(row.row()).strip(), row.label())));
        return circles.isEmpty() ? rows : rows.stream().filter(row -> !circles.containsKey(row)).toList();
    }

    private void count(CsvTable.Row row) {
        for (int i = 0; i < filled.length; i++) {
            filled[i] += row.values()[i].isBlank() ? 0 : 1;
        }
    }

    /** @return what a row says; null when it is refused */
    private RowValues read(CsvTable.Row row) {
        String label = identity.label(row);
        String labelId = identity.labelId(row);
        Long before = firstLines.putIfAbsent(labelId, row.line());
        if (!row.problem().isEmpty()) {
            refuse(row, label, "", row.problem());
            return null;
        }
        if (label.isEmpty()) {
            refuse(row, called(row), identity.name(), "the " + identity.name() + " is empty");
            return null;
        }
        Object[] values = new Object[columns.size()];
        List<Problem> problems = List.of();
        for (int i = 0; i < values.length; i++) {
            ColumnReader column = columns.get(i);
            if (row.values()[column.mapping().column()].isBlank()) {
                continue;
            }
            try {
                values[i] = read(column, row);
            } catch (IllegalArgumentException e) {
                problems = problems.isEmpty() ? new ArrayList<>() : problems;
                problems.add(new Problem(column.mapping().name(), e.getMessage()));
            }
        }
        if (problems.isEmpty()) {
            return new RowValues(row, label, labelId, before == null ? row.line() : before,
                    new RowCells(layout, values));
        }
        totals.refused(row);
        entries.add(new Entry(Outcome.REFUSED, row.line(), label, problems.get(0).column(), problems.get(0).detail(),
                List.copyOf(problems.subList(1, problems.size()))));
        return null;
    }

    /** A row without a key may have a code or a title that it can be found by in the file. */
    private String called(CsvTable.Row row) {
        return Identity.names(itemClass).stream()
                .flatMap(feature -> columns.stream().filter(column -> column.goesTo(feature)))
                .map(column -> column.text(row).strip()).filter(text -> !text.isEmpty()).findFirst().orElse("");
    }

    private void refuse(CsvTable.Row row, String label, String column, String reason) {
        totals.refused(row);
        refuseOwn(row, label, column, reason);
    }

    private void refuseOwn(CsvTable.Row row, String label, String column, String reason) {
        entries.add(new Entry(Outcome.REFUSED, row.line(), label, column, reason));
    }

    private Object read(ColumnReader column, CsvTable.Row row) {
        Object value = column.read(row);
        if (value == null || !column.isReference()) {
            return value;
        }
        EReference reference = (EReference) column.target().feature();
        return value instanceof List<?> names
                ? names.stream().map(name -> element(reference, (String) name)).distinct().toList()
                : element(reference, (String) value);
    }

    private Object element(EReference reference, String name) {
        if (reference.getEReferenceType() == ModelPackage.Literals.PERSON) {
            return people.findOrMake(name, !reference.isMany());
        }
        boolean mayBeInFile = Presentation.isWithinArtifact(reference)
                && reference.getEReferenceType().isSuperTypeOf(itemClass);
        Optional<String> later = mayBeInFile
                ? identity.names().flatMap(names -> names.find(name))
                : Optional.empty();
        return later.isPresent()
                ? new Draft.Later(later.get(), name)
                : new ReferenceValues(root, reference, directory).one(name);
    }

    /** A field of the artifact has one value, which every row that has any says. */
    private void planOwn(CsvTable table, ColumnReader column) {
        EStructuralFeature feature = column.target().feature();
        String label = currency.name();
        CsvTable.Row first = null;
        Object value = null;
        for (CsvTable.Row row : table.rows()) {
            if (row.values()[column.mapping().column()].isBlank()) {
                continue;
            }
            try {
                Object now = read(column, row);
                if (first != null && now != null && !Shown.same(Shown.compared(value), Shown.compared(now))) {
                    refuseOwn(row, label, column.mapping().name(), Messages.bind(Messages.contradiction, new Object[]{
                            column.target().label(), Shown.brief(now), Shown.brief(value), table.place(first.line())}));
                    return;
                }
                value = now == null ? value : now;
                first = first == null && now != null ? row : first;
            } catch (IllegalArgumentException e) {
                refuseOwn(row, label, column.mapping().name(), e.getMessage());
                return;
            }
        }
        people.arrived(first == null ? List.of() : List.of(value));
        Object before = draft.get(root, feature);
        if (first != null && Shown.same(before, value)) {
            entries.add(new Entry(Outcome.UNCHANGED, first.line(), label, "", ""));
        } else if (first != null) {
            draft.set(root, feature, value);
            entries.add(new Entry(Outcome.CHANGED, first.line(), label, "",
                    ItemRows.change(column.target().label(), before, value)));
        }
    }

    private void planItem(String id, ItemRows rows) {
        Element item = existing.get(id);
        if (item == null && isPartOnly) {
            rows.all().forEach(row -> refuse(row.row(), row.label(), identity.name(),
                    Messages.bind(Messages.noSuchItem, Presentation.label(itemClass), row.label(), currency.name())));
            return;
        }
        if (several.containsKey(id)) {
            rows.all().forEach(row -> refuse(row.row(), row.label(), identity.name(),
                    Messages.bind(Messages.severalCalled, several.get(id), row.label())));
            return;
        }
        if (item == null && identity.names().isPresent() && identity.hasTitle()
                && rows.all().stream().allMatch(this::isOnlyName)) {
            rows.all().forEach(row -> refuse(row.row(), row.label(), identity.name(),
                    Messages.bind(Messages.onlyKey, identity.name())));
            return;
        }
        if (item == null && identity.hasTitle() && rows.all().stream().noneMatch(identity::hasText)) {
            rows.all().forEach(row -> refuse(row.row(), row.label(), identity.name(), Messages.newUntitled));
            return;
        }
        // Two people may have one name.
        long firstLine = identity.hasNamesAndAddresses()
                ? rows.first().row().line()
                : rows.first().firstLine();
        rows.settle(item, identity.name(), firstLine)
                .forEach((row, refusal) -> refuse(row.row(), row.label(), refusal.column(), refusal.reason()));
        if (rows.isEmpty()) {
            return;
        }
        boolean isNew = item == null;
        Element target = isNew ? draft.make(itemClass) : item;
        Map<RowValues, List<String>> details = rows.apply(target);
        if (isNew) {
            if (target instanceof Item one && one.getKey() == null) {
                one.setKey(ItemKeys.key(itemClass, ++lastNumber));
            }
            created.add(target);
            existing.put(id, target);
        }
        boolean isFirst = true;
        for (Map.Entry<RowValues, List<String>> row : details.entrySet()) {
            Outcome outcome = isNew
                    ? Outcome.CREATED
                    : row.getValue().isEmpty() ? Outcome.UNCHANGED : Outcome.CHANGED;
            // The first row is the item; what further rows of a new one bring is said.
            String detail = isNew && isFirst ? "" : String.join("; ", row.getValue());
            entries.add(new Entry(outcome, row.getKey().row().line(), row.getKey().label(), "", detail));
            totals.arrived(row.getKey().values());
            people.arrived(row.getKey().values().values());
            stated.arrived(row.getKey().row(), row.getKey().label(), target);
            isFirst = false;
        }
    }

    /** A note below a table looks like a key or a code and nothing else. */
    private boolean isOnlyName(RowValues row) {
        return row.values().size() == 1 && row.values().keySet().stream()
                .noneMatch(column -> column.goesTo(ModelPackage.Literals.SUBJECT__TITLE));
    }
}
