package org.chartroom.ui.internal.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import org.chartroom.core.evidence.Evidences;
import org.chartroom.core.files.InputFiles;
import org.chartroom.core.files.InsideFolder;
import org.chartroom.core.files.OutputFiles;
import org.chartroom.core.files.PrivateFiles;
import org.chartroom.core.workspace.EvidenceStore;
import org.chartroom.core.workspace.WorkspaceException;
import org.chartroom.model.Evidence;
import org.chartroom.ui.forms.Notice;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Shell;

/** Takes files into the workspace and hands them out, each in a job: they may be large. */
final class EvidenceContents {
    private static final int STEP = 1 << 20;
    /** What a model from elsewhere calls evidence must not run when somebody only wants to look at it. */
    private static final Set<String> PROGRAMS = Set.of("bat", "cmd", "com", "desktop", "exe", "hta", "jar", "js", "lnk",
            "msi", "ps1", "py", "reg", "scr", "sh", "vbs", "wsf");

    private final Shell shell;
    private final EvidenceStore store;

    EvidenceContents(Shell shell, EvidenceStore store) {
        this.shell = shell;
        this.store = store;
    }

    /** What a job does. */
    @FunctionalInterface
    private interface Work {
        void run(IProgressMonitor monitor) throws IOException;
    }

    /** Stores a file and hands its SHA-256 over, in the user interface. */
    void keep(Path file, Consumer<String> stored) {
        String name = file.getFileName().toString();
        run(NLS.bind(Messages.job, name), reason -> NLS.bind(Messages.readFailed, name, reason), monitor -> {
            InputFiles.check(file);
            monitor.beginTask(name, (int) (Files.size(file) / STEP) + 1);
            try (InputStream in = Files.newInputStream(file)) {
                String sha256 = store.keep(in, monitor);
                inUi(() -> stored.accept(sha256));
            }
        });
    }

    /** Opens an address, or a copy of a stored file, with the program of the system for it. */
    void open(Evidence evidence) {
        String name = evidence.getName() == null ? "" : evidence.getName();
        Optional<String> hash = Evidences.storedHash(evidence.getUri());
        if (hash.isEmpty()) {
            String address = evidence.getUri() == null ? "" : evidence.getUri();
            if (!address.matches("(?i)https?://.*") || !Program.launch(address)) {
                tell(NLS.bind(Messages.noProgram, address));
            }
        } else if (PROGRAMS.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT))) {
            tell(NLS.bind(Messages.isProgram, name));
        } else {
            run(NLS.bind(Messages.openJob, name), reason -> NLS.bind(Messages.readFailed, name, reason), monitor -> {
                Path copy = InsideFolder.file(PrivateFiles.createTempDirectory("evidence-"), fileName(evidence));
                copy.toFile().deleteOnExit();
                copy.getParent().toFile().deleteOnExit();
                if (copy(evidence, hash.get(), copy, monitor)) {
                    // Who changes the copy would think the evidence changed.
                    copy.toFile().setReadOnly();
                    inUi(() -> {
                        if (!Program.launch(copy.toString())) {
                            tell(NLS.bind(Messages.noProgram, name));
                        }
                    });
                }
            });
        }
    }

    /** Writes a stored file to where somebody wants it. */
    void save(Evidence evidence, Path target) {
        Evidences.storedHash(evidence.getUri()).ifPresent(hash -> run(NLS.bind(Messages.openJob, evidence.getName()),
                reason -> NLS.bind(Messages.copyFailed, new Object[]{evidence.getName(), target, reason}),
                monitor -> copy(evidence, hash, target, monitor)));
    }

    /** @return a name for a copy, without what would lead to another folder */
    static String fileName(Evidence evidence) {
        String name = evidence.getName() == null
                ? ""
                : evidence.getName().replaceAll(
                        "[\\\\/:*?\"<>|\\p{Cc}\\p{Cs}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]", "_")
                        .replaceFirst("[. ]+$", "");
        return name.isBlank() || name.startsWith(".") ? "evidence" + name : name;
    }

    private boolean copy(Evidence evidence, String hash, Path target, IProgressMonitor monitor) throws IOException {
        EvidenceStore.State state = state(evidence, store, monitor);
        if (state != EvidenceStore.State.MATCHES) {
            inUi(() -> tell(NLS.bind(state == EvidenceStore.State.DIFFERS ? Messages.altered : Messages.missingText,
                    evidence.getName())));
            return false;
        }
        try (InputStream in = store.read(hash).orElseThrow()) {
            OutputFiles.write(target, in::transferTo);
        }
        return true;
    }

    /** @return what became of the file of a piece of evidence that is stored */
    static EvidenceStore.State state(Evidence evidence, EvidenceStore store, IProgressMonitor monitor) {
        String hash = Evidences.storedHash(evidence.getUri()).orElseThrow();
        EvidenceStore.State state = store.check(hash, monitor);
        // The place and the noted hash say the same, unless one of them was altered.
        return state == EvidenceStore.State.MATCHES && !hash.equalsIgnoreCase(evidence.getSha256())
                ? EvidenceStore.State.DIFFERS
                : state;
    }

    private void run(String title, UnaryOperator<String> failure, Work work) {
        Job job = Job.create(title, (IProgressMonitor monitor) -> {
            try {
                work.run(monitor);
            } catch (WorkspaceException e) {
                ILog.get().error(e.getMessage(), e);
                inUi(() -> tell(e.getMessage()));
            } catch (IOException e) {
                String told = failure.apply(e.getMessage());
                ILog.get().error(told, e);
                inUi(() -> tell(told));
            }
        });
        job.setUser(true);
        job.schedule();
    }

    private void inUi(Runnable action) {
        if (!shell.isDisposed()) {
            shell.getDisplay().asyncExec(() -> {
                if (!shell.isDisposed()) {
                    action.run();
                }
            });
        }
    }

    private void tell(String message) {
        Notice.information(shell, Messages.title, message);
    }
}
