package org.chartroom.core.value;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.chartroom.core.type.Presentation;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EEnumLiteral;
import org.eclipse.emf.ecore.EModelElement;

/** Meets the words of a table with the words of the model: names, labels and aliases, without regard to case. */
public final class Words {
    private static final Set<String> YES = Set.of("yes", "y", "true", "x", "1", "1.0", "on", "ja", "j", "oui", "vrai",
            "sim", "verdadeiro", "si", "s\u00ED", "s\u00EC", "verdadero", "vero", "wahr", "tak", "ano", "igen",
            "evet", "kyll\u00E4", "\u0434\u0430", "\u662F", "\u306F\u3044", "\u2713", "\u2714", "\u2611",
            "\u2611\uFE0F",
            "\u2714\uFE0F", "\u2705");
    private static final Set<String> NO = Set.of("no", "n", "false", "0", "0.0", "off", "nein", "non", "faux",
            "n\u00E3o", "nao", "falso", "falsch", "nie", "nee", "nej", "nei", "ei", "hay\u0131r", "nem",
            "\u043D\u0435\u0442", "\u5426", "\u3044\u3044\u3048", "\u2717", "\u2718", "\u2610", "\u274C");

    private Words() {
    }

    /** @return what a word says; empty when it is neither yes nor no in a language we know */
    static Optional<Boolean> truth(String text) {
        String word = Names.folded(text);
        return YES.contains(word) ? Optional.of(true) : NO.contains(word) ? Optional.of(false) : Optional.empty();
    }

    /**
     * @param text words
     * @return letters and digits in lower case, words separated by one space; camel case counts as words
     */
    public static String normal(String text) {
        return Names.visible(text).replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{M}\\p{N}]+", " ").strip();
    }

    /**
     * @param element an element of a model
     * @return other names of it, {@linkplain #normal normal}
     */
    public static List<String> aliases(EModelElement element) {
        return Presentation.detail(element, "aliases")
                .map(list -> Arrays.stream(list.split(",")).map(Words::normal).toList()).orElse(List.of());
    }

    /**
     * @param type an enumeration
     * @param text a word
     * @return the literal that has the text as its name, label or alias; empty when none has
     */
    public static Optional<EEnumLiteral> literal(EEnum type, String text) {
        String wanted = normal(text);
        if (wanted.isEmpty()) {
            return type.getELiterals().stream().filter(literal -> text.strip().equals(Presentation.label(literal)))
                    .findFirst();
        }
        return type.getELiterals().stream()
                .filter(literal -> wanted.equals(normal(literal.getLiteral()))
                        || wanted.equals(normal(Presentation.label(literal))) || aliases(literal).contains(wanted))
                .findFirst();
    }

    /**
     * @param type an enumeration
     * @param text a letter
     * @return the only literal that begins with it; empty when none or more than one does
     */
    public static Optional<EEnumLiteral> byLetter(EEnum type, String text) {
        String wanted = normal(text);
        List<EEnumLiteral> found = type.getELiterals().stream()
                .filter(literal -> wanted.length() == 1 && normal(literal.getLiteral()).startsWith(wanted)).toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }
}
