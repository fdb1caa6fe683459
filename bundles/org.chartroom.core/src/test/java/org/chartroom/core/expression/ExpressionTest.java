package org.chartroom.core.expression;

import static org.chartroom.core.expression.Courses.decimal;
import static org.chartroom.core.expression.Courses.set;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.chartroom.core.evaluation.Evaluation;
import org.chartroom.core.internal.expression.ExpressionEngine;
import org.chartroom.model.Artifact;
import org.chartroom.model.Item;
import org.chartroom.model.Money;
import org.eclipse.emf.ecore.EObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What expressions give, and what they refuse. */
class ExpressionTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 31);

    private final Courses courses = new Courses();

    private static Optional<Object> value(String text, EObject owner) {
        return Expression.compile(text, owner.eClass()).value(owner, Evaluation.on(owner, TODAY));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"1 / 2 | 0.5", "0.1 + seats | 12.1", "seats * seats | 144", "-seats | -12",
            "seats > 10 ? 1 : 2 | 1", "round(seats / 7, 2) | 1.71", "abs(3 - seats) | 9", "(1 + 2) * 3 | 9",
            "orElse(rating, 4) | 4"})
    void numbers_are_exact_decimals(String text, BigDecimal expected) {
        Object value = value(text, courses.course("HELD", 12, null)).orElseThrow();

        assertEquals(0, expected.compareTo(new BigDecimal(value.toString())), () -> text + " gives " + value);
    }

    @Test
    void a_quotient_has_34_digits() {
        assertEquals(decimal("0." + "3".repeat(34)), value("seats / 3", courses.course(null, 1, null)).orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"rating + 1", "seats / (seats - 12)", "sum(links, '1')", "days(due, today)",
            "after.seats + 1",
            "rating > 3 ? 1 : 2", "average(artifact.courses, 'rating')"})
    void what_is_not_set_or_zero_below_a_line_gives_no_value(String text) {
        Item course = courses.course("HELD", 12, null);
        courses.plan(course);

        assertEquals(Optional.empty(), value(text, course));
    }

    @ParameterizedTest
    @ValueSource(strings = {"round(seats, 999999999)", "round(seats, -999999999)", "round(price, 999999999)",
            "round(seats, 35)"})
    void a_number_of_places_nobody_can_mean_is_refused(String text) {
        ExpressionException refused = assertThrows(ExpressionException.class,
                () -> value(text, courses.course("HELD", 12, "1 EUR")));

        assertTrue(refused.getMessage().contains("round takes -34 to 34 decimal places, not "), refused.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999b", "round(1e999999999b)", "1e-999999999b * 2", "abs(1e1001b)"})
    void a_number_that_would_fill_the_memory_gives_no_value(String text) {
        assertEquals(Optional.empty(), value(text, courses.course("HELD", 12, null)));
    }

    @Test
    void money_adds_up_per_element() {
        Artifact plan = courses.plan(courses.course("HELD", 10, "99.90 EUR"), courses.course("HELD", 2, "50 EUR"));

        assertEquals(Money.valueOf("1099 EUR"), value("sum(courses, 'price * seats')", plan).orElseThrow());
    }

    @Test
    void elements_without_a_value_do_not_count_in_an_average() {
        Artifact plan = courses.plan(courses.course("HELD", 10, null), courses.course("HELD", null, null),
                courses.course("HELD", 20, null));

        assertEquals(0, decimal("15").compareTo((BigDecimal) value("average(courses, 'seats')", plan).orElseThrow()));
    }

    @Test
    void money_of_two_currencies_has_no_sum() {
        Artifact plan = courses.plan(courses.course("HELD", 1, "99.90 EUR"), courses.course("HELD", 1, "50 USD"));

        assertEquals(Optional.empty(), value("sum(courses, 'price')", plan));
    }

    @Test
    void money_plus_a_number_is_refused() {
        EObject course = courses.course("HELD", 1, "50 USD");

        String message = assertThrows(ExpressionException.class, () -> value("price + 1", course)).getMessage();
        assertTrue(message.contains("50 USD + 1 has no meaning"), message);
    }

    @Test
    void literals_are_known_by_name() {
        Artifact plan = courses.plan(courses.course("HELD", 1, null), courses.course("PLANNED", 1, null));

        assertEquals(0,
                decimal("0.5").compareTo((BigDecimal) value("share(courses, 'state == HELD')", plan).orElseThrow()));
    }

    @Test
    void a_dot_leads_along_references_and_to_the_artifact() {
        Item first = courses.course("HELD", 3, null);
        Item second = courses.course("HELD", 4, null);
        courses.plan(first, second);
        set(second, "after", first);

        assertEquals("Plan", value("artifact.title", second).orElseThrow());
        assertEquals(decimal("3"), value("after.seats", second).orElseThrow());
    }

    @Test
    void days_are_counted_from_the_day_that_is_given() {
        Item course = courses.course("HELD", 3, null);
        set(course, "due", LocalDate.of(2026, 4, 30));

        assertEquals(decimal("30"), value("days(today, due)", course).orElseThrow());
        assertTrue(Expression.compile("due < addMonths(today, 1)", course.eClass()).isTrue(course,
                Evaluation.on(course, TODAY)) == false);
        assertEquals(LocalDate.of(2026, 4, 30), value("addMonths(today, 1)", course).orElseThrow());
    }

    @Test
    void lists_are_sorted_and_asked_for_one_of_them() {
        Artifact plan = courses.plan(courses.course("HELD", 3, null), courses.course("HELD", null, null),
                courses.course("HELD", 1, null), courses.course("HELD", 2, null));

        assertEquals(decimal("3"), value("last(sorted(courses, 'seats'), 'seats')", plan).orElseThrow());
        assertEquals(decimal("1"), value("first(sorted(courses, 'seats'), 'seats')", plan).orElseThrow());
        assertEquals(decimal("2"), value("at(sorted(courses, 'seats'), -2).seats", plan).orElseThrow());
        assertEquals(Optional.empty(), value("at(courses, 9)", plan));
    }

    @Test
    void previous_is_the_one_before_in_the_list() {
        Item first = courses.course("HELD", 3, null);
        Item second = courses.course("HELD", 5, null);
        courses.plan(first, second);

        assertEquals(decimal("2"), value("seats - previous.seats", second).orElseThrow());
        assertEquals(Optional.empty(), value("seats - previous.seats", first));
    }

    @Test
    void texts_are_joined() {
        Artifact plan = courses.plan(courses.course("HELD", 3, null), courses.course("HELD", 4, null));

        assertEquals("Plan: 3, 4\n", value("title + ': ' + join(courses, 'seats') + '\\n'", plan).orElseThrow());
    }

    @Test
    void conditions_over_lists_say_any_and_all() {
        Artifact plan = courses.plan(courses.course("HELD", 1, null), courses.course("PLANNED", 1, null));

        assertTrue(Expression.compile("any(courses, 'state == HELD')", plan.eClass()).isTrue(plan,
                Evaluation.on(plan, TODAY)));
        assertFalse(Expression.compile("all(courses, 'state == HELD')", plan.eClass()).isTrue(plan,
                Evaluation.on(plan, TODAY)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"seat + 1", "after.price.amount.foo", "1 +", "for (x : courses) x", "while (true) 1",
            "x -> x", "var a = 1", "a = 1", "seats = 1", "new('java.lang.String')", "1; 2", "#pragma x 1", "@silent 1",
            "unknown(1)", "seats.intValue()", "title.class", "''.getClass().forName('java.lang.Runtime')",
            "artifact.eClass()", "java.lang.Runtime", "title =~ '(a+)+b'", "[1, 2]", "sum(courses, 'seatz')",
            "title.bytes", "self.getClass()", "{ 1 }", "count(1)", "round()", "round('a')"})
    void what_is_no_formula_over_the_model_is_refused(String text) {
        Artifact plan = courses.plan(courses.course("HELD", 1, null));
        EObject owner = text.contains("courses") ? plan : (EObject) plan.eContents().get(0);

        assertThrows(ExpressionException.class, () -> value(text, owner));
    }

    @Test
    void a_name_that_is_not_there_is_said_with_the_class() {
        String message = assertThrows(ExpressionException.class,
                () -> Expression.compile("seat + 1", courses.type("Course"))).getMessage();

        assertEquals("\"seat + 1\": Course has no field seat", message);
    }

    @Test
    void nesting_without_end_is_refused() {
        String text = "(".repeat(20_000) + "1" + ")".repeat(20_000);

        assertThrows(ExpressionException.class, () -> Expression.compile(text, courses.type("Course")));
    }

    @Test
    void a_condition_must_be_true_or_false() {
        Expression expression = Expression.compile("seats", courses.type("Course"));

        assertThrows(ExpressionException.class, () -> isTrue(expression, courses.course("HELD", 1, null)));
    }

    @Test
    void every_function_is_documented() throws Exception {
        String documentation = Files.readString(Path.of("../../releng/docs/expressions.md"));

        List<String> missing = ExpressionEngine.functions().stream()
                .filter(name -> !documentation.contains("`" + name + "(")).toList();

        assertEquals(List.of(), missing);
    }

    @Test
    void a_field_takes_only_what_it_can_hold() {
        Item course = courses.course("HELD", 7, "10 EUR");
        var seats = course.eClass().getEStructuralFeature("seats");
        var state = course.eClass().getEStructuralFeature("state");

        assertEquals(Optional.of(4),
                Expression.compile("seats / 2", course.eClass()).value(course, seats, Evaluation.on(course, TODAY)));
        assertEquals("HELD",
                Expression.compile("HELD", course.eClass()).value(course, state, Evaluation.on(course, TODAY))
                        .orElseThrow()
                        .toString().toUpperCase());
        assertThrows(ExpressionException.class,
                () -> Expression.compile("price", course.eClass()).value(course, seats, Evaluation.on(course, TODAY)));
        assertThrows(ExpressionException.class,
                () -> Expression.compile("'x'", course.eClass()).value(course, state, Evaluation.on(course, TODAY)));
        assertThrows(ExpressionException.class,
                () -> Expression.compile("seats * 1000000000000", course.eClass()).value(course, seats,
                        Evaluation.on(course, TODAY)));
    }

    private static boolean isTrue(Expression expression, EObject owner) {
        return expression.isTrue(owner, Evaluation.on(owner, TODAY));
    }
}
