package org.chartroom.cli.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;

import org.chartroom.core.workspace.EditSession;
import org.chartroom.exchange.csv.CsvTable;
import org.chartroom.exchange.importing.ImportList;
import org.chartroom.exchange.importing.TableSettings;
import org.chartroom.model.Directory;
import org.chartroom.model.ModelPackage;

/** Finds the list of the directory that a table is meant for. */
final class DirectoryImport {
    private static final List<ImportList> LISTS = ImportList.of(ModelPackage.Literals.DIRECTORY);

    private final Path file;
    private final TableSettings settings;

    DirectoryImport(Path file, TableSettings settings) {
        this.file = file;
        this.settings = settings;
    }

    /**
     * @param session where the directory is
     * @param list name of the list; found out from the columns when empty
     * @param importing imports the table into the list
     * @return what that returns
     * @throws InputException when the columns fit no list, or several alike
     */
    int run(EditSession session, Optional<String> list, BiFunction<CsvTable, ImportList, Integer> importing) {
        Optional<ImportList> named = list.map(name -> ImportCommand.named(ModelPackage.Literals.DIRECTORY, name));
        Predicate<String> names = named.map(ImportList::fieldNames).orElseGet(
                () -> LISTS.stream().map(ImportList::fieldNames).reduce(name -> false, Predicate::or));
        CsvTable table = settings.read(file, names);
        return importing.apply(table, named.orElseGet(() -> fitting(table, session.directory())));
    }

    private ImportList fitting(CsvTable table, Directory directory) {
        List<ImportList> best = ImportList.fitting(table, directory);
        if (best.size() != 1) {
            throw new InputException(Messages.bind(Messages.whichList, table.name(), String.join(", ",
                    best.stream().map(list -> "--list " + list.name()).toList())));
        }
        return best.get(0);
    }
}
