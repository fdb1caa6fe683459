package org.chartroom.core.workspace;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import org.chartroom.core.files.InputFiles;
import org.chartroom.core.files.RefusedFileException;
import org.eclipse.osgi.util.NLS;

/**
 * Finds the state that a file was made from: in text (pages, model files), in the parts of Office files, and in what
 * {@code chartroom head} prints. Nothing in the file is followed, and its content is never in memory as a whole.
 */
public final class StateStamps {
    private static final long MOST_MEGABYTES = 512;
    private static final long MOST_UNPACKED = 1024L * 1024 * 1024;
    private static final int MOST_PARTS = 10_000;
    private static final int BLOCK = 1 << 16;
    /** Longer than any line that is looked for. */
    private static final int LONGEST = 512;

    private static final String UUID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final String HASH = "([0-9A-Fa-f]{64})";
    private static final String NUMBER = "([0-9]{1,18})";
    private static final Pattern LINE = Pattern.compile("State: (?:revision " + NUMBER + ", head " + HASH
            + "|not saved), workspace (" + UUID + ")(, with unsaved changes)?");
    private static final Pattern HEAD = Pattern.compile("\\s*" + NUMBER + " " + HASH + "\\s*");
    private static final Pattern JSON_REVISION = Pattern.compile("\"revision\"\\s*:\\s*" + NUMBER);
    private static final Pattern JSON_HASH = Pattern.compile("\"hash\"\\s*:\\s*\"" + HASH + "\"");
    private static final Pattern JSON_WORKSPACE = Pattern.compile("\"workspace\"\\s*:\\s*\"(" + UUID + ")\"");

    private static final byte[] ZIP = {'P', 'K', 3, 4};

    private final Set<StateStamp> found = new LinkedHashSet<>();

    private StateStamps() {
    }

    /**
     * @param file a file that was handed out
     * @return the state it names
     * @throws IOException when it can't be read; a {@link RefusedFileException} when it names none, several different
     *         ones, or is larger than it may be
     */
    public static StateStamp read(Path file) throws IOException {
        InputFiles.check(file, MOST_MEGABYTES);
        StateStamps stamps = new StateStamps();
        byte[] start;
        try (InputStream input = Files.newInputStream(file)) {
            start = input.readNBytes(BLOCK);
        }
        if (Arrays.equals(ZIP, Arrays.copyOf(start, ZIP.length))) {
            stamps.searchParts(file);
        } else {
            Charset charset = charset(start);
            stamps.searchHead(new String(start, charset));
            try (Reader text = new InputStreamReader(Files.newInputStream(file), charset)) {
                stamps.search(text);
            }
        }
        if (stamps.found.isEmpty()) {
            throw new RefusedFileException(NLS.bind(Messages.stampMissing, file));
        }
        if (stamps.found.size() > 1) {
            throw new RefusedFileException(NLS.bind(Messages.stampSeveral, file));
        }
        return stamps.found.iterator().next();
    }

    /** What is looked for is ASCII; only UTF-16, which shells of Windows write, has other bytes for it. */
    private static Charset charset(byte[] start) {
        boolean utf16 = start.length > 1 && ((start[0] & 0xFF) == 0xFE && (start[1] & 0xFF) == 0xFF
                || (start[0] & 0xFF) == 0xFF && (start[1] & 0xFF) == 0xFE);
        return utf16 ? StandardCharsets.UTF_16 : StandardCharsets.ISO_8859_1;
    }

    private void searchHead(String start) {
        // A mark of the byte order, as it looks in this character set, may stand before everything.
        String text = start.startsWith("\u00EF\u00BB\u00BF") ? start.substring(3) : start;
        Matcher line = HEAD.matcher(text);
        if (line.matches()) {
            found.add(stamp(line.group(1), line.group(2), Optional.empty(), false));
        } else if (text.stripLeading().startsWith("{")) {
            Optional<String> revision = only(JSON_REVISION, text);
            Optional<String> hash = only(JSON_HASH, text);
            if (revision.isPresent() && hash.isPresent()) {
                found.add(stamp(revision.get(), hash.get(), only(JSON_WORKSPACE, text), false));
            }
        }
    }

    /** @return what the pattern finds in the text when it finds it once */
    private static Optional<String> only(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            return Optional.empty();
        }
        String first = matcher.group(1);
        return matcher.find() ? Optional.empty() : Optional.of(first);
    }

    private static StateStamp stamp(String revision, String hash, Optional<String> workspace, boolean unsaved) {
        return revision == null
                ? new StateStamp(workspace, Revision.NONE, "", unsaved)
                : new StateStamp(workspace, Long.parseLong(revision), hash.toLowerCase(Locale.ROOT), unsaved);
    }

    private void searchParts(Path file) throws IOException {
        long left = MOST_UNPACKED;
        int parts = 0;
        try (ZipFile archive = new ZipFile(file.toFile())) {
            Enumeration<? extends ZipEntry> entries = archive.entries();
            while (entries.hasMoreElements() && found.size() < 2) {
                ZipEntry entry = entries.nextElement();
                if (++parts > MOST_PARTS) {
                    throw new RefusedFileException(NLS.bind(Messages.stampTooLarge, file));
                }
                if (entry.getName().endsWith(".xml")) {
                    try (TextOfMarkup text = new TextOfMarkup(archive.getInputStream(entry), left)) {
                        search(text);
                        left = text.left();
                    }
                    if (left <= 0) {
                        throw new RefusedFileException(NLS.bind(Messages.stampTooLarge, file));
                    }
                }
            }
        } catch (RefusedFileException e) {
            throw e;
        } catch (IOException e) {
            throw new RefusedFileException(NLS.bind(Messages.stampDamaged, file), e);
        }
    }

    private void search(Reader text) throws IOException {
        StringBuilder window = new StringBuilder();
        char[] block = new char[BLOCK];
        boolean atEnd = false;
        while (!atEnd && found.size() < 2) {
            int length = text.read(block, 0, block.length);
            atEnd = length < 0;
            window.append(block, 0, Math.max(0, length));
            // What begins in the last characters may go on in the next block.
            int decided = atEnd ? window.length() : Math.max(0, window.length() - LONGEST);
            Matcher line = LINE.matcher(window);
            int end = 0;
            while (line.find(end) && line.start() < decided) {
                found.add(stamp(line.group(1), line.group(2), Optional.of(line.group(3)), line.group(4) != null));
                end = line.end();
            }
            window.delete(0, Math.max(end, decided));
        }
    }
}
