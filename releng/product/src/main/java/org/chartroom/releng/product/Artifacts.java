package org.chartroom.releng.product;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * The artifacts that Maven resolved, by group and artifact id.
 */
final class Artifacts {
    private record Artifact(String version, Path file) {
    }

    private final Map<String, Artifact> artifacts;

    private Artifacts(Map<String, Artifact> artifacts) {
        this.artifacts = artifacts;
    }

    /** Reads what {@code dependency:list} wrote: {@code group:artifact:jar:version:scope:/path}. */
    static Artifacts read(Path list) throws IOException {
        Map<String, Artifact> found = new HashMap<>();
        for (String line : Files.readAllLines(list)) {
            String[] parts = line.replaceAll("\u001B\\[[0-9;]*m", "").trim().split(":", 6);
            if (parts.length == 6 && parts[2].equals("jar")) {
                // A named module is mentioned after the path.
                String path = parts[5].replaceFirst(" -- module .*$", "");
                found.put(parts[0] + ":" + parts[1], new Artifact(parts[3], Path.of(path)));
            }
        }
        return new Artifacts(found);
    }

    private Artifact get(String id) throws IOException {
        Artifact artifact = artifacts.get(id);
        if (artifact == null) {
            throw new IOException("A feature names " + id + ", which is no dependency of the product: add it to releng/product/pom.xml");
        }
        return artifact;
    }

    Path file(String id) throws IOException {
        return get(id).file();
    }

    String version(String id) throws IOException {
        return get(id).version();
    }

    String sha256(String id) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (InputStream in = new DigestInputStream(Files.newInputStream(file(id)), digest)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
