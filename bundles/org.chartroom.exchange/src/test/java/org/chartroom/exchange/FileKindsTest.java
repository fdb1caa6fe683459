package org.chartroom.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.chartroom.exchange.csv.CsvFiles;
import org.chartroom.exchange.csv.ImportException;
import org.chartroom.exchange.importing.ModelImport;
import org.chartroom.exchange.xlsx.XlsxFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that hold no table are refused by what they are. */
class FileKindsTest {
    @TempDir
    Path folder;

    private String refusal(Path file) {
        return assertThrows(ImportException.class, () -> {
            if (XlsxFiles.isWorkbook(file)) {
                XlsxFiles.sheets(file);
            } else {
                CsvFiles.read(file, CsvFiles.detect(file));
            }
        }).getMessage();
    }

    private Path zip(String name, String entry, String content) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file); ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
            <?xml version="1.0"?><Project xmlns="http://schemas.microsoft.com/project">|an XML file of Microsoft Project
            <xmi:XMI xmi:version="2.0" xmlns:xmi="http://www.omg.org/XMI"/>|a model file
            <?xml version="1.0"?><plan xmlns="http://csrc.nist.gov/ns/oscal/1.0">|an OSCAL document in XML
            <?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">|an XML spreadsheet
            <?xml version="1.0"?><rows/>|an XML file, no table
            <!DOCTYPE html><html><body><table>|a web page
            %PDF-1.7|a PDF document
            {\\rtf1 Risks}|a text document
            """, delimiter = '|')
    void text_that_is_no_table_is_named(String content, String named) throws IOException {
        Path file = Files.writeString(folder.resolve("risks.csv"), content + "\n");
        assertTrue(refusal(file).startsWith("risks.csv is " + named), refusal(file));
    }

    @Test
    void a_mark_of_the_encoding_before_it_hides_nothing() throws IOException {
        Path file = Files.writeString(folder.resolve("risks.csv"), "\ufeff<?xml version=\"1.0\"?>\n<rows/>\n");
        assertTrue(refusal(file).contains("an XML file"), refusal(file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\ufeff"})
    void a_model_file_is_one_for_those_who_import_it_and_for_those_who_refuse_it(String before) throws IOException {
        Path file = Files.writeString(folder.resolve("risks.xmi"),
                before + "<xmi:XMI xmi:version=\"2.0\" xmlns:xmi=\"http://www.omg.org/XMI\"/>\n");
        assertTrue(ModelImport.isModelFile(file));
        assertTrue(refusal(file).contains("a model file"), refusal(file));
    }

    @Test
    void archives_that_are_no_workbook_are_named() throws IOException {
        Path ods = zip("risks.ods", "mimetype", "application/vnd.oasis.opendocument.spreadsheet");
        assertTrue(refusal(ods).contains("an OpenDocument spreadsheet"), refusal(ods));
        Path odt = zip("risks.odt", "mimetype", "application/vnd.oasis.opendocument.text");
        assertTrue(refusal(odt).contains("a text document"), refusal(odt));
        Path numbers = zip("risks.numbers", "Index/Document.iwa", "abc");
        assertTrue(refusal(numbers).contains("Apple Numbers"), refusal(numbers));
        Path word = zip("risks.docx", "word/document.xml", "<w/>");
        assertTrue(refusal(word).contains("a text document"), refusal(word));
        Path binary = zip("risks.xlsb", "xl/workbook.bin", "..");
        assertEquals("risks.xlsb is an Excel binary workbook (.xlsb); save it as .xlsx first.", refusal(binary));
        Path archive = zip("risks.xlsx", "risks.csv", "Title\nFire\n");
        assertTrue(refusal(archive).contains("a packed archive"), refusal(archive));
    }

    @Test
    void a_workbook_that_unpacks_to_far_more_than_it_is_is_named() throws IOException {
        Path bomb = folder.resolve("bomb.xlsx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(bomb))) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.write(" ".repeat(8 * 1024 * 1024).getBytes(StandardCharsets.UTF_8));
        }

        assertTrue(refusal(bomb).startsWith("bomb.xlsx unpacks to a hundred times its size or more"), refusal(bomb));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Title,Owner\n<none>,Ana\n", "<5 days,Late\n1,2\n", "< 1 %;Rare\n1;2\n"})
    void a_table_may_begin_with_an_angle_bracket(String content) throws IOException {
        Path file = Files.writeString(folder.resolve("risks.csv"), content);
        assertEquals(2, CsvFiles.read(file, CsvFiles.detect(file)).columns().size());
    }
}
