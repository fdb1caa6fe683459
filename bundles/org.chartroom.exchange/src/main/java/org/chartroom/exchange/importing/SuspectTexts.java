package org.chartroom.exchange.importing;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import org.chartroom.exchange.csv.CsvTable;

/**
 * Texts of a table that hardly are what somebody wrote, though they can be read: UTF-8 that a program took for Windows-1252
 * and wrote in UTF-8 again, and characters that nobody sees. They come in as they stand, and that is said.
 */
final class SuspectTexts {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final int LATIN = 0x80;
    private static final int LATIN_END = 0xFF;
    /** What stands behind a word as well, so that only a letter behind it tells. */
    private static final String PUNCTUATION = "\u00AB\u00BB\u201C\u201D\u201E\u2018\u2019\u201A\u2013\u2014\u2026\u2022\u00A0\u00B7";
    private static final int LONGEST_SAID = 20;

    private final CsvTable table;
    private final Kind twice = new Kind();
    private final Kind turned = new Kind();
    private final Kind unseen = new Kind();
    private String example = "";

    /** How many cells are of a kind, and where the first one is. */
    private static final class Kind {
        private long count;
        private String first = "";

        void add(String place) {
            if (count++ == 0) {
                first = place;
            }
        }
    }

    /** @param columns the columns that go somewhere */
    SuspectTexts(CsvTable table, List<ColumnReader> columns) {
        this.table = table;
        List<Integer> indexes = columns.stream().map(column -> column.mapping().column()).sorted().toList();
        for (CsvTable.Row row : table.rows()) {
            for (int index : indexes) {
                look(row, index);
            }
        }
    }

    /** Most cells have none of these characters, and a large table is not to pay for the few. */
    private void look(CsvTable.Row row, int index) {
        String text = row.values()[index];
        boolean isTwice = false;
        boolean isTurned = false;
        boolean isUnseen = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= LATIN) {
                isTwice |= isLead(c) && twice(text, i).isPresent();
                isTurned |= c >= '\u202A' && c <= '\u202E' || c >= '\u2066' && c <= '\u2069';
                isUnseen |= c == '\u00AD' || c == '\u200B' || c == '\u2060' || c == '\uFEFF';
            }
        }
        if (isTwice || isTurned || isUnseen) {
            String place = table.place(row.line()) + ", " + table.columns().get(index);
            if (isTwice) {
                twice.add(place);
                example = example.isEmpty() ? example(text) : example;
            }
            if (isTurned) {
                turned.add(place);
            }
            if (isUnseen) {
                unseen.add(place);
            }
        }
    }

    private static boolean isLead(char c) {
        return c >= '\u00C2' && c <= '\u00C5' || c == '\u00D0' || c == '\u00D1' || c == '\u00E2';
    }

    /** @return what was meant by the characters from an index on, where they are UTF-8 in Windows-1252 */
    private static Optional<String> twice(String text, int index) {
        char lead = text.charAt(index);
        // Two Cyrillic letters in a row tell; one alone may be a letter with its sign.
        int length = lead == '\u00E2' ? 3 : lead == '\u00D0' || lead == '\u00D1' ? 4 : 2;
        if (index + length > text.length()) {
            return Optional.empty();
        }
        boolean isWeak = length == 2 && lead != '\u00C2' && PUNCTUATION.indexOf(text.charAt(index + 1)) >= 0;
        if (isWeak && (index + length == text.length() || !Character.isLetter(text.charAt(index + length)))) {
            return Optional.empty();
        }
        return decoded(text.substring(index, index + length));
    }

    private static Optional<String> decoded(String text) {
        ByteBuffer bytes = ByteBuffer.allocate(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= LATIN_END) {
                bytes.put((byte) c);
                continue;
            }
            byte[] one = String.valueOf(c).getBytes(WINDOWS);
            if (one.length != 1 || one[0] >= 0) {
                return Optional.empty();
            }
            bytes.put(one[0]);
        }
        try {
            CharBuffer read = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                    .decode(bytes.flip());
            return Optional.of(read.toString());
        } catch (CharacterCodingException e) {
            // It is no UTF-8, and so what somebody wrote.
            return Optional.empty();
        }
    }

    /** The first word of the kind and what was meant by it; where the whole word does not tell, the letters alone. */
    private static String example(String text) {
        for (String word : text.split("\\s+")) {
            for (int i = 0; i < word.length(); i++) {
                Optional<String> letters = isLead(word.charAt(i)) ? twice(word, i) : Optional.empty();
                if (letters.isPresent()) {
                    Optional<String> whole = word.length() <= LONGEST_SAID ? decoded(word) : Optional.empty();
                    int length = letters.get().getBytes(StandardCharsets.UTF_8).length;
                    return Messages.bind(Messages.twiceExample,
                            whole.isPresent() ? word : word.substring(i, i + length),
                            whole.or(() -> letters).get());
                }
            }
        }
        return "";
    }

    /**
     * Adds what is to be said.
     *
     * @param notes what is to be known
     * @param damaged what nobody can want to come in so
     */
    void addTo(List<String> notes, List<String> damaged) {
        if (twice.count > 0) {
            damaged.add(Messages.bind(Messages.twiceEncoded, new Object[]{twice.count, twice.first, example}));
        }
        if (turned.count > 0) {
            damaged.add(Messages.bind(Messages.directionTurned, turned.count, turned.first));
        }
        if (unseen.count > 0) {
            notes.add(Messages.bind(Messages.unseenCharacters, unseen.count, unseen.first));
        }
    }
}
