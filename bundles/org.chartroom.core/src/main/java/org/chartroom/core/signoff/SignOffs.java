package org.chartroom.core.signoff;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

import org.chartroom.core.compare.Comparison;
import org.chartroom.core.compare.Difference;
import org.chartroom.core.compare.Side;
import org.chartroom.core.workspace.ArtifactInfo;
import org.chartroom.core.workspace.EditSession;
import org.chartroom.core.workspace.FieldChange;
import org.chartroom.core.workspace.HistoryQuery;
import org.chartroom.core.workspace.Revision;
import org.chartroom.core.workspace.State;
import org.chartroom.core.workspace.Workspace;
import org.chartroom.model.Artifact;
import org.chartroom.model.Element;
import org.chartroom.model.ModelFactory;
import org.chartroom.model.ModelPackage;
import org.chartroom.model.Person;
import org.chartroom.model.SignOff;
import org.chartroom.model.SignOffDecision;
import org.eclipse.emf.common.command.Command;
import org.eclipse.emf.common.notify.Notifier;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.emf.edit.command.ChangeCommand;

/**
 * Asks for sign-offs, gives and revokes them, and tells what they are worth. The commands change the session only; the
 * caller executes them on its command stack and commits.
 */
public final class SignOffs {
    private final Workspace workspace;

    /** @param workspace the workspace whose sign-offs are told */
    public SignOffs(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * @param artifact an artifact of a session
     * @param person who is to sign
     * @param role in which role; may be empty
     * @param requestedBy who asks
     * @param today the day
     * @return a command that asks for a sign-off
     */
    public static Command request(Artifact artifact, Person person, String role, String requestedBy, LocalDate today) {
        return new ChangeCommand(artifact) {
            @Override
            protected void doExecute() {
                SignOff signOff = add(artifact, person);
                signOff.setRole(role.isEmpty() ? null : role);
                signOff.setDecision(SignOffDecision.REQUESTED);
                signOff.setRequestedBy(requestedBy);
                signOff.setRequestedOn(today);
            }
        };
    }

    /**
     * Decides over the content as it is in the session: the one that was asked for where the person was asked, or else a
     * new one.
     *
     * @param artifact an artifact of a session
     * @param person who signs
     * @param role in which role; empty for the one that was asked for, if any
     * @param approved whether the content is approved, and not rejected
     * @param comment in the person's words; may be empty
     * @param today the day
     * @param key signs the decision, and is listed with the person when the directory lists none yet
     * @return a command that records the decision
     */
    public static Command give(Artifact artifact, Person person, String role, boolean approved, String comment,
            LocalDate today, SigningKey key) {
        return new ChangeCommand(notifiers(artifact, person)) {
            @Override
            protected void doExecute() {
                SignOff signOff = find(artifact, person, true).orElseGet(() -> add(artifact, person));
                signOff.setDecision(approved ? SignOffDecision.APPROVED : SignOffDecision.REJECTED);
                signOff.setDecidedOn(today);
                if (!role.isBlank()) {
                    signOff.setRole(role.strip());
                }
                signOff.setComment(comment.isEmpty() ? null : comment);
                signOff.setContentSha256(CanonicalContent.sha256(artifact));
                sign(artifact, signOff, person, key);
            }
        };
    }

    private static List<Notifier> notifiers(Artifact artifact, Person person) {
        return List.of(artifact, EcoreUtil.getRootContainer(person));
    }

    private static void sign(Artifact artifact, SignOff signOff, Person person, SigningKey key) {
        signOff.setPublicKey(key.publicKey());
        signOff.setSignature(key.sign(signedContent(artifact, signOff)));
        if (person.getKeyFingerprints().isEmpty()) {
            person.getKeyFingerprints().add(key.fingerprint());
        }
    }

    /**
     * What a signature is over: each part on a line of its own, with its length before it, so that no two decisions have
     * the same text.
     */
    private static byte[] signedContent(Artifact artifact, SignOff signOff) {
        StringBuilder text = new StringBuilder("chartroom sign-off 1\n");
        for (Object part : new Object[]{artifact.getId(), signOff.getId(),
                signOff.getPerson() == null ? null : signOff.getPerson().getId(), signOff.getRole(),
                signOff.getDecision().getLiteral(), signOff.getDecidedOn(), signOff.getComment(),
                signOff.getContentSha256()}) {
            String value = part == null ? "" : part.toString();
            text.append(value.length()).append(' ').append(value).append('\n');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static SignOffInfo.Signature signature(Artifact artifact, SignOff signOff) {
        if (signOff.getSignature() == null || signOff.getPublicKey() == null) {
            return SignOffInfo.Signature.NONE;
        } else if (!SigningKey.isSigned(signOff.getPublicKey(), signOff.getSignature(),
                signedContent(artifact, signOff))) {
            return SignOffInfo.Signature.BROKEN;
        }
        Person person = signOff.getPerson();
        return person != null && person.getKeyFingerprints().contains(SigningKey.fingerprint(signOff.getPublicKey()))
                ? SignOffInfo.Signature.LISTED
                : SignOffInfo.Signature.UNLISTED;
    }

    /**
     * Takes the last decision of a person back; to be committed with a reason.
     *
     * @param artifact an artifact of a session
     * @param person who decided
     * @param today the day
     * @param key signs that it is taken back
     * @return a command that revokes the sign-off; empty when the person has not decided
     */
    public static Optional<Command> revoke(Artifact artifact, Person person, LocalDate today, SigningKey key) {
        return find(artifact, person, false).map(signOff -> new ChangeCommand(notifiers(artifact, person)) {
            @Override
            protected void doExecute() {
                signOff.setDecision(SignOffDecision.REVOKED);
                signOff.setDecidedOn(today);
                sign(artifact, signOff, person, key);
            }
        });
    }

    private static SignOff add(Artifact artifact, Person person) {
        SignOff signOff = ModelFactory.eINSTANCE.createSignOff();
        signOff.setId(UUID.randomUUID().toString());
        signOff.setPerson(person);
        artifact.getSignOffs().add(signOff);
        return signOff;
    }

    private static Optional<SignOff> find(Artifact artifact, Person person, boolean isRequested) {
        return artifact.getSignOffs().stream()
                .filter(one -> one.getPerson() != null && one.getPerson().getId().equals(person.getId())
                        && (isRequested
                                ? one.getDecision() == SignOffDecision.REQUESTED
                                : one.getDecision() == SignOffDecision.APPROVED
                                        || one.getDecision() == SignOffDecision.REJECTED))
                .reduce((first, second) -> second);
    }

    /**
     * @param artifact an artifact of a session
     * @param person a person
     * @return the role in which the person was asked to sign it, or else what the person does; empty when neither is known
     */
    public static String role(Artifact artifact, Person person) {
        return find(artifact, person, true).map(SignOff::getRole)
                .or(() -> Optional.ofNullable(person.getRole())).orElse("");
    }

    /** @return the sign-offs of all artifacts, by the keys of these */
    public List<SignOffInfo> all() {
        List<SignOffInfo> all = new ArrayList<>();
        for (ArtifactInfo artifact : workspace.artifactsWith(ModelPackage.Literals.SIGN_OFF)) {
            all.addAll(of(artifact));
        }
        return all;
    }

    /**
     * @param artifact an artifact
     * @return its sign-offs, in their order
     */
    public List<SignOffInfo> of(ArtifactInfo artifact) {
        try (EditSession session = workspace.openSession()) {
            Artifact loaded = session.artifact(artifact.id()).orElseThrow();
            String hash = CanonicalContent.sha256(loaded);
            return loaded.getSignOffs().stream().map(signOff -> info(artifact, loaded, signOff, hash)).toList();
        }
    }

    private SignOffInfo info(ArtifactInfo artifact, Artifact loaded, SignOff signOff, String hash) {
        SignOffInfo.Status status = switch (signOff.getDecision()) {
            case REQUESTED -> SignOffInfo.Status.PENDING;
            case REVOKED -> SignOffInfo.Status.REVOKED;
            default -> !hash.equals(signOff.getContentSha256())
                    ? SignOffInfo.Status.INVALIDATED
                    : signOff.getDecision() == SignOffDecision.APPROVED
                            ? SignOffInfo.Status.APPROVED
                            : SignOffInfo.Status.REJECTED;
        };
        long signed = status == SignOffInfo.Status.PENDING ? Revision.NONE : signedRevision(signOff);
        OptionalLong invalidatedBy = status == SignOffInfo.Status.INVALIDATED
                ? invalidatedBy(artifact, signOff.getContentSha256(), signed)
                : OptionalLong.empty();
        Person person = signOff.getPerson();
        return new SignOffInfo(artifact, signOff.getId(), person == null ? "" : person.getId(),
                person == null ? "" : Objects.requireNonNullElse(person.getName(), ""),
                Objects.requireNonNullElse(signOff.getRole(), ""), status,
                Objects.requireNonNullElse(signOff.getRequestedBy(), ""), signOff.getDecidedOn(),
                Objects.requireNonNullElse(signOff.getComment(), ""),
                Objects.requireNonNullElse(signOff.getContentSha256(), ""), signed, invalidatedBy,
                signature(loaded, signOff),
                SigningKey.fingerprint(Objects.requireNonNullElse(signOff.getPublicKey(), "")));
    }

    private long signedRevision(SignOff signOff) {
        String field = ModelPackage.Literals.SIGN_OFF__CONTENT_SHA256.getName();
        List<FieldChange> changes = workspace.history(HistoryQuery.ofElement(signOff.getId()));
        return changes.stream()
                .filter(change -> change.feature().equals(field) || change.kind() == FieldChange.Kind.CREATED)
                .findFirst().map(change -> change.revision().number()).orElse(Revision.NONE);
    }

    private OptionalLong invalidatedBy(ArtifactInfo artifact, String signedHash, long signed) {
        long[] later = workspace.history(HistoryQuery.ofArtifact(artifact.id())).stream()
                .mapToLong(change -> change.revision().number()).filter(number -> number > signed).distinct().sorted()
                .toArray();
        for (long number : later) {
            State state = new State("revision " + number, number, Optional.empty());
            try (EditSession past = workspace.openSession(state)) {
                boolean differs = past.artifact(artifact.id())
                        .filter(then -> CanonicalContent.sha256(then).equals(signedHash)).isEmpty();
                if (differs) {
                    return OptionalLong.of(number);
                }
            }
        }
        // Signed together with other changes to what was not the content of the revision before.
        return OptionalLong.of(signed);
    }

    /**
     * Compares the content that was signed with that of a session.
     *
     * @param signOff a sign-off that was decided
     * @param then a session over the state of its signed revision; open as long as the result is used
     * @param now a session over the newest state
     * @return what differs in the artifact; empty when nothing does
     */
    public static List<Difference> differenceSince(SignOffInfo signOff, EditSession then, EditSession now) {
        return Comparison.of(Side.of(then), Side.of(now)).differences().stream()
                .filter(difference -> isOf(difference, signOff.artifact().id()))
                .flatMap(difference -> difference.children().stream())
                .filter(difference -> difference.kind() == Difference.Kind.DERIVED
                        || CanonicalContent.isContent(difference.feature()))
                .toList();
    }

    private static boolean isOf(Difference difference, String artifactId) {
        Element element = difference.element();
        return element.getId().equals(artifactId);
    }
}
