package org.chartroom.charter;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.chartroom.model.Comment;
import org.chartroom.model.CommentState;
import org.chartroom.model.ModelFactory;
import org.chartroom.model.ModelPackage;
import org.chartroom.model.Person;
import org.chartroom.model.charter.Charter;
import org.eclipse.emf.common.command.Command;
import org.eclipse.emf.edit.command.AddCommand;
import org.eclipse.emf.edit.domain.EditingDomain;

/**
 * What is sent to the sponsor when a tolerance is breached: what, by how much, which values made it fire and what would
 * clear it. It is kept as an open comment on the charter, on the field of the tolerance, until somebody resolves it.
 */
public final class EscalationDraft {
    private EscalationDraft() {
    }

    /**
     * @param charter a charter
     * @param breach a tolerance of it that is breached
     * @return the text, of several lines
     */
    public static String text(Charter charter, Breach breach) {
        List<String> lines = new ArrayList<>();
        lines.add(Messages.bind(Messages.escalationTitle, Texts.name(charter)));
        lines.add(Messages.bind(Messages.escalationTo, name(charter.getSponsor()), name(charter.getManager())));
        lines.add("");
        lines.add(breach.summary());
        lines.add("");
        lines.add(Messages.escalationValues);
        breach.values().forEach(value -> lines.add("- " + value));
        lines.add("");
        lines.add(Messages.bind(Messages.escalationClears, breach.clears()));
        lines.add(Messages.escalationDecision);
        return String.join("\n", lines);
    }

    private static String name(Person person) {
        return person == null || person.getName() == null ? Messages.nobody : person.getName();
    }

    /**
     * @param charter a charter
     * @param breach a tolerance of it that is breached
     * @return the escalation that was drafted for the tolerance and is not resolved yet
     */
    public static Optional<Comment> open(Charter charter, Breach breach) {
        return charter.getComments().stream()
                .filter(comment -> comment.getState() == CommentState.OPEN && comment.getSubject() == breach.element()
                        && breach.tolerance().getName().equals(comment.getFeature()))
                .findFirst();
    }

    /**
     * Makes the command that keeps the draft with the charter.
     *
     * @param domain the editing domain
     * @param charter a charter
     * @param breach a tolerance of it that is breached
     * @param at when it is drafted
     * @return the command
     */
    public static Command draft(EditingDomain domain, Charter charter, Breach breach, Instant at) {
        Comment comment = ModelFactory.eINSTANCE.createComment();
        comment.setId(UUID.randomUUID().toString());
        comment.setSubject(breach.element());
        comment.setFeature(breach.tolerance().getName());
        comment.setAuthor(charter.getManager());
        comment.setWrittenAt(at);
        comment.setState(CommentState.OPEN);
        comment.setText(text(charter, breach));
        return AddCommand.create(domain, charter, ModelPackage.Literals.ARTIFACT__COMMENTS, comment);
    }
}
