package org.chartroom.ui.internal.workspace;

import java.util.List;

import org.chartroom.core.type.ArtifactType;
import org.chartroom.core.type.ArtifactTypes;
import org.chartroom.core.workspace.ArtifactInfo;
import org.chartroom.core.workspace.Workspace;
import org.chartroom.core.workspace.WorkspaceException;
import org.chartroom.ui.forms.Notice;
import org.chartroom.ui.internal.Messages;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** Asks for type and title of a new artifact. */
public final class NewArtifactWizard extends Wizard {
    private final Workspace workspace;
    private final List<ArtifactType> types;
    private final Page page = new Page();
    private ArtifactInfo created;

    /**
     * @param workspace where it is made
     * @param types the types to choose from
     */
    public NewArtifactWizard(Workspace workspace, ArtifactTypes types) {
        this.workspace = workspace;
        this.types = types.all();
        setWindowTitle(Messages.NewArtifactWizard_title);
    }

    /** @return the artifact that was made */
    public ArtifactInfo created() {
        return created;
    }

    @Override
    public void addPages() {
        addPage(page);
    }

    @Override
    public boolean performFinish() {
        try {
            created = Artifacts.create(workspace, types.get(page.type.getSelectionIndex()),
                    page.title.getText().strip());
            return true;
        } catch (WorkspaceException e) {
            page.setErrorMessage(Notice.titled(getShell(), e.getMessage()));
            return false;
        }
    }

    /** Type and title. */
    private final class Page extends WizardPage {
        private Combo type;
        private Text title;

        Page() {
            super("new", Messages.NewArtifactWizard_title, null);
            setDescription(Messages.NewArtifactWizard_description);
        }

        @Override
        public void createControl(Composite parent) {
            Composite area = new Composite(parent, SWT.NONE);
            GridLayoutFactory.swtDefaults().numColumns(2).margins(12, 12).spacing(10, 8).applyTo(area);
            new Label(area, SWT.NONE).setText(Messages.NewArtifactWizard_type);
            type = new Combo(area, SWT.READ_ONLY);
            types.forEach(one -> type.add(one.name()));
            type.select(0);
            type.addListener(SWT.Selection, event -> update());
            GridDataFactory.fillDefaults().grab(true, false).applyTo(type);
            new Label(area, SWT.NONE).setText(Messages.NewArtifactWizard_name);
            title = new Text(area, SWT.BORDER);
            title.addListener(SWT.Modify, event -> update());
            GridDataFactory.fillDefaults().grab(true, false).applyTo(title);
            setControl(area);
            title.setFocus();
            update();
        }

        private void update() {
            boolean typed = !title.getText().isBlank();
            setMessage(type.getSelectionIndex() < 0 ? null : types.get(type.getSelectionIndex()).description());
            setPageComplete(typed && type.getSelectionIndex() >= 0 && !workspace.isReadOnly());
        }
    }
}
