package org.chartroom.ui.forms.general;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.chartroom.chart.Chart;
import org.chartroom.chart.ModelCharts;
import org.chartroom.core.type.ModelChart;
import org.chartroom.ui.forms.ArtifactEditor;
import org.chartroom.ui.forms.ArtifactPage;
import org.chartroom.ui.forms.chart.ChartView;
import org.chartroom.ui.forms.internal.Messages;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.forms.IManagedForm;

/** The charts that the model of an artifact says in annotations. */
public final class ChartsPage extends ArtifactPage {
    /** Id of the page. */
    public static final String ID = "charts";
    private static final int HEIGHT = 320;

    private final List<ModelChart> charts;
    private final List<ChartView> views = new ArrayList<>();

    /**
     * @param editor the editor
     * @param charts the charts; at least one
     */
    public ChartsPage(ArtifactEditor editor, List<ModelChart> charts) {
        super(editor, ID, Messages.charts);
        this.charts = List.copyOf(charts);
    }

    @Override
    protected void createContent(IManagedForm form) {
        Composite body = form.getForm().getBody();
        form.getForm().setText(Messages.charts);
        GridLayoutFactory.swtDefaults().margins(14, 12).spacing(0, 12).applyTo(body);
        for (ModelChart chart : charts) {
            Composite client = section(body, chart.title(), 1);
            ChartView view = new ChartView(client);
            GridDataFactory.fillDefaults().grab(true, false).hint(400, HEIGHT).applyTo(view);
            views.add(view);
        }
    }

    @Override
    public void changed() {
        for (int i = 0; i < charts.size(); i++) {
            Optional<Chart> picture = ModelCharts.of(charts.get(i), editing().artifact(),
                    editing().session().evaluation());
            if (picture.isPresent()) {
                views.get(i).show(picture.get());
            } else {
                views.get(i).showEmpty(Messages.nothingToDraw);
            }
        }
    }

    @Override
    public void reloaded() {
        changed();
    }
}
