package org.chartroom.ui.internal;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/**
 * What a view shows while it has nothing to show: what would be here, and what to do about it.
 */
public final class EmptyState {
    private EmptyState() {
    }

    /**
     * @param parent where it goes
     * @param title what is not there
     * @param whatToDo how to get it
     * @return the widget
     */
    public static Composite create(Composite parent, String title, String whatToDo) {
        Composite area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().margins(16, 24).spacing(8, 8).applyTo(area);
        Label heading = new Label(area, SWT.WRAP);
        heading.setText(title);
        heading.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
        GridDataFactory.fillDefaults().grab(true, false).hint(160, SWT.DEFAULT).applyTo(heading);
        Label text = new Label(area, SWT.WRAP);
        text.setText(whatToDo);
        GridDataFactory.fillDefaults().grab(true, false).hint(160, SWT.DEFAULT).applyTo(text);
        return area;
    }
}
