package org.chartroom.ui.internal.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Advice in the wizard names its controls. */
class WizardAdviceTest {
    @Test
    void anOptionThatIsAControlIsNamedByItsLabel() {
        assertEquals("say which scale it is, like \"Scales\" 0..4", WizardAdvice.of(
                "say which scale it is, like --scale 0..4"));
        assertEquals("say \"Keep the scales of the artifact\".", WizardAdvice.of("say --keep-scale."));
    }

    @Test
    void anOptionWithoutAControlStays() {
        assertEquals("say what it means, like --values \"open=VALUE\"", WizardAdvice.of(
                "say what it means, like --values \"open=VALUE\""));
    }
}
