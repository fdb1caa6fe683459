package org.chartroom.core.internal.evaluation;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;

import org.chartroom.core.evaluation.Evaluation;
import org.chartroom.core.evaluation.SystemClock;
import org.chartroom.core.money.Rates;
import org.chartroom.core.workspace.EditSession;
import org.chartroom.model.Directory;
import org.chartroom.model.ModelFactory;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;

/**
 * Computes for objects that are in no session, for example those of a file. Nobody tells when they change, so that a pass
 * lasts only while one value is computed, with those it asks for.
 */
public final class DetachedEvaluation implements Evaluation {
    /** The pass that a value is being computed in, by this thread. */
    private static final ThreadLocal<DetachedEvaluation> COMPUTING = new ThreadLocal<>();

    private final EObject root;
    private final Clock clock;
    private final Pass pass;

    private DetachedEvaluation(EObject root, Clock clock) {
        this.root = root;
        this.clock = clock;
        this.pass = new Pass(clock.instant());
    }

    /**
     * @param object an object in no session
     * @return what it is computed with
     */
    public static Evaluation around(EObject object) {
        EObject root = EcoreUtil.getRootContainer(object);
        DetachedEvaluation computing = COMPUTING.get();
        return computing != null && computing.root == root ? computing : at(root, SystemClock.get());
    }

    /**
     * @param object an object in no session
     * @param clock tells the moment
     * @return what it is computed with, for whoever hands it on; derived features that are asked for through their
     *         accessors are computed with {@link #around}
     */
    public static Evaluation at(EObject object, Clock clock) {
        return new DetachedEvaluation(EcoreUtil.getRootContainer(object), clock);
    }

    @Override
    public Instant now() {
        return pass.begun();
    }

    @Override
    public LocalDate today() {
        return LocalDate.ofInstant(now(), clock.getZone());
    }

    @Override
    public Optional<EditSession> session() {
        return Optional.empty();
    }

    @Override
    public Directory directory() {
        if (root.eResource() != null) {
            for (EObject other : root.eResource().getContents()) {
                if (other instanceof Directory directory) {
                    return directory;
                }
            }
        }
        return ModelFactory.eINSTANCE.createDirectory();
    }

    @Override
    public Rates rates() {
        return Rates.of(directory());
    }

    @Override
    public void forget() {
        // Nothing is kept longer than it takes to compute it.
    }

    @Override
    public <T> T once(EObject owner, Object figure, Supplier<T> computation) {
        DetachedEvaluation outer = COMPUTING.get();
        if (outer == this) {
            return pass.once(owner, figure, computation);
        }
        COMPUTING.set(this);
        try {
            // Of an evaluation that somebody keeps, what was computed before may have changed.
            return computation.get();
        } finally {
            if (outer == null) {
                COMPUTING.remove();
            } else {
                COMPUTING.set(outer);
            }
        }
    }
}
