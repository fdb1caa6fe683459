package org.chartroom.core.internal.workspace;

import org.eclipse.osgi.util.NLS;

/** Texts of workspaces and sessions. */
final class Messages extends NLS {
    public static String baselineName;
    public static String baselineTaken;
    public static String baselineNothing;
    public static String baselineProject;
    public static String baselineMade;
    public static String baselineMadeFor;
    public static String baselineReason;
    public static String baselineMissing;
    public static String baselineRemoved;
    public static String stateMissing;
    public static String stateTime;
    public static String reasonOfType;
    public static String reasonOfField;
    public static String reasonMissing;
    public static String reasonsMissing;
    public static String pastState;
    public static String readOnly;
    public static String pluginAbsent;
    public static String reasonRefused;
    public static String valueRefused;
    public static String savedAgain;

    static {
        initializeMessages("org.chartroom.core.internal.workspace.messages", Messages.class);
    }

    private Messages() {
    }
}
