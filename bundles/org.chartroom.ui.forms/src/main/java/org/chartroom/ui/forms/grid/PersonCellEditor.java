package org.chartroom.ui.forms.grid;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

import org.chartroom.core.value.NaturalOrder;
import org.chartroom.model.Person;
import org.chartroom.ui.forms.field.FieldFormat;
import org.eclipse.nebula.widgets.nattable.edit.editor.TextCellEditor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.KeyListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;

/**
 * Edits the person of a cell as a spreadsheet does: what is typed is completed to the first name of the directory that
 * begins so, the rest selected, so that typing on overwrites it; the arrows up and down go through all names. The name of
 * somebody new is taken as well.
 */
final class PersonCellEditor extends TextCellEditor {
    private final Supplier<List<Person>> people;

    /** @param people the people of the directory, asked each time */
    PersonCellEditor(Supplier<List<Person>> people) {
        // Up and down are for the names.
        super(false, true);
        this.people = people;
    }

    @Override
    protected Text createEditorControl(Composite parent, int style) {
        Text text = super.createEditorControl(parent, style);
        text.addKeyListener(KeyListener.keyPressedAdapter(event -> {
            if (event.keyCode == SWT.ARROW_DOWN || event.keyCode == SWT.ARROW_UP) {
                event.doit = false;
                step(text, event.keyCode == SWT.ARROW_DOWN ? 1 : -1);
            }
        }));
        text.addListener(SWT.KeyUp, event -> complete(text, event));
        return text;
    }

    private List<String> names() {
        return people.get().stream().map(FieldFormat::name).distinct().sorted(NaturalOrder.current()).toList();
    }

    private void complete(Text text, Event event) {
        String typed = text.getText();
        boolean atEnd = text.getSelectionCount() == 0 && text.getCaretPosition() == typed.length();
        if (Character.isISOControl(event.character) || typed.isBlank() || !atEnd) {
            return;
        }
        names().stream().filter(name -> name.length() > typed.length() && begins(name, typed)).findFirst()
                .ifPresent(name -> {
                    text.setText(name);
                    text.setSelection(typed.length(), name.length());
                });
    }

    private static boolean begins(String name, String typed) {
        return name.toLowerCase(Locale.ROOT).startsWith(typed.toLowerCase(Locale.ROOT));
    }

    private void step(Text text, int by) {
        List<String> names = names();
        if (!names.isEmpty()) {
            int now = names.indexOf(text.getText());
            int first = by > 0 ? 0 : names.size() - 1;
            text.setText(names.get(now < 0 ? first : Math.floorMod(now + by, names.size())));
            text.selectAll();
        }
    }
}
