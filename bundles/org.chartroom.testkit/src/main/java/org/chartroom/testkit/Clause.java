package org.chartroom.testkit;

import java.util.Optional;

/**
 * One clause of the contract, and whether a type keeps it.
 *
 * @param type id of the artifact type; the bundle where it has none
 * @param name what has to hold, as a sentence
 * @param failure what is wrong; empty when it holds
 */
public record Clause(String type, String name, Optional<String> failure) {
}
