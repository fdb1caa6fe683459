package org.chartroom.exchange.json;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

import org.chartroom.core.files.InputFiles;
import org.chartroom.core.files.RefusedFileException;
import org.chartroom.exchange.csv.CsvTable;
import org.chartroom.exchange.csv.FileBound;
import org.chartroom.exchange.csv.FileKinds;
import org.chartroom.exchange.csv.ImportException;
import org.chartroom.exchange.csv.TableSearch;
import org.chartroom.exchange.importing.ManyTexts;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

/**
 * Reads a list of records of a JSON file as a table. A record is an object; the fields of objects in it are columns with both
 * names, such as "owner.name", an amount with its currency is one value, and a list of values is one cell.
 */
public final class JsonTables {
    /** A table of text, too, may begin with a bracket. */
    private static final Pattern RECORD = Pattern.compile("(\\[\\s*)?\\{\\s*\"[^\"\\\\]*\"\\s*:");
    private static final int MOST_COLUMNS = 500;
    private static final int DEEPEST = 8;
    private static final int MOST_BESIDE = 10;
    private static final Set<String> MONEY = Set.of("amount", "currency");
    /** How a list that is the whole file is called. */
    private static final String ROOT = "$";

    private final String file;
    private final Map<String, Integer> columns = new LinkedHashMap<>();
    /** How many values of each field are in no column, because they are lists of records. */
    private final Map<String, Integer> nested = new TreeMap<>();

    /** How many lists of each field hold values that a cell can't keep apart. */
    private final Map<String, Integer> unsplit = new TreeMap<>();

    private JsonTables(String file) {
        this.file = file;
    }

    /**
     * @param file a file
     * @return whether it is meant to be JSON, from its name, or begins with a record or a list of records
     */
    public static boolean isJson(Path file) {
        return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(".json")
                || RECORD.matcher(FileKinds.head(file)).lookingAt();
    }

    /**
     * @param file a JSON file
     * @return the paths of its lists of records, such as "data.items", in their order; "$" is the whole file
     * @throws ImportException when it can't be read or has no such list
     */
    public static List<String> lists(Path file) {
        return List.copyOf(find(file).lists.keySet());
    }

    /**
     * @param file a JSON file
     * @param list the path of the list; when empty the one whose fields have the most known names, and of several the longest
     * @param search tells names of fields from other texts
     * @return the records of the list
     * @throws ImportException when it can't be read or has no such list
     */
    public static CsvTable read(Path file, Optional<String> list, TableSearch search) {
        Found found = find(file);
        Map<String, JsonArray> all = found.lists;
        String name = String.valueOf(file.getFileName());
        String chosen = list.orElseGet(() -> all.keySet().stream().max(Comparator
                .comparingLong((String path) -> known(all.get(path), search))
                .thenComparing(path -> all.get(path).size()))
                .orElseThrow());
        if (!all.containsKey(chosen)) {
            throw new ImportException(Messages.bind(Messages.noSuchRecords,
                    new Object[]{name, chosen, String.join(", ", all.keySet())}));
        }
        List<String> others = all.entrySet().stream().filter(one -> !one.getKey().equals(chosen))
                .map(one -> Messages.bind(Messages.otherRecords, one.getKey(), one.getValue().size())).toList();
        return new JsonTables(name).table(chosen, all.get(chosen), others, found.beside);
    }

    private static long known(JsonArray records, TableSearch search) {
        return records.asList().stream().filter(JsonElement::isJsonObject)
                .flatMap(record -> record.getAsJsonObject().keySet().stream()).distinct()
                .filter(search.known()).count();
    }

    /** The lists of records of a file by their paths, and the paths of what stands beside them. */
    private record Found(Map<String, JsonArray> lists, List<String> beside) {
    }

    private static Found find(Path file) {
        Found found = new Found(new LinkedHashMap<>(), new ArrayList<>());
        find(parse(file), "", 0, found);
        if (found.lists.isEmpty()) {
            throw new ImportException(Messages.bind(Messages.noRecords, file.getFileName()));
        }
        return found;
    }

    /** Lists within records are no tables of their own. What stands beside the lists may say the unit of them all. */
    private static void find(JsonElement element, String path, int depth, Found found) {
        if (element.isJsonArray() && element.getAsJsonArray().asList().stream().anyMatch(JsonElement::isJsonObject)) {
            found.lists.put(path.isEmpty() ? ROOT : path, element.getAsJsonArray());
        } else if (element.isJsonObject() && depth < DEEPEST) {
            element.getAsJsonObject().entrySet().forEach(field -> find(field.getValue(),
                    path.isEmpty() ? field.getKey() : path + "." + field.getKey(), depth + 1, found));
        } else if (!isEmpty(element)) {
            found.beside.add(path);
        }
    }

    private static boolean isEmpty(JsonElement element) {
        return element.isJsonNull() || element.isJsonPrimitive() && element.getAsString().isBlank()
                || element.isJsonArray() && element.getAsJsonArray().isEmpty()
                || element.isJsonObject() && element.getAsJsonObject().size() == 0;
    }

    private static JsonElement parse(Path file) {
        String name = String.valueOf(file.getFileName());
        try {
            InputFiles.check(file);
            FileBound.DOCUMENT.check(file);
            try (InputStream input = Files.newInputStream(file)) {
                return StrictJson.parse(input);
            }
        } catch (StrictJson.NoJsonException e) {
            throw new ImportException(FileKinds.jsonLines(name, FileKinds.head(file)).orElse(
                    Messages.bind(Messages.jsonRefused, new Object[]{name, ROOT, e.getMessage(),
                            String.valueOf(e.line())})),
                    e);
        } catch (RefusedFileException e) {
            throw new ImportException(e.getMessage(), e);
        } catch (NoSuchFileException e) {
            throw new ImportException(Messages.bind(Messages.noJsonFile, file), e);
        } catch (IOException e) {
            throw new ImportException(Messages.bind(Messages.jsonUnreadable, file, e.getMessage()), e);
        }
    }

    /** The cells of a record by their columns. */
    private static final class Cells {
        private final Map<Integer, String> values = new LinkedHashMap<>();
        private final BitSet typed = new BitSet();
    }

    private CsvTable table(String list, JsonArray records, List<String> others, List<String> beside) {
        List<Cells> all = new ArrayList<>();
        List<Long> numbers = new ArrayList<>();
        long strange = 0;
        for (int i = 0; i < records.size(); i++) {
            if (records.get(i).isJsonObject()) {
                Cells cells = new Cells();
                read(records.get(i).getAsJsonObject(), "", 0, cells);
                all.add(cells);
                numbers.add(i + 1L);
            } else if (!records.get(i).isJsonNull()) {
                strange++;
            }
        }
        List<String> names = List.copyOf(columns.keySet());
        List<Integer> kept = columns.entrySet().stream().filter(column -> all.stream()
                .anyMatch(cells -> cells.values.containsKey(column.getValue()))
                || names.stream().noneMatch(name -> name.startsWith(column.getKey() + ".")))
                .map(Map.Entry::getValue).toList();
        List<CsvTable.Row> rows = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            String[] values = new String[kept.size()];
            BitSet typed = new BitSet();
            for (int column = 0; column < values.length; column++) {
                values[column] = all.get(i).values.getOrDefault(kept.get(column), "");
                typed.set(column, all.get(i).typed.get(kept.get(column)));
            }
            rows.add(new CsvTable.Row(numbers.get(i), values, typed));
        }
        List<String> nowhere = new ArrayList<>();
        if (!beside.isEmpty()) {
            nowhere.add(Messages.bind(Messages.besideRecords, list, String.join(", ",
                    beside.subList(0, Math.min(MOST_BESIDE, beside.size())))
                    + (beside.size() > MOST_BESIDE ? ", ..." : "")));
        }
        nested.forEach((field, count) -> nowhere.add(Messages.bind(Messages.nestedRecords, field, count)));
        unsplit.forEach((field, count) -> nowhere.add(Messages.bind(Messages.unsplitLists, field, count)));
        if (strange > 0) {
            nowhere.add(Messages.bind(Messages.noObjects, strange));
        }
        return new CsvTable(file, Optional.of(list), kept.stream().map(names::get).toList(), rows, (char) 0,
                new CsvTable.Layout(Optional.of("UTF-8"), 0, others, List.of(), nowhere, List.of(), ""));
    }

    private void read(JsonObject record, String prefix, int depth, Cells cells) {
        for (Map.Entry<String, JsonElement> field : record.entrySet()) {
            String name = prefix + field.getKey();
            JsonElement value = field.getValue();
            if (value.isJsonPrimitive()) {
                put(name, value.getAsJsonPrimitive(), cells);
            } else if (value.isJsonArray()) {
                put(name, value.getAsJsonArray(), cells);
            } else if (value.isJsonObject()) {
                put(name, value.getAsJsonObject(), depth, cells);
            } else {
                // A null is an empty cell of a column that may have no other, or no object where others have one.
                column(name);
            }
        }
    }

    private int column(String name) {
        Integer there = columns.get(name);
        if (there == null) {
            if (columns.size() == MOST_COLUMNS) {
                throw new ImportException(Messages.bind(Messages.manyFields, file, MOST_COLUMNS));
            }
            there = columns.size();
            columns.put(name, there);
        }
        return there;
    }

    /** Numbers and truth values are in file form, whatever language the texts speak. */
    private void put(String name, JsonPrimitive value, Cells cells) {
        int column = column(name);
        put(column, name, text(value), cells);
        cells.typed.set(column, !value.isString());
    }

    /** A field whose name has a dot can be called like one of an object. */
    private void put(int column, String name, String value, Cells cells) {
        if (cells.values.put(column, value) != null) {
            throw new ImportException(Messages.bind(Messages.sameField, file, name));
        }
    }

    private static String text(JsonPrimitive value) {
        return value.isNumber() ? value.getAsBigDecimal().toPlainString() : value.getAsString();
    }

    private void put(String name, JsonArray list, Cells cells) {
        if (list.asList().stream().anyMatch(one -> !one.isJsonPrimitive())) {
            nested.merge(name, list.size(), Integer::sum);
            return;
        }
        List<String> values = list.asList().stream().map(one -> text(one.getAsJsonPrimitive())).toList();
        String cell = ManyTexts.join(values);
        if (!values.isEmpty() && !ManyTexts.split(cell).equals(values)) {
            // As a cell it would be read as other values.
            unsplit.merge(name, 1, Integer::sum);
            return;
        }
        put(column(name), name, cell, cells);
    }

    private void put(String name, JsonObject value, int depth, Cells cells) {
        boolean isMoney = value.keySet().equals(MONEY) && value.get("amount").isJsonPrimitive()
                && value.get("currency").isJsonPrimitive();
        if (isMoney) {
            int column = column(name);
            put(column, name, text(value.getAsJsonPrimitive("amount")) + " " + value.get("currency").getAsString(),
                    cells);
            cells.typed.set(column, !value.getAsJsonPrimitive("amount").isString());
        } else if (depth == DEEPEST) {
            nested.merge(name, 1, Integer::sum);
        } else {
            read(value, name + ".", depth + 1, cells);
        }
    }
}
