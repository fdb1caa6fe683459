package org.chartroom.exchange.importing;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
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
