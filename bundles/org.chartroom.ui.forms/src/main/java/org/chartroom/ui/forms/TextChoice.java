package org.chartroom.ui.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;

/**
 * A choice among texts that users wrote, behind one that stands for all or none of them. Each is shown in one short line,
 * because a list is as wide as its longest line, and is chosen as it was written.
 */
public final class TextChoice {
    private final Combo combo;
    private List<String> texts = List.of();

    /**
     * @param parent where it goes
     * @param chosen called when the user has chosen
     */
    public TextChoice(Composite parent, Runnable chosen) {
        combo = new Combo(parent, SWT.READ_ONLY);
        combo.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> chosen.run()));
    }

    /** @return the widget, to be laid out */
    public Combo control() {
        return combo;
    }

    /**
     * Offers texts, and keeps what is chosen as far as it is still there.
     *
     * @param first stands for all or none of them
     * @param offered the texts
     * @return whether others were offered before
     */
    public boolean offer(String first, List<String> offered) {
        List<String> now = new ArrayList<>(List.of(first));
        now.addAll(offered);
        if (now.equals(texts)) {
            return false;
        }
        String before = combo.getSelectionIndex() < 0 ? first : texts.get(combo.getSelectionIndex());
        texts = List.copyOf(now);
        combo.setItems(texts.stream().map(LabelText::line).toArray(String[]::new));
        combo.select(Math.max(0, texts.indexOf(before)));
        return true;
    }

    /** @return the place of the chosen text among the offered ones, from 0; -1 for what stands before them */
    public int index() {
        return Math.max(0, combo.getSelectionIndex()) - 1;
    }

    /** @param index the place of a text among the offered ones, from 0; -1 for what stands before them */
    public void select(int index) {
        combo.select(index + 1);
    }

    /** @return the chosen text as it was written; empty for what stands before them */
    public Optional<String> chosen() {
        return index() < 0 ? Optional.empty() : Optional.of(texts.get(index() + 1));
    }
}
