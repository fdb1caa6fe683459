package org.chartroom.cli.internal;

import java.io.PrintWriter;

import org.eclipse.core.runtime.NullProgressMonitor;

/** Shows how far work is on one line of a terminal, which is empty again when it is done. */
final class TerminalProgress extends NullProgressMonitor {
    private static final int HUNDRED = 100;

    private final String label;
    private final PrintWriter terminal;
    private int total;
    private int done;
    private int shown = -1;

    TerminalProgress(String label, PrintWriter terminal) {
        this.label = label;
        this.terminal = terminal;
    }

    @Override
    public void beginTask(String name, int totalWork) {
        total = Math.max(1, totalWork);
        show();
    }

    @Override
    public void worked(int work) {
        done += work;
        show();
    }

    private void show() {
        int percent = Math.min(HUNDRED, (int) ((long) done * HUNDRED / total));
        if (percent != shown) {
            shown = percent;
            terminal.print("\r" + label + " " + percent + " %");
            terminal.flush();
        }
    }

    @Override
    public void done() {
        terminal.print("\r" + " ".repeat(label.length() + " 100 %".length()) + "\r");
        terminal.flush();
    }
}
