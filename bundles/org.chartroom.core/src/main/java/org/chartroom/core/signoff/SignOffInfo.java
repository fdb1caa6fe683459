package org.chartroom.core.signoff;

import java.time.LocalDate;
import java.util.OptionalLong;

import org.chartroom.core.workspace.ArtifactInfo;

/**
 * A sign-off and what it is worth now.
 *
 * @param artifact the artifact it is about
 * @param id id of the sign-off
 * @param personId id of the person who is to decide or decided; empty when nobody is named
 * @param personName name of that person
 * @param role in which role
 * @param status what it is worth
 * @param requestedBy who asked for it; empty when nobody did
 * @param decidedOn when it was decided; null when it was not
 * @param comment in the words of the person; may be empty
 * @param contentSha256 SHA-256 of the content that was decided over, in hexadecimal; empty when it was not decided
 * @param signedRevision number of the revision that recorded the decision; 0 when there is none
 * @param invalidatedBy number of the first revision whose content is not the signed one; only where the status is
 *        INVALIDATED
 * @param signature what the signature is worth
 * @param fingerprint SHA-256 of the public key it was signed with, in hexadecimal; empty when it was not signed
 */
public record SignOffInfo(ArtifactInfo artifact, String id, String personId, String personName, String role,
        Status status, String requestedBy, LocalDate decidedOn, String comment, String contentSha256,
        long signedRevision, OptionalLong invalidatedBy, Signature signature, String fingerprint) {
    /** What a signature is worth. */
    public enum Signature {
        /** Nobody signed: the decision says who made it, and nothing proves it. */
        NONE,
        /** Signed by a key that the directory lists for the person. */
        LISTED,
        /** Signed by a key that the directory does not list for the person. */
        UNLISTED,
        /** The signature is not over this decision: one of both was altered. */
        BROKEN
    }

    /** What a sign-off is worth. */
    public enum Status {
        /** Asked for, not decided. */
        PENDING,
        /** Approved, and the content is what was approved. */
        APPROVED,
        /** Rejected, and the content is what was rejected. */
        REJECTED,
        /** Decided, and the content was changed afterwards. */
        INVALIDATED,
        /** Taken back by the person. */
        REVOKED
    }
}
