package org.chartroom.tests.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/**
 * Collects the results and writes them as Surefire does: a file for each test class. A class that fails as a whole, in
 * its set-up for instance, counts as one failed test.
 */
final class XmlReports implements TestExecutionListener {
    private record Result(String name, double seconds, String kind, Throwable failure, String reason) {
    }

    private final Map<String, List<Result>> results = new LinkedHashMap<>();
    private final Map<String, Long> started = new ConcurrentHashMap<>();

    @Override
    public void executionStarted(TestIdentifier test) {
        started.put(test.getUniqueId(), System.nanoTime());
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        add(test, "skipped", null, reason);
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        Throwable failure = result.getThrowable().orElse(null);
        if (test.isTest() || failure != null) {
            String kind = switch (result.getStatus()) {
                case SUCCESSFUL -> null;
                case ABORTED -> "skipped";
                case FAILED -> failure instanceof AssertionError ? "failure" : "error";
            };
            add(test, kind, failure, failure == null ? null : failure.getMessage());
        }
    }

    private synchronized void add(TestIdentifier test, String kind, Throwable failure, String reason) {
        long begin = started.getOrDefault(test.getUniqueId(), System.nanoTime());
        results.computeIfAbsent(className(test), name -> new ArrayList<>()).add(
                new Result(name(test), (System.nanoTime() - begin) / 1e9, kind, failure, reason));
    }

    private static String className(TestIdentifier test) {
        return test.getSource().map(source -> source instanceof MethodSource method
                ? method.getClassName()
                : source instanceof ClassSource type ? type.getClassName() : source.toString()).orElse("unknown");
    }

    private static String name(TestIdentifier test) {
        return test.getSource().filter(MethodSource.class::isInstance).map(MethodSource.class::cast)
                .map(method -> test.getDisplayName().startsWith(method.getMethodName())
                        ? method.getMethodName()
                        : method.getMethodName() + " " + test.getDisplayName())
                .orElse(test.getDisplayName());
    }

    /** Tells whether there were tests and none failed. */
    boolean passed() {
        return !results.isEmpty() && results.values().stream().flatMap(List::stream)
                .noneMatch(result -> result.kind() != null && !result.kind().equals("skipped"));
    }

    void write(Path folder) throws IOException {
        for (Map.Entry<String, List<Result>> suite : results.entrySet()) {
            Path file = folder.resolve("TEST-" + suite.getKey() + ".xml");
            try (OutputStream out = Files.newOutputStream(file)) {
                write(XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8"), suite.getKey(),
                        suite.getValue());
            } catch (XMLStreamException e) {
                throw new IOException("The report " + file + " can't be written", e);
            }
        }
    }

    private static void write(XMLStreamWriter xml, String suite, List<Result> tests) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", suite);
        xml.writeAttribute("tests", String.valueOf(tests.size()));
        for (String kind : new String[]{"failure", "error", "skipped"}) {
            xml.writeAttribute(kind.equals("skipped") ? kind : kind + "s",
                    String.valueOf(tests.stream().filter(test -> kind.equals(test.kind())).count()));
        }
        xml.writeAttribute("time", seconds(tests.stream().mapToDouble(Result::seconds).sum()));
        for (Result test : tests) {
            xml.writeStartElement("testcase");
            xml.writeAttribute("classname", suite);
            xml.writeAttribute("name", test.name());
            xml.writeAttribute("time", seconds(test.seconds()));
            if (test.kind() != null) {
                xml.writeStartElement(test.kind());
                xml.writeAttribute("message", printable(String.valueOf(test.reason())));
                if (test.failure() != null) {
                    StringWriter trace = new StringWriter();
                    test.failure().printStackTrace(new PrintWriter(trace));
                    xml.writeCharacters(printable(trace.toString()));
                }
                xml.writeEndElement();
            }
            xml.writeEndElement();
        }
        xml.writeEndElement();
        xml.writeEndDocument();
        xml.close();
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.3f", seconds);
    }

    /** XML has no place for control characters. */
    private static String printable(String text) {
        return text.replaceAll("[\\p{Cntrl}&&[^\n\r\t]]", "?");
    }
}
