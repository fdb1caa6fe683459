package org.chartroom.core.workspace;

import java.nio.file.Path;
import java.time.Instant;

/**
 * A copy of a whole workspace, with its history.
 *
 * @param file the copy
 * @param takenAt when it was taken, UTC
 * @param revision number of the newest revision in it
 * @param size of the file in bytes
 * @param occasion why it was taken
 */
public record BackupInfo(Path file, Instant takenAt, long revision, long size, Occasion occasion) {
    /** Why a backup was taken. */
    public enum Occasion {
        /** By itself, when the workspace was opened; the newest ten are kept. */
        DAILY,
        /** Somebody asked for it; kept until somebody deletes it. */
        MANUAL,
        /** Before the workspace was brought to a newer format; kept until somebody deletes it. */
        MIGRATION,
        /** Before a backup was put in the place of the workspace; kept until somebody deletes it. */
        RESTORE
    }
}
