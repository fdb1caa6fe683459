package org.chartroom.core.workspace;

/**
 * What a compaction did.
 *
 * @param bytesBefore size of the database before
 * @param bytesAfter size of the database after
 * @param revisions number of revisions, all of which were kept
 */
public record Compaction(long bytesBefore, long bytesAfter, long revisions) {
}
