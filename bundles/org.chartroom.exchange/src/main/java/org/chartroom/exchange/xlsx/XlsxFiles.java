package org.chartroom.exchange.xlsx;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipFile;

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
import org.chartroom.core.files.InputFiles;
import org.chartroom.core.files.RefusedFileException;
import org.chartroom.exchange.csv.CsvTable;
import org.chartroom.exchange.csv.FileBound;
import org.chartroom.exchange.csv.FileKinds;
import org.chartroom.exchange.csv.ImportException;
import org.chartroom.exchange.csv.TableFinder;
import org.chartroom.exchange.csv.TableSearch;
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
    private static final long SMALL_PART = 1024L * 1024;

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
        return name.endsWith(".xlsx") || name.endsWith(".xlsm") || name.endsWith(".xls") || name.endsWith(".xlsb")
                || startsWith(file, ZIP)
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
     * A sheet of a workbook.
     *
     * @param name its name
     * @param hidden whether the program that shows the workbook does not show it
     */
    public record Sheet(String name, boolean hidden) {
        /** @return how it is said: a hidden one is marked */
        public String label() {
            return hidden ? Messages.bind(Messages.hiddenSheet, name) : name;
        }
    }

    /**
     * @param file a workbook
     * @return its sheets with cells, in their order
     * @throws ImportException when it can't be read
     */
    public static List<Sheet> sheets(Path file) {
        return open(file, workbook -> sheets(new XSSFReader(workbook)));
    }

    private static List<Sheet> sheets(XSSFReader reader)
            throws IOException, OpenXML4JException, SAXException, ParserConfigurationException {
        Set<String> hidden = hiddenSheets(reader);
        XSSFReader.SheetIterator sheets = (XSSFReader.SheetIterator) reader.getSheetsData();
        List<Sheet> found = new ArrayList<>();
        while (sheets.hasNext()) {
            try (InputStream unread = sheets.next()) {
                found.add(new Sheet(sheets.getSheetName(), hidden.contains(sheets.getSheetName())));
            }
        }
        return found;
    }

    /**
     * @param file a workbook
     * @param sheet one of its sheets
     * @return number of its rows with cells
     * @throws ImportException when it can't be read
     */
    public static int rows(Path file, Sheet sheet) {
        return open(file, workbook -> book(file, workbook).raw(sheet, Long.MAX_VALUE).table(List.of()).rows().size());
    }

    private static Book book(Path file, OPCPackage workbook)
            throws IOException, OpenXML4JException, SAXException, ParserConfigurationException {
        XSSFReader reader = new XSSFReader(workbook);
        return new Book(name(file), reader, new ReadOnlySharedStringsTable(workbook, false),
                new CellFormats(reader.getStylesTable(), is1904(reader)));
    }

    private static Set<String> hiddenSheets(XSSFReader reader)
            throws IOException, OpenXML4JException, SAXException, ParserConfigurationException {
        Set<String> hidden = new HashSet<>();
        try (InputStream content = reader.getWorkbookData()) {
            parse(content, new DefaultHandler() {
                @Override
                public void startElement(String uri, String localName, String qName, Attributes attributes) {
                    String state = localName.equals("sheet") ? attributes.getValue("state") : null;
                    if ("hidden".equals(state) || "veryHidden".equals(state)) {
                        hidden.add(attributes.getValue("name"));
                    }
                }
            });
        }
        return hidden;
    }

    /**
     * Reads a sheet.
     *
     * @param file a workbook
     * @param sheet name of the sheet, in any case; the first one that is shown when empty
     * @return its table
     * @throws ImportException when it can't be read; the message names file, sheet and row
     */
    public static CsvTable read(Path file, Optional<String> sheet) {
        return read(file, sheet, true, TableSearch.UNKNOWN);
    }

    /**
     * Reads a sheet.
     *
     * @param file a workbook
     * @param sheet name of the sheet, in any case; when empty, of those that are shown the one whose header has the most
     *        known names, and the first one of several
     * @param hasHeader whether a row of it names the columns
     * @param search what is known of the table
     * @return its table
     * @throws ImportException when it can't be read; the message names file, sheet and row
     */
    public static CsvTable read(Path file, Optional<String> sheet, boolean hasHeader, TableSearch search) {
        return open(file, workbook -> {
            Book book = book(file, workbook);
            List<Sheet> all = sheets(book.reader);
            if (all.isEmpty()) {
                throw new ImportException(name(file) + " has no sheet with cells; choose another file.");
            }
            Sheet chosen = sheet.isPresent()
                    ? named(file, all, sheet.get())
                    : proposed(book, all, search);
            List<String> others = all.stream().filter(one -> one != chosen).map(Sheet::label).toList();
            return TableFinder.find(book.raw(chosen, Long.MAX_VALUE).table(others), hasHeader,
                    search);
        });
    }

    private static Sheet named(Path file, List<Sheet> all, String name) {
        return all.stream().filter(one -> name.strip().equalsIgnoreCase(one.name())).findFirst()
                .orElseThrow(() -> new ImportException(name(file) + " has no sheet \"" + name + "\"; it has "
                        + String.join(", ", all.stream().map(Sheet::label).toList()) + "."));
    }

    private static Sheet proposed(Book book, List<Sheet> all, TableSearch search)
            throws IOException, OpenXML4JException, SAXException, ParserConfigurationException {
        List<Sheet> shown = all.stream().filter(one -> !one.hidden()).toList();
        if (shown.isEmpty()) {
            throw new ImportException(Messages.bind(Messages.allHidden, book.name,
                    String.join(", ", all.stream().map(Sheet::name).toList())));
        }
        Sheet best = shown.get(0);
        long most = -1;
        for (Sheet one : shown.size() == 1 ? List.<Sheet>of() : shown) {
            long known = TableFinder.knownNames(book.raw(one, TableFinder.SEARCHED).table(List.of()).rows(), search);
            if (known > most) {
                best = one;
                most = known;
            }
        }
        return best;
    }

    /** What the sheets of an open workbook have in common. */
    private record Book(String name, XSSFReader reader, ReadOnlySharedStringsTable texts, CellFormats formats) {
        private SheetHandler raw(Sheet sheet, long lastRow)
                throws IOException, OpenXML4JException, SAXException, ParserConfigurationException {
            SheetHandler handler = new SheetHandler(name, sheet.name(), texts, formats, lastRow);
            XSSFReader.SheetIterator sheets = (XSSFReader.SheetIterator) reader.getSheetsData();
            while (sheets.hasNext()) {
                try (InputStream content = sheets.next()) {
                    if (sheet.name().equals(sheets.getSheetName())) {
                        parse(content, handler);
                    }
                } catch (SheetHandler.EnoughException e) {
                    return handler;
                }
            }
            return handler;
        }
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
        if (isPackedBomb(file)) {
            return new ImportException(Messages.bind(Messages.packedBomb, name(file)), cause);
        }
        return new ImportException(
                name(file) + " is damaged or no Excel workbook; open it in the program that wrote it and "
                        + "save it again as .xlsx.",
                cause);
    }

    /** What the library refuses to unpack says in its list of contents, as a rule, how much there would be. */
    private static boolean isPackedBomb(Path file) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return zip.stream().anyMatch(part -> part.getSize() > LARGEST_PART || part.getSize() > SMALL_PART
                    && part.getCompressedSize() < part.getSize() * ZipSecureFile.getMinInflateRatio());
        } catch (IOException e) {
            // It is damaged in another way, and that is said.
            return false;
        }
    }

    private static void check(Path file) {
        try {
            if (Files.isDirectory(file)) {
                throw new ImportException(name(file) + " is a folder; choose a file.");
            }
            InputFiles.check(file);
            FileBound.TABLE.check(file);
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
