package org.chartroom.exchange.importing;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.chartroom.core.value.ColumnLanguage;
import org.chartroom.core.value.FormulaGuard;
import org.chartroom.core.value.Language;
import org.chartroom.core.value.Names;
import org.chartroom.core.value.Placeholders;
import org.chartroom.core.value.Reading;
import org.chartroom.core.value.Reading.Note;
import org.chartroom.core.value.ValueRange;
import org.chartroom.core.value.ValueReader;
import org.chartroom.core.value.Words;
import org.chartroom.core.type.ValueRules;
import org.chartroom.core.type.ValueTexts;
import org.chartroom.exchange.csv.CsvTable;
import org.chartroom.model.Artifact;
import org.chartroom.model.Currencies;
import org.chartroom.model.ModelPackage;
import org.chartroom.model.Money;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;

/** A column that goes to a field: reads its cells in the language that the column speaks, and counts what is to be said. */
final class ColumnReader {
    private static final int MOST_KNOWN = 10_000;
    private static final ValueTexts TEXTS = new ValueTexts(java.util.Locale.ROOT);

    private final ColumnMapping mapping;
    private final ColumnTarget target;
    private final Artifact artifact;
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
    private Optional<Currency> usual = Optional.empty();
    private String usualSource = "";
    private int currencyColumn = -1;
    private long apostrophes;

    /** @param guarded whether the table is one that this product wrote, whose texts are guarded against spreadsheets */
    ColumnReader(ColumnMapping mapping, Artifact artifact, CsvTable table, boolean guarded) {
        this.mapping = mapping;
        this.artifact = artifact;
        this.guarded = guarded;
        this.target = mapping.target().orElseThrow();
        this.said = isNumber()
                ? ColumnLanguage.ofNumbers(texts(table))
                : isDate() ? ColumnLanguage.ofDates(texts(table)) : ColumnLanguage.ofDates(List.of());
    }

    private Set<String> texts(CsvTable table) {
        Set<String> texts = new LinkedHashSet<>();
        int column = mapping.column();
        if (column < table.columns().size()) {
            for (CsvTable.Row row : table.rows()) {
                if (!row.isTyped(column)) {
                    texts.add(row.values()[column]);
                }
            }
        }
        return texts;
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

    private Class<?> type() {
        return target.feature() instanceof EReference ? null : target.feature().getEType().getInstanceClass();
    }

    private boolean isNumber() {
        Class<?> type = type();
        return type == BigDecimal.class || type == Integer.class || type == int.class || isMoney();
    }

    private boolean isMoney() {
        return type() == Money.class;
    }

    private boolean isDate() {
        return type() == LocalDate.class || type() == Instant.class;
    }

    boolean isPerson() {
        return target.feature() instanceof EReference;
    }

    private boolean isText() {
        return type() == String.class;
    }

    /** Decides what the column takes for granted; the other columns have their say. */
    void decide(CsvTable table, List<ColumnReader> all, ImportOptions options) {
        List<ColumnLanguage> others = all.stream()
                .filter(other -> other != this && (isNumber() ? other.isNumber() : other.isDate()))
                .map(other -> other.said).toList();
        ColumnLanguage.Decision decision = said.decide(others, table.delimiter(), options.decimal(), options.order());
        values = new ValueReader(decision.language());
        assumption = decision.assumption();
        if (isMoney()) {
            decideCurrency(table, options);
        }
    }

    private void decideCurrency(CsvTable table, ImportOptions options) {
        if (options.currency().isPresent()) {
            usual = options.currency();
            usualSource = Messages.currencySaid;
            return;
        }
        for (int column = 0; column < table.columns().size(); column++) {
            if (Messages.currencyColumns.contains("|" + Names.folded(table.columns().get(column)) + "|")) {
                currencyColumn = column;
                usualSource = Messages.bind(Messages.currencyOfColumn, table.columns().get(column));
                return;
            }
        }
        usualSource = Messages.bind(Messages.currencyOfArtifact, artifact.getKey());
        // Beside amounts in pounds an amount without a currency is hardly one in the euros of the artifact.
        usual = usualCurrency(artifact)
                .filter(own -> said.currencies().isEmpty() || said.currencies().equals(Set.of(own)));
    }

    /** @return the currency of an artifact; empty when it has none */
    static Optional<Currency> usualCurrency(Artifact artifact) {
        EStructuralFeature currency = artifact.eClass().getEStructuralFeature("currency");
        Object code = currency == null ? null : artifact.eGet(currency);
        return code == null ? Optional.empty() : Currencies.find(code.toString());
    }

    String text(CsvTable.Row row) {
        String text = row.values()[mapping.column()];
        return guarded ? FormulaGuard.unguarded(text) : text;
    }

    /**
     * @return the value of a cell that is not blank; null for nothing; of a person the name
     * @throws IllegalArgumentException when it does not fit the field; the message completes "because ..."
     */
    Object read(CsvTable.Row row) {
        String text = text(row);
        if (isPerson()) {
            return count(person(text));
        }
        if (isText()) {
            if (!guarded && FormulaGuard.isGuarded(text)) {
                apostrophes++;
            }
            Reading reading = counted(values.read((EAttribute) target.feature(), text, Optional.empty()));
            return goesTo(ModelPackage.Literals.SUBJECT__KEY)
                    ? Names.visible((String) reading.value())
                    : reading.value();
        }
        boolean isTyped = row.isTyped(mapping.column());
        Map<String, Reading> memory = isTyped ? knownTyped : known;
        Optional<Currency> currency = currencyColumn < 0
                ? usual
                : Currencies.find(row.values()[currencyColumn]);
        String key = currencyColumn < 0 ? text : text + "\n" + currency;
        Reading reading = memory.get(key);
        if (reading == null) {
            reading = read(text, isTyped ? typed : values, currency);
            if (memory.size() < MOST_KNOWN) {
                memory.put(key, reading);
            }
        }
        return count(reading);
    }

    private Reading person(String text) {
        Placeholders.refuseError(text);
        return Placeholders.isNothing(text)
                ? new Reading(null, Note.NOTHING)
                : new Reading(Names.visible(text), Note.NONE);
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

    private Reading read(String text, ValueReader reader, Optional<Currency> currency) {
        EAttribute attribute = (EAttribute) target.feature();
        String meant = mapping.values().getOrDefault(text.strip(), text.strip());
        if (Words.hasSteps(attribute)) {
            Placeholders.refuseError(meant);
            return Placeholders.isNothing(meant)
                    ? new Reading(null, Note.NOTHING)
                    : new Reading(step(attribute, meant, reader), Note.NONE);
        }
        Reading reading = reader.read(attribute, meant, currency);
        inRange(attribute, ValueRules.checked(reading.value()));
        return reading;
    }

    private Integer step(EAttribute attribute, String text, ValueReader reader) {
        if (mapping.scale() == Scale.WORDS) {
            return Words.step(attribute, artifact, text).orElseThrow(
                    () -> new IllegalArgumentException("\"" + text + "\" is no step of the scale"));
        }
        return mapping.scale().step(reader.number(text), MappingProposal.steps(attribute));
    }

    /** @throws IllegalArgumentException when a number is not in the range of its field */
    static void inRange(EStructuralFeature feature, Object value) {
        ValueRange.problem(feature, value, TEXTS).ifPresent(problem -> {
            throw new IllegalArgumentException(problem);
        });
    }

    /** Adds what was taken for granted, left out or replaced in this column. */
    void addNotes(List<String> all) {
        String name = mapping.name();
        assumption.ifPresent(text -> all.add(Messages.bind(Messages.inColumn, name, text)));
        notes.forEach((note, count) -> all.add(switch (note) {
            case USUAL_CURRENCY -> Messages.bind(Messages.usualCurrency, new Object[]{name, count,
                    usual.map(Currency::getCurrencyCode).orElse(""), usualSource});
            case TIME_LEFT_OUT -> Messages.bind(Messages.timeLeftOut, name, count);
            case NOTHING -> Messages.bind(Messages.wordForNothing, name, count);
            default -> Messages.bind(Messages.cleaned, name, count);
        }));
        if (apostrophes > 0) {
            all.add(Messages.bind(Messages.apostrophes, name, apostrophes));
        }
    }
}
