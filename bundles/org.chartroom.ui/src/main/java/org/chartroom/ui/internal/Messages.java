package org.chartroom.ui.internal;

import org.eclipse.osgi.util.NLS;

/**
 * The texts of the workbench.
 */
public final class Messages extends NLS {
    public static String ChartroomWindowAdvisor_title;
    public static String ChartroomWorkbenchAdvisor_noArtifact;
    public static String DryRunPage_changed;
    public static String DryRunPage_computing;
    public static String DryRunPage_created;
    public static String DryRunPage_description;
    public static String DryRunPage_detail;
    public static String DryRunPage_item;
    public static String DryRunPage_line;
    public static String DryRunPage_outcome;
    public static String DryRunPage_people;
    public static String DryRunPage_refused;
    public static String DryRunPage_summary;
    public static String DryRunPage_title;
    public static String DryRunPage_unchanged;
    public static String FilePage_bar;
    public static String FilePage_browse;
    public static String FilePage_comma;
    public static String FilePage_description;
    public static String FilePage_file;
    public static String FilePage_format;
    public static String FilePage_header;
    public static String FilePage_newTarget;
    public static String FilePage_read;
    public static String FilePage_reading;
    public static String FilePage_semicolon;
    public static String FilePage_tab;
    public static String FilePage_target;
    public static String FilePage_title;
    public static String FindingsView_count;
    public static String FindingsView_emptyText;
    public static String FindingsView_emptyTitle;
    public static String FindingsView_field;
    public static String FindingsView_finding;
    public static String FindingsView_fix;
    public static String FindingsView_where;
    public static String GeneralEditor_overview;
    public static String ImportWizard_title;
    public static String LoadSampleHandler_title;
    public static String MappingPage_column;
    public static String MappingPage_description;
    public static String MappingPage_field;
    public static String MappingPage_fraction;
    public static String MappingPage_ignore;
    public static String MappingPage_percent;
    public static String MappingPage_sample;
    public static String MappingPage_scale;
    public static String MappingPage_steps;
    public static String MappingPage_ten;
    public static String MappingPage_title;
    public static String MappingPage_words;
    public static String NavigatorView_emptyText;
    public static String NavigatorView_emptyTitle;
    public static String NavigatorView_importLink;
    public static String NavigatorView_newLink;
    public static String NavigatorView_sampleLink;
    public static String NewArtifactWizard_description;
    public static String NewArtifactWizard_name;
    public static String NewArtifactWizard_title;
    public static String NewArtifactWizard_type;
    public static String OpenLogHandler_empty;
    public static String OpenLogHandler_noProgram;
    public static String OpenLogHandler_title;
    public static String OpenWorkspace_noStore;
    public static String OpenWorkspace_readOnly;
    public static String OpenWorkspace_title;
    public static String SaveWithReasonHandler_question;
    public static String Screenshot_shown;
    public static String Splash_name;
    public static String Splash_starting;
    public static String WorkbenchApplication_noDisplay;

    static {
        NLS.initializeMessages("org.chartroom.ui.internal.messages", Messages.class);
    }

    private Messages() {
    }
}
