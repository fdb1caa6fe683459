package org.chartroom.ui.internal.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.chartroom.core.workspace.EditSession;
import org.chartroom.exchange.csv.CsvTable;
import org.chartroom.exchange.importing.ColumnMapping;
import org.chartroom.exchange.importing.ColumnTarget;
import org.chartroom.exchange.importing.ImportList;
import org.chartroom.exchange.importing.ImportOptions;
import org.chartroom.exchange.importing.ImportPlan;
import org.chartroom.exchange.importing.ImportPlanner;
import org.chartroom.exchange.importing.MappingMemory;
import org.chartroom.exchange.importing.Scale;
import org.chartroom.exchange.importing.Scales;
import org.chartroom.exchange.importing.SheetLists;
import org.chartroom.model.Element;

/** One table of the file, with its list and what is done with its columns. */
final class TablePart {
    private final ImportList list;
    private final CsvTable table;
    private final boolean isRemembered;
    private List<ColumnMapping> mappings;

    /**
     * @param part the table and its list
     * @param mappings what is done with its columns
     * @param isRemembered whether they go where those of the last file with the same header went
     */
    TablePart(SheetLists.Part part, List<ColumnMapping> mappings, boolean isRemembered) {
        this.list = part.list();
        this.table = part.table();
        this.mappings = new ArrayList<>(mappings);
        this.isRemembered = isRemembered;
    }

    SheetLists.Part part() {
        return new SheetLists.Part(list, table);
    }

    ImportList list() {
        return list;
    }

    CsvTable table() {
        return table;
    }

    boolean isRemembered() {
        return isRemembered;
    }

    List<ColumnMapping> mappings() {
        return mappings;
    }

    /** Sends a column elsewhere; what the other columns are spread like has its say, too. */
    void map(ColumnMapping mapping, Optional<ColumnTarget> target, Element root, Optional<Scale> said) {
        set(mapping.to(target));
        set(Scales.judge(table, mappings, root, said).get(mapping.column()));
    }

    void set(ColumnMapping mapping) {
        mappings.set(mapping.column(), mapping);
    }

    /** Judges the scales of all columns anew. */
    void judge(Element root, Optional<Scale> said) {
        mappings = new ArrayList<>(Scales.judge(table, mappings, root, said));
    }

    ImportPlan plan(Element root, EditSession session, ImportOptions options) {
        ImportPlan plan = ImportPlanner.plan(table, mappings, root, list, session.directory(), options);
        return isRemembered ? plan.saying(List.of(MappingMemory.said())) : plan;
    }

    void remember(MappingMemory memory) {
        memory.remember(table, list.elementClass(), mappings);
    }
}
