package org.chartroom.core.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.chartroom.core.value.Reading.Note;
import org.chartroom.model.Money;
import org.chartroom.model.change.ChangePackage;
import org.chartroom.model.risk.RiskPackage;
import org.eclipse.emf.ecore.EAttribute;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValueReaderTest {
    private static final EAttribute SHARE = RiskPackage.Literals.RISK__PROBABILITY;
    private static final EAttribute MONEY = RiskPackage.Literals.RISK__COST_LIKELY;
    private static final EAttribute DAY = RiskPackage.Literals.RISK__RAISED_ON;
    private static final EAttribute TIME = ChangePackage.Literals.CHANGE__PLANNED_FROM;
    private static final Optional<Currency> NONE = Optional.empty();

    private static ValueReader reader(DecimalMark mark, DateOrder order) {
        return new ValueReader(Language.ofColumn(Optional.ofNullable(mark), Optional.ofNullable(order)));
    }

    private static Object column(EAttribute attribute, String text) {
        return reader(null, null).read(attribute, text, NONE).value();
    }

    private static String refused(ValueReader reader, EAttribute attribute, String text) {
        return assertThrows(IllegalArgumentException.class, () -> reader.read(attribute, text, NONE)).getMessage();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"1234.56 EUR|1234.56 EUR", "1,234.56 EUR|1234.56 EUR",
            "1.234,56 EUR|1234.56 EUR", "1\u00A0234,56 EUR|1234.56 EUR", "1\u202F234,56 EUR|1234.56 EUR",
            "CHF 1'234.50|1234.50 CHF", "CHF 1\u2019234.50|1234.50 CHF", "1234.56- EUR|-1234.56 EUR",
            "(1,234.56) EUR|-1234.56 EUR", "(\u20AC500)|-500 EUR", "-\u20AC500|-500 EUR", "\u20AC-500|-500 EUR",
            "1500.- CHF|1500 CHF", "1.500,-- EUR|1500 EUR", "\u2212500 EUR|-500 EUR", "1.5E+05 EUR|150000 EUR",
            "R$ 1.234,56|1234.56 BRL", "1\u2009234 EUR|1234 EUR", "US$1,200.00|1200 USD", "1200 z\u0142|1200 PLN",
            "\u0661\u066C\u0662\u0663\u0664\u066B\u0665 EGP|1234.5 EGP",
            "\u0967\u0968,\u0969\u096A\u096B.6 INR|12345.6 INR",
            "\u20B912,34,567.50|1234567.50 INR", "EUR.50|0.50 EUR", "0,125 EUR|0.125 EUR"})
    void anAmountIsReadInTheFormsOfTables(String text, String money) {
        assertEquals(Money.valueOf(money), column(MONEY, text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5k EUR", "1,000,00 EUR", "1.2,3.4 EUR", "12,34 567 EUR", "EUR", "--5 EUR", "(-5) EUR",
            "1 23 EUR", "5. EUR", "\u00BD EUR", "5 % EUR", "1.500.-- EUR", "NaN", "1e9999 EUR", "5 Mio EUR", "Fr 5 EUR",
            "k 5"})
    void whatIsNoAmountIsRefused(String text) {
        assertTrue(refused(reader(DecimalMark.POINT, null), MONEY, text).length() > 10);
    }

    @Test
    void aMarkWithTwoMeaningsIsRefusedWithBothValues() {
        assertEquals("\"1.250 EUR\" may be 1.250 or 1250; say which mark the file has before decimals (--decimal comma "
                + "or point)", refused(reader(null, null), MONEY, "1.250 EUR"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"de|1250.50|1250.50", "de|99.99|99.99", "de|1.250|1250", "de|0.5|0.5",
            "en|1,5|1.5", "en|1,250|1250", "pt-BR|1.5|1.5", "fr|1 250,5|1250.5", "en-IN|12,34,567|1234567",
            "de-CH|1\u2019250.5|1250.5", "de|1.5|1.5"})
    void whatIsTypedIsReadAsItsLocaleWritesItAndNoMarkIsDropped(String locale, String text, BigDecimal number) {
        ValueReader reader = new ValueReader(Language.of(Locale.forLanguageTag(locale)));

        assertEquals(0, number.compareTo(reader.number(text)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"en|1,000,00", "de-CH|1,250", "fr|1.250", "en-US|12,34,567"})
    void whatIsTypedAndHasTwoMeaningsOrNoneInTheLocaleIsRefused(String locale, String text) {
        ValueReader reader = new ValueReader(Language.of(Locale.forLanguageTag(locale)));

        assertThrows(IllegalArgumentException.class, () -> reader.number(text));
    }

    @Test
    void groupsAreNoFormOfFiles() {
        ValueReader file = new ValueReader(Language.file());

        assertEquals(Money.valueOf("0.125 EUR"), file.read(MONEY, "0,125 EUR", NONE).value());
        assertEquals("\"1,250\" may be 1250 or 1.250; write the one that is meant in that form",
                refused(file, SHARE, "1,250"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"12,500 %|0.125", "35%|0.35", "12,5 %|0.125", "0,35|0.35", "%50|0.5"})
    void aPercentageOfAGermanColumn(String text, BigDecimal share) {
        assertEquals(0, share.compareTo(
                (BigDecimal) reader(DecimalMark.COMMA, null).read(SHARE, text, NONE).value()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<1%", "~20%", "5 EUR", "1.5k", "50 %%"})
    void whatIsNoNumberIsRefused(String text) {
        assertTrue(refused(reader(DecimalMark.POINT, null), SHARE, text).contains(text));
    }

    @Test
    void aSignOfSeveralCurrenciesIsTakenOnlyWhereOneOfThemIsUsual() {
        ValueReader reader = reader(DecimalMark.POINT, null);

        assertEquals(Money.valueOf("500 CAD"),
                reader.read(MONEY, "$500", Optional.of(Currency.getInstance("CAD"))).value());
        assertEquals(Money.valueOf("1200 NOK"),
                reader.read(MONEY, "1 200 kr.", Optional.of(Currency.getInstance("NOK"))).value());
        String message = assertThrows(IllegalArgumentException.class,
                () -> reader.read(MONEY, "$500", Optional.of(Currency.getInstance("EUR")))).getMessage();
        assertTrue(message.contains("USD, CAD, AUD") && message.contains("--currency USD"), message);
    }

    @Test
    void anAmountWithoutCurrencyTakesTheUsualOneAndSaysSo() {
        Reading reading = reader(null, null).read(MONEY, "500", Optional.of(Currency.getInstance("GBP")));

        assertEquals(new Reading(Money.valueOf("500 GBP"), Note.USUAL_CURRENCY), reading);
    }

    @Test
    void anAmountWithoutCurrencyIsRefusedWhereNoneIsUsual() {
        assertTrue(refused(reader(null, null), MONEY, "500").contains("--currency"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-31", "2026-03-31 00:00:00", "2026-03-31T00:00:00", "2026-03-31T00:00:00Z",
            "31/03/2026", "03/31/2026", "31-03-2026", "31.03.2026", "31.3.26", "31. 3. 2026", "31-MAR-2026",
            "31-Mar-26",
            "March 31, 2026", "31 March 2026", "31. M\u00E4rz 2026", "31 mars 2026", "31 de mar\u00E7o de 2026",
            "20260331", "Tue, 31 Mar 2026", "3/31/2026 0:00", "2026\u5E743\u670831\u65E5", "2026/03/31",
            "31 marzo 2026",
            "31 de marzo de 2026", "March 31st, 2026", "mardi 31 mars 2026", "31\u00A0mars\u00A02026",
            "\u0663\u0661/\u0660\u0663/\u0662\u0660\u0662\u0666"})
    void aDayIsReadInTheFormsOfTables(String text) {
        assertEquals(LocalDate.of(2026, 3, 31), column(DAY, text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-29", "31.02.2026", "02/30/2026", "0000-00-00", "46112", "'2026-03-31",
            "Mon, 31 Mar 2026", "31.3.76", "31-03-26", "32/01/2026", "2026-13-01", "31 listopad 2026", "March 2026",
            "2026-03-31 25:00", "31/03.2026", "1/2", "Q1 2026", "20263103"})
    void whatIsNoDayIsRefused(String text) {
        assertEquals("\"" + text + "\" is not a date, like 2026-03-31", refused(reader(null, null), DAY, text));
    }

    @Test
    void aDayWithTwoMeaningsIsReadByTheOrderOfItsColumnOrRefused() {
        assertEquals(LocalDate.of(2026, 4, 1), reader(null, DateOrder.DMY).read(DAY, "01/04/2026", NONE).value());
        assertEquals(LocalDate.of(2026, 1, 4), reader(null, DateOrder.MDY).read(DAY, "01/04/2026", NONE).value());
        assertEquals("\"01/04/2026\" may be 2026-04-01 or 2026-01-04; say which order the file has (--date-order dmy, "
                + "mdy or ymd)", refused(reader(null, null), DAY, "01/04/2026"));
    }

    @Test
    void fullStopsPutTheDayFirstAlsoBesideAColumnOfMonthsFirst() {
        assertEquals(LocalDate.of(2026, 1, 5), column(DAY, "5.1.2026"));
        assertTrue(refused(reader(null, DateOrder.MDY), DAY, "5.1.2026").contains("2026-05-01"));
    }

    @Test
    void theTimeOfADayIsLeftOutAndSaid() {
        assertEquals(new Reading(LocalDate.of(2026, 3, 31), Note.TIME_LEFT_OUT),
                reader(null, null).read(DAY, "2026-03-31 14:22", NONE));
    }

    @Test
    void anImpossibleDayThatIsTypedIsRefused() {
        assertTrue(refused(new ValueReader(Language.of(Locale.GERMANY)), DAY, "31.02.2026").contains("31.02.2026"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-08-18T18:00:00Z", "2026-08-18T20:00:00+02:00", "2026-08-18 20:00", "18.08.2026 20:00",
            "18/08/2026 20:00", "2026-08-18 8:00 PM", "2026-08-18 20:00:00.000", "2026-08-18 18:00 UTC",
            "2026-08-18T20:00:00.000+0200", "August 18, 2026 8:00 pm", "20260818 20:00", "2026-08-18T20:00"})
    void aTimeIsReadInTheFormsOfTables(String text) {
        assertEquals(Instant.parse("2026-08-18T18:00:00Z"), berlin().read(TIME, text, NONE).value());
    }

    @Test
    void aTimeThatClocksSkipOrShowTwiceIsRefused() {
        assertTrue(refused(berlin(), TIME, "2026-03-29 02:30").contains("put forward"));
        assertTrue(refused(berlin(), TIME, "2026-10-25 02:30").contains("put back"));
        assertEquals(Instant.parse("2026-10-25T01:30:00Z"),
                berlin().read(TIME, "2026-10-25 02:30+01:00", NONE).value());
    }

    private static ValueReader berlin() {
        return new ValueReader(new Language(Language.Source.COLUMN, Locale.ROOT, Optional.empty(), (char) 0,
                Optional.empty(), ZoneId.of("Europe/Berlin")));
    }

    @ParameterizedTest
    @CsvSource({"ja,true", "oui,true", "WAHR,true", "TRUE,true", "Sim,true", "\u2713,true", "Y,true", "on,true",
            "\u043D\u0435\u0442,false", "VRAI,true", "X,true", "\u2611,true", "1.0,true", "FALSCH,false",
            "n\u00E3o,false",
            "nein,false", "off,false", "\u2610,false"})
    void yesAndNoAreReadInManyLanguages(String text, boolean truth) {
        EAttribute flag = org.eclipse.emf.ecore.EcoreFactory.eINSTANCE.createEAttribute();
        flag.setEType(org.eclipse.emf.ecore.EcorePackage.Literals.EBOOLEAN);

        assertEquals(truth, column(flag, text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"n/a", "N/A", "-", "--", "TBD", "tbc", "?", " \u2013 "})
    void aWordForNothingInATableIsNothingAndSaid(String text) {
        assertEquals(new Reading(null, Note.NOTHING), reader(null, null).read(DAY, text, NONE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"#REF!", "#N/A", "#NAME?", "#VALUE!", "#DIV/0!", "#NV", "#WERT!", "#####"})
    void anErrorOfASpreadsheetIsRefusedInAnyField(String text) {
        ValueReader reader = reader(null, null);

        for (EAttribute attribute : List.of(RiskPackage.Literals.RISK__EVENT, DAY, MONEY, SHARE)) {
            assertTrue(refused(reader, attribute, text).contains("error of a spreadsheet"));
        }
    }

    @Test
    void aSoftLineBreakBecomesALineBreakAndIsSaid() {
        assertEquals(new Reading("one\ntwo", Note.CLEANED),
                reader(null, null).read(RiskPackage.Literals.RISK__EVENT, "one\u000Btwo", NONE));
    }

    @Test
    void oneCellThatCanBeReadInOneWayOnlySpeaksForItsColumn() {
        ColumnLanguage column = ColumnLanguage.ofNumbers(List.of("1.250 EUR", "12.500,50 EUR", "950,00 EUR"));

        assertEquals(Optional.of(DecimalMark.COMMA), column.decide(List.of(), ',', Optional.empty(), Optional.empty())
                .language().decimal());
    }

    @Test
    void cellsThatContradictEachOtherDecideNothing() {
        ColumnLanguage column = ColumnLanguage.ofNumbers(List.of("1.250", "12.500,50", "1,000.50"));

        assertEquals(Optional.empty(), column.decide(List.of(), ';', Optional.empty(), Optional.empty()).language()
                .decimal());
    }

    @Test
    void otherColumnsDecideBeforeTheDelimiterAndItIsSaid() {
        ColumnLanguage column = ColumnLanguage.ofNumbers(List.of("1.250"));
        ColumnLanguage other = ColumnLanguage.ofNumbers(List.of("0.5"));

        assertEquals("1.250 may be 1.250 or 1250; taken as 1.250, as the other columns are written.",
                withoutQuotes(column.decide(List.of(other), ';', Optional.empty(), Optional.empty())));
        assertEquals("1.250 may be 1250 or 1.250; taken as 1250, as files with this delimiter are mostly written.",
                withoutQuotes(column.decide(List.of(), ';', Optional.empty(), Optional.empty())));
    }

    private static String withoutQuotes(ColumnLanguage.Decision decision) {
        return decision.assumption().orElseThrow().replace("\"", "");
    }

    @Test
    void withoutAnyHintATwoWayNumberStaysRefused() {
        ColumnLanguage column = ColumnLanguage.ofNumbers(List.of("1.250"));

        assertEquals(Optional.empty(),
                column.decide(List.of(), '\t', Optional.empty(), Optional.empty()).language().decimal());
    }

    @Test
    void aDayAboveTwelveDecidesTheOrderOfItsColumn() {
        ColumnLanguage column = ColumnLanguage.ofDates(List.of("01/04/2026", "31/03/2026"));

        assertEquals(Optional.of(DateOrder.DMY),
                column.decide(List.of(), ',', Optional.empty(), Optional.empty()).language().order());
    }

    @Test
    void namesThatLookTheSameAreTheSame() {
        assertTrue(Names.same("R-1\u00A0", "r-\u200B1"));
        assertTrue(Names.same("Ren\u00E9  M\u00FCller", "Rene\u0301 Mu\u0308ller"));
        assertEquals("item 1", Names.folded(" Item\t1\u2003"));
    }

    @Test
    void numbersInTextsAreSortedByTheirValueAndLettersAsInADictionary() {
        List<String> sorted = new java.util.ArrayList<>(
                List.of("Zebra", "R-10", "\u00C4pfel", "apple", "R-9", "\u00D6l", "R-2", "item 10", "item 2", "Zoo",
                        "R-002"));
        sorted.sort(new NaturalOrder(Locale.GERMANY));

        assertEquals(
                List.of("\u00C4pfel", "apple", "item 2", "item 10", "\u00D6l", "R-002", "R-2", "R-9", "R-10", "Zebra",
                        "Zoo"),
                sorted);
    }

    @Test
    void moneyIsSortedByCurrencyThenAmount() {
        assertTrue(NaturalOrder.compare(Money.valueOf("9 EUR"), Money.valueOf("1 USD")) < 0);
        assertTrue(NaturalOrder.compare(Money.valueOf("9 EUR"), Money.valueOf("10 EUR")) < 0);
    }
}
