package org.chartroom.exchange.importing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.chartroom.core.value.Names;
import org.chartroom.exchange.csv.CsvTable;
import org.chartroom.exchange.csv.ImportException;
import org.chartroom.model.Element;
import org.eclipse.emf.ecore.EClass;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

/**
 * How files of one kind are imported, as a text file (JSON) that people read, change and keep: the options by their names on
 * the command line without the dashes, and where each column goes.
 *
 * @param options the options that are said, by name
 * @param columns the columns, in their order
 */
public record MappingFile(Map<String, String> options, List<Column> columns) {
    /** The options a mapping can say. */
    public static final List<String> OPTIONS = List.of("type", "into", "list", "format", "encoding", "delimiter",
            "header", "header-row", "sheet", "decimal", "date-order", "currency", "scale", "period", "keep-scale");
    private static final Gson GSON = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    /**
     * What is done with one column.
     *
     * @param name its name in the header
     * @param field path of the field; empty to leave the column out
     * @param scale how its numbers are spread, as {@link Scale#parse} reads it; judged from them when empty
     * @param values what words of it mean
     */
    public record Column(String name, String field, Optional<String> scale, Map<String, String> values) {
    }

    /**
     * @param options the options that are said, by name
     * @param mappings what is done with the columns
     * @return what a file says of them
     */
    public static MappingFile of(Map<String, String> options, List<ColumnMapping> mappings) {
        return new MappingFile(options, mappings.stream().map(mapping -> new Column(mapping.name(),
                mapping.target().map(ColumnTarget::path).orElse(""), Optional.empty(), mapping.values())).toList());
    }

    /**
     * @param file a mapping file
     * @return what it says
     * @throws ImportException when it can't be read, or says what is not known; the message names file and place
     */
    public static MappingFile read(Path file) {
        return MappingJson.read(file);
    }

    /** @return the text of a mapping file */
    public String text() {
        JsonObject root = new JsonObject();
        options.forEach(root::addProperty);
        JsonArray all = new JsonArray();
        for (Column column : columns) {
            JsonObject one = new JsonObject();
            one.addProperty("column", column.name);
            one.addProperty("field", column.field);
            column.scale.ifPresent(scale -> one.addProperty("scale", scale));
            if (!column.values.isEmpty()) {
                JsonObject values = new JsonObject();
                column.values.forEach(values::addProperty);
                one.add("values", values);
            }
            all.add(one);
        }
        root.add(MappingJson.COLUMNS, all);
        return GSON.toJson(root) + "\n";
    }

    /**
     * @param table a table
     * @param itemClass class of the items it is imported as
     * @param root their artifact
     * @return what is done with its columns; one that the file does not name goes nowhere
     * @throws ImportException when the table lacks a column, or the class a field, that the file names
     */
    public List<ColumnMapping> mappings(CsvTable table, EClass itemClass, Element root) {
        List<ColumnMapping> mappings = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            mappings.add(new ColumnMapping(i, table.columns().get(i), Optional.empty(), Scale.STEPS, Map.of()));
        }
        for (Column column : columns) {
            ColumnMapping mapping = mappings.stream().filter(one -> Names.same(one.name(), column.name)).findFirst()
                    .orElseThrow(() -> new ImportException(Messages.bind(Messages.noSuchColumn, new Object[]{
                            table.name(), column.name, String.join(", ", table.columns())})));
            Optional<ColumnTarget> target = ColumnTarget.byPath(itemClass, root.eClass(), column.field);
            if (target.isEmpty() && !column.field.isEmpty()) {
                throw new ImportException(Messages.bind(Messages.noSuchField, column.field, String.join(", ",
                        ColumnTarget.of(itemClass, root.eClass()).stream().map(ColumnTarget::path).toList())));
            }
            mappings.set(mapping.column(), mapping.to(target).with(column.values));
        }
        List<ColumnMapping> judged = Scales.judge(table, mappings, root, Optional.empty());
        List<ColumnMapping> said = new ArrayList<>();
        for (ColumnMapping mapping : judged) {
            Optional<Scale> scale = columns.stream().filter(column -> Names.same(column.name, mapping.name()))
                    .findFirst().flatMap(Column::scale).map(MappingFile::scale);
            said.add(scale.map(mapping::with).orElse(mapping));
        }
        return said;
    }

    private static Scale scale(String text) {
        try {
            return Scale.parse(text);
        } catch (IllegalArgumentException e) {
            throw new ImportException(e.getMessage(), e);
        }
    }
}
