package org.chartroom.ui.forms.chart;

import org.chartroom.model.Element;
import org.chartroom.ui.forms.Colours;
import org.chartroom.ui.forms.LabelText;
import org.chartroom.ui.forms.field.Explanation;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.forms.widgets.FormToolkit;

/** One figure, large, with what it means below it. */
public final class FigureTile {
    private static final int LARGER_BY = 6;

    private final Label figure;
    private final Label caption;

    /**
     * @param parent where it goes; has a grid layout
     * @param toolkit makes the widgets
     * @param captionText what the figure means
     * @param tooltip how it is computed
     */
    public FigureTile(Composite parent, FormToolkit toolkit, String captionText, String tooltip) {
        Composite tile = toolkit.createComposite(parent);
        GridLayoutFactory.fillDefaults().margins(8, 6).spacing(0, 0).applyTo(tile);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(tile);
        figure = toolkit.createLabel(tile, "\u2013");
        Font font = FontDescriptor.createFrom(figure.getFont()).increaseHeight(LARGER_BY).setStyle(SWT.BOLD)
                .createFont(parent.getDisplay());
        figure.setFont(font);
        figure.addDisposeListener(event -> font.dispose());
        figure.setToolTipText(LabelText.tip(tooltip));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(figure);
        caption = toolkit.createLabel(tile, LabelText.label(captionText));
        caption.setForeground(Colours.of(parent).faint());
        caption.setToolTipText(LabelText.tip(tooltip));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(caption);
    }

    /** @param text the figure to show */
    public void show(String text) {
        if (!figure.isDisposed() && !figure.getText().equals(text)) {
            figure.setText(LabelText.label(text));
            figure.requestLayout();
        }
    }

    /** @param text what the figure means, when that depends on the figure */
    public void caption(String text) {
        if (!caption.isDisposed() && !caption.getText().equals(text)) {
            caption.setText(LabelText.label(text));
            caption.requestLayout();
        }
    }

    /**
     * Says how the figure shown now is computed, with its numbers.
     *
     * @param element the element that has it
     * @param feature the derived feature it is
     */
    public void explain(Element element, EStructuralFeature feature) {
        explain(Explanation.of(element, feature));
    }

    /** @param tooltip how the figure shown now is computed */
    public void explain(String tooltip) {
        if (!figure.isDisposed()) {
            figure.setToolTipText(LabelText.tip(tooltip));
            caption.setToolTipText(LabelText.tip(tooltip));
        }
    }
}
