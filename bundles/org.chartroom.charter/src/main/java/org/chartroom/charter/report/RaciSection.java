package org.chartroom.charter.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.chartroom.core.type.Presentation;
import org.chartroom.core.type.ValueTexts;
import org.chartroom.model.Person;
import org.chartroom.model.charter.Charter;
import org.chartroom.model.charter.CharterPackage;
import org.chartroom.model.charter.RaciActivity;
import org.chartroom.model.charter.RaciAssignment;
import org.chartroom.report.section.ReportContext;
import org.chartroom.report.section.ReportSection;
import org.chartroom.report.section.ReportSink;

/** Who does, answers for, is asked and is told: activities by people, with the letters in the cells. */
public final class RaciSection implements ReportSection {
    /** People beside each other on a page; the others follow in further tables. */
    private static final int WIDEST = 8;

    @Override
    public void write(ReportContext context, ReportSink sink) {
        List<RaciActivity> activities = ((Charter) context.artifact()).getActivities();
        if (activities.isEmpty()) {
            return;
        }
        List<Person> people = activities.stream().flatMap(activity -> activity.getAssignments().stream())
                .map(RaciAssignment::getPerson).filter(Objects::nonNull).distinct().toList();
        for (int from = 0; from == 0 || from < people.size(); from += WIDEST) {
            List<Person> shown = people.subList(from, Math.min(from + WIDEST, people.size()));
            List<String> heads = new ArrayList<>(List.of(Messages.activity));
            shown.forEach(person -> heads.add(ValueTexts.name(person)));
            sink.table(heads, activities.stream().map(activity -> row(activity, shown)).toList());
        }
        sink.paragraph(Messages.raciLegend);
    }

    private static List<String> row(RaciActivity activity, List<Person> people) {
        List<String> row = new ArrayList<>(List.of(ValueTexts.name(activity)));
        people.forEach(person -> row.add(activity.getAssignments().stream()
                .filter(one -> one.getPerson() == person && one.getRole() != null)
                .map(one -> Presentation.label(
                        CharterPackage.Literals.RACI_ROLE.getEEnumLiteral(one.getRole().getValue())))
                .reduce((one, other) -> one + ", " + other).orElse("")));
        return row;
    }
}
