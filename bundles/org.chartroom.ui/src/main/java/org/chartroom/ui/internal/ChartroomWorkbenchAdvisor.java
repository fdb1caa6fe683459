package org.chartroom.ui.internal;

import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.chartroom.ui.forms.Notice;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.chartroom.core.workspace.Workspace;
import org.chartroom.plugins.Plugins;
import org.chartroom.model.ModelPackage;
import org.chartroom.ui.forms.ArtifactEditor;
import org.chartroom.ui.forms.ArtifactOpening;
import org.chartroom.ui.internal.workspace.Artifacts;
import org.eclipse.core.runtime.ILog;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.application.IWorkbenchConfigurer;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchAdvisor;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;
import org.osgi.framework.FrameworkUtil;

/**
 * What Chartroom wants of the workbench: one perspective, and the window as it was left.
 */
final class ChartroomWorkbenchAdvisor extends WorkbenchAdvisor {
    private final WorkbenchArguments arguments;
    private final Splash splash;
    private Screenshot screenshot;

    ChartroomWorkbenchAdvisor(WorkbenchArguments arguments, Splash splash) {
        this.arguments = arguments;
        this.splash = splash;
    }

    @Override
    public void initialize(IWorkbenchConfigurer configurer) {
        super.initialize(configurer);
        configurer.setSaveAndRestore(true);
    }

    @Override
    public WorkbenchWindowAdvisor createWorkbenchWindowAdvisor(IWorkbenchWindowConfigurer configurer) {
        return new ChartroomWindowAdvisor(configurer);
    }

    @Override
    public String getInitialWindowPerspectiveId() {
        return ChartroomPerspective.ID;
    }

    @Override
    public void postStartup() {
        splash.close();
        tellThatItRuns();
        if (arguments.theme() != null) {
            IWorkbenchWindow window = PlatformUI.getWorkbench().getWorkbenchWindows()[0];
            window.getService(IThemeEngine.class).setTheme(Themes.idOf(arguments.theme()), false);
        }
        if (arguments.open() != null) {
            openArtifact(arguments.open().split("/", 2));
        }
        if (arguments.screenshot() != null) {
            screenshot = new Screenshot(arguments.screenshot());
        } else {
            // Later, when the window is there: what has to be known about the workspace, for example that it is damaged.
            Display.getCurrent().asyncExec(ChartroomWorkbenchAdvisor::showWarnings);
        }
    }

    /** The launcher waits for this before it takes the start for one that succeeded. */
    private static void tellThatItRuns() {
        FrameworkUtil.getBundle(ChartroomWorkbenchAdvisor.class).getBundleContext().registerService(Runnable.class,
                () -> {
                    // Nothing to run: that it is there says it.
                }, new Hashtable<>(Map.of("org.chartroom.application.running", true)));
    }

    private static void showWarnings() {
        IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        if (window == null) {
            return;
        }
        List<String> warnings = new ArrayList<>(window.getService(Workspace.class).warnings());
        Plugins plugins = window.getService(Plugins.class);
        plugins.notice().ifPresent(warnings::add);
        if (!warnings.isEmpty()) {
            Notice.warning(window.getShell(), Messages.ChartroomWorkbenchAdvisor_warnings,
                    String.join("\n\n", warnings));
            plugins.forgetNotice();
        }
    }

    private static void openArtifact(String[] keyAndPage) {
        IWorkbenchWindow window = PlatformUI.getWorkbench().getWorkbenchWindows()[0];
        Workspace workspace = window.getService(Workspace.class);
        if (WorkbenchArguments.DIRECTORY.equals(keyAndPage[0])) {
            openDirectory(window, workspace, keyAndPage);
            return;
        }
        workspace.find(keyAndPage[0]).ifPresentOrElse(artifact -> {
            try {
                IEditorPart editor = Artifacts.open(window.getActivePage(), workspace, artifact);
                if (keyAndPage.length > 1 && editor instanceof ArtifactEditor pages) {
                    pages.setActivePage(keyAndPage[1]);
                }
            } catch (PartInitException e) {
                ILog.get().error(e.getMessage(), e);
            }
        }, () -> ILog.get().warn(Messages.bind(Messages.ChartroomWorkbenchAdvisor_noArtifact, keyAndPage[0])));
    }

    private static void openDirectory(IWorkbenchWindow window, Workspace workspace, String[] keyAndPage) {
        EStructuralFeature list = keyAndPage.length < 2
                ? null
                : ModelPackage.Literals.DIRECTORY.getEStructuralFeature(keyAndPage[1]);
        try {
            ArtifactOpening.openDirectory(window.getActivePage(), workspace, Optional.empty(), (EReference) list);
        } catch (PartInitException e) {
            ILog.get().error(e.getMessage(), e);
        }
    }

    @Override
    public void eventLoopIdle(Display display) {
        if (screenshot != null) {
            screenshot.idle(display);
        }
        super.eventLoopIdle(display);
    }
}
