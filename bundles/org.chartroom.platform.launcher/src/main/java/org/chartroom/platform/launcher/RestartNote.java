package org.chartroom.platform.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a workbench that is started again goes on. The start script repeats its arguments, but *Save Workspace As* may have
 * moved the work to another folder since: the workbench leaves a note, named after this run of the script, and the next
 * start takes it away.
 *
 * @param file the note, whether it is there or not
 */
record RestartNote(Path file) {
    /** System property with a name for this run of the start script, set by the script. */
    static final String RUN = "chartroom.run";

    /**
     * Gives the note for this run of the start script.
     *
     * @param options the command line
     * @return the note; empty when Chartroom was not started by the script, so that nothing starts it again
     */
    static Optional<RestartNote> of(Options options) {
        return Optional.ofNullable(System.getProperty(RUN)).filter(run -> run.matches("[0-9-]+"))
                .map(run -> new RestartNote(Areas.own(options).resolve("restart-" + run)));
    }

    /**
     * Takes the note away, if there is one.
     *
     * @param options the command line
     * @return the command line with the workspace where the workbench was before it was started again
     * @throws IOException if there is a note and it can't be read
     */
    static Options goOn(Options options) throws IOException {
        Optional<RestartNote> note = of(options);
        return note.isPresent() ? note.get().take().map(options::in).orElse(options) : options;
    }

    /**
     * Takes the note away.
     *
     * @return the folder where the workbench was before it was started again
     * @throws IOException if there is a note and it can't be read
     */
    private Optional<Path> take() throws IOException {
        if (!Files.isRegularFile(file)) {
            // Where nothing can lie, in the home of an account that has none, lies no note either.
            return Optional.empty();
        }
        String folder = Files.readString(file, StandardCharsets.UTF_8);
        Files.delete(file);
        try {
            return Optional.of(Path.of(folder));
        } catch (InvalidPathException e) {
            throw new IOException("the note " + file + " of where to go on names no folder", e);
        }
    }
}
