package org.chartroom.core.contribution;

/** A contribution was not called, or failed and is called no more. */
public final class QuarantinedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Quarantine quarantine;

    QuarantinedException(Quarantine quarantine, Throwable cause) {
        super(quarantine.contribution() + " " + quarantine.reason(), cause);
        this.quarantine = quarantine;
    }

    /** @return which contribution, and why */
    public Quarantine quarantine() {
        return quarantine;
    }
}
