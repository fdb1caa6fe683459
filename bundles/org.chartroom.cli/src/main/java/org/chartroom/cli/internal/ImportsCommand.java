package org.chartroom.cli.internal;

import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.chartroom.core.workspace.EditSession;
import org.chartroom.core.workspace.Revision;
import org.chartroom.core.workspace.Workspace;
import org.chartroom.exchange.importing.ImportProtocol;
import org.chartroom.model.ImportRecord;

import com.google.gson.JsonParser;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists the protocols of imports, or shows those of one revision. */
@Command(name = "imports", description = "Lists what was imported, from which file, by whom and when, the newest first; or "
        + "shows the import of a revision in full: how the file was taken, what was refused, and the control totals.")
final class ImportsCommand extends AbstractCommand {
    @Parameters(arity = "0..1", paramLabel = "REVISION", description = "Number of a revision of the list.")
    private Long number;

    @Option(names = "--json", description = "Prints JSON.")
    private boolean json;

    ImportsCommand(Context context) {
        super(context);
    }

    @Override
    public Integer call() {
        try (Workspace workspace = context().openToRead(); EditSession session = workspace.openSession()) {
            List<ImportProtocol.Entry> all = ImportProtocol.list(session);
            if (number == null) {
                list(all);
                return 0;
            }
            List<ImportProtocol.Entry> wanted = all.stream().filter(entry -> number(entry) == number).toList();
            if (wanted.isEmpty()) {
                throw new InputException(Messages.bind(Messages.noImport, number, context().folder()));
            }
            if (json) {
                context().json(wanted.stream().map(ImportsCommand::whole).toList());
            } else {
                wanted.forEach(this::print);
            }
            return 0;
        }
    }

    private void list(List<ImportProtocol.Entry> all) {
        if (json) {
            context().json(all.stream().map(ImportsCommand::data).toList());
        } else if (all.isEmpty()) {
            context().out().println(Messages.noImports);
        } else {
            all.forEach(entry -> context().out().println(line(entry)));
        }
    }

    private static long number(ImportProtocol.Entry entry) {
        return entry.revision().map(Revision::number).orElse(Revision.NONE);
    }

    private static String line(ImportProtocol.Entry entry) {
        ImportRecord record = entry.record();
        return OneLine.of(Messages.bind(Messages.importLine, new Object[]{String.valueOf(number(entry)),
                record.getImportedAt().truncatedTo(ChronoUnit.SECONDS), record.getImportedBy(), record.getName(),
                record.getTarget(), record.getCreated(), record.getChanged(), record.getUnchanged(),
                record.getRefused()}));
    }

    private void print(ImportProtocol.Entry entry) {
        ImportRecord record = entry.record();
        context().out().println(line(entry));
        context().out().println(OneLine.of("SHA-256 " + record.getSha256() + ", " + record.getFormat()));
        record.getProtocol().lines().forEach(one -> context().out().println(OneLine.of(one)));
    }

    private static Map<String, Object> data(ImportProtocol.Entry entry) {
        ImportRecord record = entry.record();
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("revision", number(entry));
        data.put("at", record.getImportedAt().toString());
        data.put("by", record.getImportedBy());
        data.put("file", record.getName());
        data.put("sha256", record.getSha256());
        data.put("format", record.getFormat());
        data.put("artifacts", record.getTarget());
        data.put("created", record.getCreated());
        data.put("changed", record.getChanged());
        data.put("unchanged", record.getUnchanged());
        data.put("refused", record.getRefused());
        data.put("contradictions", record.getContradictions());
        return data;
    }

    private static Map<String, Object> whole(ImportProtocol.Entry entry) {
        Map<String, Object> data = data(entry);
        data.put("protocol", JsonParser.parseString(entry.record().getContent()));
        return data;
    }
}
