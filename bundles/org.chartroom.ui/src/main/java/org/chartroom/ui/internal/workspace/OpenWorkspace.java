package org.chartroom.ui.internal.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.chartroom.core.type.ArtifactTypes;
import org.chartroom.core.workspace.OpenMode;
import org.chartroom.core.workspace.PasswordPrompt;
import org.chartroom.core.workspace.Workspace;
import org.chartroom.core.workspace.WorkspaceException;
import org.chartroom.core.workspace.Workspaces;
import org.chartroom.exchange.sample.SamplePortfolio;
import org.chartroom.ui.forms.Notice;
import org.chartroom.ui.internal.Messages;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Display;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.util.tracker.ServiceTracker;

/**
 * The workspace of this run of the workbench. While it is open it is an OSGi service, so views and wizards find it
 * through their site.
 */
public final class OpenWorkspace implements AutoCloseable {
    private static final long SERVICE_WAIT_MS = 10_000;

    private final Workspace workspace;
    private final BundleContext context;
    private final WorkspacePassword password;
    private final ServiceRegistration<Workspace> registration;

    private OpenWorkspace(Workspace workspace, WorkspacePassword password, BundleContext context) {
        this.workspace = workspace;
        this.context = context;
        this.password = password;
        this.registration = context.registerService(Workspace.class, workspace, null);
    }

    /**
     * Opens the workspace the launcher was told of; when another process holds it, asks whether to open it for reading.
     * A new one gets the sample portfolio when that is wanted.
     *
     * @param display for questions
     * @param sample whether the sample was asked for on the command line
     * @return the open workspace; empty when it can't be opened, and the user knows why
     */
    public static Optional<OpenWorkspace> open(Display display, boolean sample) {
        BundleContext context = FrameworkUtil.getBundle(OpenWorkspace.class).getBundleContext();
        Path folder = Path.of(context.getProperty("org.chartroom.workspace"));
        WorkspacePassword password = new WorkspacePassword(display);
        // As long as the process: a backup may want another password, and the last change comes after the workbench.
        context.registerService(new String[]{PasswordPrompt.class.getName(), WorkspacePassword.class.getName()},
                password,
                null);
        ServiceTracker<Workspaces, Workspaces> tracker = new ServiceTracker<>(context, Workspaces.class, null);
        tracker.open();
        try {
            Workspaces workspaces = tracker.waitForService(SERVICE_WAIT_MS);
            if (workspaces == null) {
                throw new WorkspaceException(WorkspaceException.Kind.FAILED, Messages.OpenWorkspace_noStore);
            }
            Workspace workspace = open(workspaces, folder, display);
            if (workspace == null) {
                return Optional.empty();
            }
            if (!workspace.isReadOnly() && workspace.artifacts().isEmpty() && sample) {
                ArtifactTypes types = context.getService(context.getServiceReference(ArtifactTypes.class));
                SamplePortfolio.loadIntoNew(workspace, types.all());
            }
            return Optional.of(new OpenWorkspace(workspace, password, context));
        } catch (WorkspaceException e) {
            ILog.get().error(e.getMessage(), e);
            System.err.println("chartroom: " + e.getMessage());
            // Who gave up when asked for a password knows why.
            if (e.kind() != WorkspaceException.Kind.PASSWORD || !password.isCancelled()) {
                WorkspacePassword.aboveAll(display, shell -> {
                    Notice.error(shell, Messages.OpenWorkspace_title, e.getMessage());
                    return null;
                });
            }
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            tracker.close();
        }
    }

    private static Workspace open(Workspaces workspaces, Path folder, Display display) {
        String author = System.getProperty("user.name");
        try {
            return workspaces.open(folder, OpenMode.CREATE, author);
        } catch (WorkspaceException e) {
            boolean readable = e.kind() == WorkspaceException.Kind.BUSY
                    || e.kind() == WorkspaceException.Kind.UNWRITABLE;
            if (!readable) {
                throw e;
            }
            Integer answer = WorkspacePassword.aboveAll(display,
                    shell -> Notice.open(MessageDialog.QUESTION, shell, Messages.OpenWorkspace_title,
                            e.getMessage(), Messages.OpenWorkspace_readOnly, IDialogConstants.CANCEL_LABEL));
            return answer == 0 ? workspaces.open(folder, OpenMode.READ_ONLY, author) : null;
        }
    }

    /** Leaves the next start a note of the folder, which *Save Workspace As* may have changed. */
    public void goOnHere() {
        String note = context.getProperty("org.chartroom.restart.note");
        if (note == null) {
            return;
        }
        try {
            Files.writeString(Path.of(note), workspace.folder().toString());
        } catch (IOException e) {
            String text = Messages.bind(Messages.OpenWorkspace_noNote, note, workspace.folder());
            ILog.get().error(text, e);
            System.err.println("chartroom: " + text);
        }
    }

    @Override
    public void close() {
        registration.unregister();
        workspace.close();
        password.apply(context.getService(context.getServiceReference(Workspaces.class)));
    }
}
