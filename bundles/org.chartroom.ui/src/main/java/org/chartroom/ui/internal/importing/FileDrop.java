package org.chartroom.ui.internal.importing;

import java.nio.file.Path;

import org.chartroom.core.workspace.Workspace;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.DropTargetAdapter;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IWorkbenchWindow;

/** Takes files that are dragged onto a part of the window: each is offered in the import wizard, one after the other. */
public final class FileDrop extends DropTargetAdapter {
    private final IWorkbenchWindow window;

    private FileDrop(IWorkbenchWindow window) {
        this.window = window;
    }

    /**
     * @param control where files can be dropped
     * @param window its window
     */
    public static void accept(Control control, IWorkbenchWindow window) {
        DropTarget target = new DropTarget(control, DND.DROP_COPY | DND.DROP_MOVE | DND.DROP_DEFAULT);
        target.setTransfer(FileTransfer.getInstance());
        target.addDropListener(new FileDrop(window));
    }

    @Override
    public void dragEnter(DropTargetEvent event) {
        event.detail = window.getService(Workspace.class).isReadOnly() ? DND.DROP_NONE : DND.DROP_COPY;
    }

    @Override
    public void drop(DropTargetEvent event) {
        if (event.data instanceof String[] files) {
            // Whoever drags waits until the drop ends, and a wizard takes its time.
            window.getShell().getDisplay().asyncExec(() -> {
                for (String file : files) {
                    ImportHandler.open(window, Path.of(file));
                }
            });
        }
    }
}
