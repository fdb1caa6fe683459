package org.chartroom.releng.tests;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The assembled product as a process, with a workspace and a configuration of its own.
 */
final class Product {
    private static final long SECONDS_TO_RUN = 300;
    private static final long SECONDS_TO_TELL = 5;

    private final Path install;
    private final Path folder;
    private final Map<String, String> environment = new LinkedHashMap<>();
    private final List<String> arguments = new ArrayList<>();
    private File input = new File("/dev/null");
    private long secondsToRun = SECONDS_TO_RUN;

    /**
     * A run that ended.
     *
     * @param exitCode the exit code of the process
     * @param output what it printed
     * @param millis how long it took
     */
    record Ended(int exitCode, String output, long millis) {
    }

    /**
     * @param folder where the run may write
     */
    Product(Path folder) {
        this(Path.of(System.getProperty("product")), folder);
    }

    /**
     * @param install where the product is
     * @param folder where the run may write
     */
    Product(Path install, Path folder) {
        this.install = install;
        this.folder = folder;
    }

    /** Text is as large there as the run of the tests says, see releng/nightly. */
    Product on(Xvfb display) {
        environment.put("DISPLAY", display.display());
        environment.put("GDK_DPI_SCALE", System.getProperty("display.textScale", "1"));
        return this;
    }

    Product withJava(Path home) {
        environment.put("JAVA_HOME", home.toString());
        return this;
    }

    /** As on a screen on which the desktop draws everything so many times larger. */
    Product scaled(int times) {
        environment.put("GDK_SCALE", String.valueOf(times));
        return this;
    }

    /** In an environment with another value of a variable. */
    Product in(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** Longer than a run may take otherwise. */
    Product within(Duration limit) {
        secondsToRun = limit.toSeconds();
        return this;
    }

    /** With options of the Java machine. */
    Product withOptions(String... options) {
        return in("CHARTROOM_JAVA_OPTIONS", String.join(" ", options));
    }

    Product with(String... more) {
        arguments.addAll(List.of(more));
        return this;
    }

    /** With lines on its standard input. */
    Product reading(String... lines) throws IOException {
        Path file = Files.write(folder.resolve("input.txt"), List.of(lines));
        input = file.toFile();
        return this;
    }

    /** Installs the test bundles besides the product, and sets what the tests inside find as framework properties. */
    Product withTests(String... settings) throws IOException {
        StringBuilder list = new StringBuilder();
        for (String setting : settings) {
            list.append(setting).append('\n');
        }
        try (Stream<Path> jars = Files.list(Path.of(System.getProperty("testBundles")))) {
            jars.sorted().forEach(jar -> list.append("11 ").append(jar).append('\n'));
        }
        Path file = folder.resolve("tests.bundles");
        if (arguments.contains(file.toString())) {
            return this;
        }
        Files.writeString(file, list);
        return with("--add-bundles", file.toString());
    }

    Path workspace() {
        return folder.resolve("workspace");
    }

    Path configuration() {
        return folder.resolve("configuration");
    }

    Path log() {
        return workspace().resolve(".chartroom/log/chartroom.log");
    }

    /** Gives the lines of the log that begin an error or a warning, each with the first place of ours in its trace. */
    List<String> problems() throws IOException {
        if (!Files.exists(log())) {
            return List.of();
        }
        List<String> problems = new ArrayList<>();
        boolean placed = true;
        for (String line : Files.readAllLines(log())) {
            if (line.matches("\\S+ \\S+ [A-Z]+ .*")) {
                placed = !line.matches("\\S+ \\S+ (ERROR|WARN) .*");
                if (!placed) {
                    problems.add(line);
                }
            } else if (!placed && line.strip().startsWith("at org.chartroom.")) {
                problems.set(problems.size() - 1, problems.get(problems.size() - 1) + " " + line.strip());
                placed = true;
            }
        }
        return problems;
    }

    Process start() throws IOException {
        List<String> command = new ArrayList<>(List.of(install.resolve("bin/chartroom").toString(), "--workspace",
                workspace().toString(), "--configuration", configuration().toString()));
        command.addAll(arguments);
        ProcessBuilder process = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(output()).redirectInput(input);
        process.environment().remove("DISPLAY");
        process.environment().put("XDG_CACHE_HOME", folder.resolve("cache").toString());
        // Keys that decisions are signed with are kept there; those of whoever runs the tests are none of theirs.
        process.environment().put("HOME", Files.createDirectories(folder.resolve("home")).toString());
        process.environment().putAll(environment);
        return process.start();
    }

    private File output() {
        return folder.resolve("output.txt").toFile();
    }

    Ended run() throws IOException, InterruptedException {
        long begin = System.nanoTime();
        Process process = start();
        return end(process, begin);
    }

    Ended end(Process process, long begin) throws IOException, InterruptedException {
        if (!process.waitFor(secondsToRun, TimeUnit.SECONDS)) {
            tellThreads(process);
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            throw new AssertionError("Still running after " + secondsToRun + " seconds:\n" + printed());
        }
        return new Ended(process.exitValue(), printed(), TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin));
    }

    /** Java machines print what their threads do on this signal; without it nobody knows what a run waits for. */
    private static void tellThreads(Process process) throws IOException, InterruptedException {
        for (ProcessHandle each : Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .filter(handle -> handle.info().command().filter(name -> name.endsWith("/java")).isPresent()).toList()) {
            new ProcessBuilder("kill", "-QUIT", String.valueOf(each.pid())).start().waitFor();
        }
        // The machine does not say when it has printed everything.
        process.waitFor(SECONDS_TO_TELL, TimeUnit.SECONDS);
    }

    String printed() throws IOException {
        // The Java machine announces options it takes from the environment; that is not what the product printed.
        return Files.readString(output().toPath()).replaceAll("(?m)^Picked up JAVA_TOOL_OPTIONS:.*\\R", "");
    }

    /** Gives the processes of this run that are still there. */
    List<ProcessHandle> left() {
        return ProcessHandle.allProcesses().filter(process -> process.info().arguments()
                .filter(list -> List.of(list).contains(configuration().toString())).isPresent()).toList();
    }
}
