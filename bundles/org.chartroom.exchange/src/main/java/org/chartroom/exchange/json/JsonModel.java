package org.chartroom.exchange.json;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.chartroom.core.store.ElementUris;
import org.chartroom.core.type.Presentation;
import org.chartroom.exchange.csv.FileBound;
import org.chartroom.exchange.csv.ImportException;
import org.chartroom.model.ModelPackage;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EDataType;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.InternalEObject;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.util.EcoreUtil;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

/**
 * Reads JSON as {@link JsonExport} writes it. A field that is missing or null is empty; one that the model does not know, or
 * whose value does not fit, is refused by its path.
 */
public final class JsonModel {
    private static final Pattern MARK = Pattern
            .compile("\\A\\s*\\{\\s*\"(\\$schema\"\\s*:\\s*\"[^\"]*\"\\s*,\\s*\")?" + ModelNames.FORMAT_KEY
                    + "\"\\s*:\\s*\""
                    + Pattern.quote(ModelNames.FORMAT) + "\"");
    private static final Set<String> KEYS = Set.of("$schema", ModelNames.FORMAT_KEY, ModelNames.VERSION_KEY,
            ModelNames.STATE, ModelNames.ARTIFACTS, ModelNames.DIRECTORY);

    private final String file;
    private final Function<String, Optional<EClass>> types;
    private final Map<String, String> elsewhere;
    private final Map<String, EObject> byId = new HashMap<>();
    private final List<Runnable> references = new ArrayList<>();
    private final byte[] content;

    private JsonModel(String file, byte[] content, Function<String, Optional<EClass>> types,
            Map<String, String> elsewhere) {
        this.file = file;
        this.content = content;
        this.types = types;
        this.elsewhere = elsewhere;
    }

    /**
     * @param content how a file begins
     * @return whether it is a model as JSON
     */
    public static boolean isModel(byte[] content) {
        String head = new String(content, StandardCharsets.UTF_8);
        return MARK.matcher(head.startsWith("\ufeff") ? head.substring(1) : head).find();
    }

    /**
     * @param file name of the file, for messages
     * @param input the file
     * @param types finds the class of a type of artifacts by its id
     * @param resource gets the artifacts and the directory
     * @throws ImportException when the file can't be taken over as a whole
     * @throws IOException when it can't be read
     */
    public static void load(String file, InputStream input, Function<String, Optional<EClass>> types, Resource resource)
            throws IOException {
        load(file, input, types, Map.of(), resource);
    }

    /**
     * @param file name of the file, for messages
     * @param input the file
     * @param types finds the class of a type of artifacts by its id
     * @param elsewhere ids of elements that the file refers to and does not hold, each with the id of its artifact
     * @param resource gets the artifacts and the directory
     * @throws ImportException when the file can't be taken over as a whole
     * @throws IOException when it can't be read
     */
    public static void load(String file, InputStream input, Function<String, Optional<EClass>> types,
            Map<String, String> elsewhere, Resource resource) throws IOException {
        JsonModel model = new JsonModel(file, FileBound.MODEL.read(file, input), types, elsewhere);
        model.read(model.parse(), resource);
    }

    private JsonObject parse() throws IOException {
        try {
            JsonElement root = StrictJson.parse(new ByteArrayInputStream(content));
            if (root.isJsonObject()) {
                return root.getAsJsonObject();
            }
        } catch (StrictJson.NoJsonException e) {
            throw refuse("$", e.getMessage(), e.line());
        }
        throw refuse("$", Messages.jsonObject);
    }

    private ImportException refuse(String path, String why) {
        return refuse(path, why, StrictJson.line(content, path));
    }

    private ImportException refuse(String path, String why, int line) {
        return new ImportException(Messages.bind(Messages.jsonRefused,
                new Object[]{file, oneLine(path), oneLine(why), String.valueOf(line)}));
    }

    /** Names and values of a damaged file may be anything. */
    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ");
    }

    private void read(JsonObject root, Resource resource) {
        root.keySet().stream().filter(key -> !KEYS.contains(key)).findFirst().ifPresent(key -> {
            throw refuse("$." + key, Messages.jsonUnknownField);
        });
        JsonElement version = root.get(ModelNames.VERSION_KEY);
        if (version == null || !version.isJsonPrimitive()
                || !version.getAsString().equals(String.valueOf(ModelNames.VERSION))) {
            throw refuse("$." + ModelNames.VERSION_KEY,
                    Messages.bind(Messages.jsonVersion, String.valueOf(ModelNames.VERSION)));
        }
        JsonElement artifacts = root.get(ModelNames.ARTIFACTS);
        if (artifacts == null || !artifacts.isJsonArray()) {
            throw refuse("$." + ModelNames.ARTIFACTS, Messages.jsonArray);
        }
        JsonArray all = artifacts.getAsJsonArray();
        for (int i = 0; i < all.size(); i++) {
            String path = "$." + ModelNames.ARTIFACTS + "[" + i + "]";
            JsonObject object = object(all.get(i), path);
            String type = type(object, path);
            EClass eClass = types.apply(type).filter(ModelPackage.Literals.ARTIFACT::isSuperTypeOf)
                    .orElseThrow(() -> new ImportException(Messages.bind(Messages.jsonUnknownType, file, type)));
            resource.getContents().add(read(object, eClass, eClass, path));
        }
        JsonElement directory = root.get(ModelNames.DIRECTORY);
        if (directory != null && !directory.isJsonNull()) {
            String path = "$." + ModelNames.DIRECTORY;
            resource.getContents().add(read(object(directory, path), ModelPackage.Literals.DIRECTORY,
                    ModelPackage.Literals.DIRECTORY, path));
        }
        references.forEach(Runnable::run);
    }

    private JsonObject object(JsonElement element, String path) {
        if (!element.isJsonObject()) {
            throw refuse(path, Messages.jsonObject);
        }
        return element.getAsJsonObject();
    }

    private String type(JsonObject object, String path) {
        JsonElement type = object.get(ModelNames.TYPE);
        if (type == null || !isText(type)) {
            throw refuse(path + "." + ModelNames.TYPE, Messages.jsonType);
        }
        return type.getAsString();
    }

    private static boolean isText(JsonElement element) {
        return element instanceof JsonPrimitive primitive && primitive.isString();
    }

    private EObject read(JsonObject from, EClass eClass, EClass root, String path) {
        EObject object = EcoreUtil.create(eClass);
        for (Map.Entry<String, JsonElement> field : from.entrySet()) {
            String at = path + "." + field.getKey();
            if (field.getKey().equals(ModelNames.TYPE)) {
                continue;
            }
            EStructuralFeature feature = eClass.getEStructuralFeature(field.getKey());
            if (feature == null || !ModelNames.isHeld(feature)) {
                throw refuse(at, Messages.jsonUnknownField);
            }
            if (!field.getValue().isJsonNull()) {
                set(object, feature, field.getValue(), root, at);
            }
        }
        EAttribute id = eClass.getEIDAttribute();
        if (id != null && object.eGet(id) instanceof String known) {
            byId.put(known, object);
        }
        return object;
    }

    @SuppressWarnings("unchecked")
    private void set(EObject object, EStructuralFeature feature, JsonElement value, EClass root, String path) {
        if (!feature.isMany()) {
            take(feature, value, root, path, one -> object.eSet(feature, one));
            return;
        }
        if (!value.isJsonArray()) {
            throw refuse(path, Messages.jsonArray);
        }
        List<Object> many = (List<Object>) object.eGet(feature);
        JsonArray values = value.getAsJsonArray();
        for (int i = 0; i < values.size(); i++) {
            take(feature, values.get(i), root, path + "[" + i + "]", many::add);
        }
    }

    private interface Taker {
        void take(Object value);
    }

    private void take(EStructuralFeature feature, JsonElement value, EClass root, String path, Taker taker) {
        if (feature instanceof EReference reference) {
            JsonObject target = object(value, path);
            if (reference.isContainment()) {
                taker.take(contained(reference, target, root, path));
            } else {
                // Its target may stand further down.
                references.add(() -> taker.take(target(reference, target, root, path)));
            }
            return;
        }
        try {
            taker.take(value(((EAttribute) feature).getEAttributeType(), value, path));
        } catch (IllegalArgumentException e) {
            throw refuse(path, Messages.bind(Messages.jsonValue, value, Presentation.label(feature)));
        }
    }

    private EObject contained(EReference reference, JsonObject from, EClass root, String path) {
        String type = type(from, path);
        EClass eClass = ModelNames.find(type, root).filter(reference.getEReferenceType()::isSuperTypeOf)
                .orElseThrow(() -> refuse(path + "." + ModelNames.TYPE, Messages.bind(Messages.jsonWrongType, type)));
        return read(from, eClass, root, path);
    }

    private EObject target(EReference reference, JsonObject from, EClass root, String path) {
        JsonElement address = from.get(ModelNames.REFERENCE);
        if (address == null || !isText(address)) {
            throw refuse(path + "." + ModelNames.REFERENCE, Messages.jsonReference);
        }
        EObject known = byId.get(address.getAsString());
        EClass wanted = reference.getEReferenceType();
        String holder = elsewhere.get(address.getAsString());
        if (known == null && (holder != null || address.getAsString().contains(":"))) {
            // Checked by who reads model files: nothing is followed.
            EObject proxy = EcoreUtil.create(concrete(wanted, root).orElseThrow(
                    () -> refuse(path + "." + ModelNames.REFERENCE, Messages.bind(Messages.jsonTarget,
                            address.getAsString(), Presentation.label(wanted)))));
            ((InternalEObject) proxy).eSetProxyURI(holder == null
                    ? URI.createURI(address.getAsString())
                    : ElementUris.element(holder, address.getAsString()));
            return proxy;
        }
        if (known == null || !wanted.isSuperTypeOf(known.eClass())) {
            throw refuse(path + "." + ModelNames.REFERENCE,
                    Messages.bind(Messages.jsonTarget, address.getAsString(), Presentation.label(wanted)));
        }
        return known;
    }

    /** A proxy stands for its target, of which only the address is known; its class only has to be one that may stand there. */
    private static Optional<EClass> concrete(EClass wanted, EClass root) {
        return Stream.concat(Stream.of(wanted, root), Stream.of(wanted.getEPackage(), root.getEPackage())
                .flatMap(one -> one.getEClassifiers().stream()).filter(EClass.class::isInstance)
                .map(EClass.class::cast))
                .filter(one -> wanted.isSuperTypeOf(one) && !one.isAbstract() && !one.isInterface()).findFirst();
    }

    private Object value(EDataType type, JsonElement value, String path) {
        if (value instanceof JsonObject money && money.has(ModelNames.AMOUNT)) {
            JsonElement amount = money.get(ModelNames.AMOUNT);
            JsonElement currency = money.get(ModelNames.CURRENCY);
            if (!amount.isJsonPrimitive() || currency == null || !isText(currency)) {
                throw refuse(path, Messages.jsonMoney);
            }
            return create(type, amount.getAsString() + " " + currency.getAsString());
        }
        if (!value.isJsonPrimitive()) {
            throw refuse(path, Messages.jsonPrimitive);
        }
        JsonPrimitive primitive = value.getAsJsonPrimitive();
        Class<?> instance = type.getInstanceClass();
        boolean isNumber = instance != null && (Number.class.isAssignableFrom(instance) || instance == int.class
                || instance == long.class || instance == double.class || instance == float.class);
        boolean isFlag = instance == boolean.class || instance == Boolean.class;
        if (primitive.isNumber() != isNumber || primitive.isBoolean() != isFlag) {
            throw refuse(path, Messages.bind(isNumber
                    ? Messages.jsonNumber
                    : isFlag ? Messages.jsonFlag : Messages.jsonText, primitive));
        }
        return create(type, primitive.getAsString());
    }

    private static Object create(EDataType type, String text) {
        Object value;
        try {
            value = EcoreUtil.createFromString(type, text);
        } catch (RuntimeException e) {
            // Each type throws what its parser does.
            throw new IllegalArgumentException(e.getMessage(), e);
        }
        if (value == null || type instanceof EEnum && !text.equals(EcoreUtil.convertToString(type, value))) {
            throw new IllegalArgumentException(type.getName());
        }
        return value;
    }
}
