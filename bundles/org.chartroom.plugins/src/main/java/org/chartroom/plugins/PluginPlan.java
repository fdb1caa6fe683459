package org.chartroom.plugins;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.chartroom.platform.plugins.InstalledPlugin;

/**
 * What a change of the plug-ins would do. Nothing has been changed yet.
 *
 * @param kind what would be done
 * @param plugin the plug-in as it would be installed, or as it is before its removal
 * @param former what an update replaces; empty otherwise
 * @param refusals why it can't be done, one sentence each; empty when it can
 * @param remarks what the user should know before, one sentence each
 * @param restart why it takes effect at the next start only, in one sentence; empty when it does so at once
 * @param staged where the copies of the jars lie; empty when nothing is copied
 */
public record PluginPlan(Kind kind, InstalledPlugin plugin, Optional<InstalledPlugin> former, List<String> refusals,
        List<String> remarks, Optional<String> restart, Optional<Path> staged) {
    /** What a plan would do. */
    public enum Kind {
        /** Install a plug-in. */
        INSTALL,
        /** Put another version in the place of an installed one. */
        UPDATE,
        /** Remove a plug-in. */
        REMOVE
    }

    /** @return whether it can be done */
    public boolean isPossible() {
        return refusals.isEmpty();
    }
}
