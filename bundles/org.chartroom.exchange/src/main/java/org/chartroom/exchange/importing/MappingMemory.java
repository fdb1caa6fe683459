package org.chartroom.exchange.importing;

import org.chartroom.core.files.Sha256;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

import org.chartroom.exchange.csv.CsvTable;
import org.chartroom.exchange.csv.ImportException;
import org.chartroom.model.Element;
import org.eclipse.emf.ecore.EClass;

/**
 * Remembers, in the workspace folder, where the columns of a file went the last time, for files with the same columns in the
 * same order. How numbers are spread and dates are written is each file's own, and judged from it.
 */
public final class MappingMemory {
    private static final String COLUMN = "column.";
    private static final int NAME_LENGTH = 16;

    private final Path folder;

    /** @param workspace the folder of the workspace */
    public MappingMemory(Path workspace) {
        folder = workspace.resolve(".chartroom").resolve("imports");
    }

    /** @return what is to be said when columns are mapped by it */
    public static String said() {
        return Messages.remembered;
    }

    /**
     * @param table a table
     * @param itemClass class of the items it is imported as
     * @param artifact the artifact or the directory it is imported into
     * @return the mappings remembered for its columns, with the scales of this table; empty when there are none, or when
     *         the values of a column do not fit its field any more
     */
    public Optional<List<ColumnMapping>> recall(CsvTable table, EClass itemClass, Element artifact) {
        Path file = file(table, itemClass);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
            return Optional.of(mappings(table, itemClass, artifact, properties))
                    .filter(mappings -> fit(table, mappings, artifact));
        } catch (IOException | IllegalArgumentException e) {
            throw new ImportException("The remembered mapping " + file + " can't be read; delete it and map again.", e);
        }
    }

    private static boolean fit(CsvTable table, List<ColumnMapping> mappings, Element artifact) {
        return mappings.stream().allMatch(mapping -> !mapping.values().isEmpty() || mapping.target().isEmpty()
                || MappingProposal.fits(mapping.target().get().feature(),
                        MappingProposal.sample(table, mapping.column()), artifact));
    }

    private static List<ColumnMapping> mappings(CsvTable table, EClass itemClass, Element artifact,
            Properties properties) {
        List<ColumnMapping> mappings = new ArrayList<>();
        for (int column = 0; column < table.columns().size(); column++) {
            String start = COLUMN + column + ".";
            Map<String, String> values = new HashMap<>();
            for (String key : properties.stringPropertyNames()) {
                if (key.startsWith(start + "value.")) {
                    values.put(key.substring((start + "value.").length()), properties.getProperty(key));
                }
            }
            mappings.add(new ColumnMapping(column, table.columns().get(column),
                    ColumnTarget.byPath(itemClass, artifact.eClass(), properties.getProperty(start + "target", "")),
                    Scale.STEPS, Map.copyOf(values)));
        }
        return Scales.judge(table, mappings, artifact, Optional.empty());
    }

    /**
     * @param table the table that was imported
     * @param itemClass class of the items
     * @param mappings how its columns were mapped
     * @throws ImportException when the workspace folder can't be written
     */
    public void remember(CsvTable table, EClass itemClass, List<ColumnMapping> mappings) {
        Properties properties = new Properties();
        for (ColumnMapping mapping : mappings) {
            String start = COLUMN + mapping.column() + ".";
            mapping.target().ifPresent(target -> properties.setProperty(start + "target", target.path()));
            mapping.values().forEach((from, to) -> properties.setProperty(start + "value." + from, to));
        }
        try {
            Files.createDirectories(folder);
            try (Writer writer = Files.newBufferedWriter(file(table, itemClass), StandardCharsets.UTF_8)) {
                properties.store(writer, "Columns: " + String.join(", ", table.columns()).replaceAll("\\s+", " "));
            }
        } catch (IOException e) {
            throw new ImportException("The mapping can't be remembered in " + folder + " (" + e.getMessage()
                    + "); the import itself is not affected.", e);
        }
    }

    private Path file(CsvTable table, EClass itemClass) {
        String layout = itemClass.getEPackage().getNsURI() + "#" + itemClass.getName() + "\n"
                + String.join("\n", table.columns());
        return folder.resolve(Sha256.of(layout).substring(0, NAME_LENGTH) + ".properties");
    }
}
