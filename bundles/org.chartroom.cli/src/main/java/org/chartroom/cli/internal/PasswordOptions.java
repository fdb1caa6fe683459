package org.chartroom.cli.internal;

import java.util.OptionalInt;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Where the password of a workspace comes from. It is never an argument itself: every process can read arguments. */
final class PasswordOptions {
    @ArgGroup
    private Source source;

    /** One of the two. */
    static final class Source {
        @Option(names = "--password-stdin", description = "Takes the password of the workspace from the first line of the "
                + "standard input.")
        private boolean fromInput;

        @Option(names = "--password-fd", paramLabel = "N", description = "Takes it from the first line of the open "
                + "descriptor N, 3 to 8; not on Windows.")
        private Integer descriptor;
    }

    boolean isFromInput() {
        return source != null && source.fromInput;
    }

    OptionalInt descriptor() {
        return source == null || source.descriptor == null ? OptionalInt.empty() : OptionalInt.of(source.descriptor);
    }
}
