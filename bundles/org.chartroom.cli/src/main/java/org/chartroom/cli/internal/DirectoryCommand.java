package org.chartroom.cli.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.chartroom.core.type.Presentation;
import org.chartroom.core.workspace.EditSession;
import org.chartroom.core.workspace.Workspace;
import org.chartroom.exchange.export.FileValues;
import org.chartroom.model.Directory;
import org.chartroom.model.Element;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists what is in the directory. */
@Command(name = DirectoryCommand.NAME, description = "Lists the people, projects, vendors, objectives and exchange "
        + "rates of the workspace.")
final class DirectoryCommand extends AbstractCommand {
    /** Name of the command; stands for the directory where others name an artifact. */
    static final String NAME = "directory";

    @Option(names = "--json", description = "Prints JSON.")
    private boolean json;

    @Option(names = "--at", paramLabel = "STATE", description = "As of a revision, a baseline, a day (2026-12-31) or a "
            + "time; the newest state when none is named.")
    private String at;

    DirectoryCommand(Context context) {
        super(context);
    }

    @Override
    public Integer call() {
        try (Workspace workspace = context().openToRead(); EditSession session = context().session(workspace, at)) {
            Directory directory = session.directory();
            if (json) {
                context().json(data(directory));
            } else {
                lists(directory).forEach(list -> print(directory, list));
            }
        }
        return 0;
    }

    private static List<EReference> lists(Directory directory) {
        return directory.eClass().getEAllContainments().stream().filter(list -> !Presentation.isHidden(list)).toList();
    }

    private static Map<String, Object> data(Directory directory) {
        Map<String, Object> data = new LinkedHashMap<>();
        lists(directory).forEach(list -> data.put(list.getName(),
                elements(directory, list).stream().map(new ElementData()::of).toList()));
        return data;
    }

    @SuppressWarnings("unchecked")
    private static List<Element> elements(Directory directory, EReference list) {
        return (List<Element>) directory.eGet(list);
    }

    private void print(Directory directory, EReference list) {
        List<EStructuralFeature> columns = list.getEReferenceType().getEAllStructuralFeatures().stream()
                .filter(feature -> Presentation.columnWidth(feature).isPresent()).toList();
        FileValues values = new FileValues();
        context().out().println(Presentation.label(list) + ":");
        for (Element element : elements(directory, list)) {
            List<String> texts = columns.stream().map(feature -> values.textOf(element, feature))
                    .filter(text -> !text.isEmpty()).toList();
            context().out().println("  " + OneLine.of(String.join("  ", texts)));
        }
    }
}
