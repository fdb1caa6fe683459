package org.chartroom.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.chartroom.exchange.csv.CsvFiles;
import org.chartroom.exchange.csv.CsvTable;
import org.chartroom.exchange.export.CsvExport;
import org.chartroom.exchange.importing.ImportPlan;
import org.chartroom.exchange.importing.ImportPlan.Outcome;
import org.chartroom.exchange.importing.ImportPlanner;
import org.chartroom.exchange.importing.ManyTexts;
import org.chartroom.exchange.importing.MappingProposal;
import org.chartroom.model.Directory;
import org.chartroom.model.ModelFactory;
import org.chartroom.model.Vendor;
import org.chartroom.model.change.Change;
import org.chartroom.model.change.ChangeFactory;
import org.chartroom.model.change.ChangeLog;
import org.chartroom.model.change.ChangePackage;
import org.eclipse.emf.common.command.BasicCommandStack;
import org.eclipse.emf.edit.domain.AdapterFactoryEditingDomain;
import org.eclipse.emf.edit.provider.ReflectiveItemProviderAdapterFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Fields of many come in from one cell and from several rows. */
class ManyImportTest {
    private final ChangeLog log = ChangeFactory.eINSTANCE.createChangeLog();
    private final Directory directory = ModelFactory.eINSTANCE.createDirectory();
    private final AdapterFactoryEditingDomain domain = new AdapterFactoryEditingDomain(
            new ReflectiveItemProviderAdapterFactory(), new BasicCommandStack());

    @TempDir
    private Path folder;

    @BeforeEach
    void vendors() {
        for (String key : List.of("KUPFER", "NORDMED")) {
            Vendor vendor = ModelFactory.eINSTANCE.createVendor();
            vendor.setKey(key);
            directory.getVendors().add(vendor);
        }
    }

    private ImportPlan importText(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("changes.csv"), text);
        CsvTable table = CsvFiles.read(file, CsvFiles.detect(file));
        ImportPlan plan = ImportPlanner.plan(table,
                MappingProposal.propose(table, ChangePackage.Literals.CHANGE, log), log, directory);
        plan.command(domain).ifPresent(command -> domain.getCommandStack().execute(command));
        return plan;
    }

    private Change first() {
        return log.getChanges().get(0);
    }

    @Test
    void oneCellHoldsSeveralValues() throws Exception {
        importText("Title,Services,Affected vendors\nA,Mail; Payroll,KUPFER;nordmed\n");

        assertEquals(List.of("Mail", "Payroll"), first().getServices());
        assertEquals(directory.getVendors(), first().getAffectedVendors());
    }

    @Test
    void lineBreaksAndCommasSeparate() throws Exception {
        importText("Title,Services\nA,\"Mail\nPayroll\"\nB,\"Mail, Payroll\"\n");

        assertEquals(List.of("Mail", "Payroll"), first().getServices());
        assertEquals(List.of("Mail", "Payroll"), log.getChanges().get(1).getServices());
    }

    @Test
    void severalRowsBringOneEach() throws Exception {
        importText("Title,Services\nA,Mail\nA,Payroll\nA,Mail\n");

        assertEquals(1, log.getChanges().size());
        assertEquals(List.of("Mail", "Payroll"), first().getServices());
    }

    @Test
    void theFileSaysAllOfThem() throws Exception {
        importText("Title,Services\nA,Mail;Payroll\n");
        ImportPlan plan = importText("Title,Services\nA,Payroll;Wiki\n");

        assertEquals("Affected services: Mail, Payroll \u2192 Payroll, Wiki", plan.entries().get(0).detail());
        assertEquals(List.of("Payroll", "Wiki"), first().getServices());
    }

    @Test
    void whatIsNotThereIsRefused() throws Exception {
        ImportPlan plan = importText("Title,Affected vendors\nA,KUPFER;Acme\n");

        assertEquals("there is no vendor called \"Acme\"", plan.entries().get(0).detail());
        assertEquals(1, plan.count(Outcome.REFUSED));
    }

    @Test
    void theOwnExportChangesNothing() throws Exception {
        importText("Title,Services,Affected vendors\nA,\"Mail, Berlin;\",KUPFER;NORDMED\nB,Mail;Wiki,NORDMED\n");
        StringBuilder csv = new StringBuilder();
        CsvExport.write(log, csv);
        ImportPlan plan = importText(csv.toString());

        assertEquals(2, plan.count(Outcome.UNCHANGED), plan.entries().toString());
        assertTrue(plan.command(domain).isEmpty());
    }

    @Provide
    Arbitrary<List<String>> values() {
        return Arbitraries.strings().withChars("ab ,.-").ofMinLength(1).ofMaxLength(8).map(text -> "x" + text + "x")
                .list()
                .uniqueElements().ofMinSize(1).ofMaxSize(5);
    }

    @Property(tries = 200)
    void whatIsJoinedIsSplit(@ForAll("values") List<String> values) {
        assertEquals(values, ManyTexts.split(ManyTexts.join(values)));
    }
}
