package org.chartroom.exchange.importing;

import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.chartroom.core.type.ItemKeys;
import org.chartroom.exchange.csv.CsvTable;
import org.chartroom.exchange.importing.ImportPlan.Entry;
import org.chartroom.exchange.importing.ImportPlan.Outcome;
import org.chartroom.model.Directory;
import org.chartroom.model.Item;
import org.chartroom.model.Money;
import org.chartroom.model.change.Change;
import org.chartroom.model.change.ChangeFactory;
import org.chartroom.model.change.ChangeLog;
import org.chartroom.model.change.ChangePackage;
import org.chartroom.model.change.ChangeState;
import org.chartroom.model.change.ChangeSubject;
import org.chartroom.model.change.ChangeTransition;

/**
 * Takes each change of money or time in a forecast history as an authorised change of the day it was reported; used once.
 * A row without either is none. A change is known again by its project, its day and what it changed.
 */
final class ForecastChanges {
    private final CsvTable table;
    private final ChangeLog log;
    private final Directory directory;
    private final Map<String, Integer> known = new HashMap<>();
    private final List<Entry> entries = new ArrayList<>();
    private final List<Item> created = new ArrayList<>();
    private int lastNumber;

    ForecastChanges(CsvTable table, ChangeLog log, Directory directory) {
        this.table = table;
        this.log = log;
        this.directory = directory;
    }

    ImportPlan plan() {
        lastNumber = ItemKeys.highest(log.getChanges(), ChangePackage.Literals.CHANGE);
        log.getChanges().forEach(change -> known.merge(identity(change), 1, Integer::sum));
        ForecastTable history = new ForecastTable(table);
        Map<String, List<ForecastTable.Entry>> projects = history.read();
        projects.forEach((project, rows) -> rows.stream().filter(ForecastTable.Entry::isChange)
                .forEach(row -> add(project, row)));
        entries.sort(Comparator.comparingLong(Entry::line));
        return new ImportPlan(entries, List.of(), history.notes(), history.nowhere(projects, false), Optional.empty(),
                new ImportPlan.Changes(log, ChangePackage.Literals.CHANGE_LOG__CHANGES, created, List.of(), directory,
                        List.of())::command);
    }

    private void add(String project, ForecastTable.Entry row) {
        Change change = change(project, row);
        boolean isThere = known.merge(identity(change), -1, Integer::sum) >= 0;
        if (!isThere) {
            change.setKey(ItemKeys.key(ChangePackage.Literals.CHANGE, ++lastNumber));
            created.add(change);
        }
        entries.add(new Entry(isThere ? Outcome.UNCHANGED : Outcome.CREATED, row.line(), change.getTitle(), "",
                ""));
    }

    private static String identity(Change change) {
        BigDecimal cost = change.getCostImpact() == null ? BigDecimal.ZERO : change.getCostImpact().amount();
        return change.getTitle() + "\n" + change.getRaisedOn() + "\n" + cost.stripTrailingZeros().toPlainString() + "\n"
                + change.getScheduleImpact();
    }

    private Change change(String project, ForecastTable.Entry row) {
        Change change = ChangeFactory.eINSTANCE.createChange();
        change.setId(UUID.randomUUID().toString());
        change.setTitle(project + " " + row.name());
        change.setReason(row.phase().isEmpty() ? null : row.phase());
        change.setRaisedOn(row.reported());
        boolean isMoney = row.money() != null && row.money().signum() != 0;
        change.setSubject(isMoney ? ChangeSubject.BUDGET : ChangeSubject.SCHEDULE);
        if (isMoney) {
            change.setCostImpact(Money.of(row.money(), Currency.getInstance(ForecastTable.CURRENCY)));
        }
        change.setScheduleImpact(row.days());
        change.getDeliverables().add(project);
        change.setState(ChangeState.AUTHORISED);
        ChangeTransition step = ChangeFactory.eINSTANCE.createChangeTransition();
        step.setId(UUID.randomUUID().toString());
        step.setFromState(ChangeState.DRAFT);
        step.setToState(ChangeState.AUTHORISED);
        step.setChangeClass(change.getChangeClass().getLiteral());
        step.setAt(row.reported().atStartOfDay(ZoneOffset.UTC).toInstant());
        step.setBy(table.file());
        step.setWhy(Messages.reportedAsDone);
        change.getTransitions().add(step);
        return change;
    }
}
