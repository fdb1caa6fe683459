package org.chartroom.report.internal;

import java.util.concurrent.Callable;

import org.chartroom.report.section.ReportSection;

/**
 * A section that a bundle brings.
 *
 * @param source what it was read from; another one after the bundle was updated, whatever the id
 * @param id its id
 * @param name what it is headed with
 * @param bundle symbolic name of the bundle
 * @param order where it stands among the others
 * @param packageUri namespace URI of the package of the type it is for
 * @param type name of that type
 * @param factory makes it; may throw anything
 */
record Contribution(Object source, String id, String name, String bundle, int order, String packageUri, String type,
        Callable<ReportSection> factory) {
    /** Where a section stands that does not say it. */
    static final int USUAL_ORDER = 100;

    /** What is written as order; what is no whole number up to 999999 is the usual one. */
    static int parseOrder(String written) {
        return written != null && written.matches("\\d{1,6}") ? Integer.parseInt(written) : USUAL_ORDER;
    }
}
