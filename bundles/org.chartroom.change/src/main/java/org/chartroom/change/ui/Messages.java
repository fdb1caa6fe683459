package org.chartroom.change.ui;

import org.eclipse.osgi.util.NLS;

/** Texts of the editor of a change log. */
final class Messages extends NLS {
    public static String overview;
    public static String changes;
    public static String board;
    public static String agenda;
    public static String schedule;
    public static String open;
    public static String openTip;
    public static String successRate;
    public static String emergencyShare;
    public static String leadTime;
    public static String leadTimeTip;
    public static String overdue;
    public static String overdueTip;
    public static String collisions;
    public static String collisionsTip;
    public static String approved;
    public static String approvedTip;
    public static String notAvailable;
    public static String templates;
    public static String add;
    public static String delete;
    public static String shown;
    public static String addChange;
    public static String deleteChange;
    public static String nothingSelected;
    public static String way;
    public static String wayNone;
    public static String to;
    public static String decisions;
    public static String addVote;
    public static String deleteVote;
    public static String transitions;
    public static String refusedTitle;
    public static String whyTitle;
    public static String whyQuestion;
    public static String whyMissing;
    public static String boardHint;
    public static String votes;
    public static String late;
    public static String collides;
    public static String emergency;
    public static String agendaHint;
    public static String agendaNone;
    public static String agendaCount;
    public static String change;
    public static String changeClass;
    public static String priority;
    public static String rating;
    public static String cost;
    public static String days;
    public static String approvals;
    public static String missing;
    public static String ready;
    public static String scheduleHint;
    public static String scheduleEmpty;
    public static String approvedAlready;
    public static String approvedOn;
    public static String asPlanned;
    public static String budget;
    public static String end;
    public static String impact;
    public static String impactNone;
    public static String impactNote;
    public static String impactOf;
    public static String impactState;
    public static String withApproved;
    public static String withProposed;

    static {
        initializeMessages("org.chartroom.change.ui.messages", Messages.class);
    }

    private Messages() {
    }
}
