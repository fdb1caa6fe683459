package org.chartroom.core.internal.workspace;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import org.chartroom.core.workspace.BaselineInfo;
import org.chartroom.core.workspace.EditSession;
import org.chartroom.core.workspace.Revision;
import org.chartroom.core.workspace.State;
import org.chartroom.core.workspace.WorkspaceException;
import org.chartroom.core.workspace.WorkspaceException.Kind;
import org.chartroom.model.Baseline;
import org.chartroom.model.Directory;
import org.chartroom.model.ModelFactory;
import org.chartroom.model.Project;
import org.eclipse.osgi.util.NLS;

/** States and their names. Baselines are elements of the directory, so they have a history and are in the chain. */
final class Baselines {
    private static final String NUMBER = "(revision\\s+|r|#)?\\d{1,18}";

    private final DefaultWorkspace workspace;

    Baselines(DefaultWorkspace workspace) {
        this.workspace = workspace;
    }

    List<BaselineInfo> list() {
        return workspace.store().directoryId().flatMap(workspace.store()::load)
                .map(directory -> ((Directory) directory).getBaselines().stream().map(Baselines::info)
                        .sorted(Comparator.comparingLong(BaselineInfo::revision)
                                .thenComparing(BaselineInfo::createdAt))
                        .toList())
                .orElse(List.of());
    }

    private static BaselineInfo info(Baseline baseline) {
        // The project is in the same root, so it is there without a proxy.
        return new BaselineInfo(baseline.getId(), baseline.getName(),
                baseline.getDescription() == null ? "" : baseline.getDescription(), baseline.getRevision(),
                baseline.getHeadHash(), baseline.getCreatedAt(), baseline.getCreatedBy(),
                Optional.ofNullable(baseline.getProject()).map(Project::getId));
    }

    BaselineInfo create(String name, String description, Optional<String> projectId) {
        String wanted = name.strip();
        if (wanted.isEmpty() || isOtherwiseUnderstood(wanted)) {
            throw invalid(NLS.bind(Messages.baselineName, wanted));
        }
        if (find(wanted).isPresent()) {
            throw invalid(NLS.bind(Messages.baselineTaken, wanted));
        }
        Revision head = workspace.head().orElseThrow(
                () -> invalid(NLS.bind(Messages.baselineNothing, workspace.folder())));
        try (EditSession session = workspace.openSession()) {
            Directory directory = session.directory();
            Baseline baseline = ModelFactory.eINSTANCE.createBaseline();
            baseline.setId(UUID.randomUUID().toString());
            baseline.setName(wanted);
            baseline.setDescription(description.isEmpty() ? null : description);
            baseline.setRevision(head.number());
            baseline.setHeadHash(head.hash());
            baseline.setCreatedAt(workspace.clock().instant().truncatedTo(ChronoUnit.MICROS));
            baseline.setCreatedBy(workspace.author());
            projectId.ifPresent(id -> baseline.setProject(directory.getProjects().stream()
                    .filter(project -> id.equals(project.getId())).findFirst().orElseThrow(
                            () -> invalid(NLS.bind(Messages.baselineProject, id)))));
            directory.getBaselines().add(baseline);
            session.commit(description.isEmpty()
                    ? NLS.bind(Messages.baselineMade, wanted)
                    : NLS.bind(Messages.baselineMadeFor, wanted, description));
            return info(baseline);
        }
    }

    Revision remove(String name, String reason) {
        if (reason.isBlank()) {
            throw invalid(Messages.baselineReason);
        }
        BaselineInfo known = find(name).orElseThrow(
                () -> invalid(NLS.bind(Messages.baselineMissing, name)));
        try (EditSession session = workspace.openSession()) {
            session.directory().getBaselines().removeIf(baseline -> baseline.getId().equals(known.id()));
            return session.commit(NLS.bind(Messages.baselineRemoved, known.name(), reason));
        }
    }

    private Optional<BaselineInfo> find(String name) {
        return list().stream().filter(baseline -> baseline.name().equalsIgnoreCase(name.strip())).findFirst();
    }

    private static boolean isOtherwiseUnderstood(String text) {
        return text.equalsIgnoreCase("now") || text.toLowerCase(Locale.ROOT).matches(NUMBER) || time(text).isPresent();
    }

    State state(String text) {
        String wanted = text.strip();
        Optional<Revision> revision = Optional.empty();
        if (wanted.equalsIgnoreCase("now")) {
            return new State("now", workspace.head().map(Revision::number).orElse(Revision.NONE), Optional.empty(),
                    Optional.of(workspace.clock().instant()));
        } else if (wanted.toLowerCase(Locale.ROOT).matches(NUMBER)) {
            revision = workspace.revision(Long.parseLong(wanted.replaceAll("\\D", "")));
        } else if (time(wanted).isPresent()) {
            Instant moment = time(wanted).get();
            // Before the first commit there was nothing.
            long number = workspace.store().revisionAt(moment).map(Revision::number)
                    .orElse(Revision.NONE);
            return new State(wanted, number, Optional.empty(), Optional.of(moment));
        } else {
            Optional<BaselineInfo> baseline = find(wanted);
            if (baseline.isPresent()) {
                return State.of(baseline.get());
            }
        }
        return revision.map(State::of).orElseThrow(() -> invalid(
                NLS.bind(Messages.stateMissing, wanted, workspace.folder())));
    }

    /** @return the point in time that a text means; empty when it is none */
    private static Optional<Instant> time(String text) {
        if (!text.matches("\\d{4}-\\d\\d-\\d\\d.*")) {
            return Optional.empty();
        }
        try {
            if (text.length() == 10) {
                return Optional.of(LocalDate.parse(text).plusDays(1).atStartOfDay(ZoneId.systemDefault()).toInstant()
                        .minusNanos(1));
            }
            String time = text.replace(' ', 'T');
            return Optional.of(time.matches(".*(Z|[+-]\\d\\d:\\d\\d)")
                    ? OffsetDateTime.parse(time).toInstant()
                    : LocalDateTime.parse(time).atZone(ZoneId.systemDefault()).toInstant());
        } catch (DateTimeException e) {
            throw new WorkspaceException(Kind.INVALID,
                    NLS.bind(Messages.stateTime, text), e);
        }
    }

    private static WorkspaceException invalid(String message) {
        return new WorkspaceException(Kind.INVALID, message);
    }
}
