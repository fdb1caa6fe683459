package org.chartroom.exchange.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.chartroom.core.type.ItemKeys;
import org.chartroom.core.value.Names;
import org.chartroom.exchange.csv.CsvTable;
import org.chartroom.exchange.csv.ImportException;
import org.chartroom.exchange.export.CsvExport;
import org.chartroom.exchange.importing.ImportPlan.Edit;
import org.chartroom.exchange.importing.ImportPlan.Entry;
import org.chartroom.exchange.importing.ImportPlan.Outcome;
import org.chartroom.model.Artifact;
import org.chartroom.model.Directory;
import org.chartroom.model.Element;
import org.chartroom.model.Item;
import org.chartroom.model.ModelFactory;
import org.chartroom.model.ModelPackage;
import org.chartroom.model.Person;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;

/**
 * Works out what importing a table would do. A row is the item that has its key or, where the table has no keys, its
 * title; an empty cell leaves the field as it is. So the same table imported again changes nothing.
 */
public final class ImportPlanner {
    private static final int LONGEST_DETAIL = 120;

    private final Artifact artifact;
    private final Directory directory;
    private final EReference items;
    private final EClass itemClass;
    private final List<ColumnReader> columns;
    private final ControlTotals totals;
    private final StatedFigures stated;
    private final EStructuralFeature identity;
    private final Optional<ColumnReader> identityColumn;
    private final Map<String, Item> existing = new HashMap<>();
    private final Map<String, Long> seen = new HashMap<>();
    private final Map<String, Person> people = new HashMap<>();
    private final List<Person> newPeople = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();
    private final List<Item> created = new ArrayList<>();
    private final List<Edit> edits = new ArrayList<>();
    private int lastNumber;

    private ImportPlanner(CsvTable table, Artifact artifact, Directory directory, List<ColumnMapping> mappings) {
        this.artifact = artifact;
        this.directory = directory;
        this.items = ColumnTarget.itemsOf(artifact.eClass()).orElseThrow(() -> new ImportException(
                "A table can't be imported into " + artifact.getKey() + ": it has no list of items."));
        this.itemClass = items.getEReferenceType();
        boolean guarded = CsvExport.isOne(table, itemClass);
        this.columns = mappings.stream().filter(mapping -> mapping.target().isPresent())
                .map(mapping -> new ColumnReader(mapping, artifact, table, guarded)).toList();
        this.totals = new ControlTotals(columns);
        this.stated = new StatedFigures(table, mappings, artifact, itemClass, guarded);
        this.identity = columns.stream().anyMatch(column -> column.goesTo(ModelPackage.Literals.SUBJECT__KEY))
                ? ModelPackage.Literals.SUBJECT__KEY
                : ModelPackage.Literals.SUBJECT__TITLE;
        this.identityColumn = columns.stream().filter(column -> column.goesTo(identity)).findFirst();
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
        return new ImportPlanner(table, artifact, directory, mappings).plan(table, options);
    }

    private ImportPlan plan(CsvTable table, ImportOptions options) {
        checkMappings(table);
        columns.forEach(column -> column.decide(table, columns, options));
        stated.decide(columns, options);
        index();
        for (CsvTable.Row row : table.rows()) {
            planRow(table, row);
        }
        List<String> notes = new ArrayList<>(table.layout().notes());
        columns.forEach(column -> column.addNotes(notes));
        List<String> nowhere = new ArrayList<>(table.layout().nowhere());
        ImportPlan.Changes changes = new ImportPlan.Changes(artifact, items, created, edits, directory, newPeople);
        List<ImportTotals.Contradiction> contradictions = new ArrayList<>();
        List<ImportTotals.Compared> compared = stated.compare(changes::copied, contradictions);
        TablePlan said = said(table, compared, nowhere);
        return new ImportPlan(entries, newPeople.stream().map(Person::getName).toList(), notes, nowhere,
                Optional.of(said), ImportPlan.totals(entries, totals.totals(), compared, contradictions),
                changes::command);
    }

    private TablePlan said(CsvTable table, List<ImportTotals.Compared> compared, List<String> nowhere) {
        List<TablePlan.Column> all = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            int index = i;
            String name = table.columns().get(i);
            Optional<ColumnReader> reader = columns.stream().filter(column -> column.mapping().column() == index)
                    .findFirst();
            long values = table.rows().stream().filter(row -> !row.values()[index].isBlank()).count();
            if (reader.isPresent()) {
                all.add(reader.get().plan(values));
                continue;
            }
            all.add(TablePlan.Column.nowhere(name, values));
            if (values > 0 && !stated.isCompared(index, compared)
                    && columns.stream().noneMatch(column -> column.isCurrency(index))) {
                nowhere.add(Messages.bind(Messages.goesNowhere, name, values));
            }
        }
        CsvTable.Layout layout = table.layout();
        return new TablePlan(layout.encoding(),
                table.delimiter() == 0 ? Optional.empty() : Optional.of(String.valueOf(table.delimiter())),
                table.sheet(), layout.otherSheets(), layout.headerRow(), all);
    }

    private void checkMappings(CsvTable table) {
        Map<String, String> taken = new HashMap<>();
        for (ColumnReader column : columns) {
            ColumnMapping mapping = column.mapping();
            if (mapping.column() >= table.columns().size()) {
                throw new ImportException(table.name() + " has no column \"" + mapping.name()
                        + "\"; map its fields to columns it has.");
            }
            String other = taken.put(column.target().path(), mapping.name());
            if (other != null) {
                throw new ImportException(table.name() + ": the columns \"" + other + "\" and \"" + mapping.name()
                        + "\" both go to " + column.target().label() + "; leave one of them out.");
            }
        }
        if (!taken.containsKey(identity.getName())) {
            throw new ImportException(table.name() + ": no column goes to the title or the key, so rows can't be told "
                    + "apart; map one of " + String.join(", ", table.columns()) + ".");
        }
    }

    private void index() {
        List<?> all = (List<?>) artifact.eGet(items);
        for (Object one : all) {
            Item item = (Item) one;
            Object id = item.eGet(identity);
            if (id != null) {
                existing.putIfAbsent(identityOf(id.toString()), item);
            }
        }
        lastNumber = ItemKeys.highest(all.stream().map(EObject.class::cast).toList(), itemClass);
        for (Person person : directory.getPeople()) {
            addPerson(person);
        }
    }

    private static String identityOf(String text) {
        return Names.folded(text);
    }

    private void addPerson(Person person) {
        if (person.getName() != null) {
            people.putIfAbsent(identityOf(person.getName()), person);
        }
        if (person.getEmail() != null) {
            people.putIfAbsent(identityOf(person.getEmail()), person);
        }
    }

    private void planRow(CsvTable table, CsvTable.Row row) {
        if (!row.problem().isEmpty()) {
            refuse(row, identityColumn.map(column -> Names.visible(column.text(row))).orElse(""), "", row.problem());
            return;
        }
        String label = identityColumn.map(column -> Names.visible(column.text(row))).orElse("");
        if (label.isEmpty()) {
            refuse(row, "", identity.getName(), "the " + identity.getName() + " is empty");
            return;
        }
        Long before = seen.putIfAbsent(identityOf(label), row.line());
        if (before != null) {
            refuse(row, label, identity.getName(),
                    "the same " + identity.getName() + " is in " + table.place(before) + "; keep one of the two");
            return;
        }
        // Beside the columns; null where the cell is empty.
        Object[] read = new Object[columns.size()];
        for (int i = 0; i < read.length; i++) {
            ColumnReader column = columns.get(i);
            if (row.values()[column.mapping().column()].isBlank()) {
                continue;
            }
            try {
                read[i] = read(column, row);
            } catch (IllegalArgumentException e) {
                refuse(row, label, column.mapping().name(), e.getMessage());
                return;
            }
        }
        Item item = existing.get(identityOf(label));
        if (item == null) {
            item = create(row, label, read);
        } else {
            change(row, label, item, read);
        }
        totals.arrived(columns, read);
        stated.arrived(row, label, item);
    }

    private void refuse(CsvTable.Row row, String label, String column, String reason) {
        totals.refused(row);
        entries.add(new Entry(Outcome.REFUSED, row.line(), label, column, reason));
    }

    private Object read(ColumnReader column, CsvTable.Row row) {
        Object value = column.read(row);
        return column.isPerson() && value != null ? person((String) value) : value;
    }

    private Person person(String text) {
        return people.computeIfAbsent(identityOf(text), id -> {
            Person person = ModelFactory.eINSTANCE.createPerson();
            person.setId(UUID.randomUUID().toString());
            if (id.contains("@")) {
                person.setEmail(text);
            }
            person.setName(text);
            newPeople.add(person);
            return person;
        });
    }

    private Item create(CsvTable.Row row, String label, Object[] read) {
        Item item = (Item) EcoreUtil.create(itemClass);
        item.setId(UUID.randomUUID().toString());
        for (int i = 0; i < read.length; i++) {
            if (read[i] == null) {
                continue;
            }
            ColumnTarget target = columns.get(i).target();
            Optional<EReference> list = target.list();
            EObject owner = list.isEmpty() ? item : firstChild(item, list.get()).orElseGet(() -> {
                Element child = newChild(list.get());
                children(item, list.get()).add(child);
                return child;
            });
            owner.eSet(target.feature(), read[i]);
        }
        if (item.getKey() == null) {
            item.setKey(ItemKeys.key(itemClass, ++lastNumber));
        }
        created.add(item);
        entries.add(new Entry(Outcome.CREATED, row.line(), label, "", ""));
        return item;
    }

    private void change(CsvTable.Row row, String label, Item item, Object[] read) {
        List<String> details = new ArrayList<>();
        Map<EReference, Element> newChildren = new HashMap<>();
        for (int i = 0; i < read.length; i++) {
            if (read[i] == null) {
                continue;
            }
            ColumnTarget target = columns.get(i).target();
            Object value = read[i];
            EObject owner = target.list().map(list -> firstChild(item, list).orElse(null)).orElse(item);
            if (target.list().isPresent() && firstChild(item, target.list().get()).isEmpty()) {
                Element child = newChildren.computeIfAbsent(target.list().get(), list -> {
                    Element made = newChild(list);
                    edits.add(new Edit(item, list, made));
                    return made;
                });
                child.eSet(target.feature(), value);
                details.add(target.label() + ": " + brief(value));
            } else if (!same(owner.eGet(target.feature()), value)) {
                edits.add(new Edit(owner, target.feature(), value));
                details.add(target.label() + ": " + brief(owner.eGet(target.feature())) + " \u2192 " + brief(value));
            }
        }
        entries.add(details.isEmpty()
                ? new Entry(Outcome.UNCHANGED, row.line(), label, "", "")
                : new Entry(Outcome.CHANGED, row.line(), label, "", String.join("; ", details)));
    }

    private static boolean same(Object before, Object now) {
        if (before instanceof java.math.BigDecimal a && now instanceof java.math.BigDecimal b) {
            return a.compareTo(b) == 0;
        }
        return Objects.equals(before, now);
    }

    private static String brief(Object value) {
        String text = value == null ? "empty" : value instanceof Person person ? person.getName() : value.toString();
        String line = text.replaceAll("\\s+", " ").strip();
        return line.length() <= LONGEST_DETAIL ? line : line.substring(0, LONGEST_DETAIL - 1) + "\u2026";
    }

    private static Optional<EObject> firstChild(Item item, EReference list) {
        return children(item, list).stream().findFirst();
    }

    @SuppressWarnings("unchecked")
    private static List<EObject> children(Item item, EReference list) {
        return (List<EObject>) item.eGet(list);
    }

    private static Element newChild(EReference list) {
        Element child = (Element) EcoreUtil.create(list.getEReferenceType());
        child.setId(UUID.randomUUID().toString());
        return child;
    }
}
