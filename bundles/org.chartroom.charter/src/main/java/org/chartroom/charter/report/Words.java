package org.chartroom.charter.report;

import org.chartroom.core.type.Presentation;
import org.eclipse.emf.common.util.Enumerator;
import org.eclipse.emf.ecore.EEnum;

/** Values of charters in words. */
public final class Words {
    private Words() {
    }

    /**
     * @param days days, above zero for late; null when they are not known
     * @return the days with their sign
     */
    public static String days(Integer days) {
        if (days == null) {
            return Messages.notAvailable;
        }
        String text = Messages.bind(Math.abs(days) == 1 ? Messages.day : Messages.days, Math.abs(days));
        return days == 0 ? text : (days > 0 ? "+" : "\u2212") + text;
    }

    /**
     * @param literals an enumeration
     * @param value one of its values; may be null
     * @return what it is called
     */
    public static String label(EEnum literals, Enumerator value) {
        return value == null
                ? Messages.notAvailable
                : Presentation.label(literals.getEEnumLiteral(value.getValue()));
    }
}
