package org.chartroom.core.signoff;

import org.chartroom.core.files.Sha256;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** The key that somebody signs decisions with: Ed25519 (RFC 8032). */
public final class SigningKey {
    static final String ALGORITHM = "Ed25519";

    private final PrivateKey privateKey;
    private final PublicKey publicKey;

    /**
     * @param privateKey signs
     * @param publicKey tells whether it did
     */
    public SigningKey(PrivateKey privateKey, PublicKey publicKey) {
        this.privateKey = privateKey;
        this.publicKey = publicKey;
    }

    /** @return the public key: X.509 in Base64 */
    public String publicKey() {
        return Base64.getEncoder().encodeToString(publicKey.getEncoded());
    }

    /** @return SHA-256 of the public key, in hexadecimal */
    public String fingerprint() {
        return Sha256.of(publicKey.getEncoded());
    }

    /**
     * @param content what is signed
     * @return the signature in Base64
     */
    String sign(byte[] content) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(privateKey);
            signature.update(content);
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform since 15 has Ed25519.", e);
        }
    }

    /**
     * @param publicKey a public key: X.509 in Base64
     * @param signature a signature in Base64
     * @param content what it should be over
     * @return whether it is
     */
    static boolean isSigned(String publicKey, String signature, byte[] content) {
        try {
            PublicKey key = KeyFactory.getInstance(ALGORITHM)
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(publicKey)));
            Signature verifier = Signature.getInstance(ALGORITHM);
            verifier.initVerify(key);
            verifier.update(content);
            return verifier.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            // No key, or no signature: then nothing is signed.
            return false;
        }
    }

    /**
     * @param publicKey a public key in Base64
     * @return its fingerprint; empty text when it is none
     */
    static String fingerprint(String publicKey) {
        try {
            return Sha256.of(Base64.getDecoder().decode(publicKey));
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
