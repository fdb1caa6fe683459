package org.chartroom.store.internal;

import org.eclipse.osgi.util.NLS;

/** Texts of the store; NLS sets public fields only. */
final class Messages extends NLS {
    public static String missing;
    public static String lostDatabase;
    public static String unwritable;
    public static String busy;
    public static String busySelf;
    public static String busyUnknown;
    public static String newerVersion;
    public static String newerFormat;
    public static String damagedFile;
    public static String strangeFile;
    public static String strangeBackup;
    public static String strangePath;
    public static String ownLink;
    public static String ownFolder;
    public static String ownFile;
    public static String ownOther;
    public static String protectionFinished;
    public static String restoredProtected;
    public static String protectionAll;
    public static String protectionNone;
    public static String protectionFailed;
    public static String protectionUnfinished;
    public static String evidenceSealed;
    public static String missingTable;
    public static String passwordNeeded;
    public static String keyFileMissing;
    public static String keyFileDamaged;
    public static String keyFileGone;
    public static String passwordDamaged;
    public static String replacedDamaged;
    public static String replaced;
    public static String madeReadOnly;
    public static String damagedNote;
    public static String notEmpty;
    public static String savedAsDamaged;
    public static String evidenceNotCopied;
    public static String damagedRow;
    public static String damagedLinks;
    public static String damagedRevision;
    public static String damagedRoot;
    public static String compactDamaged;
    public static String compactFailed;
    public static String noteFailed;
    public static String backupFailed;
    public static String backupNotIntact;
    public static String backupDamaged;
    public static String backupMissing;
    public static String backupOlder;
    public static String backupUnreadable;
    public static String cutOff;
    public static String verifyCutOff;
    public static String verifyRevisionMissing;
    public static String verifyRowsRemoved;
    public static String verifyRowsAdded;
    public static String verifyRevisionAltered;
    public static String verifyClock;
    public static String verifyRowAltered;
    public static String verifyLinkAltered;
    public static String verifyTableUnreadable;
    public static String verifyTableStrange;
    public static String verifyTableMissing;
    public static String verifyNote;
    public static String verifyTableOrder;
    public static String verifyIndex;
    public static String verifyValidity;
    public static String verifyBaseline;
    public static String verifyUncovered;
    public static String verifyOrphan;
    public static String uncoveredPackage;
    public static String verifyEvidenceAltered;
    public static String verifyEvidenceMissing;
    public static String evidenceNotBackedUp;
    public static String evidenceNotRestored;
    public static String verifyChangeLog;
    public static String diskFull;
    public static String takenBack;
    public static String failed;
    public static String closed;
    public static String readOnly;
    public static String conflictField;
    public static String conflictDeleted;
    public static String conflictContent;
    public static String conflictMoved;
    public static String conflictMovedContent;
    public static String conflictCircle;
    public static String classUnknown;
    public static String featureUnknown;
    public static String keyTaken;
    public static String idTaken;

    static {
        initializeMessages("org.chartroom.store.internal.messages", Messages.class);
    }

    private Messages() {
    }
}
