package org.chartroom.core.expression;

import static org.chartroom.core.expression.Courses.set;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.chartroom.core.evaluation.Evaluation;
import org.chartroom.model.Artifact;
import org.chartroom.model.Item;
import org.eclipse.emf.ecore.EObject;
import org.junit.jupiter.api.Test;

/** What expressions may cost. */
class BudgetTest {
    private static final int ROLL_UPS = 6;

    private static Optional<Object> value(String text, EObject owner) {
        return Expression.compile(text, owner.eClass()).value(owner, Evaluation.of(owner));
    }

    private static Artifact plan(Courses courses, int count) {
        List<Item> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(courses.course("HELD", 1, null));
        }
        return courses.plan(all.toArray(Item[]::new));
    }

    /** Six fields of a course, each the sum of the one before over all courses of the plan. */
    private static Courses withRollUps() {
        StringBuilder fields = new StringBuilder();
        for (int i = 1; i <= ROLL_UPS; i++) {
            fields.append("""
                    <eStructuralFeatures xsi:type="ecore:EAttribute" name="f%d" derived="true" volatile="true"
                        transient="true" changeable="false"
                        eType="ecore:EDataType http://www.chartroom.org/model/1.0#//Decimal">
                      <eAnnotations source="http://www.chartroom.org/expression">
                        <details key="derivation" value="sum(artifact.courses, '%s')"/>
                      </eAnnotations>
                    </eStructuralFeatures>
                    """.formatted(i, i == 1 ? "seats" : "f" + (i - 1)));
        }
        String own = "<eStructuralFeatures xsi:type=\"ecore:EAttribute\" name=\"daysLeft\"";
        return new Courses(Courses.text().replace(own, fields + own));
    }

    /** Computed anew for each course, this would take a thousand to the power of six steps. */
    @Test
    void roll_ups_of_roll_ups_are_computed_once_each() {
        Artifact plan = plan(withRollUps(), 1_000);
        EObject last = plan.eContents().get(999);

        Object value = last.eGet(last.eClass().getEStructuralFeature("f6"));

        assertEquals(0, BigDecimal.TEN.pow(18).compareTo((BigDecimal) value), String.valueOf(value));
    }

    @Test
    void what_takes_too_many_steps_is_given_up_and_says_so() {
        Artifact plan = plan(new Courses(), 1_500);

        ExpressionException spent = assertThrows(ExpressionException.class, () -> value(
                "count(courses, 'any(where(artifact.courses, \"true\"), \"seats == 2\")')", plan));

        assertTrue(spent.getMessage().contains("it takes more than 2000000 steps"), spent.getMessage());
        assertEquals(BigDecimal.valueOf(1_500), value("count(courses, 'seats == 1')", plan).orElseThrow(),
                "the next one has a budget of its own");
    }

    @Test
    void a_text_that_grows_too_long_is_given_up_and_says_so() {
        Courses courses = new Courses();
        Artifact plan = plan(courses, 101);
        plan.eContents().forEach(course -> set(course, "title", "x".repeat(1_000)));
        set(plan.eContents().get(0), "seats", 2);
        set(plan.eContents().get(1), "seats", 2);

        for (String text : List.of("join(courses, 'title')", "join(courses, 'title + title')")) {
            ExpressionException spent = assertThrows(ExpressionException.class, () -> value(text, plan));
            assertTrue(spent.getMessage().contains("a text has more than 100000 characters"), spent.getMessage());
        }
        assertEquals(2_002, value("join(first, 'title')".replace("first", "where(courses, 'seats == 2')"), plan)
                .map(String::valueOf).orElse("").length());
    }
}
