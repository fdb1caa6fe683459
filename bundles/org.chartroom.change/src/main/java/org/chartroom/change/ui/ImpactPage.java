package org.chartroom.change.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.chartroom.change.CharterImpact;
import org.chartroom.core.evaluation.Evaluation;
import org.chartroom.core.money.MoneySum;
import org.chartroom.model.change.Change;
import org.chartroom.model.change.ChangePackage;
import org.chartroom.model.charter.ApprovedChanges;
import org.chartroom.model.charter.Charter;
import org.chartroom.ui.forms.ArtifactPage;
import org.chartroom.ui.forms.Opening;
import org.chartroom.ui.forms.field.FieldFormat;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.jface.viewers.TreeViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.forms.IManagedForm;

/** What the changes do to budget and end of the charters that name the log: change by change, approved or proposed. */
final class ImpactPage extends ArtifactPage {
    static final String ID = "impact";

    private final ChangeEditor editor;
    private final FieldFormat format = FieldFormat.current();
    private List<Charter> charters = List.of();
    private TreeViewer tree;
    private Label note;

    /** A line of the tree: a charter as it is planned, a change, or what comes out. */
    private record Line(String name, String state, String cost, String days, String budget, String end, Charter charter,
            Change change, List<Line> below) {
    }

    ImpactPage(ChangeEditor editor) {
        super(editor, ID, Messages.impact);
        this.editor = editor;
    }

    @Override
    protected void createContent(IManagedForm managedForm) {
        Composite body = managedForm.getForm().getBody();
        managedForm.getForm().setText(Messages.impact);
        GridLayoutFactory.swtDefaults().margins(14, 10).spacing(0, 8).applyTo(body);
        note = managedForm.getToolkit().createLabel(body, Messages.impactNote, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).hint(480, SWT.DEFAULT).applyTo(note);
        tree = new TreeViewer(body, SWT.FULL_SELECTION | SWT.BORDER | SWT.V_SCROLL | SWT.H_SCROLL);
        tree.getTree().setHeaderVisible(true);
        tree.getTree().setLinesVisible(true);
        GridDataFactory.fillDefaults().grab(true, true).hint(400, 200).applyTo(tree.getTree());
        tree.setContentProvider(new Lines());
        column(Messages.impactOf, 380, SWT.LEFT, Line::name);
        column(Messages.impactState, 190, SWT.LEFT, Line::state);
        column(Messages.cost, 140, SWT.RIGHT, Line::cost);
        column(Messages.days, 70, SWT.RIGHT, Line::days);
        column(Messages.budget, 150, SWT.RIGHT, Line::budget);
        column(Messages.end, 120, SWT.LEFT, Line::end);
        tree.addOpenListener(event -> {
            if (tree.getStructuredSelection().getFirstElement() instanceof Line line) {
                open(line);
            }
        });
    }

    private void open(Line line) {
        if (line.change() != null) {
            editor.showChange(line.change());
        } else {
            Opening.open(this, editing(), line.charter().getId(), null);
        }
    }

    private void column(String title, int width, int style, Function<Line, String> text) {
        TreeViewerColumn column = new TreeViewerColumn(tree, style);
        column.getColumn().setText(title);
        column.getColumn().setWidth(width);
        column.setLabelProvider(ColumnLabelProvider.createTextProvider(line -> text.apply((Line) line)));
    }

    @Override
    public void setActive(boolean active) {
        super.setActive(active);
        if (active) {
            // Other editors may have given the log to another charter meanwhile.
            charters = CharterImpact.charters(editing().session(), editor.log());
            changed();
        }
    }

    @Override
    public void changed() {
        if (tree == null || tree.getTree().isDisposed()) {
            return;
        }
        List<Line> lines = charters.stream().filter(charter -> !charter.eIsProxy()).map(CharterImpact::of)
                .map(this::line).toList();
        tree.setInput(lines);
        tree.expandAll();
        note.setText(lines.isEmpty() ? Messages.impactNone : Messages.impactNote);
        note.requestLayout();
    }

    @Override
    public void reloaded() {
        charters = CharterImpact.charters(editing().session(), editor.log());
        changed();
    }

    private Line line(CharterImpact impact) {
        Charter charter = impact.charter();
        List<Line> below = new ArrayList<>();
        below.add(new Line(Messages.asPlanned, "", "", "", text(charter.getTotalBudget()),
                text(charter.getPlannedEnd()), charter, null, List.of()));
        impact.approved().forEach(change -> below.add(line(charter, change, ApprovedChanges.approvedOn(change)
                .map(day -> Messages.bind(Messages.approvedOn, text(day))).orElse(Messages.approvedAlready))));
        below.add(new Line(Messages.withApproved, "", text(charter.getApprovedChangeCost()),
                text(charter.getApprovedChangeDays()), text(charter.getRevisedBudget()), text(charter.getRevisedEnd()),
                charter, null, List.of()));
        if (!impact.proposed().isEmpty()) {
            impact.proposed().forEach(change -> below
                    .add(line(charter, change, text(change, ChangePackage.Literals.CHANGE__STATE))));
            Optional<MoneySum> proposed = impact.proposedBudget(Evaluation.of(charter).today());
            below.add(new Line(Messages.withProposed, proposed.flatMap(MoneySum::warning).orElse(""), "", "",
                    text(proposed.flatMap(MoneySum::complete)), text(impact.proposedEnd()), charter, null, List.of()));
        }
        return new Line(FieldFormat.name(charter), "", "", "", text(charter.getRevisedBudget()),
                text(charter.getRevisedEnd()), charter, null, below);
    }

    private Line line(Charter charter, Change change, String state) {
        return new Line(FieldFormat.name(change), state, text(change, ChangePackage.Literals.CHANGE__COST_IMPACT),
                text(change, ChangePackage.Literals.CHANGE__SCHEDULE_IMPACT), "", "", charter, change, List.of());
    }

    private String text(Change change, EStructuralFeature feature) {
        return format.text(feature, change.eGet(feature));
    }

    private String text(Object value) {
        Object shown = value instanceof Optional<?> optional ? optional.orElse(null) : value;
        return shown == null ? Messages.notAvailable : format.text(null, shown);
    }

    @Override
    public void setFocus() {
        tree.getTree().setFocus();
    }

    /** Lines below charters. */
    private static final class Lines implements ITreeContentProvider {
        @Override
        public Object[] getElements(Object input) {
            return ((List<?>) input).toArray();
        }

        @Override
        public Object[] getChildren(Object parent) {
            return ((Line) parent).below().toArray();
        }

        @Override
        public Object getParent(Object element) {
            return null;
        }

        @Override
        public boolean hasChildren(Object element) {
            return !((Line) element).below().isEmpty();
        }
    }
}
