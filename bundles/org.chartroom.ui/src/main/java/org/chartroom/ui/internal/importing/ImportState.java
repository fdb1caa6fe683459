package org.chartroom.ui.internal.importing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Supplier;

import org.chartroom.core.type.ArtifactTypes;
import org.chartroom.core.workspace.EditSession;
import org.chartroom.core.workspace.Workspace;
import org.chartroom.exchange.csv.CsvTable;
import org.chartroom.exchange.csv.ImportException;
import org.chartroom.exchange.importing.ColumnMapping;
import org.chartroom.exchange.importing.ColumnTarget;
import org.chartroom.exchange.importing.ImportList;
import org.chartroom.exchange.importing.ImportOptions;
import org.chartroom.exchange.importing.ImportPlan;
import org.chartroom.exchange.importing.ImportPlans;
import org.chartroom.exchange.importing.ImportProtocol;
import org.chartroom.exchange.importing.Imports;
import org.chartroom.exchange.importing.KeptMappings;
import org.chartroom.exchange.importing.KnownFormat;
import org.chartroom.exchange.importing.MappingFile;
import org.chartroom.exchange.importing.MappingMemory;
import org.chartroom.exchange.importing.ModelPlan;
import org.chartroom.exchange.importing.OwnFields;
import org.chartroom.exchange.importing.Scales;
import org.chartroom.exchange.importing.SheetLists;
import org.chartroom.exchange.importing.TableSettings;
import org.chartroom.model.Artifact;
import org.chartroom.model.Element;
import org.chartroom.model.ImportRecord;
import org.chartroom.ui.forms.ArtifactEditing;

/** What the pages of the import wizard have found out and the user has chosen so far. */
final class ImportState {
    private final Workspace workspace;
    private final Imports imports;
    private final ArtifactTypes types;
    private final Function<ImportTarget, Optional<ArtifactEditing>> open;
    private final MappingMemory memory;
    private final KeptMappings kept;
    /** Null until one is chosen. */
    private TableFile file;
    private CsvTable found;
    private Optional<KnownFormat> known = Optional.empty();
    private TargetChoice place = TargetChoice.NONE;
    private boolean withSheets = true;
    private List<String> further = List.of();
    private List<TablePart> parts = List.of();
    private ImportOptions options = ImportOptions.NONE;
    private Optional<NamedMapping> mapping = Optional.empty();
    private boolean isByNames;
    private boolean isAnyRemembered;
    private boolean isByHand;

    /**
     * @param imports knows formats
     * @param types the types to import into, whose fields tell a header from other rows
     * @param open gives what an open editor makes of a target, which may be more than was saved
     */
    ImportState(Workspace workspace, Imports imports, ArtifactTypes types,
            Function<ImportTarget, Optional<ArtifactEditing>> open) {
        this.workspace = workspace;
        this.types = types;
        this.imports = imports;
        this.open = open;
        this.memory = new MappingMemory(workspace.folder());
        this.kept = new KeptMappings(workspace.folder());
    }

    /** Reads a file, with its format found out; nothing of the file before is left. */
    void setFile(Path path) {
        file = null;
        found = null;
        known = Optional.empty();
        parts = List.of();
        withSheets = true;
        further = List.of();
        options = ImportOptions.NONE;
        forgetMapping();
        file = new TableFile(path, imports);
        known = file.format();
        if (known.isPresent()) {
            found = known.get().preview();
        } else if (file.isTable()) {
            read();
        }
    }

    /**
     * Reads a file, and proposes as target the one that most of its columns fit.
     *
     * @param path the file
     * @param candidates the targets that are proposed, the first of them where none fits better
     */
    void setFile(Path path, List<ImportTarget> candidates) {
        TargetChoice before = place;
        place = TargetChoice.NONE;
        try {
            setFile(path);
        } finally {
            if (found == null) {
                place = before.with(Optional.empty());
            }
        }
        if (found != null) {
            setTarget(ImportTarget.best(candidates, found, this::isMeantFor).orElse(before.target()));
        }
    }

    /** @return the file; empty until one can be read */
    Optional<TableFile> file() {
        return Optional.ofNullable(file);
    }

    private boolean isTable() {
        return file != null && file.isTable();
    }

    /** @return whether the file is a model file, whose artifacts come in as a whole */
    boolean isModel() {
        return file != null && file.isModel();
    }

    /**
     * Plans the import of the model file, in any thread.
     *
     * @param session used by this thread only
     * @return what it would do there
     */
    ModelPlan modelPlan(EditSession session) {
        return file.modelPlan(session, types);
    }

    /** @return the protocol of the import of a model file */
    ImportRecord protocol(ModelPlan plan) {
        return ImportProtocol.of(file.source(), workspace.author(), plan);
    }

    /** Reads another sheet of the workbook, and no further ones. */
    void setSheet(int index) {
        file.chooseSheet(index);
        read();
    }

    /** @return the sheets besides that are called like lists of the target */
    List<String> furtherSheets() {
        return further;
    }

    /** @return whether they are imported, too */
    boolean hasFurtherSheets() {
        return withSheets;
    }

    /** Says whether the sheets that are called like lists of the target are imported in one go. */
    void setFurtherSheets(boolean wanted) {
        withSheets = wanted;
        propose();
    }

    /**
     * Reads the file again with the header that the user says.
     *
     * @param wanted whether a row names the columns
     * @param row number of that row; found out when empty
     */
    void setHeader(boolean wanted, OptionalLong row) {
        file.sayHeader(wanted, row);
        read();
    }

    /** @return whether a row names the columns */
    boolean hasHeader() {
        return found == null ? file == null || !file.isSaidWithoutHeader() : found.layout().headerRow() > 0;
    }

    /** Reads the text file again with what the user says of it: "delimiter" or "encoding". */
    void setFormat(String option, String value) {
        file.sayFormat(option, value);
        read();
    }

    /** Sets where to, and reads the file again when its rows may be others for it. */
    void setTarget(ImportTarget chosen) {
        boolean isOther = place.isOther(chosen);
        place = place.with(chosen);
        if (isOther) {
            forgetMapping();
        }
        if (isTable() && isOther) {
            read();
        } else {
            propose();
        }
    }

    ImportTarget target() {
        return place.target();
    }

    /** @return where the rows go */
    TargetChoice place() {
        return place;
    }

    /** Sets the list; the main one, or for the directory the one that the columns fit, when empty. */
    void setList(Optional<ImportList> chosen) {
        place = place.with(chosen);
        forgetMapping();
        if (isTable()) {
            read();
        }
    }

    /** Sheets find their lists by their names as long as nothing else is said. */
    private boolean isFree() {
        return isTable() && file.areSheetsFree() && place.isFree();
    }

    private void read() {
        found = null;
        parts = List.of();
        known = Optional.empty();
        found = file.read(place.names(types), isFree() ? Optional.of(target().rootClass()) : Optional.empty());
        known = imports.of(found);
        propose();
    }

    private void propose() {
        parts = List.of();
        further = List.of();
        isAnyRemembered = false;
        isByHand = false;
        if (found == null || target() == null || known().isPresent()) {
            return;
        }
        try (EditSession session = workspace.openSession()) {
            Element root = target().root(session);
            List<TablePart> proposed = new ArrayList<>();
            for (SheetLists.Part part : tables(root)) {
                proposed.add(proposed.isEmpty() && mapping.isPresent()
                        ? new TablePart(part, mapped(part, root), false)
                        : proposed(part, root));
            }
            parts = List.copyOf(proposed);
        }
    }

    private List<SheetLists.Part> tables(Element root) {
        ImportList wanted = place.listFor(found, root);
        CsvTable table = target().isDirectory() ? found : OwnFields.turned(found, target().rootClass()).orElse(found);
        List<SheetLists.Part> all = isFree()
                ? file.sheets(table, target().rootClass())
                : List.of(new SheetLists.Part(wanted, table));
        further = all.stream().skip(1).map(part -> part.table().sheet().orElse("")).toList();
        return withSheets ? all : List.of(new SheetLists.Part(wanted, table));
    }

    private List<ColumnMapping> mapped(SheetLists.Part part, Element root) {
        List<ColumnMapping> mappings = mapping.orElseThrow().file().mappings(part.table(), part.list().elementClass(),
                root);
        return options.scale().isPresent() ? Scales.judge(part.table(), mappings, root, options.scale()) : mappings;
    }

    private TablePart proposed(SheetLists.Part part, Element root) {
        Optional<List<ColumnMapping>> before = memory.recall(part.table(), part.list().elementClass(), root);
        isAnyRemembered |= before.isPresent();
        boolean isRemembered = before.isPresent() && !isByNames;
        List<ColumnMapping> mappings = isRemembered ? before.get() : part.list().propose(part.table(), root);
        return new TablePart(part, Scales.judge(part.table(), mappings, root, options.scale()), isRemembered);
    }

    private void forgetMapping() {
        mapping = Optional.empty();
        isByNames = false;
    }

    /** @return whether the last import of a file with the same header says where the columns go, if it may */
    boolean canRemember() {
        return isAnyRemembered;
    }

    /** @return whether the columns are mapped as in the last import of a file with the same header */
    boolean isRemembered() {
        return parts.stream().anyMatch(TablePart::isRemembered);
    }

    Optional<NamedMapping> mapping() {
        return mapping;
    }

    /** @return the mappings that the workspace keeps */
    KeptMappings kept() {
        return kept;
    }

    /** Maps the columns by their names, or as in the last import of a file with the same header. */
    void mapByThemselves(boolean asRemembered) {
        mapping = Optional.empty();
        isByNames = !asRemembered;
        propose();
    }

    /**
     * Reads the file as a mapping file says, for the target and list that it says, and maps its columns so. What is refused
     * leaves all as it was.
     *
     * @throws ImportException when it does not fit the file or the target
     */
    void mapBy(NamedMapping chosen) {
        Map<String, String> saidBefore = file.said();
        ImportOptions optionsBefore = options;
        Optional<NamedMapping> mappingBefore = mapping;
        TargetChoice placeBefore = place;
        try {
            place = place.by(chosen.file().options(), types);
            file.say(chosen.file().options());
            options = new TableSettings(chosen.file().options()).values();
            mapping = Optional.of(chosen);
            read();
        } catch (ImportException e) {
            file.restore(saidBefore);
            options = optionsBefore;
            mapping = mappingBefore;
            place = placeBefore;
            read();
            throw e;
        }
    }

    /** @return what the user says of the values */
    ImportOptions options() {
        return options;
    }

    /** Sets what the user says of the values. */
    void setOptions(ImportOptions chosen) {
        boolean isOther = !chosen.scale().equals(options.scale());
        options = chosen;
        if (isOther) {
            try (EditSession session = workspace.openSession()) {
                Element root = target().root(session);
                parts.forEach(part -> part.judge(root, chosen.scale()));
            }
        }
    }

    /** @return what imports the next file of the kind in the same way; of several sheets it has the columns of the first */
    MappingFile mappingFile() {
        return MappingFile.of(said(), parts.get(0).mappings());
    }

    /** Sends a column of a table elsewhere. */
    void map(TablePart part, ColumnMapping mapping, Optional<ColumnTarget> to) {
        try (EditSession session = workspace.openSession()) {
            part.map(mapping, to, target().root(session), options.scale());
        }
        isByHand = true;
    }

    /** Takes the values of a column otherwise: its numbers, or words of it. */
    void take(TablePart part, ColumnMapping mapping) {
        part.set(mapping);
        isByHand = true;
    }

    /** @return whether the user said of a column of the file where it goes or how it is spread, which would be lost */
    boolean isMappedByHand() {
        return isByHand;
    }

    /** By the names of the options of the command line. */
    private Map<String, String> said() {
        Map<String, String> all = place.said();
        if (known().isPresent()) {
            return all;
        }
        place.list().or(() -> target().isDirectory() ? Optional.of(parts.get(0).list()) : Optional.empty())
                .ifPresent(one -> all.put("list", one.name()));
        all.putAll(file.said());
        all.putAll(options.said());
        return all;
    }

    /**
     * @param plan what is done
     * @param table the table it is done with
     * @param key key of the artifact
     * @return the protocol of the import
     */
    ImportRecord protocol(ImportPlan plan, CsvTable table, String key) {
        return ImportProtocol.of(file.source(), workspace.author(), key, said(), plan, table);
    }

    /** @return the format when the meaning of every field is known, for the chosen target or because it is no table */
    Optional<KnownFormat> known() {
        return known.filter(
                one -> !isTable() || target() != null && one.targets().contains(target().rootClass()));
    }

    /** @return whether the file is of a known format that usually goes into the target */
    private boolean isMeantFor(ImportTarget candidate) {
        return known.filter(one -> one.targets().get(0) == candidate.rootClass()).isPresent();
    }

    /** @return the tables that are imported, each with what is done with its columns; empty when nothing is to be mapped */
    List<TablePart> parts() {
        return parts;
    }

    /** @return what the file is shown as; null when it is not read */
    CsvTable table() {
        return parts.isEmpty() ? found : parts.get(0).table();
    }

    /** @return the tables that are planned, in the order of the plans */
    List<CsvTable> tables() {
        return parts.isEmpty() ? List.of(found) : parts.stream().map(TablePart::table).toList();
    }

    /** @return what an open editor of the target has, with what the user is still typing */
    Optional<ArtifactEditing> openTarget() {
        Optional<ArtifactEditing> editing = open.apply(target());
        editing.ifPresent(ArtifactEditing::flush);
        return editing;
    }

    /** @return a session with what the import is planned over: that of the open editor, copied, or what was saved */
    EditSession planningSession(Optional<ArtifactEditing> editing) {
        return editing.map(one -> one.session().copy()).orElseGet(workspace::openSession);
    }

    /**
     * Plans in any thread.
     *
     * @param session from {@link #planningSession}; used by this thread only
     * @return what the import would do to the target, one plan for each of {@link #tables}
     */
    List<ImportPlan> plans(EditSession session) {
        return plans(target().root(session), session);
    }

    List<ImportPlan> plans(Element root, EditSession session) {
        List<ImportPlan> plans = new ArrayList<>(planned(root, session));
        plans.set(0, plans.get(0).saying(imports.setAside()));
        return plans;
    }

    private List<ImportPlan> planned(Element root, EditSession session) {
        return known().isPresent()
                ? List.of(known().get().plan((Artifact) root, session.directory()))
                : ImportPlans.over(session, parts.stream()
                        .map(part -> (Supplier<ImportPlan>) () -> part.plan(root, session, options(part))).toList(),
                        SheetLists.order(parts.stream().map(TablePart::part).toList(), root.eClass()));
    }

    /** The first part decides what the import makes of a new artifact. */
    private ImportOptions options(TablePart part) {
        if (!target().isNew()) {
            return options;
        }
        return part == parts.get(0) ? options.forNew() : options.forFurther();
    }

    void remember() {
        parts.forEach(part -> part.remember(memory));
    }

    Workspace workspace() {
        return workspace;
    }
}
