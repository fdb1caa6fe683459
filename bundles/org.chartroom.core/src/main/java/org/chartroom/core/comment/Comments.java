package org.chartroom.core.comment;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.chartroom.core.type.Presentation;
import org.chartroom.core.type.ValueTexts;
import org.chartroom.core.workspace.Accounts;
import org.chartroom.core.workspace.EditSession;
import org.chartroom.model.Artifact;
import org.chartroom.model.Comment;
import org.chartroom.model.CommentState;
import org.chartroom.model.Element;
import org.chartroom.model.ModelFactory;
import org.chartroom.model.ModelPackage;
import org.chartroom.model.Subject;
import org.eclipse.emf.common.command.Command;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.emf.edit.command.AddCommand;
import org.eclipse.emf.edit.command.RemoveCommand;
import org.eclipse.emf.edit.command.SetCommand;

/**
 * Writes, answers and resolves comments, and finds those on an element. A thread is a comment of an artifact with its
 * replies; the state of the thread is that of its first comment. The commands change the session only; the caller
 * executes them on its command stack and commits.
 */
public final class Comments {
    private Comments() {
    }

    /**
     * @param session the session of the artifact
     * @param subject the artifact or an item of it
     * @param feature the field it is about; null for the subject as a whole
     * @param text the remark; must not be blank
     * @param now when it is written
     * @return a command that begins a thread, written by the author of the workspace
     */
    public static Command write(EditSession session, Subject subject, EStructuralFeature feature, String text,
            Instant now) {
        Artifact artifact = (Artifact) EcoreUtil.getRootContainer(subject);
        Comment comment = create(session, text, now);
        comment.setSubject(subject);
        comment.setFeature(feature == null ? null : feature.getName());
        return AddCommand.create(session.editingDomain(), artifact, ModelPackage.Literals.ARTIFACT__COMMENTS, comment);
    }

    /**
     * @param session the session of the artifact
     * @param comment the first comment of a thread or a reply in it
     * @param text the answer; must not be blank
     * @param now when it is written
     * @return a command that adds a reply to the thread, written by the author of the workspace
     */
    public static Command reply(EditSession session, Comment comment, String text, Instant now) {
        return AddCommand.create(session.editingDomain(), thread(comment), ModelPackage.Literals.COMMENT__REPLIES,
                create(session, text, now));
    }

    private static Comment create(EditSession session, String text, Instant now) {
        Comment comment = ModelFactory.eINSTANCE.createComment();
        comment.setId(UUID.randomUUID().toString());
        comment.setAccount(session.workspace().author());
        comment.setAuthor(Accounts.person(session.directory(), session.workspace().author()).orElse(null));
        comment.setWrittenAt(now.truncatedTo(ChronoUnit.SECONDS));
        comment.setText(text.strip());
        return comment;
    }

    /**
     * @param session the session of the artifact
     * @param comment a comment or reply
     * @param text what it says from now on; must not be blank
     * @return a command that changes it; the history keeps what it said before
     */
    public static Command edit(EditSession session, Comment comment, String text) {
        return SetCommand.create(session.editingDomain(), comment, ModelPackage.Literals.COMMENT__TEXT, text.strip());
    }

    /**
     * @param session the session of the artifact
     * @param comment a comment or reply
     * @param state what its thread is from now on
     * @return a command that resolves or reopens the thread
     */
    public static Command setState(EditSession session, Comment comment, CommentState state) {
        return SetCommand.create(session.editingDomain(), thread(comment), ModelPackage.Literals.COMMENT__STATE, state);
    }

    /**
     * @param session the session of the artifact
     * @param comment a comment, which goes with its replies, or a reply
     * @return a command that removes it
     */
    public static Command delete(EditSession session, Comment comment) {
        return RemoveCommand.create(session.editingDomain(), comment.eContainer(), comment.eContainingFeature(),
                comment);
    }

    /**
     * @param comment a comment or reply
     * @return the comment that began the thread
     */
    public static Comment thread(Comment comment) {
        return comment.eContainer() instanceof Comment first ? thread(first) : comment;
    }

    /**
     * @param session a session
     * @param comment a comment or reply
     * @return whether the author of the workspace wrote it, and so may change its text or delete it
     */
    public static boolean isOwn(EditSession session, Comment comment) {
        String account = session.workspace().author();
        return comment.getAccount() != null
                ? comment.getAccount().equalsIgnoreCase(account)
                : comment.getAuthor() != null && Accounts.person(session.directory(), account)
                        .filter(person -> person.getId().equals(comment.getAuthor().getId())).isPresent();
    }

    /**
     * @param comment a comment or reply
     * @return name of who wrote it; empty when that is not known
     */
    public static String author(Comment comment) {
        return Accounts.name(comment.getAuthor(), comment.getAccount());
    }

    /**
     * @param element an element of an artifact
     * @return the artifact or item that a comment on the element is about: the element itself, or the next one around it
     */
    public static Optional<Subject> subjectOf(Element element) {
        EObject around = element;
        while (around != null && !(around instanceof Subject)) {
            around = around.eContainer();
        }
        return Optional.ofNullable((Subject) around);
    }

    /**
     * @param comment a comment or reply
     * @return what its thread is about; empty when that was deleted
     */
    public static Optional<Subject> subject(Comment comment) {
        Comment thread = thread(comment);
        Subject subject = thread.getSubject();
        boolean isThere = subject != null && !subject.eIsProxy()
                && EcoreUtil.getRootContainer(subject) == EcoreUtil.getRootContainer(thread);
        return isThere ? Optional.of(subject) : Optional.empty();
    }

    /**
     * @param comment a comment or reply
     * @return the field its thread is about; empty when it is about the whole, or the field or the subject is not there
     */
    public static Optional<EStructuralFeature> feature(Comment comment) {
        String name = thread(comment).getFeature();
        return name == null
                ? Optional.empty()
                : subject(comment).map(subject -> subject.eClass().getEStructuralFeature(name));
    }

    /**
     * @param comment a comment or reply
     * @return what its thread is about, as a user reads it: key and title, and the field
     */
    public static String where(Comment comment) {
        String subject = subject(comment).map(ValueTexts::name).orElse(Messages.deleted);
        return feature(comment).map(feature -> subject + " \u203A " + Presentation.label(feature)).orElse(subject);
    }

    /**
     * @param artifact an artifact
     * @return its threads that wait for an answer, older ones first
     */
    public static List<Comment> open(Artifact artifact) {
        return threads(artifact, CommentState.OPEN);
    }

    /**
     * @param artifact an artifact
     * @return its threads that are done, older ones first
     */
    public static List<Comment> resolved(Artifact artifact) {
        return threads(artifact, CommentState.RESOLVED);
    }

    private static List<Comment> threads(Artifact artifact, CommentState state) {
        return artifact.getComments().stream().filter(comment -> comment.getState() == state)
                .sorted(Comparator.comparing(
                        comment -> Objects.requireNonNullElse(comment.getWrittenAt(), Instant.EPOCH)))
                .toList();
    }
}
