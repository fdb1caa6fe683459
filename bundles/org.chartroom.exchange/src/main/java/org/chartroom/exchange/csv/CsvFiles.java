package org.chartroom.exchange.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.io.ByteOrderMark;
import org.apache.commons.io.input.BOMInputStream;
import org.chartroom.core.files.InputFiles;
import org.chartroom.core.files.RefusedFileException;
import org.chartroom.core.value.Names;

/** Reads delimited text files and finds out how they are written. */
public final class CsvFiles {
    /** The largest file that is read, in bytes. */
    public static final long LARGEST_FILE = 512L * 1024 * 1024;
    /** The most characters of one line. */
    public static final int LONGEST_LINE = 1_000_000;

    private static final int SAMPLE = 256 * 1024;
    private static final char[] DELIMITERS = {',', ';', '\t', '|'};
    private static final Pattern LINE_NUMBER = Pattern.compile("(?:startline |line: ?|line )(\\d+)");

    private CsvFiles() {
    }

    /**
     * Looks at the beginning of a file.
     *
     * @param file the file
     * @return how it seems to be written: UTF-8 when it is valid UTF-8, else Windows-1252; the delimiter that cuts the
     *         first records into the most columns evenly; a header when no value of the first record is a number or
     *         empty
     * @throws ImportException when the file can't be read, is empty, or is no text
     */
    public static CsvFormat detect(Path file) {
        byte[] sample = sample(file);
        Charset charset = charset(sample, file);
        String text = withoutMark(new String(sample, charset));
        char delimiter = delimiter(text);
        List<List<String>> records = firstRecords(text, delimiter);
        boolean header = !records.isEmpty()
                && records.get(0).stream().noneMatch(value -> value.isBlank() || isNumber(value));
        return new CsvFormat(delimiter, charset, header);
    }

    /**
     * Reads a whole file.
     *
     * @param file the file
     * @param format how it is written
     * @return its content
     * @throws ImportException when it can't be read; the message names file and line
     */
    public static CsvTable read(Path file, CsvFormat format) {
        sample(file);
        List<String> columns = new ArrayList<>();
        List<CsvTable.Row> rows = new ArrayList<>();
        try (Reader reader = open(file, format.charset());
                CSVParser parser = csv(format.delimiter()).parse(reader)) {
            long line = 1;
            for (CSVRecord record : parser) {
                String[] values = record.values();
                if (columns.isEmpty()) {
                    addColumns(columns, values, format.header());
                    if (format.header()) {
                        line = parser.getCurrentLineNumber() + 1;
                        continue;
                    }
                }
                if (values.length > columns.size()) {
                    throw new ImportException(file.getFileName() + ", line " + line + ": " + values.length
                            + " values where the header has " + columns.size()
                            + " columns; check the delimiter and the quotes of that line.");
                }
                rows.add(new CsvTable.Row(line, padded(values, columns.size())));
                line = parser.getCurrentLineNumber() + 1;
            }
        } catch (CSVException e) {
            throw malformed(file, e);
        } catch (UncheckedIOException e) {
            throw malformed(file, e.getCause());
        } catch (IOException e) {
            throw malformed(file, e);
        }
        if (columns.isEmpty()) {
            throw new ImportException(file.getFileName() + " has no records; choose another file.");
        }
        return new CsvTable(file.getFileName().toString(), Optional.empty(), columns, rows, format.delimiter(),
                List.of());
    }

    private static CSVFormat csv(char delimiter) {
        return CSVFormat.Builder.create(CSVFormat.DEFAULT).setDelimiter(delimiter).setIgnoreEmptyLines(true).get();
    }

    private static Reader open(Path file, Charset charset) throws IOException {
        InputStream bytes = BOMInputStream.builder().setInputStream(Files.newInputStream(file))
                .setByteOrderMarks(ByteOrderMark.UTF_8, ByteOrderMark.UTF_16LE, ByteOrderMark.UTF_16BE).get();
        return new LineLimitReader(new InputStreamReader(bytes, charset), LONGEST_LINE, file.getFileName().toString());
    }

    private static void addColumns(List<String> columns, String[] values, boolean header) {
        for (int i = 0; i < values.length; i++) {
            columns.add(header && !values[i].isBlank() ? Names.visible(values[i]) : "Column " + (i + 1));
        }
    }

    private static String[] padded(String[] values, int length) {
        if (values.length == length) {
            return values;
        }
        String[] padded = Arrays.copyOf(values, length);
        Arrays.fill(padded, values.length, length, "");
        return padded;
    }

    private static ImportException malformed(Path file, IOException e) {
        if (e instanceof LineLimitReader.LineTooLongException) {
            return new ImportException(e.getMessage(), e);
        }
        String message = String.valueOf(e.getMessage());
        Matcher line = LINE_NUMBER.matcher(message);
        String where = file.getFileName() + (line.find() ? ", line " + line.group(1) : "");
        if (message.contains("EOF reached")) {
            return new ImportException(where + ": a quoted value begins here and never ends; close the quotes.", e);
        }
        if (message.contains("nvalid char")) {
            return new ImportException(
                    where + ": there is text behind a closing quote; double the quotes inside a quoted value.", e);
        }
        return new ImportException(where + " can't be read: " + message + ".", e);
    }

    private static byte[] sample(Path file) {
        try {
            if (Files.isDirectory(file)) {
                throw new ImportException(file.getFileName() + " is a folder; choose a file.");
            }
            InputFiles.check(file);
            if (Files.size(file) > LARGEST_FILE) {
                throw new ImportException(file.getFileName() + " is larger than " + LARGEST_FILE / (1024 * 1024)
                        + " MB; split it into smaller files.");
            }
            byte[] sample;
            try (InputStream input = Files.newInputStream(file)) {
                sample = input.readNBytes(SAMPLE);
            }
            if (sample.length == 0) {
                throw new ImportException(file.getFileName() + " is empty; choose another file.");
            }
            Optional<String> refusal = FileKinds.refusal(file.getFileName().toString(), sample);
            if (refusal.isPresent()) {
                throw new ImportException(refusal.get());
            }
            return sample;
        } catch (RefusedFileException e) {
            throw new ImportException(e.getMessage(), e);
        } catch (NoSuchFileException e) {
            throw new ImportException("There is no file " + file + "; check the path.", e);
        } catch (IOException e) {
            throw new ImportException(file + " can't be read (" + e.getMessage() + "); check its permissions.", e);
        }
    }

    private static Charset charset(byte[] sample, Path file) {
        if (startsWith(sample, ByteOrderMark.UTF_16LE)) {
            return StandardCharsets.UTF_16LE;
        }
        if (startsWith(sample, ByteOrderMark.UTF_16BE)) {
            return StandardCharsets.UTF_16BE;
        }
        for (byte b : sample) {
            if (b == 0) {
                throw new ImportException(file.getFileName()
                        + " is a binary file, not delimited text; export it as CSV from the program that wrote it.");
            }
        }
        return isUtf8(sample) ? StandardCharsets.UTF_8 : Charset.forName("windows-1252");
    }

    private static boolean startsWith(byte[] sample, ByteOrderMark mark) {
        return sample.length >= mark.length() && Arrays.equals(mark.getBytes(), Arrays.copyOf(sample, mark.length()));
    }

    private static boolean isUtf8(byte[] sample) {
        // The sample may end in the middle of a character, so up to three bytes at its end do not count.
        int end = sample.length;
        for (int cut = 0; cut <= 3 && end - cut > 0; cut++) {
            try {
                CharBuffer decoded = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                        .decode(ByteBuffer.wrap(sample, 0, end - cut));
                return decoded != null;
            } catch (CharacterCodingException e) {
                if (sample.length < SAMPLE) {
                    return false;
                }
            }
        }
        return false;
    }

    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static char delimiter(String text) {
        char best = ',';
        double bestScore = 0;
        for (char candidate : DELIMITERS) {
            List<List<String>> records = firstRecords(text, candidate);
            if (records.isEmpty()) {
                continue;
            }
            int columns = records.get(0).size();
            long even = records.stream().filter(record -> record.size() == columns).count();
            double score = (columns - 1) * (double) even / records.size();
            if (score > bestScore) {
                bestScore = score;
                best = candidate;
            }
        }
        return best;
    }

    private static List<List<String>> firstRecords(String text, char delimiter) {
        List<List<String>> records = new ArrayList<>();
        try (CSVParser parser = csv(delimiter).parse(new java.io.StringReader(text))) {
            for (CSVRecord record : parser) {
                records.add(record.toList());
                if (records.size() == 20) {
                    break;
                }
            }
        } catch (IOException | UncheckedIOException e) {
            // The sample may end inside a quoted value, or the candidate may be wrong; what was read so far counts.
            return records;
        }
        return records;
    }

    private static boolean isNumber(String value) {
        return value.strip().matches("[-+]?[\\d.,]+%?");
    }
}
