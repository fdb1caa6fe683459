package org.chartroom.releng.product;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
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
     * @param platforms the platforms it is for; empty when it is for all
     */
    record Bundle(String id, int startLevel, boolean headless, List<String> platforms) {
        boolean isFor(String platform) {
            return platforms.isEmpty() || platforms.contains(platform);
        }
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

    String id() {
        return text("id");
    }

    String text(String key) {
        return json.has(key) ? json.get(key).getAsString() : "";
    }

    List<Bundle> bundles() {
        List<Bundle> bundles = new ArrayList<>();
        for (JsonElement element : json.getAsJsonArray("bundles")) {
            bundles.add(bundle(element.getAsJsonObject()));
        }
        return bundles;
    }

    private static Bundle bundle(JsonObject bundle) {
        return new Bundle(bundle.get("id").getAsString(),
                bundle.has("start-level") ? bundle.get("start-level").getAsInt() : DEFAULT_START_LEVEL,
                bundle.has("headless") && bundle.get("headless").getAsBoolean(),
                bundle.has("platforms") ? List.of(bundle.get("platforms").getAsString().split(",")) : List.of());
    }

    /** Whether users can switch it off and on. */
    boolean isOptional() {
        return extension("optional") != null;
    }

    /** Whether it is on as long as a user says nothing else. */
    boolean isOn() {
        return !isOptional() || extension("optional").getAsJsonObject("json").get("on").getAsBoolean();
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
    String complete(String version, Artifacts artifacts, String platform) throws IOException {
        JsonObject complete = json.deepCopy();
        complete.addProperty("id", json.get("id").getAsString() + ":" + version);
        JsonArray bundles = new JsonArray();
        for (JsonElement element : complete.getAsJsonArray("bundles")) {
            if (bundle(element.getAsJsonObject()).isFor(platform)) {
                complete(element.getAsJsonObject(), artifacts);
                bundles.add(element);
            }
        }
        complete.add("bundles", bundles);
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
