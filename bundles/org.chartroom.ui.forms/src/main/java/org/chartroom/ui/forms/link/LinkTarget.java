package org.chartroom.ui.forms.link;

import org.chartroom.model.Artifact;
import org.chartroom.model.Subject;

/**
 * What a link can lead to, without its object.
 *
 * @param artifactId id of the artifact that it is, or that it is in
 * @param id its own id
 * @param key its key
 * @param title its title; may be empty
 * @param artifact key and title of the artifact it is in; empty when it is an artifact
 */
record LinkTarget(String artifactId, String id, String key, String title, String artifact) {
    static LinkTarget of(Artifact artifact, Subject subject) {
        return new LinkTarget(artifact.getId(), subject.getId(), text(subject.getKey()), text(subject.getTitle()),
                subject == artifact ? "" : text(artifact.getKey()) + "  " + text(artifact.getTitle()));
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }

    String label() {
        return key + "  " + title;
    }
}
