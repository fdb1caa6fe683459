package org.chartroom.exchange.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.chartroom.core.type.Presentation;
import org.chartroom.model.ModelPackage;
import org.chartroom.model.Money;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EDataType;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EEnumLiteral;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;

import com.google.gson.FormattingStyle;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

/**
 * Makes the JSON Schema (draft 2020-12) of models as JSON from the models of artifact types, so that it is never older than
 * they are.
 */
public final class JsonSchema {
    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";
    private static final String REFERENCE_DEFINITION = "reference";
    private static final String MONEY_DEFINITION = "money";
    private static final String DAY = "^\\d{4}-\\d{2}-\\d{2}$";
    private static final Set<Class<?>> WHOLE = Set.of(int.class, Integer.class, long.class, Long.class, short.class,
            Short.class, byte.class, Byte.class, BigInteger.class);
    private static final Set<Class<?>> NUMBERS = Set.of(double.class, Double.class, float.class, Float.class,
            BigDecimal.class);
    private static final Gson GSON = new GsonBuilder().setFormattingStyle(FormattingStyle.PRETTY).serializeNulls()
            .disableHtmlEscaping().create();

    private final Map<String, EClass> types;
    private final JsonObject definitions = new JsonObject();
    private final Deque<Held> open = new ArrayDeque<>();

    /** A class, and the class of the artifact or directory that holds its objects, on which their names depend. */
    private record Held(EClass eClass, EClass root) {
        String name() {
            return ModelNames.name(eClass, root);
        }

        /** Classes of the core are called the same everywhere, others only under roots of their package. */
        String key() {
            boolean isCore = eClass.getEPackage() == ModelPackage.eINSTANCE;
            return (isCore ? "" : root.getEPackage().getName() + ".") + (eClass == root ? "root." : "")
                    + (name().contains("#") ? eClass.getEPackage().getName() + "." : "") + eClass.getName();
        }
    }

    private JsonSchema(Map<String, EClass> types) {
        this.types = types;
    }

    /**
     * @param types classes of the types of artifacts by their ids, in the order they are written
     * @return the schema of files with artifacts of these types
     */
    public static String of(Map<String, EClass> types) {
        return GSON.toJson(new JsonSchema(types).root()) + "\n";
    }

    private JsonObject root() {
        JsonObject schema = new JsonObject();
        schema.addProperty("$schema", DIALECT);
        schema.addProperty("title", ModelNames.FORMAT);
        schema.addProperty("type", "object");
        schema.add("required", array(ModelNames.FORMAT_KEY, ModelNames.VERSION_KEY, ModelNames.ARTIFACTS));
        schema.addProperty("additionalProperties", false);
        JsonObject properties = new JsonObject();
        properties.add("$schema", type("string"));
        properties.add(ModelNames.FORMAT_KEY, constant(ModelNames.FORMAT));
        JsonObject version = new JsonObject();
        version.addProperty("const", ModelNames.VERSION);
        properties.add(ModelNames.VERSION_KEY, version);
        properties.add(ModelNames.STATE, orNull(type("string")));
        JsonArray artifacts = new JsonArray();
        types.forEach((id, eClass) -> artifacts.add(reference(new Held(eClass, eClass))));
        JsonObject list = type("array");
        list.add("items", any(artifacts));
        properties.add(ModelNames.ARTIFACTS, list);
        EClass directory = ModelPackage.Literals.DIRECTORY;
        properties.add(ModelNames.DIRECTORY, orNull(reference(new Held(directory, directory))));
        schema.add("properties", properties);
        define();
        schema.add("$defs", definitions);
        return schema;
    }

    private void define() {
        definitions.add(REFERENCE_DEFINITION, referred());
        definitions.add(MONEY_DEFINITION, money());
        while (!open.isEmpty()) {
            Held held = open.remove();
            if (!definitions.has(held.key())) {
                definitions.add(held.key(), definition(held));
            }
        }
    }

    private static JsonObject referred() {
        JsonObject properties = new JsonObject();
        properties.add(ModelNames.REFERENCE, type("string"));
        properties.add(ModelNames.NAME, orNull(type("string")));
        JsonObject reference = type("object");
        reference.add("required", array(ModelNames.REFERENCE));
        reference.add("properties", properties);
        return reference;
    }

    private static JsonObject money() {
        JsonObject currency = type("string");
        currency.addProperty("pattern", "^[A-Z]{3}$");
        JsonObject properties = new JsonObject();
        properties.add(ModelNames.AMOUNT, type("number"));
        properties.add(ModelNames.CURRENCY, currency);
        JsonObject money = type("object");
        money.add("required", array(ModelNames.AMOUNT, ModelNames.CURRENCY));
        money.addProperty("additionalProperties", false);
        money.add("properties", properties);
        return money;
    }

    private JsonObject definition(Held held) {
        EClass eClass = held.eClass();
        JsonObject definition = type("object");
        definition.addProperty("title", Presentation.label(eClass));
        boolean isDirectory = eClass == ModelPackage.Literals.DIRECTORY;
        definition.add("required", isDirectory
                ? array(ModelNames.TYPE)
                : array(ModelNames.TYPE, ModelPackage.Literals.ELEMENT__ID.getName()));
        definition.addProperty("additionalProperties", false);
        JsonObject properties = new JsonObject();
        properties.add(ModelNames.TYPE, constant(types.entrySet().stream().filter(type -> type.getValue() == eClass)
                .map(Map.Entry::getKey).findFirst().orElseGet(held::name)));
        for (EStructuralFeature feature : eClass.getEAllStructuralFeatures()) {
            if (ModelNames.isHeld(feature)) {
                properties.add(feature.getName(), property(feature, held));
            }
        }
        definition.add("properties", properties);
        return definition;
    }

    private JsonObject property(EStructuralFeature feature, Held held) {
        boolean isNeeded = feature == ModelPackage.Literals.ELEMENT__ID
                && held.eClass() != ModelPackage.Literals.DIRECTORY;
        JsonObject one = feature instanceof EReference reference
                ? reference.isContainment() ? contained(reference, held) : pointer(REFERENCE_DEFINITION)
                : value(((EAttribute) feature).getEAttributeType());
        JsonObject property;
        if (feature.isMany()) {
            JsonObject list = type("array");
            list.add("items", one);
            property = orNull(list);
        } else {
            property = isNeeded ? one : orNull(one);
        }
        if (isNeeded) {
            property.addProperty("minLength", 1);
        }
        property.addProperty("title", Presentation.label(feature));
        String documentation = Presentation.documentation(feature);
        if (!documentation.isEmpty()) {
            property.addProperty("description", documentation);
        }
        return property;
    }

    private JsonObject contained(EReference reference, Held held) {
        Set<EClass> classes = new LinkedHashSet<>();
        Stream.of(held.root().getEPackage(), reference.getEReferenceType().getEPackage(), ModelPackage.eINSTANCE)
                .flatMap(one -> one.getEClassifiers().stream()).filter(EClass.class::isInstance)
                .map(EClass.class::cast)
                .filter(one -> reference.getEReferenceType().isSuperTypeOf(one) && !one.isAbstract()
                        && !one.isInterface())
                .forEach(classes::add);
        JsonArray all = new JsonArray();
        classes.forEach(one -> all.add(reference(new Held(one, held.root()))));
        return all.size() == 1 ? all.get(0).getAsJsonObject() : any(all);
    }

    private JsonObject reference(Held held) {
        open.add(held);
        return pointer(held.key());
    }

    private static JsonObject value(EDataType type) {
        Class<?> java = type.getInstanceClass();
        if (type instanceof EEnum literals) {
            JsonObject words = new JsonObject();
            words.add("enum", array(literals.getELiterals().stream().map(EEnumLiteral::getLiteral)
                    .toArray(String[]::new)));
            return words;
        }
        if (java == Money.class) {
            return pointer(MONEY_DEFINITION);
        }
        if (java == LocalDate.class) {
            JsonObject day = type("string");
            day.addProperty("format", "date");
            day.addProperty("pattern", DAY);
            return day;
        }
        if (java == Instant.class) {
            JsonObject time = type("string");
            time.addProperty("format", "date-time");
            return time;
        }
        if (java == boolean.class || java == Boolean.class) {
            return type("boolean");
        }
        return type(WHOLE.contains(java) ? "integer" : NUMBERS.contains(java) ? "number" : "string");
    }

    private static JsonObject orNull(JsonObject schema) {
        JsonArray both = new JsonArray();
        both.add(schema);
        both.add(type("null"));
        return any(both);
    }

    private static JsonObject any(JsonArray schemas) {
        JsonObject any = new JsonObject();
        any.add("anyOf", schemas);
        return any;
    }

    private static JsonObject pointer(String definition) {
        JsonObject pointer = new JsonObject();
        pointer.addProperty("$ref", "#/$defs/" + definition);
        return pointer;
    }

    private static JsonObject constant(String value) {
        JsonObject constant = new JsonObject();
        constant.addProperty("const", value);
        return constant;
    }

    private static JsonObject type(String name) {
        JsonObject type = new JsonObject();
        type.addProperty("type", name);
        return type;
    }

    private static JsonArray array(String... values) {
        JsonArray array = new JsonArray();
        List.of(values).forEach(array::add);
        return array;
    }
}
