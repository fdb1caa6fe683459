package org.chartroom.core.workspace;

import java.time.Instant;
import java.util.Optional;

/**
 * A state of the workspace, or of one project in it, that was given a name.
 *
 * @param id id of the baseline
 * @param name what people call it; unique, whatever its case
 * @param description what it stands for; may be empty
 * @param revision number of the newest revision in it
 * @param headHash hash of that revision
 * @param createdAt when it was made, UTC
 * @param createdBy who made it
 * @param projectId id of the project it is limited to; empty for the whole workspace
 */
public record BaselineInfo(String id, String name, String description, long revision, String headHash,
        Instant createdAt, String createdBy, Optional<String> projectId) {
}
