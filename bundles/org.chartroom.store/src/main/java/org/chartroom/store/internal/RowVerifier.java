package org.chartroom.store.internal;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.chartroom.core.workspace.WorkspaceException;
import org.chartroom.model.Element;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.osgi.util.NLS;

/** Compares what was read with its checksums: the database itself takes a flipped bit for data. */
final class RowVerifier {
    private static final int KEEP_ALIVE_SECONDS = 5;

    private final Path folder;
    /** One thread that ends when it has nothing to do; the common pool has none to spare on two cores. */
    private final ThreadPoolExecutor worker;

    /** @param folder of the workspace, for messages */
    RowVerifier(Path folder) {
        this.folder = folder;
        worker = new ThreadPoolExecutor(1, 1, KEEP_ALIVE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(),
                task -> {
                    Thread thread = new Thread(task, "Chartroom checksums");
                    thread.setDaemon(true);
                    return thread;
                });
        worker.allowCoreThreadTimeOut(true);
    }

    /** Checks rows beside the caller's work. */
    CompletableFuture<Void> checkLater(List<StoredRow> rows) {
        return CompletableFuture.runAsync(() -> checkRows(rows), worker);
    }

    /** @throws WorkspaceException of kind DAMAGED that names the first element that differs */
    private void checkRows(List<StoredRow> rows) {
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
