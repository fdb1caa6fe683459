package org.chartroom.exchange.importing;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.chartroom.core.value.ColumnLanguage;
import org.chartroom.core.value.FormulaGuard;
import org.chartroom.core.value.Language;
import org.chartroom.core.value.Names;
import org.chartroom.core.value.Placeholders;
import org.chartroom.core.value.Reading;
import org.chartroom.core.value.Reading.Note;
import org.chartroom.core.value.ValueRange;
import org.chartroom.core.value.ValueReader;
import org.chartroom.core.value.ValueWriter;
import org.chartroom.core.value.Steps;
import org.chartroom.core.type.Presentation;
import org.chartroom.core.type.ValueRules;
import org.chartroom.core.type.ValueTexts;
import org.chartroom.exchange.csv.CsvTable;
import org.chartroom.model.ModelPackage;
import org.chartroom.model.Money;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;

/** A column that goes to a field: reads its cells in the language that the column speaks, and counts what is to be said. */
final class ColumnReader {
    private static final int MOST_KNOWN = 10_000;
    private static final int MOST_UNKNOWN = 100;
    /** What a workbook has where a code like 5.1 was typed and taken for a day. */
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}.*|\\d+:\\d{2}(:\\d{2})?");
    private static final ValueTexts TEXTS = new ValueTexts(java.util.Locale.ROOT);

    private final ColumnMapping mapping;
    private final ColumnTarget target;
    private final RootCurrency ofRoot;
    private final Optional<StepReader> steps;
    private final Optional<ChoiceReader> choices;
    private final boolean guarded;
    private final ColumnLanguage said;
    private final ValueReader typed = new ValueReader(Language.ofStoredCells());
    private final Map<Note, Long> notes = new EnumMap<>(Note.class);
    /**
     * Readings by their texts: columns that are no free text repeat them, and they can't be changed, so that each is read
     * once.
     */
    private final Map<String, Reading> known = new HashMap<>();
    private final Map<String, Reading> knownTyped = new HashMap<>();
    private ValueReader values;
    private Optional<String> assumption = Optional.empty();
    private long apostrophes;
    private final HeaderUnit unit;
    private final AmountCurrency currency;
    private final Map<String, String> meanings = new HashMap<>();
    /** What words of the file were taken for, where they are not names of the model. */
    private final Map<String, String> words = new LinkedHashMap<>();
    /** Words that were not understood. */
    private final Set<String> unknown = new LinkedHashSet<>();
    private String problem = "";
    private boolean scaleSaid;
    /** Whether it goes to the field that says when. */
    private final boolean isWhen;
    private final Optional<PeriodSpan> period;
    /** Asked for each cell. */
    private final Class<?> type;
    private final boolean isAmount;

    /**
     * @param ofRoot the currency of the amounts of the artifact
     * @param scales what has the scales that values are read by
     * @param guarded whether the table is one that this product wrote, whose texts are guarded against spreadsheets
     */
    ColumnReader(ColumnMapping mapping, RootCurrency ofRoot, EObject scales, CsvTable table, boolean guarded) {
        this.mapping = mapping;
        this.ofRoot = ofRoot;
        this.guarded = guarded;
        this.target = mapping.target().orElseThrow();
        this.type = target.feature() instanceof EReference ? null : target.feature().getEType().getInstanceClass();
        this.isAmount = ofRoot.isAmount(target.feature());
        this.unit = HeaderUnit.of(mapping.name(), target.feature());
        this.currency = new AmountCurrency(mapping, unit, ofRoot);
        this.steps = Steps.has(target.feature())
                ? Optional.of(new StepReader((EAttribute) target.feature(), scales, mapping.scale(), words))
                : Optional.empty();
        this.choices = steps.isEmpty() && target.feature().getEType() instanceof EEnum
                ? Optional.of(new ChoiceReader((EAttribute) target.feature(), mapping, table, words))
                : Optional.empty();
        Optional<EStructuralFeature> when = target.list()
                .flatMap(list -> Identity.of(list.getEReferenceType()).when());
        this.isWhen = when.filter(target.feature()::equals).isPresent();
        this.period = when.isPresent() && !isWhen
                ? PeriodText.header(mapping.name()).map(PeriodText.Header::span)
                : Optional.empty();
        mapping.values().forEach((from, to) -> meanings.put(Names.folded(from), to));
        this.said = isNumber()
                ? ColumnLanguage.ofNumbers(ColumnTexts.of(table, mapping.column()))
                : isDate()
                        ? ColumnLanguage.ofDates(ColumnTexts.of(table, mapping.column()))
                        : ColumnLanguage.ofDates(List.of());
    }

    ColumnMapping mapping() {
        return mapping;
    }

    ColumnTarget target() {
        return target;
    }

    boolean goesTo(EStructuralFeature feature) {
        return target.list().isEmpty() && target.feature() == feature;
    }

    boolean isNumber() {
        return type == BigDecimal.class || type == Integer.class || type == int.class || isMoney();
    }

    private boolean isMoney() {
        return type == Money.class;
    }

    boolean isDate() {
        return type == LocalDate.class || type == Instant.class || isWhen;
    }

    /** @return whether it goes to the field that says when */
    boolean isWhen() {
        return isWhen;
    }

    /** @return whether a currency that somebody says can be that of its amounts */
    boolean takesCurrency() {
        return isMoney() || !unit.currency().isEmpty() || isAmount;
    }

    /** @return the period that the header names, where an element of a list needs one and this is not the field for it */
    Optional<PeriodSpan> period() {
        return period;
    }

    /** @return whether another column says the currencies of this one */
    boolean isCurrency(int column) {
        return currency.isColumn(column) || ofRoot.isColumn(column, target.feature());
    }

    /** @return whether a sum of the column says something: it has numbers or amounts that are no steps and no percentages */
    boolean isSummed() {
        return isNumber() && !Steps.has(target.feature()) && !ValueWriter.isPercent(target.feature());
    }

    /** @return the value of a cell that is not blank, of which nothing is noted; empty when it can't be read */
    Optional<Object> glance(CsvTable.Row row) {
        if (!problem.isEmpty()) {
            return Optional.empty();
        }
        try {
            String text = text(row);
            return Optional.ofNullable(
                    read(text, row.isTyped(mapping.column()) ? typed : values, currency.of(row, text)).value());
        } catch (IllegalArgumentException e) {
            // Whoever looks at cells that are not imported says how many he could not read.
            return Optional.empty();
        }
    }

    /** @return what one more in the last digit of a cell is in its value; empty where it is no number */
    Optional<BigDecimal> lastDigit(CsvTable.Row row) {
        String text = text(row).strip();
        ValueReader reader = row.isTyped(mapping.column()) ? typed : values;
        Optional<BigDecimal> number = reader.findNumber(text)
                .or(() -> glance(row).filter(Money.class::isInstance).map(value -> ((Money) value).amount()));
        return number.map(one -> BigDecimal.ONE.scaleByPowerOfTen(-one.scale()).multiply(unit.factor()))
                .map(one -> text.contains("%") || unit.percent() ? one.movePointLeft(2) : one);
    }

    /** @return whether its values are names of what is there already, or of people */
    boolean isReference() {
        return target.feature() instanceof EReference && !isWhen;
    }

    private boolean isText() {
        return type == String.class;
    }

    private boolean isCode() {
        return goesTo(ModelPackage.Literals.SUBJECT__KEY)
                || target.list().isEmpty() && Presentation.detail(target.feature(), "identity").isPresent();
    }

    /** Decides what the column takes for granted; the other columns have their say. */
    void decide(CsvTable table, List<ColumnReader> all, ImportOptions options) {
        List<ColumnLanguage> others = all.stream()
                .filter(other -> other != this && (isNumber() ? other.isNumber() : other.isDate()))
                .map(other -> other.said).toList();
        ColumnLanguage.Decision decision = said.decide(others, table.delimiter(), options.decimal(),
                options.order().or(unit::order));
        values = new ValueReader(decision.language());
        scaleSaid = options.scale().isPresent() || unit.scale().isPresent() || unit.percent();
        assumption = decision.assumption();
        if (isMoney()) {
            problem = currency.decide(table, options, said).orElse(problem);
        } else {
            problem = ofRoot.problem(unit, target.feature()).orElse(problem);
        }
        HeaderUnit.above((isMoney() || isAmount) && unit.isNone() ? table.layout().above() : "")
                .ifPresent(above -> problem = Messages.bind(Messages.unitAbove, above, mapping.name()));
        problem = HeaderUnit.unknown(mapping.name(), target.feature())
                .map(said -> Messages.bind(Messages.unknownUnit, said)).orElse(problem);
        if (unit.percent() && !Steps.has(target.feature()) && Scales.areParts(table, mapping)) {
            problem = Messages.bind(Messages.partsOrPercent, mapping.name());
        }
    }

    String text(CsvTable.Row row) {
        // A text that a workbook holds as a number is what people see of it.
        String text = isText() || isReference() ? row.shown(mapping.column()) : row.values()[mapping.column()];
        return guarded ? FormulaGuard.unguarded(text) : text;
    }

    /**
     * @return the value of a cell that is not blank; null for nothing; of a reference the name; of a field of many the
     *         list; of a field that says when the span
     * @throws IllegalArgumentException when it does not fit the field; the message completes "because ..."
     */
    Object read(CsvTable.Row row) {
        String text = text(row);
        if (!problem.isEmpty()) {
            throw new IllegalArgumentException(problem);
        }
        if (isWhen) {
            return count(when(text, row));
        }
        if (target.feature().isMany()) {
            return many(text);
        }
        if (isReference()) {
            return count(name(text));
        }
        if (isText()) {
            if (row.isTyped(mapping.column()) && isCode() && DAY.matcher(text).matches()) {
                throw new IllegalArgumentException(Messages.bind(Messages.dayAsCode, text, target.label()));
            }
            if (!guarded && FormulaGuard.isGuarded(text)) {
                apostrophes++;
            }
            Reading reading = counted(values.read((EAttribute) target.feature(), meant(text), Optional.empty()));
            return goesTo(ModelPackage.Literals.SUBJECT__KEY)
                    ? Names.visible((String) reading.value())
                    : reading.value();
        }
        if (isAmount) {
            ofRoot.check(row, text, unit);
        }
        boolean isTyped = row.isTyped(mapping.column());
        Map<String, Reading> memory = isTyped ? knownTyped : known;
        Optional<Currency> ofRow = currency.of(row, text);
        String key = currency.isByRow() ? text + "\n" + ofRow : text;
        Reading reading = memory.get(key);
        if (reading == null) {
            reading = read(text, isTyped ? typed : values, ofRow);
            if (memory.size() < MOST_KNOWN) {
                memory.put(key, reading);
            }
        }
        return count(reading);
    }

    private List<Object> many(String text) {
        List<Object> all = new ArrayList<>();
        for (String one : ManyTexts.split(text)) {
            Object value = isReference()
                    ? count(name(one))
                    : count(values.read((EAttribute) target.feature(), meant(one), Optional.empty()));
            if (value != null && !all.contains(value)) {
                all.add(value);
            }
        }
        return all.isEmpty() ? null : all;
    }

    private Reading when(String text, CsvTable.Row row) {
        String meant = meant(text);
        Placeholders.refuseError(meant);
        if (Placeholders.isNothing(meant)) {
            return new Reading(null, Note.NOTHING);
        }
        Optional<PeriodSpan> span = PeriodText.of(meant);
        if (span.isPresent()) {
            return new Reading(span.get(), Note.NONE);
        }
        if (PeriodText.isAmbiguous(meant)) {
            throw new IllegalArgumentException(Messages.bind(Messages.ambiguousPeriod, meant));
        }
        Reading day = (row.isTyped(mapping.column()) ? typed : values).read(
                ModelPackage.Literals.ARTIFACT__LAST_REVIEWED_ON,
                meant, Optional.empty());
        return day.value() instanceof LocalDate one ? new Reading(new PeriodSpan(one, one), day.note()) : day;
    }

    private Reading name(String text) {
        String meant = meant(text);
        Placeholders.refuseError(meant);
        return Placeholders.isNothing(meant)
                ? new Reading(null, Note.NOTHING)
                : new Reading(Names.visible(meant), Note.NONE);
    }

    /** @return what somebody said that a cell means, or the cell */
    private String meant(String text) {
        String meant = meanings.isEmpty() ? null : meanings.get(Names.folded(text));
        if (meant != null) {
            words.put(text.strip(), meant);
        }
        return meant == null ? text : meant;
    }

    private Reading counted(Reading reading) {
        if (reading.note() != Note.NONE) {
            notes.merge(reading.note(), 1L, Long::sum);
        }
        return reading;
    }

    private Object count(Reading reading) {
        return counted(reading).value();
    }

    private Reading read(String text, ValueReader reader, Optional<Currency> ofRow) {
        EAttribute attribute = (EAttribute) target.feature();
        String meant = meant(text).strip();
        if (steps.isPresent() || choices.isPresent()) {
            try {
                return steps.isPresent() ? steps.get().read(meant, reader) : choices.get().read(meant, reader);
            } catch (UnknownWordException e) {
                if (unknown.size() < MOST_UNKNOWN) {
                    unknown.add(text.strip());
                }
                throw e;
            }
        }
        String full = unit.percent() && !meant.contains("%") && ValueReader.isNumber(meant) ? meant + " %" : meant;
        Reading reading = scaled(reader.read(attribute, ofRoot.bare(attribute, full, unit), ofRow), meant);
        if (reading.value() instanceof Money money && reading.note() != Note.USUAL_CURRENCY) {
            currency.check(money, meant, ofRow);
        }
        inRange(attribute, ValueRules.checked(reading.value()));
        return reading;
    }

    private Reading scaled(Reading reading, String text) {
        if (unit.factor().compareTo(BigDecimal.ONE) == 0 || reading.value() == null) {
            return reading;
        }
        if (reading.value() instanceof Money money && reading.note() != Note.USUAL_CURRENCY || text.contains("%")) {
            throw new IllegalArgumentException(Messages.bind(Messages.unitTwice, text, unit.text()));
        }
        Object value = reading.value() instanceof Money money
                ? Money.of(money.amount().multiply(unit.factor()), money.currency())
                : reading.value() instanceof Integer whole
                        ? unit.factor().multiply(BigDecimal.valueOf(whole)).intValueExact()
                        : ((BigDecimal) reading.value()).multiply(unit.factor());
        return new Reading(value, reading.note());
    }

    /** @throws IllegalArgumentException when a number is not in the range of its field */
    static void inRange(EStructuralFeature feature, Object value) {
        ValueRange.problem(feature, value, null, TEXTS).ifPresent(problem -> {
            throw new IllegalArgumentException(problem);
        });
    }

    /** Adds what was taken for granted, left out or replaced in this column. */
    void addNotes(List<String> all) {
        String name = mapping.name();
        assumption.ifPresent(text -> all.add(Messages.bind(Messages.inColumn, name, text)));
        Scale scale = mapping.scale();
        boolean isSpread = scale.kind() == Scale.Kind.RANGE || scale.kind() == Scale.Kind.FRACTION
                || scale.kind() == Scale.Kind.PERCENT;
        if (isSpread && !scaleSaid) {
            all.add(Messages.bind(Messages.scaleTaken, new Object[]{name, scale.low().toPlainString(),
                    scale.high().toPlainString()}));
        }
        if (isSpread) {
            steps.map(StepReader::told).filter(told -> !told.isEmpty())
                    .ifPresent(told -> all.add(Messages.bind(Messages.inColumn, name, told)));
        }
        if (!unit.isNone() && unit.factor().compareTo(BigDecimal.ONE) != 0) {
            all.add(Messages.bind(Messages.factor, new Object[]{name, ValueRules.plain(unit.factor()), unit.text()}));
        }
        notes.forEach((note, count) -> {
            switch (note) {
                case USUAL_CURRENCY -> currency.addNote(all, count);
                case TIME_LEFT_OUT -> all.add(Messages.bind(Messages.timeLeftOut, name, count));
                case NOTHING -> all.add(Messages.bind(Messages.wordForNothing, name, count));
                default -> all.add(Messages.bind(Messages.cleaned, name, count));
            }
        });
        if (apostrophes > 0) {
            all.add(Messages.bind(Messages.apostrophes, name, apostrophes));
        }
    }

    /** @return the words that were not understood */
    List<UnknownWord> unknownWords() {
        return unknown.stream().map(word -> new UnknownWord(mapping.column(), mapping.name(), word,
                steps.map(StepReader::choices).or(() -> choices.map(ChoiceReader::choices)).orElse(Map.of()))).toList();
    }

    /**
     * @param filled number of its values
     * @return what is done with the column
     */
    TablePlan.Column plan(long filled) {
        Language language = values.language();
        boolean hasSteps = Steps.has(target.feature());
        boolean areWords = hasSteps && mapping.scale().kind() == Scale.Kind.WORDS;
        Optional<String> ofAll = isMoney() ? currency.ofAll().map(Currency::getCurrencyCode) : Optional.empty();
        return new TablePlan.Column(mapping.name(), Optional.of(target.path()), Optional.of(target.label()), filled,
                isNumber() && !areWords
                        ? language.decimal().map(mark -> mark.name().toLowerCase(Locale.ROOT))
                        : Optional.empty(),
                isDate() ? language.order().map(order -> order.name().toLowerCase(Locale.ROOT)) : Optional.empty(),
                hasSteps ? Optional.of(scaleText()) : Optional.empty(), ofAll,
                unit.percent() || unit.factor().compareTo(BigDecimal.ONE) != 0
                        ? Optional.of(unit.text())
                        : Optional.empty(),
                Collections.unmodifiableMap(new LinkedHashMap<>(words)), Optional.empty());
    }

    private String scaleText() {
        return mapping.scale().kind() == Scale.Kind.UNKNOWN ? "unknown" : mapping.scale().text();
    }
}
