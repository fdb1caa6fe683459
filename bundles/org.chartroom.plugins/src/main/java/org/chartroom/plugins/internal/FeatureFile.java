package org.chartroom.plugins.internal;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.chartroom.platform.plugins.PluginNames;
import org.chartroom.plugins.PluginException;

/**
 * A feature in the JSON of the OSGi Feature specification, as far as it tells what to install.
 *
 * @param id group and name
 * @param version its version
 * @param name what a user calls it
 * @param vendor who makes it
 * @param description one sentence on what it is for
 * @param bundles its bundles
 */
record FeatureFile(String id, String version, String name, String vendor, String description, List<Artifact> bundles) {
    private static final String FORMAT = "1.0";
    /** It names bundles and does not hold them. */
    private static final long MOST_BYTES = 8L * 1024 * 1024;

    /**
     * A bundle of the feature.
     *
     * @param group group of its coordinates
     * @param artifact artifact of its coordinates
     * @param version version of its coordinates
     * @param sha256 what its checksum must be; empty when the feature does not say
     * @param url where it is, seen from the feature; empty when it lies beside it under its own name
     */
    record Artifact(String group, String artifact, String version, String sha256, String url) {
        /** Where it may lie, seen from the feature: named there, beside it, in a folder of bundles, or as in Maven. */
        List<String> places() {
            String file = artifact + "-" + version + ".jar";
            return url.isEmpty()
                    ? List.of(file, "bundles/" + file, "../bundles/" + file,
                            group.replace('.', '/') + "/" + artifact + "/" + version + "/" + file)
                    : List.of(url);
        }

        String fileName() {
            return artifact + "-" + version + ".jar";
        }
    }

    static JsonObject parse(Path file, String source) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            throw new PluginException(
                    Messages.bind(Messages.tooLarge, source, String.valueOf(MOST_BYTES / 1024 / 1024)));
        }
        try {
            return JsonParser.parseString(Files.readString(file)).getAsJsonObject();
        } catch (CharacterCodingException e) {
            throw new PluginException(Messages.bind(Messages.neitherJarNorJson, source), e);
        } catch (JsonParseException | IllegalStateException e) {
            throw new PluginException(Messages.bind(Messages.damagedJson, source, e.getMessage()), e);
        }
    }

    static boolean isFeature(JsonObject json) {
        return json.has("feature-resource-version") || json.has("bundles");
    }

    static FeatureFile of(JsonObject json, String source) {
        String format = text(json, "feature-resource-version");
        if (!format.equals(FORMAT)) {
            throw new PluginException(Messages.bind(Messages.featureFormat,
                    new Object[]{source, format.isEmpty() ? "?" : format, FORMAT}));
        }
        try {
            String[] id = coordinates(text(json, "id"), source);
            List<Artifact> bundles = new ArrayList<>();
            JsonArray all = json.has("bundles") ? json.getAsJsonArray("bundles") : new JsonArray();
            for (JsonElement element : all) {
                // The specification lets a bundle be its id alone.
                JsonObject bundle = element.isJsonObject() ? element.getAsJsonObject() : new JsonObject();
                String[] parts = coordinates(element.isJsonObject() ? text(bundle, "id") : element.getAsString(),
                        source);
                bundles.add(new Artifact(parts[0], parts[1], parts[2], text(bundle, "sha-256"), text(bundle, "url")));
            }
            String name = plain(json, "name", source);
            return new FeatureFile(id[0] + ":" + id[1], id[2], name.isEmpty() ? id[1] : name,
                    plain(json, "vendor", source), plain(json, "description", source), List.copyOf(bundles));
        } catch (ClassCastException | IllegalStateException e) {
            throw new PluginException(Messages.bind(Messages.damagedJson, source, e.getMessage()), e);
        }
    }

    private static String[] coordinates(String id, String source) {
        String[] parts = id.split(":");
        if (parts.length < 3 || !PluginNames.isId(parts[0] + ":" + parts[1])
                || !PluginNames.isFeatureVersion(parts[parts.length - 1])) {
            throw new PluginException(Messages.bind(Messages.noFeatureId, source, PluginNames.shown(id)));
        }
        // Between artifact and version the specification allows a type and a classifier.
        return new String[]{parts[0], parts[1], parts[parts.length - 1]};
    }

    /** A text that people get to see. */
    static String plain(JsonObject json, String key, String source) {
        String text = text(json, key);
        if (!PluginNames.isPlain(text)) {
            throw new PluginException(
                    Messages.bind(Messages.hiddenLetters, new Object[]{source, key, PluginNames.shown(text)}));
        }
        return text;
    }

    static String text(JsonObject json, String key) {
        JsonElement value = json.get(key);
        return value != null && value.isJsonPrimitive() ? value.getAsString() : "";
    }
}
