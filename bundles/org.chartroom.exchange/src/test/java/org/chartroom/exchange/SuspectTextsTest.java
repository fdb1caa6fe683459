package org.chartroom.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

import org.chartroom.exchange.importing.ImportPlan;
import org.chartroom.model.ModelFactory;
import org.chartroom.model.risk.Risk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that look damaged come in as they stand; how many there are and where the first one is, is said. */
class SuspectTextsTest extends RiskImports {
    private ImportPlan titles(String... titles) throws Exception {
        return importFile(write("Title;Likelihood\n" + List.of(titles).stream().map(title -> title + ";3\n")
                .collect(Collectors.joining())));
    }

    private static String twice(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), java.nio.charset.Charset.forName("windows-1252"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"M\u00FCller", "\u00D6ffnung", "Gr\u00F6\u00DFe", "d\u00E9j\u00E0 vu", "5 \u20AC",
            "don\u2019t", "\u0159eka", "\u0412\u0435\u043D\u0430", "20 \u00B0C", "S\u00E3o"})
    void whatWasEncodedTwiceIsSaidAndStays(String text) throws Exception {
        ImportPlan plan = titles("Fire", twice(text), twice(text) + " 2");

        assertEquals(1, plan.nowhere().size(), plan.nowhere()::toString);
        assertEquals("Texts that were written in UTF-8 twice, like \"" + word(twice(text)) + "\" for \"" + word(text)
                + "\": 2, the first in line 3, Title; they come in as they stand. Save the file as UTF-8 anew in the "
                + "program it comes from.", plan.nowhere().get(0));
        assertEquals(List.of("Fire", twice(text), twice(text) + " 2"),
                register.getRisks().stream().map(Risk::getTitle).toList());
    }

    private static String word(String text) {
        return List.of(text.split("\\s+")).stream().filter(word -> word.chars().anyMatch(c -> c > 0x7F)).findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"M\u00FCller", "S\u00C3O PAULO", "\u00ABCAF\u00C9\u00BB", "\u201EMA\u00C7\u00C3\u201D",
            "\u00C5rsm\u00F8de", "ESPA\u00D1A", "\u00C2ge", "B\u00E2timent", "CAF\u00C9\u00A0: ferm\u00E9",
            "\u00DCber \u2013 alles", "\u041C\u043E\u0441\u043A\u0432\u0430", "\u00C4\u201C"})
    void whatSomebodyWroteIsNotSaid(String text) throws Exception {
        assertEquals(List.of(), titles(text).nowhere());
    }

    @ParameterizedTest
    @ValueSource(chars = {'\u202A', '\u202B', '\u202C', '\u202D', '\u202E', '\u2066', '\u2067', '\u2068', '\u2069'})
    void charactersThatTurnTheDirectionAreSaidAndStay(char character) throws Exception {
        ImportPlan plan = titles("Fi" + character + "re", "Flood");

        assertEquals(List.of("Texts with characters that turn the direction of writing, like U+202E: 1, the first in "
                + "line 2, Title; they come in as they stand and can show something else than what they say. Take "
                + "these characters out."), plan.nowhere());
        assertEquals("Fi" + character + "re", register.getRisks().get(0).getTitle());
    }

    @Test
    void charactersThatNobodySeesAreSaid() throws Exception {
        assertEquals(List.of("Texts with characters that nobody sees, like a soft hyphen or a space without width: 2, "
                + "the first in line 2, Title; they come in as they stand."),
                titles("Fi\u00ADre", "Flo\u200Bod").notes());
    }

    @Test
    void namesOfPeopleAreLookedAtToo() throws Exception {
        directory.getPeople().add(ModelFactory.eINSTANCE.createPerson());
        ImportPlan plan = importFile(write("Title;Owner\nFire;" + twice("J\u00FCrgen") + "\n"));

        assertEquals(1, plan.nowhere().size());
    }

    @Test
    void aColumnThatGoesNowhereIsNotLookedAt() throws Exception {
        ImportPlan plan = importFile(
                write("Title;Likelihood;Impact;Colour of it\nFire;3;3;" + twice("gr\u00FCn") + "\n"));

        assertEquals(List.of("The column \"Colour of it\" goes nowhere; values in it: 1."), plan.nowhere());
    }
}
