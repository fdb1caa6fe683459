package org.chartroom.ui.internal.importing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;

import org.chartroom.core.files.OutputFiles;
import org.chartroom.core.files.RefusedFileException;
import org.chartroom.exchange.csv.ImportException;
import org.chartroom.exchange.importing.KeptMappings;
import org.chartroom.exchange.importing.MappingFile;
import org.chartroom.ui.forms.LabelText;
import org.chartroom.ui.internal.Messages;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.operation.IRunnableContext;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;

/** What says where the columns go: their names, the last import, or a mapping that was kept; and keeps what is there now. */
final class MappingChoice {
    /** Hears what was chosen or done. */
    interface Listener {
        /** The columns are mapped anew. */
        void mapped();

        /** @param text what was done */
        void done(String text);

        /** @param text what can't be done, and why */
        void refused(String text);
    }

    private final ImportState state;
    private final Listener listener;
    private final Shell shell;
    private final IRunnableContext context;
    private final Combo combo;
    private final List<Runnable> choices = new ArrayList<>();
    /** A file that was opened, beside those that the workspace keeps. */
    private Optional<NamedMapping> opened = Optional.empty();

    MappingChoice(Composite parent, ImportState state, IRunnableContext context, Listener listener) {
        this.state = state;
        this.context = context;
        this.listener = listener;
        this.shell = parent.getShell();
        Composite row = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(5).applyTo(row);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
        new Label(row, SWT.NONE).setText(Messages.MappingChoice_label);
        combo = new Combo(row, SWT.READ_ONLY);
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(combo);
        combo.addListener(SWT.Selection, event -> choices.get(combo.getSelectionIndex()).run());
        button(row, Messages.MappingChoice_open, this::open);
        button(row, Messages.MappingChoice_keep, this::keep);
        button(row, Messages.MappingPage_save, this::save);
    }

    private static void button(Composite row, String text, Runnable action) {
        Button button = new Button(row, SWT.PUSH);
        button.setText(text);
        button.addListener(SWT.Selection, event -> action.run());
    }

    /** Shows what can be chosen, and what is. */
    void show() {
        combo.removeAll();
        choices.clear();
        add(Messages.MappingChoice_names, () -> map(() -> state.mapByThemselves(false)));
        if (state.canRemember()) {
            add(Messages.MappingChoice_remembered, () -> map(() -> state.mapByThemselves(true)));
        }
        combo.select(state.isRemembered() ? 1 : 0);
        List<String> names = List.of();
        try {
            names = state.kept().names();
        } catch (ImportException e) {
            listener.refused(e.getMessage());
        }
        names.forEach(name -> addMapping(name, () -> map(
                () -> state.mapBy(new NamedMapping(name, state.kept().read(name))))));
        List<String> kept = names;
        opened.filter(one -> !kept.contains(one.name()))
                .ifPresent(one -> addMapping(one.name(), () -> map(() -> state.mapBy(one))));
    }

    private void addMapping(String name, Runnable choice) {
        add(LabelText.line(name), choice);
        if (state.mapping().filter(one -> one.name().equals(name)).isPresent()) {
            combo.select(choices.size() - 1);
        }
    }

    private void add(String label, Runnable choice) {
        combo.add(label);
        choices.add(choice);
    }

    private void map(Runnable choice) {
        try {
            LongStep.run(context, Messages.FilePage_reading, Executors.callable(choice));
            listener.mapped();
        } catch (ImportException e) {
            listener.mapped();
            listener.refused(e.getMessage());
        }
    }

    private void open() {
        FileDialog dialog = new FileDialog(shell, SWT.OPEN);
        dialog.setText(Messages.MappingChoice_openTitle);
        dialog.setFilterExtensions(new String[]{"*.json", "*"});
        String chosen = dialog.open();
        if (chosen != null) {
            open(Path.of(chosen));
        }
    }

    /** Maps the columns by a mapping file. */
    void open(Path file) {
        map(() -> {
            NamedMapping read = new NamedMapping(String.valueOf(file.getFileName()),
                    MappingFile.read(file));
            state.mapBy(read);
            opened = Optional.of(read);
        });
    }

    private void keep() {
        InputDialog dialog = new InputDialog(shell, Messages.MappingChoice_keepTitle,
                Messages.MappingChoice_keepQuestion,
                state.mapping().map(NamedMapping::name).filter(state.kept().names()::contains).orElse(""),
                MappingChoice::problem);
        if (dialog.open() == Window.OK) {
            String name = dialog.getValue().strip();
            try {
                state.kept().keep(name, state.mappingFile());
                show();
                listener.done(Messages.bind(Messages.MappingChoice_kept, name));
            } catch (ImportException e) {
                listener.refused(e.getMessage());
            }
        }
    }

    /** Nothing typed yet is no name, but no mistake to be told either. */
    private static String problem(String name) {
        if (name.isBlank()) {
            return "";
        }
        try {
            KeptMappings.check(name.strip());
            return null;
        } catch (ImportException e) {
            return e.getMessage();
        }
    }

    private void save() {
        FileDialog dialog = new FileDialog(shell, SWT.SAVE);
        dialog.setText(Messages.MappingPage_save);
        dialog.setFilterExtensions(new String[]{"*.json"});
        dialog.setFileName("mapping.json");
        dialog.setOverwrite(true);
        String chosen = dialog.open();
        if (chosen == null) {
            return;
        }
        try {
            OutputFiles.write(Path.of(chosen),
                    out -> out.write(state.mappingFile().text().getBytes(StandardCharsets.UTF_8)));
            listener.done(Messages.bind(Messages.MappingPage_saved, chosen));
        } catch (RefusedFileException e) {
            listener.refused(e.getMessage());
        } catch (IOException e) {
            listener.refused(Messages.bind(Messages.MappingPage_notSaved, chosen, e.getMessage()));
        }
    }
}
