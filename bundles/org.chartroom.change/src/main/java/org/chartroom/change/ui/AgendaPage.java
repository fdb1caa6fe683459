package org.chartroom.change.ui;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

import org.chartroom.change.ChangeProcess;
import org.chartroom.change.ChangeProcess.Refusal;
import org.chartroom.model.change.Change;
import org.chartroom.model.change.ChangeClass;
import org.chartroom.model.change.ChangePackage;
import org.chartroom.model.change.ChangeState;
import org.chartroom.ui.forms.ArtifactPage;
import org.chartroom.ui.forms.field.FieldFormat;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.forms.IManagedForm;

/** What the change advisory board has to decide, the most urgent first. */
final class AgendaPage extends ArtifactPage {
    static final String ID = "agenda";

    private final ChangeEditor editor;
    private final FieldFormat format = FieldFormat.current();
    private TableViewer table;
    private Label summary;

    AgendaPage(ChangeEditor editor) {
        super(editor, ID, Messages.agenda);
        this.editor = editor;
    }

    @Override
    protected void createContent(IManagedForm managedForm) {
        Composite body = managedForm.getForm().getBody();
        managedForm.getForm().setText(Messages.agenda);
        GridLayoutFactory.swtDefaults().margins(14, 10).spacing(0, 8).applyTo(body);
        summary = managedForm.getToolkit().createLabel(body, "");
        GridDataFactory.fillDefaults().grab(true, false).applyTo(summary);
        table = new TableViewer(body, SWT.FULL_SELECTION | SWT.BORDER | SWT.V_SCROLL | SWT.H_SCROLL);
        table.getTable().setHeaderVisible(true);
        table.getTable().setLinesVisible(true);
        GridDataFactory.fillDefaults().grab(true, true).hint(400, 200).applyTo(table.getTable());
        table.setContentProvider(ArrayContentProvider.getInstance());
        column(Messages.change, 320, FieldFormat::name);
        column(Messages.changeClass, 100, change -> text(change, ChangePackage.Literals.CHANGE__CHANGE_CLASS));
        column(Messages.priority, 70, change -> text(change, ChangePackage.Literals.CHANGE__PRIORITY));
        column(Messages.rating, 120, change -> text(change, ChangePackage.Literals.CHANGE__IMPACT) + " / "
                + text(change, ChangePackage.Literals.CHANGE__RISK));
        number(Messages.cost, 110, change -> text(change, ChangePackage.Literals.CHANGE__COST_IMPACT));
        number(Messages.days, 60, change -> text(change, ChangePackage.Literals.CHANGE__SCHEDULE_IMPACT));
        column(Messages.approvals, 110, change -> Messages.bind(Messages.votes, ChangeProcess.approvals(change),
                ChangeProcess.quorum(change)));
        column(Messages.missing, 360, AgendaPage::missing);
        table.addDoubleClickListener(event -> {
            if (table.getStructuredSelection().getFirstElement() instanceof Change change) {
                editor.showChange(change);
            }
        });
        Label hint = managedForm.getToolkit().createLabel(body, Messages.agendaHint, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).hint(480, SWT.DEFAULT).applyTo(hint);
    }

    private String text(Change change, EStructuralFeature feature) {
        return format.text(feature, change.eGet(feature));
    }

    private static String missing(Change change) {
        ChangeState to = change.getState() == ChangeState.SUBMITTED
                ? ChangeState.ASSESSED
                : change.getState() == ChangeState.ASSESSED ? ChangeState.AUTHORISED : ChangeState.CLOSED;
        List<Refusal> refusals = ChangeProcess.refusals(change, to, ChangeProcess.label(to)).stream()
                .filter(refusal -> refusal.guard() != ChangeProcess.Guard.WAY).toList();
        if (change.getState() == ChangeState.SUBMITTED) {
            return Messages.bind(Messages.to, ChangeProcess.label(ChangeState.ASSESSED));
        }
        return refusals.isEmpty()
                ? Messages.ready
                : String.join(" ", refusals.stream().map(Refusal::message).toList());
    }

    private void column(String title, int width, Function<Change, String> text) {
        column(SWT.LEFT, title, width, text);
    }

    private void number(String title, int width, Function<Change, String> text) {
        column(SWT.RIGHT, title, width, text);
    }

    private void column(int alignment, String title, int width, Function<Change, String> text) {
        TableViewerColumn column = new TableViewerColumn(table, alignment);
        column.getColumn().setText(title);
        column.getColumn().setWidth(width);
        column.setLabelProvider(ColumnLabelProvider.createTextProvider(change -> text.apply((Change) change)));
    }

    /** Normal changes before they are authorised, and emergencies that were begun without it. */
    private static boolean waits(Change change) {
        if (change.getState() == ChangeState.SUBMITTED || change.getState() == ChangeState.ASSESSED) {
            return true;
        }
        boolean begun = change.getState() == ChangeState.IMPLEMENTING || change.getState() == ChangeState.IMPLEMENTED
                || change.getState() == ChangeState.REVIEWED;
        return change.getChangeClass() == ChangeClass.EMERGENCY && begun
                && ChangeProcess.approvals(change) < ChangeProcess.quorum(change);
    }

    @Override
    public void changed() {
        if (table == null || table.getTable().isDisposed()) {
            return;
        }
        List<Change> waiting = editor.log().getChanges().stream().filter(AgendaPage::waits)
                .sorted(Comparator.comparing((Change change) -> change.getChangeClass() != ChangeClass.EMERGENCY)
                        .thenComparing(Change::getPriority))
                .toList();
        table.setInput(waiting);
        summary.setText(waiting.isEmpty()
                ? Messages.agendaNone
                : Messages.bind(Messages.agendaCount, waiting.size()));
        summary.requestLayout();
    }

    @Override
    public void setFocus() {
        table.getTable().setFocus();
    }
}
