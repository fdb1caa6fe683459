package org.chartroom.core.check;

import java.util.function.Consumer;

import org.chartroom.core.evaluation.Evaluation;
import org.chartroom.model.Artifact;
import org.osgi.annotation.versioning.ConsumerType;

/** A rule that artifacts should keep. Implementations have no state and are called from any thread. */
@ConsumerType
public interface Check {
    /**
     * @param artifact the artifact to look at; must not be changed
     * @param evaluation what it is computed with
     * @param findings takes what is found
     */
    void check(Artifact artifact, Evaluation evaluation, Consumer<Finding> findings);
}
