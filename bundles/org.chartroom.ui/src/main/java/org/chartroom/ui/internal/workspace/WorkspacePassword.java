package org.chartroom.ui.internal.workspace;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.chartroom.core.files.OutputFiles;
import org.chartroom.core.workspace.PasswordPrompt;
import org.chartroom.core.workspace.WorkspaceException;
import org.chartroom.core.workspace.Workspaces;
import org.chartroom.ui.forms.Notice;
import org.chartroom.ui.internal.Messages;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.dialogs.ProgressMonitorDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;

/**
 * The password of the workspace of this run: asks for it, and changes it when the workbench has closed the workspace, because
 * that writes all of its files anew.
 */
public final class WorkspacePassword implements PasswordPrompt {
    private final Display display;
    private boolean asked;
    private boolean cancelled;
    private Plan plan;

    /** What is to be done once the workspace is closed; the passwords are overwritten then. */
    private record Plan(Path folder, Optional<char[]> present, Optional<char[]> password) {
    }

    /** @param display where to ask */
    public WorkspacePassword(Display display) {
        this.display = display;
    }

    @Override
    public Optional<char[]> ask(Path folder, int attempt) {
        if (plan != null && plan.present.isPresent() && attempt == 1) {
            return plan.present.map(char[]::clone);
        }
        Function<Shell, Optional<char[]>> question = parent -> PasswordDialog.ask(parent, folder, attempt > 1);
        Object[] answer = new Object[1];
        display.syncExec(() -> {
            Shell active = display.getActiveShell();
            answer[0] = active != null && active.isVisible() && !active.getText().isEmpty()
                    ? question.apply(active)
                    : aboveAll(display, question);
        });
        @SuppressWarnings("unchecked")
        Optional<char[]> password = (Optional<char[]>) answer[0];
        asked = true;
        cancelled = password.isEmpty();
        return password;
    }

    /** @return whether a password was asked for: the workspace has one */
    boolean isProtected() {
        return asked;
    }

    /** @return whether the user gave up when asked last */
    boolean isCancelled() {
        return cancelled;
    }

    /**
     * Asks something while there is no window of the workbench. The splash, which lies above all windows, is hidden.
     *
     * @param display where to ask
     * @param question asks, in a window that belongs to the given one
     * @return the answer
     */
    static <T> T aboveAll(Display display, Function<Shell, T> question) {
        Shell[] hidden = Arrays.stream(display.getShells()).filter(Shell::isVisible).toArray(Shell[]::new);
        Shell shell = new Shell(display, SWT.ON_TOP);
        // Never seen; dialogs are in the middle of what they belong to.
        shell.setBounds(display.getPrimaryMonitor().getClientArea());
        try {
            Arrays.stream(hidden).forEach(each -> each.setVisible(false));
            return question.apply(shell);
        } finally {
            shell.dispose();
            Arrays.stream(hidden).filter(each -> !each.isDisposed()).forEach(each -> each.setVisible(true));
        }
    }

    /**
     * @param folder the folder of the workspace
     * @param present the present password; empty when there is none
     * @param password the new one; empty for none
     */
    void plan(Path folder, Optional<char[]> present, Optional<char[]> password) {
        forget();
        plan = new Plan(folder, present, password);
    }

    /** Does nothing when the workspace is closed. */
    void forget() {
        if (plan != null) {
            plan.present.ifPresent(characters -> Arrays.fill(characters, '\0'));
            plan.password.ifPresent(characters -> Arrays.fill(characters, '\0'));
            plan = null;
        }
    }

    /**
     * Does what was planned, with progress; tells when it fails.
     *
     * @param workspaces changes passwords
     */
    void apply(Workspaces workspaces) {
        if (plan == null) {
            return;
        }
        Plan planned = plan;
        try {
            aboveAll(display, shell -> {
                if (run(shell, () -> workspaces.protect(planned.folder, planned.password.map(char[]::clone)))
                        && planned.password.isPresent()) {
                    sayBesides(shell, planned.folder);
                }
                return null;
            });
        } finally {
            forget();
        }
    }

    /** Says what lies in the folder and is not encrypted. */
    private static void sayBesides(Shell shell, Path folder) {
        try {
            List<String> besides = OutputFiles.besides(folder);
            if (!besides.isEmpty()) {
                Notice.information(shell, Messages.NewPasswordDialog_title,
                        Messages.bind(Messages.NewPasswordDialog_besides, String.join(", ", besides)));
            }
        } catch (IOException e) {
            ILog.get().error(e.getMessage(), e);
            Notice.error(shell, Messages.NewPasswordDialog_title,
                    Messages.bind(Messages.NewPasswordDialog_besidesUnread, folder));
        }
    }

    /** @return whether it was changed */
    private static boolean run(Shell shell, Runnable change) {
        try {
            new ProgressMonitorDialog(shell).run(true, false, monitor -> {
                monitor.beginTask(Messages.WorkspacePassword_changing, IProgressMonitor.UNKNOWN);
                try {
                    change.run();
                } catch (WorkspaceException e) {
                    throw new InvocationTargetException(e);
                } finally {
                    monitor.done();
                }
            });
            return true;
        } catch (InvocationTargetException e) {
            if (!(e.getCause() instanceof WorkspaceException)) {
                throw new IllegalStateException(e.getCause());
            }
            ILog.get().error(e.getCause().getMessage(), e.getCause());
            Notice.error(shell, Messages.NewPasswordDialog_title, e.getCause().getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }
}
