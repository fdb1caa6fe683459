package org.chartroom.core.workspace;

import java.time.Instant;

/**
 * One commit to a workspace.
 *
 * @param number 1 for the first commit, rising by one
 * @param committedAt when it became durable, UTC
 * @param author who committed
 * @param reason why, in the author's words; empty when none was given
 * @param hash SHA-256 over the content of the revision and the hash of its predecessor, 64 hexadecimal digits
 */
public record Revision(long number, Instant committedAt, String author, String reason, String hash) {
    /** The number before the first commit. */
    public static final long NONE = 0;
}
