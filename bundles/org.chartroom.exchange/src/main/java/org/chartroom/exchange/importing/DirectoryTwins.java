package org.chartroom.exchange.importing;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.chartroom.core.type.ValueTexts;
import org.chartroom.core.value.Names;
import org.chartroom.model.Directory;
import org.chartroom.model.Element;
import org.chartroom.model.ExchangeRate;
import org.chartroom.model.Person;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;

/**
 * Who and what a directory has already though a file knows it by another id: every workspace gives its own. Two entries for
 * one person could not be told apart by any later import.
 */
final class DirectoryTwins {
    /** What an entry is called by people, and what must be there once. */
    private static final List<String> KEYS = List.of("key", "code");

    private final Directory directory;

    DirectoryTwins(Directory directory) {
        this.directory = directory;
    }

    /**
     * @param element an entry of another directory
     * @return the entry of this one that is the same
     */
    Optional<Element> find(Element element) {
        return directory.eContents().stream().map(Element.class::cast)
                .filter(own -> own.eClass() == element.eClass() && isSame(element, own)).findFirst();
    }

    private static boolean isSame(Element element, Element own) {
        if (element instanceof Person one && own instanceof Person other) {
            return isSame(one, other);
        }
        if (element instanceof ExchangeRate one && own instanceof ExchangeRate other) {
            return Objects.equals(one.getFromCurrency(), other.getFromCurrency())
                    && Objects.equals(one.getToCurrency(), other.getToCurrency())
                    && Objects.equals(one.getValidFrom(), other.getValidFrom());
        }
        return Names.same(ValueTexts.name(element), ValueTexts.name(own)) && haveSameKey(element, own);
    }

    /** Without addresses people of one name are one: nothing could tell them apart. */
    private static boolean isSame(Person one, Person other) {
        boolean hasBoth = one.getEmail() != null && other.getEmail() != null;
        return Names.same(one.getName(), other.getName()) && (!hasBoth || Names.same(one.getEmail(), other.getEmail()));
    }

    private static boolean haveSameKey(Element element, Element own) {
        return key(element).equals(key(own));
    }

    /**
     * @param element an entry of another directory that this one does not have
     * @return the entry that has its key, or the address of the person; empty when both are free
     */
    Optional<Element> taken(Element element) {
        return directory.eContents().stream().map(Element.class::cast)
                .filter(own -> own.eClass() == element.eClass()).filter(own -> element instanceof Person one
                        ? one.getEmail() != null && Names.same(one.getEmail(), ((Person) own).getEmail())
                        : key(element).isPresent() && haveSameKey(element, own))
                .findFirst();
    }

    private static Optional<String> key(EObject element) {
        for (String name : KEYS) {
            EStructuralFeature feature = element.eClass().getEStructuralFeature(name);
            if (feature != null && element.eGet(feature) != null) {
                return Optional.of(Names.folded(String.valueOf(element.eGet(feature))));
            }
        }
        return Optional.empty();
    }
}
