package org.chartroom.ui.internal.importing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Predicate;

import org.chartroom.core.type.ArtifactType;
import org.chartroom.core.type.ArtifactTypes;
import org.chartroom.core.workspace.ArtifactInfo;
import org.chartroom.core.workspace.EditSession;
import org.chartroom.core.workspace.Workspace;
import org.chartroom.exchange.csv.CsvFiles;
import org.chartroom.exchange.csv.CsvFormat;
import org.chartroom.exchange.csv.CsvTable;
import org.chartroom.exchange.csv.ImportException;
import org.chartroom.exchange.csv.TableSearch;
import org.chartroom.exchange.importing.ColumnMapping;
import org.chartroom.exchange.importing.ColumnTarget;
import org.chartroom.exchange.importing.FieldNames;
import org.chartroom.exchange.importing.ImportOptions;
import org.chartroom.exchange.importing.ImportPlan;
import org.chartroom.exchange.importing.ImportPlanner;
import org.chartroom.exchange.importing.ImportProtocol;
import org.chartroom.exchange.importing.Imports;
import org.chartroom.exchange.importing.KnownFormat;
import org.chartroom.exchange.importing.MappingFile;
import org.chartroom.exchange.importing.MappingMemory;
import org.chartroom.exchange.importing.MappingProposal;
import org.chartroom.exchange.importing.ModelImport;
import org.chartroom.exchange.importing.ModelPlan;
import org.chartroom.exchange.importing.OwnFields;
import org.chartroom.exchange.importing.Scales;
import org.chartroom.exchange.json.JsonTables;
import org.chartroom.exchange.xlsx.XlsxFiles;
import org.chartroom.model.Artifact;
import org.chartroom.model.Directory;
import org.chartroom.model.ImportRecord;
import org.chartroom.ui.forms.ArtifactEditing;
import org.chartroom.ui.internal.Messages;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.util.EcoreUtil;

/** What the pages of the import wizard have found out and the user has chosen so far. */
final class ImportState {
    private static final List<Charset> CHARSETS = List.of(StandardCharsets.UTF_8, Charset.forName("windows-1252"),
            StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);

    private final Workspace workspace;
    private final Function<ArtifactInfo, Optional<ArtifactEditing>> open;
    private final ArtifactTypes types;
    private Path file;
    private boolean isModel;
    private ImportProtocol.Source source;
    private CsvFormat format;
    private boolean header = true;
    private OptionalLong headerRow = OptionalLong.empty();
    private List<XlsxFiles.Sheet> sheets = List.of();
    private Optional<String> sheet = Optional.empty();
    private CsvTable found;
    private CsvTable table;
    private final Imports imports;
    private Optional<KnownFormat> known = Optional.empty();
    private Optional<ArtifactInfo> target = Optional.empty();
    private ArtifactType type;
    private final Predicate<String> names;
    private boolean remembered;
    private List<ColumnMapping> mappings = List.of();
    private ImportOptions options = ImportOptions.NONE;

    /**
     * @param imports knows formats
     * @param artifactTypes the types to import into, whose fields tell a header from other rows
     * @param open gives what an open editor makes of an artifact, which may be more than was saved
     */
    ImportState(Workspace workspace, Imports imports, ArtifactTypes artifactTypes,
            Function<ArtifactInfo, Optional<ArtifactEditing>> open) {
        this.workspace = workspace;
        this.types = artifactTypes;
        this.names = FieldNames
                .of(artifactTypes.all().stream().flatMap(one -> ColumnTarget.itemsOf(one.eClass()).stream())
                        .map(EReference::getEReferenceType).toList());
        this.imports = imports;
        this.open = open;
    }

    static List<Charset> charsets() {
        return CHARSETS;
    }

    /** Reads a file, with its format found out; nothing of the file before is left. */
    void setFile(Path path) {
        file = path;
        isModel = false;
        table = null;
        found = null;
        sheet = Optional.empty();
        sheets = List.of();
        format = null;
        header = true;
        headerRow = OptionalLong.empty();
        known = Optional.empty();
        mappings = List.of();
        options = ImportOptions.NONE;
        source = ImportProtocol.Source.of(path);
        isModel = isModelFile(path);
        if (isModel) {
            return;
        }
        known = imports.of(path);
        if (known.isPresent()) {
            found = known.get().preview();
            table = found;
        } else {
            List<XlsxFiles.Sheet> all = allSheets(path);
            format = all.isEmpty() ? CsvFiles.detect(path, search()) : null;
            header = format == null || format.header();
            sheets = all;
            read();
        }
    }

    /** The lists of a JSON file are chosen from as the sheets of a workbook are. */
    private static List<XlsxFiles.Sheet> allSheets(Path path) {
        if (XlsxFiles.isWorkbook(path)) {
            return XlsxFiles.sheets(path);
        }
        return JsonTables.isJson(path)
                ? JsonTables.lists(path).stream().map(list -> new XlsxFiles.Sheet(list, false)).toList()
                : List.of();
    }

    private static boolean isModelFile(Path path) {
        try {
            return ModelImport.isModelFile(path);
        } catch (IOException e) {
            throw new ImportException(Messages.bind(Messages.FilePage_unreadable, path, e.getMessage()), e);
        }
    }

    /** @return whether the file is a model file, whose artifacts come in as a whole */
    boolean isModel() {
        return isModel;
    }

    /**
     * Plans the import of the model file, in any thread.
     *
     * @param session used by this thread only
     * @return what it would do there
     */
    ModelPlan modelPlan(EditSession session) {
        try (InputStream input = Files.newInputStream(file)) {
            return ModelImport.plan(source.name(), input, session, id -> types.byId(id).map(ArtifactType::eClass));
        } catch (IOException e) {
            throw new ImportException(Messages.bind(Messages.FilePage_unreadable, file, e.getMessage()), e);
        }
    }

    /** @return the protocol of the import of a model file */
    ImportRecord protocol(ModelPlan plan) {
        return ImportProtocol.of(source, workspace.author(), plan);
    }

    private TableSearch search() {
        return new TableSearch(header ? headerRow : OptionalLong.empty(), names);
    }

    /** Reads another sheet of the workbook. */
    void setSheet(int index) {
        sheet = Optional.of(sheets.get(index).name());
        headerRow = OptionalLong.empty();
        read();
    }

    /** @return the sheets of the workbook; empty for a text file */
    List<XlsxFiles.Sheet> sheets() {
        return sheets;
    }

    /**
     * Reads the file again with the header that the user says.
     *
     * @param wanted whether a row names the columns
     * @param row number of that row; found out when empty
     */
    void setHeader(boolean wanted, OptionalLong row) {
        header = wanted;
        headerRow = row;
        read();
    }

    /** @return whether the file may have a row that names the columns; records in JSON name their fields themselves */
    boolean hasHeaderRow() {
        return format != null || !sheets.isEmpty() && !JsonTables.isJson(file);
    }

    /** @return whether a row names the columns */
    boolean hasHeader() {
        return header;
    }

    /** Reads the file again as the user says it is written. */
    void setFormat(CsvFormat corrected) {
        format = corrected;
        header = corrected.header();
        read();
    }

    private void read() {
        table = null;
        known = Optional.empty();
        mappings = List.of();
        if (format != null) {
            found = CsvFiles.read(file, new CsvFormat(format.delimiter(), format.charset(), header), search());
        } else {
            found = JsonTables.isJson(file)
                    ? JsonTables.read(file, sheet, search())
                    : XlsxFiles.read(file, sheet, header, search());
        }
        table = found;
        known = imports.of(table);
        propose();
    }

    /** @return whether the columns are mapped as in the last import of a file with the same header */
    boolean isRemembered() {
        return remembered;
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
            mappings = new ArrayList<>(judged());
        }
    }

    /** @return the mappings with the scales that the values have by themselves, or that the user says */
    List<ColumnMapping> judged() {
        try (EditSession session = workspace.openSession()) {
            return Scales.judge(table, mappings, artifact(session), options.scale());
        }
    }

    /** @return the text of a mapping file that imports the next file of the kind in the same way */
    String mappingFile() {
        return MappingFile.of(said(), mappings).text();
    }

    /** @return what is said of the file, by the names of the options of the command line */
    private Map<String, String> said() {
        Map<String, String> said = new LinkedHashMap<>();
        said.put("type", type.id());
        if (known().isPresent()) {
            return said;
        }
        if (format != null) {
            said.put("encoding", format.charset().name());
            said.put("delimiter", format.delimiter() == '\t' ? "tab" : String.valueOf(format.delimiter()));
        }
        if (hasHeaderRow()) {
            said.put("header", String.valueOf(header));
        }
        headerRow.ifPresent(row -> said.put("header-row", String.valueOf(row)));
        sheet.ifPresent(name -> said.put("sheet", name));
        options.decimal().ifPresent(mark -> said.put("decimal", mark.name().toLowerCase(Locale.ROOT)));
        options.order().ifPresent(order -> said.put("date-order", order.name().toLowerCase(Locale.ROOT)));
        options.currency().ifPresent(currency -> said.put("currency", currency.getCurrencyCode()));
        options.scale().ifPresent(scale -> said.put("scale", scale.text()));
        options.period().ifPresent(period -> said.put("period", period.toString()));
        if (options.keepScale()) {
            said.put("keep-scale", "true");
        }
        return said;
    }

    /**
     * @param plan what is done
     * @param key key of the artifact
     * @return the protocol of the import
     */
    ImportRecord protocol(ImportPlan plan, String key) {
        return ImportProtocol.of(source, workspace.author(), key, said(), plan, table);
    }

    /** Sets where to: an artifact, or a new one of the type. */
    void setTarget(ArtifactType artifactType, Optional<ArtifactInfo> artifact) {
        type = artifactType;
        target = artifact;
        propose();
    }

    private void propose() {
        if (table == null || type == null || known().isPresent()) {
            return;
        }
        table = OwnFields.turned(found, type.eClass()).orElse(found);
        try (EditSession session = workspace.openSession()) {
            Artifact artifact = artifact(session);
            Optional<List<ColumnMapping>> before = new MappingMemory(workspace.folder()).recall(table, itemClass(),
                    artifact);
            remembered = before.isPresent();
            mappings = before.orElseGet(() -> MappingProposal.propose(table, itemClass(), artifact));
            mappings = new ArrayList<>(Scales.judge(table, mappings, artifact, options.scale()));
        }
    }

    /** @return the format when the meaning of every field is known, for the chosen target or because it is no table */
    Optional<KnownFormat> known() {
        boolean isTable = format != null || !sheets.isEmpty();
        return known.filter(one -> !isTable || type != null && one.targets().contains(type.eClass()));
    }

    /** @return whether the file is of a known format that usually goes into the type */
    boolean isMeantFor(ArtifactType candidate) {
        return known.filter(one -> one.targets().get(0) == candidate.eClass()).isPresent();
    }

    /** How many columns of the file find a field of their own in a type. */
    long fitting(ArtifactType candidate) {
        EClass items = ColumnTarget.itemsOf(candidate.eClass()).orElseThrow().getEReferenceType();
        return MappingProposal.propose(table, items, (Artifact) EcoreUtil.create(candidate.eClass())).stream()
                .filter(mapping -> mapping.target().isPresent()).count();
    }

    private Artifact artifact(EditSession session) {
        return target.flatMap(info -> session.artifact(info.id()))
                .orElseGet(() -> (Artifact) EcoreUtil.create(type.eClass()));
    }

    EClass itemClass() {
        return ColumnTarget.itemsOf(type.eClass()).orElseThrow().getEReferenceType();
    }

    void setMapping(ColumnMapping mapping) {
        mappings.set(mapping.column(), mapping);
    }

    /** @return what an open editor of the target has, with what the user is still typing */
    Optional<ArtifactEditing> openTarget() {
        Optional<ArtifactEditing> editing = target.flatMap(open);
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
     * @return what the import would do to the target
     */
    ImportPlan plan(EditSession session) {
        return plan(artifact(session), session.directory());
    }

    ImportPlan plan(Artifact artifact, Directory directory) {
        return known().map(one -> one.plan(artifact, directory))
                .orElseGet(() -> ImportPlanner.plan(table, mappings, artifact, directory, options));
    }

    void remember() {
        if (known().isEmpty()) {
            new MappingMemory(workspace.folder()).remember(table, itemClass(), mappings);
        }
    }

    Workspace workspace() {
        return workspace;
    }

    /** @return how the text file is written; null for a workbook */
    CsvFormat format() {
        return format;
    }

    CsvTable table() {
        return table;
    }

    Optional<ArtifactInfo> target() {
        return target;
    }

    ArtifactType type() {
        return type;
    }

    List<ColumnMapping> mappings() {
        return mappings;
    }
}
