package org.chartroom.vendor.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.chartroom.ui.forms.ArtifactPage;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;

/** A page that sets this vendor beside all others of the workspace. */
abstract class StandingsPage extends ArtifactPage {
    private final VendorEditor editor;
    private TableViewer table;
    private Job job;
    private List<Standing> others = List.of();

    StandingsPage(VendorEditor editor, String id, String title) {
        super(editor, id, title);
        this.editor = editor;
    }

    /** Shows the vendors, this one among them. */
    abstract void show(List<Standing> standings);

    final TableViewer createTable(Composite parent) {
        table = new TableViewer(parent, SWT.FULL_SELECTION | SWT.BORDER | SWT.V_SCROLL | SWT.H_SCROLL);
        table.getTable().setHeaderVisible(true);
        table.getTable().setLinesVisible(true);
        table.setContentProvider(ArrayContentProvider.getInstance());
        GridDataFactory.fillDefaults().grab(true, true).hint(400, 160).applyTo(table.getTable());
        parent.addDisposeListener(event -> cancel());
        return table;
    }

    final void column(String title, int width, int style, Function<Standing, String> text) {
        TableViewerColumn column = new TableViewerColumn(table, style);
        column.getColumn().setText(title);
        column.getColumn().setWidth(width);
        column.setLabelProvider(ColumnLabelProvider.createTextProvider(one -> text.apply((Standing) one)));
    }

    /** Ends the columns with an empty one: the last one takes the room that is left, which would tear a number away. */
    final void filler() {
        column("", 20, SWT.LEFT, standing -> "");
    }

    private void cancel() {
        if (job != null) {
            job.cancel();
        }
    }

    @Override
    public void setActive(boolean active) {
        super.setActive(active);
        if (active) {
            cancel();
            job = Standing.ofOthers(editing().workspace(), editor.scorecard().getId(), table.getTable().getDisplay(),
                    found -> {
                        others = found;
                        changed();
                    });
        }
    }

    @Override
    public void changed() {
        if (table == null || table.getTable().isDisposed()) {
            return;
        }
        List<Standing> all = new ArrayList<>(others);
        all.add(Standing.of(editor.scorecard()));
        show(all);
    }

    @Override
    public void reloaded() {
        changed();
    }
}
