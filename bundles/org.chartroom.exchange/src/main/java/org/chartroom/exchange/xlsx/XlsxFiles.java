package org.chartroom.exchange.xlsx;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import javax.xml.parsers.ParserConfigurationException;

import org.apache.poi.EmptyFileException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.model.StylesTable;
import org.chartroom.core.files.InputFiles;
import org.chartroom.core.files.RefusedFileException;
import org.chartroom.exchange.csv.CsvFiles;
import org.chartroom.exchange.csv.CsvTable;
import org.chartroom.exchange.csv.FileKinds;
import org.chartroom.exchange.csv.ImportException;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Reads a sheet of an Excel workbook (.xlsx) as a table, row by row, so that the cells of a large one are never all there
 * as objects. Numbers, dates and amounts come in the form they have in text files: 1200.5, 2026-03-31, 1200.5 EUR.
 */
public final class XlsxFiles {
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final long LARGEST_PART = 1024L * 1024 * 1024;

    static {
        // A sheet of a million rows is a few hundred megabytes; what unpacks to more than this is made to.
        ZipSecureFile.setMaxEntrySize(LARGEST_PART);
    }

    private XlsxFiles() {
    }

    /** Something is done with an open workbook. */
    @FunctionalInterface
    private interface Reading<T> {
        T read(OPCPackage workbook) throws IOException, OpenXML4JException, SAXException, ParserConfigurationException;
    }

    /**
     * @param file a file
     * @return whether it is an Excel workbook, or is meant to be one, and not delimited text
     */
    public static boolean isWorkbook(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return name.endsWith(".xlsx") || name.endsWith(".xlsm") || name.endsWith(".xls") || startsWith(file, ZIP)
                || startsWith(file, OLE);
    }

    private static boolean startsWith(Path file, byte[] magic) {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (InputStream input = Files.newInputStream(file)) {
            return Arrays.equals(magic, input.readNBytes(magic.length));
        } catch (IOException e) {
            throw new ImportException(file + " can't be read (" + e.getMessage() + "); check its permissions.", e);
        }
    }

    /**
     * @param file a workbook
     * @return the names of its sheets, in their order
     * @throws ImportException when it can't be read
     */
    public static List<String> sheets(Path file) {
        return open(file, workbook -> {
            XSSFReader.SheetIterator sheets = (XSSFReader.SheetIterator) new XSSFReader(workbook).getSheetsData();
            List<String> names = new ArrayList<>();
            while (sheets.hasNext()) {
                try (InputStream unread = sheets.next()) {
                    names.add(sheets.getSheetName());
                }
            }
            return names;
        });
    }

    /**
     * Reads a sheet. The first row that is not empty names the columns.
     *
     * @param file a workbook
     * @param sheet name of the sheet, in any case; the first one when empty
     * @return its content
     * @throws ImportException when it can't be read; the message names file, sheet and row
     */
    public static CsvTable read(Path file, Optional<String> sheet) {
        return open(file, workbook -> {
            XSSFReader reader = new XSSFReader(workbook);
            XSSFReader.SheetIterator sheets = (XSSFReader.SheetIterator) reader.getSheetsData();
            List<String> names = new ArrayList<>();
            while (sheets.hasNext()) {
                try (InputStream content = sheets.next()) {
                    names.add(sheets.getSheetName());
                    if (sheet.isEmpty() || sheet.get().strip().equalsIgnoreCase(sheets.getSheetName())) {
                        return readSheet(file, reader, workbook, sheets.getSheetName(), content);
                    }
                }
            }
            throw new ImportException(names.isEmpty()
                    ? name(file) + " has no sheet with cells; choose another file."
                    : name(file) + " has no sheet \"" + sheet.orElseThrow() + "\"; it has " + String.join(", ", names)
                            + ".");
        });
    }

    private static CsvTable readSheet(Path file, XSSFReader reader, OPCPackage workbook, String sheet,
            InputStream content) throws IOException, OpenXML4JException, SAXException, ParserConfigurationException {
        ReadOnlySharedStringsTable texts = new ReadOnlySharedStringsTable(workbook, false);
        StylesTable styles = reader.getStylesTable();
        SheetHandler handler = new SheetHandler(name(file), sheet, texts, new CellFormats(styles, is1904(reader)));
        parse(content, handler);
        return handler.table();
    }

    private static void parse(InputStream content, DefaultHandler handler)
            throws IOException, SAXException, ParserConfigurationException {
        XMLReader xml = XMLHelper.newXMLReader();
        xml.setContentHandler(handler);
        xml.parse(new InputSource(content));
    }

    /** Workbooks that began on a Macintosh count days from another one. */
    private static boolean is1904(XSSFReader reader)
            throws IOException, OpenXML4JException, SAXException, ParserConfigurationException {
        boolean[] found = new boolean[1];
        try (InputStream content = reader.getWorkbookData()) {
            parse(content, new DefaultHandler() {
                @Override
                public void startElement(String uri, String localName, String qName, Attributes attributes) {
                    String value = localName.equals("workbookPr") ? attributes.getValue("date1904") : null;
                    found[0] |= "1".equals(value) || "true".equals(value);
                }
            });
        }
        return found[0];
    }

    private static <T> T open(Path file, Reading<T> reading) {
        check(file);
        try (OPCPackage workbook = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
            return reading.read(workbook);
        } catch (IOException | OpenXML4JException | OpenXML4JRuntimeException | SAXException
                | ParserConfigurationException | EmptyFileException e) {
            throw e.getCause() instanceof ImportException known ? known : damaged(file, e);
        } catch (ImportException e) {
            throw e;
        } catch (RuntimeException e) {
            // What the library throws over parts that are missing, forbidden or not what they should be.
            throw damaged(file, e);
        }
    }

    private static ImportException damaged(Path file, Exception cause) {
        return new ImportException(
                name(file) + " is damaged or no Excel workbook; open it in the program that wrote it and "
                        + "save it again as .xlsx.",
                cause);
    }

    private static void check(Path file) {
        try {
            if (Files.isDirectory(file)) {
                throw new ImportException(name(file) + " is a folder; choose a file.");
            }
            InputFiles.check(file);
            if (Files.size(file) > CsvFiles.LARGEST_FILE) {
                throw new ImportException(name(file) + " is larger than " + CsvFiles.LARGEST_FILE / (1024 * 1024)
                        + " MB; split it into smaller files.");
            }
        } catch (RefusedFileException e) {
            throw new ImportException(e.getMessage(), e);
        } catch (NoSuchFileException e) {
            throw new ImportException("There is no file " + file + "; check the path.", e);
        } catch (IOException e) {
            throw new ImportException(file + " can't be read (" + e.getMessage() + "); check its permissions.", e);
        }
        if (startsWith(file, OLE)) {
            throw new ImportException(isEncrypted(file)
                    ? name(file) + " is protected with a password; save it without one first."
                    : name(file) + " is a workbook in the old format .xls; save it as .xlsx first.");
        }
        checkArchive(file);
    }

    /** The library would log a warning and try to read a damaged archive all the same. */
    private static void checkArchive(Path file) {
        try {
            Optional<String> refusal = FileKinds.archiveRefusal(name(file), file);
            if (refusal.isPresent()) {
                throw new ImportException(refusal.get());
            }
        } catch (IOException e) {
            throw damaged(file, e);
        }
    }

    private static boolean isEncrypted(Path file) {
        try (POIFSFileSystem container = new POIFSFileSystem(file.toFile(), true)) {
            return container.getRoot().hasEntryCaseInsensitive(Decryptor.DEFAULT_POIFS_ENTRY);
        } catch (IOException | RuntimeException e) {
            throw damaged(file, e);
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
