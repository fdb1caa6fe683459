package org.chartroom.ui.internal.comment;

import org.chartroom.core.comment.Comments;
import org.chartroom.core.type.Presentation;
import org.chartroom.model.Comment;
import org.chartroom.model.ModelPackage;
import org.chartroom.ui.forms.field.FieldFormat;

/** Comments in words. */
final class CommentTexts {
    private CommentTexts() {
    }

    static String line(Comment comment) {
        return comment.getText() == null ? "" : comment.getText().replaceAll("\\s+", " ");
    }

    static String written(Comment comment) {
        return FieldFormat.current().text(ModelPackage.Literals.COMMENT__WRITTEN_AT, comment.getWrittenAt());
    }

    static String state(Comment comment) {
        return Presentation.label(
                ModelPackage.Literals.COMMENT_STATE.getEEnumLiteral(comment.getState().getValue()));
    }

    /** @return a thread as one reads it, the answers below */
    static String thread(Comment first) {
        StringBuilder text = new StringBuilder();
        append(text, first, "");
        first.getReplies().forEach(reply -> append(text.append('\n'), reply, "    "));
        return text.toString().stripTrailing();
    }

    private static void append(StringBuilder text, Comment comment, String indent) {
        text.append(indent).append((Comments.author(comment) + "  " + written(comment)).strip()).append('\n');
        if (comment.getText() != null) {
            comment.getText().lines().forEach(line -> text.append(indent).append(line).append('\n'));
        }
    }
}
