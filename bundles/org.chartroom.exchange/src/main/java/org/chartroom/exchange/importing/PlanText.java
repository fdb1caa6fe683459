package org.chartroom.exchange.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.chartroom.exchange.csv.CsvTable;

/** Says in words how a table is taken and what the import of it does, the same on the command line and in the wizard. */
public final class PlanText {
    private static final int MOST_WORDS = 12;
    private static final int MOST_PEOPLE = 20;

    private PlanText() {
    }

    /**
     * @param plan what the import does
     * @param table the table
     * @param field what the field of a column is called
     * @return where the table is, and where each column goes, one line each; empty when its fields have fixed meanings
     */
    public static List<String> taken(ImportPlan plan, CsvTable table,
            Function<TablePlan.Column, Optional<String>> field) {
        return plan.table().map(one -> lines(one, table, field)).orElse(List.of());
    }

    /**
     * @param plan what the import does
     * @param table the table
     * @return what is to be said beside its rows, what is to be looked at first before the rest: figures that contradict their
     *         rows, people that the directory gets, what was taken for granted, what goes nowhere, and totals; one line each
     */
    public static List<String> told(ImportPlan plan, CsvTable table) {
        List<String> lines = new ArrayList<>(TotalsText.contradictions(plan.totals(), table::place));
        if (!plan.newPeople().isEmpty()) {
            lines.add(Messages.bind(Messages.newPeople, people(plan.newPeople())));
        }
        lines.addAll(plan.notes());
        lines.addAll(TotalsText.lines(plan.totals()));
        return lines;
    }

    private static String people(List<String> names) {
        return names.size() <= MOST_PEOPLE
                ? String.join(", ", names)
                : Messages.bind(Messages.andMore, String.join(", ", names.subList(0, MOST_PEOPLE)),
                        names.size() - MOST_PEOPLE);
    }

    /**
     * @param plan how the table is taken
     * @param table the table
     * @param field what the field of a column is called
     * @return where the table is, and where each column goes; one line each
     */
    public static List<String> lines(TablePlan plan, CsvTable table,
            Function<TablePlan.Column, Optional<String>> field) {
        List<String> lines = new ArrayList<>();
        lines.add(place(plan, table));
        for (TablePlan.Column column : plan.columns()) {
            String details = details(column);
            lines.add("  " + column.name() + " > " + field.apply(column)
                    .or(column::label)
                    .orElse(column.comparedWith().map(other -> Messages.bind(Messages.comparedWith, other))
                            .orElse(Messages.nowhere))
                    + (details.isEmpty() ? "" : " (" + details + ")"));
        }
        return lines;
    }

    private static String place(TablePlan plan, CsvTable table) {
        String header = plan.headerRow() == 0
                ? Messages.noHeader
                : Messages.bind(Messages.headerIn, table.place(plan.headerRow()));
        if (plan.sheet().isEmpty()) {
            return Messages.bind(Messages.textTaken, new Object[]{table.file(), plan.encoding().orElse(""),
                    plan.delimiter().map(one -> one.equals("\t") ? "tab" : one).orElse(""), header});
        }
        // Records of a JSON file are text, and name their fields themselves.
        boolean areRecords = plan.encoding().isPresent();
        String taken = areRecords
                ? Messages.bind(Messages.recordsTaken, table.file(), plan.sheet().get())
                : Messages.bind(Messages.sheetTaken, new Object[]{table.file(), plan.sheet().get(), header});
        return plan.otherSheets().isEmpty()
                ? taken
                : taken + " " + Messages.bind(areRecords ? Messages.otherLists : Messages.otherSheets,
                        String.join(", ", plan.otherSheets()));
    }

    /**
     * @param column a column
     * @return what is taken of its values
     */
    private static String details(TablePlan.Column column) {
        List<String> details = new ArrayList<>();
        if (column.field().isEmpty()) {
            details.add(Messages.bind(Messages.values, column.values()));
        }
        column.decimal().ifPresent(mark -> details.add(Messages.bind(Messages.decimalMark, mark)));
        column.dateOrder().ifPresent(order -> details.add(Messages.bind(Messages.dateOrder, order)));
        column.scale().ifPresent(scale -> details.add(Messages.bind(Messages.scaleOf, scale)));
        column.currency().ifPresent(currency -> details.add(Messages.bind(Messages.inCurrency, currency)));
        column.unit().ifPresent(unit -> details.add(Messages.bind(Messages.unitOfHeader, unit)));
        if (!column.words().isEmpty()) {
            details.add(column.words().entrySet().stream().limit(MOST_WORDS)
                    .map(word -> word.getKey() + " = " + word.getValue()).collect(Collectors.joining(", "))
                    + (column.words().size() > MOST_WORDS ? ", \u2026" : ""));
        }
        return String.join("; ", details);
    }
}
