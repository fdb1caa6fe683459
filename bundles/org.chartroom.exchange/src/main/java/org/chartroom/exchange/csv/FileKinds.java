package org.chartroom.exchange.csv;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import org.eclipse.osgi.util.NLS;

/** Tells what a file is that holds no table, so that a refusal names it and gives advice that fits. */
public final class FileKinds {
    /** How much of a file tells its kind, in bytes. */
    public static final int HEAD = 8192;
    private static final String STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main";
    /** How the namespaces of OSCAL begin. */
    public static final String OSCAL = "http://csrc.nist.gov/ns/oscal";
    /** The namespace of the XML of Microsoft Project. */
    public static final String PROJECT = "http://schemas.microsoft.com/project";
    private static final Pattern JSON_LINE = Pattern.compile("\\{\\s*\"[^\"]+\"\\s*:.*\\}");
    private static final String MODEL = "http://www.omg.org/XMI";

    private FileKinds() {
    }

    /** What begins a file of a kind, byte by byte. */
    private enum Magic {
        PDF("%PDF-", Messages.pdf), RTF("{\\rtf", Messages.textDocument), GZIP("\u001f\u008b",
                Messages.packed), SEVEN_ZIP("7z\u00bc\u00af", Messages.packed), RAR("Rar!",
                        Messages.packed), PNG("\u0089PNG", Messages.picture), JPEG("\u00ff\u00d8\u00ff",
                                Messages.picture), GIF("GIF8", Messages.picture), SQLITE("SQLite format 3\0",
                                        Messages.database), H2("H:2,", Messages.database);

        private final byte[] start;
        private final String message;

        Magic(String start, String message) {
            this.start = start.getBytes(StandardCharsets.ISO_8859_1);
            this.message = message;
        }

        boolean begins(byte[] content) {
            return content.length >= start.length
                    && Arrays.equals(content, 0, start.length, start, 0, start.length);
        }
    }

    /**
     * @param name name of the file, for the message
     * @param content how the file begins
     * @return one sentence that says what it is and what to do; empty when it may be a table of text
     */
    public static Optional<String> refusal(String name, byte[] content) {
        for (Magic magic : Magic.values()) {
            if (magic.begins(content)) {
                return Optional.of(NLS.bind(magic.message, name));
            }
        }
        String head = head(content);
        Optional<String> lines = jsonLines(name, head);
        if (lines.isPresent()) {
            return lines;
        }
        return head.startsWith("<") ? markup(head).map(message -> NLS.bind(message, name)) : Optional.empty();
    }

    /**
     * @param name name of the file, for the message
     * @param head how a file begins, without blanks before it
     * @return one sentence that says that it is JSON Lines and what to do; empty when it is not
     */
    public static Optional<String> jsonLines(String name, String head) {
        List<String> first = head.lines().filter(line -> !line.isBlank()).limit(2).toList();
        boolean areRecords = first.size() == 2 && JSON_LINE.matcher(first.get(0).strip()).matches()
                && first.get(1).stripLeading().startsWith("{");
        return areRecords ? Optional.of(NLS.bind(Messages.jsonLines, name)) : Optional.empty();
    }

    /**
     * @param content how a file begins
     * @return whether it is a model file: XML with the namespace of XMI
     */
    public static boolean isModel(byte[] content) {
        return isXml(head(content), MODEL);
    }

    /**
     * @param head how a file begins
     * @param namespace a namespace, or how it begins
     * @return whether it is XML that names the namespace
     */
    public static boolean isXml(String head, String namespace) {
        return head.startsWith("<") && head.contains(namespace);
    }

    /**
     * @param file a file
     * @return how it begins, as text without blanks before it; empty when it is no file
     * @throws ImportException when it can't be read
     */
    public static String head(Path file) {
        if (!Files.isRegularFile(file)) {
            return "";
        }
        try (InputStream input = Files.newInputStream(file)) {
            return head(input.readNBytes(HEAD));
        } catch (IOException e) {
            throw new ImportException(file + " can't be read (" + e.getMessage() + "); check its permissions.", e);
        }
    }

    private static String head(byte[] content) {
        String head = new String(content, 0, Math.min(content.length, HEAD), StandardCharsets.UTF_8).strip();
        return head.startsWith("\ufeff") ? head.substring(1).strip() : head;
    }

    /** A table, too, may begin with a sign that is lower than something; what is marked up has a name behind it. */
    private static Optional<String> markup(String head) {
        String lower = head.toLowerCase(java.util.Locale.ROOT);
        if (lower.startsWith("<!doctype html") || lower.startsWith("<html") || lower.startsWith("<table")) {
            return Optional.of(Messages.page);
        }
        boolean isXml = lower.startsWith("<?xml")
                || head.matches("(?s)<[\\w:.-]+(\\s+[\\w:.-]+\\s*=\\s*[\"'].*|\\s*/?>.*)");
        if (!isXml) {
            return Optional.empty();
        }
        if (head.contains(PROJECT)) {
            return Optional.of(Messages.project);
        }
        if (head.contains(MODEL)) {
            return Optional.of(Messages.model);
        }
        if (head.contains(OSCAL)) {
            return Optional.of(Messages.oscalXml);
        }
        if (head.contains("urn:schemas-microsoft-com:office:spreadsheet")) {
            return Optional.of(Messages.spreadsheetXml);
        }
        return Optional.of(Messages.xml);
    }

    /**
     * @param name name of the file, for the message
     * @param archive a zip archive, which workbooks are too
     * @return one sentence that says what it is and what to do, where it is known and no Excel workbook
     * @throws IOException when it can't be read
     */
    public static Optional<String> archiveRefusal(String name, Path archive) throws IOException {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            ZipEntry workbook = zip.getEntry("xl/workbook.xml");
            if (workbook != null && new String(zip.getInputStream(workbook).readNBytes(HEAD), StandardCharsets.UTF_8)
                    .contains(STRICT)) {
                return Optional.of(NLS.bind(Messages.strictWorkbook, name));
            }
            if (zip.getEntry("xl/workbook.bin") != null) {
                return Optional.of(NLS.bind(Messages.binaryWorkbook, name));
            }
            if (zip.getEntry("xl/workbook.xml") != null || zip.getEntry("[Content_Types].xml") != null
                    && zip.getEntry("word/document.xml") == null && zip.getEntry("ppt/presentation.xml") == null) {
                return Optional.empty();
            }
            ZipEntry type = zip.getEntry("mimetype");
            if (type != null) {
                byte[] kind = zip.getInputStream(type).readNBytes(HEAD);
                return Optional.of(NLS.bind(new String(kind, StandardCharsets.UTF_8).contains("spreadsheet")
                        ? Messages.openSpreadsheet
                        : Messages.textDocument, name));
            }
            if (zip.stream().anyMatch(entry -> entry.getName().endsWith(".iwa"))) {
                return Optional.of(NLS.bind(Messages.numbers, name));
            }
            return Optional.of(NLS.bind(zip.getEntry("word/document.xml") != null
                    || zip.getEntry("ppt/presentation.xml") != null ? Messages.textDocument : Messages.packed, name));
        }
    }
}
