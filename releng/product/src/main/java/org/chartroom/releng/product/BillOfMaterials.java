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
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The bill of materials that Maven made of the product (CycloneDX), for what one platform gets. Under each wrapper stand the
 * parts that it repackages, so that whoever looks for them finds them by their own names.
 */
final class BillOfMaterials {
    private static final String WRAPPED = "org.chartroom.wrapped";
    private static final Pattern GROUPS = Pattern.compile("<wrapped\\.groupIds>([^<]+)</wrapped\\.groupIds>");
    /** The plug-in that makes the bills says of itself that it needs a network, though it does not. */
    private static final String REMEDY = "build the product without the option -o, with which Maven leaves bills out";
    private static final Gson GSON = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    private final Path product;
    private final Path wrappers;

    /**
     * @param product the bill of the whole product
     * @param wrappers folder of the wrappers, each with a bill of its own
     */
    BillOfMaterials(Path product, Path wrappers) {
        this.product = product;
        this.wrappers = wrappers;
    }

    /**
     * The bill as JSON; the same for the same sources.
     *
     * @param versions the version of each part, by its group and artifact id
     */
    String of(Map<String, String> versions) throws IOException {
        JsonObject bill = read(product);
        JsonArray parts = new JsonArray();
        Set<String> missing = new TreeSet<>(versions.keySet());
        Set<String> references = new HashSet<>();
        references.add(reference(bill.getAsJsonObject("metadata").getAsJsonObject("component")));
        for (JsonElement element : bill.getAsJsonArray("components")) {
            JsonObject part = element.getAsJsonObject();
            String id = text(part, "group") + ":" + text(part, "name");
            if (text(part, "version").equals(versions.get(id))) {
                missing.remove(id);
                if (WRAPPED.equals(text(part, "group"))) {
                    unwrap(part);
                }
                parts.add(part);
                references.add(reference(part));
            }
        }
        if (!missing.isEmpty()) {
            throw new IOException(product + " does not name " + String.join(", ", missing) + "; " + REMEDY);
        }
        bill.add("components", parts);
        bill.add("dependencies", among(references, bill.getAsJsonArray("dependencies")));
        return GSON.toJson(bill) + "\n";
    }

    private void unwrap(JsonObject wrapper) throws IOException {
        // Maven took it from us; the licences are those of the parts.
        wrapper.remove("licenses");
        Path folder = wrappers.resolve(text(wrapper, "name"));
        Matcher groups = GROUPS.matcher(Files.readString(folder.resolve("pom.xml")));
        if (!groups.find()) {
            throw new IOException(folder + " does not say what it wraps: add wrapped.groupIds to its pom.xml");
        }
        Set<String> wrapped = new HashSet<>(Arrays.asList(groups.group(1).trim().split("\\s*,\\s*")));
        JsonArray parts = new JsonArray();
        for (JsonElement element : read(folder.resolve("target/bom.json")).getAsJsonArray("components")) {
            JsonObject part = element.getAsJsonObject();
            if (wrapped.contains(text(part, "group"))) {
                // A part that two wrappers share would be there twice under one reference.
                part.addProperty("bom-ref", text(wrapper, "name") + "/" + reference(part));
                parts.add(part);
            }
        }
        wrapper.add("components", parts);
    }

    private static JsonArray among(Set<String> references, JsonArray dependencies) {
        JsonArray kept = new JsonArray();
        for (JsonElement element : dependencies) {
            JsonObject one = element.getAsJsonObject();
            if (references.contains(text(one, "ref"))) {
                JsonArray on = new JsonArray();
                if (one.has("dependsOn")) {
                    one.getAsJsonArray("dependsOn").forEach(reference -> {
                        if (references.contains(reference.getAsString())) {
                            on.add(reference);
                        }
                    });
                }
                one.add("dependsOn", on);
                kept.add(one);
            }
        }
        return kept;
    }

    private static JsonObject read(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new IOException(file + " is not there; " + REMEDY);
        }
        return JsonParser.parseString(Files.readString(file)).getAsJsonObject();
    }

    private static String reference(JsonObject part) {
        return text(part, "bom-ref");
    }

    private static String text(JsonObject object, String key) {
        return object.has(key) ? object.get(key).getAsString() : "";
    }
}
