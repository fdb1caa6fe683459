import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Counts the JUnit reports of a test run, names the slowest tests, and fails when a test failed or was skipped, or when a
 * report that must be there is not. A skipped test counts as failed, too. Run
 * from its source: {@code java releng/tests/Count.java <root> <exit code of the build> <log of the build> [<suite> ...]};
 * the suites are those of suites.txt when none is named.
 */
public final class Count {
    private static final int MESSAGE_LINES = 12;
    private static final int MESSAGE_WIDTH = 400;
    private static final int SLOWEST = 10;
    /** Arguments before the suites. */
    private static final int NAMED = 3;

    private int passed;
    private int skipped;
    private final List<String> failed = new ArrayList<>();
    private final List<Timed> timed = new ArrayList<>();

    /** A test and the seconds it took. */
    private record Timed(String name, double seconds) {
    }

    /** The folder of the project, the exit code of the build, its log, and the suites that must have run. */
    public static void main(String[] arguments) throws Exception {
        Count count = new Count();
        Path root = Path.of(arguments[0]);
        try (Stream<Path> files = Files.walk(root)) {
            for (Path report : files.filter(Count::isReport).sorted().toList()) {
                count.add(report);
            }
        }
        List<String> suites = arguments.length > NAMED
                ? List.of(arguments).subList(NAMED, arguments.length)
                : Files.readAllLines(root.resolve("releng/tests/suites.txt"));
        for (String line : suites) {
            if (!line.isBlank() && !line.startsWith("#") && !hasTests(root.resolve(line))) {
                count.failed.add(line + ": no test has run");
            }
        }
        if (!arguments[1].equals("0")) {
            count.failed.add("the build ended with exit code " + arguments[1] + ", see " + arguments[2]);
        }
        count.timed.stream().sorted(Comparator.comparingDouble(Timed::seconds).reversed()).limit(SLOWEST)
                .forEach(test -> System.out.printf(Locale.ROOT, "%7.1f s %s%n", test.seconds(), test.name()));
        count.failed.forEach(line -> System.out.println("FAILED " + line));
        System.out.println(count.passed + " passed, " + count.failed.size() + " failed, " + count.skipped + " skipped");
        System.exit(count.failed.isEmpty() ? 0 : 1);
    }

    private static boolean isReport(Path file) {
        return file.toString().contains("/target/") && file.getFileName().toString().matches("TEST-.*\\.xml");
    }

    private static boolean hasTests(Path folder) throws Exception {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path report : files.filter(Count::isReport).toList()) {
                if (cases(report).getLength() > 0) {
                    return true;
                }
            }
        }
        return false;
    }

    private static NodeList cases(Path report) throws Exception {
        try {
            return DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(report.toFile())
                    .getElementsByTagName("testcase");
        } catch (org.xml.sax.SAXException e) {
            throw new IOException(report + " is no report", e);
        }
    }

    private void add(Path report) throws Exception {
        NodeList cases = cases(report);
        for (int i = 0; i < cases.getLength(); i++) {
            Element test = (Element) cases.item(i);
            String name = test.getAttribute("classname") + "." + test.getAttribute("name");
            timed.add(new Timed(name, seconds(test)));
            if (has(test, "failure") || has(test, "error")) {
                failed.add(name + why(test, has(test, "failure") ? "failure" : "error"));
            } else if (has(test, "skipped")) {
                skipped++;
                failed.add(name + ": skipped, so nobody knows" + why(test, "skipped"));
            } else {
                passed++;
            }
        }
    }

    /** Some reports group thousands by commas; a test without a time took none. */
    private static double seconds(Element test) {
        String time = test.getAttribute("time").replace(",", "");
        return time.isEmpty() ? 0 : Double.parseDouble(time);
    }

    /** What the report says of it, shortened: where only this output is kept, nothing else tells. */
    private static String why(Element test, String kind) {
        Element reason = (Element) test.getElementsByTagName(kind).item(0);
        String text = reason.getAttribute("message").isBlank() ? reason.getTextContent() : reason.getAttribute("message");
        return text.strip().lines().limit(MESSAGE_LINES)
                .map(line -> "\n    " + line.substring(0, Math.min(line.length(), MESSAGE_WIDTH)))
                .collect(Collectors.joining());
    }

    private static boolean has(Element test, String kind) {
        return test.getElementsByTagName(kind).getLength() > 0;
    }
}
