package org.chartroom.variance.ui;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.chartroom.model.variance.VarianceReport;
import org.chartroom.ui.forms.LabelText;
import org.chartroom.ui.forms.field.FieldFormat;
import org.chartroom.variance.ReportFigures;
import org.chartroom.variance.UndistributedBudget;
import org.chartroom.variance.UndistributedBudget.Share;
import org.chartroom.variance.report.Amounts;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.forms.widgets.ExpandableComposite;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.Section;

/** Which approved changes of the charter's change log count in BAC, and what of them is on no line yet. */
final class ApprovedChangesTable {
    private static final int HEIGHT = 130;
    private static final int WIDTH = 200;

    private final Label note;
    private final Table table;
    private final Composite buttons;
    private List<Share> shares = List.of();

    ApprovedChangesTable(FormToolkit toolkit, Composite parent) {
        Section section = toolkit.createSection(parent,
                ExpandableComposite.TITLE_BAR | ExpandableComposite.TWISTIE | ExpandableComposite.EXPANDED);
        section.setText(Messages.approvedChanges);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(section);
        Composite client = toolkit.createComposite(section);
        GridLayoutFactory.fillDefaults().margins(6, 6).applyTo(client);
        section.setClient(client);
        note = toolkit.createLabel(client, "", SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT).applyTo(note);
        table = toolkit.createTable(client, SWT.FULL_SELECTION | SWT.V_SCROLL | SWT.H_SCROLL);
        table.setHeaderVisible(true);
        column(Messages.change, 120, SWT.LEFT);
        column(Messages.approvedOn, 110, SWT.LEFT);
        column(Messages.amountColumn, 100, SWT.RIGHT);
        column(Messages.onNoLine, 100, SWT.RIGHT);
        // GTK stretches the last column; one of text takes that.
        column(Messages.title, 200, SWT.LEFT);
        GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, HEIGHT).applyTo(table);
        buttons = toolkit.createComposite(client);
        GridLayoutFactory.fillDefaults().applyTo(buttons);
    }

    /** @return where buttons for the selected change go */
    Composite buttons() {
        return buttons;
    }

    /** @return the change that is selected */
    Optional<Share> selected() {
        int index = table.getSelectionIndex();
        return index < 0 || index >= shares.size() ? Optional.empty() : Optional.of(shares.get(index));
    }

    /**
     * @param changed called when another change is selected
     * @param opened called on a double click or Enter
     */
    void whenSelected(Runnable changed, Runnable opened) {
        table.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> changed.run()));
        table.addSelectionListener(SelectionListener.widgetDefaultSelectedAdapter(event -> opened.run()));
    }

    private void column(String text, int width, int style) {
        TableColumn column = new TableColumn(table, style);
        column.setText(text);
        column.setWidth(width);
    }

    void show(VarianceReport report) {
        ReportFigures figures = ReportFigures.of(report);
        if (report.getCharter() == null) {
            note.setText(Messages.noCharter);
        } else if (report.getCharter().getChangeLog() == null) {
            note.setText(LabelText.paragraph(
                    Messages.bind(Messages.noChangeLog, LabelText.line(FieldFormat.name(report.getCharter())))));
        } else {
            String said = Messages.bind(Messages.changesNote,
                    LabelText.line(FieldFormat.name(report.getCharter().getChangeLog())), Amounts.date(figures.date()));
            note.setText(
                    LabelText
                            .paragraph(Stream
                                    .concat(Stream.of(said),
                                            UndistributedBudget.leftOut(report, figures.date()).entrySet()
                                                    .stream()
                                                    .map(one -> UndistributedBudget.reference(one.getKey()) + ": "
                                                            + one.getValue()))
                                    .collect(Collectors.joining("\n"))));
        }
        note.requestLayout();
        int before = table.getSelectionIndex();
        shares = figures.approvedChanges();
        table.removeAll();
        for (Share share : shares) {
            new TableItem(table, SWT.NONE).setText(new String[]{UndistributedBudget.reference(share.change()),
                    share.approvedOn().map(Amounts::date).orElse(Messages.notAvailable),
                    Amounts.signed(share.cost()), Amounts.whole(share.open()),
                    share.change().getTitle() == null ? "" : share.change().getTitle()});
        }
        table.setSelection(before);
    }
}
