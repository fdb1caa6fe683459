package org.chartroom.exchange.json;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.chartroom.core.store.ElementUris;
import org.chartroom.core.type.ValueTexts;
import org.chartroom.core.workspace.StateStamp;
import org.chartroom.exchange.export.ModelExport;
import org.chartroom.exchange.sealed.SealedContent;
import org.chartroom.model.Artifact;
import org.chartroom.model.Directory;
import org.chartroom.model.Element;
import org.chartroom.model.Money;
import org.chartroom.model.SealedArtifact;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EDataType;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.InternalEObject;
import org.eclipse.emf.ecore.util.EcoreUtil;

import com.google.gson.FormattingStyle;
import com.google.gson.stream.JsonWriter;

/** Writes artifacts as JSON, complete, with the directory they refer to; see releng/docs/model-json.md. */
public final class JsonExport {
    private final JsonWriter json;
    private final Function<EClass, String> types;

    private JsonExport(JsonWriter json, Function<EClass, String> types) {
        this.json = json;
        this.types = types;
    }

    /**
     * @param artifacts the artifacts and sealed artifacts, in the order they are written; not changed
     * @param directory the directory of their workspace; not changed
     * @param state the state they are in; empty for none
     * @param types gives the id of the type of an artifact's class
     * @param out where to write; left open
     * @throws IOException when writing fails
     */
    public static void write(List<? extends Element> artifacts, Directory directory, Optional<StateStamp> state,
            Function<EClass, String> types, OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        JsonWriter json = new JsonWriter(writer);
        json.setFormattingStyle(FormattingStyle.PRETTY);
        json.setHtmlSafe(false);
        json.setSerializeNulls(true);
        Map<String, SealedArtifact> sealed = artifacts.stream().filter(SealedArtifact.class::isInstance)
                .map(SealedArtifact.class::cast).collect(Collectors.toMap(SealedArtifact::getId, Function.identity()));
        new JsonExport(json, types).write(ModelExport.copy(artifacts, directory).getContents(), sealed, state);
        json.flush();
        writer.write("\n");
        writer.flush();
    }

    private void write(List<EObject> roots, Map<String, SealedArtifact> sealed, Optional<StateStamp> state)
            throws IOException {
        json.beginObject();
        json.name(ModelNames.FORMAT_KEY).value(ModelNames.FORMAT);
        json.name(ModelNames.VERSION_KEY).value(ModelNames.VERSION);
        json.name(ModelNames.STATE).value(state.map(StateStamp::text).orElse(null));
        json.name(ModelNames.ARTIFACTS).beginArray();
        for (EObject root : roots) {
            if (root instanceof Artifact) {
                write(root, types.apply(root.eClass()), root.eClass());
            } else if (root instanceof SealedArtifact place) {
                json.jsonValue(SealedContent.text(sealed.get(place.getId())));
            }
        }
        json.endArray();
        for (EObject root : roots) {
            if (root instanceof Directory) {
                json.name(ModelNames.DIRECTORY);
                write(root, root.eClass().getName(), root.eClass());
            }
        }
        json.endObject();
    }

    private void write(EObject object, String type, EClass root) throws IOException {
        json.beginObject();
        json.name(ModelNames.TYPE).value(type);
        for (EStructuralFeature feature : object.eClass().getEAllStructuralFeatures()) {
            if (ModelNames.isHeld(feature)) {
                json.name(feature.getName());
                Object value = object.eGet(feature, false);
                if (feature.isMany()) {
                    json.beginArray();
                    for (Object one : (List<?>) value) {
                        write(feature, one, root);
                    }
                    json.endArray();
                } else {
                    write(feature, object.eIsSet(feature) ? value : null, root);
                }
            }
        }
        json.endObject();
    }

    private void write(EStructuralFeature feature, Object value, EClass root) throws IOException {
        if (value == null) {
            json.nullValue();
        } else if (feature instanceof EReference reference) {
            EObject target = (EObject) value;
            if (reference.isContainment()) {
                write(target, ModelNames.name(target.eClass(), root), root);
            } else {
                writeReference(target);
            }
        } else {
            writeValue(((EAttribute) feature).getEAttributeType(), value);
        }
    }

    private void writeReference(EObject target) throws IOException {
        json.beginObject();
        if (target.eIsProxy()) {
            json.name(ModelNames.REFERENCE).value(((InternalEObject) target).eProxyURI().toString());
        } else if (target.eResource() == null || ElementUris.SCHEME.equals(target.eResource().getURI().scheme())) {
            // Of an artifact that is not in the file.
            json.name(ModelNames.REFERENCE).value(EcoreUtil.getURI(target).toString());
        } else {
            json.name(ModelNames.REFERENCE).value(((Element) target).getId());
        }
        json.name(ModelNames.NAME).value(target.eIsProxy() ? null : ValueTexts.name((Element) target));
        json.endObject();
    }

    private void writeValue(EDataType type, Object value) throws IOException {
        if (value instanceof Money money) {
            json.beginObject();
            // Plain: a reader that takes it for a double at least sees the digits.
            json.name(ModelNames.AMOUNT).jsonValue(money.amount().toPlainString());
            json.name(ModelNames.CURRENCY).value(money.currency().getCurrencyCode());
            json.endObject();
        } else if (value instanceof BigDecimal number) {
            json.jsonValue(number.toPlainString());
        } else if (value instanceof Integer || value instanceof Long || value instanceof Short) {
            json.value((Number) value);
        } else if (value instanceof Boolean flag) {
            json.value(flag);
        } else {
            json.value(EcoreUtil.convertToString(type, value));
        }
    }
}
