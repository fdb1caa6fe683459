package org.chartroom.cli.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.chartroom.core.type.ArtifactType;
import org.chartroom.core.type.Presentation;
import org.chartroom.exchange.importing.ColumnTarget;
import org.chartroom.exchange.importing.ImportList;
import org.chartroom.model.ModelPackage;
import org.eclipse.emf.ecore.EClass;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists the types of artifacts, or the lists and fields of one that columns can go to. */
@Command(name = "fields", description = "Lists the types of artifacts by their ids, as --type takes them; of one of them, or of "
        + "the directory, the lists, as --list takes them, and the fields, as --map and --values take them.")
final class FieldsCommand extends AbstractCommand {
    private static final String DIRECTORY = "directory";

    @Parameters(paramLabel = "TYPE", arity = "0..1", description = "Id of a type, or \"directory\"; all types are listed "
            + "when none is named.")
    private String type;

    @Option(names = "--list", paramLabel = "NAME", description = "The list whose fields are wanted; the main one when none is "
            + "named.")
    private String list;

    @Option(names = "--json", description = "Prints JSON.")
    private boolean json;

    FieldsCommand(Context context) {
        super(context);
    }

    @Override
    public Integer call() {
        if (type == null) {
            printTypes();
        } else {
            printFields(type.equals(DIRECTORY) ? ModelPackage.Literals.DIRECTORY : context().type(type).eClass());
        }
        return 0;
    }

    private void printTypes() {
        List<Map<String, Object>> data = new ArrayList<>();
        for (ArtifactType one : context().types().all()) {
            data.add(line("type", one.id(), Presentation.label(one.eClass())));
        }
        data.add(line("type", DIRECTORY, Presentation.label(ModelPackage.Literals.DIRECTORY)));
        print(data, "type");
    }

    private void printFields(EClass rootClass) {
        List<Map<String, Object>> lists = ImportList.of(rootClass).stream()
                .map(one -> line("list", one.name(), one.label())).toList();
        Optional<ImportList> wanted = Optional.ofNullable(list).map(name -> ImportCommand.named(rootClass, name))
                .or(() -> ImportList.main(rootClass));
        List<Map<String, Object>> fields = wanted.map(one -> ColumnTarget.of(one.elementClass(), rootClass))
                .orElse(List.of()).stream().map(one -> line("field", one.path(), one.label())).toList();
        if (json) {
            Map<String, Object> data = new LinkedHashMap<>();
            data.put("lists", lists);
            wanted.ifPresent(one -> data.put("list", one.name()));
            data.put("fields", fields);
            context().json(data);
            return;
        }
        print(lists, "list");
        print(fields, "field");
    }

    private static Map<String, Object> line(String name, String id, String label) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put(name, id);
        line.put("label", label);
        return line;
    }

    private void print(List<Map<String, Object>> data, String name) {
        if (json) {
            context().json(data);
            return;
        }
        data.forEach(one -> context().out()
                .println(name + " " + one.get(name) + ": " + OneLine.of(String.valueOf(one.get("label")))));
    }
}
