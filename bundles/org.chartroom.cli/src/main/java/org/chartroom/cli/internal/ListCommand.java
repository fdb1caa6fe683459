package org.chartroom.cli.internal;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.chartroom.core.type.Presentation;
import org.chartroom.core.value.NaturalOrder;
import org.chartroom.core.workspace.ArtifactInfo;
import org.chartroom.core.workspace.EditSession;
import org.chartroom.core.workspace.Workspace;
import org.chartroom.exchange.importing.Unsealing;
import org.chartroom.model.SealedArtifact;
import org.eclipse.emf.ecore.EClass;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the artifacts. */
@Command(name = "list", description = "Lists the artifacts of the workspace.")
final class ListCommand extends AbstractCommand {
    @Option(names = "--json", description = "Prints JSON.")
    private boolean json;

    @Option(names = "--at", paramLabel = "STATE", description = "As of a revision, a baseline, a day (2026-12-31) or a "
            + "time; the newest state when none is named.")
    private String at;

    @Option(names = "--type", paramLabel = "ID", description = "Only artifacts of this type, for example "
            + "org.chartroom.risk.register.")
    private String type;

    ListCommand(Context context) {
        super(context);
    }

    @Override
    public Integer call() {
        try (Workspace workspace = context().openToRead(); EditSession session = context().session(workspace, at)) {
            EClass wanted = type == null ? null : context().type(type).eClass();
            NaturalOrder order = NaturalOrder.current();
            List<ArtifactInfo> artifacts = session.artifacts().stream()
                    .filter(artifact -> wanted == null || artifact.type() == wanted)
                    .sorted(Comparator.comparing(ArtifactInfo::key, order)).toList();
            List<SealedArtifact> sealed = wanted == null
                    ? session.directory().getSealed().stream()
                            .sorted(Comparator.comparing(SealedArtifact::getKey, order)).toList()
                    : List.of();
            if (json) {
                context().json(Stream.concat(artifacts.stream().map(this::data),
                        sealed.stream().map(ListCommand::data)).toList());
                return 0;
            }
            if (!sealed.isEmpty()) {
                print(artifacts);
                sealed.forEach(one -> print(one, session));
            } else if (artifacts.isEmpty() && type != null) {
                context().out().println("No artifacts of this type.");
            } else if (artifacts.isEmpty() && at == null) {
                context().out().println("No artifacts yet; import some with \"chartroom import FILE\".");
            } else {
                print(artifacts);
            }
        }
        return 0;
    }

    private void print(List<ArtifactInfo> artifacts) {
        int width = artifacts.stream().mapToInt(artifact -> Presentation.label(artifact.type()).length()).max()
                .orElse(1);
        artifacts.forEach(artifact -> context().out().printf(Locale.ROOT, "%-10s %-" + width + "s %-12s %s%n",
                artifact.key(), Presentation.label(artifact.type()), artifact.status().getLiteral(),
                OneLine.of(artifact.title())));
    }

    private void print(SealedArtifact sealed, EditSession session) {
        String text = Unsealing.isPossible(sealed, session, context()::eClass)
                ? Messages.sealedReady
                : Messages.sealedLine;
        context().out().println(OneLine.of(Messages.bind(text,
                new Object[]{String.format(Locale.ROOT, "%-10s", sealed.getKey()), sealed.getTitle(),
                        sealed.getType()})));
    }

    private static Map<String, Object> data(SealedArtifact sealed) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("key", sealed.getKey());
        data.put("id", sealed.getArtifactId());
        data.put("type", sealed.getType());
        data.put("title", sealed.getTitle());
        data.put("sealed", sealed.getFormat());
        return data;
    }

    private Map<String, Object> data(ArtifactInfo artifact) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("key", artifact.key());
        data.put("id", artifact.id());
        data.put("type", context().types().idOf(artifact.type()));
        data.put("title", artifact.title());
        data.put("status", artifact.status().getLiteral());
        data.put("lastRevision", artifact.lastRevision());
        return data;
    }
}
