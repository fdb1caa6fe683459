package org.chartroom.platform.plugins;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.channels.FileChannel;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What is installed, as one file tells it: a properties file with a number of its format.
 *
 * @param plugins the plug-ins, in the order they were installed
 * @param features by id, the features of the installation that the user has switched on or off; others are as the
 *        installation has them
 * @param setAside entries that can't be understood
 */
public record PluginRecord(List<InstalledPlugin> plugins, Map<String, Boolean> features,
        List<SetAsidePlugin> setAside) {
    /** The format that is written. */
    public static final int FORMAT = 2;
    private static final String WITHOUT_CHECKSUM = "1";
    /** Key of the SHA-256 of all other lines. */
    private static final String CHECKSUM = "sha-256";
    private static final Pattern NEWER = Pattern.compile("format=([3-9]|[1-9][0-9]+)");
    private static final Pattern ENTRY = Pattern.compile("plugin\\.([0-9]{1,9})\\..*");
    /** Nothing is installed. */
    public static final PluginRecord EMPTY = new PluginRecord(List.of(), Map.of(), List.of());

    /**
     * Copies what it is given.
     *
     * @param plugins the plug-ins
     * @param features the features switched on or off
     * @param setAside entries that can't be understood
     */
    public PluginRecord {
        plugins = List.copyOf(plugins);
        features = Map.copyOf(features);
        setAside = List.copyOf(setAside);
    }

    /**
     * Finds a plug-in.
     *
     * @param id its id
     * @return the plug-in; empty when it is not installed
     */
    public Optional<InstalledPlugin> find(String id) {
        return plugins.stream().filter(plugin -> plugin.id().equals(id)).findFirst();
    }

    /**
     * Gives the record with a plug-in in the place of the one with the same id, or behind the others. Entries with its id
     * that can't be understood go.
     *
     * @param plugin the plug-in
     * @return another record
     */
    public PluginRecord with(InstalledPlugin plugin) {
        List<InstalledPlugin> all = new ArrayList<>(plugins);
        int at = all.indexOf(find(plugin.id()).orElse(null));
        if (at < 0) {
            all.add(plugin);
        } else {
            all.set(at, plugin);
        }
        return new PluginRecord(all, features, setAsideWithout(plugin.id()));
    }

    private List<SetAsidePlugin> setAsideWithout(String id) {
        return setAside.stream().filter(plugin -> !plugin.id().equals(id)).toList();
    }

    /**
     * Gives the record without a plug-in.
     *
     * @param id id of the plug-in
     * @return another record
     */
    public PluginRecord without(String id) {
        return new PluginRecord(plugins.stream().filter(plugin -> !plugin.id().equals(id)).toList(), features,
                setAsideWithout(id));
    }

    /**
     * Gives the record with a feature of the installation switched on or off.
     *
     * @param id id of the feature
     * @param on whether it is started
     * @return another record
     */
    public PluginRecord with(String id, boolean on) {
        Map<String, Boolean> all = new TreeMap<>(features);
        all.put(id, on);
        return new PluginRecord(plugins, all, setAside);
    }

    /**
     * Reads a record. An entry that can't be understood is set aside, and does not hide the others.
     *
     * @param file the file; where there is none, nothing is installed
     * @return the record
     * @throws IOException with one sentence, when the file is damaged or was written in a format that is not known
     */
    public static PluginRecord read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return EMPTY;
        }
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(Files.readString(file)));
        } catch (IOException | IllegalArgumentException e) {
            throw new IOException("The list of plug-ins " + file + " can't be read ("
                    + (e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage())
                    + "); restore the file, or delete it and install the plug-ins again.", e);
        }
        return new Reader(file, properties).read();
    }

    /**
     * Tells whether a file is as it was written. One of the first format has no checksum: it is taken for intact.
     *
     * @param file the file of a record
     * @return whether it is there and whole
     */
    static boolean isIntact(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            read(file);
            String expected = CHECKSUM + "=" + checksum(lines);
            return lines.contains("format=" + WITHOUT_CHECKSUM) || lines.contains(expected);
        } catch (IOException e) {
            return false;
        }
    }

    /** @return whether a file is one of a version that knows more than this one */
    static boolean isNewer(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            List<String> sums = lines.stream().filter(line -> line.startsWith(CHECKSUM)).toList();
            return lines.stream().anyMatch(line -> NEWER.matcher(line).matches())
                    && (sums.isEmpty() || sums.contains(CHECKSUM + "=" + checksum(lines)));
        } catch (IOException e) {
            return false;
        }
    }

    private static String checksum(List<String> lines) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            lines.stream().filter(line -> !line.startsWith(CHECKSUM))
                    .forEach(line -> digest.update((line + "\n").getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    /**
     * Writes the record so that a file is there whole, or as it was.
     *
     * @param file the file
     * @throws IOException when it can't be written
     */
    public void write(Path file) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(part);
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer bytes = ByteBuffer.wrap(text().getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        PrivateFolders.restrict(part);
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private String text() throws IOException {
        Properties properties = new Properties();
        properties.setProperty("format", String.valueOf(FORMAT));
        for (int i = 0; i < plugins.size(); i++) {
            put(properties, "plugin." + i + ".", plugins.get(i));
        }
        for (int i = 0; i < setAside.size(); i++) {
            String prefix = "plugin." + (plugins.size() + i) + ".";
            setAside.get(i).entry().forEach((key, value) -> properties.setProperty(prefix + key, value));
        }
        features.forEach((id, on) -> properties.setProperty("feature." + id, String.valueOf(on)));
        StringWriter text = new StringWriter();
        properties.store(text, null);
        // Properties are stored in no order and under the time of the day: sorted, two files can be compared.
        List<String> lines = Stream.concat(Stream.of("# Written by Chartroom."),
                text.toString().lines().filter(line -> !line.startsWith("#")).sorted()).toList();
        // Above the rest, so that a file that was cut off has it.
        return CHECKSUM + "=" + checksum(lines) + "\n" + String.join("\n", lines) + "\n";
    }

    private static void put(Properties properties, String prefix, InstalledPlugin plugin) {
        properties.setProperty(prefix + "id", plugin.id());
        properties.setProperty(prefix + "version", plugin.version());
        properties.setProperty(prefix + "name", plugin.name());
        properties.setProperty(prefix + "vendor", plugin.vendor());
        properties.setProperty(prefix + "description", plugin.description());
        properties.setProperty(prefix + "source", plugin.source());
        properties.setProperty(prefix + "signer", plugin.signer());
        properties.setProperty(prefix + "signer.sha-256", plugin.signerSha256());
        properties.setProperty(prefix + "installed", plugin.installedAt().toString());
        properties.setProperty(prefix + "folder", plugin.folder());
        for (int i = 0; i < plugin.bundles().size(); i++) {
            InstalledBundle bundle = plugin.bundles().get(i);
            String key = prefix + "bundle." + i + ".";
            properties.setProperty(key + "file", bundle.file());
            properties.setProperty(key + "symbolic-name", bundle.symbolicName());
            properties.setProperty(key + "version", bundle.version());
            properties.setProperty(key + "sha-256", bundle.sha256());
            properties.setProperty(key + "headless", String.valueOf(bundle.headless()));
        }
        for (int i = 0; i < plugin.types().size(); i++) {
            properties.setProperty(prefix + "type." + i + ".id", plugin.types().get(i).id());
            properties.setProperty(prefix + "type." + i + ".name", plugin.types().get(i).name());
        }
    }

    /** Turns the properties of a file into a record, or says what is wrong with them. */
    private record Reader(Path file, Properties properties) {
        PluginRecord read() throws IOException {
            String format = properties.getProperty("format");
            if (format == null) {
                throw new IOException("The list of plug-ins " + file + " is damaged (it does not say its format)"
                        + "; restore the file, or delete it and install the plug-ins again.");
            }
            if (!format.equals(String.valueOf(FORMAT)) && !format.equals(WITHOUT_CHECKSUM)) {
                throw new IOException("The list of plug-ins " + file + " has the format " + format
                        + ", and this version of Chartroom knows formats up to " + FORMAT
                        + "; use the version that wrote it, or delete the file and install the plug-ins again.");
            }
            List<InstalledPlugin> plugins = new ArrayList<>();
            List<SetAsidePlugin> setAside = new ArrayList<>();
            for (String number : numbers()) {
                try {
                    plugins.add(plugin("plugin." + number + "."));
                } catch (DamagedEntryException e) {
                    setAside.add(setAside("plugin." + number + ".", e));
                }
            }
            Map<String, Boolean> features = new TreeMap<>();
            for (String key : properties.stringPropertyNames()) {
                if (key.startsWith("feature.")) {
                    features.put(key.substring("feature.".length()),
                            Boolean.valueOf(properties.getProperty(key)));
                }
            }
            return new PluginRecord(plugins, features, setAside);
        }

        /** The numbers of the entries, in order; one that is missing or damaged does not end the list. */
        private List<String> numbers() {
            return properties.stringPropertyNames().stream().map(ENTRY::matcher).filter(Matcher::matches)
                    .map(entry -> entry.group(1)).distinct()
                    .sorted(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder())).toList();
        }

        private SetAsidePlugin setAside(String prefix, DamagedEntryException damage) {
            Map<String, String> entry = new TreeMap<>();
            for (String key : properties.stringPropertyNames()) {
                if (key.startsWith(prefix)) {
                    entry.put(key.substring(prefix.length()), properties.getProperty(key));
                }
            }
            String id = entry.getOrDefault("id", "?");
            return new SetAsidePlugin(id, "The entry of the plug-in " + PluginNames.shown(id) + " in " + file
                    + " is damaged (" + damage.getMessage()
                    + "), so it is not started; the others are. Install it again, or remove it.", entry);
        }

        private InstalledPlugin plugin(String prefix) throws DamagedEntryException {
            List<InstalledBundle> bundles = new ArrayList<>();
            for (int i = 0; has(prefix + "bundle." + i + ".file"); i++) {
                String key = prefix + "bundle." + i + ".";
                bundles.add(new InstalledBundle(value(key + "file", PluginNames::isFileName),
                        value(key + "symbolic-name", PluginNames::isSymbolicName),
                        value(key + "version", PluginNames::isVersion), value(key + "sha-256"),
                        Boolean.parseBoolean(value(key + "headless"))));
            }
            List<ContributedType> types = new ArrayList<>();
            for (int i = 0; has(prefix + "type." + i + ".id"); i++) {
                types.add(new ContributedType(value(prefix + "type." + i + ".id"),
                        value(prefix + "type." + i + ".name")));
            }
            return new InstalledPlugin(value(prefix + "id", PluginNames::isId),
                    value(prefix + "version", PluginNames::isFeatureVersion), value(prefix + "name"),
                    value(prefix + "vendor"), value(prefix + "description"), value(prefix + "source"),
                    value(prefix + "signer"), value(prefix + "signer.sha-256"), time(prefix + "installed"),
                    value(prefix + "folder", PluginNames::isFileName), List.copyOf(bundles), List.copyOf(types));
        }

        private boolean has(String key) {
            return properties.getProperty(key) != null;
        }

        private String value(String key) throws DamagedEntryException {
            String value = properties.getProperty(key);
            if (value == null) {
                throw new DamagedEntryException("it does not say " + key);
            }
            return value;
        }

        /** A name that can become a path. */
        private String value(String key, Predicate<String> rule) throws DamagedEntryException {
            String value = value(key);
            if (!rule.test(value)) {
                throw new DamagedEntryException(key + " can't be " + PluginNames.shown(value));
            }
            return value;
        }

        private Instant time(String key) throws DamagedEntryException {
            try {
                return Instant.parse(value(key));
            } catch (DateTimeException e) {
                throw new DamagedEntryException(key + " is no time");
            }
        }
    }

    /** What is wrong with one entry. */
    private static final class DamagedEntryException extends Exception {
        private static final long serialVersionUID = 1L;

        DamagedEntryException(String message) {
            super(message);
        }
    }
}
