package org.chartroom.core.workspace;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What came out of checking everything a workspace holds against its checksums and the chain of its revisions.
 *
 * @param revisions number of revisions that are there
 * @param rows number of row versions, present and past, that were read
 * @param head the newest revision; empty when there is none
 * @param problems what does not fit, by revision; at most {@value #MOST_PROBLEMS}
 */
public record Verification(long revisions, long rows, Optional<Revision> head, List<Problem> problems) {
    /** Problems beyond these are left out. */
    public static final int MOST_PROBLEMS = 200;

    /** What happened to the rows. */
    public enum Kind {
        /** Values are not those that were committed. */
        ALTERED,
        /** Something that was committed is not there any more. */
        REMOVED,
        /** Something is there that was never committed. */
        ADDED,
        /** A revision that is known from elsewhere is not in the chain: the newest were cut off, or all were rewritten. */
        CUT_OFF,
        /** A file that was stored as evidence is not there any more. */
        EVIDENCE_MISSING,
        /** A file that was stored as evidence is not what it was any more. */
        EVIDENCE_ALTERED,
        /** Not an alteration: the clock of a committing machine was behind that of the commit before. */
        CLOCK_SET_BACK
    }

    /**
     * Something that does not fit.
     *
     * @param kind what happened
     * @param revision the revision it does not fit; {@link Revision#NONE} when it belongs to none
     * @param message one sentence for the user
     */
    public record Problem(Kind kind, long revision, String message) {
    }

    /** Orders problems, and keeps them from changing. */
    public Verification {
        problems = problems.stream().sorted(Comparator.comparingLong(Problem::revision)).toList();
    }

    /** @return whether everything is as it was committed; a clock that was set back does not count */
    public boolean isIntact() {
        return first().isEmpty();
    }

    /** @return the problem of the first revision that does not fit; empty when everything is as it was committed */
    public Optional<Problem> first() {
        Optional<Problem> ofRevision = problems.stream()
                .filter(problem -> problem.kind() != Kind.CLOCK_SET_BACK && problem.revision() != Revision.NONE)
                .findFirst();
        return ofRevision.or(() -> problems.stream().filter(problem -> problem.kind() != Kind.CLOCK_SET_BACK)
                .findFirst());
    }
}
