package org.chartroom.ui.internal;

import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.part.ViewPart;

/**
 * What the checks found in the artifacts of the workspace.
 */
public final class FindingsView extends ViewPart {
    private Composite content;

    @Override
    public void createPartControl(Composite parent) {
        content = EmptyState.create(parent, Messages.FindingsView_emptyTitle, Messages.FindingsView_emptyText);
    }

    @Override
    public void setFocus() {
        content.setFocus();
    }
}
