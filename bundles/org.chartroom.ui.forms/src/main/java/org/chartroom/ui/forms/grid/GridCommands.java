package org.chartroom.ui.forms.grid;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.expressions.EvaluationResult;
import org.eclipse.core.expressions.Expression;
import org.eclipse.core.expressions.ExpressionInfo;
import org.eclipse.core.expressions.IEvaluationContext;
import org.eclipse.ui.ISources;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.services.IServiceLocator;
import org.eclipse.ui.swt.IFocusService;

/** Makes the commands of the Edit menu work on a grid while it has the focus. */
public final class GridCommands {
    private GridCommands() {
    }

    /**
     * @param site site of the part the grid is in
     * @param grid the grid
     * @param id id of the grid's control, unique in the workbench
     */
    public static void install(IServiceLocator site, ItemGrid grid, String id) {
        site.getService(IFocusService.class).addFocusTracker(grid.control(), id);
        activate(site, id, IWorkbenchCommandConstants.EDIT_COPY, grid::copy);
        activate(site, id, IWorkbenchCommandConstants.EDIT_PASTE, grid::paste);
        activate(site, id, IWorkbenchCommandConstants.EDIT_CUT, () -> {
            grid.copy();
            grid.clear();
        });
        activate(site, id, IWorkbenchCommandConstants.EDIT_DELETE, grid::clear);
        activate(site, id, IWorkbenchCommandConstants.EDIT_SELECT_ALL, grid::selectAll);
        activate(site, id, IWorkbenchCommandConstants.EDIT_FIND_AND_REPLACE, grid::findAndReplace);
    }

    private static void activate(IServiceLocator site, String id, String command, Runnable action) {
        site.getService(IHandlerService.class).activateHandler(command, new AbstractHandler() {
            @Override
            public Object execute(ExecutionEvent event) {
                action.run();
                return null;
            }
        }, new FocusExpression(id));
    }

    /** Holds while the control of an id has the focus. */
    private static final class FocusExpression extends Expression {
        private final String id;

        FocusExpression(String id) {
            this.id = id;
        }

        @Override
        public void collectExpressionInfo(ExpressionInfo info) {
            info.addVariableNameAccess(ISources.ACTIVE_FOCUS_CONTROL_ID_NAME);
        }

        @Override
        public EvaluationResult evaluate(IEvaluationContext context) {
            return EvaluationResult.valueOf(id.equals(context.getVariable(ISources.ACTIVE_FOCUS_CONTROL_ID_NAME)));
        }
    }
}
