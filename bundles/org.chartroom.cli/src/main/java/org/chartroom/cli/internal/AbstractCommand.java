package org.chartroom.cli.internal;

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
}
