package org.chartroom.exchange.json;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.chartroom.exchange.csv.ImportException;
import org.chartroom.exchange.sealed.ModelParts;
import org.chartroom.exchange.sealed.SealedContent;
import org.chartroom.model.SealedArtifact;
import org.eclipse.emf.ecore.EClass;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

/** Cuts artifacts of unknown types out of a model as JSON. */
public final class JsonParts {
    private JsonParts() {
    }

    /**
     * Cuts a file in parts.
     *
     * @param file name of the file, for messages
     * @param content the file
     * @param types finds the class of a type of artifacts by its id
     * @return the parts; a file that is no model as JSON is one known part, and who reads it says what is wrong with it
     * @throws ImportException when a part can't be kept as it is
     * @throws IOException when the content can't be read
     */
    public static ModelParts of(String file, byte[] content, Function<String, Optional<EClass>> types)
            throws IOException {
        List<JsonObject> artifacts = artifacts(content);
        if (artifacts.stream().allMatch(one -> isKnown(one, types))) {
            return ModelParts.known(content);
        }
        String text = SealedContent.decode(file, content);
        List<int[]> ranges = ranges(text);
        if (ranges.size() != artifacts.size()) {
            throw new ImportException(Messages.bind(Messages.jsonRefused,
                    new Object[]{file, "$." + ModelNames.ARTIFACTS, Messages.jsonArray,
                            String.valueOf(StrictJson.line(content, "$." + ModelNames.ARTIFACTS))}));
        }
        Map<String, String> owners = new HashMap<>();
        artifacts.forEach(one -> text(one, "id").ifPresent(id -> values(one, "id").forEach(
                inner -> owners.put(inner, id))));
        List<SealedArtifact> sealed = new ArrayList<>();
        Map<String, String> inside = new HashMap<>();
        List<String> known = new ArrayList<>();
        for (int i = 0; i < artifacts.size(); i++) {
            JsonObject artifact = artifacts.get(i);
            String part = text.substring(ranges.get(i)[0], ranges.get(i)[1]);
            if (isKnown(artifact, types)) {
                known.add(part);
                continue;
            }
            SealedArtifact one = SealedContent.create(file, SealedContent.JSON,
                    new SealedContent.Head(text(artifact, "id").orElse(null), text(artifact, "key").orElse(null),
                            text(artifact, "title").orElse(null), text(artifact, ModelNames.TYPE).orElseThrow()),
                    part);
            SealedContent.addTargets(one, values(artifact, ModelNames.REFERENCE), owners);
            values(artifact, "id").forEach(id -> inside.put(id, one.getArtifactId()));
            sealed.add(one);
        }
        String rest = text.substring(0, ranges.get(0)[0]) + String.join(",", known)
                + text.substring(ranges.get(ranges.size() - 1)[1]);
        return new ModelParts(rest.getBytes(StandardCharsets.UTF_8), sealed, inside);
    }

    private static List<JsonObject> artifacts(byte[] content) throws IOException {
        List<JsonObject> artifacts = new ArrayList<>();
        try {
            JsonElement root = StrictJson.parse(new ByteArrayInputStream(content));
            if (root instanceof JsonObject object && object.get(ModelNames.ARTIFACTS) != null
                    && object.get(ModelNames.ARTIFACTS).isJsonArray()) {
                for (JsonElement one : object.getAsJsonArray(ModelNames.ARTIFACTS)) {
                    if (!one.isJsonObject()) {
                        return List.of();
                    }
                    artifacts.add(one.getAsJsonObject());
                }
            }
        } catch (StrictJson.NoJsonException e) {
            return List.of();
        }
        return artifacts;
    }

    /** What names no type is refused by who reads the file. */
    private static boolean isKnown(JsonObject artifact, Function<String, Optional<EClass>> types) {
        return text(artifact, ModelNames.TYPE).flatMap(type -> types.apply(type).isPresent()
                ? Optional.empty()
                : Optional.of(type)).isEmpty();
    }

    private static Optional<String> text(JsonObject object, String name) {
        return object.get(name) instanceof JsonPrimitive primitive && primitive.isString()
                ? Optional.of(primitive.getAsString())
                : Optional.empty();
    }

    /** @return all texts that stand under a name, however deep */
    private static Set<String> values(JsonElement element, String name) {
        Set<String> values = new HashSet<>();
        if (element instanceof JsonObject object) {
            text(object, name).ifPresent(values::add);
            object.entrySet().forEach(entry -> values.addAll(values(entry.getValue(), name)));
        } else if (element.isJsonArray()) {
            element.getAsJsonArray().forEach(one -> values.addAll(values(one, name)));
        }
        return values;
    }

    /** Where the objects in the list of artifacts stand, in JSON that is known to be well-formed. */
    private static List<int[]> ranges(String text) {
        List<int[]> ranges = new ArrayList<>();
        int depth = 0;
        int start = 0;
        boolean isInside = false;
        String name = "";
        for (int at = 0; at < text.length(); at++) {
            char sign = text.charAt(at);
            if (sign == '"') {
                int end = textEnd(text, at);
                name = depth == 1 ? text.substring(at + 1, end) : name;
                at = end;
            } else if (sign == '{' || sign == '[') {
                isInside |= depth == 1 && sign == '[' && name.equals(ModelNames.ARTIFACTS);
                start = depth == 2 ? at : start;
                depth++;
            } else if (sign == '}' || sign == ']') {
                depth--;
                if (isInside && depth == 2) {
                    ranges.add(new int[]{start, at + 1});
                }
                isInside &= depth > 1;
            }
        }
        return ranges;
    }

    private static int textEnd(String text, int from) {
        int at = from + 1;
        while (text.charAt(at) != '"') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        return at;
    }
}
