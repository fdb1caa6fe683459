package org.chartroom.core.expression;

import static org.chartroom.core.expression.Courses.get;
import static org.chartroom.core.expression.Courses.set;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;

import org.chartroom.core.check.Finding;
import org.chartroom.core.check.Severity;
import org.chartroom.core.evaluation.Evaluation;
import org.chartroom.core.internal.check.ModelCheck;
import org.chartroom.core.internal.check.ModelChecks;
import org.chartroom.model.Artifact;
import org.chartroom.model.Item;
import org.chartroom.model.Money;
import org.eclipse.emf.common.command.BasicCommandStack;
import org.eclipse.emf.ecore.EAnnotation;
import org.eclipse.emf.edit.domain.AdapterFactoryEditingDomain;
import org.eclipse.emf.edit.provider.ComposedAdapterFactory;
import org.junit.jupiter.api.Test;

/** Models that bring derived fields and checks without Java. */
class DynamicModelTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 31);

    private final Courses courses = new Courses();

    private static List<Finding> check(Artifact artifact) {
        return new ModelChecks().run(artifact, Evaluation.on(artifact, TODAY));
    }

    private static String refusal(String old, String replacement) {
        assertTrue(Courses.text().contains(old), old);
        return assertThrows(ExpressionException.class, () -> new Courses(Courses.text().replace(old, replacement)))
                .getMessage();
    }

    @Test
    void derived_fields_follow_what_they_are_computed_from() {
        Item course = courses.course("PLANNED", 10, "20 EUR");
        Artifact plan = courses.plan(course);
        assertEquals(0, get(plan, "held"));

        set(course, "state", "HELD");
        set(course, "seats", "11");

        assertEquals(1, get(plan, "held"));
        assertEquals(Money.valueOf("220 EUR"), get(plan, "cost"));
    }

    @Test
    void a_derived_field_is_unset_when_it_cannot_be_computed() {
        assertNull(get(courses.plan(), "cost"));
    }

    @Test
    void a_check_fires_with_the_numbers_and_clears() {
        Item course = courses.course("PLANNED", 10, null);
        Artifact plan = courses.plan(course, courses.course("PLANNED", 1, null));

        Finding finding = check(plan).get(0);
        assertEquals("None of 2 courses of Plan was held; hold one.", finding.message());
        assertEquals(Severity.INFO, finding.severity());
        assertEquals("courses.nothingHeld", finding.checkId());

        set(course, "state", "HELD");
        assertEquals(List.of(), check(plan));
    }

    @Test
    void a_quick_fix_sets_the_value_and_can_be_undone() {
        Item course = courses.course("HELD", -3, null);
        Finding finding = check(courses.plan(course)).get(0);
        BasicCommandStack stack = new BasicCommandStack();

        stack.execute(finding.fixes().get(0).command().apply(
                new AdapterFactoryEditingDomain(new ComposedAdapterFactory(), stack)));

        assertEquals("Set to 0", finding.fixes().get(0).label());
        assertEquals(0, get(course, "seats"));
        stack.undo();
        assertEquals(-3, get(course, "seats"));
    }

    @Test
    void a_check_does_not_fire_for_want_of_a_value() {
        assertEquals(List.of(), check(courses.plan(courses.course("HELD", null, null))));
    }

    @Test
    void a_check_that_fails_is_found_each_time_and_the_others_go_on() {
        annotation("seats").getDetails().put("when", "seets < 0");
        Artifact plan = courses.plan(courses.course("HELD", -3, null), courses.course("HELD", -4, null));
        ModelChecks checks = new ModelChecks();

        for (int run = 0; run < 2; run++) {
            List<Finding> findings = checks.run(plan, Evaluation.on(plan, TODAY));
            List<String> missing = findings.stream().map(Finding::message)
                    .filter(message -> message.startsWith("The check courses.seatsNegative of the model")).toList();
            assertEquals(1, missing.size(), findings.toString());
        }
    }

    @Test
    void checks_that_can_not_be_read_are_found_and_those_of_other_classes_go_on() {
        annotation("seats").getDetails().removeKey("when");
        List<Finding> findings = check(courses.plan(courses.course("HELD", -3, null)));

        assertTrue(
                findings.stream()
                        .anyMatch(finding -> finding.message().startsWith("The checks of Course can't be read")),
                findings.toString());
    }

    private EAnnotation annotation(String field) {
        return courses.type("Course").getEStructuralFeature(field).getEAnnotation(ModelCheck.SOURCE);
    }

    @Test
    void a_mistake_in_a_derived_field_is_said_with_its_place() {
        assertEquals("Course.daysLeft: \"days(today, dew)\": Course has no field dew",
                refusal("days(today, due)", "days(today, dew)"));
    }

    @Test
    void a_mistake_inside_the_expression_over_a_list_is_found_when_the_model_comes() {
        assertEquals("Plan.cost: \"prize * seats\": Course has no field prize",
                refusal("price * seats", "prize * seats"));
    }

    @Test
    void a_mistake_in_a_check_or_its_message_or_fix_is_found_when_the_model_comes() {
        assertTrue(refusal("seats &lt; 0", "seets &lt; 0").contains("Check courses.seatsNegative: \"seets < 0\""));
        assertTrue(refusal("has ${seats} seats", "has ${seets} seats").contains("Course has no field seets"));
        assertTrue(refusal("key=\"set\" value=\"0\"", "key=\"set\" value=\"title\"").contains("can't take"));
        assertTrue(refusal("value=\"error\"", "value=\"fatal\"").contains("it can be error, warning or info"));
        assertTrue(refusal("key=\"when\"", "key=\"wenn\"").contains("lacks \"when\" or \"message\""));
    }

    @Test
    void a_field_computed_from_itself_is_refused() {
        assertTrue(refusal("days(today, due)", "daysLeft + 1").contains("daysLeft is computed from itself"));
    }

    @Test
    void a_computed_field_that_could_be_typed_in_is_refused() {
        assertTrue(refusal("name=\"held\" derived=\"true\" volatile=\"true\" transient=\"true\" changeable=\"false\"",
                "name=\"held\"").contains("Plan.held is computed, so it must be derived"));
    }

    @Test
    void what_is_no_model_is_refused() {
        assertThrows(UncheckedIOException.class, () -> new Courses("no xml"));
        assertThrows(UncheckedIOException.class,
                () -> new Courses("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>" + Courses.text()));
        assertThrows(UncheckedIOException.class, () -> new Courses(Courses.text().replace("#//Item", "#//Itom")));
        assertThrows(UncheckedIOException.class,
                () -> new Courses(Courses.text().replace("name=\"rating\"", "name=\"seats\"")));
    }
}
