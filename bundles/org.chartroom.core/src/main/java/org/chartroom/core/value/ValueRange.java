package org.chartroom.core.value;

import java.math.BigDecimal;
import java.util.Optional;

import org.chartroom.core.type.Presentation;
import org.chartroom.core.type.ValueTexts;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.osgi.util.NLS;

/**
 * The range of numbers that the model gives to a field: the details "above", "min" and "max" of its presentation. The
 * steps of a scale go as far as the scale of the artifact does.
 */
public final class ValueRange {
    private ValueRange() {
    }

    /**
     * @param feature a field
     * @param value its value; may be null
     * @param root the artifact the field is in, whose scales count; null for the usual ones
     * @param texts writes the numbers of the message
     * @return what is wrong with the value, a sentence without its full stop; empty when nothing is
     */
    public static Optional<String> problem(EStructuralFeature feature, Object value, EObject root,
            ValueTexts texts) {
        if (!(value instanceof Number number)) {
            return Optional.empty();
        }
        BigDecimal exact = new BigDecimal(number.toString());
        Optional<BigDecimal> above = bound(feature, "above");
        if (above.isPresent() && exact.compareTo(above.get()) <= 0) {
            return Optional.of(NLS.bind(Messages.notAbove, new Object[]{Presentation.label(feature),
                    texts.text(feature, above.get()), texts.text(feature, exact)}));
        }
        Optional<BigDecimal> least = bound(feature, "min");
        Optional<BigDecimal> most = Steps.has(feature)
                ? Optional.of(BigDecimal.valueOf(Steps.count(feature, root))).filter(count -> count.signum() > 0)
                : bound(feature, "max");
        boolean low = least.isPresent() && exact.compareTo(least.get()) < 0;
        boolean high = most.isPresent() && exact.compareTo(most.get()) > 0;
        return low || high
                ? Optional.of(NLS.bind(Messages.outOfRange,
                        new Object[]{Presentation.detail(feature, "longLabel").orElse(Presentation.label(feature)),
                                least.map(bound -> texts.text(feature, bound)).orElse("-\u221E"),
                                most.map(bound -> texts.text(feature, bound)).orElse("\u221E"),
                                texts.text(feature, exact)}))
                : Optional.empty();
    }

    private static Optional<BigDecimal> bound(EStructuralFeature feature, String detail) {
        return Presentation.detail(feature, detail).map(BigDecimal::new);
    }
}
