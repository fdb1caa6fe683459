package org.chartroom.ui.internal;

import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.application.ActionBarAdvisor;
import org.eclipse.ui.application.IActionBarConfigurer;

/**
 * Menus and tool bars are contributions in plugin.xml. Only those workbench actions are made here that have no default
 * handler: an editor or a view retargets them to its own.
 */
final class ChartroomActionBarAdvisor extends ActionBarAdvisor {
    ChartroomActionBarAdvisor(IActionBarConfigurer configurer) {
        super(configurer);
    }

    @Override
    protected void makeActions(IWorkbenchWindow window) {
        for (ActionFactory factory : new ActionFactory[]{ActionFactory.UNDO, ActionFactory.REDO, ActionFactory.CUT,
                ActionFactory.COPY, ActionFactory.PASTE, ActionFactory.DELETE, ActionFactory.SELECT_ALL,
                ActionFactory.FIND, ActionFactory.PREFERENCES, ActionFactory.ABOUT}) {
            register(factory.create(window));
        }
    }
}
