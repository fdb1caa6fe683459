package org.chartroom.store.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;

import org.chartroom.core.files.PrivateFiles;
import org.chartroom.core.workspace.Revision;
import org.chartroom.core.workspace.Verification;
import org.chartroom.core.workspace.Verification.Kind;
import org.chartroom.core.workspace.Verification.Problem;
import org.chartroom.core.workspace.WorkspaceException;
import org.chartroom.store.internal.file.Catalogue;
import org.chartroom.store.internal.file.CatalogueReader;
import org.chartroom.store.internal.file.FileKey;
import org.chartroom.store.internal.file.StructureVerifier;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.osgi.util.NLS;

/**
 * Proves a database file from the bottom up: its trees and indexes, so that a search finds all that is there; its tables;
 * the checksums of the rows and the chain over them; what is noted beside them. It works on the file as it lies on the
 * disk, not on what a process has in memory.
 */
final class FileVerifier {
    private FileVerifier() {
    }

    /**
     * @param file a database file of the present version that nobody has open, to be used by this call alone
     * @param key its key
     * @param isLeft whether a process left the file in the middle of its work, though it was closed since
     * @param knownHeads hashes of revisions that are known from elsewhere
     * @param monitor is told how far it is, and ends the work when it is cancelled
     * @return what was found
     */
    static Verification verify(Path file, FileKey key, boolean isLeft, List<String> knownHeads,
            IProgressMonitor monitor) throws SQLException, IOException {
        endTransactions(file, key, isLeft);
        Catalogue definitions = CatalogueReader.read(file, key);
        FutureTask<List<Problem>> structure = new FutureTask<>(() -> structure(file, key, definitions));
        Thread walk = new Thread(structure, "Chartroom structure");
        walk.setDaemon(true);
        walk.start();
        Verification ofRows;
        try {
            ofRows = rows(file, key, definitions, knownHeads, monitor);
        } catch (OperationCanceledException e) {
            walk.interrupt();
            awaitEnd(walk);
            throw e;
        } catch (SQLException | IOException | RuntimeException e) {
            // Where the walk fails too, its failure lies deeper.
            result(walk, structure);
            throw e;
        }
        List<Problem> found = result(walk, structure);
        return new Verification(ofRows.revisions(), ofRows.rows(), ofRows.head(),
                Stream.concat(ofRows.problems().stream(), found.stream()).limit(Verification.MOST_PROBLEMS).toList());
    }

    /** Makes the copy of a database that is verified. */
    @FunctionalInterface
    interface Copying {
        /** @return hashes of revisions that are known from elsewhere */
        List<String> to(Path copy) throws SQLException, IOException;
    }

    /** Verifies a copy of the database of a workspace. */
    static Verification verifyCopy(WorkspaceFiles files, boolean isLeft, IProgressMonitor monitor, Copying copying) {
        WorkspaceException failure = null;
        Path folder = null;
        try {
            folder = PrivateFiles.createTempDirectory("chartroom-verify");
            Path copy = folder.resolve(files.database().getFileName());
            List<String> heads = copying.to(copy);
            return verify(copy, files.key(), isLeft, heads, monitor);
        } catch (OperationCanceledException e) {
            throw e;
        } catch (IOException | SQLException | RuntimeException e) {
            failure = Failures.translate(e, files);
            throw failure;
        } finally {
            StoreOpening.delete(folder, failure);
        }
    }

    private static List<Problem> structure(Path file, FileKey key, Catalogue definitions) {
        List<Problem> found = new ArrayList<>();
        StructureVerifier.verify(file, key, definitions, table -> found.add(new Problem(Kind.ALTERED, Revision.NONE,
                NLS.bind(Messages.verifyTableOrder, table))),
                index -> found.add(new Problem(Kind.ALTERED, Revision.NONE, NLS.bind(Messages.verifyIndex, index))));
        return found;
    }

    private static Verification rows(Path file, FileKey key, Catalogue definitions, List<String> knownHeads,
            IProgressMonitor monitor) throws SQLException, IOException {
        try (Database database = new Database(file, key, true, false)) {
            return new ChainVerifier(database.writer(), new TypeCatalog(database), definitions, knownHeads, monitor)
                    .verify();
        }
    }

    private static List<Problem> result(Thread walk, FutureTask<List<Problem>> structure) {
        awaitEnd(walk);
        try {
            return structure.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            throw new IllegalStateException("It has ended.", e);
        }
    }

    /** The walk has the file open, which is deleted next; so even who is interrupted waits for its end. */
    private static void awaitEnd(Thread walk) {
        boolean isInterrupted = false;
        while (walk.isAlive()) {
            try {
                walk.join();
            } catch (InterruptedException e) {
                isInterrupted = true;
            }
        }
        if (isInterrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * What a killed process left unfinished is undone, and an index made again that it had taken away, as when the workspace
     * is opened for writing. That the file was closed says little: who only reads it may have recovered it before, and that
     * closes it.
     */
    private static void endTransactions(Path file, FileKey key, boolean isLeft) throws SQLException, IOException {
        if (Recovery.recover(file, key) != Recovery.State.CLOSED || isLeft) {
            Recovery.repair(file, key);
        }
    }
}
