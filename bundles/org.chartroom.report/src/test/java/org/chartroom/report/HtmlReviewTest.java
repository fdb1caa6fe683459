package org.chartroom.report;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;

import org.chartroom.core.check.Finding;
import org.chartroom.core.check.Severity;
import org.chartroom.model.risk.RiskFactory;
import org.chartroom.model.risk.RiskRegister;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The review of several artifacts on one page. */
class HtmlReviewTest {
    @ParameterizedTest
    @CsvSource({"INFO, note", "WARNING, warning", "ERROR, error"})
    void a_finding_is_as_serious_as_the_check_says(Severity severity, String word) throws IOException {
        RiskRegister register = RiskFactory.eINSTANCE.createRiskRegister();
        register.setKey("RSK-001");
        Finding finding = new Finding("x", severity, register, null, "Look at it.", List.of());
        StringBuilder page = new StringBuilder();

        HtmlReview.write("Review", LocalDate.of(2026, 3, 31),
                List.of(new HtmlReview.Reviewed(register, List.of(finding))), page);

        assertTrue(page.toString().contains(">" + word + "</td>"), page.toString());
    }
}
