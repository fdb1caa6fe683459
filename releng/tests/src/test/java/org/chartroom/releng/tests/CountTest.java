package org.chartroom.releng.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When the count of a test run fails it. */
class CountTest {
    private static final Path COUNT = Path.of(System.getProperty("root")).resolve("releng/tests/Count.java");

    @TempDir
    Path root;

    private Path reports;
    private String printed;

    @BeforeEach
    void makeFolder() throws IOException {
        reports = Files.createDirectories(root.resolve("room/target/surefire-reports"));
    }

    private void report(String... cases) throws IOException {
        Files.writeString(reports.resolve("TEST-Some.xml"), "<testsuite>" + String.join("", cases) + "</testsuite>");
    }

    private static String test(String name, String outcome) {
        return "<testcase classname=\"Some\" name=\"" + name + "\" time=\"0.1\">" + outcome + "</testcase>";
    }

    private int count(String exitCodeOfBuild, String suite) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                Stream.concat(Stream.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), COUNT.toString()),
                        List.of(root.toString(), exitCodeOfBuild, "build.log", suite).stream()).toList())
                .redirectErrorStream(true).start();
        printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor();
    }

    @Test
    void aRunInWhichAllTestsPassIsGood() throws Exception {
        report(test("one", ""), test("two", ""));

        assertEquals(0, count("0", "room/target/surefire-reports"), printed);
        assertTrue(printed.endsWith("2 passed, 0 failed, 0 skipped\n"), printed);
    }

    @Test
    void aTestThatFailsFailsTheRun() throws Exception {
        report(test("one", ""), test("two", "<failure message=\"expected 1\"/>"));

        assertEquals(1, count("0", "room/target/surefire-reports"));
        assertTrue(printed.contains("FAILED Some.two\n    expected 1\n"), printed);
    }

    @Test
    void aTestThatIsSkippedFailsTheRun() throws Exception {
        report(test("one", ""), test("two", "<skipped message=\"no mount on this machine\"/>"));

        assertEquals(1, count("0", "room/target/surefire-reports"));
        assertTrue(printed.contains("FAILED Some.two: skipped, so nobody knows\n    no mount on this machine\n"), printed);
    }

    @Test
    void aSuiteThatHasNotRunFailsTheRun() throws Exception {
        report(test("one", ""));

        assertEquals(1, count("0", "other/target/surefire-reports"));
        assertTrue(printed.contains("FAILED other/target/surefire-reports: no test has run"), printed);
    }

    @Test
    void aBuildThatEndsBadlyFailsTheRun() throws Exception {
        report(test("one", ""));

        assertEquals(1, count("1", "room/target/surefire-reports"));
        assertTrue(printed.contains("FAILED the build ended with exit code 1"), printed);
    }
}
