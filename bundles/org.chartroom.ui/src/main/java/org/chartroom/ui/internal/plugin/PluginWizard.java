package org.chartroom.ui.internal.plugin;

import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.chartroom.core.type.ArtifactType;
import org.chartroom.core.type.ArtifactTypes;
import org.chartroom.platform.plugins.InstalledPlugin;
import org.chartroom.plugins.PluginException;
import org.chartroom.plugins.PluginPlan;
import org.chartroom.plugins.Plugins;
import org.chartroom.ui.forms.ArtifactEditor;
import org.chartroom.ui.forms.Notice;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.ui.IWorkbenchWindow;

/** A change of the plug-ins: what to install, then what that would do, and nothing is changed before the user agrees. */
final class PluginWizard extends Wizard {
    private final IWorkbenchWindow window;
    private final Plugins plugins;
    private final Optional<SourcePage> sourcePage;
    private final PlanPage planPage;
    private Optional<PluginPlan> plan = Optional.empty();
    private Optional<String> changed = Optional.empty();
    private boolean restart;

    private PluginWizard(IWorkbenchWindow window, Plugins plugins, String title, boolean fromSource,
            Function<IProgressMonitor, PluginPlan> planning) {
        this.window = window;
        this.plugins = plugins;
        this.sourcePage = fromSource ? Optional.of(new SourcePage(plugins)) : Optional.empty();
        this.planPage = new PlanPage(sourcePage.isPresent() ? this::planInstallation : planning);
        setWindowTitle(title);
        setNeedsProgressMonitor(true);
    }

    static PluginWizard install(IWorkbenchWindow window, Plugins plugins) {
        return new PluginWizard(window, plugins, Messages.installTitle, true, null);
    }

    static PluginWizard update(IWorkbenchWindow window, Plugins plugins, InstalledPlugin plugin) {
        return new PluginWizard(window, plugins, Messages.updateTitle, false,
                monitor -> plugins.planUpdate(plugin.id(), Optional.empty(), false, monitor));
    }

    static PluginWizard remove(IWorkbenchWindow window, Plugins plugins, InstalledPlugin plugin) {
        return new PluginWizard(window, plugins, Messages.removeTitle, false,
                monitor -> plugins.planRemoval(plugin.id()));
    }

    static PluginWizard switchOn(IWorkbenchWindow window, Plugins plugins, InstalledPlugin plugin) {
        return new PluginWizard(window, plugins, Messages.switchOnTitle, false,
                monitor -> plugins.planInstall(plugin.id(), Optional.empty(), monitor));
    }

    private PluginPlan planInstallation(IProgressMonitor monitor) {
        return plugins.planInstall(sourcePage.orElseThrow().source(), sourcePage.orElseThrow().offer(), monitor);
    }

    @Override
    public void addPages() {
        sourcePage.ifPresent(this::addPage);
        addPage(planPage);
    }

    /** The plan that the page shows from now on. */
    void planned(Optional<PluginPlan> newPlan) {
        discard();
        plan = newPlan;
    }

    /** Removes what was copied for a plan that is not carried out. */
    void discard() {
        plan.ifPresent(plugins::discard);
        plan = Optional.empty();
    }

    /** The id of the plug-in that was changed. */
    Optional<String> changed() {
        return changed;
    }

    /** Whether what was done takes effect at the next start. */
    boolean needsRestart() {
        return restart;
    }

    @Override
    public boolean performFinish() {
        PluginPlan agreed = plan.orElseThrow();
        boolean inUse = agreed.kind() != PluginPlan.Kind.INSTALL && isInUse(agreed.plugin());
        try {
            getContainer().run(true, false, monitor -> {
                monitor.beginTask(Messages.changing, IProgressMonitor.UNKNOWN);
                try {
                    restart = !plugins.apply(agreed, !inUse, monitor);
                } catch (PluginException e) {
                    throw new InvocationTargetException(e);
                } finally {
                    monitor.done();
                }
            });
            plan = Optional.empty();
            changed = Optional.of(agreed.plugin().id());
            return true;
        } catch (InvocationTargetException e) {
            if (!(e.getCause() instanceof PluginException)) {
                throw new IllegalStateException(e.getCause());
            }
            ((WizardPage) getContainer().getCurrentPage())
                    .setErrorMessage(Notice.titled(getShell(), e.getCause().getMessage()));
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Whether an editor shows an artifact of a type that would go: it has to be closed first, by a restart. */
    private boolean isInUse(InstalledPlugin plugin) {
        ArtifactTypes types = window.getService(ArtifactTypes.class);
        Set<EClass> going = plugin.types().stream().map(type -> types.byId(type.id())).flatMap(Optional::stream)
                .map(ArtifactType::eClass).collect(Collectors.toSet());
        return Arrays.stream(window.getPages()).flatMap(page -> Arrays.stream(page.getEditorReferences()))
                .map(reference -> reference.getEditor(false)).filter(ArtifactEditor.class::isInstance)
                .anyMatch(editor -> going.contains(((ArtifactEditor) editor).editing().root().eClass()));
    }
}
