package org.chartroom.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.chartroom.exchange.csv.CsvTable;
import org.chartroom.exchange.csv.ImportException;
import org.chartroom.exchange.importing.TableSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Letters arrive as they were written, or the file is refused; what is a guess is said. */
class EncodingsTest {
    @TempDir
    Path folder;

    private Path write(String text, String charset) throws IOException {
        return Files.write(folder.resolve("table.csv"), text.getBytes(Charset.forName(charset)));
    }

    private static CsvTable read(Path file, Map<String, String> options) {
        return new TableSettings(options).read(file, name -> name.equals("title") || name.equals("Title"));
    }

    private static List<String> titles(CsvTable table) {
        return table.rows().stream().map(row -> row.values()[0]).toList();
    }

    private static String table(String words) {
        return "Title;Likelihood\n" + String.join(";3\n", words.split(" ")) + ";3\n";
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "M\u00FCller Gr\u00F6\u00DFe \u00C4nderung \u00DCbersicht f\u00FCr STRA\u00DFE \u00D6L",
            "Fran\u00E7ois H\u00E9l\u00E8ne \u00EEle No\u00EBl c\u0153ur \u00C9tat d\u00E9j\u00E0 O\u00F9 l\u2019\u00E9t\u00E9 \u00C9T\u00C9",
            "Garc\u00EDa Mu\u00F1oz \u00BFQu\u00E9? \u00A1Atenci\u00F3n! ping\u00FCino \u00C1ngel",
            "S\u00E3o A\u00E7\u00F5es Concei\u00E7\u00E3o \u00C2ngela tr\u00EAs",
            "S\u00F8ren \u00C5se Bj\u00F8rn \u00E6ble sm\u00F8rrebr\u00F8d \u00D8stergaard",
            "\u00C5ngstr\u00F6m H\u00E4meenlinna k\u00F6r \u00D6stersund Linn\u00E9a",
            "\u00DE\u00F3r\u00F0ur J\u00F3n \u00C6gir S\u00FA\u00F0av\u00EDk \u00FEa\u00F0",
            "perch\u00E9 citt\u00E0 pi\u00F9 cos\u00EC per\u00F2",
            "co\u00F6peratie \u00E9\u00E9n re\u00EBel",
            "K\u00F5ik \u00F5hk \u017Danr \u0161okolaad",
            "100\u20AC \u00A350 12\u00B0 m\u00B2 na\u00EFve \u00A3bn"})
    void wordsOfWesternLanguagesArriveInWindows1252(String words) throws IOException {
        CsvTable table = read(write(table(words), "windows-1252"), Map.of());
        assertEquals(Arrays.asList(words.split(" ")), titles(table));
        assertTrue(table.layout().notes().get(0).contains("taken as windows-1252, as in line "),
                table.layout().notes().toString());
    }

    @ParameterizedTest
    @CsvSource({"x-MacRoman,J\u00FCrgen M\u00FCller,windows-1250",
            "x-MacRoman,Gr\u00F6\u00DFe f\u00FCr k\u00F6nnen \u00C4nderung,macintosh",
            "x-MacRoman,Jos\u00E9 Espa\u00F1a n\u00E3o,macintosh",
            "x-MacRoman,g\u00E5 S\u00F8ren \u00E6ble,macintosh",
            "windows-1250,\u0141ukasz W\u0105sik,windows-1250",
            "windows-1250,\u017Cycie m\u0105\u017C Wa\u0142\u0119sa,windows-1250",
            "windows-1250,\u010Cern\u00FD Dvo\u0159\u00E1k R\u016F\u017Ei\u010Dka,windows-1250",
            "windows-1251,\u0418\u0432\u0430\u043D \u041F\u0435\u0442\u0440\u043E\u0432,windows-1251",
            "windows-1253,\u0393\u03B9\u03CE\u03C1\u03B3\u03BF\u03C2,windows-1253",
            "windows-1254,\u00C7a\u011Flar,windows-1254"})
    void wordsInOtherCodePagesAreRefusedAndArriveWithTheirName(String charset, String words, String advised)
            throws IOException {
        Path file = write(table(words), charset);
        String told = assertThrows(ImportException.class, () -> read(file, Map.of())).getMessage();
        assertTrue(told.contains(", line ") && told.contains(advised) && told.contains("--encoding"), told);
        CsvTable table = read(file, Map.of("encoding", charset));
        assertEquals(Arrays.asList(words.split(" ")), titles(table));
        assertEquals(List.of(), table.layout().notes());
    }

    @Test
    void oneStrangeWordAmongManyIsASlipOfThePen() throws IOException {
        String words = "M\u00FCller Gr\u00F6\u00DFe \u00C4nderung f\u00FCr k\u00F6nnen gr\u00FCn sch\u00F6n L\u00C9on";
        assertEquals(Arrays.asList(words.split(" ")), titles(read(write(table(words), "windows-1252"), Map.of())));
    }

    @Test
    void strangeWordsArriveWhenSomebodySaysThatTheyAreRight() throws IOException {
        assertEquals(List.of("J\u0178rgen"),
                titles(read(write(table("J\u0178rgen"), "windows-1252"), Map.of("encoding", "windows-1252"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Title\nFire\n\u001A", "Title\nFire\u001A", "Title\nFire\n\u001A\n"})
    void theEndOfATextOfDosIsNoRow(String text) throws IOException {
        assertEquals(List.of("Fire"), titles(read(write(text, "UTF-8"), Map.of())));
    }

    @ParameterizedTest
    @CsvSource({"UTF-16LE,UTF-16", "UTF-16BE,UTF-16", "UTF-32LE,UTF-32", "UTF-32BE,UTF-32", "UTF-16LE,", "UTF-16BE,",
            "UTF-32LE,", "UTF-32BE,"})
    void theMarkSaysTheOrderOfBytes(String charset, String said) throws IOException {
        Path file = write("\uFEFF" + table("M\u00FCller"), charset);
        CsvTable table = read(file, said == null ? Map.of() : Map.of("encoding", said));
        assertEquals(List.of("M\u00FCller"), titles(table));
        assertEquals(charset, table.layout().encoding().orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({"UTF-16LE,", "UTF-16BE,", "UTF-32LE,", "UTF-16LE,UTF-16", "UTF-32LE,UTF-32"})
    void withoutAMarkItIsToBeSaid(String charset, String said) throws IOException {
        Path file = write(table("M\u00FCller"), charset);
        Map<String, String> options = said == null ? Map.of() : Map.of("encoding", said);
        String told = assertThrows(ImportException.class, () -> read(file, options)).getMessage();
        assertTrue(told.contains("--encoding " + charset), told);
        assertEquals(List.of("M\u00FCller"), titles(read(file, Map.of("encoding", charset))));
    }
}
