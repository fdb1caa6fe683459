package org.chartroom.core.check;

import java.util.Map;
import java.util.Objects;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Several checks in one class. Each is declared by an element of its own, which names this class and the id of the check;
 * one that fails leaves the others alone.
 */
@ConsumerType
@FunctionalInterface
public interface CheckSet {
    /** @return the checks by their ids */
    Map<String, Check> checks();

    /**
     * @param made what the class of a declaration makes: a check, or a set
     * @param id id of the declared check
     * @return the check
     * @throws NullPointerException when it is a set without a check of the id
     * @throws ClassCastException when it is neither
     */
    static Check of(Object made, String id) {
        return made instanceof CheckSet several
                ? Objects.requireNonNull(several.checks().get(id), "its class has no check of that id")
                : (Check) made;
    }
}
