package org.chartroom.exchange.importing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import org.apache.commons.codec.digest.DigestUtils;
import org.chartroom.core.files.InputFiles;
import org.chartroom.core.files.RefusedFileException;
import org.chartroom.core.type.ValueRules;
import org.chartroom.core.workspace.EditSession;
import org.chartroom.core.workspace.FieldChange;
import org.chartroom.core.workspace.HistoryQuery;
import org.chartroom.core.workspace.Revision;
import org.chartroom.exchange.csv.CsvTable;
import org.chartroom.exchange.csv.ImportException;
import org.chartroom.exchange.importing.ImportPlan.Outcome;
import org.chartroom.model.ImportRecord;
import org.chartroom.model.ModelFactory;
import org.chartroom.model.ModelPackage;
import org.eclipse.emf.common.command.Command;
import org.eclipse.emf.common.command.CompoundCommand;
import org.eclipse.emf.edit.command.AddCommand;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;

/**
 * Keeps what was imported, from which file and how, in the directory of the workspace: with the revision that it is
 * committed with, undone with the import, covered by the chain of revisions, sealed and backed up with all the rest.
 */
public final class ImportProtocol {
    /** The most refused rows and notes that are kept one by one; the others are counted. */
    public static final int MOST_LINES = 200;
    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

    /**
     * A file that is imported.
     *
     * @param name its name, without its folder
     * @param sha256 SHA-256 of its bytes, in hexadecimal
     */
    public record Source(String name, String sha256) {
        /**
         * @param file a file
         * @return its name and its SHA-256
         * @throws ImportException when it can't be read
         */
        public static Source of(Path file) {
            try {
                InputFiles.check(file);
                try (InputStream input = Files.newInputStream(file)) {
                    return new Source(String.valueOf(file.getFileName()), DigestUtils.sha256Hex(input));
                }
            } catch (RefusedFileException e) {
                throw new ImportException(e.getMessage(), e);
            } catch (IOException e) {
                throw new ImportException(Messages.bind(Messages.unreadable, file, e.getMessage()), e);
            }
        }
    }

    /**
     * A protocol and the revision that brought it.
     *
     * @param revision the revision; empty while it is not committed
     * @param record the protocol
     */
    public record Entry(Optional<Revision> revision, ImportRecord record) {
    }

    private ImportProtocol() {
    }

    /**
     * @param source the file
     * @param account who imports it
     * @param target key of the artifact
     * @param options what was said of the file, by the names of the options
     * @param plan what is done
     * @param table the table
     * @return the protocol, in no directory yet
     */
    public static ImportRecord of(Source source, String account, String target, Map<String, String> options,
            ImportPlan plan, CsvTable table) {
        List<ImportPlan.Entry> refused = plan.entries().stream().filter(entry -> entry.outcome() == Outcome.REFUSED)
                .toList();
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("options", options);
        plan.table().ifPresent(one -> data.put("plan", PlanData.of(one)));
        data.put("totals", PlanData.of(plan.totals()));
        data.put("refused", refused.stream().limit(MOST_LINES).toList());
        data.put("newPeople", plan.newPeople());
        data.put("notes", plan.notes().stream().limit(MOST_LINES).toList());
        List<String> lines = new ArrayList<>();
        plan.table().ifPresent(one -> lines.addAll(PlanText.lines(one, table, TablePlan.Column::field)));
        addOptions(lines, options);
        List<String> rows = refused.stream().map(entry -> Messages.bind(Messages.refusedRow,
                new Object[]{table.place(entry.line()), entry.label(), entry.said()})).toList();
        addSome(lines, rows);
        lines.addAll(TotalsText.contradictions(plan.totals(), table::place));
        addSome(lines, plan.notes());
        lines.addAll(TotalsText.lines(plan.totals()));
        ImportRecord record = record(source, account, plan.table().isPresent() ? "table" : table.name(), data, lines);
        record.setTarget(target);
        record.setCreated(plan.count(Outcome.CREATED));
        record.setChanged(plan.count(Outcome.CHANGED));
        record.setUnchanged(plan.count(Outcome.UNCHANGED));
        record.setRefused(refused.size());
        record.setContradictions(plan.totals().contradictionCount());
        return record;
    }

    /**
     * @param source the file
     * @param account who imports it
     * @param plan what is done
     * @return the protocol, in no directory yet
     */
    public static ImportRecord of(Source source, String account, ModelPlan plan) {
        List<ModelPlan.Entry> touched = plan.entries().stream()
                .filter(entry -> entry.outcome() == Outcome.CREATED || entry.outcome() == Outcome.CHANGED).toList();
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("artifacts", plan.entries().stream().map(ImportProtocol::data).toList());
        data.put("newInDirectory", plan.newInDirectory());
        data.put("notes", plan.notes().stream().limit(MOST_LINES).toList());
        List<String> lines = new ArrayList<>(plan.entries().stream().map(ModelText::line).toList());
        if (!plan.newInDirectory().isEmpty()) {
            lines.add(Messages.bind(Messages.newInDirectory, String.join(", ", plan.newInDirectory())));
        }
        addSome(lines, plan.notes());
        ImportRecord record = record(source, account, "model", data, lines);
        record.setTarget(touched.stream().map(ModelPlan.Entry::key).collect(Collectors.joining(", ")));
        record.setCreated(plan.count(Outcome.CREATED));
        record.setChanged(plan.count(Outcome.CHANGED));
        record.setUnchanged(plan.count(Outcome.UNCHANGED));
        record.setRefused(plan.count(Outcome.REFUSED));
        return record;
    }

    private static Map<String, Object> data(ModelPlan.Entry entry) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("outcome", entry.outcome());
        data.put("key", entry.key());
        data.put("title", entry.title());
        data.put("counts", entry.counts());
        return data;
    }

    private static void addOptions(List<String> lines, Map<String, String> options) {
        if (!options.isEmpty()) {
            lines.add(Messages.bind(Messages.optionsSaid, options.entrySet().stream()
                    .map(option -> option.getKey() + " " + option.getValue()).collect(Collectors.joining(", "))));
        }
    }

    private static void addSome(List<String> lines, List<String> all) {
        lines.addAll(all.stream().limit(MOST_LINES).toList());
        if (all.size() > MOST_LINES) {
            lines.add(Messages.bind(Messages.moreLines, all.size() - MOST_LINES));
        }
    }

    private static ImportRecord record(Source source, String account, String format, Map<String, Object> data,
            List<String> lines) {
        ImportRecord record = ModelFactory.eINSTANCE.createImportRecord();
        record.setId(UUID.randomUUID().toString());
        record.setName(ValueRules.holdable(source.name()));
        record.setSha256(source.sha256());
        record.setFormat(format);
        record.setImportedBy(account);
        record.setContent(ValueRules.holdable(GSON.toJson(data)));
        record.setProtocol(ValueRules.holdable(String.join("\n", lines)));
        return record;
    }

    /**
     * @param command what an import does
     * @param session the session it is done in
     * @param record its protocol
     * @return one command that does it and keeps the protocol; both are undone as one
     */
    public static Command with(Command command, EditSession session, ImportRecord record) {
        CompoundCommand all = new CompoundCommand(command.getLabel());
        all.append(command);
        all.append(command(session, record));
        return all;
    }

    /**
     * @param session the session that an import was done in
     * @param record its protocol
     * @return a command that keeps the protocol
     */
    public static Command command(EditSession session, ImportRecord record) {
        record.setImportedAt(session.workspace().clock().instant().truncatedTo(ChronoUnit.MICROS));
        return AddCommand.create(session.editingDomain(), session.directory(),
                ModelPackage.Literals.DIRECTORY__IMPORTS, record);
    }

    /**
     * @param session a session
     * @return the protocols in it, the newest first
     */
    public static List<Entry> list(EditSession session) {
        List<ImportRecord> records = session.directory().getImports();
        Map<String, Revision> revisions = records.isEmpty() ? Map.of() : revisions(session);
        return records.stream().map(record -> new Entry(Optional.ofNullable(revisions.get(record.getId())), record))
                .sorted(Comparator.comparing(entry -> entry.record().getImportedAt(), Comparator.reverseOrder()))
                .toList();
    }

    /** The revisions that brought the protocols, by their ids: asked for in one go, because there is one for each import. */
    private static Map<String, Revision> revisions(EditSession session) {
        String directory = session.directory().getId();
        String type = ModelPackage.Literals.IMPORT_RECORD.getName();
        return session.workspace().history(HistoryQuery.ofArtifact(directory).limitedTo(Integer.MAX_VALUE)).stream()
                .filter(change -> change.kind() == FieldChange.Kind.CREATED && change.elementType().equals(type))
                .collect(Collectors.toMap(FieldChange::elementId, FieldChange::revision, (newest, older) -> newest));
    }
}
