package org.chartroom.ui.internal.importing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import org.chartroom.core.type.ArtifactType;
import org.chartroom.core.type.ArtifactTypes;
import org.chartroom.exchange.csv.CsvTable;
import org.chartroom.exchange.csv.ImportException;
import org.chartroom.exchange.importing.ImportList;
import org.chartroom.model.Element;
import org.chartroom.ui.internal.Messages;
import org.eclipse.emf.ecore.EClass;

/**
 * Where the rows go: the target, and its list.
 *
 * @param target the target; null until one is chosen
 * @param list the list that is chosen; empty for the main one, or in the directory for the one that the columns fit
 */
record TargetChoice(ImportTarget target, Optional<ImportList> list) {
    static final TargetChoice NONE = new TargetChoice(null, Optional.empty());

    private static final String DIRECTORY = "directory";

    /** @return this with another target; the list stays where the target has it, too */
    TargetChoice with(ImportTarget chosen) {
        return new TargetChoice(chosen, isOther(chosen) ? Optional.empty() : list);
    }

    /** @return this with another list */
    TargetChoice with(Optional<ImportList> chosen) {
        return new TargetChoice(target, chosen);
    }

    /** @return whether a target has other lists */
    boolean isOther(ImportTarget chosen) {
        return target == null || target.rootClass() != chosen.rootClass();
    }

    /**
     * @param options what a mapping says, by the names of the options of the command line
     * @param types the types that are installed
     * @return where that sends the rows; a target that is of its type stays, and so does the list when it says nothing of it
     * @throws ImportException when the target is an artifact of another type, or what it names is not there
     */
    TargetChoice by(Map<String, String> options, ArtifactTypes types) {
        TargetChoice chosen = this;
        if (DIRECTORY.equals(options.get("into"))) {
            chosen = with(ImportTarget.DIRECTORY);
        } else if (options.containsKey("type")) {
            ArtifactType type = types.byId(options.get("type")).orElseThrow(
                    () -> new ImportException(Messages.bind(Messages.MappingChoice_noType, options.get("type"))));
            ImportTarget made = new ImportTarget(Optional.of(type), Optional.empty());
            chosen = isOther(made) ? with(made) : this;
        }
        if (chosen != this && target.artifact().isPresent()) {
            throw new ImportException(Messages.bind(Messages.MappingChoice_otherTarget,
                    chosen.target.type().map(ArtifactType::name).orElse(Messages.MappingChoice_directory), label()));
        }
        String name = options.get("list");
        EClass rootClass = chosen.target.rootClass();
        return name == null
                ? chosen
                : chosen.with(Optional.of(ImportList.named(rootClass, name)
                        .orElseThrow(() -> new ImportException(Messages.bind(Messages.MappingChoice_noList, name,
                                String.join(", ",
                                        ImportList.of(rootClass).stream().map(ImportList::name).toList()))))));
    }

    /** @return what the target is called */
    String label() {
        return target.isDirectory()
                ? Messages.MappingChoice_directory
                : target.artifact().map(artifact -> artifact.key()).orElseGet(
                        () -> Messages.bind(Messages.FilePage_newTarget, target.type().orElseThrow().name()));
    }

    /** @return the lists of the target, the one first that rows go to when none is chosen */
    List<ImportList> lists() {
        List<ImportList> all = new ArrayList<>(ImportList.of(target.rootClass()));
        main().ifPresent(main -> {
            all.remove(main);
            all.add(0, main);
        });
        return all;
    }

    private Optional<ImportList> main() {
        return target.isDirectory()
                ? Optional.empty()
                : ImportList.main(target.rootClass())
                        .or(() -> ImportList.of(target.rootClass()).stream().findFirst());
    }

    /** @return whether sheets find their lists by their names, because no list is chosen */
    boolean isFree() {
        return list.isEmpty() && target != null && !target.isDirectory()
                && ImportList.main(target.rootClass()).isPresent();
    }

    /** @return tells names of fields of the list from other texts; of all lists of all types where no target is chosen */
    Predicate<String> names(ArtifactTypes types) {
        if (target == null) {
            return types.all().stream().map(type -> names(type.eClass())).reduce(name -> false, Predicate::or);
        }
        return list.or(this::main).map(ImportList::fieldNames).orElseGet(() -> names(target.rootClass()));
    }

    private static Predicate<String> names(EClass rootClass) {
        return ImportList.of(rootClass).stream().map(ImportList::fieldNames).reduce(name -> false, Predicate::or);
    }

    /**
     * @param table the table
     * @param root the target
     * @return the list that its rows go to
     * @throws ImportException when that can't be told
     */
    ImportList listFor(CsvTable table, Element root) {
        return list.or(this::main).orElseGet(() -> fitting(table, root));
    }

    private static ImportList fitting(CsvTable table, Element root) {
        List<ImportList> best = ImportList.fitting(table, root);
        if (best.size() != 1) {
            throw new ImportException(Messages.bind(Messages.FilePage_whichList, table.name(), String.join(", ",
                    best.stream().map(ImportList::label).toList())));
        }
        return best.get(0);
    }

    /** @return the target, by the names of the options of the command line */
    Map<String, String> said() {
        Map<String, String> said = new LinkedHashMap<>();
        target.type().ifPresentOrElse(type -> said.put("type", type.id()), () -> said.put("into", DIRECTORY));
        return said;
    }
}
