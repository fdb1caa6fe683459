package org.chartroom.risk.ui;

import org.eclipse.osgi.util.NLS;

/** Texts of the risk editor. */
final class Messages extends NLS {
    public static String addAppetite;
    public static String categoryAppetites;
    public static String cells;
    public static String cellsHint;
    public static String deleteAppetite;
    public static String scales;
    public static String sinceAssessment;
    public static String sinceBaseline;
    public static String sinceTip;
    public static String usualScales;
    public static String overview;
    public static String risks;
    public static String heatMap;
    public static String simulation;
    public static String actionsDue;
    public static String figureTotal;
    public static String figureTotalTip;
    public static String figureOpen;
    public static String figureOpenTip;
    public static String figureAbove;
    public static String figureAboveTip;
    public static String figureOverdue;
    public static String figureOverdueTip;
    public static String figureExpected;
    public static String figureExpectedTip;
    public static String topRisks;
    public static String noAssessed;
    public static String topRisk;
    public static String notAvailable;
    public static String shown;
    public static String addRisk;
    public static String deleteRisk;
    public static String actions;
    public static String addAction;
    public static String deleteAction;
    public static String nothingSelected;
    public static String arrows;
    public static String arrowsTip;
    public static String heatMapHint;
    public static String cell;
    public static String unplaced;
    public static String likelihood;
    public static String otherScale;
    public static String steps;
    public static String stepsTip;
    public static String impact;
    public static String mean;
    public static String meanTip;
    public static String percentileTip;
    public static String contingency;
    public static String contingencyTip;
    public static String settings;
    public static String contributions;
    public static String risk;
    public static String simulationRuns;
    public static String simulateCost;
    public static String simulateCostTip;
    public static String simulateDelay;
    public static String simulateDelayTip;
    public static String exceedance;
    public static String exceedanceTip;
    public static String delayContingency;
    public static String delayEmpty;
    public static String delayNote;
    public static String delayPercentileTip;
    public static String meanIn;
    public static String simulationNote;
    public static String simulationEmpty;
    public static String due;
    public static String state;
    public static String action;
    public static String owner;
    public static String noDue;
    public static String done;
    public static String doneToday;
    public static String doneTodayTip;
    public static String showDone;
    public static String noAction;
    public static String outlook;
    public static String scored;
    public static String movementSince;
    public static String movementSinceNewest;
    public static String movementSinceTip;
    public static String allCategories;
    public static String categoryTip;
    public static String cellOfCategory;
    public static String heatMapHintCategory;
    public static String overdue;
    public static String dueSoon;
    public static String noActions;
    public static String openActions;

    static {
        initializeMessages("org.chartroom.risk.ui.messages", Messages.class);
    }

    private Messages() {
    }
}
