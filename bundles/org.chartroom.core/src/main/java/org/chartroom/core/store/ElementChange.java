package org.chartroom.core.store;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.chartroom.model.Money;

/**
 * What a {@link ChangeSet} does to one element. Values are data: a {@link String}, {@link Integer}, {@link Long},
 * {@link Boolean}, {@link Double}, {@link BigDecimal}, {@link Money}, {@link LocalDate} or {@link Instant}; for an
 * enumeration the literal, for any other data type the text of its factory; for a reference an {@link ElementRef}; for a
 * feature of many a list of those; null where there is none.
 *
 * @param kind what happens to it
 * @param element the element; its root is the one it is in afterwards; a deleted one may be in none any more
 * @param label how messages name it
 * @param place where it is contained afterwards; null for a root, and for a deleted one
 * @param from where it was contained before, when the place is another one now; null otherwise
 * @param features for {@link Kind#CREATED} all features of the class that are stored; for {@link Kind#UPDATED} the
 *            changed ones; none for {@link Kind#DELETED}. Containment features are none of them
 * @param before the value of each feature as it was read; empty for {@link Kind#CREATED}
 * @param after the new value of each feature
 */
public record ElementChange(Kind kind, ElementRef element, String label, Place place, Place from,
        List<FeatureName> features, List<Object> before, List<Object> after) {
    private static final Set<Class<?>> DATA = Set.of(String.class, int.class, Integer.class, long.class, Long.class,
            boolean.class, Boolean.class, double.class, Double.class, BigDecimal.class, Money.class, LocalDate.class,
            Instant.class);

    /** What happens to an element. */
    public enum Kind {
        /** It is new; all its features count. */
        CREATED,
        /** It has other values, or another place. */
        UPDATED,
        /** It is gone; what it contained has a change of its own. */
        DELETED
    }

    /** Refuses values that are no data. */
    public ElementChange {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(element);
        if (after.size() != features.size() || before.size() != (kind == Kind.CREATED ? 0 : features.size())) {
            throw new IllegalArgumentException("Each feature has a value: " + features);
        }
        before.forEach(ElementChange::demandData);
        after.forEach(ElementChange::demandData);
    }

    /**
     * @param feature one of the features
     * @return its new value; empty when it has none, or is no feature of this change
     */
    public Optional<Object> after(FeatureName feature) {
        int index = features.indexOf(feature);
        return index < 0 ? Optional.empty() : Optional.ofNullable(after.get(index));
    }

    /** @return whether the element has another place than before */
    public boolean isRelocated() {
        return from != null;
    }

    /** @return whether values of a Java class stand for themselves; values of others, or of none, are turned into text */
    static boolean isData(Class<?> type) {
        return type != null && DATA.contains(type);
    }

    private static void demandData(Object value) {
        if (value instanceof List<?> many) {
            many.forEach(ElementChange::demandSingle);
        } else {
            demandSingle(value);
        }
    }

    private static void demandSingle(Object value) {
        if (value != null && !(value instanceof ElementRef) && !isData(value.getClass())) {
            throw new IllegalArgumentException(value.getClass() + " is no data of a change set.");
        }
    }
}
