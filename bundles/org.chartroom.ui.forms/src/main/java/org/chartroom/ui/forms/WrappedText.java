package org.chartroom.ui.forms;

import java.util.function.Consumer;

import org.chartroom.ui.forms.internal.Messages;
import org.eclipse.swt.events.VerifyEvent;
import org.eclipse.swt.widgets.Text;

/**
 * Keeps texts that a wrapped field can't lay out in a time that people wait for out of it: those that are
 * {@linkplain LabelText#isUnbroken unbroken}.
 */
public final class WrappedText {
    private final Text text;
    private final Consumer<String> refused;
    private final boolean editable;
    private boolean showing;
    private boolean inPieces;

    /**
     * @param text a field that wraps
     * @param refused takes why what was typed or pasted is not taken over; the field stays as it is then
     */
    public WrappedText(Text text, Consumer<String> refused) {
        this.text = text;
        this.refused = refused;
        this.editable = text.getEditable();
        text.addVerifyListener(this::verify);
    }

    /**
     * Shows a text: as it is, or in pieces that can't be edited.
     *
     * @param value the text
     * @return what is to be said of how it is shown; null for nothing
     */
    public String show(String value) {
        inPieces = LabelText.isUnbroken(value);
        text.setEditable(editable && !inPieces);
        showing = true;
        try {
            text.setText(inPieces ? LabelText.pieces(value) : value);
        } finally {
            showing = false;
        }
        return inPieces ? Messages.bind(Messages.shownInPieces, value.length()) : null;
    }

    /** @return whether what is shown is in pieces, so that it is not what is stored */
    public boolean isInPieces() {
        return inPieces;
    }

    private void verify(VerifyEvent event) {
        if (showing || inPieces || event.text.isEmpty()) {
            return;
        }
        String before = text.getText();
        if (LabelText.isUnbroken(before.substring(0, event.start) + event.text + before.substring(event.end))) {
            event.doit = false;
            refused.accept(Messages.unbrokenRefused);
        }
    }
}
