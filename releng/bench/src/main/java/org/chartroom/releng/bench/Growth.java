package org.chartroom.releng.bench;

import org.chartroom.model.risk.RiskPackage;
import org.eclipse.emf.ecore.EStructuralFeature;
import java.util.Map;
import org.chartroom.core.store.ChangeSetBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;

import org.chartroom.core.compare.Comparison;
import org.chartroom.core.compare.Side;
import org.chartroom.core.internal.workspace.DefaultWorkspaces;
import org.chartroom.core.store.WorkspaceStore;
import org.chartroom.core.workspace.Compaction;
import org.chartroom.core.workspace.EditSession;
import org.chartroom.core.workspace.HistoryQuery;
import org.chartroom.core.workspace.OpenMode;
import org.chartroom.core.workspace.Revision;
import org.chartroom.core.workspace.State;
import org.chartroom.core.workspace.Verification;
import org.chartroom.core.workspace.Workspace;
import org.chartroom.model.ModelPackage;
import org.chartroom.model.risk.Risk;
import org.chartroom.model.risk.RiskRegister;
import org.chartroom.store.internal.H2StoreProvider;

/** How a workspace behaves while it grows: each size does ten times the work of the one before. */
public final class Growth {
    private static final int ARTIFACTS = 1_000;
    private static final int REVISIONS = 100_000;
    private static final int CHANGES_OF_ONE_FIELD = 20;
    private static final int BETWEEN_BASELINES = 100;
    private static final int WARM_UPS = 30;
    private static final long WARM_UP_NANOS = 3_000_000_000L;
    private static final int RUNS = 5;
    private static final double MILLION = 1e6;
    private static final double MEGABYTE = 1024 * 1024;

    private final int artifacts;
    private final int items;
    private final int revisions;
    private final List<String> cells = new ArrayList<>();
    private final List<RiskRegister> registers = new ArrayList<>();
    private Path folder;
    private String riskId;
    private long past;
    private long head;

    private Growth(int artifacts, int items, int revisions) {
        this.artifacts = artifacts;
        this.items = items;
        this.revisions = revisions;
    }

    /**
     * @param arguments how much of the largest size to do, for example 0.1; 1 when nothing is given
     * @throws Exception when something fails
     */
    public static void main(String[] arguments) throws Exception {
        double scale = arguments.length == 0 ? 1 : Double.parseDouble(arguments[0]);
        List<List<String>> rows = new ArrayList<>();
        for (double part : new double[]{0.01, 0.1, 1}) {
            Growth growth = new Growth(Math.max(2, (int) (ARTIFACTS * part * scale)), ARTIFACTS,
                    Math.max(BETWEEN_BASELINES * 2, (int) (REVISIONS * part * scale)));
            rows.add(growth.run());
            System.out.println("| " + String.join(" | ", growth.cells) + " |");
        }
        System.out.println();
        System.out.println(
                "| items | artifacts | revisions | making s | MB | first opening s | MB then | open ms | history of one field ms"
                        + " | list as of a day ms | artifact as of a day ms | compare baselines ms | verify ms | compacted MB |");
        System.out.println("|---|---|---|---|---|---|---|---|---|---|---|---|---|---|");
        rows.forEach(row -> System.out.println("| " + String.join(" | ", row) + " |"));
    }

    private List<String> run() throws Exception {
        folder = Folders.create();
        try {
            long start = System.nanoTime();
            make();
            double making = (System.nanoTime() - start) / MILLION / 1000;
            add("%,d", (long) artifacts * items);
            add("%,d", artifacts);
            add("%,d", head);
            add("%.0f", making);
            add("%.1f", Files.size(folder.resolve("workspace.mv.db")) / MEGABYTE);
            // A file of which little is in use is compacted by its next opening.
            start = System.nanoTime();
            new H2StoreProvider().open(folder, OpenMode.READ_WRITE).close();
            add("%.1f", (System.nanoTime() - start) / MILLION / 1000);
            add("%.1f", Files.size(folder.resolve("workspace.mv.db")) / MEGABYTE);
            measure();
            return cells;
        } finally {
            Folders.delete(folder);
        }
    }

    private void add(String format, Object value) {
        cells.add(String.format(Locale.ROOT, format, value));
    }

    private void make() {
        Random random = new Random(1);
        try (WorkspaceStore store = new H2StoreProvider().open(folder, OpenMode.CREATE)) {
            for (int i = 0; i < artifacts; i++) {
                RiskRegister register = Registers.generate(items, i, false);
                head = store.commit(Registers.creation(register)).number();
                registers.add(register);
            }
            Risk watched = registers.get(0).getRisks().get(0);
            riskId = watched.getId();
            int each = Math.max(1, revisions / CHANGES_OF_ONE_FIELD);
            for (int i = 0; i < revisions; i++) {
                boolean isWatched = i % each == 0;
                RiskRegister register = registers.get(random.nextInt(artifacts));
                Risk risk = isWatched ? watched : register.getRisks().get(random.nextInt(items));
                EStructuralFeature feature = isWatched
                        ? RiskPackage.Literals.RISK__CURRENT_IMPACT
                        : ModelPackage.Literals.SUBJECT__TITLE;
                Object before = risk.eGet(feature);
                risk.eSet(feature, isWatched ? 1 + i / each % 5 : "changed " + i);
                head = store.commit(new ChangeSetBuilder().base(register.getId(), head)
                        .updated(risk, Map.of(feature, before)).build("bench", "")).number();
            }
        }
        past = head - BETWEEN_BASELINES;
        registers.clear();
    }

    private Workspace open() {
        return new DefaultWorkspaces(new H2StoreProvider()).open(folder, OpenMode.READ_WRITE, "bench");
    }

    private void measure() throws Exception {
        // The first opening of a day takes a backup, and the directory is made.
        open().close();
        add("%.0f", median(() -> {
            open().close();
            return null;
        }));
        try (Workspace workspace = open()) {
            HistoryQuery field = HistoryQuery.ofElement(riskId).forFeature("currentImpact");
            add("%.2f", median(() -> workspace.history(field)));
            State state = new State("past", past, Optional.empty());
            add("%.0f", median(() -> {
                try (EditSession session = workspace.openSession(state)) {
                    return session.artifacts();
                }
            }));
            String artifact = workspace.artifacts().get(0).id();
            add("%.0f", median(() -> {
                try (EditSession session = workspace.openSession(state)) {
                    return session.artifact(artifact);
                }
            }));
            State then = new State("then", past - BETWEEN_BASELINES / 2, Optional.empty());
            State now = new State("now", head, Optional.empty());
            add("%.0f", median(() -> {
                try (EditSession left = workspace.openSession(then); EditSession right = workspace.openSession(now)) {
                    return Comparison.of(Side.of(left), Side.of(right)).counts();
                }
            }));
            long start = System.nanoTime();
            Verification verification = workspace.verify(workspace.head().map(Revision::hash));
            if (!verification.problems().isEmpty()) {
                throw new IllegalStateException(verification.problems().toString());
            }
            add("%,.0f", (System.nanoTime() - start) / MILLION);
            Compaction compaction = workspace.compact();
            add("%.1f", compaction.bytesAfter() / MEGABYTE);
        }
    }

    /** Some runs first, so that it is not the compiler that is measured. */
    private static double median(Callable<?> work) throws Exception {
        long end = System.nanoTime() + WARM_UP_NANOS;
        for (int i = 0; i < WARM_UPS && System.nanoTime() < end; i++) {
            work.call();
        }
        double[] times = new double[RUNS];
        for (int i = 0; i < times.length; i++) {
            long start = System.nanoTime();
            work.call();
            times[i] = (System.nanoTime() - start) / MILLION;
        }
        Arrays.sort(times);
        return times[times.length / 2];
    }
}
