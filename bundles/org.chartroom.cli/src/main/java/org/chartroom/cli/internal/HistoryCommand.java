package org.chartroom.cli.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.chartroom.core.workspace.EditSession;
import org.chartroom.core.workspace.FieldChange;
import org.chartroom.core.workspace.HistoryQuery;
import org.chartroom.core.workspace.Workspace;
import org.chartroom.model.Artifact;
import org.chartroom.model.Subject;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints who changed what, when and why. */
@Command(name = "history", description = "Prints who changed what, when and why, newest first.")
final class HistoryCommand extends AbstractCommand {
    @Parameters(arity = "0..1", paramLabel = "KEY[/ITEM]", description = "An artifact or item; all when none is named.")
    private String path;

    @Option(names = "--field", paramLabel = "NAME", description = "Only changes of this field.")
    private String field;

    @Option(names = "--person", paramLabel = "NAME", description = "Only changes that this person committed.")
    private String person;

    @Option(names = "--since", paramLabel = "DAY", description = "Only changes of this day (2026-12-31) or later.")
    private LocalDate since;

    @Option(names = "--until", paramLabel = "DAY", description = "Only changes of this day or earlier.")
    private LocalDate until;

    @Option(names = "--limit", paramLabel = "N", defaultValue = "200", description = "Most changes; ${DEFAULT-VALUE}.")
    private int limit;

    @Option(names = "--json", description = "Prints JSON.")
    private boolean json;

    HistoryCommand(Context context) {
        super(context);
    }

    @Override
    public Integer call() {
        if (limit < 1) {
            throw new InputException("--limit must be at least 1, not " + limit + ".");
        }
        try (Workspace workspace = context().openToRead(); EditSession session = workspace.openSession()) {
            Subject subject = path == null ? null : context().subject(session, path);
            Optional<String> id = Optional.ofNullable(subject).map(Subject::getId);
            boolean whole = subject instanceof Artifact;
            List<FieldChange> changes = workspace
                    .history(new HistoryQuery(whole ? id : Optional.empty(), whole ? Optional.empty() : id,
                            Optional.ofNullable(field), Optional.ofNullable(person),
                            Optional.ofNullable(since).map(HistoryCommand::startOf),
                            Optional.ofNullable(until).map(day -> startOf(day.plusDays(1))), limit));
            if (json) {
                context().json(changes.stream().map(HistoryCommand::data).toList());
            } else {
                changes.forEach(this::print);
            }
        }
        return 0;
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZoneId.systemDefault()).toInstant();
    }

    private void print(FieldChange change) {
        String what = change.feature().isEmpty()
                ? change.kind().name().toLowerCase(java.util.Locale.ROOT)
                : change.feature() + ": " + brief(change.oldValue()) + " -> " + brief(change.newValue());
        context().out().printf(Locale.ROOT, "%5d %s %-12s %s %s %s%n", change.revision().number(),
                change.revision().committedAt().truncatedTo(java.time.temporal.ChronoUnit.SECONDS),
                change.revision().author(), change.elementType(), what,
                change.revision().reason().isEmpty() ? "" : "(" + OneLine.of(change.revision().reason()) + ")");
    }

    static String brief(String value) {
        String text = value == null || value.isEmpty() ? "empty" : value.replaceAll("\\s+", " ");
        return text.length() > 60 ? text.substring(0, 59) + "\u2026" : text;
    }

    private static Map<String, Object> data(FieldChange change) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("revision", change.revision().number());
        data.put("at", change.revision().committedAt().toString());
        data.put("author", change.revision().author());
        data.put("reason", change.revision().reason());
        data.put("element", change.elementId());
        data.put("type", change.elementType());
        data.put("change", change.kind().name().toLowerCase(java.util.Locale.ROOT));
        data.put("field", change.feature());
        data.put("old", change.oldValue());
        data.put("new", change.newValue());
        return data;
    }
}
