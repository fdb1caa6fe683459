package org.chartroom.ui.internal.directory;

import java.util.List;

import org.chartroom.model.ModelPackage.Literals;
import org.chartroom.ui.forms.ArtifactEditor;
import org.chartroom.ui.internal.Messages;
import org.eclipse.ui.PartInitException;

/** The editor of the directory of a workspace: a page for each of its lists. */
public final class DirectoryEditor extends ArtifactEditor {
    @Override
    protected void addArtifactPages() throws PartInitException {
        addPage(new DirectoryPage(this, Literals.DIRECTORY__PEOPLE, Messages.DirectoryEditor_people,
                List.of(Literals.PERSON__ORGANISATION, Literals.PERSON__ROLE)));
        addPage(new DirectoryPage(this, Literals.DIRECTORY__PROJECTS, Messages.DirectoryEditor_projects,
                List.of(Literals.PROJECT__PORTFOLIO)));
        addPage(new DirectoryPage(this, Literals.DIRECTORY__VENDORS, Messages.DirectoryEditor_vendors, List.of()));
        addPage(new DirectoryPage(this, Literals.DIRECTORY__OBJECTIVES, Messages.DirectoryEditor_objectives,
                List.of()));
        addPage(new DirectoryPage(this, Literals.DIRECTORY__RATES, Messages.DirectoryEditor_rates,
                List.of(Literals.EXCHANGE_RATE__FROM_CURRENCY, Literals.EXCHANGE_RATE__TO_CURRENCY)));
        addPage(new DirectoryPage(this, Literals.DIRECTORY__CHECKS, Messages.DirectoryEditor_checks,
                List.of(Literals.CHECK_SETTING__SEVERITY)));
    }
}
