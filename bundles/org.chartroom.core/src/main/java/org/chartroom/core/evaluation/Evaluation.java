package org.chartroom.core.evaluation;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Supplier;

import org.chartroom.core.internal.evaluation.DetachedEvaluation;
import org.chartroom.core.money.Rates;
import org.chartroom.core.workspace.EditSession;
import org.chartroom.model.Directory;
import org.eclipse.emf.ecore.EObject;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What something is computed with: one state of a workspace, the moment it is looked at, the exchange rates of its
 * directory. Everything that is computed of a past state is computed as of that state: its day is the day of the state.
 *
 * <p>Values are computed in passes. A pass begins with the first value that is asked for and ends with a change in the
 * session, a commit of others, or after a minute; within it the moment stands still, and each value of an object is
 * computed once.
 */
@ProviderType
public interface Evaluation {
    /**
     * @param object an object of an artifact or of the directory
     * @return what is computed with for it: of its session; of its file alone, now, when it is in no session
     */
    static Evaluation of(EObject object) {
        return EditSession.of(object).map(EditSession::evaluation).orElseGet(() -> DetachedEvaluation.around(object));
    }

    /**
     * @param object an object in no session, for example of a file
     * @param clock tells the moment
     * @return what is computed with for it at that moment; what derived features give through their accessors is computed
     *         as of now all the same, unless they are asked for while something is computed with this
     */
    static Evaluation at(EObject object, Clock clock) {
        return DetachedEvaluation.at(object, clock);
    }

    /**
     * @param object an object in no session
     * @param day the day
     * @return what is computed with for it on that day, see {@link #at}
     */
    static Evaluation on(EObject object, LocalDate day) {
        return at(object, Clock.fixed(day.atStartOfDay(ZoneOffset.UTC).toInstant(), ZoneOffset.UTC));
    }

    /** @return the moment: that of the pass, or of the past state */
    Instant now();

    /** @return the day of the moment, in the zone of the machine */
    LocalDate today();

    /** @return the session; empty when the objects are in none */
    Optional<EditSession> session();

    /** @return the directory of the state; one with nothing in it when there is none */
    Directory directory();

    /** @return the exchange rates of the directory */
    Rates rates();

    /**
     * Computes something of an object once in a pass.
     *
     * @param owner the object
     * @param figure what is computed: the feature, or the class of the result
     * @param computation computes it; may give null
     * @param <T> what it gives
     * @return what it gave
     */
    <T> T once(EObject owner, Object figure, Supplier<T> computation);

    /**
     * Ends the pass: to be called when something that values are computed from was replaced and is no part of the model, such
     * as what was read of a baseline.
     */
    void forget();
}
