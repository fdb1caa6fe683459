package org.chartroom.ui.internal.importing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.chartroom.exchange.importing.ColumnMapping;
import org.chartroom.exchange.importing.UnknownWord;
import org.chartroom.ui.forms.LabelText;
import org.chartroom.ui.internal.Messages;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;

/** Asks what words of a table mean that were not understood; those that nobody says stay refused. */
final class WordsDialog extends Dialog {
    private static final int WIDTH = 460;
    private static final int HEIGHT = 260;
    private static final int LABEL_WIDTH = 250;

    private final Map<TablePart, List<UnknownWord>> words;
    private final List<Asked> asked = new ArrayList<>();
    private final Map<TablePart, List<ColumnMapping>> meant = new LinkedHashMap<>();

    /** A word and the control that says what it means; the first choice is to leave it. */
    private record Asked(TablePart part, UnknownWord word, Combo choice) {
    }

    /** @param words the words by the parts of the file */
    WordsDialog(Shell shell, Map<TablePart, List<UnknownWord>> words) {
        super(shell);
        this.words = words;
        setShellStyle(getShellStyle() | SWT.RESIZE);
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(Messages.WordsDialog_title);
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        Label message = new Label(area, SWT.WRAP);
        message.setText(Messages.WordsDialog_message);
        GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT).applyTo(message);
        ScrolledComposite scroll = new ScrolledComposite(area, SWT.V_SCROLL);
        Composite rows = new Composite(scroll, SWT.NONE);
        // The bar lies over the rows on some systems, and must not cover the arrows of the choices.
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(10, 8)
                .extendedMargins(0, scroll.getVerticalBar().getSize().x, 0, 0).applyTo(rows);
        words.forEach((part, of) -> of.forEach(word -> add(rows, part, word)));
        Point size = rows.computeSize(WIDTH, SWT.DEFAULT);
        // As high as its rows, so that a few words leave no hole and many of them can be scrolled.
        GridDataFactory.fillDefaults().grab(true, true).hint(WIDTH, Math.min(size.y, HEIGHT)).applyTo(scroll);
        scroll.setContent(rows);
        scroll.setExpandHorizontal(true);
        scroll.setExpandVertical(true);
        scroll.setMinHeight(size.y);
        scroll.setShowFocusedControl(true);
        return area;
    }

    private void add(Composite rows, TablePart part, UnknownWord word) {
        Label label = new Label(rows, SWT.WRAP);
        label.setText(LabelText.label(Messages.bind(Messages.WordsDialog_word, word.name(), word.word())));
        // Whole sentences stand where words should; the choice beside them must not be pushed out.
        int width = Math.min(label.computeSize(SWT.DEFAULT, SWT.DEFAULT).x, LABEL_WIDTH);
        GridDataFactory.swtDefaults().hint(width, SWT.DEFAULT).applyTo(label);
        Combo choice = new Combo(rows, SWT.READ_ONLY);
        choice.add(Messages.WordsDialog_leave);
        word.choices().values().forEach(choice::add);
        choice.select(0);
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).applyTo(choice);
        asked.add(new Asked(part, word, choice));
    }

    @Override
    protected void okPressed() {
        Map<TablePart, Map<Integer, Map<String, String>>> said = new LinkedHashMap<>();
        for (Asked one : asked) {
            int chosen = one.choice.getSelectionIndex();
            if (chosen > 0) {
                said.computeIfAbsent(one.part, part -> new LinkedHashMap<>())
                        .computeIfAbsent(one.word.column(),
                                column -> new LinkedHashMap<>(one.part.mappings().get(column).values()))
                        .put(one.word.word(), List.copyOf(one.word.choices().keySet()).get(chosen - 1));
            }
        }
        said.forEach((part, columns) -> meant.put(part, columns.entrySet().stream()
                .map(column -> part.mappings().get(column.getKey()).with(column.getValue())).toList()));
        super.okPressed();
    }

    /** @return what is done with the columns whose words are understood now, by the parts of the file */
    Map<TablePart, List<ColumnMapping>> meant() {
        return meant;
    }
}
