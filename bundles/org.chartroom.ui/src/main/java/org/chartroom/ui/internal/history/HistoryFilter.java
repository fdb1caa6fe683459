package org.chartroom.ui.internal.history;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.chartroom.core.evaluation.SystemClock;
import org.chartroom.ui.forms.TextChoice;
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

    private final TextChoice person;
    private final TextChoice field;
    private final Combo since;

    HistoryFilter(Composite parent, Runnable changed) {
        Composite row = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(3).applyTo(row);
        person = new TextChoice(row, changed);
        field = new TextChoice(row, changed);
        since = new Combo(row, SWT.READ_ONLY);
        since.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> changed.run()));
        for (Combo combo : List.of(person.control(), field.control(), since)) {
            GridDataFactory.fillDefaults().hint(WIDTH, SWT.DEFAULT).applyTo(combo);
        }
        offer(List.of(), List.of());
        since.setItems(Messages.HistoryFilter_always, Messages.HistoryFilter_day, Messages.HistoryFilter_week,
                Messages.HistoryFilter_month, Messages.HistoryFilter_year);
        since.select(0);
    }

    /** Offers the people and fields there are, and keeps what is chosen as far as it is still there. */
    void offer(List<String> people, List<String> fields) {
        person.offer(Messages.HistoryFilter_everybody, people);
        field.offer(Messages.HistoryFilter_everything, fields);
    }

    /** Gives the one field that is shown; empty for all. */
    Optional<String> field() {
        return field.chosen();
    }

    boolean passes(String author, String changedField, LocalDate day) {
        boolean byPerson = person.chosen().filter(wanted -> !wanted.equals(author)).isEmpty();
        boolean byField = field().filter(wanted -> !wanted.equals(changedField)).isEmpty();
        int days = DAYS[Math.max(0, since.getSelectionIndex())];
        return byPerson && byField
                && (days == Integer.MAX_VALUE || day.isAfter(LocalDate.now(SystemClock.get()).minusDays(days)));
    }
}
