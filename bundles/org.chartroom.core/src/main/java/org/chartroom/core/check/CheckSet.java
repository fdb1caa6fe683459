package org.chartroom.core.check;

import java.util.Map;

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
}
