package org.chartroom.core.internal.signoff;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

import org.chartroom.core.files.PrivateFiles;
import org.chartroom.core.signoff.SigningKey;
import org.chartroom.core.signoff.SigningKeys;
import org.chartroom.core.workspace.WorkspaceException;
import org.chartroom.core.workspace.WorkspaceException.Kind;
import org.eclipse.osgi.util.NLS;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Keeps the key in the folder .chartroom/keys of the user, readable by nobody else: the private key (PKCS #8) and the
 * public key (X.509), each as a PEM file. Another folder can be named by the property chartroom.keys.
 */
@Component
public final class FileSigningKeys implements SigningKeys {
    private static final String ALGORITHM = "Ed25519";
    private static final String PRIVATE = "PRIVATE KEY";
    private static final String PUBLIC = "PUBLIC KEY";

    private final Path folder;

    /** Uses the folder of the user. */
    @Activate
    public FileSigningKeys() {
        this(Path.of(System.getProperty("chartroom.keys",
                Path.of(System.getProperty("user.home"), ".chartroom", "keys").toString())));
    }

    /** @param folder where the key is kept */
    FileSigningKeys(Path folder) {
        this.folder = folder;
    }

    @Override
    public synchronized SigningKey own() {
        Path privateFile = folder.resolve("signing-key.pem");
        Path publicFile = folder.resolve("signing-key-public.pem");
        try {
            if (!Files.exists(privateFile)) {
                make(privateFile, publicFile);
            }
            KeyFactory keys = KeyFactory.getInstance(ALGORITHM);
            return new SigningKey(keys.generatePrivate(new PKCS8EncodedKeySpec(read(privateFile, PRIVATE))),
                    keys.generatePublic(new X509EncodedKeySpec(read(publicFile, PUBLIC))));
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw new WorkspaceException(Kind.FAILED, NLS.bind(Messages.keyUnusable, folder), e);
        }
    }

    /** The private one last: only with it there is a key. */
    private static void make(Path privateFile, Path publicFile) throws IOException, GeneralSecurityException {
        PrivateFiles.createDirectories(privateFile.getParent());
        KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
        write(publicFile, PUBLIC, pair.getPublic().getEncoded());
        write(privateFile, PRIVATE, pair.getPrivate().getEncoded());
    }

    private static void write(Path file, String kind, byte[] content) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        String text = "-----BEGIN " + kind + "-----\n"
                + Base64.getMimeEncoder(64, new byte[]{'\n'}).encodeToString(content) + "\n-----END " + kind
                + "-----\n";
        try (OutputStream out = PrivateFiles.newOutputStream(part)) {
            out.write(text.getBytes(StandardCharsets.US_ASCII));
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static byte[] read(Path file, String kind) throws IOException {
        String text = Files.readString(file, StandardCharsets.US_ASCII);
        return Base64.getMimeDecoder()
                .decode(text.replace("-----BEGIN " + kind + "-----", "").replace("-----END " + kind + "-----", "")
                        .strip());
    }
}
