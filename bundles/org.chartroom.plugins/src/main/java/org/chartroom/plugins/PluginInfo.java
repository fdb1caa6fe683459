package org.chartroom.plugins;

import org.chartroom.platform.plugins.InstalledPlugin;

/**
 * A plug-in and how it is.
 *
 * @param plugin what it is
 * @param origin how it came here
 * @param state how it is now
 */
public record PluginInfo(InstalledPlugin plugin, Origin origin, State state) {
    /** How a plug-in came here. */
    public enum Origin {
        /** Somebody installed it. */
        INSTALLED,
        /** It is part of the installation, and can be switched off. */
        FEATURE,
        /** Somebody put its jar into a dropins folder; it goes when the file goes. */
        DROP_IN
    }

    /** How a plug-in is now. */
    public enum State {
        /** It has been started, or will be when it is needed. */
        ACTIVE,
        /** The next start brings it. */
        AT_NEXT_START,
        /** It is there and did not start; the log says why. */
        FAILED,
        /** It needs the workbench, and this is the command line. */
        WORKBENCH_ONLY,
        /** The installation has it, and it is switched off. */
        OFF
    }
}
