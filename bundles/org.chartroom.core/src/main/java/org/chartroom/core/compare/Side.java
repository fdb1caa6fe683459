package org.chartroom.core.compare;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.chartroom.core.workspace.ArtifactInfo;
import org.chartroom.core.workspace.EditSession;
import org.chartroom.core.workspace.Revision;
import org.chartroom.core.workspace.State;
import org.chartroom.model.Artifact;
import org.chartroom.model.Element;

/** One of the two things that are compared: a state of a workspace, or the artifacts of a file. */
public final class Side {
    private final String label;
    private final EditSession session;
    private final Collection<? extends Artifact> artifacts;

    private Side(String label, EditSession session, Collection<? extends Artifact> artifacts) {
        this.label = label;
        this.session = session;
        this.artifacts = artifacts;
    }

    /**
     * @param session a session over a state of the past, or over the newest one with what is not committed yet; open as
     *        long as the comparison is used
     * @return the side
     */
    public static Side of(EditSession session) {
        return new Side(session.asOf().map(State::label).orElse("now"), session, List.of());
    }

    /**
     * @param label name of the file
     * @param artifacts the artifacts in it; only these are compared, whatever else the other side has
     * @return the side
     */
    public static Side of(String label, Collection<? extends Artifact> artifacts) {
        return new Side(label, null, List.copyOf(artifacts));
    }

    /** @return what users call it */
    public String label() {
        return label;
    }

    Optional<EditSession> session() {
        return Optional.ofNullable(session);
    }

    /** @return whether this is a file, which is compared with what the other side has of the same artifacts */
    boolean isFile() {
        return session == null;
    }

    Optional<String> projectId() {
        return session().flatMap(EditSession::asOf).flatMap(State::projectId);
    }

    /** @return number of the newest revision in it; empty when there is more in it than is committed */
    Optional<Long> revision() {
        return session().filter(one -> one.asOf().isPresent() || !one.isDirty()).map(one -> one.asOf()
                .map(State::revision)
                .orElseGet(() -> one.workspace().head().map(Revision::number).orElse(Revision.NONE)));
    }

    /** @return ids of the artifacts in it, limited to a project where one is named */
    Set<String> ids(Optional<String> project) {
        if (isFile()) {
            return Set.copyOf(artifacts.stream().map(Element::getId).toList());
        }
        return Set.copyOf(session.artifacts().stream()
                .filter(info -> project.isEmpty() || info.projectId().equals(project)).map(ArtifactInfo::id).toList());
    }

    /** @return the artifacts of these ids that are in it */
    List<Element> load(Collection<String> ids) {
        List<Element> roots = new ArrayList<>();
        if (isFile()) {
            artifacts.stream().filter(artifact -> ids.contains(artifact.getId())).forEach(roots::add);
        } else {
            ids.forEach(id -> session.artifact(id).ifPresent(roots::add));
        }
        return roots;
    }
}
