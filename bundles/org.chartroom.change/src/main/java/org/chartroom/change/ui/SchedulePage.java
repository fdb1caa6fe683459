package org.chartroom.change.ui;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

import org.chartroom.change.ChangeProcess;
import org.chartroom.change.ChangeStatistics;
import org.chartroom.change.ChangeStatistics.Collision;
import org.chartroom.model.change.Change;
import org.chartroom.ui.forms.ArtifactPage;
import org.chartroom.ui.forms.chart.TimelineChart;
import org.chartroom.ui.forms.chart.TimelineChart.Bar;
import org.chartroom.ui.forms.chart.Tone;
import org.chartroom.ui.forms.field.FieldFormat;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.forms.IManagedForm;

/** The planned windows of open changes, with those that get into each other's way. */
final class SchedulePage extends ArtifactPage {
    static final String ID = "schedule";

    private final ChangeEditor editor;
    private TimelineChart chart;

    SchedulePage(ChangeEditor editor) {
        super(editor, ID, Messages.schedule);
        this.editor = editor;
    }

    @Override
    protected void createContent(IManagedForm managedForm) {
        Composite body = managedForm.getForm().getBody();
        managedForm.getForm().setText(Messages.schedule);
        GridLayoutFactory.swtDefaults().margins(14, 10).spacing(0, 10).applyTo(body);
        chart = new TimelineChart(body);
        GridDataFactory.fillDefaults().grab(true, true).hint(520, 340).applyTo(chart);
        Label hint = managedForm.getToolkit().createLabel(body, Messages.scheduleHint, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).hint(480, SWT.DEFAULT).applyTo(hint);
    }

    @Override
    public void changed() {
        if (chart == null || chart.isDisposed()) {
            return;
        }
        Map<Change, String> collisions = new LinkedHashMap<>();
        for (Collision collision : ChangeStatistics.collisions(editor.log().getChanges())) {
            String shared = String.join(", ", new TreeSet<>(collision.shared()));
            note(collisions, collision.first(), collision.second(), shared);
            note(collisions, collision.second(), collision.first(), shared);
        }
        List<Bar> bars = new ArrayList<>();
        editor.log().getChanges().stream().filter(ChangeStatistics::isOpen).filter(ChangeProcess::hasPlannedWindow)
                .sorted(Comparator.comparing(Change::getPlannedFrom))
                .forEach(change -> bars.add(new Bar(FieldFormat.name(change), change.getPlannedFrom(),
                        change.getPlannedTo(), tone(change, collisions.containsKey(change)),
                        collisions.getOrDefault(change, ChangeProcess.label(change.getState())))));
        if (bars.isEmpty()) {
            chart.showEmpty(Messages.scheduleEmpty);
        } else {
            chart.show(bars, Optional.of(Instant.now()), Messages.now);
        }
    }

    private static void note(Map<Change, String> collisions, Change change, Change other, String shared) {
        collisions.putIfAbsent(change, Messages.bind(Messages.collidesWith,
                new Object[]{ChangeProcess.label(change.getState()), other.getKey(), shared}));
    }

    private static Tone tone(Change change, boolean collides) {
        if (collides) {
            return Tone.BAD;
        }
        return ChangeStatistics.isOverdue(change, Instant.now()) ? Tone.WATCH : Tone.PLAN;
    }
}
