package org.chartroom.ui.internal;

/**
 * The themes of the workbench, which are the platform's own with a style sheet of Chartroom on top.
 */
final class Themes {
    static final String LIGHT = "org.eclipse.e4.ui.css.theme.e4_default";
    static final String DARK = "org.eclipse.e4.ui.css.theme.e4_dark";

    private Themes() {
    }

    static String idOf(String name) {
        return "dark".equals(name) ? DARK : LIGHT;
    }
}
