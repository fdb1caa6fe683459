package org.chartroom.ui.internal;

import org.chartroom.ui.forms.Notice;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.Platform;
import org.eclipse.swt.program.Program;
import org.eclipse.ui.handlers.HandlerUtil;

/**
 * Opens the log file of the workspace with the program the desktop has for it.
 */
public final class OpenLogHandler extends AbstractHandler {
    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        java.io.File log = Platform.getLogFileLocation().toFile();
        if (!log.exists()) {
            Notice.information(HandlerUtil.getActiveShellChecked(event), Messages.OpenLogHandler_title,
                    Messages.OpenLogHandler_empty);
        } else if (!Program.launch(log.getAbsolutePath())) {
            Notice.information(HandlerUtil.getActiveShellChecked(event), Messages.OpenLogHandler_title,
                    Messages.bind(Messages.OpenLogHandler_noProgram, log));
        }
        return null;
    }
}
