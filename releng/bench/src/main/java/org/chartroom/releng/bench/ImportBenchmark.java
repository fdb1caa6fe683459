package org.chartroom.releng.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.chartroom.core.internal.workspace.DefaultWorkspaces;
import org.chartroom.core.workspace.EditSession;
import org.chartroom.core.workspace.OpenMode;
import org.chartroom.core.workspace.Workspace;
import org.chartroom.exchange.csv.CsvFiles;
import org.chartroom.exchange.csv.CsvTable;
import org.chartroom.exchange.importing.ImportPlan;
import org.chartroom.exchange.importing.ImportPlanner;
import org.chartroom.exchange.importing.MappingProposal;
import org.chartroom.model.Money;
import org.chartroom.model.risk.Risk;
import org.chartroom.model.risk.RiskFactory;
import org.chartroom.model.risk.RiskPackage;
import org.chartroom.model.risk.RiskRegister;
import org.chartroom.model.risk.RiskResponse;
import org.chartroom.model.risk.RiskStatus;
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

/** What the import of a CSV file takes, beside nothing but parsing the same file into the same EMF objects. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgs = "-Xmx3g")
@Warmup(iterations = 4)
@Measurement(iterations = 7)
public class ImportBenchmark {
    private static final String HEADER = "ID,Title,Category,Kind,Cause,Event,Consequence,Raised on,Status,"
            + "Current likelihood,Current impact,Response,Probability,\"Cost, minimum\",Review date";

    /** Number of risks. */
    @Param({"10000", "100000"})
    public int risks;

    private Path folder;
    private Path file;
    private Workspace workspace;

    /** Writes the file. */
    @Setup(Level.Trial)
    public void write() throws IOException {
        folder = Folders.create();
        file = folder.resolve("risks.csv");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(HEADER + "\n");
            for (int i = 1; i <= risks; i++) {
                out.write("R-" + i + ",Risk number " + i + ",Category " + i % 12
                        + ",threat,\"A cause, with a comma, of "
                        + i + "\",What may happen when " + i + " does,What follows from " + i + ",2026-0" + (1 + i % 9)
                        + "-15,assessed," + (1 + i % 5) + "," + (1 + i / 5 % 5) + ",mitigate,0." + (1 + i % 9) + ","
                        + i + ".50 EUR,2027-01-31\n");
            }
        }
    }

    /** Each import goes into a workspace of its own; making it is not measured. */
    @Setup(Level.Iteration)
    public void open() throws IOException {
        workspace = new DefaultWorkspaces(new H2StoreProvider()).open(
                Files.createTempDirectory(folder, "workspace"), OpenMode.CREATE, "bench");
    }

    /** Closes the workspace of an iteration. */
    @TearDown(Level.Iteration)
    public void close() {
        workspace.close();
    }

    /** Deletes everything. */
    @TearDown(Level.Trial)
    public void delete() throws IOException {
        Folders.delete(folder);
    }

    /** @return the register, read with each column known beforehand */
    @Benchmark
    public RiskRegister parseCsv() throws IOException {
        RiskRegister register = RiskFactory.eINSTANCE.createRiskRegister();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
                CSVParser parser = CSVFormat.DEFAULT.parse(reader)) {
            boolean header = true;
            for (CSVRecord record : parser) {
                if (!header) {
                    register.getRisks().add(risk(record));
                }
                header = false;
            }
        }
        return register;
    }

    private static Risk risk(CSVRecord record) {
        Risk risk = RiskFactory.eINSTANCE.createRisk();
        risk.setId(UUID.randomUUID().toString());
        risk.setKey(record.get(0));
        risk.setTitle(record.get(1));
        risk.setCategory(record.get(2));
        risk.setCause(record.get(4));
        risk.setEvent(record.get(5));
        risk.setConsequence(record.get(6));
        risk.setRaisedOn(LocalDate.parse(record.get(7)));
        risk.setStatus(RiskStatus.get(record.get(8)));
        risk.setCurrentLikelihood(Integer.valueOf(record.get(9)));
        risk.setCurrentImpact(Integer.valueOf(record.get(10)));
        risk.setResponse(RiskResponse.get(record.get(11)));
        risk.setProbability(new BigDecimal(record.get(12)));
        risk.setCostMin(Money.valueOf(record.get(13)));
        risk.setReviewDate(LocalDate.parse(record.get(14)));
        return risk;
    }

    /** @return number of rows imported: format found out, columns mapped, every value checked, as one undoable step */
    @Benchmark
    public long importCsv() {
        try (EditSession session = workspace.openSession()) {
            return importInto(session);
        }
    }

    /** @return number of rows imported, and committed durably with their history and hashes */
    @Benchmark
    public long importAndCommitCsv() {
        try (EditSession session = workspace.openSession()) {
            long rows = importInto(session);
            session.commit("import");
            return rows;
        }
    }

    private long importInto(EditSession session) {
        RiskRegister register = session.create(RiskPackage.Literals.RISK_REGISTER, "RSK", "Imported");
        CsvTable table = CsvFiles.read(file, CsvFiles.detect(file));
        ImportPlan plan = ImportPlanner.plan(table,
                MappingProposal.propose(table, RiskPackage.Literals.RISK, register), register, session.directory());
        session.editingDomain().getCommandStack().execute(plan.command(session.editingDomain()).orElseThrow());
        return plan.count(ImportPlan.Outcome.CREATED);
    }
}
