package org.chartroom.core.internal.evaluation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;

import org.chartroom.core.evaluation.Evaluation;
import org.chartroom.core.money.Rates;
import org.chartroom.core.workspace.EditSession;
import org.chartroom.model.Directory;
import org.eclipse.emf.ecore.EObject;

/** Computes for the objects of a session. */
public final class SessionEvaluation implements Evaluation {
    /** What depends on the moment, as whether something is overdue, is that much late at most. */
    private static final Duration LONGEST_PASS = Duration.ofMinutes(1);

    private final EditSession session;
    private final Clock clock;
    private final Instant moment;
    private Pass pass;

    /**
     * @param session the session
     * @param clock the clock of its workspace
     * @param moment the moment of the past state it shows; null for one that goes with the clock
     */
    public SessionEvaluation(EditSession session, Clock clock, Instant moment) {
        this.session = session;
        this.clock = clock;
        this.moment = moment;
        this.pass = new Pass(at());
    }

    private Instant at() {
        return moment == null ? clock.instant() : moment;
    }

    @Override
    public synchronized void forget() {
        // Also when nothing is kept yet: a value that is being computed just now must stay in the pass before.
        pass = new Pass(at());
    }

    private synchronized Pass pass() {
        if (moment == null
                && Duration.between(pass.begun(), clock.instant()).abs().compareTo(LONGEST_PASS) >= 0) {
            forget();
        }
        return pass;
    }

    @Override
    public Instant now() {
        return pass().begun();
    }

    @Override
    public LocalDate today() {
        return LocalDate.ofInstant(now(), clock.getZone());
    }

    @Override
    public Optional<EditSession> session() {
        return Optional.of(session);
    }

    @Override
    public Directory directory() {
        return session.directory();
    }

    @Override
    public Rates rates() {
        Directory directory = directory();
        return once(directory, Rates.class, () -> Rates.of(directory));
    }

    @Override
    public <T> T once(EObject owner, Object figure, Supplier<T> computation) {
        // A change meanwhile begins another pass, and this value stays in the one it was computed in.
        return pass().once(owner, figure, computation);
    }
}
