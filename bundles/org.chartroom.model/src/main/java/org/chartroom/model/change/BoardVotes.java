package org.chartroom.model.change;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.chartroom.model.Person;

/**
 * What the change advisory board has decided on a change. Who votes again changes their mind: the last vote of each
 * member counts. Votes of nobody don't count, nor do those that were given before the change was submitted again after a
 * rejection.
 */
public final class BoardVotes {
    private static final int USUAL_QUORUM = 2;

    private BoardVotes() {
    }

    /**
     * @param change a change
     * @return the quorum of its log, at least one; two where it is in none
     */
    public static int quorum(Change change) {
        return change.eContainer() instanceof ChangeLog log ? Math.max(1, log.getQuorum()) : USUAL_QUORUM;
    }

    /**
     * @param change a change
     * @param vote a vote
     * @return number of members whose last vote it is
     */
    public static int count(Change change, CabVote vote) {
        Map<Person, CabVote> votes = new HashMap<>();
        decisions(change).forEach(decision -> votes.put(decision.getPerson(), decision.getVote()));
        return count(votes, vote);
    }

    private static int count(Map<Person, CabVote> votes, CabVote vote) {
        return (int) votes.values().stream().filter(given -> given == vote).count();
    }

    /**
     * @param change a change
     * @return the day since which as many members as the quorum approve and none rejects; empty when that is not so
     */
    public static Optional<LocalDate> authorisedOn(Change change) {
        Map<Person, CabVote> votes = new HashMap<>();
        LocalDate since = null;
        for (CabDecision decision : decisions(change).stream().filter(given -> given.getDecidedOn() != null)
                .sorted(Comparator.comparing(CabDecision::getDecidedOn)).toList()) {
            votes.put(decision.getPerson(), decision.getVote());
            boolean authorised = count(votes, CabVote.APPROVE) >= quorum(change)
                    && count(votes, CabVote.REJECT) == 0;
            if (!authorised) {
                since = null;
            } else if (since == null) {
                since = decision.getDecidedOn();
            }
        }
        return Optional.ofNullable(since);
    }

    /** The votes of this round, in the order they stand in. */
    private static List<CabDecision> decisions(Change change) {
        Optional<LocalDate> round = backToDraft(change);
        return change.getDecisions().stream().filter(decision -> decision.getPerson() != null)
                .filter(decision -> round.isEmpty() || decision.getDecidedOn() == null
                        || !decision.getDecidedOn().isBefore(round.get()))
                .toList();
    }

    /** The day the change was last sent back to draft after a rejection: a vote has no time, so its day must do. */
    private static Optional<LocalDate> backToDraft(Change change) {
        return change.getTransitions().stream()
                .filter(step -> step.getFromState() == ChangeState.REJECTED && step.getToState() == ChangeState.DRAFT)
                .map(ChangeTransition::getAt).filter(Objects::nonNull).max(Comparator.naturalOrder())
                .map(at -> LocalDate.ofInstant(at, ZoneId.systemDefault()));
    }
}
