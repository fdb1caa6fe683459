package org.chartroom.core.type;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

import org.eclipse.emf.ecore.EEnumLiteral;
import org.eclipse.emf.ecore.EModelElement;
import org.eclipse.emf.ecore.ENamedElement;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;

/**
 * What the annotations of a model say about showing it; editors, reports, exports and the command line all read them
 * here, so that a thing is said once. The source of the annotations is {@value #SOURCE}.
 */
public final class Presentation {
    /** Source of the annotations. */
    public static final String SOURCE = "http://www.chartroom.org/presentation";

    private static final Map<String, String> WORDS = new ConcurrentHashMap<>();
    private static final Pattern WORD_START = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

    private Presentation() {
    }

    /**
     * @param element a class, feature or enumeration literal
     * @return what users call it: the detail "label", or else its name as words
     */
    public static String label(ENamedElement element) {
        return detail(element, "label").orElseGet(() -> words(element.getName()));
    }

    /**
     * @param literal value of an enumeration as EMF's generated code has it
     * @param element the literal's model element
     * @return what users call it
     */
    public static String label(Object literal, EEnumLiteral element) {
        return element == null ? String.valueOf(literal) : label(element);
    }

    /**
     * @param feature a feature
     * @return what it means, as documented in the model; empty when it is not
     */
    public static String documentation(EModelElement feature) {
        String text = EcoreUtil.getDocumentation(feature);
        return text == null ? "" : text;
    }

    /**
     * @param feature a feature
     * @return name of the group it is shown in
     */
    public static String group(EStructuralFeature feature) {
        return detail(feature, "group").orElse("General");
    }

    /**
     * @param feature a feature
     * @return its unit, for example "days" or "%"; empty when it has none
     */
    public static String unit(EStructuralFeature feature) {
        return detail(feature, "unit").orElse("");
    }

    /**
     * @param label what a feature is called
     * @param feature the feature
     * @return the label with the unit behind it in parentheses, unless the label or the value says the unit
     */
    public static String withUnit(String label, EStructuralFeature feature) {
        String unit = unit(feature);
        boolean said = unit.isEmpty() || unit.equals("%")
                || label.toLowerCase(Locale.ROOT).contains(unit.toLowerCase(Locale.ROOT));
        return said ? label : label + " (" + unit + ")";
    }

    /**
     * @param feature a feature
     * @return whether its text usually has several lines
     */
    public static boolean isMultiline(EStructuralFeature feature) {
        return Boolean.parseBoolean(detail(feature, "multiline").orElse("false"));
    }

    /**
     * @param feature a feature
     * @return whether generic forms and tables leave it out, because it has a place of its own
     */
    public static boolean isHidden(EStructuralFeature feature) {
        return Boolean.parseBoolean(detail(feature, "hidden").orElse("false"));
    }

    /**
     * @param feature a list of contained elements
     * @return whether reports have a table of it; they leave it out when a chart says the same
     */
    public static boolean isReported(EStructuralFeature feature) {
        return Boolean.parseBoolean(detail(feature, "report").orElse("true"));
    }

    /**
     * @param feature a feature
     * @return whether forms and tables show it and don't let it be edited, because it changes by other means
     */
    public static boolean isReadOnly(EStructuralFeature feature) {
        return Boolean.parseBoolean(detail(feature, "readOnly").orElse("false"));
    }

    /**
     * @param reference a reference
     * @return whether it leads to other elements of the same artifact, and not to the directory or to other artifacts
     */
    public static boolean isWithinArtifact(EStructuralFeature reference) {
        return detail(reference, "scope").filter("artifact"::equals).isPresent();
    }

    /**
     * @param feature a feature
     * @return usual width of its column in pixels at 100 %; empty when it is no column by default
     */
    public static Optional<Integer> columnWidth(EStructuralFeature feature) {
        return detail(feature, "width").map(Integer::valueOf);
    }

    /**
     * @param element a model element
     * @param key key of a detail
     * @return its value
     */
    public static Optional<String> detail(EModelElement element, String key) {
        return Optional.ofNullable(EcoreUtil.getAnnotation(element, SOURCE, key));
    }

    /** Asked for each cell and finding of a large artifact, so that it is made once; names of models are few. */
    private static String words(String name) {
        return WORDS.computeIfAbsent(name, key -> {
            String spaced = WORD_START.matcher(key).replaceAll(" ").toLowerCase(Locale.ROOT);
            return spaced.isEmpty() ? spaced : Character.toUpperCase(spaced.charAt(0)) + spaced.substring(1);
        });
    }
}
