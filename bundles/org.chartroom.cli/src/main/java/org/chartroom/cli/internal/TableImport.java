package org.chartroom.cli.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.chartroom.core.type.ArtifactType;
import org.chartroom.core.value.Names;
import org.chartroom.exchange.csv.CsvTable;
import org.chartroom.exchange.importing.ColumnMapping;
import org.chartroom.exchange.importing.ColumnTarget;
import org.chartroom.exchange.importing.Coverage;
import org.chartroom.exchange.importing.ImportList;
import org.chartroom.exchange.importing.ImportOptions;
import org.chartroom.exchange.importing.ImportPlan;
import org.chartroom.exchange.importing.ImportPlanner;
import org.chartroom.exchange.importing.MappingFile;
import org.chartroom.exchange.importing.MappingMemory;
import org.chartroom.exchange.importing.MappingProposal;
import org.chartroom.exchange.importing.Scales;
import org.chartroom.model.Directory;
import org.chartroom.model.Element;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EClass;

/** Finds out where the columns of a table go: by a mapping file, as the last time, or by their names; used once. */
final class TableImport {
    private static final String ALL_PERIODS = "periods";

    private final CsvTable table;
    private final Element root;
    private final ImportList target;
    private final EClass itemClass;
    private final ImportOptions options;
    private final MappingMemory memory;
    /** Words whose meaning is said, and the columns that it is said for. */
    private final Map<String, List<ColumnMapping>> said = new LinkedHashMap<>();
    private List<ColumnMapping> mappings = List.of();

    TableImport(CsvTable table, Element root, ImportList target, ImportOptions options, Path workspace) {
        this.table = table;
        this.root = root;
        this.target = target;
        this.options = options;
        this.memory = new MappingMemory(workspace);
        this.itemClass = target.elementClass();
    }

    /**
     * @param mapping the mapping file, if there is one
     * @param map columns and fields as COLUMN=FIELD
     * @param meanings words and values as [FIELD:]WORD=VALUE
     * @param partial whether a table is taken whose columns hardly find a field
     * @param directory the directory of the workspace
     * @return what would happen
     */
    ImportPlan plan(Optional<MappingFile> mapping, List<String> map, List<String> meanings, boolean partial,
            Directory directory) {
        Optional<List<ColumnMapping>> before = mapping.isPresent()
                ? mapping.map(file -> file.mappings(table, itemClass, root))
                : memory.recall(table, itemClass, root);
        mappings = new ArrayList<>(before.orElseGet(() -> target.propose(table, root)));
        new Assignments("COLUMN=FIELD", map).forEach(this::map);
        new Assignments("[FIELD:]WORD=VALUE", meanings).forEach(this::mean);
        boolean isJudged = before.isEmpty() && map.isEmpty();
        if (isJudged && !partial) {
            Coverage.check(table, mappings, itemClass);
        }
        boolean isPartialUsed = isJudged && !Coverage.isEnough(table, mappings);
        if (mapping.isEmpty() || options.scale().isPresent()) {
            mappings = Scales.judge(table, mappings, root, options.scale());
        }
        ImportPlan plan = ImportPlanner.plan(table, mappings, root, target, directory, options);
        List<String> notes = new ArrayList<>();
        if (mapping.isEmpty() && before.isPresent()) {
            notes.add(MappingMemory.said());
        }
        List<String> unused = new ArrayList<>();
        said.forEach((word, columns) -> {
            if (columns.stream().noneMatch(column -> isRead(plan, column, word) || isThere(column, word))) {
                unused.add(Messages.bind(Messages.wordInNoCell, word,
                        String.join(", ", columns.stream().map(ColumnMapping::name).toList())));
            }
        });
        return plan.saying(notes).leaving(unused)
                .unusing(partial && !isPartialUsed ? List.of("partial") : List.of());
    }

    private static boolean isRead(ImportPlan plan, ColumnMapping column, String word) {
        return plan.table().stream().flatMap(one -> one.columns().stream())
                .filter(one -> one.name().equals(column.name()))
                .anyMatch(one -> one.words().keySet().stream().anyMatch(text -> Names.same(text, word)));
    }

    /** Cells of refused rows are not read. */
    private boolean isThere(ColumnMapping column, String word) {
        return table.rows().stream().anyMatch(row -> Names.same(row.values()[column.column()], word));
    }

    private void map(String column, String field) {
        boolean isThere = mappings.stream().anyMatch(one -> Names.same(one.name(), column));
        List<String> periods = table.columns().stream().filter(MappingProposal::namesPeriod).toList();
        if (!isThere && column.equals(ALL_PERIODS) && !periods.isEmpty()) {
            periods.forEach(one -> map(one, field));
            return;
        }
        ColumnMapping mapping = mappings.stream().filter(one -> Names.same(one.name(), column)).findFirst()
                .orElseThrow(() -> new InputException(table.name() + " has no column \"" + column + "\"; it has "
                        + String.join(", ", table.columns()) + "."));
        Optional<ColumnTarget> target = ColumnTarget.byPath(itemClass, root.eClass(), field);
        if (target.isEmpty() && !field.isEmpty()) {
            throw new InputException("There is no field \"" + field + "\"; there are "
                    + String.join(", ",
                            ColumnTarget.of(itemClass, root.eClass()).stream().map(ColumnTarget::path).toList())
                    + ".");
        }
        mappings.set(mapping.column(), mapping.to(target));
    }

    private void mean(String word, String value) {
        int colon = word.indexOf(':');
        Optional<ColumnTarget> field = colon < 0
                ? Optional.empty()
                : ColumnTarget.byPath(itemClass, root.eClass(), word.substring(0, colon));
        String bare = field.isPresent() ? word.substring(colon + 1) : word;
        List<ColumnMapping> meant = new ArrayList<>();
        for (ColumnMapping mapping : List.copyOf(mappings)) {
            Optional<ColumnTarget> target = mapping.target();
            boolean isMeant = target.isPresent() && (field.isPresent() ? field.equals(target) : !isText(target.get()));
            if (isMeant) {
                Map<String, String> values = new LinkedHashMap<>(mapping.values());
                values.put(bare, value);
                mappings.set(mapping.column(), mapping.with(values));
                meant.add(mapping);
            }
        }
        if (meant.isEmpty()) {
            throw new InputException(Messages.bind(Messages.unusedValue, word));
        }
        said.put(bare, meant);
    }

    private static boolean isText(ColumnTarget target) {
        return target.feature() instanceof EAttribute attribute
                && attribute.getEAttributeType().getInstanceClass() == String.class;
    }

    /** @return the text of a mapping file that says what was said and where the columns go */
    String mapping(Map<String, String> said, Optional<ArtifactType> type) {
        Map<String, String> all = new LinkedHashMap<>();
        type.ifPresent(one -> all.put("type", one.id()));
        all.putAll(said);
        return MappingFile.of(all, mappings).text();
    }

    /** Remembers the mapping for files with the same header. */
    void remember() {
        memory.remember(table, itemClass, mappings);
    }
}
