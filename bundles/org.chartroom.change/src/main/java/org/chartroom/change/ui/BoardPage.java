package org.chartroom.change.ui;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.chartroom.change.ChangeProcess;
import org.chartroom.change.ChangeStatistics;
import org.chartroom.core.evaluation.Evaluation;
import org.chartroom.core.type.Presentation;
import org.chartroom.model.change.Change;
import org.chartroom.model.change.ChangeClass;
import org.chartroom.model.change.ChangePackage;
import org.chartroom.model.change.ChangeState;
import org.chartroom.ui.forms.ArtifactPage;
import org.chartroom.ui.forms.board.BoardView;
import org.chartroom.ui.forms.board.BoardView.Card;
import org.chartroom.ui.forms.board.BoardView.Column;
import org.chartroom.ui.forms.field.FieldFormat;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.forms.IManagedForm;

/** The changes by state; a card that is moved takes the step through the guards. */
final class BoardPage extends ArtifactPage {
    static final String ID = "board";
    private static final List<Column> COLUMNS = Arrays.stream(ChangeState.values())
            .map(state -> new Column(state, ChangeProcess.label(state))).toList();

    private final ChangeEditor editor;
    private ScrolledComposite scrolled;
    private BoardView board;

    BoardPage(ChangeEditor editor) {
        super(editor, ID, Messages.board);
        this.editor = editor;
    }

    @Override
    protected void createContent(IManagedForm managedForm) {
        Composite body = managedForm.getForm().getBody();
        managedForm.getForm().setText(Messages.board);
        GridLayoutFactory.swtDefaults().margins(10, 8).spacing(0, 8).applyTo(body);
        scrolled = new ScrolledComposite(body, SWT.H_SCROLL | SWT.V_SCROLL);
        managedForm.getToolkit().adapt(scrolled);
        scrolled.setExpandHorizontal(true);
        scrolled.setExpandVertical(true);
        GridDataFactory.fillDefaults().grab(true, true).hint(600, 300).applyTo(scrolled);
        board = new BoardView(scrolled);
        scrolled.setContent(board);
        board.allow((card, column) -> ChangeProcess.next((Change) card.subject()).contains(column.id()));
        board.onMove((card, column) -> editor.step((Change) card.subject(), (ChangeState) column.id()));
        board.onChoice(card -> editor.showChange((Change) card.subject()));
        board.onSelection(card -> editor.select(new StructuredSelection(card.subject())));
        Label hint = managedForm.getToolkit().createLabel(body, Messages.boardHint, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).hint(480, SWT.DEFAULT).applyTo(hint);
    }

    @Override
    public void changed() {
        if (board == null || board.isDisposed()) {
            return;
        }
        Set<Change> colliding = new HashSet<>();
        ChangeStatistics.collisions(editor.log().getChanges()).forEach(collision -> {
            colliding.add(collision.first());
            colliding.add(collision.second());
        });
        List<Card> cards = new ArrayList<>();
        for (Change change : editor.log().getChanges()) {
            cards.add(card(change, colliding.contains(change)));
        }
        board.show(COLUMNS, cards);
        scrolled.setMinSize(board.computeSize(SWT.DEFAULT, SWT.DEFAULT));
    }

    private static Card card(Change change, boolean collides) {
        boolean late = ChangeStatistics.isOverdue(change, Evaluation.of(change).now());
        boolean emergency = change.getChangeClass() == ChangeClass.EMERGENCY;
        String priority = Presentation.label(
                ChangePackage.Literals.CHANGE_PRIORITY.getEEnumLiteral(change.getPriority().getValue()));
        String detail = late
                ? Messages.late
                : collides
                        ? Messages.collides
                        : change.getState() == ChangeState.ASSESSED || change.getState() == ChangeState.SUBMITTED
                                ? Messages.bind(Messages.votes, ChangeProcess.approvals(change),
                                        ChangeProcess.quorum(change))
                                : change.getPlannedFrom() == null
                                        ? ""
                                        : FieldFormat.current().text(null, change.getPlannedFrom());
        return new Card(change, change.getState(), change.getKey() + "  " + priority
                + (emergency ? "  " + Messages.emergency : ""), change.getTitle() == null ? "" : change.getTitle(),
                detail, late ? 3 : collides ? 2 : emergency ? 1 : 0);
    }

    @Override
    public void setFocus() {
        board.setFocus();
    }
}
