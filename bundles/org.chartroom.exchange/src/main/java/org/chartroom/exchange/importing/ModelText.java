package org.chartroom.exchange.importing;

import java.util.Locale;

import org.chartroom.core.compare.Counts;
import org.chartroom.exchange.importing.ImportPlan.Outcome;

/** Says in words what happens to the artifacts of a model file, the same wherever it is said. */
public final class ModelText {
    private ModelText() {
    }

    /**
     * @param entry what happens to an artifact
     * @return it in one line
     */
    public static String line(ModelPlan.Entry entry) {
        return entry.outcome().name().toLowerCase(Locale.ROOT) + " " + entry.key() + " " + entry.title()
                + details(entry);
    }

    /**
     * @param entry what happens to an artifact
     * @return how many of its elements and fields change, or why it is sealed or refused, with what is needed before it; may be empty
     */
    public static String details(ModelPlan.Entry entry) {
        if (!entry.sealed().isEmpty() && entry.outcome() != Outcome.REFUSED) {
            return ", " + Messages.bind(Messages.modelSealed, entry.sealed());
        }
        Counts counts = entry.counts();
        return entry.outcome() == Outcome.CHANGED
                ? ": " + Messages.bind(Messages.modelCounts,
                        new Object[]{counts.added(), counts.removed(), counts.moved(), counts.changed()})
                : entry.detail().isEmpty() ? "" : ", " + Messages.bind(Messages.because, entry.detail());
    }
}
