package org.chartroom.ui.internal.importing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;

import org.chartroom.core.type.ArtifactType;
import org.chartroom.core.type.ArtifactTypes;
import org.chartroom.core.workspace.EditSession;
import org.chartroom.exchange.csv.CsvTable;
import org.chartroom.exchange.csv.ImportException;
import org.chartroom.exchange.importing.ImportProtocol;
import org.chartroom.exchange.importing.Imports;
import org.chartroom.exchange.importing.KnownFormat;
import org.chartroom.exchange.importing.ModelImport;
import org.chartroom.exchange.importing.ModelPlan;
import org.chartroom.exchange.importing.SheetLists;
import org.chartroom.exchange.importing.TableSettings;
import org.chartroom.exchange.json.JsonTables;
import org.chartroom.exchange.xlsx.XlsxFiles;
import org.chartroom.ui.internal.Messages;
import org.eclipse.emf.ecore.EClass;

/** The file that is imported, and what the user says of how it is written. */
final class TableFile {
    private static final String HEADER = "header";
    private static final String HEADER_ROW = "header-row";
    private static final String SHEET = "sheet";
    private static final List<String> OPTIONS = List.of("encoding", "delimiter", HEADER, HEADER_ROW, SHEET);

    private final Path path;
    private final ImportProtocol.Source source;
    private final boolean isModel;
    private final Optional<KnownFormat> format;
    private final boolean isJson;
    private final List<XlsxFiles.Sheet> sheets;
    private Map<String, String> said = new LinkedHashMap<>();

    /**
     * @param path the file
     * @param imports knows formats
     * @throws ImportException when it can't be read
     */
    TableFile(Path path, Imports imports) {
        this.path = path;
        this.source = ImportProtocol.Source.of(path);
        this.isModel = isModelFile(path);
        this.format = isModel ? Optional.empty() : imports.of(path);
        boolean isWorkbook = isTable() && XlsxFiles.isWorkbook(path);
        this.isJson = isTable() && !isWorkbook && JsonTables.isJson(path);
        if (isWorkbook) {
            this.sheets = XlsxFiles.sheets(path);
        } else {
            // The lists of a JSON file are chosen from as the sheets of a workbook are.
            this.sheets = isJson
                    ? JsonTables.lists(path).stream().map(name -> new XlsxFiles.Sheet(name, false)).toList()
                    : List.of();
        }
    }

    private static boolean isModelFile(Path path) {
        try {
            return ModelImport.isModelFile(path);
        } catch (IOException e) {
            throw new ImportException(Messages.bind(Messages.FilePage_unreadable, path, e.getMessage()), e);
        }
    }

    /** @return name and SHA-256 of the file */
    ImportProtocol.Source source() {
        return source;
    }

    /** @return whether it is a model file, whose artifacts come in as a whole */
    boolean isModel() {
        return isModel;
    }

    /** @return the format of a file that is no table */
    Optional<KnownFormat> format() {
        return format;
    }

    /** @return whether the file holds tables, which are read in another way for another target */
    boolean isTable() {
        return !isModel && format.isEmpty();
    }

    /** @return whether the file is a text whose delimiter and encoding can be said */
    boolean isText() {
        return isTable() && sheets.isEmpty();
    }

    /** @return whether a row may name the columns; records in JSON name their fields themselves */
    boolean hasHeaderRow() {
        return isTable() && !isJson;
    }

    /** @return the sheets of a workbook, or the lists of a JSON file; empty for other texts */
    List<XlsxFiles.Sheet> sheets() {
        return sheets;
    }

    /** @return whether the sheets of a workbook find their lists by their names, because the user chose none */
    boolean areSheetsFree() {
        return !sheets.isEmpty() && !isJson && !said.containsKey(SHEET);
    }

    void chooseSheet(int index) {
        said.put(SHEET, sheets.get(index).name());
        said.remove(HEADER_ROW);
    }

    void sayHeader(boolean wanted, OptionalLong row) {
        said.put(HEADER, String.valueOf(wanted));
        said.remove(HEADER_ROW);
        row.ifPresent(number -> said.put(HEADER_ROW, String.valueOf(number)));
    }

    /** @return whether the user says that no row names the columns */
    boolean isSaidWithoutHeader() {
        return "false".equals(said.get(HEADER));
    }

    void sayFormat(String option, String value) {
        said.put(option, value);
    }

    /** @return what the user says, by the names of the options of the command line */
    Map<String, String> said() {
        return said;
    }

    /** Takes what a mapping file says of the file besides. */
    void say(Map<String, String> options) {
        said = new LinkedHashMap<>(said);
        options.forEach((name, value) -> {
            if (OPTIONS.contains(name)) {
                said.put(name, value);
            }
        });
    }

    /** Says again what was said before. */
    void restore(Map<String, String> before) {
        said = before;
    }

    /**
     * @param names tells names of fields from other texts
     * @param rootClass class of the artifact whose main list may be a sheet; empty when no sheet is looked for by name
     * @return the table of the file
     */
    CsvTable read(Predicate<String> names, Optional<EClass> rootClass) {
        Map<String, String> settings = new LinkedHashMap<>(said);
        rootClass.flatMap(one -> SheetLists.main(path, one)).ifPresent(name -> settings.put(SHEET, name));
        return new TableSettings(settings).read(path, names);
    }

    /** @return first the table of the main sheet, then those that are called like lists of an artifact */
    List<SheetLists.Part> sheets(CsvTable main, EClass rootClass) {
        return SheetLists.of(path, main, rootClass);
    }

    /**
     * Plans the import of the model file, in any thread.
     *
     * @param session used by this thread only
     * @param types the types that are installed
     * @return what it would do there
     */
    ModelPlan modelPlan(EditSession session, ArtifactTypes types) {
        try (InputStream input = Files.newInputStream(path)) {
            return ModelImport.plan(source.name(), input, session, id -> types.byId(id).map(ArtifactType::eClass));
        } catch (IOException e) {
            throw new ImportException(Messages.bind(Messages.FilePage_unreadable, path, e.getMessage()), e);
        }
    }
}
