package org.chartroom.core.workspace;

import java.util.Optional;

import org.chartroom.model.LifecycleStatus;
import org.eclipse.emf.ecore.EClass;

/**
 * What is known of an artifact without loading it.
 *
 * @param id the artifact's id
 * @param type its class
 * @param key its key; empty when it has none
 * @param title its title; empty when it has none
 * @param status where it stands in its life
 * @param projectId id of the project it belongs to; empty when it belongs to none
 * @param lastRevision number of the revision that changed the artifact, or something in it, last
 */
public record ArtifactInfo(String id, EClass type, String key, String title, LifecycleStatus status,
        Optional<String> projectId, long lastRevision) {
}
