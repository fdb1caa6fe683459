package org.chartroom.ui.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.chartroom.core.workspace.ArtifactInfo;
import org.chartroom.core.workspace.EditSession;
import org.chartroom.model.Artifact;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;

/**
 * A page that sets the artifact beside all others of its type in the workspace: of itself as it is in the editor, of the
 * others as they were saved. What it shows is taken out of them, so that they need not stay loaded.
 *
 * @param <S> what is taken out of each
 */
public abstract class StandingsPage<S> extends ArtifactPage {
    private final Function<? super Artifact, S> standing;
    private TableViewer table;
    private Job job;
    private List<S> others = List.of();

    /**
     * @param editor the editor
     * @param id id of the page, unique in the editor
     * @param title what its tab says, translated
     * @param standing takes out of an artifact of the type of the edited one what is shown of it; not in the UI thread
     */
    protected StandingsPage(ArtifactEditor editor, String id, String title,
            Function<? super Artifact, S> standing) {
        super(editor, id, title);
        this.standing = standing;
    }

    /**
     * Shows the artifacts.
     *
     * @param standings one of each, this one the last
     */
    protected abstract void show(List<S> standings);

    /**
     * @param parent where it goes; has a grid layout
     * @return a table for the standings, without columns
     */
    protected final TableViewer createTable(Composite parent) {
        table = new TableViewer(parent, SWT.FULL_SELECTION | SWT.BORDER | SWT.V_SCROLL | SWT.H_SCROLL);
        table.getTable().setHeaderVisible(true);
        table.getTable().setLinesVisible(true);
        table.setContentProvider(ArrayContentProvider.getInstance());
        GridDataFactory.fillDefaults().grab(true, true).hint(400, 160).applyTo(table.getTable());
        parent.addDisposeListener(event -> cancel());
        return table;
    }

    /**
     * Adds a column to the table.
     *
     * @param title its title
     * @param width its width in pixels
     * @param style SWT.LEFT or SWT.RIGHT
     * @param text gives the text of a row
     */
    @SuppressWarnings("unchecked")
    protected final void column(String title, int width, int style, Function<S, String> text) {
        TableViewerColumn column = new TableViewerColumn(table, style);
        column.getColumn().setText(title);
        column.getColumn().setWidth(width);
        // The table shows standings only.
        column.setLabelProvider(ColumnLabelProvider.createTextProvider(row -> text.apply((S) row)));
    }

    /** Ends the columns with an empty one: the last one takes the room that is left, which would tear a number away. */
    protected final void filler() {
        column("", 20, SWT.LEFT, standing -> "");
    }

    /**
     * Lets a double click or Enter on a row open its artifact.
     *
     * @param id gives the id of the artifact of a row
     */
    @SuppressWarnings("unchecked")
    protected final void openOnDoubleClick(Function<S, String> id) {
        table.addOpenListener(event -> Opening.open(this, editing(),
                id.apply((S) ((IStructuredSelection) event.getSelection()).getFirstElement()), null));
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
            String own = editing().artifact().getId();
            EClass type = editing().artifact().eClass();
            job = readBeside((session, monitor) -> read(session, monitor, type, own), found -> {
                others = found;
                changed();
            });
        }
    }

    private List<S> read(EditSession session, IProgressMonitor monitor, EClass type, String own) {
        List<S> found = new ArrayList<>();
        for (ArtifactInfo artifact : session.artifacts()) {
            if (artifact.type() == type && !artifact.id().equals(own) && !monitor.isCanceled()) {
                session.artifact(artifact.id()).map(standing).ifPresent(found::add);
            }
        }
        return found;
    }

    @Override
    public void changed() {
        if (table == null || table.getTable().isDisposed()) {
            return;
        }
        List<S> all = new ArrayList<>(others);
        all.add(standing.apply(editing().artifact()));
        show(all);
    }

    @Override
    public void reloaded() {
        changed();
    }
}
