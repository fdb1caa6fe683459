package org.chartroom.core.check;

import org.chartroom.model.Artifact;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A rule that artifacts should keep. A check finds; it does not decide. It is contributed to
 * {@code org.chartroom.core.checks}, where its id, name, severity and thresholds are declared. Implementations have no
 * state and are called from any thread.
 */
@ConsumerType
@FunctionalInterface
public interface Check {
    /**
     * Reports what breaks the rule.
     *
     * @param artifact the artifact to look at; must not be changed
     * @param context what it is computed with, the thresholds, and who takes what is found
     */
    void check(Artifact artifact, CheckContext context);
}
