package org.chartroom.store.internal;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.chartroom.core.workspace.WorkspaceException;
import org.chartroom.model.Element;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.osgi.util.NLS;

/** Compares what was read with its checksums: the database itself takes a flipped bit for data. */
final class RowVerifier {
    private final Path folder;

    /** @param folder of the workspace, for messages */
    RowVerifier(Path folder) {
        this.folder = folder;
    }

    /** @throws WorkspaceException of kind DAMAGED that names the first element that differs */
    void checkRows(List<StoredRow> rows) {
        Checksums checksums = new Checksums();
        for (StoredRow row : rows) {
            check(checksums, row);
        }
    }

    void check(Checksums checksums, StoredRow row) {
        if (!Arrays.equals(checksums.of(row), row.checksum())) {
            throw new WorkspaceException(WorkspaceException.Kind.DAMAGED,
                    NLS.bind(Messages.damagedRow, Labels.of(row), folder));
        }
    }

    void check(Checksums checksums, LinkRow link, String field, EObject owner) {
        if (!Arrays.equals(checksums.of(link), link.checksum())) {
            throw new WorkspaceException(WorkspaceException.Kind.DAMAGED,
                    NLS.bind(Messages.damagedLinks, new Object[]{field, Labels.of((Element) owner), folder}));
        }
    }
}
