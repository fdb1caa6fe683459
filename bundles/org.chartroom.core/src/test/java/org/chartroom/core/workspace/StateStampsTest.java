package org.chartroom.core.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.chartroom.core.files.RefusedFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The state that a file names is found, or it is said why not. */
class StateStampsTest {
    private static final String HASH = "0123456789abcdef".repeat(4);
    private static final String ID = "8d5f3f0e-0b51-4f5c-9a5e-0c8f6f1f2a3b";
    private static final StateStamp STATE = new StateStamp(Optional.of(ID), 12, HASH, false);

    @TempDir
    Path folder;

    private Path file(String text, Charset charset) throws IOException {
        return Files.writeString(folder.resolve("file"), text, charset);
    }

    private Path file(String text) throws IOException {
        return file(text, StandardCharsets.UTF_8);
    }

    private Path archive(String part, String text) throws IOException {
        Path file = folder.resolve("file.docx");
        try (OutputStream out = Files.newOutputStream(file); ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.putNextEntry(new ZipEntry(part));
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }

    private static String refused(Path file) {
        return assertThrows(RefusedFileException.class, () -> StateStamps.read(file)).getMessage();
    }

    @Test
    void theLineIsFoundInAPage() throws IOException {
        assertEquals(STATE,
                StateStamps.read(file("<html><body>\u00FC<p class=\"meta\">" + STATE.text() + "</p></body>")));
    }

    @Test
    void theLineIsFoundInACommentOfAModelFile() throws IOException {
        assertEquals(STATE, StateStamps.read(file("<?xml version=\"1.0\"?>\n<!-- " + STATE.text() + " -->\n<a/>")));
    }

    @Test
    void theLineIsFoundInADocumentThatCutsItIntoPieces() throws IOException {
        String pieces = STATE.text().replace(", ", "</w:t></w:r><w:r><w:t xml:space=\"preserve\">, ");
        assertEquals(STATE,
                StateStamps.read(archive("word/document.xml", "<w:p><w:r><w:t>" + pieces + "</w:t></w:r></w:p>")));
    }

    @Test
    void theLineIsFoundInAWorkbookThatSharesItsTexts() throws IOException {
        assertEquals(STATE,
                StateStamps.read(archive("xl/sharedStrings.xml", "<sst><si><t>" + STATE.text() + "</t></si></sst>")));
    }

    @Test
    void aLineThatStandsTwiceCountsOnce() throws IOException {
        assertEquals(STATE, StateStamps.read(file(STATE.text() + "\n" + STATE.text())));
    }

    @ParameterizedTest
    @CsvSource({"UTF-8, ''", "UTF-8, \uFEFF", "UTF-16LE, \uFEFF", "UTF-16BE, \uFEFF"})
    void whatHeadPrintedIsFoundHoweverAShellWroteIt(String charset, String mark) throws IOException {
        StateStamp noted = new StateStamp(Optional.empty(), 12, HASH, false);
        assertEquals(noted, StateStamps.read(file(mark + "12 " + HASH + "\r\n", Charset.forName(charset))));
    }

    @Test
    void whatHeadPrintedAsJsonIsFound() throws IOException {
        assertEquals(STATE,
                StateStamps.read(file("{\n  \"revision\": 12,\n  \"author\": \"Ada\",\n  \"hash\": \"" + HASH
                        + "\",\n  \"workspace\": \"" + ID + "\"\n}\n")));
    }

    @Test
    void jsonOfSeveralRevisionsIsRefused() throws IOException {
        String one = "{\"revision\": 12, \"hash\": \"" + HASH + "\"}";
        assertTrue(refused(file("{\"all\": [" + one + ", " + one + "]}")).contains("names no state"));
    }

    @Test
    void unsavedChangesAreTold() throws IOException {
        StateStamp unsaved = new StateStamp(Optional.of(ID), 12, HASH, true);
        assertEquals(unsaved, StateStamps.read(file("<p>" + unsaved.text() + "</p>")));
    }

    @Test
    void aStateThatWasNeverSavedIsTold() throws IOException {
        StateStamp fresh = new StateStamp(Optional.of(ID), Revision.NONE, "", true);
        assertEquals("State: not saved, workspace " + ID + ", with unsaved changes", fresh.text());
        assertEquals(fresh, StateStamps.read(file(fresh.text())));
    }

    @Test
    void aFileWithoutTheLineIsRefused() throws IOException {
        assertTrue(refused(file("Key,Title\nR-1,Fire\n")).contains("a csv file can't hold it"));
    }

    @Test
    void anEmptyFileIsRefused() throws IOException {
        assertTrue(refused(file("")).contains("names no state"));
    }

    @Test
    void aFileWithSeveralDifferentLinesIsRefused() throws IOException {
        StateStamp other = new StateStamp(Optional.of(ID), 13, HASH, false);
        assertTrue(refused(file(STATE.text() + "\n" + other.text())).contains("several different states"));
    }

    @Test
    void aDamagedArchiveIsRefused() throws IOException {
        assertTrue(refused(file("PK\u0003\u0004 and nothing else")).contains("is damaged"));
    }

    @Test
    void aFileThatIsNotThereIsRefused() {
        assertTrue(refused(folder.resolve("none")).contains("There is no file"));
    }

    @Test
    void anArchiveThatUnpacksToMoreThanADocumentHasIsRefused() throws IOException {
        Path file = folder.resolve("bomb.xlsx");
        byte[] zeros = new byte[1 << 20];
        try (OutputStream out = Files.newOutputStream(file); ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
            for (int i = 0; i < 1025; i++) {
                zip.write(zeros);
            }
        }
        assertTrue(refused(file).contains("unpacks to more"));
    }

    @Property(tries = 60)
    void theLineIsFoundWhereverItStands(@ForAll @IntRange(max = 140_000) int before, @ForAll boolean unsaved)
            throws IOException {
        StateStamp state = new StateStamp(Optional.of(ID), 12, HASH, unsaved);
        Path file = Files.createTempFile("state", ".html");
        try {
            Files.writeString(file, " ".repeat(before) + state.text() + "</p>" + " ".repeat(before / 3));
            assertEquals(state, StateStamps.read(file));
        } finally {
            Files.delete(file);
        }
    }
}
