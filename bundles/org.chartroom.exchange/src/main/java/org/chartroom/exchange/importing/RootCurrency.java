package org.chartroom.exchange.importing;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;

import org.chartroom.core.type.Presentation;
import org.chartroom.core.value.CurrencySigns;
import org.chartroom.core.value.ValueReader;
import org.chartroom.model.Currencies;
import org.chartroom.model.Element;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EStructuralFeature;

/** The one currency of the amounts of an artifact, where it has one. */
final class RootCurrency {
    private RootCurrency() {
    }

    /** @return the currency of an artifact, or of the directory; empty when it has none */
    static Optional<Currency> of(Element root) {
        EStructuralFeature currency = root.eClass().getEStructuralFeature("currency");
        Object code = currency == null ? null : root.eGet(currency);
        return code == null ? Optional.empty() : Currencies.find(code.toString());
    }

    /**
     * Numbers that are amounts in the currency of the artifact can't be taken in another one.
     *
     * @param unit what the header of their column says, with a currency
     * @return why they can't be taken; empty when they can
     */
    static Optional<String> problem(Element root, HeaderUnit unit, ImportOptions options) {
        Optional<Currency> own = of(root);
        try {
            Currency named = CurrencySigns.currency(unit.currency(), options.currency().or(() -> own), true);
            return own.filter(one -> !one.equals(named)).map(one -> Messages.bind(Messages.otherCurrency,
                    new Object[]{unit.text(), Shown.name(root), one.getCurrencyCode()}));
        } catch (IllegalArgumentException e) {
            return Optional.of(e.getMessage());
        }
    }

    /** @return whether numbers of a field are amounts in the currency of the artifact: plain ones, of no unit of their own */
    static boolean isAmount(EStructuralFeature feature, Element root) {
        return root.eClass().getEStructuralFeature("currency") != null && feature instanceof EAttribute attribute
                && attribute.getEAttributeType().getInstanceClass() == BigDecimal.class
                && Presentation.unit(attribute).isEmpty();
    }

    /**
     * Takes off the currency of the artifact, which cells may have beside the number as workbooks show it.
     *
     * @param attribute the field
     * @param text what a cell says
     * @param unit what the header of its column says
     * @return the number alone, where it is an amount in the currency of the artifact; any other text as it is
     * @throws IllegalArgumentException when it is an amount in another currency, or the header has a unit, too; the message
     *         completes "because ..."
     */
    static String bare(EAttribute attribute, String text, Element root, HeaderUnit unit) {
        Optional<Currency> own = of(root);
        Optional<String> sign = isAmount(attribute, root) && own.isPresent()
                ? ValueReader.currencyBeside(text)
                : Optional.empty();
        if (sign.isEmpty()) {
            return text;
        }
        Currency named = CurrencySigns.currency(sign.get(), own, true);
        if (!named.equals(own.get())) {
            throw new IllegalArgumentException(Messages.bind(Messages.otherCurrencyInCell,
                    new Object[]{text, Shown.name(root), own.get().getCurrencyCode()}));
        }
        if (unit.factor().compareTo(BigDecimal.ONE) != 0) {
            throw new IllegalArgumentException(Messages.bind(Messages.unitTwice, text, unit.text()));
        }
        return text.replace(sign.get(), "").strip();
    }
}
