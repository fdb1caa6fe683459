package org.chartroom.variance.ui;

import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.chartroom.model.variance.VarianceReport;
import org.chartroom.ui.forms.field.FieldFormat;
import org.chartroom.variance.ReportFigures;
import org.chartroom.variance.UndistributedBudget;
import org.chartroom.variance.UndistributedBudget.Share;
import org.chartroom.variance.report.Amounts;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
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
            note.setText(Messages.bind(Messages.noChangeLog, FieldFormat.name(report.getCharter())));
        } else {
            String said = Messages.bind(Messages.changesNote,
                    FieldFormat.name(report.getCharter().getChangeLog()), Amounts.date(figures.date()));
            note.setText(Stream.concat(Stream.of(said), UndistributedBudget.leftOut(report, figures.date()).entrySet()
                    .stream().map(one -> UndistributedBudget.reference(one.getKey()) + ": " + one.getValue()))
                    .collect(Collectors.joining("\n")));
        }
        note.requestLayout();
        table.removeAll();
        for (Share share : figures.approvedChanges()) {
            new TableItem(table, SWT.NONE).setText(new String[]{UndistributedBudget.reference(share.change()),
                    share.approvedOn().map(Amounts::date).orElse(Messages.notAvailable),
                    Amounts.signed(share.cost()), Amounts.whole(share.open()),
                    share.change().getTitle() == null ? "" : share.change().getTitle()});
        }
    }
}
