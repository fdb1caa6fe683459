package org.chartroom.cli.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.chartroom.core.compare.Comparison;
import org.chartroom.core.compare.Counts;
import org.chartroom.core.compare.Difference;
import org.chartroom.core.compare.Side;
import org.chartroom.core.workspace.EditSession;
import org.chartroom.core.workspace.Workspace;
import org.chartroom.exchange.importing.ModelImport;
import org.chartroom.report.DocxComparison;
import org.chartroom.report.HtmlComparison;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Compares two states. */
@Command(name = "compare", description = "Compares two states: what was added, removed, moved and changed, field by field, "
        + "and what changed in computed values. Ends with 1 when there are differences.")
final class CompareCommand extends AbstractCommand {
    @Parameters(index = "0", paramLabel = "A", description = "A revision, a baseline, a day (2026-12-31), a time, \"now\" "
            + "or a model file (.xmi).")
    private String left;

    @Parameters(index = "1", paramLabel = "B", defaultValue = "now", description = "The same; default: "
            + "${DEFAULT-VALUE}.")
    private String right;

    @Option(names = "--json", description = "Prints JSON.")
    private boolean json;

    @Option(names = "--html", paramLabel = "FILE", description = "Writes a page to read.")
    private Path html;

    @Option(names = "--docx", paramLabel = "FILE", description = "Writes a Word document to read.")
    private Path docx;

    private final List<EditSession> sessions = new ArrayList<>();

    CompareCommand(Context context) {
        super(context);
    }

    @Override
    public Integer call() throws IOException {
        try (Workspace workspace = context().openToRead()) {
            Comparison comparison = Comparison.of(side(workspace, left), side(workspace, right));
            if (html != null) {
                write(html, out -> {
                    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
                    HtmlComparison.write(comparison, LocalDate.now(workspace.clock()), writer);
                    writer.flush();
                });
            }
            if (docx != null) {
                write(docx, out -> DocxComparison.write(comparison, LocalDate.now(workspace.clock()), out));
            }
            if (json) {
                context().json(data(comparison));
            } else {
                print(comparison);
            }
            return comparison.counts().isEmpty() ? 0 : CliApplication.FINDINGS;
        } finally {
            sessions.forEach(EditSession::close);
        }
    }

    private Side side(Workspace workspace, String text) throws IOException {
        if (text.toLowerCase(Locale.ROOT).endsWith(".xmi") && Files.exists(Path.of(text))) {
            Path file = Path.of(text);
            checkInput(file);
            try (InputStream input = Files.newInputStream(file)) {
                return Side.of(text, ModelImport.read(text, input));
            }
        }
        EditSession session = workspace.openSession(workspace.state(text));
        sessions.add(session);
        return Side.of(session);
    }

    private void print(Comparison comparison) {
        comparison.differences().forEach(difference -> print(difference, ""));
        Counts counts = comparison.counts();
        context().out().println(comparison.left().label() + " to " + comparison.right().label() + ": " + counts.added()
                + " added, " + counts.removed() + " removed, " + counts.moved() + " moved, " + counts.changed()
                + " fields changed, " + counts.derived() + " computed values changed.");
    }

    private void print(Difference difference, String indent) {
        String values = difference.isField() || difference.kind() == Difference.Kind.MOVED
                ? ": " + HistoryCommand.brief(difference.leftText()) + " -> "
                        + HistoryCommand.brief(difference.rightText())
                : "";
        context().out().println(indent + sign(difference) + " " + OneLine.of(difference.label()) + values);
        difference.children().forEach(child -> print(child, indent + "  "));
    }

    private static String sign(Difference difference) {
        return switch (difference.kind()) {
            case ADDED -> "+";
            case REMOVED -> "-";
            case MOVED -> ">";
            case CHANGED -> "*";
            case DERIVED -> "=";
            case INSIDE -> " ";
        };
    }

    private static Map<String, Object> data(Comparison comparison) {
        Map<String, Object> data = new LinkedHashMap<>();
        Counts counts = comparison.counts();
        data.put("left", comparison.left().label());
        data.put("right", comparison.right().label());
        data.put("added", counts.added());
        data.put("removed", counts.removed());
        data.put("moved", counts.moved());
        data.put("changed", counts.changed());
        data.put("derived", counts.derived());
        data.put("differences", comparison.differences().stream().map(CompareCommand::data).toList());
        return data;
    }

    static Map<String, Object> data(Difference difference) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("kind", difference.kind().name().toLowerCase(Locale.ROOT));
        data.put("label", difference.label());
        if (difference.isField()) {
            data.put("field", difference.feature().getName());
        } else {
            data.put("type", difference.element().eClass().getName());
            data.put("id", difference.element().getId());
        }
        if (difference.isField() || difference.kind() == Difference.Kind.MOVED) {
            data.put("left", difference.leftText());
            data.put("right", difference.rightText());
        }
        if (!difference.children().isEmpty()) {
            data.put("children", difference.children().stream().map(CompareCommand::data).toList());
        }
        return data;
    }
}
