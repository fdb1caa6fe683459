package org.chartroom.exchange.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.chartroom.core.files.InputFiles;
import org.chartroom.core.files.RefusedFileException;
import org.eclipse.osgi.util.NLS;

/** Reads delimited text files and finds out how they are written. */
public final class CsvFiles {
    /** The most characters of one line. */
    public static final int LONGEST_LINE = 1_000_000;

    private static final int SAMPLE = 256 * 1024;
    private static final char[] DELIMITERS = {',', ';', '\t', '|'};
    private static final int SAMPLED_RECORDS = 50;
    private static final String END_OF_TEXT = "\u001A";
    private static final Pattern SEPARATOR = Pattern.compile("\"?[sS][eE][pP]=([,;|\t])\"?[,;|\t]*");
    private static final Pattern LINE_NUMBER = Pattern.compile("(?:startline |line: ?|line )(\\d+)");

    private CsvFiles() {
    }

    /**
     * Finds out how a file is written.
     *
     * @param file the file
     * @return how it seems to be written, as {@link #detect(Path, TableSearch)} says, without known names
     * @throws ImportException when the file can't be read, is empty, or is no text
     */
    public static CsvFormat detect(Path file) {
        return detect(file, TableSearch.UNKNOWN);
    }

    /**
     * Finds out how a file is written.
     *
     * @param file the file
     * @param search what is known of the table
     * @return UTF-8 when the whole file is valid UTF-8, else Windows-1252; the delimiter that a line "sep=" names, or
     *         else the one that cuts a record into the most known names, or else the first records into the most columns
     *         evenly; a header when a record has known names, or no value of the first one as wide as most is a number or
     *         empty
     * @throws ImportException when the file can't be read, is empty, or is no text; also when it is in no known encoding
     */
    public static CsvFormat detect(Path file, TableSearch search) {
        return detect(file, search, Optional.empty());
    }

    /**
     * Finds out how a file is written, whose encoding somebody may have said.
     *
     * @param file the file
     * @param search what is known of the table
     * @param encoding the encoding; found out when empty
     * @return how it seems to be written
     * @throws ImportException as {@link #detect(Path, TableSearch)}
     */
    public static CsvFormat detect(Path file, TableSearch search, Optional<Charset> encoding) {
        byte[] sample = sample(file);
        Charset charset = encoding.map(said -> TextEncoding.said(file, sample, said))
                .orElseGet(() -> charset(sample, file));
        boolean isGuess = encoding.isEmpty() && charset.equals(TextEncoding.WINDOWS);
        String text = withoutMark(new String(sample, charset));
        Optional<Character> said = saidDelimiter(text);
        char delimiter = said.orElseGet(() -> delimiter(text, search));
        List<CsvTable.Row> records = firstRecords(text, delimiter);
        boolean header = search.headerRow().isPresent()
                || TableFinder.header(said.isPresent() ? records.subList(1, records.size()) : records, search)
                        .isPresent();
        return new CsvFormat(delimiter, charset, header,
                isGuess ? Optional.of(saidOfGuess(file)) : Optional.empty());
    }

    /**
     * Reads a whole file.
     *
     * @param file the file
     * @param format how it is written
     * @return its table, as {@link #read(Path, CsvFormat, TableSearch)} says, without known names
     * @throws ImportException when it can't be read; the message names file and line
     */
    public static CsvTable read(Path file, CsvFormat format) {
        return read(file, format, TableSearch.UNKNOWN);
    }

    /**
     * Reads a whole file.
     *
     * @param file the file
     * @param format how it is written
     * @param search what is known of the table
     * @return its table; a row with more values than the header is a refused one
     * @throws ImportException when it can't be read, or bytes of it are not in the encoding; the message names file and
     *         line
     */
    public static CsvTable read(Path file, CsvFormat format, TableSearch search) {
        Charset charset = TextEncoding.said(file, sample(file), format.charset());
        List<CsvTable.Row> rows = new ArrayList<>();
        SharedTexts texts = new SharedTexts();
        try (Reader reader = open(file, charset);
                CSVParser parser = csv(format.delimiter()).parse(reader)) {
            long line = 1;
            for (CSVRecord record : parser) {
                String[] values = record.values();
                texts.share(values);
                if (line > 1 || !isSeparator(values, format.delimiter())) {
                    rows.add(new CsvTable.Row(line, values));
                }
                line = parser.getCurrentLineNumber() + 1;
            }
        } catch (CSVException e) {
            throw malformed(file, e);
        } catch (UncheckedIOException e) {
            throw malformed(file, e.getCause(), charset);
        } catch (IOException e) {
            throw malformed(file, e, charset);
        }
        removeEnd(rows);
        return TableFinder.find(new RawTable(file.getFileName().toString(), charset.displayName(),
                format.delimiter(), rows, format.note().stream().toList()), format.header(), search);
    }

    /** Excel is told the delimiter by a first line "sep=;", which is cut at that delimiter itself. */
    private static boolean isSeparator(String[] values, char delimiter) {
        return SEPARATOR.matcher(String.join(String.valueOf(delimiter), values)).matches();
    }

    private static Optional<Character> saidDelimiter(String text) {
        Matcher line = SEPARATOR.matcher(text.lines().findFirst().orElse(""));
        return line.matches() ? Optional.of(line.group(1).charAt(0)) : Optional.empty();
    }

    /** Empty lines are records, too, so that those behind them know their lines. */
    private static CSVFormat csv(char delimiter) {
        return CSVFormat.Builder.create(CSVFormat.DEFAULT).setDelimiter(delimiter).setIgnoreEmptyLines(false).get();
    }

    private static Reader open(Path file, Charset charset) throws IOException {
        return new LineLimitReader(TextEncoding.reader(file, charset), LONGEST_LINE, file.getFileName().toString());
    }

    private static ImportException malformed(Path file, IOException e, Charset charset) {
        if (!(e instanceof CharacterCodingException)) {
            return malformed(file, e);
        }
        try {
            return TextEncoding.malformed(file, charset, e);
        } catch (IOException again) {
            return malformed(file, again);
        }
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
            FileBound.TABLE.check(file);
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
        Optional<Charset> marked = TextEncoding.marked(sample);
        if (marked.isPresent()) {
            return marked.get();
        }
        TextEncoding.wide(sample).ifPresent(found -> {
            throw new ImportException(NLS.bind(Messages.wideWithoutMark, file.getFileName(), found.name()));
        });
        for (byte b : sample) {
            if (b == 0) {
                throw new ImportException(file.getFileName()
                        + " is a binary file, not delimited text; export it as CSV from the program that wrote it.");
            }
        }
        try {
            return TextEncoding.of(file);
        } catch (IOException e) {
            throw new ImportException(file + " can't be read (" + e.getMessage() + "); check its permissions.", e);
        }
    }

    private static String saidOfGuess(Path file) {
        try {
            return WindowsGuess.judge(file);
        } catch (IOException e) {
            throw new ImportException(file + " can't be read (" + e.getMessage() + "); check its permissions.", e);
        }
    }

    /** Programs of DOS end a text with Ctrl-Z, which is no value. */
    private static void removeEnd(List<CsvTable.Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        CsvTable.Row last = rows.remove(rows.size() - 1);
        String[] values = last.values();
        int end = values.length - 1;
        if (values[end].endsWith(END_OF_TEXT)) {
            values[end] = values[end].substring(0, values[end].length() - END_OF_TEXT.length());
        }
        if (end > 0 || !values[end].isEmpty()) {
            rows.add(last);
        }
    }

    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** Names that are known tell more than numbers of columns: texts have delimiters of other files in them. */
    private static char delimiter(String text, TableSearch search) {
        char best = ',';
        double bestScore = 0;
        long mostNames = 0;
        for (char candidate : DELIMITERS) {
            List<CsvTable.Row> records = firstRecords(text, candidate);
            if (records.isEmpty()) {
                continue;
            }
            // Titles above the table have fewer columns, so the number that most records have counts.
            Map<Integer, Integer> sizes = new TreeMap<>();
            records.forEach(record -> sizes.merge(record.values().length, 1, Integer::sum));
            double score = sizes.entrySet().stream()
                    .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                    .map(most -> (most.getKey() - 1) * (double) most.getValue() / records.size()).orElse(0.0);
            long known = TableFinder.knownNames(records, search);
            long names = known > 1 ? known : 0;
            if (names > mostNames || names == mostNames && score > bestScore) {
                mostNames = names;
                bestScore = score;
                best = candidate;
            }
        }
        return best;
    }

    private static List<CsvTable.Row> firstRecords(String text, char delimiter) {
        List<CsvTable.Row> records = new ArrayList<>();
        try (CSVParser parser = csv(delimiter).parse(new java.io.StringReader(text))) {
            for (CSVRecord record : parser) {
                if (record.size() > 1 || !record.get(0).isBlank()) {
                    records.add(new CsvTable.Row(0, record.values()));
                }
                if (records.size() == SAMPLED_RECORDS) {
                    break;
                }
            }
        } catch (IOException | UncheckedIOException e) {
            // The sample may end inside a quoted value, or the candidate may be wrong; what was read so far counts.
            return records;
        }
        return records;
    }
}
