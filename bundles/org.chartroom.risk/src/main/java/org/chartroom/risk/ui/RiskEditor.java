package org.chartroom.risk.ui;

import java.util.Optional;

import org.chartroom.model.risk.RiskRegister;
import org.chartroom.ui.forms.ArtifactEditor;
import org.eclipse.ui.PartInitException;

/** The editor of a risk register. */
public final class RiskEditor extends ArtifactEditor {
    /** Id of the editor. */
    public static final String ID = "org.chartroom.risk.editor";

    private RisksPage risks;

    @Override
    protected void addArtifactPages() throws PartInitException {
        risks = new RisksPage(this);
        addPage(new OverviewPage(this));
        addPage(risks);
        addPage(new HeatMapPage(this));
        addPage(new SimulationPage(this));
        addPage(new ActionsPage(this));
        addPage(new ScalesPage(this));
    }

    RiskRegister register() {
        return (RiskRegister) editing().artifact();
    }

    /** Shows the risks page with only some of the risks; empty shows all again. */
    void showRisks(Optional<RiskFilter> filter) {
        setActivePage(RisksPage.ID);
        risks.show(filter);
    }
}
