package org.chartroom.exchange.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    /** By class and name. */
    private final Map<List<Object>, List<Element>> named = new HashMap<>();
    /** By class and what must be there once. */
    private final Map<List<Object>, Element> keyed = new HashMap<>();

    /** @param directory the directory as it is now */
    DirectoryTwins(Directory directory) {
        for (EObject object : directory.eContents()) {
            Element own = (Element) object;
            named.computeIfAbsent(name(own), name -> new ArrayList<>()).add(own);
            once(own).ifPresent(key -> keyed.putIfAbsent(key, own));
        }
    }

    /** A rate has no name. */
    private static List<Object> name(Element element) {
        String name = element instanceof Person person
                ? person.getName()
                : element instanceof ExchangeRate ? null : ValueTexts.name(element);
        return List.of(element.eClass(), name == null ? "" : Names.folded(name));
    }

    private static Optional<List<Object>> once(Element element) {
        Optional<String> key = element instanceof Person person
                ? Optional.ofNullable(person.getEmail()).map(Names::folded)
                : key(element);
        return key.map(text -> List.of(element.eClass(), text));
    }

    /**
     * @param element an entry of another directory
     * @return the entry of this one that is the same
     */
    Optional<Element> find(Element element) {
        return named.getOrDefault(name(element), List.of()).stream().filter(own -> isSame(element, own)).findFirst();
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
        return Names.same(ValueTexts.name(element), ValueTexts.name(own)) && key(element).equals(key(own));
    }

    /** Without addresses people of one name are one: nothing could tell them apart. */
    private static boolean isSame(Person one, Person other) {
        boolean hasBoth = one.getEmail() != null && other.getEmail() != null;
        return Names.same(one.getName(), other.getName()) && (!hasBoth || Names.same(one.getEmail(), other.getEmail()));
    }

    /**
     * @param element an entry of another directory that this one does not have
     * @return the entry that has its key, or the address of the person; empty when both are free
     */
    Optional<Element> taken(Element element) {
        return once(element).map(keyed::get);
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
