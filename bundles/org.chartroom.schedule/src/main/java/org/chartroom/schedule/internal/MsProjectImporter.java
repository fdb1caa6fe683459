package org.chartroom.schedule.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.chartroom.exchange.csv.FileBound;
import org.chartroom.exchange.csv.FileKinds;
import org.chartroom.exchange.csv.ImportException;
import org.chartroom.exchange.importing.Importer;
import org.chartroom.exchange.importing.KnownFormat;
import org.mpxj.MPXJException;
import org.mpxj.ProjectFile;
import org.mpxj.mpp.MPPReader;
import org.mpxj.mspdi.MSPDIReader;
import org.mpxj.reader.ProjectReader;

/** Schedules of Microsoft Project, as .mpp and as XML, read by MPXJ. */
public final class MsProjectImporter implements Importer {
    private static final int DEEPEST = 32;
    private static final Set<String> NUMBERS = Set.of("Cost", "ActualCost", "FixedCost", "BaselineCost",
            "RemainingCost",
            "PercentComplete", "PhysicalPercentComplete", "CurrencyDigits", "OutlineLevel");
    private static final Set<String> TIMES = Set.of("Start", "Finish", "ActualStart", "ActualFinish", "StatusDate",
            "BaselineStart", "BaselineFinish");
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?");
    private static final Pattern TIME = Pattern
            .compile("\\d{4}-\\d\\d-\\d\\d(T\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?)?(Z|[+-]\\d\\d:\\d\\d)?|NA");

    @Override
    public boolean isMeant(Path file) {
        return isBinary(file) || isXml(file);
    }

    private static boolean isBinary(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return name.endsWith(".mpp") || name.endsWith(".mpt");
    }

    private static boolean isXml(Path file) {
        return FileKinds.isXml(FileKinds.head(file), FileKinds.PROJECT);
    }

    @Override
    public KnownFormat read(Path file) {
        String name = String.valueOf(file.getFileName());
        try {
            FileBound.DOCUMENT.check(file);
            boolean isXml = isXml(file);
            if (isXml) {
                check(name, file);
            }
            try (InputStream input = Files.newInputStream(file)) {
                return new ScheduleFormat(
                        new ScheduleReader(name, read(isXml ? new MSPDIReader() : new MPPReader(), input)).read());
            }
        } catch (NoSuchFileException e) {
            throw new ImportException(Messages.bind(Messages.noFile, file), e);
        } catch (IOException e) {
            throw new ImportException(Messages.bind(Messages.unreadable, file, e.getMessage()), e);
        } catch (MPXJException e) {
            if (String.valueOf(e.getMessage()).startsWith(MPXJException.PASSWORD_PROTECTED)) {
                throw new ImportException(Messages.bind(Messages.password, name), e);
            }
            throw damaged(name, e);
        } catch (ImportException e) {
            throw e;
        } catch (RuntimeException e) {
            // The library trusts its files: a damaged one ends in an exception of any kind.
            throw damaged(name, e);
        }
    }

    private static ImportException damaged(String name, Exception cause) {
        return new ImportException(Messages.bind(Messages.damaged, name), cause);
    }

    /** JAXB finds its implementation by the class loader of the thread. */
    private static ProjectFile read(ProjectReader reader, InputStream input) throws MPXJException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(ProjectFile.class.getClassLoader());
        try {
            ProjectFile project = reader.read(input);
            if (project == null) {
                throw new MPXJException(MPXJException.INVALID_FILE);
            }
            return project;
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** The library takes numbers and times that it can't read as not there. */
    private static void checkValue(String name, String element, String value, int line) {
        boolean isWrong = NUMBERS.contains(element) && !NUMBER.matcher(value).matches();
        boolean isNoTime = TIMES.contains(element) && !TIME.matcher(value).matches();
        if (!value.isEmpty() && (isWrong || isNoTime)) {
            throw new ImportException(Messages.bind(Messages.noValue, new Object[]{name, element, value, line,
                    isWrong ? "number" : "time"}));
        }
    }

    /** The library would follow a document type, and end at its own depth. */
    private static void check(String name, Path file) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try (InputStream input = Files.newInputStream(file)) {
            XMLStreamReader reader = factory.createXMLStreamReader(input);
            int depth = 0;
            int line = 0;
            String element = "";
            StringBuilder text = new StringBuilder();
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    depth++;
                    element = reader.getLocalName();
                    line = reader.getLocation().getLineNumber();
                    text.setLength(0);
                } else if (reader.isCharacters()) {
                    text.append(reader.getText());
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    depth--;
                    checkValue(name, element, text.toString().strip(), line);
                    text.setLength(0);
                    element = "";
                }
                if (event == XMLStreamConstants.DTD || depth > DEEPEST) {
                    throw new ImportException(Messages.bind(Messages.damaged, name));
                }
            }
            reader.close();
        } catch (XMLStreamException e) {
            throw damaged(name, e);
        }
    }
}
