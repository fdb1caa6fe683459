package org.chartroom.vendor.ui;

import org.chartroom.model.vendor.VendorScorecard;
import org.chartroom.ui.forms.ArtifactEditor;
import org.eclipse.ui.PartInitException;

/** The editor of a vendor scorecard. */
public final class VendorEditor extends ArtifactEditor {
    /** Id of the editor. */
    public static final String ID = "org.chartroom.vendor.editor";

    @Override
    protected void addArtifactPages() throws PartInitException {
        addPage(new OverviewPage(this));
        addPage(new MetricsPage(this));
        addPage(new TrendsPage(this));
        addPage(new RankingPage(this));
        addPage(new RenewalsPage(this));
    }

    VendorScorecard scorecard() {
        return (VendorScorecard) editing().artifact();
    }
}
