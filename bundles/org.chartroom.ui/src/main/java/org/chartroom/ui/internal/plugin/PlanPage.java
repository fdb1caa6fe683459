package org.chartroom.ui.internal.plugin;

import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.chartroom.plugins.PluginException;
import org.chartroom.plugins.PluginPlan;
import org.chartroom.ui.forms.LabelText;
import org.chartroom.ui.forms.Notice;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** What the change would do: what comes, from whom, with which checksums, and what speaks against it. */
final class PlanPage extends WizardPage {
    private static final int WIDTH = 680;

    private final Function<IProgressMonitor, PluginPlan> planning;
    private PluginDetails details;
    private Label notes;

    PlanPage(Function<IProgressMonitor, PluginPlan> planning) {
        super("plan", Messages.planTitle, null);
        setDescription(Messages.planDescription);
        this.planning = planning;
        setPageComplete(false);
    }

    @Override
    public void createControl(Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().margins(12, 12).spacing(10, 10).applyTo(area);
        details = new PluginDetails(area);
        GridDataFactory.fillDefaults().grab(true, true).hint(WIDTH, 230).applyTo(details.control());
        notes = new Label(area, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT).exclude(true).applyTo(notes);
        setControl(area);
    }

    @Override
    public void setVisible(boolean visible) {
        super.setVisible(visible);
        if (visible) {
            // Later, when the page is there to show the progress.
            getShell().getDisplay().asyncExec(() -> {
                if (!notes.isDisposed()) {
                    plan();
                }
            });
        }
    }

    private void plan() {
        PluginWizard wizard = (PluginWizard) getWizard();
        wizard.planned(Optional.empty());
        setPageComplete(false);
        try {
            PluginPlan[] plan = new PluginPlan[1];
            getContainer().run(true, true, monitor -> {
                monitor.beginTask(Messages.looking, IProgressMonitor.UNKNOWN);
                try {
                    plan[0] = planning.apply(monitor);
                } catch (PluginException e) {
                    throw new InvocationTargetException(e);
                } finally {
                    monitor.done();
                }
            });
            wizard.planned(Optional.of(plan[0]));
            show(plan[0]);
        } catch (InvocationTargetException e) {
            if (!(e.getCause() instanceof PluginException)) {
                throw new IllegalStateException(e.getCause());
            }
            details.show(Optional.empty());
            setErrorMessage(Notice.titled(getShell(), e.getCause().getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void show(PluginPlan plan) {
        details.show(Optional.of(plan.plugin()));
        setErrorMessage(plan.isPossible() ? null : plan.refusals().get(0));
        String name = PluginTexts.nameAndVersion(plan.plugin());
        setMessage(switch (plan.kind()) {
            case INSTALL -> Messages.bind(Messages.wouldInstall, name);
            case UPDATE -> Messages.bind(Messages.wouldUpdate, name, plan.former().orElseThrow().version());
            case REMOVE -> Messages.bind(Messages.wouldRemove, name);
        }, plan.remarks().isEmpty() ? NONE : INFORMATION);
        List<String> remarks = new ArrayList<>();
        // The first one too: the title area shows no more than two lines of it.
        remarks.addAll(plan.refusals());
        remarks.addAll(plan.remarks());
        plan.restart().ifPresent(remarks::add);
        notes.setText(LabelText.paragraph(String.join("\n", remarks)));
        ((GridData) notes.getLayoutData()).exclude = remarks.isEmpty();
        notes.setVisible(!remarks.isEmpty());
        notes.requestLayout();
        setPageComplete(plan.isPossible());
    }
}
