package org.chartroom.cli.internal;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.chartroom.core.type.ArtifactType;
import org.chartroom.core.workspace.EditSession;
import org.chartroom.core.workspace.OpenMode;
import org.chartroom.core.workspace.Workspace;
import org.chartroom.core.workspace.WorkspaceException;
import org.chartroom.exchange.csv.CsvTable;
import org.chartroom.exchange.csv.ImportException;
import org.chartroom.exchange.importing.ImportList;
import org.chartroom.exchange.importing.ImportOptions;
import org.chartroom.exchange.importing.ImportPlan;
import org.chartroom.exchange.importing.ImportPlans;
import org.chartroom.exchange.importing.ImportPlan.Outcome;
import org.chartroom.exchange.importing.ImportProtocol;
import org.chartroom.exchange.importing.Imports;
import org.chartroom.exchange.importing.KeptMappings;
import org.chartroom.exchange.importing.KnownFormat;
import org.chartroom.exchange.importing.MappingFile;
import org.chartroom.exchange.importing.OwnFields;
import org.chartroom.exchange.importing.SheetLists;
import org.chartroom.exchange.importing.TableSettings;
import org.chartroom.exchange.xlsx.XlsxFiles;
import org.chartroom.model.Artifact;
import org.chartroom.model.Element;
import org.chartroom.model.ImportRecord;
import org.eclipse.emf.ecore.EClass;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Imports a table. */
@Command(name = "import", description = "Imports the rows of a CSV file or of an Excel workbook (.xlsx), whose sheets that are called like lists of the artifact go into these, or the risks of an OSCAL plan of action and milestones, into an artifact; rows that do not fit are "
        + "refused and named, the others arrive. The same import again changes nothing. A model file (.xmi or .json) comes in as a "
        + "whole: artifacts that the workspace does not have are added, those that it has become what they are in the file.")
final class ImportCommand extends AbstractCommand {
    private static final String RISK_REGISTER = "org.chartroom.risk.register";

    private static final String AUTO = "auto";
    private static final String TABLE = "table";
    private static final String DIRECTORY = "directory";

    @Parameters(paramLabel = "FILE", description = "The file.")
    private Path file;

    @Option(names = "--into", paramLabel = "KEY", description = "The artifact, or \"directory\" for people, projects, vendors, "
            + "objectives and exchange rates; a new artifact when none is named.")
    private String into;

    @Option(names = "--list", paramLabel = "NAME", description = "The list of the artifact or of the directory that the rows "
            + "go into, for example milestones, or actions for rows that name their risk; the main list when none is named, "
            + "and in the directory the one that the columns fit.")
    private String list;

    @Option(names = "--type", paramLabel = "ID", description = "Type of a new artifact; " + RISK_REGISTER
            + " when not given; for a forecast history a variance report, and org.chartroom.change.log is possible.")
    private String type;

    @Option(names = "--title", paramLabel = "TEXT", description = "Title of a new artifact; the file's name without its "
            + "extension when none is given.")
    private String title;

    @Option(names = "--format", defaultValue = AUTO, description = "table: rows whose columns are mapped; "
            + "oscal-poam: an OSCAL 1.1 plan of action and milestones; ms-project: a schedule of Microsoft Project; "
            + "others that plug-ins bring; auto: found out. Default: ${DEFAULT-VALUE}.")
    private String format;

    @Option(names = "--map", paramLabel = "COLUMN=FIELD", description = "Where a column goes, for example "
            + "\"Statement=event\" or \"Plan=actions.description\"; a field that is not there is answered with all that are; an empty one leaves it out; \"periods\" are all columns that "
            + "name a month or a quarter, for example \"periods=figures.planned\".")
    private List<String> map = new ArrayList<>();

    @Option(names = "--values", paramLabel = "[FIELD:]WORD=VALUE", description = "What a word of the table means, for "
            + "example \"open=identified\" or \"owner:AB=Ana Brown\"; without a field in all columns but texts.")
    private List<String> meanings = new ArrayList<>();

    @Mixin
    private TableOptions table = new TableOptions();

    @Option(names = "--mapping", paramLabel = "FILE|NAME", description = "Options and columns as --save-mapping wrote them, or "
            + "as the wizard kept them in the workspace under a name; options on the command line go before.")
    private String mapping;

    @Option(names = "--save-mapping", paramLabel = "FILE", description = "Writes the options and where each column goes, so "
            + "that the next file of the kind is imported with --mapping FILE.")
    private Path saveMapping;

    @Option(names = "--partial", description = "Takes a table also when most of its columns find no field.")
    private boolean partial;

    @Option(names = "--all-or-nothing", description = "Writes nothing when a row is refused.")
    private boolean allOrNothing;

    @Option(names = "--strict", description = "Writes nothing and ends with 1 when values or options go nowhere.")
    private boolean strict;

    @Option(names = "--dry-run", description = "Says what would happen and writes nothing.")
    private boolean dryRun;

    @Option(names = "--json", description = "Prints JSON.")
    private boolean json;

    private ImportProtocol.Source source;

    ImportCommand(Context context) {
        super(context);
    }

    @Override
    public Integer call() {
        try {
            return importFile();
        } catch (ImportException | InputException | WorkspaceException e) {
            if (json) {
                // Who reads the output gets JSON whatever happens; the reason is where errors are, too.
                Map<String, Object> data = new LinkedHashMap<>();
                data.put("written", false);
                data.put("refusal", e.getMessage());
                context().json(data);
            }
            throw e;
        }
    }

    private int importFile() {
        checkInput(file);
        checkMappingToSave();
        if (format.equals(AUTO) && ModelFiles.isOne(file)) {
            ModelFiles.refuse(file, forTables());
            return new ModelFiles(context(), dryRun, json).importFile(file);
        }
        source = ImportProtocol.Source.of(file);
        Imports imports = context().service(Imports.class);
        Optional<MappingFile> said = Optional.ofNullable(mapping)
                .map(name -> new KeptMappings(context().folder()).find(name));
        Map<String, String> options = new LinkedHashMap<>(said.map(MappingFile::options).orElse(Map.of()));
        options.putAll(table.said());
        takeTarget(options);
        String asked = format.equals(AUTO) ? options.getOrDefault("format", AUTO) : format;
        boolean isTable = asked.equals(TABLE) || mapping != null;
        Optional<KnownFormat> other = isTable
                ? Optional.empty()
                : asked.equals(AUTO) ? imports.of(file) : Optional.of(imports.read(asked, file));
        try (Workspace workspace = context().open(dryRun ? OpenMode.READ_ONLY : OpenMode.READ_WRITE);
                EditSession session = workspace.openSession()) {
            TableSettings settings = new TableSettings(options);
            if (DIRECTORY.equals(into)) {
                return new DirectoryImport(file, settings).run(session, Optional.ofNullable(list),
                        (read, target) -> importTable(session,
                                new Target(session.directory(), DIRECTORY, target, false), read,
                                said, options));
            }
            Optional<ArtifactType> named = Optional
                    .ofNullable(type == null && into == null ? options.get("type") : type)
                    .map(context()::type);
            Optional<Artifact> there = Optional.ofNullable(into).map(key -> context().artifact(session, key));
            there.ifPresent(artifact -> checkType(artifact, options));
            EClass wanted = there.map(Artifact::eClass)
                    .orElseGet(() -> named.orElseGet(() -> context().type(RISK_REGISTER)).eClass());
            CsvTable found = other.isPresent() ? other.get().preview() : read(settings, options, wanted);
            CsvTable read = other.isPresent() ? found : OwnFields.turned(found, wanted).orElse(found);
            Optional<KnownFormat> known = other.or(() -> isTable ? Optional.empty() : imports.of(read));
            Artifact artifact = there.orElseGet(() -> create(session, known, named));
            boolean isKnown = other.isPresent()
                    || known.filter(one -> one.targets().contains(artifact.eClass())).isPresent();
            if (isKnown) {
                refuse(known.get(), other.isPresent());
                ImportPlan plan = known.get().plan(artifact, session.directory()).saying(imports.setAside());
                List<ImportPrinter.Planned> planned = List
                        .of(new ImportPrinter.Planned(plan, read, artifact.getKey()));
                if (!dryRun && withheld(planned).isEmpty()) {
                    execute(session, plan, ImportProtocol.of(source, session.workspace().author(), artifact.getKey(),
                            options, plan, read));
                }
                return finish(session, planned);
            }
            ImportList target = list == null
                    ? ImportList.main(artifact.eClass())
                            .orElseThrow(() -> new InputException("A table can't be imported into "
                                    + artifact.getKey() + ": it has no list of items."))
                    : named(artifact.eClass(), list);
            return importTable(session, new Target(artifact, artifact.getKey(), target, there.isEmpty()), read, said,
                    options);
        }
    }

    /** A mapping says where its files go, unless the command line does; what is saved of it says so again. */
    private void takeTarget(Map<String, String> options) {
        String before = options.remove("into");
        String listBefore = options.remove("list");
        if (into == null && type == null) {
            into = before;
        }
        boolean isDirectory = DIRECTORY.equals(into);
        if (isDirectory) {
            refuseNewOnly();
        }
        boolean isForDirectory = DIRECTORY.equals(before);
        if (isForDirectory != isDirectory && (isForDirectory || mapping != null && options.containsKey("type"))) {
            throw new InputException(Messages.bind(Messages.otherTarget, isForDirectory ? before : options.get("type"),
                    into == null ? type : into));
        }
        if (list == null && isDirectory == DIRECTORY.equals(before)) {
            list = listBefore;
        }
        if (isDirectory) {
            options.remove("type");
            options.put("into", DIRECTORY);
        }
        if (list != null) {
            options.put("list", list);
        }
    }

    /** Of a workbook the sheet that is called like the list that is read first, or else the one that fits best. */
    private CsvTable read(TableSettings settings, Map<String, String> options, EClass wanted) {
        boolean isFree = list == null && !options.containsKey("sheet") && XlsxFiles.isWorkbook(file);
        Optional<String> main = isFree ? SheetLists.main(file, wanted) : Optional.empty();
        Map<String, String> all = new LinkedHashMap<>(options);
        main.ifPresent(name -> all.put("sheet", name));
        TableSettings chosen = main.isPresent() ? new TableSettings(all) : settings;
        return chosen.read(file, names(wanted, list));
    }

    /** Where a table goes, and whether the import makes that. */
    private record Target(Element root, String key, ImportList list, boolean isNew) {
    }

    private int importTable(EditSession session, Target target, CsvTable read, Optional<MappingFile> said,
            Map<String, String> options) {
        boolean areSheets = XlsxFiles.isWorkbook(file) && list == null && !options.containsKey("sheet")
                && target.root instanceof Artifact;
        List<SheetLists.Part> parts = areSheets
                ? SheetLists.of(file, read, target.root.eClass())
                : List.of(new SheetLists.Part(target.list, read));
        ImportOptions values = new TableSettings(options).values();
        List<TableImport> imports = new ArrayList<>();
        List<Supplier<ImportPlan>> plannings = new ArrayList<>();
        for (SheetLists.Part part : parts) {
            boolean isMain = imports.isEmpty();
            TableImport tableImport = new TableImport(part.table(), target.root, part.list(),
                    !target.isNew ? values : isMain ? values.forNew() : values.forFurther(), context().folder());
            plannings.add(() -> isMain
                    ? tableImport.plan(said, map, meanings, partial, session.directory())
                    : tableImport.plan(Optional.empty(), List.of(), List.of(), partial, session.directory()));
            imports.add(tableImport);
        }
        // One sheet may speak of what another one brings; nothing is committed before all of them are planned.
        List<ImportPlan> plans = dryRun && parts.size() == 1
                ? ImportPlans.alone(plannings.get(0))
                : ImportPlans.execute(session.editingDomain(), plannings,
                        SheetLists.order(parts, target.root.eClass()));
        List<ImportPrinter.Planned> planned = new ArrayList<>();
        for (int i = 0; i < plans.size(); i++) {
            SheetLists.Part part = parts.get(i);
            ImportPlan plan = i == 0 ? plans.get(0).saying(first(plans.size(), part.table(), options)) : plans.get(i);
            planned.add(new ImportPrinter.Planned(plan, part.table(),
                    i == 0 ? target.key : target.key + " " + part.list().label()));
            if (!dryRun && plan.changes()) {
                session.editingDomain().getCommandStack().execute(ImportProtocol.command(session,
                        ImportProtocol.of(source, session.workspace().author(), target.key, options, plan,
                                part.table())));
            }
        }
        if (saveMapping != null) {
            write(saveMapping, imports.get(0).mapping(options, context().types().of(target.root.eClass()))
                    .getBytes(StandardCharsets.UTF_8));
        }
        int code = finish(session, planned);
        if (!dryRun && withheld(planned).isEmpty()) {
            for (int i = 0; i < imports.size(); i++) {
                if (planned.get(i).plan().arrives()) {
                    imports.get(i).remember();
                }
            }
        }
        return code;
    }

    /** @return what is to be said with the first of some tables, one sentence each */
    private List<String> first(int tables, CsvTable table, Map<String, String> options) {
        List<String> notes = new ArrayList<>(tables > 1 ? ofFirstSheet(table, options) : List.of());
        if (!format.equals(TABLE)) {
            notes.addAll(context().service(Imports.class).setAside());
        }
        return notes;
    }

    /** @return in one sentence, what is said of the first of several sheets and does not hold for the others */
    private List<String> ofFirstSheet(CsvTable first, Map<String, String> options) {
        List<String> given = new ArrayList<>();
        List.of("header", "header-row").forEach(name -> addGiven(given, "--" + name, options.get(name)));
        addGiven(given, "--map", map.isEmpty() ? null : map);
        addGiven(given, "--values", meanings.isEmpty() ? null : meanings);
        addGiven(given, "--mapping", mapping);
        addGiven(given, "--save-mapping", saveMapping);
        return given.isEmpty()
                ? given
                : List.of(Messages.bind(Messages.ofFirstSheet, String.join(", ", given), first.sheet().orElse("")));
    }

    private static void execute(EditSession session, ImportPlan plan, ImportRecord protocol) {
        plan.command(session.editingDomain()).map(command -> ImportProtocol.with(command, session, protocol))
                .ifPresent(command -> session.editingDomain().getCommandStack().execute(command));
    }

    /** @return the list that is called so */
    static ImportList named(EClass rootClass, String name) {
        return ImportList.named(rootClass, name).orElseThrow(() -> new InputException(Messages.bind(Messages.noSuchList,
                name, String.join(", ", ImportList.of(rootClass).stream().map(ImportList::name).toList()))));
    }

    private static Predicate<String> names(EClass artifactClass, String list) {
        Optional<ImportList> target = list == null
                ? ImportList.main(artifactClass)
                : Optional.of(named(artifactClass, list));
        return target.map(ImportList::fieldNames).orElse(name -> false);
    }

    private static void write(Path target, byte[] content) {
        write(target, out -> out.write(content));
    }

    private int finish(EditSession session, List<ImportPrinter.Planned> planned) {
        Optional<String> withheld = withheld(planned);
        boolean isChanged = planned.stream().map(ImportPrinter.Planned::plan).anyMatch(ImportPlan::changes);
        if (!dryRun && withheld.isEmpty() && isChanged) {
            session.commit("Import of " + planned.get(0).table().file());
        }
        new ImportPrinter(context(), dryRun, json).print(planned, withheld);
        return refused(planned) > 0 || withheld.isPresent() ? CliApplication.FINDINGS : 0;
    }

    private static long refused(List<ImportPrinter.Planned> planned) {
        return planned.stream().mapToLong(one -> one.plan().count(Outcome.REFUSED)).sum();
    }

    private Optional<String> withheld(List<ImportPrinter.Planned> planned) {
        if (allOrNothing && refused(planned) > 0) {
            return Optional.of(Messages.rowsRefused);
        }
        return strict && (leavesSheets(planned)
                || planned.stream().anyMatch(one -> !one.plan().nowhere().isEmpty()))
                        ? Optional.of(Messages.valuesNowhere)
                        : Optional.empty();
    }

    /** Hidden sheets hold lists of choices and the like; what a workbook shows is meant. */
    private boolean leavesSheets(List<ImportPrinter.Planned> planned) {
        if (list != null || table.said().containsKey("sheet")) {
            return false;
        }
        if (!XlsxFiles.isWorkbook(file)) {
            return planned.stream().anyMatch(
                    one -> one.plan().table().filter(plan -> !plan.otherSheets().isEmpty()).isPresent());
        }
        Set<String> taken = planned.stream().flatMap(one -> one.table().sheet().stream()).collect(Collectors.toSet());
        return XlsxFiles.sheets(file).stream().anyMatch(sheet -> !sheet.hidden() && !taken.contains(sheet.name()));
    }

    /** @return names of the options given that are for tables */
    private List<String> forTables() {
        List<String> given = new ArrayList<>();
        addGiven(given, "--into", into);
        addGiven(given, "--type", type);
        addGiven(given, "--title", title);
        addGiven(given, "--list", list);
        given.addAll(forRows());
        table.said().keySet().stream().map(name -> "--" + name).filter(name -> !given.contains(name))
                .forEach(given::add);
        addGiven(given, "--all-or-nothing", allOrNothing ? allOrNothing : null);
        addGiven(given, "--strict", strict ? strict : null);
        return given;
    }

    /** @return names of the options given that say what columns and values mean */
    private List<String> forRows() {
        List<String> given = new ArrayList<>();
        addGiven(given, "--map", map.isEmpty() ? null : map);
        addGiven(given, "--values", meanings.isEmpty() ? null : meanings);
        addGiven(given, "--mapping", mapping);
        addGiven(given, "--save-mapping", saveMapping);
        addGiven(given, "--partial", partial ? partial : null);
        List.of("decimal", "date-order", "currency", "scale", "period", "keep-scale").forEach(
                name -> addGiven(given, "--" + name, table.said().get(name)));
        return given;
    }

    private static void addGiven(List<String> given, String name, Object value) {
        if (value != null) {
            given.add(name);
        }
    }

    /** The fields of a known format have fixed meanings; what is said of them otherwise would be dropped. */
    private void refuse(KnownFormat known, boolean isNoTable) {
        List<String> given = isNoTable ? new ArrayList<>(forTables()) : forRows();
        given.removeAll(List.of("--into", "--type", "--title", "--all-or-nothing", "--strict"));
        if (!given.isEmpty()) {
            throw new InputException(Messages.bind(isNoTable ? Messages.fixedMeanings : Messages.fixedColumns,
                    new Object[]{file.getFileName(), known.name(), String.join(", ", given)}));
        }
    }

    /** What says how a new artifact is made means nothing for one that is there, and would be dropped. */
    private void refuseNewOnly() {
        List<String> given = new ArrayList<>();
        addGiven(given, "--type", type);
        addGiven(given, "--title", title);
        if (!given.isEmpty()) {
            throw new InputException(Messages.bind(Messages.newOnly, String.join(", ", given), into));
        }
    }

    private void checkType(Artifact artifact, Map<String, String> options) {
        refuseNewOnly();
        Optional.ofNullable(options.get("type")).filter(wanted -> context().type(wanted).eClass() != artifact.eClass())
                .ifPresent(wanted -> {
                    throw new InputException(Messages.bind(Messages.otherType, wanted, artifact.getKey()));
                });
    }

    /** A slip of the pen must not cost a file: what is written over is a mapping, and never the table itself. */
    private void checkMappingToSave() {
        if (saveMapping == null || !Files.exists(saveMapping)) {
            return;
        }
        try {
            MappingFile.read(saveMapping);
        } catch (ImportException e) {
            throw new InputException(Messages.bind(Messages.noMappingThere, saveMapping));
        }
    }

    /** What is of a known format goes into the usual type of it when nothing else is asked for. */
    private Artifact create(EditSession session, Optional<KnownFormat> known, Optional<ArtifactType> named) {
        ArtifactType artifactType = named.isEmpty() && known.isPresent()
                ? context().types().of(known.get().targets().get(0)).orElseThrow(() -> new InputException(
                        "No installed bundle brings a type for " + known.get().name() + "; install its plug-in."))
                : named.orElseGet(() -> context().type(RISK_REGISTER));
        return session.create(artifactType.eClass(), artifactType.keyPrefix(),
                title == null ? TableSettings.title(String.valueOf(file.getFileName())) : title);
    }
}
