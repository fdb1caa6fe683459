package org.chartroom.ui.forms;

import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Shell;

/** Messages to the user that show each letter of what they quote, and stay small whatever that is. */
public final class Notice {
    /** About what the two lines of a title area hold, which cuts the rest off. */
    private static final int TITLE_AREA = 110;

    private Notice() {
    }

    /**
     * @param shell the window it belongs to; may be null
     * @param title its title
     * @param text what is to be known
     */
    public static void information(Shell shell, String title, String text) {
        MessageDialog.openInformation(shell, LabelText.line(title), LabelText.paragraph(text));
    }

    /**
     * @param shell the window it belongs to; may be null
     * @param title its title
     * @param text what the user is warned of
     */
    public static void warning(Shell shell, String title, String text) {
        MessageDialog.openWarning(shell, LabelText.line(title), LabelText.paragraph(text));
    }

    /**
     * @param shell the window it belongs to; may be null
     * @param title its title
     * @param text what went wrong and what to do
     */
    public static void error(Shell shell, String title, String text) {
        MessageDialog.openError(shell, LabelText.line(title), LabelText.paragraph(text));
    }

    /**
     * Tells what went wrong in a dialog or wizard whose title area has room for two lines: what is longer, and usually
     * ends with the way out, is shown as a whole in a message of its own.
     *
     * @param shell the dialog
     * @param message what went wrong and what to do
     * @return what the title area is to say
     */
    public static String titled(Shell shell, String message) {
        String text = String.valueOf(message);
        if (text.length() <= TITLE_AREA && text.indexOf('\n') < 0) {
            return text;
        }
        error(shell, shell.getText(), text);
        return LabelText.shortened(text, TITLE_AREA);
    }

    /**
     * @param shell the window it belongs to; may be null
     * @param title its title
     * @param text a question to be answered with yes or no
     * @return whether the answer is yes
     */
    public static boolean question(Shell shell, String title, String text) {
        return MessageDialog.openQuestion(shell, LabelText.line(title), LabelText.paragraph(text));
    }

    /**
     * @param kind a kind of {@link MessageDialog}
     * @param shell the window it belongs to; may be null
     * @param title its title
     * @param text what it says
     * @param buttons texts of the buttons; none for those of the kind
     * @return number of the button that was pressed, from 0
     */
    public static int open(int kind, Shell shell, String title, String text, String... buttons) {
        return MessageDialog.open(kind, shell, LabelText.line(title), LabelText.paragraph(text), SWT.NONE, buttons);
    }

    /**
     * @param kind a kind of {@link MessageDialog}
     * @param shell the window it belongs to; may be null
     * @param title its title
     * @param text what it says or asks
     * @return whether it was answered with OK or yes
     */
    public static boolean confirm(int kind, Shell shell, String title, String text) {
        return MessageDialog.open(kind, shell, LabelText.line(title), LabelText.paragraph(text), SWT.NONE);
    }
}
