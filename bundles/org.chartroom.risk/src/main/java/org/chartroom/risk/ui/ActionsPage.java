package org.chartroom.risk.ui;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import org.chartroom.core.evaluation.Evaluation;
import org.chartroom.core.type.Presentation;
import org.chartroom.model.risk.Risk;
import org.chartroom.model.risk.RiskAction;
import org.chartroom.model.risk.RiskPackage.Literals;
import org.chartroom.model.risk.RiskStatus;
import org.chartroom.ui.forms.ArtifactPage;
import org.chartroom.ui.forms.LabelText;
import org.chartroom.ui.forms.field.FieldFormat;
import org.chartroom.ui.forms.field.FormFields;
import org.eclipse.emf.common.command.CompoundCommand;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.edit.command.SetCommand;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.forms.IManagedForm;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.ScrolledForm;
import org.eclipse.ui.forms.widgets.Section;

/**
 * The actions of risks that are not closed, the one due first on top, and the selected one in a form; a double click leads
 * to its risk.
 */
final class ActionsPage extends ArtifactPage {
    static final String ID = "actions";
    private static final int[] WEIGHTS = {64, 36};
    private static final int SOON_DAYS = 15;

    private final RiskEditor editor;
    private final FieldFormat format = FieldFormat.current();
    private TableViewer table;
    private Label summary;
    private Label outlook;
    private Button withDone;
    private Button done;
    private ScrolledForm details;
    private FormFields fields;
    private RiskAction shown;

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
        createTools(toolkit, body);
        SashForm sash = new SashForm(body, SWT.HORIZONTAL | SWT.SMOOTH);
        toolkit.adapt(sash);
        GridDataFactory.fillDefaults().grab(true, true).hint(600, 200).applyTo(sash);
        createTable(sash);
        createDetails(toolkit, sash);
        sash.setWeights(WEIGHTS);
        showSelected(null);
        changed();
        if (table.getTable().getItemCount() > 0) {
            table.setSelection(new StructuredSelection(table.getElementAt(0)));
        }
        body.addDisposeListener(event -> fields.dispose());
    }

    private void createTools(FormToolkit toolkit, Composite body) {
        Composite tools = toolkit.createComposite(body);
        GridLayoutFactory.fillDefaults().numColumns(3).spacing(14, 0).applyTo(tools);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(tools);
        summary = toolkit.createLabel(tools, "");
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(summary);
        withDone = toolkit.createButton(tools, Messages.showDone, SWT.CHECK);
        withDone.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> changed()));
        done = editButton(tools, Messages.doneToday, this::markDone);
        done.setToolTipText(Messages.doneTodayTip);
    }

    private void createTable(Composite parent) {
        table = new TableViewer(parent, SWT.FULL_SELECTION | SWT.MULTI | SWT.BORDER | SWT.V_SCROLL | SWT.H_SCROLL);
        table.getTable().setHeaderVisible(true);
        table.getTable().setLinesVisible(true);
        table.setContentProvider(ArrayContentProvider.getInstance());
        column(Messages.due, 100, SWT.LEFT, action -> text(action, Literals.RISK_ACTION__DUE));
        column(Messages.state, 80, SWT.LEFT, ActionsPage::state);
        column(Messages.action, 250, SWT.LEFT, action -> text(action, Literals.RISK_ACTION__DESCRIPTION));
        column(Messages.owner, 120, SWT.LEFT, action -> text(action, Literals.RISK_ACTION__OWNER));
        for (EStructuralFeature change : List.of(Literals.RISK_ACTION__LIKELIHOOD_CHANGE,
                Literals.RISK_ACTION__IMPACT_CHANGE)) {
            column(Presentation.label(change), 75, SWT.RIGHT, action -> text(action, change));
        }
        column(Messages.risk, 240, SWT.LEFT, action -> FieldFormat.name(risk(action)));
        table.addDoubleClickListener(event -> {
            if (table.getStructuredSelection().getFirstElement() instanceof RiskAction action) {
                editor.reveal(risk(action), null);
            }
        });
        followSelection(table, RiskAction.class, this::showSelected);
    }

    private void createDetails(FormToolkit toolkit, Composite parent) {
        details = toolkit.createScrolledForm(parent);
        Composite body = details.getBody();
        GridLayoutFactory.fillDefaults().margins(8, 4).spacing(0, 10).applyTo(body);
        outlook = toolkit.createLabel(body, "", SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).hint(200, SWT.DEFAULT).applyTo(outlook);
        fields = new FormFields(editing(), toolkit);
        FormFields.groups(Literals.RISK_ACTION).forEach((group, features) -> {
            Section section = fields.section(body, Messages.action, features, 1);
            GridDataFactory.fillDefaults().grab(true, false).applyTo(section);
        });
    }

    private static Risk risk(RiskAction action) {
        return (Risk) action.eContainer();
    }

    private String text(RiskAction action, EStructuralFeature feature) {
        return format.text(feature, action.eGet(feature)).replaceAll("\\s+", " ");
    }

    private static String state(RiskAction action) {
        LocalDate today = Evaluation.of(action).today();
        if (action.getDoneOn() != null) {
            return Messages.done;
        }
        if (action.getDue() == null) {
            return Messages.noDue;
        }
        if (action.getDue().isBefore(today)) {
            return Messages.overdue;
        }
        return action.getDue().isBefore(today.plusDays(SOON_DAYS)) ? Messages.dueSoon : "";
    }

    private void column(String title, int width, int style, Function<RiskAction, String> text) {
        TableViewerColumn column = new TableViewerColumn(table, style);
        column.getColumn().setText(title);
        column.getColumn().setWidth(width);
        // One that was just taken away may be painted once more before the list is read anew.
        column.setLabelProvider(ColumnLabelProvider.createTextProvider(
                action -> risk((RiskAction) action) == null ? "" : text.apply((RiskAction) action)));
    }

    /** Marks the selected actions as done today, in one step. */
    private void markDone() {
        CompoundCommand all = new CompoundCommand(Messages.doneToday);
        for (Object selected : table.getStructuredSelection()) {
            if (((RiskAction) selected).getDoneOn() == null) {
                all.append(SetCommand.create(editing().domain(), selected, Literals.RISK_ACTION__DONE_ON,
                        Evaluation.of(editor.register()).today()));
            }
        }
        if (!all.isEmpty()) {
            editing().execute(all);
        }
    }

    private void showSelected(RiskAction action) {
        done.setEnabled(!editing().isReadOnly() && action != null);
        if (action == null && shown != null && shown.eContainer() != null) {
            // An action that is done leaves the list; it stays in the form until another one is chosen.
            return;
        }
        shown = action;
        fields.setInput(action);
        showOutlook();
    }

    private void showOutlook() {
        boolean any = shown != null && risk(shown) != null;
        details.setText(any ? LabelText.label(FieldFormat.name(risk(shown))) : Messages.noAction);
        String text = any ? LabelText.paragraph(outlook(risk(shown))) : "";
        if (!text.equals(outlook.getText())) {
            outlook.setText(text);
            outlook.requestLayout();
        }
    }

    /** What the open actions of the risk are expected to make of it, beside its target. */
    private String outlook(Risk risk) {
        if (risk.getExpectedScore() == null) {
            return "";
        }
        String target = risk.getTargetScore() == null
                ? Messages.notAvailable
                : scored(risk.getTargetScore(), risk, Literals.RISK__TARGET_LEVEL);
        return Messages.bind(Messages.outlook, new Object[]{
                scored(risk.getCurrentScore(), risk, Literals.RISK__CURRENT_LEVEL),
                scored(risk.getExpectedScore(), risk, Literals.RISK__EXPECTED_LEVEL), target});
    }

    private String scored(int score, Risk risk, EStructuralFeature level) {
        return Messages.bind(Messages.scored, score, format.text(level, risk.eGet(level)));
    }

    @Override
    public void changed() {
        if (table == null || table.getTable().isDisposed()) {
            return;
        }
        List<RiskAction> open = actions().filter(action -> action.getDoneOn() == null).toList();
        List<RiskAction> listed = withDone.getSelection() ? actions().toList() : open;
        if (listed.equals(table.getInput())) {
            table.refresh();
        } else {
            Object selected = table.getStructuredSelection().getFirstElement();
            table.setInput(listed);
            if (selected != null && listed.contains(selected)) {
                table.setSelection(new StructuredSelection(selected));
            }
        }
        summary.setText(open.isEmpty() ? Messages.noActions : Messages.bind(Messages.openActions, open.size()));
        summary.requestLayout();
        if (shown != null && shown.eContainer() == null) {
            showSelected(null);
        }
        showOutlook();
    }

    private Stream<RiskAction> actions() {
        return editor.register().getRisks().stream().filter(risk -> risk.getStatus() != RiskStatus.CLOSED)
                .filter(risk -> risk.eIsSet(Literals.RISK__ACTIONS))
                .flatMap(risk -> risk.getActions().stream())
                .sorted(Comparator.comparing(RiskAction::getDue, Comparator.nullsLast(Comparator.naturalOrder())));
    }

    @Override
    public void reloaded() {
        RiskAction again = (RiskAction) editing().again(shown);
        shown = null;
        table.setInput(List.of());
        changed();
        showSelected(again);
    }

    @Override
    public void setFocus() {
        table.getTable().setFocus();
    }
}
