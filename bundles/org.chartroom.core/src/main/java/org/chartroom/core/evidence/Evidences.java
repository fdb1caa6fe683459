package org.chartroom.core.evidence;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.chartroom.core.workspace.Accounts;
import org.chartroom.core.workspace.EditSession;
import org.chartroom.model.Artifact;
import org.chartroom.model.Evidence;
import org.chartroom.model.ModelFactory;
import org.chartroom.model.ModelPackage;
import org.eclipse.emf.common.command.Command;
import org.eclipse.emf.edit.command.AddCommand;
import org.eclipse.emf.edit.command.RemoveCommand;

/**
 * Adds evidence to artifacts and tells where it is. The commands change the session only; the caller executes them on its
 * command stack and commits.
 */
public final class Evidences {
    private static final String FOLDER = "evidence/";
    private static final Pattern STORED = Pattern.compile(FOLDER + "([0-9a-f]{64})");

    private Evidences() {
    }

    /**
     * @param uri the URI of a piece of evidence; may be null
     * @return SHA-256 of the content it names, when that is stored with the workspace; empty for any other address
     */
    public static Optional<String> storedHash(String uri) {
        Matcher stored = STORED.matcher(uri == null ? "" : uri);
        return stored.matches() ? Optional.of(stored.group(1)) : Optional.empty();
    }

    /**
     * @param address what somebody typed
     * @return the reason why it is no address of evidence, one sentence; empty when it is one
     */
    public static Optional<String> refusal(String address) {
        if (address.isBlank()) {
            return Optional.of(Messages.addressMissing);
        }
        try {
            URI uri = new URI(address.strip());
            boolean isComplete = uri.isAbsolute()
                    && (uri.isOpaque() || uri.getRawAuthority() != null || "file".equalsIgnoreCase(uri.getScheme()));
            return isComplete ? Optional.empty() : Optional.of(Messages.bind(Messages.addressIncomplete, address));
        } catch (URISyntaxException e) {
            return Optional.of(Messages.bind(Messages.addressWrong, address, e.getReason()));
        }
    }

    /**
     * @param session the session of the artifact
     * @param artifact the artifact
     * @param name what it is called; the address when it is blank
     * @param address where it is found, one that {@link #refusal} has nothing against
     * @param today the day
     * @return a command that adds an address, by the author of the workspace
     */
    public static Command addAddress(EditSession session, Artifact artifact, String name, String address,
            LocalDate today) {
        Evidence evidence = create(session, name.isBlank() ? address.strip() : name.strip(), today);
        evidence.setUri(address.strip());
        return add(session, artifact, evidence);
    }

    /**
     * @param session the session of the artifact
     * @param artifact the artifact
     * @param name what it is called: the name of the file, so that it can be opened with the program for its kind
     * @param sha256 SHA-256 of the content as {@link org.chartroom.core.workspace.EvidenceStore#keep} gave it
     * @param today the day
     * @return a command that adds a stored file, by the author of the workspace
     */
    public static Command addFile(EditSession session, Artifact artifact, String name, String sha256,
            LocalDate today) {
        Evidence evidence = create(session, name, today);
        evidence.setUri(FOLDER + sha256);
        evidence.setSha256(sha256);
        return add(session, artifact, evidence);
    }

    private static Evidence create(EditSession session, String name, LocalDate today) {
        Evidence evidence = ModelFactory.eINSTANCE.createEvidence();
        evidence.setId(UUID.randomUUID().toString());
        evidence.setName(name);
        evidence.setAddedOn(today);
        evidence.setAccount(session.workspace().author());
        evidence.setAddedBy(Accounts.person(session.directory(), session.workspace().author()).orElse(null));
        return evidence;
    }

    private static Command add(EditSession session, Artifact artifact, Evidence evidence) {
        return AddCommand.create(session.editingDomain(), artifact, ModelPackage.Literals.ARTIFACT__EVIDENCE,
                evidence);
    }

    /**
     * @param session the session of the artifact
     * @param evidence a piece of evidence
     * @return a command that removes it; content that is stored stays, because the history names it
     */
    public static Command remove(EditSession session, Evidence evidence) {
        return RemoveCommand.create(session.editingDomain(), evidence.eContainer(),
                ModelPackage.Literals.ARTIFACT__EVIDENCE, evidence);
    }

    /**
     * @param evidence a piece of evidence
     * @return name of who added it; empty when that is not known
     */
    public static String addedBy(Evidence evidence) {
        return Accounts.name(evidence.getAddedBy(), evidence.getAccount());
    }

    /**
     * @param evidence a piece of evidence
     * @return where it is, as a user reads it: the address, or that it is stored with the workspace
     */
    public static String where(Evidence evidence) {
        return storedHash(evidence.getUri()).isPresent()
                ? Messages.stored
                : evidence.getUri() == null ? "" : evidence.getUri();
    }
}
