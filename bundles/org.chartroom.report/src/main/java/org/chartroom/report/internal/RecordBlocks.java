package org.chartroom.report.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.chartroom.core.comment.Comments;
import org.chartroom.core.evidence.Evidences;
import org.chartroom.core.type.ValueTexts;
import org.chartroom.model.Artifact;
import org.chartroom.model.Comment;
import org.chartroom.model.Evidence;
import org.chartroom.model.ModelPackage;
import org.chartroom.report.internal.Block.Table.Cell;

/** What was put beside the content of an artifact: evidence and comments, as pieces of a report. */
final class RecordBlocks {
    private final ValueTexts texts = ValueTexts.current();
    private final Artifact artifact;

    RecordBlocks(Artifact artifact) {
        this.artifact = artifact;
    }

    /** @return what proves the content; nothing when there is none */
    List<Block> evidence() {
        if (artifact.getEvidence().isEmpty()) {
            return List.of();
        }
        return List.of(new Block.Heading(2, Messages.evidence),
                new Block.Table(
                        List.of(Messages.name, Messages.place, Messages.sha256, Messages.addedOn, Messages.addedBy),
                        List.of(5, 5, 6, 2, 3), artifact.getEvidence().stream().map(this::row).toList()));
    }

    private List<Cell> row(Evidence evidence) {
        return List.of(text(evidence.getName()), text(Evidences.where(evidence)), text(evidence.getSha256()),
                text(texts.text(ModelPackage.Literals.EVIDENCE__ADDED_ON, evidence.getAddedOn())),
                text(Evidences.addedBy(evidence)));
    }

    private static Cell text(String text) {
        return Cell.of(text == null ? "" : text);
    }

    /** @return the threads that wait for an answer in full, those that are done in short; nothing when there are none */
    List<Block> comments() {
        List<Block> blocks = new ArrayList<>();
        List<Comment> open = Comments.open(artifact);
        List<Comment> resolved = Comments.resolved(artifact);
        if (!open.isEmpty()) {
            blocks.add(new Block.Heading(2, Messages.openComments));
            blocks.add(new Block.Table(List.of(Messages.on, Messages.comment, Messages.by, Messages.written),
                    List.of(4, 8, 2, 2), open.stream().flatMap(this::thread).toList()));
        }
        if (!resolved.isEmpty()) {
            blocks.add(new Block.Heading(2, Messages.resolvedComments));
            blocks.add(new Block.Table(List.of(Messages.on, Messages.comment, Messages.by), List.of(4, 10, 2),
                    resolved.stream().map(one -> List.of(text(Comments.where(one)), text(firstLine(one)),
                            text(Comments.author(one)))).toList()));
        }
        return blocks;
    }

    private Stream<List<Cell>> thread(Comment first) {
        return Stream.concat(
                Stream.of(row(first, Comments.where(first), "")),
                first.getReplies().stream().map(reply -> row(reply, "", "\u21B3 ")));
    }

    private List<Cell> row(Comment comment, String where, String mark) {
        return List.of(text(where), text(comment.getText() == null ? "" : mark + comment.getText()),
                text(Comments.author(comment)),
                text(texts.text(ModelPackage.Literals.COMMENT__WRITTEN_AT, comment.getWrittenAt())));
    }

    private static String firstLine(Comment comment) {
        return comment.getText() == null ? "" : comment.getText().lines().findFirst().orElse("");
    }
}
