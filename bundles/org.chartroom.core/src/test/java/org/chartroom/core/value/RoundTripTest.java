package org.chartroom.core.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.chartroom.core.type.ValueTexts;
import org.chartroom.model.Money;
import org.chartroom.model.change.ChangePackage;
import org.chartroom.model.risk.RiskPackage;
import org.eclipse.emf.ecore.EAttribute;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is written is read back as the same value or refused, never as another. */
class RoundTripTest {
    private static final List<String> LOCALES = List.of("en-US", "en-GB", "en-IN", "en-CA", "en-ZA", "de-DE", "de-CH",
            "de-AT", "fr-FR", "fr-CA", "fr-CH", "es-ES", "es-MX", "pt-BR", "pt-PT", "it-IT", "it-CH", "nl-NL", "sv-SE",
            "nb-NO", "da-DK", "fi-FI", "pl-PL", "cs-CZ", "hu-HU", "ro-RO", "tr-TR", "ru-RU", "uk-UA", "bg-BG", "el-GR",
            "he-IL", "ar-EG", "ar-SA", "fa-IR", "hi-IN", "bn-BD", "th-TH", "ja-JP", "zh-CN", "zh-TW", "ko-KR", "vi-VN");
    private static final EAttribute NUMBER = org.chartroom.model.variance.VariancePackage.Literals.LINE_FIGURE__PLANNED;
    private static final EAttribute SHARE = RiskPackage.Literals.RISK__PROBABILITY;
    private static final EAttribute MONEY = RiskPackage.Literals.RISK__COST_LIKELY;
    private static final EAttribute DAY = RiskPackage.Literals.RISK__RAISED_ON;
    private static final EAttribute TIME = ChangePackage.Literals.CHANGE__PLANNED_FROM;

    @Provide
    Arbitrary<Locale> locales() {
        return Arbitraries.of(LOCALES).map(Locale::forLanguageTag);
    }

    @Provide
    Arbitrary<BigDecimal> numbers() {
        Arbitrary<BigInteger> digits = Arbitraries.bigIntegers().between(new BigInteger("-99999999999999"),
                new BigInteger("99999999999999"));
        Arbitrary<BigInteger> few = Arbitraries.bigIntegers().between(BigInteger.valueOf(-20_000),
                BigInteger.valueOf(20_000));
        return Arbitraries.oneOf(digits, few).flatMap(
                unscaled -> Arbitraries.integers().between(0, 8).map(scale -> new BigDecimal(unscaled, scale)));
    }

    @Provide
    Arbitrary<Currency> currencies() {
        return Arbitraries.of("EUR", "USD", "GBP", "JPY", "CHF", "BRL", "INR", "KWD", "SEK").map(Currency::getInstance);
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.longs().between(LocalDate.of(1900, 1, 1).toEpochDay(), LocalDate.of(2200, 12, 31)
                .toEpochDay()).map(LocalDate::ofEpochDay);
    }

    @Provide
    Arbitrary<Instant> times() {
        return Arbitraries.longs().between(0, 4_000_000_000_000L).map(Instant::ofEpochMilli);
    }

    @Property(tries = 3000)
    void aNumberThatIsShownIsReadBackInItsLocale(@ForAll("locales") Locale locale,
            @ForAll("numbers") BigDecimal number) {
        Language language = Language.of(locale);
        String shown = new ValueTexts(locale).text(NUMBER, number);
        BigDecimal read = (BigDecimal) new ValueReader(language).read(NUMBER, shown, Optional.empty()).value();
        assertEquals(0, number.compareTo(read), () -> shown + " was read as " + read);
    }

    @Property(tries = 2000)
    void aShareThatIsShownIsReadBackInItsLocale(@ForAll("locales") Locale locale, @ForAll("numbers") BigDecimal share) {
        String shown = new ValueTexts(locale).text(SHARE, share);
        BigDecimal read = (BigDecimal) new ValueReader(Language.of(locale)).read(SHARE, shown, Optional.empty())
                .value();
        assertEquals(0, share.compareTo(read), () -> shown + " was read as " + read);
    }

    @Property(tries = 2000)
    void anAmountThatIsShownIsReadBackInItsLocale(@ForAll("locales") Locale locale,
            @ForAll("numbers") BigDecimal number, @ForAll("currencies") Currency currency) {
        Money money = Money.of(number, currency);
        String shown = new ValueTexts(locale).text(MONEY, money);
        assertEquals(money, new ValueReader(Language.of(locale)).read(MONEY, shown, Optional.empty()).value(), shown);
    }

    @Property(tries = 3000)
    void aDayThatIsShownIsReadBackInItsLocale(@ForAll("locales") Locale locale, @ForAll("days") LocalDate day) {
        String shown = new ValueTexts(locale).text(DAY, day);
        assertEquals(day, new ValueReader(Language.of(locale)).read(DAY, shown, Optional.empty()).value(), shown);
    }

    @Property(tries = 2000)
    void aTimeThatIsShownIsReadBackInItsLocaleAlsoWhereClocksChange(@ForAll("locales") Locale locale,
            @ForAll("times") Instant time) {
        Language language = berlin(Language.of(locale));
        String shown = new ValueWriter(language).text(TIME, time);
        assertEquals(time, new ValueReader(language).read(TIME, shown, Optional.empty()).value(), shown);
    }

    private static Language berlin(Language language) {
        return new Language(language.source(), language.locale(), language.decimal(), language.grouping(),
                language.order(), ZoneId.of("Europe/Berlin"));
    }

    @Property(tries = 2000)
    void whatFilesHoldIsReadBack(@ForAll("numbers") BigDecimal number, @ForAll("days") LocalDate day,
            @ForAll("times") Instant time, @ForAll("currencies") Currency currency) {
        assertReadFromFile(NUMBER, number);
        assertReadFromFile(DAY, day);
        assertReadFromFile(TIME, time);
        assertReadFromFile(MONEY, Money.of(number, currency));
    }

    private static void assertReadFromFile(EAttribute attribute, Object value) {
        String text = new ValueWriter(Language.file()).text(attribute, value);
        Object read = new ValueReader(Language.file()).read(attribute, text, Optional.empty()).value();
        if (value instanceof BigDecimal number) {
            assertEquals(0, number.compareTo((BigDecimal) read), text);
        } else {
            assertEquals(value, read);
        }
    }

    /** A number in one of the forms that tables have it in. */
    record Form(String decimal, String grouping, int style) {
        String of(BigDecimal number) {
            BigDecimal amount = number.abs();
            String plain = amount.toPlainString();
            int point = plain.indexOf('.');
            String whole = point < 0 ? plain : plain.substring(0, point);
            StringBuilder grouped = new StringBuilder(whole);
            for (int at = whole.length() - 3; at > 0; at -= 3) {
                grouped.insert(at, grouping);
            }
            String digits = grouped + (point < 0 ? "" : decimal + plain.substring(point + 1));
            if (number.signum() >= 0) {
                return digits;
            }
            return switch (style) {
                case 0 -> "-" + digits;
                case 1 -> digits + "-";
                case 2 -> "(" + digits + ")";
                default -> "\u2212" + digits;
            };
        }
    }

    @Provide
    Arbitrary<Form> forms() {
        List<Form> forms = new ArrayList<>();
        for (int style = 0; style < 4; style++) {
            for (String decimal : List.of(".", ",")) {
                for (String grouping : List.of("", " ", "\u00A0", "\u202F", "\u2009", "'", "\u2019",
                        decimal.equals(".") ? "," : ".")) {
                    forms.add(new Form(decimal, grouping, style));
                }
            }
        }
        return Arbitraries.of(forms);
    }

    @Property(tries = 3000)
    void theColumnOfATableIsReadAsItWasWrittenOrRefused(@ForAll("forms") Form form,
            @ForAll("columns") List<BigDecimal> numbers, @ForAll("delimiters") char delimiter) {
        List<String> texts = numbers.stream().map(form::of).toList();
        boolean sure = texts.stream().map(text -> NumberText.of(text, true).orElseThrow())
                .anyMatch(text -> text.byPoint() == null || text.byComma() == null);
        Language language = ColumnLanguage.ofNumbers(texts)
                .decide(List.of(), sure ? delimiter : (char) 0, Optional.empty(), Optional.empty()).language();
        ValueReader reader = new ValueReader(language);
        for (int i = 0; i < texts.size(); i++) {
            String text = texts.get(i);
            BigDecimal read;
            try {
                read = (BigDecimal) reader.read(NUMBER, text, Optional.empty()).value();
            } catch (IllegalArgumentException e) {
                assertEquals(Optional.empty(), language.decimal(), text + " was refused: " + e.getMessage());
                continue;
            }
            assertEquals(0, numbers.get(i).compareTo(read), text + " was read as " + read + " beside " + texts);
        }
    }

    @Provide
    Arbitrary<List<BigDecimal>> columns() {
        return numbers().list().ofMinSize(1).ofMaxSize(8);
    }

    @Provide
    Arbitrary<Character> delimiters() {
        return Arbitraries.of(',', ';', '\t', '|');
    }

    @Property(tries = 2000)
    void theColumnOfDaysIsReadAsItWasWrittenOrRefused(@ForAll("dayColumns") List<LocalDate> days,
            @ForAll("dateForms") String form) {
        List<String> texts = days.stream().map(day -> java.time.format.DateTimeFormatter.ofPattern(form, Locale.ENGLISH)
                .format(day)).toList();
        ValueReader reader = new ValueReader(ColumnLanguage.ofDates(texts)
                .decide(List.of(), ',', Optional.empty(), Optional.empty()).language());
        for (int i = 0; i < days.size(); i++) {
            Object read;
            try {
                read = reader.read(DAY, texts.get(i), Optional.empty()).value();
            } catch (IllegalArgumentException e) {
                if (!e.getMessage().contains("--date-order")) {
                    fail(texts.get(i) + " was refused: " + e.getMessage());
                }
                continue;
            }
            assertEquals(days.get(i), read, texts::toString);
        }
    }

    @Provide
    Arbitrary<List<LocalDate>> dayColumns() {
        return Arbitraries.longs().between(LocalDate.of(2000, 1, 1).toEpochDay(), LocalDate.of(2049, 12, 31)
                .toEpochDay()).map(LocalDate::ofEpochDay).list().ofMinSize(1).ofMaxSize(6);
    }

    @Provide
    Arbitrary<String> dateForms() {
        return Arbitraries.of("uuuu-MM-dd", "dd/MM/uuuu", "MM/dd/uuuu", "d.M.uuuu", "dd-MM-uuuu", "d MMM uuuu",
                "MMMM d, uuuu", "uuuuMMdd", "d/M/uu", "M/d/uu", "dd.MM.uu", "EEE, d MMM uuuu", "uuuu/MM/dd",
                "d-MMM-uu");
    }

    @Property(tries = 1000)
    void anyTextIsGuardedAndTakenBack(@ForAll String text, @ForAll("starts") String start) {
        assertEquals(start + text, FormulaGuard.unguarded(FormulaGuard.guarded(start + text)));
    }

    @Provide
    Arbitrary<String> starts() {
        return Arbitraries.of("", "=", "'", "''", "'=", "@", "+", "-", "\t", "\r", "'-", "-5");
    }

    @org.junit.jupiter.api.Test
    void aTimeThatClocksShowTwiceIsWrittenWithItsOffset() {
        Language language = berlin(Language.of(Locale.GERMANY));
        Instant second = LocalDateTime.of(2026, 10, 25, 1, 30).atZone(ZoneId.of("UTC")).toInstant();
        String shown = new ValueWriter(language).text(TIME, second);
        assertEquals("25.10.2026 02:30+01:00", shown);
        assertEquals(second, new ValueReader(language).read(TIME, shown, Optional.empty()).value());
    }
}
