package org.chartroom.platform.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.chartroom.platform.plugins.PrivateFolders;

/**
 * The folders of a run. The installation may be read-only and shared; what is derived from it (framework cache and
 * configuration) is kept for each user, installation and profile, and what belongs to the data lies in the workspace. The
 * layout of the window and the preferences are the user's, for each workspace: they name classes to make objects of, which
 * who hands a workspace on must not choose.
 *
 * @param install where the product is installed
 * @param workspace the workspace
 * @param configuration framework cache and configuration, held by this process alone
 * @param plugins the plug-ins the user has installed
 * @param instance layout and preferences for the workspace
 * @param lock what holds the configuration
 */
record Areas(Path install, Path workspace, Path configuration, Path plugins, Path instance,
        FileChannel lock) implements AutoCloseable {
    /** More processes of one profile than this at the same time are taken for a mistake. */
    private static final int MOST_SLOTS = 64;

    static Areas prepare(Options options) throws IOException {
        Path data = options.workspace().resolve(".chartroom");
        try {
            PrivateFolders.create(data);
        } catch (IOException e) {
            throw new UnwritableWorkspaceException(options.workspace(), e);
        }
        Path root = options.configuration() != null
                ? options.configuration()
                : userData(System.getenv()).resolve(nameOf(options.install()));
        // Who keeps a configuration of his own has plug-ins of his own, too.
        Path plugins = options.configuration() != null
                ? options.configuration().resolve("plugins")
                : userFiles(System.getenv());
        Path instance = own(options).resolve("workspaces").resolve(nameOf(options.workspace().toRealPath()));
        own(instance, () -> PrivateFolders.create(instance));
        // A second process must not share a framework cache: it takes the next free one.
        for (int slot = 1; slot <= MOST_SLOTS; slot++) {
            Path candidate = root.resolve(slot == 1 ? options.profile() : options.profile() + "-" + slot);
            FileChannel channel = open(candidate);
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return new Areas(options.install(), options.workspace(), candidate, plugins, instance, channel);
            }
            channel.close();
        }
        throw new IOException("all configuration areas below " + root + " are in use");
    }

    /** Where what the user has of his own is kept besides plug-ins: layouts, preferences, the note of a restart. */
    static Path own(Options options) {
        return options.configuration() != null ? options.configuration() : userFiles(System.getenv());
    }

    private static FileChannel open(Path candidate) throws IOException {
        return own(candidate, () -> {
            PrivateFolders.create(candidate);
            return FileChannel.open(candidate.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        });
    }

    private interface Making<T> {
        T make() throws IOException;
    }

    private static <T> T own(Path folder, Making<T> making) throws IOException {
        try {
            return making.make();
        } catch (IOException e) {
            throw new IOException("the folder " + folder + " for what Chartroom keeps of its own can't be written ("
                    + UnwritableWorkspaceException.reason(e)
                    + "); let HOME name a folder that can, or name one with --configuration DIR.", e);
        }
    }

    /** Where the operating system wants an application to keep what it can make again. */
    static Path userData(Map<String, String> environment) {
        Path home = Home.folder();
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (os.startsWith("windows") && environment.containsKey("LOCALAPPDATA")) {
            return Path.of(environment.get("LOCALAPPDATA"), "Chartroom");
        }
        if (os.startsWith("mac")) {
            return home.resolve("Library").resolve("Caches").resolve("Chartroom");
        }
        String cache = environment.get("XDG_CACHE_HOME");
        return (cache == null || cache.isEmpty() ? home.resolve(".cache") : Path.of(cache)).resolve("chartroom");
    }

    /** Where the operating system wants an application to keep what it can't make again. */
    static Path userFiles(Map<String, String> environment) {
        Path home = Home.folder();
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (os.startsWith("windows") && environment.containsKey("APPDATA")) {
            return Path.of(environment.get("APPDATA"), "Chartroom");
        }
        if (os.startsWith("mac")) {
            return home.resolve("Library").resolve("Application Support").resolve("Chartroom");
        }
        String data = environment.get("XDG_DATA_HOME");
        return (data == null || data.isEmpty() ? home.resolve(".local").resolve("share") : Path.of(data))
                .resolve("chartroom");
    }

    private static String nameOf(Path folder) {
        return UUID.nameUUIDFromBytes(folder.toString().getBytes(StandardCharsets.UTF_8)).toString();
    }

    Path data() {
        return workspace.resolve(".chartroom");
    }

    /** Bundles that the user put there by hand: with what he has installed, never in a workspace. */
    Path dropIns() {
        return plugins.resolve("dropins");
    }

    Path logFile() {
        return data().resolve("log").resolve("chartroom.log");
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
