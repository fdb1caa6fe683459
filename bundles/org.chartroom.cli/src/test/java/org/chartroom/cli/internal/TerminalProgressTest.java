package org.chartroom.cli.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;

import org.junit.jupiter.api.Test;

class TerminalProgressTest {
    private final StringWriter terminal = new StringWriter();
    private final TerminalProgress progress = new TerminalProgress("Checking", new PrintWriter(terminal));

    @Test
    void eachPercentIsShownOnceOnTheSameLineAndTheLineIsEmptyInTheEnd() {
        progress.beginTask("", 400);
        for (int i = 0; i < 6; i++) {
            progress.worked(1);
        }
        progress.done();
        assertEquals("\rChecking 0 %\rChecking 1 %\r              \r", terminal.toString());
    }

    @Test
    void noWorkAndMoreWorkThanAnnouncedAreShownAsWhatTheyAre() {
        progress.beginTask("", 0);
        progress.worked(3);
        assertEquals("\rChecking 0 %\rChecking 100 %", terminal.toString());
    }
}
