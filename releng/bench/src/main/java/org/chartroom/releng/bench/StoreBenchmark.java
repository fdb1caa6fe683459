package org.chartroom.releng.bench;

import java.util.Map;
import org.chartroom.core.store.ChangeSetBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import org.chartroom.core.store.WorkspaceStore;
import org.chartroom.core.workspace.OpenMode;
import org.chartroom.core.workspace.Revision;
import org.chartroom.model.Element;
import org.chartroom.model.ModelPackage;
import org.chartroom.model.risk.Risk;
import org.chartroom.model.risk.RiskRegister;
import org.chartroom.store.internal.H2StoreProvider;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** What the store takes to load a register and to commit changes to it durably. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgs = "-Xmx3g")
@Warmup(iterations = 6)
@Measurement(iterations = 11)
public class StoreBenchmark {
    private static final int MANY = 1000;

    /** Number of risks. */
    @Param({"10000", "100000"})
    public int risks;

    private final Random random = new Random(1);
    private Path folder;
    private WorkspaceStore store;
    private RiskRegister register;
    private long head;
    private int counter;

    /** Makes a workspace that holds the register. */
    @Setup(Level.Trial)
    public void create() throws IOException {
        folder = Folders.create();
        RiskRegister generated = Registers.generate(risks);
        store = new H2StoreProvider().open(folder, OpenMode.CREATE);
        store.commit(Registers.creation(generated));
        // As after the start of the program, not as it was left by the import.
        reopen();
        register = (RiskRegister) store.load(generated.getId()).orElseThrow();
        head = store.head().map(Revision::number).orElseThrow();
    }

    private void reopen() {
        store.close();
        store = new H2StoreProvider().open(folder, OpenMode.READ_WRITE);
    }

    /** Removes the workspace. */
    @TearDown(Level.Trial)
    public void remove() throws IOException {
        store.close();
        Folders.delete(folder);
    }

    /** @return the register, loaded from the open workspace */
    @Benchmark
    public Element load() {
        return store.load(register.getId()).orElseThrow();
    }

    /** @return the register, loaded from a workspace that was closed */
    @Benchmark
    public Element openAndLoad() {
        reopen();
        return store.load(register.getId()).orElseThrow();
    }

    /** @return the revision of a commit of one changed field */
    @Benchmark
    @BenchmarkMode(Mode.SampleTime)
    @Warmup(iterations = 3, time = 3)
    @Measurement(iterations = 5, time = 3)
    public Revision commitOneField() {
        return commit(1);
    }

    /** @return the revision of a commit of a thousand changed fields */
    @Benchmark
    @Measurement(iterations = 30)
    public Revision commitThousandFields() {
        return commit(MANY);
    }

    private Revision commit(int size) {
        ChangeSetBuilder builder = new ChangeSetBuilder().base(register.getId(), head);
        for (int i = 0; i < size; i++) {
            Risk risk = register.getRisks().get(random.nextInt(risks));
            String before = risk.getTitle();
            risk.setTitle("changed " + counter++);
            builder.updated(risk, Map.of(ModelPackage.Literals.SUBJECT__TITLE, before));
        }
        Revision revision = store.commit(builder.build("bench", ""));
        head = revision.number();
        return revision;
    }
}
