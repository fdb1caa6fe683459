package org.chartroom.exchange.csv;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.chartroom.core.value.CurrencySigns;
import org.chartroom.core.value.DecimalMark;
import org.chartroom.core.value.Language;
import org.chartroom.core.value.Names;
import org.chartroom.core.value.Placeholders;
import org.chartroom.core.value.ValueReader;

/**
 * Tells rows that sum up others from rows of their own. A row that only says "Total" and numbers is one; one that says more
 * ("Total loss of the site"), or nothing, is one only when its numbers are the sums of the rows above. Rows are shown in
 * their order.
 */
final class TotalRows {
    private static final Set<String> WORDS = Set.of(Messages.totalWords.split("\\|"));
    /** Rows that sum up in another way; no word of more than these says so. */
    private static final Set<String> OTHERS = Set.of(Messages.otherSummaryWords.split("\\|"));
    /** What may stand beside a word for a total without saying what else the row is. */
    private static final Set<String> QUALIFIERS = Arrays
            .stream((Messages.totalQualifiers + "|" + Messages.totalWords).split("[| -]")).collect(Collectors.toSet());
    private static final Pattern COUNTED = Pattern.compile("[^\\d]*[:=]\\s*[\\d.,' ]*\\d\\s*%?");
    /** A currency or another unit beside a number; a letter before a dash is the beginning of a key. */
    private static final Pattern EDGES = Pattern
            .compile("^(?:\\p{L}{1,4}\\s|\\p{Sc}|\\s){1,4}|(?:[\\p{L}.]{1,6}|\\p{Sc}|\\s){1,4}$");
    /** A year, a quarter, a rate, a code of a currency. */
    private static final Pattern NUMBERED = Pattern.compile("[a-z]{0,2}\\d+|eur|usd|gbp|chf");
    private static final int LONGEST_CURRENCY = 4;
    private static final int MOST_LETTERS = 10;
    private static final List<ValueReader> READERS = Arrays.stream(DecimalMark.values())
            .map(mark -> new ValueReader(Language.ofColumn(Optional.of(mark), Optional.empty()))).toList();
    private static final ValueReader STORED = new ValueReader(Language.ofStoredCells());
    private static final int LONGEST_NUMBER = 40;
    private static final BigDecimal NEARLY = new BigDecimal("1E-9");

    private final List<CsvTable.Row> seen = new ArrayList<>();
    /** By column, for each reading the sums of all rows, and of those since the last total; only up to {@link #summed}. */
    private final List<Sums> sums = new ArrayList<>();
    private int summed;

    /** The sums of one column. */
    private static final class Sums {
        private final BigDecimal[] all = zeros();
        private final BigDecimal[] group = zeros();
        private long count;
        private long groupCount;

        private static BigDecimal[] zeros() {
            BigDecimal[] zeros = new BigDecimal[READERS.size()];
            Arrays.fill(zeros, BigDecimal.ZERO);
            return zeros;
        }

        private void add(List<Optional<BigDecimal>> readings) {
            for (int i = 0; i < readings.size(); i++) {
                all[i] = all[i].add(readings.get(i).orElse(BigDecimal.ZERO));
                group[i] = group[i].add(readings.get(i).orElse(BigDecimal.ZERO));
            }
            count++;
            groupCount++;
        }

        private void endGroup() {
            Arrays.fill(group, BigDecimal.ZERO);
            groupCount = 0;
        }

        private boolean isSum(List<Optional<BigDecimal>> readings) {
            for (int i = 0; i < readings.size(); i++) {
                if (readings.get(i).isPresent() && (count > 1 && isNearly(readings.get(i).get(), all[i])
                        || groupCount > 1 && isNearly(readings.get(i).get(), group[i]))) {
                    return true;
                }
            }
            return false;
        }

        private static boolean isNearly(BigDecimal one, BigDecimal other) {
            return one.subtract(other).abs().compareTo(other.abs().multiply(NEARLY)) <= 0;
        }
    }

    /**
     * @param row the next row; not blank
     * @param keys the columns that hold keys: a row without a word for a total that has one is a row of its own
     * @return whether it is a total; rows that are none count for the totals below
     */
    boolean isTotal(CsvTable.Row row, BitSet keys) {
        boolean total = total(row, keys);
        if (total) {
            sumUp();
            sums.forEach(Sums::endGroup);
        } else {
            seen.add(row);
        }
        return total;
    }

    private boolean total(CsvTable.Row row, BitSet keys) {
        if (hasSeveralTexts(row)) {
            return false;
        }
        String label = null;
        int numbers = 0;
        for (int i = 0; i < row.values().length; i++) {
            String value = row.values()[i];
            if (value.isBlank()) {
                continue;
            }
            if (row.isTyped(i) || isNumeric(value)) {
                numbers++;
            } else if (label == null && numbers == 0) {
                label = Names.folded(value);
            } else if (!Placeholders.isNothing(value) && !isBeside(row, i)) {
                return false;
            }
        }
        if (label == null) {
            boolean hasKey = keys.stream()
                    .anyMatch(column -> column < row.values().length && !row.values()[column].isBlank());
            return numbers > 0 && !hasKey && lacksText(row) && areSums(row);
        }
        String bare = label.replaceAll("\\s*[:=]?$", "");
        if (WORDS.contains(bare)) {
            return numbers > 0 || row.values().length > 1;
        }
        if (numbers > 0 && (OTHERS.contains(bare) || isQualified(bare))) {
            return true;
        }
        boolean says = Arrays.stream(bare.split("[^\\p{L}]+")).anyMatch(WORDS::contains);
        return says && (numbers == 0 ? COUNTED.matcher(label).matches() : areSums(row));
    }

    /** @return whether a label has a word for a total, and nothing else but what qualifies it: "total incl. VAT", "sum 2026" */
    private static boolean isQualified(String label) {
        List<String> words = Arrays.stream(label.split("[^\\p{L}\\p{N}]+")).filter(word -> !word.isEmpty()).toList();
        return words.stream().anyMatch(WORDS::contains)
                && words.stream().allMatch(word -> QUALIFIERS.contains(word) || NUMBERED.matcher(word).matches());
    }

    /** @return whether a text is beside the numbers as in every row: their currency, or what the row before has there, too */
    private boolean isBeside(CsvTable.Row row, int column) {
        String value = row.values()[column].strip();
        if (value.length() <= LONGEST_CURRENCY && CurrencySigns.isKnown(value)) {
            return true;
        }
        String[] before = seen.isEmpty() ? new String[0] : seen.get(seen.size() - 1).values();
        return column > 0 && column < before.length && before[column].strip().equals(value);
    }

    /** @return whether the row before has a text where this one has nothing: only then does it lack what it is about */
    private boolean lacksText(CsvTable.Row row) {
        if (seen.isEmpty()) {
            return false;
        }
        CsvTable.Row before = seen.get(seen.size() - 1);
        for (int i = 0; i < before.values().length; i++) {
            boolean isText = !before.values()[i].isBlank() && !before.isTyped(i) && !isNumeric(before.values()[i]);
            if (isText && (i >= row.values().length || row.values()[i].isBlank())) {
                return true;
            }
        }
        return false;
    }

    /** @return whether more than one cell is a text at first sight, as in most rows of a large table */
    private boolean hasSeveralTexts(CsvTable.Row row) {
        boolean isOne = false;
        for (int i = 0; i < row.values().length; i++) {
            if (!row.isTyped(i) && isText(row.values()[i]) && !isBeside(row, i)) {
                if (isOne) {
                    return true;
                }
                isOne = true;
            }
        }
        return false;
    }

    private static boolean isText(String value) {
        if (value.length() > LONGEST_NUMBER) {
            return true;
        }
        int letters = 0;
        boolean digit = false;
        for (int i = 0; i < value.length(); i++) {
            letters += Character.isLetter(value.charAt(i)) ? 1 : 0;
            digit |= Character.isDigit(value.charAt(i));
        }
        return letters > MOST_LETTERS || letters > 0 && !digit && !Placeholders.isNothing(value);
    }

    private static boolean isNumeric(String value) {
        if (value.length() > LONGEST_NUMBER || value.chars().noneMatch(Character::isDigit)) {
            return false;
        }
        String number = EDGES.matcher(value).replaceAll("");
        return !number.isEmpty() && ValueReader.isNumber(number);
    }

    private boolean areSums(CsvTable.Row row) {
        sumUp();
        for (int i = 0; i < row.values().length; i++) {
            List<Optional<BigDecimal>> readings = readings(row, i);
            if (readings.stream().anyMatch(Optional::isPresent)
                    && (i >= sums.size() || !sums.get(i).isSum(readings))) {
                return false;
            }
        }
        return true;
    }

    private void sumUp() {
        for (; summed < seen.size(); summed++) {
            CsvTable.Row row = seen.get(summed);
            for (int i = 0; i < row.values().length; i++) {
                while (sums.size() <= i) {
                    sums.add(new Sums());
                }
                List<Optional<BigDecimal>> readings = readings(row, i);
                if (readings.stream().anyMatch(Optional::isPresent)) {
                    sums.get(i).add(readings);
                }
            }
        }
    }

    private static List<Optional<BigDecimal>> readings(CsvTable.Row row, int column) {
        String value = row.values()[column];
        if (value.isBlank() || value.length() > LONGEST_NUMBER) {
            return List.of();
        }
        String number = EDGES.matcher(value).replaceAll("");
        if (row.isTyped(column)) {
            return READERS.stream().map(reader -> STORED.findNumber(number)).toList();
        }
        return READERS.stream().map(reader -> reader.findNumber(number)).toList();
    }
}
