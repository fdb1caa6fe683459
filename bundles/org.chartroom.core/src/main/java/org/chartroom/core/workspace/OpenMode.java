package org.chartroom.core.workspace;

/** How a workspace is opened. */
public enum OpenMode {
    /** For reading and writing; one process at a time. A folder without a workspace is refused. */
    READ_WRITE,
    /** As {@link #READ_WRITE}, and a folder without a workspace gets one. */
    CREATE,
    /** For reading the last committed state, also while another process writes. */
    READ_ONLY
}
