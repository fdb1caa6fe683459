package org.chartroom.charter.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;

import org.chartroom.chart.Chart;
import org.chartroom.charter.Charters;
import org.chartroom.charter.Prioritisation.Weights;
import org.chartroom.core.evaluation.Evaluation;
import org.chartroom.model.ModelFactory;
import org.chartroom.model.Person;
import org.chartroom.model.charter.Charter;
import org.chartroom.model.charter.CharterFactory;
import org.chartroom.model.charter.RaciActivity;
import org.chartroom.model.charter.RaciAssignment;
import org.chartroom.model.charter.RaciRole;
import org.chartroom.report.section.ReportContext;
import org.chartroom.report.section.ReportSink;
import org.junit.jupiter.api.Test;

/** The tables of a charter's report. */
class ReportSectionsTest implements ReportSink {
    private final Charter charter = Charters.charter();
    private final List<List<String>> lines = new ArrayList<>();
    private final List<String> paragraphs = new ArrayList<>();

    @Override
    public void heading(String text) {
        paragraphs.add(text);
    }

    @Override
    public void paragraph(String text) {
        paragraphs.add(text);
    }

    @Override
    public void table(List<String> heads, List<List<String>> rows) {
        lines.add(heads);
        lines.addAll(rows);
    }

    @Override
    public void chart(String title, Chart chart) {
        paragraphs.add(title);
    }

    private static Person person(String name) {
        Person person = ModelFactory.eINSTANCE.createPerson();
        person.setName(name);
        return person;
    }

    private RaciActivity activity(String key, String title) {
        RaciActivity activity = CharterFactory.eINSTANCE.createRaciActivity();
        activity.setKey(key);
        activity.setTitle(title);
        charter.getActivities().add(activity);
        return activity;
    }

    private static void assign(RaciActivity activity, Person person, RaciRole role) {
        RaciAssignment assignment = CharterFactory.eINSTANCE.createRaciAssignment();
        assignment.setPerson(person);
        assignment.setRole(role);
        activity.getAssignments().add(assignment);
    }

    private void writeRaci() {
        new RaciSection().write(new ReportContext(charter, Evaluation.of(charter)), this);
    }

    @Test
    void letters_stand_where_activity_and_person_meet() {
        Person ada = person("Ada");
        Person ben = person("Ben");
        RaciActivity first = activity("ACT-001", "Build");
        assign(first, ada, RaciRole.ACCOUNTABLE_RESPONSIBLE);
        RaciActivity second = activity("ACT-002", "Test");
        assign(second, ben, RaciRole.RESPONSIBLE);
        assign(second, ada, RaciRole.INFORMED);
        activity("ACT-003", "Pay");
        writeRaci();
        assertEquals(List.of(List.of("Activity", "Ada", "Ben"), List.of("ACT-001 Build", "A/R", ""),
                List.of("ACT-002 Test", "I", "R"), List.of("ACT-003 Pay", "", "")), lines);
    }

    @Test
    void many_people_are_told_in_several_tables() {
        RaciActivity activity = activity("ACT-001", "Build");
        for (int i = 0; i < 9; i++) {
            assign(activity, person("P" + i), RaciRole.CONSULTED);
        }
        writeRaci();
        assertEquals(List.of(List.of("Activity", "P8"), List.of("ACT-001 Build", "C")), lines.subList(2, 4));
    }

    @Test
    void a_charter_without_activities_has_no_such_section() {
        writeRaci();
        assertEquals(List.of(), lines);
        assertEquals(List.of(), paragraphs);
    }

    private static Charter scored(String key, Integer alignment, Integer impact) {
        Charter charter = CharterFactory.eINSTANCE.createCharter();
        charter.setKey(key);
        charter.setStrategicAlignment(alignment);
        charter.setImpact(impact);
        return charter;
    }

    @Test
    void charters_are_ranked_by_score_and_the_own_one_is_named() {
        Charter low = scored("CHR-001", 2, null);
        Charter high = scored("CHR-002", 5, 4);
        RankingSection.write(List.of(low, scored("CHR-003", null, null), high), low, Weights.EQUAL, this);
        assertEquals(List.of("1", "CHR-002", "4.50", "5", "4", "n/a", "n/a"), lines.get(1).subList(0, 7));
        assertEquals(List.of("2", "CHR-001"), lines.get(2).subList(0, 2));
        assertEquals(3, lines.size());
        assertEquals("CHR-001 is number 2 of 2 charters with a score.", paragraphs.get(0));
    }

    @Test
    void without_a_score_there_is_no_ranking() {
        Charter charter = scored("CHR-001", null, null);
        RankingSection.write(List.of(charter), charter, Weights.EQUAL, this);
        assertEquals(List.of(), lines);
    }
}
