package org.chartroom.exchange.sealed;

import org.eclipse.osgi.util.NLS;

/** Texts of this package. */
final class Messages extends NLS {
    public static String misplacedHref;
    public static String noHead;
    public static String noUtf8;
    public static String severalParts;
    public static String unholdable;

    static {
        initializeMessages("org.chartroom.exchange.sealed.messages", Messages.class);
    }

    private Messages() {
    }
}
