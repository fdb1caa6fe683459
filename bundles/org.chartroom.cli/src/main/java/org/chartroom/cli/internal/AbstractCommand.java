package org.chartroom.cli.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

import org.chartroom.core.files.InputFiles;
import org.chartroom.core.files.OutputFiles;
import org.chartroom.core.files.RefusedFileException;
import org.chartroom.core.type.ValueRules;
import org.chartroom.model.Artifact;

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

    /** Writes a file as a whole, or says why it can't be written. */
    static void write(Path file, OutputFiles.Content content) {
        try {
            OutputFiles.write(file, content);
        } catch (RefusedFileException e) {
            throw new InputException(e.getMessage(), e);
        } catch (IOException e) {
            throw new InputException(file + " can't be written (" + e.getMessage() + "); choose another folder.", e);
        }
    }

    /** Says on the error output what a file holds otherwise than the workspace. */
    static void tellReplaced(Artifact artifact) {
        List<String> places = ValueRules.unholdable(artifact);
        if (!places.isEmpty()) {
            System.err.println("chartroom: " + String.join(", ", places)
                    + ": characters that the file can't hold are replaced by U+FFFD; correct the texts.");
        }
    }

    /** Refuses an input that is no file, which could keep its reader waiting for ever. */
    static void checkInput(Path file) {
        try {
            InputFiles.check(file);
        } catch (RefusedFileException e) {
            throw new InputException(e.getMessage(), e);
        }
    }
}
