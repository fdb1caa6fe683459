package org.chartroom.plugins.internal;

import org.eclipse.osgi.util.NLS;

/** Texts about plug-ins. */
final class Messages extends NLS {
    public static String brokenSignature;
    public static String cancelled;
    public static String certificateExpired;
    public static String changedFile;
    public static String changedSigner;
    public static String damagedJson;
    public static String dropIn;
    public static String duplicateType;
    public static String duplicateTypeInside;
    public static String emptyFolder;
    public static String emptyIndex;
    public static String featureFormat;
    public static String fragment;
    public static String hiddenLetters;
    public static String indexFormat;
    public static String installedAlready;
    public static String isPartOf;
    public static String kept;
    public static String lostFile;
    public static String missingBundle;
    public static String lostJar;
    public static String missingFile;
    public static String neededBy;
    public static String neitherJarNorJson;
    public static String noBundle;
    public static String noCopy;
    public static String noFeatureId;
    public static String noHttp;
    public static String noPlugin;
    public static String noSource;
    public static String noUpdate;
    public static String notBroughtByIndex;
    public static String notInIndex;
    public static String notSigned;
    public static String notSignedRemark;
    public static String notStarted;
    public static String olderVersion;
    public static String openWhenRefreshed;
    public static String otherScheme;
    public static String partOfChartroom;
    public static String partlySigned;
    public static String plainHttp;
    public static String refreshTime;
    public static String severalInIndex;
    public static String tooLarge;
    public static String tooLong;
    public static String tooSlow;
    public static String unsignedFile;
    public static String unusableType;
    public static String wrongHash;
    public static String wrongName;

    static {
        initializeMessages("org.chartroom.plugins.internal.messages", Messages.class);
    }

    private Messages() {
    }
}
