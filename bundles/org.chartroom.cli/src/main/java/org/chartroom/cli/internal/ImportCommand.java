package org.chartroom.cli.internal;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.chartroom.core.type.ArtifactType;
import org.chartroom.core.workspace.EditSession;
import org.chartroom.core.workspace.OpenMode;
import org.chartroom.core.workspace.Workspace;
import org.chartroom.exchange.csv.CsvFiles;
import org.chartroom.exchange.csv.CsvFormat;
import org.chartroom.exchange.csv.CsvTable;
import org.chartroom.exchange.importing.ColumnMapping;
import org.chartroom.exchange.importing.ColumnTarget;
import org.chartroom.exchange.importing.ImportPlan;
import org.chartroom.exchange.importing.ImportPlan.Entry;
import org.chartroom.exchange.importing.ImportPlan.Outcome;
import org.chartroom.exchange.importing.ImportPlanner;
import org.chartroom.exchange.importing.Imports;
import org.chartroom.exchange.importing.KnownFormat;
import org.chartroom.exchange.importing.MappingMemory;
import org.chartroom.exchange.importing.MappingProposal;
import org.chartroom.exchange.xlsx.XlsxFiles;
import org.chartroom.model.Artifact;
import org.eclipse.emf.ecore.EClass;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Imports a table. */
@Command(name = "import", description = "Imports the rows of a CSV file or of a sheet of an Excel workbook (.xlsx), or the risks of an OSCAL plan of action and milestones, into an artifact; rows that do not fit are "
        + "refused and named, the others arrive. The same import again changes nothing. A model file (.xmi) comes in as a "
        + "whole: artifacts that the workspace does not have are added, those that it has become what they are in the file.")
final class ImportCommand extends AbstractCommand {
    private static final String RISK_REGISTER = "org.chartroom.risk.register";

    private static final String AUTO = "auto";
    private static final String TABLE = "table";

    @Parameters(paramLabel = "FILE", description = "The file.")
    private Path file;

    @Option(names = "--into", paramLabel = "KEY", description = "The artifact; a new one when none is named.")
    private String into;

    @Option(names = "--type", paramLabel = "ID", description = "Type of a new artifact; " + RISK_REGISTER
            + " when not given; for a forecast history a variance report, and org.chartroom.change.log is possible.")
    private String type;

    @Option(names = "--title", paramLabel = "TEXT", description = "Title of a new artifact; the file's name when none "
            + "is given.")
    private String title;

    @Option(names = "--delimiter", paramLabel = "CHAR", description = "Found out when not given; \"tab\" for a tab.")
    private String delimiter;

    @Option(names = "--encoding", paramLabel = "NAME", description = "Found out when not given.")
    private String encoding;

    @Option(names = "--header", negatable = true, description = "Whether the first line names the columns; found out "
            + "when not given.")
    private Boolean header;

    @Option(names = "--format", defaultValue = AUTO, description = "table: rows whose columns are mapped; "
            + "oscal-poam: an OSCAL 1.1 plan of action and milestones (JSON); others that plug-ins bring; auto: found "
            + "out. Default: ${DEFAULT-VALUE}.")
    private String format;

    @Option(names = "--sheet", paramLabel = "NAME", description = "Sheet of a workbook; the first one when none is named.")
    private String sheet;

    @Option(names = "--map", paramLabel = "COLUMN=FIELD", description = "Where a column goes, for example "
            + "\"Statement=event\" or \"Plan=actions.description\"; an empty field leaves it out.")
    private List<String> map = new ArrayList<>();

    @Mixin
    private ValueOptions values = new ValueOptions();

    @Option(names = "--dry-run", description = "Says what would happen and writes nothing.")
    private boolean dryRun;

    @Option(names = "--json", description = "Prints JSON.")
    private boolean json;

    ImportCommand(Context context) {
        super(context);
    }

    @Override
    public Integer call() {
        checkInput(file);
        if (format.equals(AUTO) && ModelFiles.isOne(file)) {
            ModelFiles.refuse(file, forTables());
            return new ModelFiles(context(), dryRun, json).importFile(file);
        }
        Imports imports = context().service(Imports.class);
        boolean isTable = format.equals(TABLE);
        Optional<KnownFormat> other = format.equals(AUTO)
                ? imports.of(file)
                : isTable ? Optional.empty() : Optional.of(imports.read(format, file));
        CsvTable table = other.isPresent() ? other.get().preview() : table();
        Optional<KnownFormat> known = other
                .or(() -> isTable ? Optional.empty() : imports.of(table));
        try (Workspace workspace = context().open(dryRun ? OpenMode.READ_ONLY : OpenMode.READ_WRITE);
                EditSession session = workspace.openSession()) {
            Artifact artifact = into == null ? create(session, known) : context().artifact(session, into);
            boolean isKnown = other.isPresent()
                    || known.filter(one -> one.targets().contains(artifact.eClass())).isPresent();
            ImportPlan plan = isKnown
                    ? known.get().plan(artifact, session.directory())
                    : planTable(table, artifact, session);
            if (!dryRun) {
                plan.command(session.editingDomain())
                        .ifPresent(command -> session.editingDomain().getCommandStack().execute(command));
                if (plan.count(Outcome.CREATED) + plan.count(Outcome.CHANGED) > 0) {
                    session.commit("Import of " + table.file());
                }
            }
            print(plan, table, artifact.getKey());
            return plan.count(Outcome.REFUSED) > 0 ? CliApplication.FINDINGS : 0;
        }
    }

    /** @return names of the options given that are for tables */
    private List<String> forTables() {
        Map<String, Object> options = new LinkedHashMap<>();
        options.put("--into", into);
        options.put("--type", type);
        options.put("--title", title);
        options.put("--delimiter", delimiter);
        options.put("--encoding", encoding);
        options.put("--header", header);
        options.put("--sheet", sheet);
        options.put("--map", map.isEmpty() ? null : map);
        return options.entrySet().stream().filter(option -> option.getValue() != null).map(Map.Entry::getKey).toList();
    }

    private ImportPlan planTable(CsvTable table, Artifact artifact, EditSession session) {
        EClass itemClass = ColumnTarget.itemsOf(artifact.eClass()).orElseThrow(() -> new InputException(
                "A table can't be imported into " + artifact.getKey() + ": it has no list of items."))
                .getEReferenceType();
        MappingMemory memory = new MappingMemory(context().folder());
        List<ColumnMapping> mappings = mappings(table, itemClass, artifact, memory);
        ImportPlan plan = ImportPlanner.plan(table, mappings, artifact, session.directory(), values.get());
        if (!dryRun) {
            memory.remember(table, itemClass, mappings);
        }
        return plan;
    }

    private CsvTable table() {
        if (!XlsxFiles.isWorkbook(file)) {
            return CsvFiles.read(file, textFormat());
        }
        if (delimiter != null || encoding != null || header != null) {
            throw new InputException("--delimiter, --encoding and --header are for text files; " + file.getFileName()
                    + " is a workbook, leave them out.");
        }
        return XlsxFiles.read(file, Optional.ofNullable(sheet));
    }

    private CsvFormat textFormat() {
        CsvFormat found = CsvFiles.detect(file);
        char separator = delimiter == null ? found.delimiter() : separator();
        return new CsvFormat(separator, encoding == null ? found.charset() : charset(),
                header == null ? found.header() : header);
    }

    private char separator() {
        if (delimiter.equals("tab")) {
            return '\t';
        }
        if (delimiter.length() != 1) {
            throw new InputException("--delimiter must be one character or \"tab\", not \"" + delimiter + "\".");
        }
        return delimiter.charAt(0);
    }

    private Charset charset() {
        try {
            return Charset.forName(encoding);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new InputException("--encoding must be the name of an encoding like UTF-8, not \"" + encoding + "\".",
                    e);
        }
    }

    /** What is of a known format goes into the usual type of it when nothing else is asked for. */
    private Artifact create(EditSession session, Optional<KnownFormat> known) {
        ArtifactType artifactType = type == null && known.isPresent()
                ? context().types().of(known.get().targets().get(0)).orElseThrow(() -> new InputException(
                        "No installed bundle brings a type for " + known.get().name() + "; install its plug-in."))
                : context().type(type == null ? RISK_REGISTER : type);
        return session.create(artifactType.eClass(), artifactType.keyPrefix(),
                title == null ? String.valueOf(file.getFileName()) : title);
    }

    private List<ColumnMapping> mappings(CsvTable table, EClass itemClass, Artifact artifact, MappingMemory memory) {
        List<ColumnMapping> mappings = new ArrayList<>(memory.recall(table, itemClass)
                .orElseGet(() -> MappingProposal.propose(table, itemClass, artifact)));
        new Assignments("COLUMN=FIELD", map).forEach((column, field) -> {
            int index = table.columns().indexOf(column);
            if (index < 0) {
                throw new InputException(table.name() + " has no column \"" + column + "\"; it has "
                        + String.join(", ", table.columns()) + ".");
            }
            Optional<ColumnTarget> target = ColumnTarget.byPath(itemClass, field);
            if (target.isEmpty() && !field.isEmpty()) {
                throw new InputException("There is no field \"" + field + "\"; there are "
                        + String.join(", ", ColumnTarget.of(itemClass).stream().map(ColumnTarget::path).toList())
                        + ".");
            }
            ColumnMapping changed = mappings.get(index).to(target);
            mappings.set(index, target.map(to -> changed.with(
                    MappingProposal.scale(to.feature(), MappingProposal.sample(table, index), artifact)))
                    .orElse(changed));
        });
        return mappings;
    }

    private void print(ImportPlan plan, CsvTable table, String key) {
        if (json) {
            Map<String, Object> data = new LinkedHashMap<>();
            data.put("artifact", key);
            data.put("written", !dryRun);
            for (Outcome outcome : Outcome.values()) {
                data.put(outcome.name().toLowerCase(java.util.Locale.ROOT), plan.count(outcome));
            }
            data.put("newPeople", plan.newPeople());
            data.put("notes", plan.notes());
            data.put("rows", plan.entries());
            context().json(data);
            return;
        }
        for (Entry entry : plan.entries()) {
            if (entry.outcome() == Outcome.REFUSED || dryRun && entry.outcome() != Outcome.UNCHANGED) {
                context().out().println(table.place(entry.line()) + ": " + entry.outcome().name().toLowerCase(
                        java.util.Locale.ROOT) + " " + OneLine.of(entry.label())
                        + (entry.column().isEmpty() ? "" : ", " + entry.column())
                        + (entry.detail().isEmpty() ? "" : ": " + entry.detail()));
            }
        }
        plan.notes().forEach(context().out()::println);
        context().out().println(key + (dryRun ? " (dry run)" : "") + ": " + plan.count(Outcome.CREATED) + " new, "
                + plan.count(Outcome.CHANGED) + " changed, " + plan.count(Outcome.UNCHANGED) + " unchanged, "
                + plan.count(Outcome.REFUSED) + " refused.");
    }
}
