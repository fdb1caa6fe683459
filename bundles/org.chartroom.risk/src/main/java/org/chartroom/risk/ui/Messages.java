package org.chartroom.risk.ui;

import org.eclipse.osgi.util.NLS;

/** Texts of the risk editor. */
final class Messages extends NLS {
    static String overview;
    static String risks;
    static String heatMap;
    static String simulation;
    static String actionsDue;
    static String inherent;
    static String current;
    static String target;
    static String figureTotal;
    static String figureTotalTip;
    static String figureOpen;
    static String figureOpenTip;
    static String figureAbove;
    static String figureAboveTip;
    static String figureOverdue;
    static String figureOverdueTip;
    static String figureExpected;
    static String figureExpectedTip;
    static String topRisks;
    static String noAssessed;
    static String topRisk;
    static String notAvailable;
    static String search;
    static String searchTip;
    static String groupBy;
    static String noGroup;
    static String shown;
    static String addRisk;
    static String deleteRisk;
    static String actions;
    static String addAction;
    static String deleteAction;
    static String nothingSelected;
    static String arrows;
    static String arrowsTip;
    static String heatMapHint;
    static String cell;
    static String unplaced;
    static String likelihood;
    static String impact;
    static String mean;
    static String meanTip;
    static String percentileTip;
    static String contingency;
    static String contingencyTip;
    static String settings;
    static String contributions;
    static String risk;
    static String simulationRuns;
    static String simulationNote;
    static String simulationEmpty;
    static String costAxis;
    static String due;
    static String state;
    static String action;
    static String owner;
    static String noDue;
    static String overdue;
    static String dueSoon;
    static String noActions;
    static String openActions;

    static {
        initializeMessages("org.chartroom.risk.ui.messages", Messages.class);
    }

    private Messages() {
    }
}
