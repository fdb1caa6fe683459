package org.chartroom.core.type;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.Locale;

import org.chartroom.model.risk.RiskPackage;
import org.chartroom.model.vendor.VendorPackage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers as the annotations of their features ask for. */
class NumberTextsTest {
    private final ValueTexts texts = new ValueTexts(Locale.UK);

    @ParameterizedTest
    @CsvSource({"10,+10", "0,0", "-3,-3"})
    void aSignedNumberAboveZeroHasItsSign(int movement, String shown) {
        assertEquals(shown, texts.text(RiskPackage.Literals.RISK__MOVEMENT, movement));
    }

    @Test
    void aNumberThatIsNotSignedHasNone() {
        assertEquals("10", texts.text(RiskPackage.Literals.RISK__CURRENT_SCORE, 10));
        assertEquals("10", texts.text(null, 10));
    }

    @ParameterizedTest
    @CsvSource({"90,90.0", "89.96,89.96", "75.5,75.5"})
    void aNumberWithFewestDigitsShowsTheFurtherOnesItHas(BigDecimal score, String shown) {
        assertEquals(shown, texts.text(VendorPackage.Literals.VENDOR_SCORECARD__SCORE, score));
    }
}
