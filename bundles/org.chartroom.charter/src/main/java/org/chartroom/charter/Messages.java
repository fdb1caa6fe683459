package org.chartroom.charter;

import org.eclipse.osgi.util.NLS;

/** Texts of breached tolerances and escalations. */
final class Messages extends NLS {
    public static String benefitBreach;
    public static String benefitClears;
    public static String costBreach;
    public static String costClears;
    public static String endBreach;
    public static String endClears;
    public static String escalationClears;
    public static String escalationDecision;
    public static String escalationTitle;
    public static String escalationTo;
    public static String escalationValues;
    public static String milestoneBreach;
    public static String milestoneClears;
    public static String nobody;
    public static String riskBreach;
    public static String riskClears;
    public static String valueBenefits;
    public static String valueBenefitTolerance;
    public static String valueBudget;
    public static String valueCostTolerance;
    public static String valueEnd;
    public static String valueEstimate;
    public static String valueMilestone;
    public static String valueRevisedEnd;
    public static String valueRisk;
    public static String valueRiskTolerance;
    public static String valueScheduleTolerance;

    static {
        initializeMessages("org.chartroom.charter.messages", Messages.class);
    }

    private Messages() {
    }
}
