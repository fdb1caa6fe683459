package org.chartroom.testkit;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

/**
 * The contract as a test class: extend it, say where the jar is, and each clause is a test. It runs a real Chartroom,
 * whose folder is the system property {@value #HOME}, or else the environment variable CHARTROOM_HOME.
 */
public abstract class ArtifactTypeContract {
    /** System property with the folder of an installed Chartroom. */
    public static final String HOME = "chartroom.home";
    private static final int LONGEST_MINUTES = 5;

    /** @return the jar of the plug-in */
    protected abstract Path plugin();

    /**
     * Runs the check.
     *
     * @return a test for each clause of each type of the plug-in
     * @throws IOException when Chartroom can't be started
     * @throws InterruptedException when the test is stopped
     */
    @TestFactory
    public final List<DynamicTest> contract() throws IOException, InterruptedException {
        String home = System.getProperty(HOME, System.getenv("CHARTROOM_HOME"));
        if (home == null) {
            throw new IllegalStateException("Set CHARTROOM_HOME to the folder of an installed Chartroom.");
        }
        Process process = new ProcessBuilder(Path.of(home, "bin", "chartroom").toString(), "--headless", "plugin",
                "check", plugin().toAbsolutePath().toString(), "--json").redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException("Chartroom has not ended within " + LONGEST_MINUTES + " minutes.");
        }
        return tests(output);
    }

    private static List<DynamicTest> tests(String output) {
        List<DynamicTest> tests = new ArrayList<>();
        try {
            for (JsonElement element : JsonParser.parseString(output).getAsJsonArray()) {
                JsonObject clause = element.getAsJsonObject();
                tests.add(
                        dynamicTest(clause.get("type").getAsString() + ": " + clause.get("name").getAsString(), () -> {
                            if (clause.has("failure")) {
                                fail(clause.get("failure").getAsString());
                            }
                        }));
            }
        } catch (JsonParseException | IllegalStateException e) {
            throw new IllegalStateException("Chartroom said: " + output, e);
        }
        return tests;
    }
}
