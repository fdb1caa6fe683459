package org.chartroom.ui.internal.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Properties;
import java.util.Set;

import org.chartroom.exchange.importing.ImportPlan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Advice in the wizard names its controls. */
class WizardAdviceTest {
    /** What only the command says: the wizard takes a table also when its columns hardly fit. */
    private static final Set<String> ELSEWHERE = Set.of("hardlyMatches");

    @Test
    void anOptionThatIsAControlIsNamedByItsLabel() {
        assertEquals("say which scale it is, like \"Scales\" 0..4", WizardAdvice.of(
                "say which scale it is, like --scale 0..4"));
        assertEquals("say \"Keep the scales of the artifact\".", WizardAdvice.of("say --keep-scale."));
    }

    @Test
    void wordsAreSaidWithTheirButton() {
        assertEquals("say what it means with \"Meaning of words\"", WizardAdvice.of(
                "say what it means, like --values \"open=VALUE\""));
        assertEquals("say what it means with \"Meaning of words\"", WizardAdvice.of(
                "say what it means, like --values \"\"quoted\" and $1=VALUE\""));
    }

    @Test
    void aColumnIsMappedInTheTableOfTheWizard() {
        assertEquals("It names a period; say what it holds with \"Field\".", WizardAdvice.of(
                "It names a period; say what it holds, like --map \"periods=figures.planned\"."));
    }

    @Test
    void theEncodingIsChosenWhereTheFileIs() {
        assertEquals("say how the file is written (\"Written with\"), or save it as UTF-8.", WizardAdvice.of(
                "say how the file is written (--encoding), or save it as UTF-8."));
    }

    @Test
    void textWithoutAnOptionStays() {
        assertEquals("a - b -- c, R-1--2", WizardAdvice.of("a - b -- c, R-1--2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "importing", "json", "xlsx", "sealed"})
    void noMessageOfAnImportNamesAnOptionOfTheCommandInTheWizard(String room) throws IOException {
        Properties messages = new Properties();
        try (InputStream input = ImportPlan.class
                .getResourceAsStream("/org/chartroom/exchange/" + room + "/messages.properties")) {
            messages.load(input);
        }
        List<String> names = messages.stringPropertyNames().stream().filter(name -> !ELSEWHERE.contains(name)).toList();
        assertFalse(names.isEmpty());
        names.forEach(name -> {
            String said = WizardAdvice.of(messages.getProperty(name).replace("{0}", "A").replace("{1}", "1"));
            assertFalse(said.matches("(?s).*--[a-z].*"), name + ": " + said);
        });
    }
}
