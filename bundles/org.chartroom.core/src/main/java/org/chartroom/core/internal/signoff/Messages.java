package org.chartroom.core.internal.signoff;

import org.eclipse.osgi.util.NLS;

/** Texts of keys; NLS sets public fields only. */
final class Messages extends NLS {
    public static String keyUnusable;

    static {
        initializeMessages("org.chartroom.core.internal.signoff.messages", Messages.class);
    }

    private Messages() {
    }
}
