package org.chartroom.core.workspace;

import java.util.List;

/**
 * What restoring a backup did.
 *
 * @param head the newest revision after that
 * @param warnings what could not be restored or has changed besides, one sentence each
 */
public record Restoration(Revision head, List<String> warnings) {
    /** Keeps a copy. */
    public Restoration {
        warnings = List.copyOf(warnings);
    }
}
