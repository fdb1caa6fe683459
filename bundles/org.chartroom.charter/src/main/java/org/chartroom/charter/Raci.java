package org.chartroom.charter;

import java.util.List;
import java.util.Optional;

import org.chartroom.model.charter.RaciActivity;
import org.chartroom.model.charter.RaciAssignment;
import org.chartroom.model.charter.RaciRole;

/** The letters of a responsibility matrix (RACI; PMBOK Guide, 6th edition, 9.1.2.2). */
public final class Raci {
    private Raci() {
    }

    /**
     * What a cell has after a letter was typed into it: R and A are put in or taken out, and can stand together; C and I
     * stand alone.
     *
     * @param before what it had; null for nothing
     * @param letter what is typed, R, A, C or I in any case
     * @return what it has then, null for nothing; empty when the letter is none of these
     */
    public static Optional<Cell> typed(RaciRole before, char letter) {
        boolean responsible = isResponsible(before);
        boolean accountable = isAccountable(before);
        return switch (Character.toUpperCase(letter)) {
            case 'R' -> Optional.of(Cell.of(!responsible, accountable));
            case 'A' -> Optional.of(Cell.of(responsible, !accountable));
            case 'C' -> Optional.of(new Cell(before == RaciRole.CONSULTED ? null : RaciRole.CONSULTED));
            case 'I' -> Optional.of(new Cell(before == RaciRole.INFORMED ? null : RaciRole.INFORMED));
            default -> Optional.empty();
        };
    }

    /**
     * What a cell has.
     *
     * @param role the role; null for nothing
     */
    public record Cell(RaciRole role) {
        private static Cell of(boolean responsible, boolean accountable) {
            if (responsible) {
                return new Cell(accountable ? RaciRole.ACCOUNTABLE_RESPONSIBLE : RaciRole.RESPONSIBLE);
            }
            return new Cell(accountable ? RaciRole.ACCOUNTABLE : null);
        }
    }

    /**
     * @param role a role; may be null
     * @return whether who has it does the work
     */
    public static boolean isResponsible(RaciRole role) {
        return role == RaciRole.RESPONSIBLE || role == RaciRole.ACCOUNTABLE_RESPONSIBLE;
    }

    /**
     * @param role a role; may be null
     * @return whether who has it answers for the work
     */
    public static boolean isAccountable(RaciRole role) {
        return role == RaciRole.ACCOUNTABLE || role == RaciRole.ACCOUNTABLE_RESPONSIBLE;
    }

    /**
     * @param activity an activity
     * @return the assignments of those who answer for it; there should be one
     */
    public static List<RaciAssignment> accountable(RaciActivity activity) {
        return activity.getAssignments().stream().filter(one -> one.getPerson() != null && isAccountable(one.getRole()))
                .toList();
    }

    /**
     * @param activity an activity
     * @return the assignments of those who do it; there should be at least one
     */
    public static List<RaciAssignment> responsible(RaciActivity activity) {
        return activity.getAssignments().stream().filter(one -> one.getPerson() != null && isResponsible(one.getRole()))
                .toList();
    }
}
