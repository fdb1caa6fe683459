package org.chartroom.cli.internal;

import java.util.LinkedHashMap;
import java.util.Map;

import org.chartroom.core.workspace.Revision;

/** Revisions as data to print. */
final class RevisionData {
    private RevisionData() {
    }

    static Map<String, Object> of(Revision revision) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("revision", revision.number());
        data.put("at", revision.committedAt().toString());
        data.put("author", revision.author());
        data.put("reason", revision.reason());
        data.put("hash", revision.hash());
        return data;
    }
}
