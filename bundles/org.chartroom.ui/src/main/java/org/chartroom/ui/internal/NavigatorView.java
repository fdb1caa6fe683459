package org.chartroom.ui.internal;

import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.part.ViewPart;

/**
 * The artifacts of the workspace.
 */
public final class NavigatorView extends ViewPart {
    private Composite content;

    @Override
    public void createPartControl(Composite parent) {
        content = EmptyState.create(parent, Messages.NavigatorView_emptyTitle, Messages.NavigatorView_emptyText);
    }

    @Override
    public void setFocus() {
        content.setFocus();
    }
}
