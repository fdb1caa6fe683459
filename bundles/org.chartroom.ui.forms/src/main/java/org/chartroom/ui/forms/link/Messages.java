package org.chartroom.ui.forms.link;

import org.eclipse.osgi.util.NLS;

/** Texts about links. */
final class Messages extends NLS {
    public static String already;
    public static String deleteAnyway;
    public static String deleteLine;
    public static String deleteMore;
    public static String deleteQuestion;
    public static String deleteTitle;
    public static String dialogMessage;
    public static String dialogNote;
    public static String dialogTitle;
    public static String dialogType;
    public static String failed;
    public static String itself;
    public static String notASubject;
    public static String reading;

    static {
        initializeMessages("org.chartroom.ui.forms.link.messages", Messages.class);
    }

    private Messages() {
    }
}
