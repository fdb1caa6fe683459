package org.chartroom.store.internal;

import org.chartroom.testkit.store.Samples;
import org.chartroom.testkit.store.Commits;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.chartroom.core.workspace.OpenMode;
import org.chartroom.core.workspace.WorkspaceException;
import org.chartroom.model.ModelPackage;
import org.chartroom.model.risk.Risk;
import org.chartroom.model.risk.RiskPackage;
import org.chartroom.model.risk.RiskRegister;

/** What tests do in a process of its own; it prints one line for each step. */
final class Child {
    static final String OPEN = "open";
    static final String COMMITTED = "committed ";
    static final String FAILED = "failed ";
    static final String STARTS = "starts";
    static final String DONE = "done";
    /** The place at which the process ends; set for the test, handed to the next process. */
    static final String STOP_AT = "chartroom.stop.of.child";
    static final int RISKS_OF_AN_IMPORT = 2_500;
    private static final int WORDS_OF_A_CAUSE = 1_000;

    private Child() {
    }

    /** Starts this class in a new process, by way of a shell command that ends with it. */
    static Process start(String shellPrefix, String task, Path folder) throws IOException {
        List<String> command = new ArrayList<>(List.of("sh", "-c", shellPrefix + "exec \"$@\"", "sh",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xshare:auto",
                "-XX:TieredStopAtLevel=1", "-Dchartroom.stop.at=" + Integer.getInteger(STOP_AT, 0), "-cp",
                System.getProperty("java.class.path"), Child.class.getName(), task,
                folder.toString()));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    static Process start(String task, Path folder) throws IOException {
        return start("", task, folder);
    }

    /** @return the next line of a process that does not begin with something else */
    static String line(BufferedReader out) throws IOException {
        String line = out.readLine();
        if (line == null) {
            throw new IOException("The process ended.");
        }
        return line;
    }

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[1]);
        // Outside of OSGi a package is registered when it is first used.
        RiskPackage.eINSTANCE.getNsURI();
        if (arguments[0].equals("migrate")) {
            System.out.println(STARTS);
        }
        if (arguments[0].equals("protect")) {
            new H2StoreProvider().protect(folder, StepsTest.PASSWORD, Optional.of("right".toCharArray()));
            System.out.println(DONE);
            return;
        } else if (arguments[0].equals("unprotect")) {
            new H2StoreProvider().protect(folder, StepsTest.PASSWORD, Optional.empty());
            System.out.println(DONE);
            return;
        }
        try (H2WorkspaceStore store = (H2WorkspaceStore) new H2StoreProvider().open(folder, OpenMode.READ_WRITE,
                StepsTest.PASSWORD)) {
            System.out.println(OPEN);
            switch (arguments[0]) {
                case "hold" -> System.in.read();
                case "commit" -> commit(store, "x");
                case "import" -> importOnce(store);
                case "compact" -> compact(store);
                case "one" -> {
                    commitOnce(store);
                    System.out.println(DONE);
                }
                case "many" -> {
                    commitMany(store);
                    System.out.println(DONE);
                }
                case "type" -> {
                    commitNewType(store);
                    System.out.println(DONE);
                }
                case "backup" -> {
                    store.backup();
                    System.out.println(DONE);
                }
                case "restore" -> {
                    store.restore(new H2StoreProvider().backups(folder).get(0).file());
                    System.out.println(DONE);
                }
                case "saveAs" -> {
                    store.saveAs(folder.resolveSibling("elsewhere"));
                    System.out.println(DONE);
                }
                case "migrate" -> System.out.println(DONE);
                case "fill" -> commit(store, "filling the disk ".repeat(5_000));
                default -> throw new IllegalArgumentException(arguments[0]);
            }
        } catch (WorkspaceException e) {
            System.out.println(FAILED + e.kind() + " " + e.getMessage());
        }
    }

    private static void commitOnce(H2WorkspaceStore store) {
        RiskRegister register = (RiskRegister) store.load(store.artifacts().get(0).id()).orElseThrow();
        long next = store.head().orElseThrow().number() + 1;
        register.setTitle(title(next));
        new Commits().update(register, ModelPackage.Literals.SUBJECT__TITLE).to(store);
        System.out.println(COMMITTED + next);
    }

    /** Of a type that the workspace has no tables for yet. */
    private static void commitNewType(H2WorkspaceStore store) {
        RiskRegister register = (RiskRegister) store.load(store.artifacts().get(0).id()).orElseThrow();
        long next = store.head().orElseThrow().number() + 1;
        register.setTitle(title(next));
        register.getRisks().get(0).getActions().add(Samples.action("new"));
        new Commits().update(register, ModelPackage.Literals.SUBJECT__TITLE)
                .create(register.getRisks().get(0).getActions().get(0))
                .order(register.getRisks().get(0), RiskPackage.Literals.RISK__ACTIONS).to(store);
        System.out.println(COMMITTED + next);
    }

    private static void commit(H2WorkspaceStore store, String filling) {
        RiskRegister register = (RiskRegister) store.load(store.artifacts().get(0).id()).orElseThrow();
        while (true) {
            long next = store.head().orElseThrow().number() + 1;
            register.setTitle(title(next));
            register.getRisks().get(0).setTitle(title(next));
            register.setSummary(filling + next);
            new Commits()
                    .update(register, ModelPackage.Literals.SUBJECT__TITLE, ModelPackage.Literals.ARTIFACT__SUMMARY)
                    .update(register.getRisks().get(0), ModelPackage.Literals.SUBJECT__TITLE).to(store);
            System.out.println(COMMITTED + next);
        }
    }

    /** Many at once, beside a change of what is there. */
    private static void commitMany(H2WorkspaceStore store) {
        RiskRegister register = (RiskRegister) store.load(store.artifacts().get(0).id()).orElseThrow();
        long next = store.head().orElseThrow().number() + 1;
        register.setTitle(title(next));
        new Commits().update(register, ModelPackage.Literals.SUBJECT__TITLE).create(many(next)).to(store);
        System.out.println(COMMITTED + next);
    }

    /**
     * More at once than is there, so that the store takes its way for many rows; and large ones, so that they become committed
     * ones in several parts.
     */
    static RiskRegister many(long next) {
        RiskRegister register = Samples.register("RSK-" + next);
        register.setTitle(title(next));
        for (int i = 1; i <= RISKS_OF_AN_IMPORT; i++) {
            Risk risk = Samples.risk("R-" + i, title(next));
            risk.setCause("Cause ".repeat(WORDS_OF_A_CAUSE) + i);
            register.getRisks().add(risk);
        }
        return register;
    }

    private static void importOnce(H2WorkspaceStore store) {
        long next = store.head().orElseThrow().number() + 1;
        RiskRegister register = many(next);
        System.out.println(STARTS);
        new Commits().create(register).to(store);
        System.out.println(COMMITTED + next);
        System.out.println(DONE);
    }

    private static void compact(H2WorkspaceStore store) {
        System.out.println(STARTS);
        store.compact();
        System.out.println(DONE);
    }

    static String title(long revision) {
        return "title " + revision;
    }
}
