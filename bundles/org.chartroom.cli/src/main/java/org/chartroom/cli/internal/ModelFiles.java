package org.chartroom.cli.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.chartroom.core.compare.Counts;
import org.chartroom.core.workspace.EditSession;
import org.chartroom.core.workspace.OpenMode;
import org.chartroom.core.workspace.Workspace;
import org.chartroom.exchange.importing.ImportPlan.Outcome;
import org.chartroom.exchange.importing.ImportProtocol;
import org.chartroom.exchange.importing.ModelImport;
import org.chartroom.exchange.importing.ModelPlan;
import org.chartroom.exchange.importing.ModelText;
import org.eclipse.emf.common.command.Command;

/** Imports model files: all that a workspace exported, without a mapping. */
final class ModelFiles {
    private final Context context;
    private final boolean dryRun;
    private final boolean json;

    ModelFiles(Context context, boolean dryRun, boolean json) {
        this.context = context;
        this.dryRun = dryRun;
        this.json = json;
    }

    static boolean isOne(Path file) {
        try {
            return ModelImport.isModelFile(file);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static InputException unreadable(Path file, IOException e) {
        return new InputException(file + " can't be read (" + e.getMessage() + "); check the file.", e);
    }

    /** @return the exit code */
    int importFile(Path file) {
        ImportProtocol.Source source = ImportProtocol.Source.of(file);
        try (Workspace workspace = context.open(dryRun ? OpenMode.READ_ONLY : OpenMode.READ_WRITE);
                EditSession session = workspace.openSession();
                InputStream input = Files.newInputStream(file)) {
            ModelPlan plan = ModelImport.plan(file.toString(), input, session,
                    context::eClass);
            boolean isRefused = plan.count(Outcome.REFUSED) > 0;
            // What belongs together in a file refers to each other, so it comes as a whole or not at all.
            Optional<Command> command = dryRun || isRefused ? Optional.empty() : plan.command();
            command.map(one -> ImportProtocol.with(one, session,
                    ImportProtocol.of(source, workspace.author(), plan)))
                    .ifPresent(session.editingDomain().getCommandStack()::execute);
            if (command.isPresent()) {
                session.commit("Import of " + file.getFileName());
            }
            print(file, plan, command.isPresent());
            return isRefused ? CliApplication.FINDINGS : 0;
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private void print(Path file, ModelPlan plan, boolean isWritten) {
        if (json) {
            context.json(data(plan, isWritten));
            return;
        }
        for (ModelPlan.Entry entry : plan.entries()) {
            context.out().println(file.getFileName() + ": " + OneLine.of(ModelText.line(entry)));
        }
        if (!plan.newInDirectory().isEmpty()) {
            context.out()
                    .println("New in the directory: " + OneLine.of(String.join(", ", plan.newInDirectory())) + ".");
        }
        plan.notes().forEach(context.out()::println);
        context.out().println((dryRun ? "Dry run: " : "") + plan.count(Outcome.CREATED) + " new, "
                + plan.count(Outcome.CHANGED) + " changed, " + plan.count(Outcome.UNCHANGED) + " unchanged, "
                + plan.count(Outcome.REFUSED) + " refused."
                + (plan.count(Outcome.REFUSED) > 0 ? " Nothing was imported." : ""));
    }

    private static String name(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }

    private static Map<String, Object> data(ModelPlan plan, boolean isWritten) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("written", isWritten);
        for (Outcome outcome : Outcome.values()) {
            data.put(name(outcome), plan.count(outcome));
        }
        data.put("newInDirectory", plan.newInDirectory());
        data.put("notes", plan.notes());
        data.put("artifacts", plan.entries().stream().map(ModelFiles::data).toList());
        return data;
    }

    private static Map<String, Object> data(ModelPlan.Entry entry) {
        Map<String, Object> data = new LinkedHashMap<>();
        Counts counts = entry.counts();
        data.put("outcome", name(entry.outcome()));
        data.put("sealed", !entry.sealed().isEmpty());
        data.put("key", entry.key());
        data.put("title", entry.title());
        data.put("added", counts.added());
        data.put("removed", counts.removed());
        data.put("moved", counts.moved());
        data.put("changed", counts.changed());
        data.put("detail", entry.detail());
        data.put("differences", entry.differences().stream().map(CompareCommand::data).toList());
        return data;
    }

    /** @param options options of the command that were given and mean nothing for a model file */
    static void refuse(Path file, List<String> options) {
        if (!options.isEmpty()) {
            throw new InputException(file.getFileName() + " is a model file, for which " + String.join(", ", options)
                    + " means nothing; leave it out.");
        }
    }
}
