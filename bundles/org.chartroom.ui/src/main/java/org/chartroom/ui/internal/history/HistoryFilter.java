package org.chartroom.ui.internal.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.chartroom.core.evaluation.SystemClock;
import org.chartroom.ui.internal.Messages;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;

/** Which changes of the history are shown: by person, field and age. */
final class HistoryFilter {
    private static final int[] DAYS = {Integer.MAX_VALUE, 1, 7, 30, 365};
    private static final int WIDTH = 130;

    private final Combo person;
    private final Combo field;
    private final Combo since;

    HistoryFilter(Composite parent, Runnable changed) {
        Composite row = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(3).applyTo(row);
        person = combo(row, changed);
        field = combo(row, changed);
        since = combo(row, changed);
        offer(List.of(), List.of());
        since.setItems(Messages.HistoryFilter_always, Messages.HistoryFilter_day, Messages.HistoryFilter_week,
                Messages.HistoryFilter_month, Messages.HistoryFilter_year);
        since.select(0);
    }

    private static Combo combo(Composite parent, Runnable changed) {
        Combo combo = new Combo(parent, SWT.READ_ONLY);
        combo.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> changed.run()));
        GridDataFactory.fillDefaults().hint(WIDTH, SWT.DEFAULT).applyTo(combo);
        return combo;
    }

    /** Offers the people and fields there are, and keeps what is chosen as far as it is still there. */
    void offer(List<String> people, List<String> fields) {
        offer(person, Messages.HistoryFilter_everybody, people);
        offer(field, Messages.HistoryFilter_everything, fields);
    }

    private static void offer(Combo combo, String all, List<String> choices) {
        String before = combo.getText();
        List<String> items = new ArrayList<>(List.of(all));
        items.addAll(choices);
        combo.setItems(items.toArray(String[]::new));
        combo.select(Math.max(0, items.indexOf(before)));
    }

    /** Gives the one field that is shown; empty for all. */
    Optional<String> field() {
        return field.getSelectionIndex() <= 0 ? Optional.empty() : Optional.of(field.getText());
    }

    boolean passes(String author, String changedField, LocalDate day) {
        boolean byPerson = person.getSelectionIndex() <= 0 || person.getText().equals(author);
        boolean byField = field().filter(wanted -> !wanted.equals(changedField)).isEmpty();
        int days = DAYS[Math.max(0, since.getSelectionIndex())];
        return byPerson && byField && (days == Integer.MAX_VALUE || day.isAfter(LocalDate.now(SystemClock.get()).minusDays(days)));
    }
}
