package org.chartroom.store.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;

import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.chartroom.core.files.PrivateFiles;
import org.chartroom.core.workspace.PasswordPrompt;
import org.chartroom.core.workspace.WorkspaceException;
import org.chartroom.core.workspace.WorkspaceException.Kind;
import org.chartroom.store.internal.file.FileKey;
import org.eclipse.osgi.util.NLS;

/**
 * The file that keeps the key of a workspace under its password: the key is encrypted (AES-256-GCM) with one that Argon2id
 * makes of the password. Parameters are those that RFC 9106, section 4, recommends second: 64 MiB, 3 passes, 4 lanes.
 */
final class KeyFile {
    /** Name of the file, beside the database and in the folder of backups. */
    static final String NAME = "workspace.key";
    private static final byte[] ENCRYPTED = "H2encrypt".getBytes(StandardCharsets.US_ASCII);
    private static final int MEMORY = 64 * 1024;
    private static final int PASSES = 3;
    private static final int LANES = 4;
    private static final int MOST_MEMORY = 1024 * 1024;
    private static final int MOST_PASSES = 64;
    private static final int SALT = 16;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final int MOST_ATTEMPTS = 3;
    private static final long MOST_BYTES = 4096;

    private KeyFile() {
    }

    /** @return whether a database file is encrypted */
    static boolean isEncrypted(Path database) throws IOException {
        try (var in = Files.newInputStream(database)) {
            return Arrays.equals(in.readNBytes(ENCRYPTED.length), ENCRYPTED);
        }
    }

    /**
     * @param database a database file
     * @param known a key that may be the one; not asked for again then
     * @param prompt asks for the password
     * @return the key of the file; {@link FileKey#NONE} when it is not encrypted
     * @throws WorkspaceException of kind PASSWORD when no password fits, of kind DAMAGED when the key file is missing
     */
    static FileKey of(Path database, FileKey known, PasswordPrompt prompt) throws IOException {
        if (!Files.isRegularFile(database) || !isEncrypted(database)) {
            return FileKey.NONE;
        }
        Path file = database.toAbsolutePath().resolveSibling(NAME);
        if (!Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
            throw new WorkspaceException(Kind.DAMAGED, NLS.bind(Messages.keyFileMissing, database, file));
        }
        if (!known.isNone() && known.id().equals(read(file).getProperty("id"))) {
            return known;
        }
        return ask(file, prompt);
    }

    /**
     * @param file a key file
     * @param prompt asks for the password
     * @return the key in it
     * @throws WorkspaceException of kind PASSWORD when no password fits
     */
    static FileKey ask(Path file, PasswordPrompt prompt) throws IOException {
        Properties content = read(file);
        Path folder = file.toAbsolutePath().getParent();
        for (int attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
            Optional<char[]> password = prompt.ask(folder, attempt);
            if (password.isEmpty()) {
                break;
            }
            Optional<FileKey> key = open(file, content, password.get());
            if (key.isPresent()) {
                return key.get();
            }
        }
        throw new WorkspaceException(Kind.PASSWORD, NLS.bind(Messages.passwordNeeded, folder));
    }

    private static Properties read(Path file) throws IOException {
        Properties content = new Properties();
        try {
            content.load(new StringReader(Files.readString(file, StandardCharsets.ISO_8859_1)));
        } catch (IllegalArgumentException e) {
            throw damaged(file, e);
        }
        return content;
    }

    private static WorkspaceException damaged(Path file, Exception cause) {
        return new WorkspaceException(Kind.DAMAGED, NLS.bind(Messages.keyFileDamaged, file), cause);
    }

    private static Optional<FileKey> open(Path file, Properties content, char[] password) {
        try {
            if (!"1".equals(content.getProperty("format")) || !"argon2id".equals(content.getProperty("kdf"))) {
                throw damaged(file, null);
            }
            int memory = number(content, "memory", MOST_MEMORY);
            int passes = number(content, "passes", MOST_PASSES);
            int lanes = number(content, "lanes", MOST_PASSES);
            byte[] salt = HexFormat.of().parseHex(content.getProperty("salt", ""));
            byte[] nonce = HexFormat.of().parseHex(content.getProperty("nonce", ""));
            byte[] sealed = HexFormat.of().parseHex(content.getProperty("key", ""));
            String id = content.getProperty("id", "");
            if (salt.length != SALT || nonce.length != NONCE
                    || sealed.length != FileKey.LENGTH + TAG_BITS / Byte.SIZE) {
                throw damaged(file, null);
            }
            byte[] key = cipher(Cipher.DECRYPT_MODE, stretched(password, salt, memory, passes, lanes), nonce, id)
                    .doFinal(sealed);
            return Optional.of(new FileKey(key, id));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            throw damaged(file, e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has AES-GCM.", e);
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    private static int number(Properties content, String name, int most) {
        int number = Integer.parseInt(content.getProperty(name, ""));
        if (number < 1 || number > most) {
            throw new IllegalArgumentException(name + "=" + number);
        }
        return number;
    }

    private static Cipher cipher(int mode, byte[] key, byte[] nonce, String id) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(id.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static byte[] stretched(char[] password, byte[] salt, int memory, int passes, int lanes) {
        Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
        argon2.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13).withSalt(salt).withMemoryAsKB(memory)
                .withIterations(passes).withParallelism(lanes).build());
        byte[] key = new byte[FileKey.LENGTH];
        argon2.generateBytes(password, key);
        return key;
    }

    /** @return a new random key */
    static FileKey newKey() {
        byte[] key = new byte[FileKey.LENGTH];
        new SecureRandom().nextBytes(key);
        return new FileKey(key, UUID.randomUUID().toString());
    }

    /**
     * Keeps a key under a password.
     *
     * @param key the key
     * @param password is overwritten
     * @return the content of the file
     */
    static byte[] content(FileKey key, char[] password) {
        SecureRandom random = new SecureRandom();
        byte[] salt = new byte[SALT];
        random.nextBytes(salt);
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, stretched(password, salt, MEMORY, PASSES, LANES), nonce,
                    key.id())
                    .doFinal(key.bytes());
            HexFormat hex = HexFormat.of();
            return String
                    .join("\n", "# The key of the workspace, under its password. Without this file nobody can read it.",
                            "format=1", "kdf=argon2id", "memory=" + MEMORY, "passes=" + PASSES, "lanes=" + LANES,
                            "id=" + key.id(), "salt=" + hex.formatHex(salt), "nonce=" + hex.formatHex(nonce),
                            "key=" + hex.formatHex(sealed), "")
                    .getBytes(StandardCharsets.ISO_8859_1);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has AES-GCM.", e);
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    /** Writes a key file beside and puts it in place, so that there always is a whole one. */
    static void write(byte[] content, Path file) throws IOException {
        Path part = file.resolveSibling(NAME + ".part");
        try (OutputStream out = PrivateFiles.newOutputStream(part)) {
            out.write(content);
        }
        DurableFiles.move(part, file);
    }
}
