package org.chartroom.charter;

import java.util.List;

import org.chartroom.model.Subject;
import org.eclipse.emf.ecore.EAttribute;

/**
 * A tolerance of a charter that does not hold any more.
 *
 * @param tolerance the field that says how far one may stray
 * @param element what it is found on: the charter, or one of its milestones
 * @param summary one sentence: what is beyond which limit, by how much
 * @param values the values that made it fire, one a line
 * @param clears one sentence: what would clear it
 */
public record Breach(EAttribute tolerance, Subject element, String summary, List<String> values, String clears) {
    /** @param values the values that made it fire */
    public Breach {
        values = List.copyOf(values);
    }
}
