package org.chartroom.exchange;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.chartroom.exchange.csv.CsvFiles;
import org.chartroom.exchange.csv.CsvFormat;
import org.chartroom.exchange.csv.CsvTable;
import org.chartroom.exchange.csv.ImportException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFilesTest {
    private static final CsvFormat COMMA = new CsvFormat(',', StandardCharsets.UTF_8, true);

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(chars = {',', ';', '\t', '|'})
    void delimiterIsFound(char delimiter) throws IOException {
        Path file = write("Name,Note\nA,\"x; y | z\"\nB,c\n".replace(',', delimiter), StandardCharsets.UTF_8);

        assertEquals(delimiter, CsvFiles.detect(file).delimiter());
    }

    @Test
    void utf8IsFoundWithoutAMark() throws IOException {
        assertEquals(StandardCharsets.UTF_8,
                CsvFiles.detect(write("Name\nGr\u00FC\u00DFe\n", StandardCharsets.UTF_8)).charset());
    }

    @Test
    void windows1252IsFound() throws IOException {
        Path file = write("Name\nGr\u00FC\u00DFe \u20AC\n", Charset.forName("windows-1252"));

        CsvTable table = CsvFiles.read(file, CsvFiles.detect(file));

        assertEquals("Gr\u00FC\u00DFe \u20AC", table.rows().get(0).values()[0]);
    }

    @Test
    void byteOrderMarkIsNoPartOfTheFirstColumn() throws IOException {
        Path file = write("\uFEFFName,Note\nA,b\n", StandardCharsets.UTF_8);

        assertEquals(List.of("Name", "Note"), CsvFiles.read(file, CsvFiles.detect(file)).columns());
    }

    @Test
    void fileWithoutHeaderGetsColumnNumbers() throws IOException {
        Path file = write("A,1\nB,2\n", StandardCharsets.UTF_8);
        CsvFormat format = CsvFiles.detect(file);

        assertFalse(format.header());
        assertEquals(List.of("Column 1", "Column 2"), CsvFiles.read(file, format).columns());
        assertEquals(2, CsvFiles.read(file, format).rows().size());
    }

    @Test
    void rowsKnowTheirLineAlsoBehindValuesOfSeveralLines() throws IOException {
        CsvTable table = read("Name,Note\nA,\"one\ntwo\"\nB,c\n");

        assertEquals(List.of(2L, 4L), table.rows().stream().map(CsvTable.Row::line).toList());
    }

    @Test
    void shortRowIsFilledWithEmptyValues() throws IOException {
        assertArrayEquals(new String[]{"A", ""}, read("Name,Note\nA\n").rows().get(0).values());
    }

    @Test
    void rowWithTooManyValuesIsRefusedAndTheOthersArrive() throws IOException {
        CsvTable table = read("Name,Note\nA,b\nC,d,e\nF,g\n");

        assertEquals(
                List.of("", "it has 3 values where the header has 2 columns; check the delimiter and the quotes of "
                        + "that line", ""),
                table.rows().stream().map(CsvTable.Row::problem).toList());
    }

    @Test
    void unbalancedQuoteIsNamedByItsLine() throws IOException {
        assertMessage("Name,Note\nA,b\nC,\"d\nE,f\n", "table.csv, line 3: a quoted value begins here");
    }

    @Test
    void textBehindAQuoteIsNamedByItsLine() throws IOException {
        assertMessage("Name,Note\nA,\"b\" c\n", "table.csv, line 2: there is text behind a closing quote");
    }

    @Test
    void binaryFileIsRefused() throws IOException {
        Path file = folder.resolve("program.csv");
        Files.write(file, new byte[]{0x7f, 'E', 'L', 'F', 0, 1, 2});

        ImportException e = assertThrows(ImportException.class, () -> CsvFiles.detect(file));
        assertTrue(e.getMessage().startsWith("program.csv is a binary file"), e.getMessage());
    }

    @Test
    void emptyFileIsRefused() throws IOException {
        Path file = write("", StandardCharsets.UTF_8);

        assertEquals("table.csv is empty; choose another file.",
                assertThrows(ImportException.class, () -> CsvFiles.detect(file)).getMessage());
    }

    @Test
    void missingFileIsNamed() {
        Path file = folder.resolve("nowhere.csv");

        assertTrue(assertThrows(ImportException.class, () -> CsvFiles.detect(file)).getMessage()
                .startsWith("There is no file " + file));
    }

    @Test
    void lineOf200MegabytesIsRefusedBeforeItIsRead() throws IOException {
        Path file = folder.resolve("long.csv");
        byte[] block = "x".repeat(1024 * 1024).getBytes(StandardCharsets.US_ASCII);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            out.write("Name,Note\n".getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < 200; i++) {
                out.write(block);
            }
        }

        ImportException e = assertThrows(ImportException.class, () -> CsvFiles.read(file, COMMA));
        assertTrue(e.getMessage().startsWith("long.csv, line 2: the line is longer than"), e.getMessage());
    }

    private void assertMessage(String text, String start) throws IOException {
        Path file = write(text, StandardCharsets.UTF_8);
        ImportException e = assertThrows(ImportException.class, () -> CsvFiles.read(file, COMMA));
        assertTrue(e.getMessage().startsWith(start), e.getMessage());
    }

    private CsvTable read(String text) throws IOException {
        return CsvFiles.read(write(text, StandardCharsets.UTF_8), COMMA);
    }

    private Path write(String text, Charset charset) throws IOException {
        return Files.write(folder.resolve("table.csv"), text.getBytes(charset));
    }
}
