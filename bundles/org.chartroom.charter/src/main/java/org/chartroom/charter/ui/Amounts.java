package org.chartroom.charter.ui;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;

import org.chartroom.model.Money;
import org.chartroom.ui.forms.field.FieldFormat;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;

/** Values as the pages of the editor write them. */
final class Amounts {
    private Amounts() {
    }

    /** A field of an object as its form shows it. */
    static String text(EObject object, EStructuralFeature feature) {
        return FieldFormat.current().text(feature, object.eGet(feature));
    }

    /** Cents only hide the size of a figure at a glance. */
    static String whole(Money money) {
        return money == null ? Messages.notAvailable : FieldFormat.current().wholeMoney(money);
    }

    static String whole(BigDecimal amount) {
        return NumberFormat.getIntegerInstance().format(amount.setScale(0, RoundingMode.HALF_UP));
    }

    static String number(BigDecimal number) {
        return NumberFormat.getNumberInstance().format(number);
    }
}
