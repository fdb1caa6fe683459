package org.chartroom.ui.internal.comment;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.chartroom.core.comment.Comments;
import org.chartroom.model.Comment;
import org.chartroom.model.CommentState;
import org.chartroom.model.Element;
import org.chartroom.model.Subject;
import org.chartroom.ui.forms.ArtifactEditing;
import org.chartroom.ui.forms.comment.FieldAtHand;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;

/** What can be done with comments on the artifact at hand; each is one step that can be undone. */
final class Commenting {
    private final Shell shell;
    private final ArtifactEditing editing;

    Commenting(Shell shell, ArtifactEditing editing) {
        this.shell = shell;
        this.editing = editing;
    }

    /**
     * Asks for a new comment and adds it.
     *
     * @param element what is selected
     * @param focus the widget somebody works in; may be null
     */
    void write(Element element, Control focus) {
        Set<Subject> subjects = new LinkedHashSet<>();
        Comments.subjectOf(element).ifPresent(subjects::add);
        subjects.add(editing.artifact());
        List<Subject> offered = List.copyOf(subjects);
        CommentDialog dialog = new CommentDialog(shell, Messages.newTitle);
        dialog.setSubjects(offered, FieldAtHand.of(focus, offered.get(0)).orElse(null));
        editing.flush();
        if (dialog.open() == Window.OK) {
            editing.execute(Comments.write(editing.session(), dialog.subject(), dialog.feature(), dialog.text(),
                    editing.clock().instant()));
        }
    }

    void reply(Comment comment) {
        CommentDialog dialog = new CommentDialog(shell, Messages.answerTitle);
        dialog.setQuote(CommentTexts.thread(Comments.thread(comment)));
        if (dialog.open() == Window.OK) {
            editing.execute(Comments.reply(editing.session(), comment, dialog.text(),
                    editing.clock().instant()));
        }
    }

    void edit(Comment comment) {
        CommentDialog dialog = new CommentDialog(shell, Messages.editTitle);
        dialog.setText(comment.getText() == null ? "" : comment.getText());
        if (dialog.open() == Window.OK && !dialog.text().equals(comment.getText())) {
            editing.execute(Comments.edit(editing.session(), comment, dialog.text()));
        }
    }

    void delete(Comment comment) {
        editing.execute(Comments.delete(editing.session(), comment));
    }

    /** Resolves an open thread and reopens a resolved one. */
    void turn(Comment comment) {
        editing.execute(Comments.setState(editing.session(), comment,
                Comments.thread(comment).getState() == CommentState.OPEN ? CommentState.RESOLVED : CommentState.OPEN));
    }

    boolean mayEdit(Comment comment) {
        return !editing.isReadOnly() && Comments.isOwn(editing.session(), comment);
    }

    /** What others answered does not go with what they answered to. */
    boolean mayDelete(Comment comment) {
        return mayEdit(comment)
                && comment.getReplies().stream().allMatch(reply -> Comments.isOwn(editing.session(), reply));
    }
}
