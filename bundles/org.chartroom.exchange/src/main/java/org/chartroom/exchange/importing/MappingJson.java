package org.chartroom.exchange.importing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.chartroom.core.value.Names;
import org.chartroom.exchange.csv.FileBound;
import org.chartroom.exchange.csv.ImportException;
import org.chartroom.exchange.importing.MappingFile.Column;
import org.chartroom.exchange.json.StrictJson;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/** Reads a mapping file; what is wrong in it is named with its line and its place in the JSON. */
final class MappingJson {
    static final String COLUMNS = "columns";
    private static final String ROOT = "$";
    private static final List<String> OF_COLUMN = List.of("column", "field", "scale", "values");

    private final Path file;
    private final byte[] content;

    private MappingJson(Path file, byte[] content) {
        this.file = file;
        this.content = content;
    }

    /** @throws ImportException when it can't be read, or says what is not known; the message names file and place */
    static MappingFile read(Path file) {
        try {
            FileBound.DOCUMENT.check(file);
            return new MappingJson(file, Files.readAllBytes(file)).read();
        } catch (NoSuchFileException e) {
            throw new ImportException(Messages.bind(Messages.noMappingFile, file), e);
        } catch (StrictJson.NoJsonException e) {
            throw new ImportException(
                    Messages.bind(Messages.noJsonMappingFile, new Object[]{file, e.line(), e.getMessage()}), e);
        } catch (IOException e) {
            throw new ImportException(Messages.bind(Messages.unreadable, file, e.getMessage()), e);
        }
    }

    private MappingFile read() throws IOException {
        JsonObject root = object(StrictJson.parse(new ByteArrayInputStream(content)), ROOT);
        Map<String, String> options = new LinkedHashMap<>();
        List<Column> columns = new ArrayList<>();
        for (Map.Entry<String, JsonElement> entry : root.entrySet()) {
            String path = ROOT + "." + entry.getKey();
            if (entry.getKey().equals(COLUMNS)) {
                columns.addAll(columns(entry.getValue(), path));
            } else if (MappingFile.OPTIONS.contains(entry.getKey())) {
                options.put(entry.getKey(), text(entry.getValue(), path));
            } else {
                throw unknown(entry.getKey(), path, COLUMNS + ", " + String.join(", ", MappingFile.OPTIONS));
            }
        }
        return new MappingFile(options, columns);
    }

    private List<Column> columns(JsonElement json, String path) {
        if (!(json instanceof JsonArray array)) {
            throw fault(path, Messages.mappingList);
        }
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            String place = path + "[" + i + "]";
            Column column = column(object(array.get(i), place), place);
            if (columns.stream().anyMatch(other -> Names.same(other.name(), column.name()))) {
                throw new ImportException(
                        Messages.bind(Messages.columnTwice, new Object[]{file, line(place), column.name()}));
            }
            columns.add(column);
        }
        return columns;
    }

    private Column column(JsonObject json, String path) {
        Optional<String> unknown = json.keySet().stream().filter(name -> !OF_COLUMN.contains(name)).findFirst();
        if (unknown.isPresent()) {
            throw unknown(unknown.get(), path + "." + unknown.get(), String.join(", ", OF_COLUMN));
        }
        if (!json.has("column")) {
            throw fault(path, Messages.mappingNoColumn);
        }
        Map<String, String> values = new LinkedHashMap<>();
        if (json.has("values")) {
            String place = path + ".values";
            object(json.get("values"), place).entrySet().forEach(entry -> values.put(entry.getKey(),
                    text(entry.getValue(), place + "." + entry.getKey())));
        }
        return new Column(text(json.get("column"), path + ".column"),
                json.has("field") ? text(json.get("field"), path + ".field") : "",
                json.has("scale") ? Optional.of(text(json.get("scale"), path + ".scale")) : Optional.empty(), values);
    }

    private JsonObject object(JsonElement json, String path) {
        if (json instanceof JsonObject object) {
            return object;
        }
        throw fault(path, Messages.mappingObject);
    }

    private String text(JsonElement json, String path) {
        if (json.isJsonPrimitive()) {
            return json.getAsString();
        }
        throw fault(path, Messages.mappingText);
    }

    private int line(String path) {
        return StrictJson.line(content, path);
    }

    private ImportException fault(String path, String wanted) {
        return new ImportException(
                Messages.bind(Messages.damagedMappingFile, new Object[]{file, line(path), path, wanted}));
    }

    private ImportException unknown(String name, String path, String known) {
        return new ImportException(
                Messages.bind(Messages.unknownInMappingFile, new Object[]{file, line(path), name, known}));
    }
}
