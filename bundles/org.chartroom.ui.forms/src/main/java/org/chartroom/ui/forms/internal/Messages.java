package org.chartroom.ui.forms.internal;

import org.eclipse.osgi.util.NLS;

/** Texts of forms and grids. */
public final class Messages extends NLS {
    public static String asOf;
    public static String addOne;
    public static String addReference;
    public static String addReferenceTip;
    public static String removeReference;
    public static String removeReferenceTip;
    public static String chooseReferences;
    public static String readingReferences;
    public static String directoryEmpty;
    public static String charts;
    public static String nothingToDraw;
    public static String nothingSelected;
    public static String overview;
    public static String shownOf;
    public static String reason;
    public static String reasonTitle;
    public static String no;
    public static String yes;
    public static String notWhole;
    public static String notAValue;
    public static String noneOf;
    public static String notAbove;
    public static String outOfRange;
    public static String notADate;
    public static String notKept;
    public static String notMoney;
    public static String notANumber;
    public static String saveAsBrowse;
    public static String saveAsButton;
    public static String saveAsChoose;
    public static String saveAsFolder;
    public static String saveAsMessage;
    public static String saveAsNoPath;
    public static String saveAsRelative;
    public static String saveAsSave;
    public static String saveAsSaved;
    public static String saveAsSaving;
    public static String saveAsTitle;
    public static String saveAsWindow;
    public static String saveFailed;
    public static String readOnly;
    public static String oneFinding;
    public static String manyFindings;
    public static String unknownPerson;
    public static String newPerson;
    public static String newPersonQuestion;
    public static String newPeopleQuestion;
    public static String group;
    public static String groupCount;
    public static String filterColumn;
    public static String freezeTo;
    public static String openGone;
    public static String openTitle;
    public static String pasteRefused;
    public static String pasteTooWide;
    public static String sortDown;
    public static String sortUp;
    public static String unit;
    public static String pasteTitle;
    public static String notEditable;
    public static String openFailed;
    public static String add;
    public static String addInDirectory;
    public static String addInDirectoryTip;
    public static String notSet;
    public static String pageFailed;
    public static String listenerFailed;
    public static String savePicture;
    public static String savePictureFailed;
    public static String notATime;
    public static String addTo;
    public static String delete;
    public static String deleteFrom;
    public static String placementTip;
    public static String search;
    public static String searchTip;
    public static String groupBy;
    public static String noGroup;
    public static String view;
    public static String viewTip;
    public static String saveView;
    public static String saveViewTitle;
    public static String saveViewQuestion;
    public static String removeView;
    public static String resetView;
    public static String chooseColumns;
    public static String hideColumn;
    public static String showAllColumns;
    public static String freezeColumns;
    public static String unfreezeColumns;
    public static String fitColumn;
    public static String replaceTitle;
    public static String replaceRefused;
    public static String replace;
    public static String replaceAll;
    public static String replaced;
    public static String findText;
    public static String replaceWith;
    public static String findIn;
    public static String findInAll;
    public static String findCase;
    public static String findWhole;
    public static String findNext;
    public static String notFound;
    public static String notEditableHere;

    static {
        initializeMessages("org.chartroom.ui.forms.internal.messages", Messages.class);
    }

    private Messages() {
    }
}
