package org.chartroom.exchange.importing;

import java.util.Currency;
import java.util.Optional;

import org.chartroom.core.value.CurrencySigns;
import org.chartroom.model.Currencies;
import org.chartroom.model.Element;
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
}
