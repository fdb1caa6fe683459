package org.chartroom.vendor.ui;

import java.util.Comparator;
import java.util.List;

import org.chartroom.model.vendor.VendorScorecard;
import org.chartroom.ui.forms.StandingsPage;
import org.chartroom.ui.forms.chart.ChartView;
import org.chartroom.ui.forms.field.FieldFormat;
import org.chartroom.vendor.report.Standing;
import org.chartroom.vendor.report.VendorCharts;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.forms.IManagedForm;

/** When notice has to be given on which contract. */
final class RenewalsPage extends StandingsPage<Standing> {
    static final String ID = "renewals";

    private final FieldFormat format = FieldFormat.current();
    private TableViewer table;
    private Label note;
    private ChartView calendar;

    RenewalsPage(VendorEditor editor) {
        super(editor, ID, Messages.renewals, artifact -> Standing.of((VendorScorecard) artifact));
    }

    @Override
    protected void createContent(IManagedForm managedForm) {
        Composite body = managedForm.getForm().getBody();
        managedForm.getForm().setText(Messages.renewals);
        GridLayoutFactory.swtDefaults().margins(14, 10).spacing(0, 10).applyTo(body);
        note = managedForm.getToolkit().createLabel(body, Messages.renewalsNote);
        calendar = new ChartView(body);
        GridDataFactory.fillDefaults().grab(true, true).hint(520, 200).applyTo(calendar);
        table = createTable(body);
        column(Messages.noticeBy, 130, SWT.LEFT, standing -> format.text(null, standing.noticeDeadline()));
        column(Messages.daysLeft, 90, SWT.RIGHT, standing -> String.valueOf(standing.daysToNotice()));
        column(Messages.state, 130, SWT.LEFT, RenewalsPage::state);
        column(Messages.vendor, 260, SWT.LEFT, Standing::vendor);
        column(Messages.key, 90, SWT.LEFT, Standing::key);
        column(Messages.contractEnds, 130, SWT.LEFT, standing -> format.text(null, standing.contractEnd()));
        column(Messages.then, 130, SWT.LEFT, standing -> standing.autoRenew() ? Messages.renews : Messages.ends);
        column(Messages.annualValue, 150, SWT.RIGHT, standing -> format.text(null, standing.annualValue()));
        filler();
        openOnDoubleClick(Standing::id);
    }

    private static String state(Standing standing) {
        if (standing.daysToNotice() < 0) {
            return Messages.noticePassed;
        }
        return standing.daysToNotice() <= VendorCharts.SOON ? Messages.noticeSoon : "";
    }

    @Override
    protected void show(List<Standing> standings) {
        List<Standing> known = standings.stream().filter(standing -> standing.noticeDeadline() != null)
                .sorted(Comparator.comparing(Standing::noticeDeadline)).toList();
        table.setInput(known);
        VendorCharts.renewals(known, editing().session().evaluation().today()).ifPresentOrElse(calendar::show,
                () -> calendar.showEmpty(Messages.noContract));
        note.setText(known.isEmpty() ? "" : Messages.renewalsNote);
        note.requestLayout();
    }
}
