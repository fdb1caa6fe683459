package org.chartroom.exchange.sealed;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.chartroom.core.type.ValueRules;
import org.chartroom.core.value.Names;
import org.chartroom.core.workspace.EditSession;
import org.chartroom.exchange.csv.ImportException;
import org.chartroom.model.ModelFactory;
import org.chartroom.model.SealedArtifact;
import org.eclipse.osgi.util.NLS;

/** Makes, finds and reads sealed artifacts. */
public final class SealedContent {
    /** {@link SealedArtifact#getFormat()} of what is cut out of XMI. */
    public static final String XMI = "xmi";
    /** {@link SealedArtifact#getFormat()} of what is cut out of JSON. */
    public static final String JSON = "json";
    /** A column of text holds a million letters. */
    private static final int PIECE = 500_000;

    private SealedContent() {
    }

    /**
     * What a file says of an artifact.
     *
     * @param id its id; null when the file has none
     * @param key its key; null when the file has none
     * @param title its title; null when the file has none
     * @param type its type
     */
    public record Head(String id, String key, String title, String type) {
    }

    /**
     * Makes a sealed artifact.
     *
     * @param file the file, for messages and to be remembered
     * @param format {@link #XMI} or {@link #JSON}
     * @param head what the file says of it
     * @param text its text in the file
     * @return the sealed artifact, in no directory yet
     * @throws ImportException when the file does not say enough of it, or the workspace can't hold the text
     */
    public static SealedArtifact create(String file, String format, Head head, String text) {
        if (head.id() == null || head.id().isBlank() || head.key() == null || head.key().isBlank()) {
            throw new ImportException(NLS.bind(Messages.noHead, file, head.type()));
        }
        for (String value : new String[]{text, head.id(), head.key(), head.title()}) {
            ValueRules.problem(value).ifPresent(problem -> {
                throw new ImportException(NLS.bind(Messages.unholdable,
                        new Object[]{file, ValueRules.holdable(head.key()), problem}));
            });
        }
        SealedArtifact sealed = ModelFactory.eINSTANCE.createSealedArtifact();
        sealed.setId(UUID.randomUUID().toString());
        sealed.setArtifactId(head.id());
        sealed.setKey(head.key());
        sealed.setTitle(head.title());
        sealed.setType(head.type());
        sealed.setFormat(format);
        sealed.setFile(
                ValueRules.holdable(file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1)));
        sealed.getContent().addAll(pieces(text));
        return sealed;
    }

    private static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int end = Math.min(start + PIECE, text.length());
            if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
                end--;
            }
            pieces.add(text.substring(start, end));
            start = end;
        }
        return pieces;
    }

    /**
     * @param sealed a sealed artifact
     * @return its text in the file it came in
     */
    public static String text(SealedArtifact sealed) {
        return String.join("", sealed.getContent());
    }

    /**
     * @param one a sealed artifact
     * @param other another one
     * @return whether files say the same of both
     */
    public static boolean isSame(SealedArtifact one, SealedArtifact other) {
        return one.getFormat().equals(other.getFormat()) && Objects.equals(one.getType(), other.getType())
                && one.getNamespaces().equals(other.getNamespaces()) && one.getTargets().equals(other.getTargets())
                && text(one).equals(text(other));
    }

    /**
     * @param session a session
     * @param key a key
     * @return the sealed artifact with the key
     */
    public static Optional<SealedArtifact> find(EditSession session, String key) {
        return session.directory().getSealed().stream().filter(sealed -> Names.same(sealed.getKey(), key)).findFirst();
    }

    /**
     * Remembers what a part refers to in others of its file.
     *
     * @param sealed the sealed artifact
     * @param tokens words of it that may be ids
     * @param roots ids of elements of the file, each with the id of its artifact
     */
    public static void addTargets(SealedArtifact sealed, Collection<String> tokens, Map<String, String> roots) {
        tokens.stream().filter(token -> roots.containsKey(token) && !roots.get(token).equals(sealed.getArtifactId()))
                .distinct().sorted().map(token -> roots.get(token) + "#" + token).forEach(sealed.getTargets()::add);
    }

    /**
     * Reads bytes as the text they are; what is written again is the same bytes.
     *
     * @param file name of the file, for the message
     * @param content the file
     * @return the text
     * @throws ImportException when the bytes are no UTF-8
     */
    public static String decode(String file, byte[] content) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
        } catch (CharacterCodingException e) {
            throw new ImportException(NLS.bind(Messages.noUtf8, file), e);
        }
    }
}
