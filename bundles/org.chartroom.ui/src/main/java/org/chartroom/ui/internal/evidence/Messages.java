package org.chartroom.ui.internal.evidence;

import org.eclipse.osgi.util.NLS;

/** Texts of the view of evidence. */
final class Messages extends NLS {
    public static String add;
    public static String added;
    public static String addedBy;
    public static String altered;
    public static String browse;
    public static String check;
    public static String closed;
    public static String copyFailed;
    public static String dialogMessage;
    public static String dialogTitle;
    public static String differs;
    public static String emptyText;
    public static String emptyTitle;
    public static String fileMissing;
    public static String fileOrAddress;
    public static String hash;
    public static String isProgram;
    public static String job;
    public static String matches;
    public static String missing;
    public static String missingText;
    public static String name;
    public static String nameLabel;
    public static String noProgram;
    public static String none;
    public static String notChecked;
    public static String notStored;
    public static String open;
    public static String openJob;
    public static String readFailed;
    public static String remove;
    public static String removeHint;
    public static String saveCopy;
    public static String title;
    public static String verify;
    public static String verifyHint;
    public static String verifyJob;
    public static String where;

    static {
        initializeMessages("org.chartroom.ui.internal.evidence.messages", Messages.class);
    }

    private Messages() {
    }
}
