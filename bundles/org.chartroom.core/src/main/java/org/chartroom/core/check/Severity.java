package org.chartroom.core.check;

/** How serious a finding is, in rising order. */
public enum Severity {
    /** Worth knowing. */
    INFO,
    /** Should be mended. */
    WARNING,
    /** Breaks a rule. */
    ERROR
}
