package org.chartroom.cli.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.chartroom.exchange.csv.CsvTable;
import org.chartroom.exchange.importing.ImportPlan;
import org.chartroom.exchange.importing.ImportPlan.Entry;
import org.chartroom.exchange.importing.ImportPlan.Outcome;
import org.chartroom.exchange.importing.PlanData;
import org.chartroom.exchange.importing.PlanText;
import org.chartroom.exchange.importing.TablePlan;

/** Says what an import did or would do, and how the file was taken. */
final class ImportPrinter {
    private final Context context;
    private final boolean dryRun;
    private final boolean json;

    ImportPrinter(Context context, boolean dryRun, boolean json) {
        this.context = context;
        this.dryRun = dryRun;
        this.json = json;
    }

    /**
     * A table that was planned.
     *
     * @param plan the plan
     * @param table the table, for its places
     * @param key key of the artifact, with the list behind it where it is not the main one
     */
    record Planned(ImportPlan plan, CsvTable table, String key) {
    }

    /**
     * @param all what was planned, the main table first
     * @param withheld why nothing was written though there was something to write; empty otherwise
     */
    void print(List<Planned> all, Optional<String> withheld) {
        if (json) {
            Map<String, Object> data = data(all.get(0), withheld);
            if (all.size() > 1) {
                data.put("sheets", all.stream().skip(1).map(one -> data(one, withheld)).toList());
            }
            context.json(data);
            return;
        }
        for (int i = 0; i < all.size(); i++) {
            print(all.get(i), i == all.size() - 1 ? withheld : Optional.empty());
        }
    }

    private void print(Planned planned, Optional<String> withheld) {
        ImportPlan plan = planned.plan;
        CsvTable table = planned.table;
        PlanText.taken(plan, table, TablePlan.Column::field)
                .forEach(line -> context.out().println(OneLine.of(line)));
        for (Entry entry : plan.entries()) {
            if (entry.outcome() == Outcome.REFUSED || dryRun && entry.outcome() != Outcome.UNCHANGED) {
                context.out().println(table.place(entry.line()) + ": " + name(entry.outcome()) + " "
                        + OneLine.of(entry.label()) + (entry.column().isEmpty() ? "" : ", ")
                        + (entry.column().isEmpty() && !entry.detail().isEmpty() ? ": " : "") + entry.said());
            }
        }
        PlanText.told(plan, table).forEach(line -> context.out().println(OneLine.of(line)));
        withheld.ifPresent(context.out()::println);
        context.out().println(planned.key + (dryRun ? " (dry run)" : "") + ": " + plan.count(Outcome.CREATED) + " new, "
                + plan.count(Outcome.CHANGED) + " changed, " + plan.count(Outcome.UNCHANGED) + " unchanged, "
                + plan.count(Outcome.REFUSED) + " refused.");
    }

    private static String name(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }

    private Map<String, Object> data(Planned planned, Optional<String> withheld) {
        ImportPlan plan = planned.plan;
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("artifact", planned.key);
        data.put("written", !dryRun && withheld.isEmpty());
        withheld.ifPresent(reason -> data.put("withheld", reason));
        for (Outcome outcome : Outcome.values()) {
            data.put(name(outcome), plan.count(outcome));
        }
        data.put("newPeople", plan.newPeople());
        plan.table().ifPresent(table -> data.put("plan", PlanData.of(table)));
        data.put("notes", plan.notes());
        data.put("nowhere", plan.nowhere());
        data.put("totals", PlanData.of(plan.totals()));
        data.put("rows", plan.entries());
        return data;
    }
}
