package org.chartroom.platform.plugins;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The folder that holds the user's plug-ins; an OSGi service. A record names what is installed, each plug-in has a folder
 * of copies. After a change the record from before is kept until a start with the new one is known to work.
 */
public final class PluginArea {
    private static final String INSTALLED = "installed.properties";
    /** What was written last, once more: the list is all that tells which plug-ins there are. */
    private static final String COPY = "installed.copy.properties";
    private static final String FORMER = "former.properties";
    private static final String START = "start";
    private static final String NOTICE = "notice.txt";
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");
    /** What was being started when the note of it can't be understood. */
    private static final String UNKNOWN = "a plug-in";

    private final Path folder;
    private final Runnable afterEachWrite;

    /**
     * An area, which need not exist.
     *
     * @param folder its folder
     */
    public PluginArea(Path folder) {
        this(folder, () -> {
        });
    }

    /**
     * An area for tests that end what is done in the middle.
     *
     * @param folder its folder
     * @param afterEachWrite is called after each file that was written, moved or removed
     */
    PluginArea(Path folder, Runnable afterEachWrite) {
        this.folder = folder;
        this.afterEachWrite = afterEachWrite;
    }

    /**
     * Gives the folder that has a folder for each plug-in.
     *
     * @return the folder; it need not exist
     */
    public Path plugins() {
        return folder.resolve("plugins");
    }

    /**
     * Gives the jar of a bundle.
     *
     * @param plugin the plug-in
     * @param bundle one of its bundles
     * @return where the jar is
     */
    public Path file(InstalledPlugin plugin, InstalledBundle bundle) {
        return plugins().resolve(plugin.folder()).resolve(bundle.file());
    }

    /**
     * Reads what is installed.
     *
     * @return the record
     * @throws IOException with one sentence, when the record can't be understood
     */
    public PluginRecord read() throws IOException {
        return PluginRecord.read(folder.resolve(INSTALLED));
    }

    /**
     * Puts the copy of the list in its place when the list is damaged or gone. To be called at each start, before the list
     * is read.
     *
     * @return what the user has to know, one sentence; empty when nothing was wrong
     * @throws IOException when it can't be written
     */
    public synchronized Optional<String> mend() throws IOException {
        Path installed = folder.resolve(INSTALLED);
        Path copy = folder.resolve(COPY);
        boolean isThere = Files.exists(installed);
        if (PluginRecord.isIntact(installed) || PluginRecord.isNewer(installed) || !isThere && !Files.exists(copy)) {
            return Optional.empty();
        }
        String what = "The list of plug-ins " + installed + (isThere ? " is damaged" : " is gone");
        if (!PluginRecord.isIntact(copy)) {
            return Optional
                    .of(what + ", and so is its copy; what can be read of it is used, see \"chartroom plugin list\"."
                            + " Install what is missing again.");
        }
        try (FileChannel channel = lock()) {
            PluginRecord.read(copy).write(installed);
        }
        String notice = what
                + "; its copy was put in its place. See \"chartroom plugin list\" whether anything is missing.";
        Files.writeString(folder.resolve(NOTICE), notice);
        return Optional.of(notice);
    }

    private void write(PluginRecord record) throws IOException {
        record.write(folder.resolve(INSTALLED));
        afterEachWrite.run();
        record.write(folder.resolve(COPY));
        afterEachWrite.run();
    }

    /** What takes a change back. */
    @FunctionalInterface
    public interface Undo {
        /**
         * Takes the change back.
         *
         * @throws IOException when the record can't be written
         */
        void run() throws IOException;
    }

    /**
     * Makes another record the valid one, as a whole. The last one that is known to work is kept beside it.
     *
     * @param before the record that was read
     * @param now the record from now on
     * @return what takes this change back
     * @throws IOException when another process has changed the record since, or it can't be written
     */
    public synchronized Undo change(PluginRecord before, PluginRecord now) throws IOException {
        PrivateFolders.create(folder);
        PrivateFolders.restrict(folder);
        try (FileChannel channel = lock()) {
            if (!read().equals(before)) {
                throw new IOException("Another Chartroom has changed the plug-ins meanwhile; try again.");
            }
            Path installed = folder.resolve(INSTALLED);
            Path former = folder.resolve(FORMER);
            boolean existed = Files.exists(installed);
            boolean first = !Files.exists(former);
            if (first) {
                before.write(former);
                afterEachWrite.run();
            }
            write(now);
            return () -> {
                if (existed) {
                    write(before);
                } else {
                    // The copy first: without a list it would be taken for the one of a list that is lost.
                    Files.delete(folder.resolve(COPY));
                    afterEachWrite.run();
                    Files.delete(installed);
                    afterEachWrite.run();
                }
                if (first) {
                    Files.deleteIfExists(former);
                }
            };
        }
    }

    private FileChannel lock() throws IOException {
        FileChannel channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        // Closing the channel releases the lock. It holds off other processes; within this one the methods are synchronized.
        channel.lock();
        return channel;
    }

    /**
     * Tells whether no start has yet shown that what is installed works.
     *
     * @return whether there is a record to go back to
     */
    public boolean isOnTrial() {
        return Files.exists(folder.resolve(FORMER));
    }

    /**
     * Notes that this process starts what is on trial. A note of a process that ended before it was removed says that the
     * start did not succeed.
     *
     * @param what what is being started now
     * @throws IOException when it can't be written
     */
    public void noteStart(String what) throws IOException {
        Files.writeString(folder.resolve(START), ProcessHandle.current().pid() + "\n" + startOf(ProcessHandle.current())
                + "\n" + what + "\n");
    }

    /**
     * Removes the note of a start that did neither succeed nor fail.
     *
     * @throws IOException when it can't be removed
     */
    public void forgetStart() throws IOException {
        Files.deleteIfExists(folder.resolve(START));
    }

    /**
     * Tells whether another process is starting what is on trial.
     *
     * @return whether it is alive
     * @throws IOException when the note can't be read
     */
    public boolean isStartedElsewhere() throws IOException {
        List<String> note = note();
        return note.size() > 1 && NUMBER.matcher(note.get(0)).matches() && ProcessHandle.of(Long.parseLong(note.get(0)))
                .filter(process -> startOf(process).equals(note.get(1))).isPresent();
    }

    /**
     * Gives what was being started when the process of the last start ended.
     *
     * @return what it noted; empty when no start was cut off
     * @throws IOException when the note can't be read
     */
    public Optional<String> cutOffStart() throws IOException {
        List<String> note = note();
        if (note.isEmpty() || isStartedElsewhere()) {
            return Optional.empty();
        }
        return Optional.of(note.size() < 3 ? UNKNOWN : note.get(2));
    }

    private List<String> note() throws IOException {
        Path file = folder.resolve(START);
        // Damaged, it may be no text at all; that there is one says enough.
        return Files.exists(file)
                ? Files.readString(file, StandardCharsets.ISO_8859_1).lines().toList()
                : List.of();
    }

    private static String startOf(ProcessHandle process) {
        return process.info().startInstant().map(Object::toString).orElse("");
    }

    /**
     * What is installed has started: there is nothing to go back to any more, unless it was changed since.
     *
     * @param started the record whose plug-ins have started
     * @throws IOException when the former record can't be removed
     */
    public synchronized void confirm(PluginRecord started) throws IOException {
        try (FileChannel channel = lock()) {
            if (read().equals(started)) {
                Files.deleteIfExists(folder.resolve(FORMER));
                afterEachWrite.run();
            }
            forgetStart();
        }
    }

    /**
     * Goes back to the record that is known to work.
     *
     * @param why one sentence on why, for the log and the user
     * @return the sentence with what was done
     * @throws IOException when the record can't be written
     */
    public synchronized String rollBack(String why) throws IOException {
        try (FileChannel channel = lock()) {
            PluginRecord failed = read();
            Path former = folder.resolve(FORMER);
            PluginRecord good = PluginRecord.read(former);
            String notice = why + " Chartroom has gone back to the plug-ins from before the last change: "
                    + (good.plugins().isEmpty() ? "none" : describe(good)) + "; taken back: " + difference(failed, good)
                    + ".";
            // The notice first: should the process end in between, the next start does the rest again.
            Files.writeString(folder.resolve(NOTICE), notice);
            afterEachWrite.run();
            write(good);
            Files.delete(former);
            afterEachWrite.run();
            forgetStart();
            return notice;
        }
    }

    private static String describe(PluginRecord record) {
        return record.plugins().stream().map(PluginArea::nameOf).collect(Collectors.joining(", "));
    }

    private static String difference(PluginRecord failed, PluginRecord good) {
        Stream<String> plugins = failed.plugins().stream().filter(plugin -> !good.plugins().contains(plugin))
                .map(PluginArea::nameOf);
        Stream<String> removed = good.plugins().stream().filter(plugin -> failed.find(plugin.id()).isEmpty())
                .map(plugin -> "the removal of " + nameOf(plugin));
        Stream<String> features = failed.features().keySet().stream()
                .filter(id -> !failed.features().get(id).equals(good.features().get(id)));
        return Stream.of(plugins, removed, features).flatMap(all -> all).collect(Collectors.joining(", "));
    }

    private static String nameOf(InstalledPlugin plugin) {
        return plugin.id() + " " + plugin.version();
    }

    /**
     * Gives what the user has to know of the last start.
     *
     * @return one or two sentences; empty when there is nothing
     * @throws IOException when it can't be read
     */
    public Optional<String> notice() throws IOException {
        Path file = folder.resolve(NOTICE);
        return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    }

    /**
     * Removes the notice once the user has seen it.
     *
     * @throws IOException when it can't be removed
     */
    public void forgetNotice() throws IOException {
        Files.deleteIfExists(folder.resolve(NOTICE));
    }

    /**
     * Removes the folders that neither the valid nor the former record names. To be called when no framework runs from
     * them.
     *
     * @throws IOException when something can't be read or removed
     */
    public synchronized void clean() throws IOException {
        if (!Files.isDirectory(plugins())) {
            return;
        }
        try (FileChannel channel = lock(); Stream<Path> folders = Files.list(plugins())) {
            Set<String> named = Stream.of(read(), PluginRecord.read(folder.resolve(FORMER)))
                    .flatMap(record -> Stream.concat(record.plugins().stream().map(InstalledPlugin::folder),
                            record.setAside().stream().map(damaged -> damaged.entry().getOrDefault("folder", ""))))
                    .collect(Collectors.toSet());
            for (Path old : folders.filter(path -> !named.contains(path.getFileName().toString())).toList()) {
                Trees.delete(old);
            }
        }
    }
}
