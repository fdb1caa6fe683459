package org.chartroom.releng.product;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A feature as its source describes it, in the JSON of the OSGi Feature specification but without versions: those are
 * the target platform's and are filled in here.
 */
final class Feature {
    /** Where a bundle starts when its feature says nothing else: after the platform, before the workbench. */
    private static final int DEFAULT_START_LEVEL = 8;
    private static final Gson GSON = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    /**
     * A bundle of the feature.
     *
     * @param id group and artifact id
     * @param startLevel when it starts
     * @param headless whether it belongs to the profile without a display, too
     */
    record Bundle(String id, int startLevel, boolean headless) {
    }

    private final JsonObject json;

    private Feature(JsonObject json) {
        this.json = json;
    }

    static Feature read(Path file) throws IOException {
        return new Feature(JsonParser.parseString(Files.readString(file)).getAsJsonObject());
    }

    String name() {
        String id = json.get("id").getAsString();
        return id.substring(id.indexOf(':') + 1);
    }

    List<Bundle> bundles() {
        List<Bundle> bundles = new ArrayList<>();
        for (JsonElement element : json.getAsJsonArray("bundles")) {
            JsonObject bundle = element.getAsJsonObject();
            bundles.add(new Bundle(bundle.get("id").getAsString(),
                    bundle.has("start-level") ? bundle.get("start-level").getAsInt() : DEFAULT_START_LEVEL,
                    bundle.has("headless") && bundle.get("headless").getAsBoolean()));
        }
        return bundles;
    }

    List<String> launcher() {
        List<String> ids = new ArrayList<>();
        JsonObject launcher = extension("launcher");
        if (launcher != null) {
            launcher.getAsJsonArray("artifacts")
                    .forEach(artifact -> ids.add(artifact.getAsJsonObject().get("id").getAsString()));
        }
        return ids;
    }

    Map<String, Map<String, String>> profiles() {
        Map<String, Map<String, String>> profiles = new TreeMap<>();
        JsonObject extension = extension("profiles");
        if (extension != null) {
            extension.getAsJsonObject("json").entrySet().forEach(profile -> {
                Map<String, String> settings = new TreeMap<>();
                profile.getValue().getAsJsonObject().entrySet()
                        .forEach(setting -> settings.put(setting.getKey(), setting.getValue().getAsString()));
                profiles.put(profile.getKey(), settings);
            });
        }
        return profiles;
    }

    private JsonObject extension(String name) {
        JsonObject extensions = json.getAsJsonObject("extensions");
        return extensions == null ? null : extensions.getAsJsonObject(name);
    }

    /** The feature with the version and the checksum of each artifact, as the product carries it. */
    String complete(String version, Artifacts artifacts) throws IOException {
        JsonObject complete = json.deepCopy();
        complete.addProperty("id", json.get("id").getAsString() + ":" + version);
        for (JsonElement bundle : complete.getAsJsonArray("bundles")) {
            complete(bundle.getAsJsonObject(), artifacts);
        }
        if (extension("launcher") != null) {
            for (JsonElement artifact : complete.getAsJsonObject("extensions").getAsJsonObject("launcher")
                    .getAsJsonArray("artifacts")) {
                complete(artifact.getAsJsonObject(), artifacts);
            }
        }
        return GSON.toJson(complete) + "\n";
    }

    private static void complete(JsonObject artifact, Artifacts artifacts) throws IOException {
        String id = artifact.get("id").getAsString();
        artifact.addProperty("id", id + ":" + artifacts.version(id));
        artifact.addProperty("sha-256", artifacts.sha256(id));
    }
}
