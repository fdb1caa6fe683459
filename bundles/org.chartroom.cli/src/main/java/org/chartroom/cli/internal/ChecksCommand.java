package org.chartroom.cli.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.chartroom.core.check.CheckInfo;
import org.chartroom.core.check.CheckSettings;
import org.chartroom.core.workspace.EditSession;
import org.chartroom.core.workspace.OpenMode;
import org.chartroom.core.workspace.Workspace;
import org.chartroom.model.CheckSetting;
import org.chartroom.model.CheckSeverity;
import org.chartroom.model.Directory;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists the checks, or changes how the workspace runs one of them. */
@Command(name = "checks", description = "Lists the checks with their severities and thresholds, and how this workspace runs "
        + "them; or, with an id, changes that. A change needs a reason and is kept in the history.")
final class ChecksCommand extends AbstractCommand {
    @Parameters(arity = "0..1", paramLabel = "ID", description = "Id of a check of the list.")
    private String id;

    @Option(names = "--severity", paramLabel = "SEVERITY", description = "How serious what it finds is taken: declared, "
            + "error, warning, info or off. One that is off does not run, and each artifact says so.")
    private String severity;

    @Option(names = "--threshold", paramLabel = "NAME=VALUE", description = "A threshold; can be given several times.")
    private List<String> thresholds = new ArrayList<>();

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why.")
    private String reason = "";

    @Option(names = "--json", description = "Prints JSON.")
    private boolean json;

    ChecksCommand(Context context) {
        super(context);
    }

    @Override
    public Integer call() {
        if (id == null) {
            if (severity != null || !thresholds.isEmpty()) {
                throw new InputException(Messages.checksNoId);
            }
            list();
            return 0;
        }
        if (severity == null && thresholds.isEmpty()) {
            throw new InputException(Messages.bind(Messages.checksNothing, id));
        }
        if (reason.isBlank()) {
            throw new InputException(Messages.bind(Messages.checksReason, id));
        }
        change(context().checks().catalogue().stream().filter(one -> one.id().equals(id)).findFirst()
                .orElseThrow(() -> new InputException(Messages.bind(Messages.checksUnknown, id))));
        return 0;
    }

    private void change(CheckInfo info) {
        CheckSeverity wanted = severity == null ? CheckSeverity.DECLARED : CheckSeverity.get(severity);
        if (wanted == null) {
            throw new InputException(Messages.bind(Messages.checksSeverity, severity));
        }
        thresholds.forEach(text -> {
            boolean isKnown = CheckSettings.threshold(text).filter(said -> info.parameters().stream()
                    .anyMatch(one -> one.name().equals(said.getKey()))).isPresent();
            if (!isKnown) {
                throw new InputException(Messages.bind(Messages.checksThreshold, new Object[]{text, id,
                        info.parameters().stream().map(CheckInfo.Parameter::name).collect(Collectors.joining(", "))}));
            }
        });
        try (Workspace workspace = context().open(OpenMode.READ_WRITE); EditSession session = workspace.openSession()) {
            session.editingDomain().getCommandStack().execute(CheckSettings.change(session.editingDomain(),
                    session.directory(), id, wanted, thresholds, reason));
            context().out().println("Revision " + session.commit(reason).number() + ".");
        }
    }

    private void list() {
        try (Workspace workspace = context().openToRead(); EditSession session = workspace.openSession()) {
            Directory directory = session.directory();
            CheckSettings settings = CheckSettings.of(directory);
            List<Map<String, Object>> all = context().checks().catalogue().stream()
                    .map(info -> data(settings.applied(info), settings)).toList();
            if (json) {
                context().json(all);
            } else {
                all.forEach(one -> context().out().println(OneLine.of(line(one))));
            }
        }
    }

    private static Map<String, Object> data(CheckInfo info, CheckSettings settings) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("id", info.id());
        data.put("name", info.name());
        data.put("description", info.description());
        data.put("severity", settings.isOff(info.id()) ? "off" : info.severity().name().toLowerCase(Locale.ROOT));
        data.put("thresholds", info.parameters().stream().collect(Collectors.toMap(CheckInfo.Parameter::name,
                one -> one.value().toPlainString(), (first, more) -> first, LinkedHashMap::new)));
        data.put("reason", settings.of(info.id()).map(CheckSetting::getReason).orElse(null));
        return data;
    }

    private static String line(Map<String, Object> check) {
        Map<?, ?> values = (Map<?, ?>) check.get("thresholds");
        return String.format(Locale.ROOT, "%-7s %-45s %s%s%s", check.get("severity"), check.get("id"),
                check.get("name"),
                values.isEmpty() ? "" : " " + values,
                check.get("reason") == null ? "" : " \u2013 " + check.get("reason"));
    }
}
