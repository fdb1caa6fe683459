package org.chartroom.cli.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;

import picocli.CommandLine.Option;

/** What all commands have: the context and the usual help option. */
abstract class AbstractCommand implements Callable<Integer> {
    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Shows this help.")
    private boolean help;

    private final Context context;

    AbstractCommand(Context context) {
        this.context = context;
    }

    final Context context() {
        return context;
    }

    /** What writes a file. */
    @FunctionalInterface
    interface Content {
        void write(OutputStream out) throws IOException;
    }

    /** Writes a file, or says where it can't be written. */
    static void write(Path file, Content content) {
        try (OutputStream out = Files.newOutputStream(file)) {
            content.write(out);
        } catch (IOException e) {
            throw new InputException(file + " can't be written (" + e.getMessage() + "); choose another folder.", e);
        }
    }
}
