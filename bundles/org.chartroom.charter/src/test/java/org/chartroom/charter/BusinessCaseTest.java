package org.chartroom.charter;

import static org.chartroom.charter.Charters.year;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.chartroom.model.charter.Charter;
import org.chartroom.model.charter.YearFigures;
import org.junit.jupiter.api.Test;

class BusinessCaseTest {
    private final Charter charter = Charters.charter();

    private BusinessCase planned() {
        return BusinessCase.planned(charter);
    }

    @Test
    void an_empty_case_has_no_figures() {
        charter.setDiscountRate(BigDecimal.ZERO);
        assertEquals(Optional.empty(), planned().npv());
        assertEquals(Optional.empty(), planned().roi());
        assertEquals(List.of(), planned().years());
        assertEquals(Optional.empty(), planned().flows().payback());
    }

    @Test
    void return_on_investment_is_what_is_left_of_the_benefits_by_the_costs() {
        year(charter, 2026, null, "800");
        year(charter, 2027, "1000", "200");
        year(charter, 2028, "500", null);
        assertEquals(Optional.of(new BigDecimal("0.5000")), planned().roi());
    }

    @Test
    void benefits_without_costs_have_no_return_on_investment() {
        year(charter, 2026, "1000", "0");
        assertEquals(Optional.empty(), planned().roi());
    }

    @Test
    void without_a_discount_rate_there_is_no_npv() {
        year(charter, 2026, "1000", "10");
        assertEquals(Optional.empty(), planned().npv());
    }

    @Test
    void a_year_without_figures_counts_as_zero_and_the_order_does_not_matter() {
        charter.setDiscountRate(new BigDecimal("0.1"));
        year(charter, 2028, "121", null);
        year(charter, 2026, null, "100");
        assertEquals(List.of(2026, 2027, 2028), planned().years());
        assertEquals(0, planned().npv().orElseThrow().setScale(10, RoundingMode.HALF_UP).signum());
    }

    @Test
    void figures_without_a_year_do_not_count() {
        year(charter, null, "1000", "10");
        assertEquals(List.of(), planned().years());
    }

    @Test
    void what_is_expected_now_takes_the_place_of_what_was_planned() {
        year(charter, 2026, null, "100");
        YearFigures later = year(charter, 2027, "300", null);
        later.setBenefitForecast(new BigDecimal("150"));
        assertEquals(new BigDecimal("2.0000"), planned().roi().orElseThrow());
        assertEquals(new BigDecimal("0.5000"), BusinessCase.expected(charter).roi().orElseThrow());
    }

    @Test
    void the_present_value_of_a_year_counts_from_the_earliest() {
        charter.setDiscountRate(new BigDecimal("0.1"));
        year(charter, 2026, null, "100");
        YearFigures later = year(charter, 2028, "121", null);
        assertEquals(0, new BigDecimal("100").compareTo(
                planned().presentValue(later).orElseThrow().setScale(10, RoundingMode.HALF_UP)));
    }

    @Property(tries = 200)
    void the_order_of_the_years_never_changes_a_figure(
            @ForAll @Size(min = 1, max = 8) List<@IntRange(min = -5000, max = 5000) Integer> nets, @ForAll int seed) {
        Charter one = Charters.charter();
        one.setDiscountRate(new BigDecimal("0.08"));
        for (int i = 0; i < nets.size(); i++) {
            year(one, 2026 + i, nets.get(i).toString(), "100");
        }
        BusinessCase before = BusinessCase.planned(one);
        List<YearFigures> shuffled = new ArrayList<>(one.getYears());
        Collections.shuffle(shuffled, new Random(seed));
        one.getYears().clear();
        one.getYears().addAll(shuffled);
        BusinessCase after = BusinessCase.planned(one);
        assertEquals(before.npv(), after.npv());
        assertEquals(before.roi(), after.roi());
        assertEquals(before.flows(), after.flows());
    }
}
