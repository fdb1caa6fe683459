package org.chartroom.exchange.importing;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.Predicate;

import org.chartroom.core.type.Presentation;
import org.chartroom.core.value.Words;
import org.chartroom.model.ModelPackage;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;

/**
 * The names that fields have in the headers of tables: those of the model, and those of the trade in other languages. Of
 * each language a file {@code names_XX.properties} beside this class lists the names by the field or by its path, those of
 * items and elements by their class, and the words of choices and scales by the English ones.
 */
public final class FieldNames {
    private static final List<String> LANGUAGES = List.of("en", "de", "fr", "es", "pt", "it");
    private static final Set<EStructuralFeature> NAMES = Set.of(ModelPackage.Literals.SUBJECT__TITLE,
            ModelPackage.Literals.PERSON__NAME, ModelPackage.Literals.VENDOR__NAME,
            ModelPackage.Literals.PROJECT__NAME);
    private static final String WORD = "word.";
    private static final String PERIOD = "period";
    /** Names of days, which no field of the model is called. */
    private static final String WHEN = "when";
    private static final Map<String, Set<String>> FIELDS = new HashMap<>();
    /** English words by the words of other languages. */
    private static final Map<String, Set<String>> WORDS = new HashMap<>();

    static {
        LANGUAGES.forEach(FieldNames::load);
    }

    private FieldNames() {
    }

    private static void load(String language) {
        String name = "names_" + language + ".properties";
        Properties names = new Properties();
        try (Reader reader = new InputStreamReader(FieldNames.class.getResourceAsStream(name),
                StandardCharsets.UTF_8)) {
            names.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
        names.stringPropertyNames().forEach(key -> Arrays.stream(names.getProperty(key).split(",")).map(Words::normal)
                .forEach(word -> {
                    if (key.startsWith(WORD)) {
                        WORDS.computeIfAbsent(word, one -> new LinkedHashSet<>()).add(key.substring(WORD.length()));
                    } else {
                        FIELDS.computeIfAbsent(key, one -> new HashSet<>()).add(word);
                    }
                }));
    }

    /** @return whether the model calls the field so */
    static boolean isOwn(EStructuralFeature feature, String name) {
        return name.equals(Words.normal(feature.getName())) || name.equals(Words.normal(Presentation.label(feature)))
                || Presentation.detail(feature, "longLabel").map(Words::normal).filter(name::equals).isPresent();
    }

    /**
     * @return whether a column is called like the items themselves, whose titles or names it has, "Metric", "Vendor", or like
     *         the elements of one of their lists, "Action"
     */
    static boolean isOfItems(EClass itemClass, ColumnTarget target, String name) {
        EClass named = target.list().map(EReference::getEReferenceType).orElse(itemClass);
        List<EStructuralFeature> texts = Identity.of(named).texts();
        boolean isName = NAMES.contains(target.feature())
                || texts.size() == 1 && texts.get(0) == target.feature();
        return isName && (isSingular(name, Presentation.label(named))
                || target.list().filter(list -> isSingular(name, Presentation.label(list))).isPresent()
                || FIELDS.getOrDefault(named.getName(), Set.of()).contains(name));
    }

    private static boolean isSingular(String name, String label) {
        String wanted = Words.normal(label);
        return name.equals(wanted) || wanted.equals(name + "s")
                || name.endsWith("y") && wanted.equals(name.substring(0, name.length() - 1) + "ies");
    }

    /** @return whether a column is called like what says when the values beside it are of */
    static boolean isWhen(String name) {
        return name.equals(PERIOD) || FIELDS.getOrDefault(PERIOD, Set.of()).contains(name)
                || FIELDS.getOrDefault(WHEN, Set.of()).contains(name);
    }

    /** @return whether the trade or another language calls the field so */
    static boolean isForeign(EStructuralFeature feature, String name) {
        return FIELDS.getOrDefault(feature.getName(), Set.of()).contains(name);
    }

    /** @return whether the trade calls the target so */
    static boolean isAlias(ColumnTarget target, String name) {
        return Words.aliases(target.feature()).contains(name)
                || target.list().isPresent() && FIELDS.getOrDefault(target.path(), Set.of()).contains(name);
    }

    /**
     * @param word a word of a scale or a choice
     * @return the English words that it may stand for
     */
    static Set<String> english(String word) {
        return WORDS.getOrDefault(Words.normal(word), Set.of());
    }

    /**
     * @param itemClasses classes of items
     * @return tells names of their fields, with or without a unit, from other texts
     */
    public static Predicate<String> of(Collection<EClass> itemClasses) {
        Set<String> names = new HashSet<>();
        itemClasses.stream().flatMap(itemClass -> ColumnTarget.of(itemClass).stream()).distinct().forEach(target -> {
            EStructuralFeature feature = target.feature();
            names.add(Words.normal(feature.getName()));
            names.add(Words.normal(Presentation.label(feature)));
            Presentation.detail(feature, "longLabel").map(Words::normal).ifPresent(names::add);
            names.addAll(Words.aliases(feature));
            names.addAll(FIELDS.getOrDefault(feature.getName(), Set.of()));
            names.addAll(FIELDS.getOrDefault(target.path(), Set.of()));
        });
        itemClasses.forEach(itemClass -> {
            names.add(Words.normal(Presentation.label(itemClass)));
            names.addAll(FIELDS.getOrDefault(itemClass.getName(), Set.of()));
        });
        names.remove("");
        Arrays.stream(Messages.currencyColumns.split("\\|")).map(Words::normal).filter(name -> !name.isEmpty())
                .forEach(names::add);
        int longest = names.stream().mapToInt(String::length).max().orElse(0);
        boolean withDigits = names.stream().anyMatch(name -> name.chars().anyMatch(Character::isDigit));
        return text -> {
            // Most cells of a large table are told by their length, or are no name in any case.
            if (text.length() > 2 * longest) {
                return false;
            }
            boolean isMarked = text.endsWith(")") || text.endsWith("]");
            if (!isMarked && !withDigits && text.chars().anyMatch(Character::isDigit)) {
                return false;
            }
            String name = isPlain(text) ? text.toLowerCase(Locale.ROOT) : Words.normal(text);
            if (names.contains(name)) {
                return true;
            }
            HeaderUnit unit = mayHaveUnit(text) ? HeaderUnit.of(text) : null;
            return unit != null && !unit.isNone() && names.contains(Words.normal(unit.name()));
        };
    }

    /**
     * @param itemClass a class of items
     * @return as {@link #of(Collection)}
     */
    public static Predicate<String> of(EClass itemClass) {
        return of(List.of(itemClass));
    }

    /** @return whether a text is {@linkplain Words#normal normal} but for its capitals: words with one blank between them */
    private static boolean isPlain(String text) {
        boolean blank = true;
        boolean small = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isLetter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
            if (!isLetter && (c != ' ' || blank) || small && c >= 'A' && c <= 'Z') {
                return false;
            }
            blank = c == ' ';
            small = c >= 'a' && c <= 'z';
        }
        return !blank;
    }

    /** A unit is in brackets, has a sign, or has a capital in its last word. */
    private static boolean mayHaveUnit(String text) {
        int last = text.lastIndexOf(' ') + 1;
        for (int i = last; last > 0 && i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > '~' || c == '%' || c == '$' || c == ')' || c == ']' || Character.isUpperCase(c)) {
                return true;
            }
        }
        return text.endsWith(")") || text.endsWith("]");
    }
}
