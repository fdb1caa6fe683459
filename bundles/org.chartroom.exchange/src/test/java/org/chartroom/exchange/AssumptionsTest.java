package org.chartroom.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.chartroom.core.type.Presentation;
import org.chartroom.exchange.csv.CsvFiles;
import org.chartroom.exchange.csv.CsvTable;
import org.chartroom.exchange.csv.TableSearch;
import org.chartroom.exchange.importing.ImportList;
import org.chartroom.exchange.importing.ImportOptions;
import org.chartroom.exchange.importing.ImportPlan;
import org.chartroom.exchange.importing.ImportPlanner;
import org.chartroom.model.Directory;
import org.chartroom.model.ModelFactory;
import org.chartroom.model.vendor.Metric;
import org.chartroom.model.vendor.MetricDirection;
import org.chartroom.model.vendor.VendorFactory;
import org.chartroom.model.vendor.VendorPackage;
import org.chartroom.model.vendor.VendorScorecard;
import org.eclipse.emf.common.command.BasicCommandStack;
import org.eclipse.emf.edit.domain.AdapterFactoryEditingDomain;
import org.eclipse.emf.edit.provider.ReflectiveItemProviderAdapterFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A field that always has a value and turns the figures around is told where nobody said it. */
class AssumptionsTest {
    private static final String NOTE = "Direction is taken as \"higherIsBetter\" where the file does not say it; new ones: ";

    private final Directory directory = ModelFactory.eINSTANCE.createDirectory();
    private final VendorScorecard card = VendorFactory.eINSTANCE.createVendorScorecard();
    private final AdapterFactoryEditingDomain domain = new AdapterFactoryEditingDomain(
            new ReflectiveItemProviderAdapterFactory(), new BasicCommandStack());

    @TempDir
    private Path folder;

    private List<String> notes(String text) throws IOException {
        ImportList target = ImportList.named(card.eClass(), "metrics").orElseThrow();
        Path file = Files.writeString(folder.resolve("table.csv"), text);
        TableSearch search = TableSearch.by(target.fieldNames());
        CsvTable table = CsvFiles.read(file, CsvFiles.detect(file, search), search);
        ImportPlan plan = ImportPlanner.plan(table, target.propose(table, card), card, target, directory,
                ImportOptions.NONE);
        plan.command(domain).ifPresent(command -> domain.getCommandStack().execute(command));
        return plan.notes().stream().filter(note -> note.startsWith("Direction")).toList();
    }

    @Test
    void theDirectionOfNewMetricsThatNobodySaidIsToldOnceWithTheirNumber() throws Exception {
        assertEquals(List.of(NOTE + "2."), notes("Title,Unit\nUptime,%\nResponse time,ms\n"));
        assertEquals(MetricDirection.HIGHER_IS_BETTER, card.getMetrics().get(0).getDirection());
    }

    @Test
    void onlyRowsThatLeaveTheDirectionOpenAreCounted() throws Exception {
        assertEquals(List.of(NOTE + "1."), notes(
                "Title,Unit,Direction\nUptime,%,higher is better\nResponse time,ms,lower is better\nCalls,,\n"));
    }

    @Test
    void whatIsSaidIsNotAssumedEvenWhenItIsTheUsualValue() throws Exception {
        assertEquals(List.of(), notes("Title,Unit,Direction\nUptime,%,higher is better\n"));
    }

    @Test
    void whatIsThereKeepsItsDirectionAndNothingIsTold() throws Exception {
        notes("Title,Unit,Direction\nResponse time,ms,lower is better\n");

        assertEquals(List.of(), notes("Title,Unit\nResponse time,s\n"));
        Metric metric = card.getMetrics().get(0);
        assertEquals("s", metric.getUnit());
        assertEquals(MetricDirection.LOWER_IS_BETTER, metric.getDirection());
    }

    @Test
    void refusedRowsAreNotCounted() throws Exception {
        assertEquals(List.of(NOTE + "1."), notes("Title,Direction\nUptime,\nResponse time,sideways\n"));
    }

    @Test
    void theModelSaysWhichFieldsItIs() {
        assertTrue(Presentation.detail(VendorPackage.Literals.METRIC__DIRECTION, "assumed").isPresent());
    }
}
