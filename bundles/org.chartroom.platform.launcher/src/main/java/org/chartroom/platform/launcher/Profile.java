package org.chartroom.platform.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The bundles to start, in order, and what to run. Read from a file that the product assembly generates; a line is
 * {@code key=value}, or a start level and the path of a bundle.
 *
 * @param settings the keys and values
 * @param bundles the bundles
 */
record Profile(Map<String, String> settings, List<Entry> bundles) {

    /**
     * A bundle of the profile.
     *
     * @param startLevel when it starts
     * @param file its jar
     */
    record Entry(int startLevel, Path file) {
    }

    static Profile read(Path install, String name) throws IOException {
        Path file = install.resolve("profiles").resolve(name + ".profile");
        if (!Files.exists(file)) {
            throw new IOException("the installation " + install + " has no profile '" + name + "'");
        }
        return parse(file, install);
    }

    /** Adds the bundles of another file, whose paths count from where it lies. */
    Profile with(Path file) throws IOException {
        Profile other = parse(file, file.toAbsolutePath().getParent());
        Map<String, String> allSettings = new LinkedHashMap<>(settings);
        allSettings.putAll(other.settings);
        List<Entry> all = new ArrayList<>(bundles);
        all.addAll(other.bundles);
        return new Profile(allSettings, List.copyOf(all));
    }

    private static Profile parse(Path file, Path base) throws IOException {
        Map<String, String> settings = new LinkedHashMap<>();
        List<Entry> bundles = new ArrayList<>();
        int number = 0;
        for (String line : Files.readAllLines(file)) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            int equals = line.indexOf('=');
            int blank = line.indexOf(' ');
            if (equals > 0 && (blank < 0 || equals < blank)) {
                settings.put(line.substring(0, equals).trim(), line.substring(equals + 1).trim());
            } else if (blank > 0 && line.substring(0, blank).matches("[0-9]+")) {
                bundles.add(new Entry(Integer.parseInt(line.substring(0, blank)),
                        base.resolve(line.substring(blank + 1).trim()).normalize()));
            } else {
                throw new IOException(file + ", line " + number + ": neither a setting nor a bundle: " + line);
            }
        }
        return new Profile(settings, List.copyOf(bundles));
    }

    /** The start level up to which bundles are activated at once, whatever their activation policy. */
    int eagerStartLevel() {
        return Integer.parseInt(settings.getOrDefault("org.chartroom.eager.start.level", "0"));
    }

    /** The start level at which everything of the profile has been started. */
    int lastStartLevel() {
        return bundles.stream().mapToInt(Entry::startLevel).max().orElse(1);
    }
}
