package org.chartroom.risk.ui;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

import org.chartroom.model.risk.Risk;
import org.chartroom.model.risk.RiskAction;
import org.chartroom.model.risk.RiskPackage;
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
import org.eclipse.ui.forms.widgets.FormToolkit;

/** The actions that are not done, the one due first on top; a double click leads to its risk. */
final class ActionsPage extends ArtifactPage {
    static final String ID = "actions";

    private final RiskEditor editor;
    private final FieldFormat format = FieldFormat.current();
    private TableViewer table;
    private Label summary;

    ActionsPage(RiskEditor editor) {
        super(editor, ID, Messages.actionsDue);
        this.editor = editor;
    }

    @Override
    protected void createContent(IManagedForm managedForm) {
        FormToolkit toolkit = managedForm.getToolkit();
        Composite body = managedForm.getForm().getBody();
        managedForm.getForm().setText(Messages.actionsDue);
        GridLayoutFactory.swtDefaults().margins(14, 10).spacing(0, 8).applyTo(body);
        summary = toolkit.createLabel(body, "");
        GridDataFactory.fillDefaults().grab(true, false).applyTo(summary);
        table = new TableViewer(body, SWT.FULL_SELECTION | SWT.BORDER | SWT.V_SCROLL | SWT.H_SCROLL);
        table.getTable().setHeaderVisible(true);
        table.getTable().setLinesVisible(true);
        GridDataFactory.fillDefaults().grab(true, true).hint(400, 200).applyTo(table.getTable());
        table.setContentProvider(ArrayContentProvider.getInstance());
        column(Messages.due, 120, action -> text(action, RiskPackage.Literals.RISK_ACTION__DUE));
        column(Messages.state, 110, ActionsPage::state);
        column(Messages.action, 380, action -> text(action, RiskPackage.Literals.RISK_ACTION__DESCRIPTION));
        column(Messages.owner, 160, action -> text(action, RiskPackage.Literals.RISK_ACTION__OWNER));
        column(Messages.risk, 320, action -> FieldFormat.name((Risk) action.eContainer()));
        table.addDoubleClickListener(event -> {
            if (table.getStructuredSelection().getFirstElement() instanceof RiskAction action) {
                editor.reveal((Risk) action.eContainer(), null);
            }
        });
    }

    private String text(RiskAction action, EStructuralFeature feature) {
        return format.text(feature, action.eGet(feature)).replaceAll("\\s+", " ");
    }

    private static String state(RiskAction action) {
        LocalDate today = LocalDate.now();
        if (action.getDue() == null) {
            return Messages.noDue;
        }
        if (action.getDue().isBefore(today)) {
            return Messages.overdue;
        }
        return action.getDue().isBefore(today.plusDays(15)) ? Messages.dueSoon : "";
    }

    private void column(String title, int width, Function<RiskAction, String> text) {
        TableViewerColumn column = new TableViewerColumn(table, SWT.LEFT);
        column.getColumn().setText(title);
        column.getColumn().setWidth(width);
        column.setLabelProvider(ColumnLabelProvider.createTextProvider(action -> text.apply((RiskAction) action)));
    }

    @Override
    public void changed() {
        if (table == null || table.getTable().isDisposed()) {
            return;
        }
        List<RiskAction> open = editor.register().getRisks().stream().flatMap(risk -> risk.getActions().stream())
                .filter(action -> action.getDoneOn() == null)
                .sorted(Comparator.comparing(RiskAction::getDue, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
        table.setInput(open);
        summary.setText(open.isEmpty() ? Messages.noActions : Messages.bind(Messages.openActions, open.size()));
        summary.requestLayout();
    }
}
