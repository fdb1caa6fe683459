package org.chartroom.charter.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

import org.chartroom.charter.Raci;
import org.chartroom.core.check.Check;
import org.chartroom.core.check.CheckContext;
import org.chartroom.core.check.QuickFix;
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

    static Map<String, Check> checks() {
        return Map.of(CharterChecks.ID + "accountableMissing", each(RaciChecks::checkAccountable),
                CharterChecks.ID + "accountableMany", each(RaciChecks::checkSeveral),
                CharterChecks.ID + "responsibleMissing", each(RaciChecks::checkResponsible),
                CharterChecks.ID + "raciTwice", each(RaciChecks::checkTwice));
    }

    private static Check each(BiConsumer<RaciActivity, CheckContext> check) {
        return CharterChecks.of((charter, context) -> charter.getActivities()
                .forEach(activity -> check.accept(activity, context)));
    }

    private static void checkAccountable(RaciActivity activity, CheckContext context) {
        if (Raci.accountable(activity).isEmpty()) {
            report(activity, context, Messages.bind(Messages.accountableMissing, CharterChecks.name(activity)),
                    toBoth(Raci.responsible(activity), Messages.accountable_fix));
        }
    }

    private static void checkSeveral(RaciActivity activity, CheckContext context) {
        List<RaciAssignment> accountable = Raci.accountable(activity);
        if (accountable.size() > 1) {
            Person first = accountable.get(0).getPerson();
            report(activity, context,
                    Messages.bind(Messages.accountableMany, CharterChecks.name(activity), accountable.size()),
                    List.of(CharterChecks.fix(Messages.bind(Messages.accountableMany_fix, first.getName()),
                            domain -> keepFirst(domain, accountable))));
        }
    }

    private static void checkResponsible(RaciActivity activity, CheckContext context) {
        if (Raci.responsible(activity).isEmpty()) {
            report(activity, context, Messages.bind(Messages.responsibleMissing, CharterChecks.name(activity)),
                    toBoth(Raci.accountable(activity), Messages.responsible_fix));
        }
    }

    private static void checkTwice(RaciActivity activity, CheckContext context) {
        Set<Person> seen = new HashSet<>();
        for (RaciAssignment assignment : activity.getAssignments()) {
            if (assignment.getPerson() != null && !seen.add(assignment.getPerson())) {
                report(activity, context,
                        Messages.bind(Messages.raciTwice, assignment.getPerson().getName(),
                                CharterChecks.name(activity)),
                        List.of(CharterChecks.fix(Messages.raciTwice_fix, domain -> RemoveCommand.create(domain,
                                activity, Literals.RACI_ACTIVITY__ASSIGNMENTS, assignment))));
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

    private static void report(RaciActivity activity, CheckContext context, String message, List<QuickFix> fixes) {
        context.report(activity, Literals.RACI_ACTIVITY__ASSIGNMENTS, message, fixes.toArray(QuickFix[]::new));
    }
}
