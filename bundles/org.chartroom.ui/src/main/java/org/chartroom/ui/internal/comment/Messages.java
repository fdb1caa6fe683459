package org.chartroom.ui.internal.comment;

import org.eclipse.osgi.util.NLS;

/** Texts of the view of comments. */
final class Messages extends NLS {
    public static String all;
    public static String answerTitle;
    public static String author;
    public static String comment;
    public static String count;
    public static String delete;
    public static String dialogField;
    public static String dialogHint;
    public static String dialogOn;
    public static String dialogText;
    public static String edit;
    public static String editTitle;
    public static String emptyText;
    public static String emptyTitle;
    public static String name;
    public static String newComment;
    public static String newTitle;
    public static String noEditor;
    public static String none;
    public static String noneSelected;
    public static String on;
    public static String onlySelection;
    public static String reopen;
    public static String reply;
    public static String resolve;
    public static String show;
    public static String state;
    public static String whole;
    public static String written;

    static {
        initializeMessages("org.chartroom.ui.internal.comment.messages", Messages.class);
    }

    private Messages() {
    }
}
