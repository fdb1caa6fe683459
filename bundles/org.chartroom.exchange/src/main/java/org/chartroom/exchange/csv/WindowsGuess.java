package org.chartroom.exchange.csv;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.osgi.util.NLS;

/**
 * Judges whether a file that is taken as Windows-1252, because nothing in it says otherwise, reads like it. Every byte is
 * some letter there, so a file in another code page would arrive with other letters; the words tell.
 */
final class WindowsGuess {
    /** A word with a letter beyond ASCII, or with one of the signs that letters of other code pages become. */
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{Sc}\\p{Sk}"
            + "\u00A1\u00A6\u00A7\u00A9\u00AA\u00AB\u00AC\u00AE\u00B1\u00B2\u00B3\u00B6\u00B9\u00BA\u00BB\u00BC\u00BD\u00BE\u00BF"
            + "\u2018\u201A\u201C\u201D\u201E\u2020\u2021\u2030\u2039\u203A]+");
    /** A sign between two small letters, which no language writes. */
    private static final Pattern SIGN_INSIDE = Pattern.compile("\\p{Ll}[^\\p{L}]\\p{Ll}");
    /** A currency sign before what is too long for a unit, as in "\u00A3ukasz". */
    private static final Pattern SIGN_BEFORE = Pattern.compile("^[\\p{Sc}]\\p{L}{4,}");
    /** A capital with an accent inside a word, or behind small letters. */
    private static final Pattern CAPITAL_INSIDE = Pattern
            .compile("\\p{L}[\\p{Lu}&&[^A-Z]]\\p{Ll}|\\p{Ll}[\\p{Lu}&&[^A-Z]]");
    /** A word of letters with accents only, as those of Russian or Greek become. */
    private static final Pattern ACCENTS_ONLY = Pattern.compile("[\\p{L}&&[^A-Za-z]]{3,}");
    /** Letters that no language has in one word: Czech, Turkish and Romanian ones become such. */
    private static final Pattern STRANGERS = Pattern
            .compile("(?i)(?=.*[\u00EC\u00E8\u00F9\u00F2\u00F8])(?=.*[\u00FD\u0161\u017E]).*"
                    + "|(?=.*[\u00E7\u00F1\u00FC])(?=.*[\u00F0\u00FE]).*", Pattern.UNICODE_CASE);
    /** A file in Windows-1252 may have a slip of the pen; in one of another code page such words are many. */
    private static final int ONE_IN = 6;

    private long words;
    private long implausible;
    private long cyrillic;
    private String example = "";
    private long line;
    private boolean isExampleOfWord;
    private String strange = "";
    private long strangeLine;

    private WindowsGuess() {
    }

    /**
     * @param file a file that can be decoded as Windows-1252 and is not UTF-8
     * @return what is said of the guess
     * @throws ImportException when its words are hardly written in Windows-1252
     */
    static String judge(Path file) throws IOException {
        WindowsGuess guess = new WindowsGuess();
        try (BufferedReader lines = new BufferedReader(TextEncoding.reader(file, TextEncoding.WINDOWS))) {
            long number = 0;
            for (String text = lines.readLine(); text != null; text = lines.readLine()) {
                guess.take(text, ++number);
            }
        }
        if (guess.implausible * ONE_IN >= Math.max(1, guess.words)) {
            boolean isOtherScript = guess.cyrillic * 2 >= guess.implausible;
            throw new ImportException(NLS.bind(isOtherScript ? Messages.otherScript : Messages.otherCodePage,
                    new Object[]{file.getFileName(), guess.strangeLine, guess.strange}));
        }
        return NLS.bind(Messages.guessedEncoding, guess.line, guess.example);
    }

    private void take(String text, long number) {
        if (text.chars().allMatch(c -> c <= '~')) {
            return;
        }
        Matcher found = WORD.matcher(text);
        while (found.find()) {
            String word = found.group();
            if (word.chars().allMatch(c -> c <= '~') || word.chars().noneMatch(Character::isLetter)) {
                continue;
            }
            words++;
            if (!isExampleOfWord) {
                isExampleOfWord = true;
                example = word;
                line = number;
            }
            boolean isOther = ACCENTS_ONLY.matcher(word).matches();
            if (isOther || isImplausible(word)) {
                implausible++;
                cyrillic += isOther ? 1 : 0;
                if (strange.isEmpty()) {
                    strange = word;
                    strangeLine = number;
                }
            }
        }
        if (example.isEmpty()) {
            // A sign alone, as of a currency.
            example = text.codePoints().filter(c -> c > '~').mapToObj(Character::toString).findFirst().orElse("");
            line = number;
        }
    }

    private static boolean isImplausible(String word) {
        return SIGN_INSIDE.matcher(word).find() || SIGN_BEFORE.matcher(word).find()
                || !word.equals(word.toUpperCase(java.util.Locale.ROOT)) && CAPITAL_INSIDE.matcher(word).find()
                || STRANGERS.matcher(word).matches();
    }
}
