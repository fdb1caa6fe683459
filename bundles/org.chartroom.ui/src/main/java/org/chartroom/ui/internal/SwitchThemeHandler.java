package org.chartroom.ui.internal;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.handlers.RadioState;

/**
 * Shows the workbench in another theme, now and at later starts.
 */
public final class SwitchThemeHandler extends AbstractHandler {
    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        if (HandlerUtil.matchesRadioState(event)) {
            return null;
        }
        String theme = event.getParameter(RadioState.PARAMETER_ID);
        IThemeEngine engine = HandlerUtil.getActiveWorkbenchWindowChecked(event).getService(IThemeEngine.class);
        engine.setTheme(theme, true);
        HandlerUtil.updateRadioState(event.getCommand(), theme);
        return null;
    }
}
