package org.chartroom.charter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;

import org.chartroom.model.charter.RaciRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RaciTest {
    @ParameterizedTest
    @CsvSource({",r,RESPONSIBLE", ",A,ACCOUNTABLE", ",c,CONSULTED", ",I,INFORMED", "RESPONSIBLE,r,",
            "ACCOUNTABLE,R,ACCOUNTABLE_RESPONSIBLE", "RESPONSIBLE,a,ACCOUNTABLE_RESPONSIBLE",
            "ACCOUNTABLE_RESPONSIBLE,a,RESPONSIBLE", "ACCOUNTABLE_RESPONSIBLE,r,ACCOUNTABLE", "ACCOUNTABLE,a,",
            "CONSULTED,c,", "CONSULTED,i,INFORMED", "INFORMED,r,RESPONSIBLE", "ACCOUNTABLE_RESPONSIBLE,c,CONSULTED"})
    void a_typed_letter_puts_in_or_takes_out(RaciRole before, char letter, RaciRole after) {
        assertEquals(Optional.of(new Raci.Cell(after)), Raci.typed(before, letter));
    }

    @Test
    void other_letters_mean_nothing() {
        assertEquals(Optional.empty(), Raci.typed(RaciRole.RESPONSIBLE, 'x'));
        assertEquals(Optional.empty(), Raci.typed(null, '1'));
    }
}
