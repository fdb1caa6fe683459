package org.chartroom.plugins.internal;

import org.chartroom.core.files.Sha256;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.chartroom.core.files.InsideFolder;
import org.chartroom.platform.plugins.PluginNames;
import org.chartroom.plugins.PluginException;
import org.chartroom.plugins.PluginOffer;
import org.eclipse.core.runtime.IProgressMonitor;

/** Fetches a plug-in from where it is: a jar, a feature file, a folder, or an index. */
final class Stager {
    private static final String INDEX_FORMAT = "1";
    private static final String FEATURE = "feature.json";

    private final IProgressMonitor monitor;
    private final Path folder;
    private final boolean signerDemanded;

    /**
     * @param folder an empty folder for the copies
     * @param signerDemanded whether what is staged must be signed by somebody who is known
     * @param monitor whether to stop
     */
    Stager(Path folder, boolean signerDemanded, IProgressMonitor monitor) {
        this.folder = folder;
        this.signerDemanded = signerDemanded;
        this.monitor = monitor;
    }

    /** What an index offers; empty when the source is none. */
    List<PluginOffer> offers(String text) throws IOException {
        Source source = Source.of(text);
        if (source.isFolder()) {
            return List.of();
        }
        Path copy = fetch(source);
        if (isZip(copy)) {
            return List.of();
        }
        JsonObject json = FeatureFile.parse(copy, text);
        return FeatureFile.isFeature(json) ? List.of() : entries(json, text).stream().map(Entry::offer).toList();
    }

    Staged stage(String typed, Optional<String> id) throws IOException {
        Source source = Source.of(typed);
        demandSafe(source, "");
        String text = source.toString();
        if (source.isFolder()) {
            Source feature = source.resolve(FEATURE);
            return Files.exists(source.folder().resolve(FEATURE))
                    ? feature(feature, json(feature), text)
                    : folderOfJars(source);
        }
        Path copy = fetch(source);
        if (isZip(copy)) {
            return single(copy, text, Map.of());
        }
        JsonObject json = FeatureFile.parse(copy, text);
        Files.delete(copy);
        return FeatureFile.isFeature(json) ? feature(source, json, text) : fromIndex(source, json, text, id);
    }

    /** Over plain http anybody on the way can put other code in its place, unless it is known what must arrive. */
    private void demandSafe(Source source, String sha256) {
        if (source.isPlainHttp() && sha256.isEmpty() && !signerDemanded) {
            throw new PluginException(Messages.bind(Messages.plainHttp, source));
        }
    }

    private Path fetch(Source source) {
        return fetchIfThere(source, source.name())
                .orElseThrow(() -> new PluginException(Messages.bind(Messages.missingFile, source)));
    }

    private JsonObject json(Source source) throws IOException {
        Path copy = fetch(source);
        JsonObject json = FeatureFile.parse(copy, source.toString());
        Files.delete(copy);
        return json;
    }

    private static boolean isZip(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.read() == 'P' && in.read() == 'K';
        }
    }

    /** A plug-in of one bundle. */
    private Staged single(Path copy, String source, Map<Path, String> hashes) throws IOException {
        BundleJar jar = BundleJar.read(copy);
        Path named = InsideFolder.file(folder, jar.symbolicName() + "-" + jar.version() + ".jar");
        if (!named.equals(copy)) {
            Files.move(copy, named);
        }
        return new Staged(jar.symbolicName(), jar.version(), jar.name(), jar.vendor(), jar.description(), source,
                folder,
                List.of(BundleJar.read(named)), hashes);
    }

    private Staged folderOfJars(Source source) throws IOException {
        List<BundleJar> jars = new ArrayList<>();
        try (Stream<Path> files = Files.list(source.folder())) {
            for (Path file : files.filter(path -> path.toString().toLowerCase(Locale.ROOT).endsWith(".jar")).sorted()
                    .toList()) {
                jars.add(BundleJar.read(fetch(source.resolve(file.getFileName().toString()))));
            }
        }
        if (jars.isEmpty()) {
            throw new PluginException(Messages.bind(Messages.emptyFolder, source));
        }
        BundleJar first = jars.get(0);
        if (jars.size() == 1) {
            return single(first.file(), source.toString(), Map.of());
        }
        String name = source.name();
        String id = name.replaceAll("[^A-Za-z0-9._-]", "_");
        return new Staged(PluginNames.isId(id) ? id : id.replaceAll("[^A-Za-z0-9_-]", "_"), first.version(), name,
                first.vendor(), "",
                source.toString(), folder, jars, Map.of());
    }

    private Staged feature(Source source, JsonObject json, String from) {
        FeatureFile feature = FeatureFile.of(json, source.toString());
        List<BundleJar> jars = new ArrayList<>();
        Map<Path, String> hashes = new HashMap<>();
        for (FeatureFile.Artifact artifact : feature.bundles()) {
            Path copy = artifact.places().stream()
                    .map(place -> bundle(source.resolve(place), artifact)).flatMap(Optional::stream)
                    .findFirst().orElseThrow(() -> new PluginException(
                            Messages.bind(Messages.missingBundle, source, artifact.fileName())));
            jars.add(BundleJar.read(copy));
            if (!artifact.sha256().isEmpty()) {
                hashes.put(copy, artifact.sha256());
            }
        }
        if (jars.isEmpty()) {
            throw new PluginException(Messages.bind(Messages.emptyFolder, source));
        }
        return new Staged(feature.id(), feature.version(), feature.name(), feature.vendor(), feature.description(),
                from,
                folder, jars, hashes);
    }

    private Optional<Path> bundle(Source source, FeatureFile.Artifact artifact) {
        demandSafe(source, artifact.sha256());
        return fetchIfThere(source, artifact.fileName());
    }

    /** Several places are tried for a bundle, also of a server, which answers for those where nothing is. */
    private Optional<Path> fetchIfThere(Source source, String name) {
        try {
            return source.copyTo(folder, name, monitor);
        } catch (AbsentException e) {
            return Optional.empty();
        }
    }

    /** A line of an index. */
    private record Entry(PluginOffer offer, String url, String sha256) {
    }

    private static List<Entry> entries(JsonObject json, String source) {
        String format = FeatureFile.text(json, "index-version");
        if (format.isEmpty()) {
            throw new PluginException(Messages.bind(Messages.neitherJarNorJson, source));
        }
        if (!format.equals(INDEX_FORMAT)) {
            throw new PluginException(
                    Messages.bind(Messages.indexFormat, new Object[]{source, format, INDEX_FORMAT}));
        }
        try {
            List<Entry> entries = new ArrayList<>();
            for (JsonElement element : json.getAsJsonArray("features")) {
                JsonObject one = element.getAsJsonObject();
                String[] id = FeatureFile.text(one, "id").split(":");
                if (id.length < 3 || !PluginNames.isId(id[0] + ":" + id[1])
                        || FeatureFile.text(one, "url").isEmpty()) {
                    throw new PluginException(Messages.bind(Messages.noFeatureId, source,
                            PluginNames.shown(FeatureFile.text(one, "id"))));
                }
                String name = FeatureFile.plain(one, "name", source);
                entries.add(new Entry(
                        new PluginOffer(id[0] + ":" + id[1], id[id.length - 1], name.isEmpty() ? id[1] : name,
                                FeatureFile.plain(one, "description", source)),
                        FeatureFile.text(one, "url"), FeatureFile.text(one, "sha-256")));
            }
            return entries;
        } catch (ClassCastException | IllegalStateException | NullPointerException e) {
            throw new PluginException(Messages.bind(Messages.damagedJson, source, e.getMessage()), e);
        }
    }

    private Staged fromIndex(Source source, JsonObject json, String text, Optional<String> id) throws IOException {
        List<Entry> entries = entries(json, text);
        if (entries.isEmpty()) {
            throw new PluginException(Messages.bind(Messages.emptyIndex, text));
        }
        List<Entry> fitting = entries.stream().filter(one -> id.isEmpty() || isCalled(one.offer().id(), id.get()))
                .toList();
        if (fitting.size() != 1) {
            String all = entries.stream().map(one -> one.offer().id()).collect(Collectors.joining(", "));
            throw new PluginException(fitting.isEmpty()
                    ? Messages.bind(Messages.notInIndex, new Object[]{text, id.get(), all})
                    : Messages.bind(Messages.severalInIndex, text, all));
        }
        Entry entry = fitting.get(0);
        Source feature = source.resolve(entry.url());
        demandSafe(feature, entry.sha256());
        Path copy = fetch(feature);
        if (!entry.sha256().isEmpty() && !entry.sha256().equalsIgnoreCase(Sha256.of(copy))) {
            throw new PluginException(Messages.bind(Messages.wrongHash,
                    new Object[]{feature, Sha256.of(copy), entry.sha256()}));
        }
        if (isZip(copy)) {
            return single(copy, text, Map.of());
        }
        JsonObject content = FeatureFile.parse(copy, feature.toString());
        Files.delete(copy);
        Staged staged = feature(feature, content, text);
        if (!staged.id().equals(entry.offer().id()) || !staged.version().equals(entry.offer().version())) {
            throw new PluginException(Messages.bind(Messages.notBroughtByIndex,
                    new Object[]{feature, staged.id() + ":" + staged.version(),
                            entry.offer().id() + ":" + entry.offer().version()}));
        }
        return staged;
    }

    /** Whether an id is meant: its name alone is enough. */
    static boolean isCalled(String id, String text) {
        return id.equals(text) || id.endsWith(":" + text);
    }
}
