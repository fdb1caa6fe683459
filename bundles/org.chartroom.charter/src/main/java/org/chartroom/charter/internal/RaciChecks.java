package org.chartroom.charter.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import org.chartroom.charter.Raci;
import org.chartroom.core.check.Finding;
import org.chartroom.core.check.QuickFix;
import org.chartroom.core.check.Severity;
import org.chartroom.model.Person;
import org.chartroom.model.charter.CharterPackage.Literals;
import org.chartroom.model.charter.RaciActivity;
import org.chartroom.model.charter.RaciAssignment;
import org.chartroom.model.charter.RaciRole;
import org.eclipse.emf.common.command.Command;
import org.eclipse.emf.common.command.CompoundCommand;
import org.eclipse.emf.edit.command.RemoveCommand;
import org.eclipse.emf.edit.command.SetCommand;
import org.eclipse.emf.edit.domain.EditingDomain;

/** Each activity has exactly one who answers for it and at least one who does it, and each person one part in it. */
final class RaciChecks {
    private RaciChecks() {
    }

    static void check(RaciActivity activity, Consumer<Finding> findings) {
        List<RaciAssignment> accountable = Raci.accountable(activity);
        List<RaciAssignment> responsible = Raci.responsible(activity);
        String name = CharterChecks.name(activity);
        if (accountable.isEmpty()) {
            findings.accept(finding("accountableMissing", activity,
                    Messages.bind(Messages.accountableMissing, name), toBoth(responsible, Messages.accountable_fix)));
        } else if (accountable.size() > 1) {
            Person first = accountable.get(0).getPerson();
            findings.accept(finding("accountableMany", activity,
                    Messages.bind(Messages.accountableMany, name, accountable.size()),
                    List.of(CharterChecks.fix(Messages.bind(Messages.accountableMany_fix, first.getName()),
                            domain -> keepFirst(domain, accountable)))));
        }
        if (responsible.isEmpty()) {
            findings.accept(finding("responsibleMissing", activity,
                    Messages.bind(Messages.responsibleMissing, name), toBoth(accountable, Messages.responsible_fix)));
        }
        Set<Person> seen = new HashSet<>();
        for (RaciAssignment assignment : activity.getAssignments()) {
            if (assignment.getPerson() != null && !seen.add(assignment.getPerson())) {
                findings.accept(finding("raciTwice", activity,
                        Messages.bind(Messages.raciTwice, assignment.getPerson().getName(), name),
                        List.of(CharterChecks.fix(Messages.raciTwice_fix, domain -> RemoveCommand.create(domain,
                                activity, Literals.RACI_ACTIVITY__ASSIGNMENTS, assignment)))));
            }
        }
    }

    /** Where one person has one of both parts, the same may take the other. */
    private static List<QuickFix> toBoth(List<RaciAssignment> others, String label) {
        return others.size() != 1
                ? List.of()
                : List.of(CharterChecks.fix(
                        Messages.bind(label, others.get(0).getPerson().getName()),
                        domain -> SetCommand.create(domain, others.get(0), Literals.RACI_ASSIGNMENT__ROLE,
                                RaciRole.ACCOUNTABLE_RESPONSIBLE)));
    }

    /** The others keep their work, or are asked before. */
    private static Command keepFirst(EditingDomain domain, List<RaciAssignment> accountable) {
        CompoundCommand all = new CompoundCommand();
        accountable.stream().skip(1).forEach(assignment -> all.append(SetCommand.create(domain, assignment,
                Literals.RACI_ASSIGNMENT__ROLE,
                Raci.isResponsible(assignment.getRole()) ? RaciRole.RESPONSIBLE : RaciRole.CONSULTED)));
        return all;
    }

    private static Finding finding(String id, RaciActivity activity, String message, List<QuickFix> fixes) {
        return CharterChecks.finding(id, Severity.ERROR, activity, Literals.RACI_ACTIVITY__ASSIGNMENTS, message,
                fixes.toArray(QuickFix[]::new));
    }
}
