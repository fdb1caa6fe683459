package org.chartroom.releng.bench;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs the benchmarks and prints medians, ratios and whether the goals are met. */
public final class Main {
    private static final int SMALL = 10_000;
    private static final int LARGE = 100_000;
    private static final double MEDIAN = 50;
    private static final String LOAD = "load";
    private static final String ONE = "commitOneField";
    private static final String MANY = "commitThousandFields";

    private final Map<String, Double> medians = new LinkedHashMap<>();

    private Main() {
    }

    /**
     * @param arguments "imports" for imports and workbooks only; nothing for all
     * @throws RunnerException when a benchmark can't be run
     */
    public static void main(String[] arguments) throws RunnerException {
        Main main = new Main();
        if (!List.of(arguments).contains("imports")) {
            main.runStore();
            main.printStore();
        }
        main.run(new OptionsBuilder().include(ImportBenchmark.class.getName() + ".*"));
        main.run(new OptionsBuilder().include(WorkbookBenchmark.class.getName() + ".*"));
        main.printImports();
    }

    private void runStore() throws RunnerException {
        run(new OptionsBuilder().include(StoreBenchmark.class.getName() + ".*"));
        run(new OptionsBuilder().include(XmiBenchmark.class.getName() + ".*").param("options", "tuned"));
        // Loading with default options and ids is quadratic: minutes at the larger size, so one load of the smaller one must do.
        run(new OptionsBuilder().include(XmiBenchmark.class.getName() + ".*").param("options", "default")
                .param("risks", Integer.toString(SMALL)).warmupIterations(0).measurementIterations(1));
    }

    private void run(ChainedOptionsBuilder builder) throws RunnerException {
        Options options = builder.shouldFailOnError(true).timeout(TimeValue.minutes(20)).build();
        Collection<RunResult> results = new Runner(options).run();
        for (RunResult result : results) {
            String[] name = result.getParams().getBenchmark().split("\\.");
            String kind = result.getParams().getParam("options");
            medians.put(key(kind == null ? "store" : kind, name[name.length - 1],
                    Integer.parseInt(result.getParams().getParam("risks"))),
                    result.getPrimaryResult().getStatistics().getPercentile(MEDIAN));
        }
    }

    private static String key(String kind, String benchmark, int risks) {
        return kind + " " + benchmark + " " + risks;
    }

    private double median(String kind, String benchmark, int risks) {
        return medians.getOrDefault(key(kind, benchmark, risks), Double.NaN);
    }

    private void printStore() {
        System.out.println();
        System.out.println("Medians in milliseconds; XMI tuned / store is the ratio.");
        System.out.println();
        System.out.println("| work | risks | store | XMI tuned | ratio | XMI default |");
        System.out.println("|---|---|---|---|---|---|");
        for (String benchmark : List.of(LOAD, "openAndLoad", ONE, MANY)) {
            for (int risks : new int[]{SMALL, LARGE}) {
                String compared = "openAndLoad".equals(benchmark) ? LOAD : benchmark;
                double store = median("store", benchmark, risks);
                double tuned = median("tuned", compared, risks);
                System.out.printf(Locale.ROOT, "| %s | %,d | %s | %s | %.1f | %s |%n", benchmark, risks, number(store),
                        number(tuned), tuned / store, number(median("default", compared, risks)));
            }
        }
        System.out.println();
        System.out.println("| goal | wanted | measured | |");
        System.out.println("|---|---|---|---|");
        double one = median("store", ONE, LARGE);
        goal("commit of one field at 100,000 against rewriting tuned XMI", 1000, true,
                median("tuned", ONE, LARGE) / one);
        goal("commit of one field at 100,000 against 10,000", 1.3, false, one / median("store", ONE, SMALL));
        goal("load of 100,000 against tuned XMI", 2, true,
                median("tuned", LOAD, LARGE) / median("store", LOAD, LARGE));
    }

    private void printImports() {
        System.out.println();
        System.out.println("| goal | wanted | measured | |");
        System.out.println("|---|---|---|---|");
        double parse = median("store", "parseCsv", LARGE);
        goal("import of 100,000 risks from CSV into the editor against parsing them", 2.5, false,
                median("store", "importCsv", LARGE) / parse);
        goal("the same, committed durably", 5, false, median("store", "importAndCommitCsv", LARGE) / parse);
        goal("reading a workbook of 100,000 x 15 against the event reader of POI", 1, false,
                median("store", "readWorkbook", LARGE) / median("store", "readPoi", LARGE));
        goal("writing a register of 100,000 as a workbook against fastexcel", 1.2, false,
                median("store", "writeWorkbook", LARGE) / median("store", "writeFastexcel", LARGE));
        System.out.println();
        System.out.println("| work | risks | ms |");
        System.out.println("|---|---|---|");
        for (String benchmark : List.of("parseCsv", "importCsv", "importAndCommitCsv", "readPoi", "readWorkbook",
                "writeFastexcel", "writeWorkbook")) {
            for (int risks : new int[]{SMALL, LARGE}) {
                System.out.printf(Locale.ROOT, "| %s | %,d | %s |%n", benchmark, risks,
                        number(median("store", benchmark, risks)));
            }
        }
    }

    private static void goal(String name, double wanted, boolean atLeast, double measured) {
        boolean met = atLeast ? measured >= wanted : measured <= wanted;
        System.out.printf(Locale.ROOT, "| %s | %s %,.1fx | %,.2fx | %s |%n", name, atLeast ? "at least" : "at most",
                wanted, measured, met ? "met" : "MISSED");
    }

    private static String number(double milliseconds) {
        if (Double.isNaN(milliseconds)) {
            return "";
        }
        return String.format(Locale.ROOT, milliseconds < 10 ? "%.2f" : "%,.0f", milliseconds);
    }
}
