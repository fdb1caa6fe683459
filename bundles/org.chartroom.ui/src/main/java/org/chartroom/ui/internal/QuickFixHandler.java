package org.chartroom.ui.internal;

import java.util.List;

import org.chartroom.core.check.Finding;
import org.chartroom.core.check.QuickFix;
import org.chartroom.model.Element;
import org.chartroom.ui.forms.ArtifactEditing;
import org.chartroom.ui.forms.ArtifactEditor;
import org.chartroom.ui.forms.LabelText;
import org.chartroom.ui.forms.field.FieldFormat;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.handlers.HandlerUtil;

/** Offers, as a menu at the control with the focus, what mends the findings of the element that is selected in the editor. */
public final class QuickFixHandler extends AbstractHandler {
    /** The menu covers neither the left nor the upper edge of what it belongs to. */
    private static final int OFFSET = 24;

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        if (HandlerUtil.getActiveEditor(event) instanceof ArtifactEditor editor) {
            offer(HandlerUtil.getActiveShellChecked(event), editor);
        }
        return null;
    }

    private static void offer(Shell shell, ArtifactEditor editor) {
        Element selected = editor.selected();
        MenuManager fixes = new MenuManager();
        editor.editing().findings(selected).forEach(finding -> fill(fixes, finding, editor.editing()));
        if (fixes.isEmpty()) {
            Action nothing = new Action(
                    LabelText.action(Messages.bind(Messages.QuickFixHandler_none, FieldFormat.name(selected)))) {
            };
            nothing.setEnabled(false);
            fixes.add(nothing);
        }
        Control focus = shell.getDisplay().getFocusControl();
        Menu menu = fixes.createContextMenu(focus == null ? shell : focus);
        menu.addListener(SWT.Hide, event -> shell.getDisplay().asyncExec(fixes::dispose));
        Point place = (focus == null ? shell : focus).toDisplay(OFFSET, OFFSET);
        menu.setLocation(place);
        menu.setVisible(true);
    }

    /**
     * Adds what mends a finding to a menu.
     *
     * @param menu the menu
     * @param finding what was found
     * @param editing the artifact it was found in
     */
    static void fill(IMenuManager menu, Finding finding, ArtifactEditing editing) {
        List<QuickFix> fixes = finding.fixes();
        if (!menu.isEmpty() && !fixes.isEmpty()) {
            menu.add(new Separator());
        }
        fixes.forEach(fix -> {
            Action action = new Action(LabelText.action(fix.label())) {
                @Override
                public void run() {
                    editing.execute(fix.command().apply(editing.domain()));
                }
            };
            action.setEnabled(!editing.isReadOnly());
            menu.add(action);
        });
    }
}
