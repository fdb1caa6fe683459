package org.chartroom.plugins.internal;

import org.chartroom.core.files.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.CodeSigner;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

import org.chartroom.core.evaluation.SystemClock;

/**
 * Who signed a jar, and whether the signature fits its content.
 *
 * @param subject the subject of the signer's certificate; empty when the jar is not signed
 * @param sha256 SHA-256 of the certificate; empty when the jar is not signed
 * @param problem why the signature can't be relied on, one sentence; empty when it can, or there is none
 * @param expired when the certificate ran out before the jar was stamped with a time; empty when it did not
 */
record Signature(String subject, String sha256, Optional<String> problem, Optional<Instant> expired) {
    private static final Signature NONE = new Signature("", "", Optional.empty(), Optional.empty());

    boolean isSigned() {
        return !sha256.isEmpty();
    }

    static Signature of(Path file) throws IOException {
        String name = file.getFileName().toString();
        // Verified while they are read: all of it has to be, before anybody's name is put on it.
        try (JarFile jar = new JarFile(file.toFile(), true)) {
            List<JarEntry> entries = jar.stream().filter(entry -> !entry.isDirectory()).toList();
            boolean meantToBeSigned = entries.stream()
                    .anyMatch(entry -> entry.getName().matches("META-INF/[^/]*\\.SF"));
            if (!meantToBeSigned) {
                return NONE;
            }
            Set<CodeSigner> common = null;
            for (JarEntry entry : entries) {
                try (InputStream in = jar.getInputStream(entry)) {
                    in.transferTo(OutputStream.nullOutputStream());
                }
                if (belongsToTheSignature(entry.getName())) {
                    continue;
                }
                CodeSigner[] signers = entry.getCodeSigners();
                if (signers == null) {
                    return broken(Messages.bind(Messages.unsignedFile, name, entry.getName()));
                }
                if (common == null) {
                    common = new LinkedHashSet<>(Arrays.asList(signers));
                } else {
                    common.retainAll(Arrays.asList(signers));
                }
            }
            for (String signed : jar.getManifest().getEntries().keySet()) {
                if (jar.getEntry(signed) == null) {
                    return broken(Messages.bind(Messages.lostFile, name, signed));
                }
            }
            return common == null || common.isEmpty()
                    ? broken(Messages.bind(Messages.partlySigned, name))
                    : of(common.iterator().next());
        } catch (SecurityException e) {
            return broken(Messages.bind(Messages.brokenSignature, name, e.getMessage()));
        }
    }

    private static Signature broken(String problem) {
        return new Signature("", "", Optional.of(problem), Optional.empty());
    }

    private static boolean belongsToTheSignature(String entry) {
        return entry.equals(JarFile.MANIFEST_NAME) || entry.matches("META-INF/[^/]*\\.(SF|RSA|DSA|EC)");
    }

    private static Signature of(CodeSigner signer) {
        X509Certificate certificate = (X509Certificate) signer.getSignerCertPath().getCertificates().get(0);
        Instant signed = signer.getTimestamp() == null
                ? SystemClock.get().instant()
                : signer.getTimestamp().getTimestamp().toInstant();
        Instant end = certificate.getNotAfter().toInstant();
        try {
            String sha256 = Sha256.of(certificate.getEncoded());
            return new Signature(certificate.getSubjectX500Principal().getName(), sha256, Optional.empty(),
                    signed.isAfter(end) ? Optional.of(end) : Optional.empty());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("Every JDK encodes the certificates it has read", e);
        }
    }
}
