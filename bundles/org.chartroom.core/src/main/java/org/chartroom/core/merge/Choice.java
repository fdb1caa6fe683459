package org.chartroom.core.merge;

/** Which side counts in a decision. */
public enum Choice {
    /** What ours says counts. */
    OURS,
    /** What theirs says counts. */
    THEIRS,
    /** What both say counts, where both can be had. */
    BOTH;

    /** @return the choice when ours and theirs change places */
    public Choice mirrored() {
        return switch (this) {
            case OURS -> THEIRS;
            case THEIRS -> OURS;
            default -> BOTH;
        };
    }
}
