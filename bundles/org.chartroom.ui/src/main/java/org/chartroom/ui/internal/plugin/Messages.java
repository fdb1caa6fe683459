package org.chartroom.ui.internal.plugin;

import org.eclipse.osgi.util.NLS;

/** Texts about plug-ins. */
final class Messages extends NLS {
    public static String active;
    public static String atNextStart;
    public static String brings;
    public static String bundle;
    public static String by;
    public static String certificate;
    public static String changing;
    public static String chooseFile;
    public static String chooseFolder;
    public static String chooseOffer;
    public static String description;
    public static String dropIn;
    public static String failed;
    public static String fetching;
    public static String from;
    public static String install;
    public static String installTitle;
    public static String intact;
    public static String looking;
    public static String message;
    public static String none;
    public static String notSigned;
    public static String off;
    public static String partOfChartroom;
    public static String planDescription;
    public static String planTitle;
    public static String plugin;
    public static String remove;
    public static String removeTitle;
    public static String restartLater;
    public static String restartNow;
    public static String restartQuestion;
    public static String restartTitle;
    public static String sha256;
    public static String signer;
    public static String source;
    public static String sourceDescription;
    public static String sourceExplanation;
    public static String sourceHint;
    public static String sourceLabel;
    public static String sourceTitle;
    public static String state;
    public static String switchOn;
    public static String switchOnTitle;
    public static String title;
    public static String types;
    public static String update;
    public static String updateTitle;
    public static String verify;
    public static String version;
    public static String wouldInstall;
    public static String wouldRemove;
    public static String wouldUpdate;

    static {
        initializeMessages("org.chartroom.ui.internal.plugin.messages", Messages.class);
    }

    private Messages() {
    }
}
