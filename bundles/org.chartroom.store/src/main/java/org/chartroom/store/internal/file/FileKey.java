package org.chartroom.store.internal.file;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

import org.h2.mvstore.MVStore;

/**
 * The key that the files of a workspace are encrypted with; none where a workspace has no password. It is random and never
 * changes, so that a new password costs no new encryption.
 */
public final class FileKey {
    /** For files that everybody can read who can open them. */
    public static final FileKey NONE = new FileKey(null, "");
    /** Length of a key in bytes. */
    public static final int LENGTH = 32;

    private final byte[] key;
    private final String id;

    /**
     * @param key 256 random bits; null for no key
     * @param id tells the keys of different workspaces apart
     */
    public FileKey(byte[] key, String id) {
        this.key = key == null ? null : key.clone();
        this.id = id;
    }

    /** @return whether there is no key */
    public boolean isNone() {
        return key == null;
    }

    /** @return tells the keys of different workspaces apart */
    public String id() {
        return id;
    }

    /** @return a copy of the key */
    public byte[] bytes() {
        return key.clone();
    }

    /** @return whether both keys are the same, or none */
    public boolean isSame(FileKey other) {
        return Arrays.equals(key, other.key);
    }

    /** @return what the database takes for a password: it is as random as the key, so it needs no further stretching */
    public char[] databasePassword() {
        return HexFormat.of().formatHex(derived("database")).toCharArray();
    }

    /** @return the key of stored evidence */
    public SecretKey evidenceKey() {
        return new SecretKeySpec(derived("evidence"), "AES");
    }

    private byte[] derived(String purpose) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(("chartroom " + purpose).getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("Every Java platform has HMAC with SHA-256.", e);
        }
    }

    /**
     * Makes a store read and write with this key.
     *
     * @param builder makes the store
     * @return the builder
     */
    public MVStore.Builder applyTo(MVStore.Builder builder) {
        // MVStore overwrites what it is given.
        return isNone() ? builder : builder.encryptionKey(databasePassword());
    }
}
