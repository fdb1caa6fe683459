package org.chartroom.exchange.importing;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.chartroom.core.value.CleanText;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/** Reads values of JSON objects; what is not there, or is something else, is empty. */
final class OscalJson {
    private OscalJson() {
    }

    static Optional<String> text(JsonObject object, String field) {
        JsonElement value = object.get(field);
        return value == null || !value.isJsonPrimitive() || value.getAsString().isBlank()
                ? Optional.empty()
                : Optional.of(CleanText.of(value.getAsString()).strip());
    }

    /** @return how many texts have characters that files can't hold */
    static long unholdable(JsonElement element) {
        if (element.isJsonArray()) {
            return element.getAsJsonArray().asList().stream().mapToLong(OscalJson::unholdable).sum();
        }
        if (element.isJsonObject()) {
            return element.getAsJsonObject().asMap().values().stream().mapToLong(OscalJson::unholdable).sum();
        }
        return element.isJsonPrimitive() && !CleanText.of(element.getAsString()).equals(element.getAsString()) ? 1 : 0;
    }

    static List<JsonObject> objects(JsonObject object, String field) {
        List<JsonObject> objects = new ArrayList<>();
        JsonElement value = object.get(field);
        if (value != null && value.isJsonArray()) {
            value.getAsJsonArray().forEach(one -> {
                if (one.isJsonObject()) {
                    objects.add(one.getAsJsonObject());
                }
            });
        }
        return objects;
    }

    private static final Set<String> LISTS = Set.of("risks", "observations", "poam-items", "characterizations",
            "facets",
            "mitigating-factors", "remediations", "tasks", "props", "related-observations", "related-risks");
    private static final Set<String> TEXTS = Set.of("uuid", "title", "description", "statement", "status", "deadline",
            "collected", "name", "value", "observation-uuid", "risk-uuid");

    /**
     * Looks for what has not the form that the format says: it would be taken as not there.
     *
     * @param object a plan, or a part of it
     * @param path where it is, for the message
     * @return where something of another form is, and the form it should have; empty when all is well
     */
    static Optional<Map.Entry<String, String>> misshapen(JsonObject object, String path) {
        for (Map.Entry<String, JsonElement> field : object.entrySet()) {
            String place = path + "." + field.getKey();
            JsonElement value = field.getValue();
            if (TEXTS.contains(field.getKey()) && !value.isJsonPrimitive() && !value.isJsonNull()) {
                return Optional.of(Map.entry(place, "text"));
            }
            if (!LISTS.contains(field.getKey()) || value.isJsonNull()) {
                continue;
            }
            if (!value.isJsonArray()) {
                return Optional.of(Map.entry(place, "list of objects"));
            }
            for (int i = 0; i < value.getAsJsonArray().size(); i++) {
                JsonElement one = value.getAsJsonArray().get(i);
                String part = place + "[" + (i + 1) + "]";
                if (!one.isJsonObject()) {
                    return Optional.of(Map.entry(part, "object"));
                }
                Optional<Map.Entry<String, String>> inside = misshapen(one.getAsJsonObject(), part);
                if (inside.isPresent()) {
                    return inside;
                }
            }
        }
        return Optional.empty();
    }

    static Optional<JsonObject> object(JsonObject object, String field) {
        JsonElement value = object.get(field);
        return value == null || !value.isJsonObject() ? Optional.empty() : Optional.of(value.getAsJsonObject());
    }

    /** @return the day of a point in time, where it was written down */
    static Optional<LocalDate> day(JsonObject object, String field) {
        return text(object, field).map(time -> {
            try {
                return OffsetDateTime.parse(time).toLocalDate();
            } catch (DateTimeException e) {
                throw new IllegalArgumentException(
                        field + ": \"" + time + "\" is not a time, like 2024-01-01T05:00:00-04:00", e);
            }
        });
    }

    /** @return the fields of objects that are none of the known ones */
    static Set<String> others(Collection<JsonObject> objects, Set<String> known) {
        Set<String> others = new TreeSet<>();
        objects.forEach(object -> others.addAll(object.keySet()));
        others.removeAll(known);
        return others;
    }
}
