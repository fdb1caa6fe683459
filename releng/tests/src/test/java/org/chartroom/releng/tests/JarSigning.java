package org.chartroom.releng.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A key of somebody made up, and the tools of the JDK that sign a jar with it.
 */
final class JarSigning {
    private final Path keys;

    /**
     * @param keys the key store to make
     * @param person whose key it is
     */
    JarSigning(Path keys, String person) throws IOException, InterruptedException {
        this.keys = keys;
        run("keytool", "-genkeypair", "-keystore", keys.toString(), "-storepass", "changeit", "-alias", "key",
                "-keyalg", "EC", "-dname", "CN=" + person, "-validity", "30");
    }

    /** Signs a jar in its place. */
    Path sign(Path jar) throws IOException, InterruptedException {
        run("jarsigner", "-keystore", keys.toString(), "-storepass", "changeit", jar.toString(), "key");
        return jar;
    }

    private static void run(String tool, String... arguments) throws IOException, InterruptedException {
        Path output = Files.createTempFile("signing", ".txt");
        List<String> command = new java.util.ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", tool).toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
        assertEquals(0, process.waitFor(), Files.readString(output));
        Files.delete(output);
    }
}
