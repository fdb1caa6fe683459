package org.chartroom.exchange;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.chartroom.exchange.csv.CsvFiles;
import org.chartroom.exchange.csv.CsvTable;
import org.chartroom.exchange.csv.TableSearch;
import org.chartroom.exchange.importing.ColumnMapping;
import org.chartroom.exchange.importing.FieldNames;
import org.chartroom.exchange.importing.ImportPlan;
import org.chartroom.exchange.importing.ImportPlanner;
import org.chartroom.exchange.importing.MappingProposal;
import org.chartroom.exchange.xlsx.XlsxFiles;
import org.chartroom.model.Directory;
import org.chartroom.model.ModelFactory;
import org.chartroom.model.risk.RiskFactory;
import org.chartroom.model.risk.RiskPackage;
import org.chartroom.model.risk.RiskRegister;
import org.eclipse.emf.common.command.BasicCommandStack;
import org.eclipse.emf.edit.domain.AdapterFactoryEditingDomain;
import org.eclipse.emf.edit.provider.ReflectiveItemProviderAdapterFactory;
import org.junit.jupiter.api.io.TempDir;

/** A register and a directory that files are imported into, with the mapping that is proposed. */
abstract class RiskImports {
    final RiskRegister register = RiskFactory.eINSTANCE.createRiskRegister();
    final Directory directory = ModelFactory.eINSTANCE.createDirectory();
    final AdapterFactoryEditingDomain domain = new AdapterFactoryEditingDomain(
            new ReflectiveItemProviderAdapterFactory(), new BasicCommandStack());

    @TempDir
    Path folder;

    final ImportPlan importFile(Path file) {
        ImportPlan plan = plan(file);
        execute(plan);
        return plan;
    }

    final void execute(ImportPlan plan) {
        plan.command(domain).ifPresent(command -> domain.getCommandStack().execute(command));
    }

    final ImportPlan plan(Path file) {
        return plan(read(file));
    }

    final ImportPlan plan(CsvTable table) {
        return ImportPlanner.plan(table, propose(table), register, directory);
    }

    final List<ColumnMapping> propose(CsvTable table) {
        return MappingProposal.propose(table, RiskPackage.Literals.RISK, register);
    }

    static CsvTable read(Path file) {
        TableSearch search = TableSearch.by(FieldNames.of(RiskPackage.Literals.RISK));
        return XlsxFiles.isWorkbook(file)
                ? XlsxFiles.read(file, Optional.empty(), true, search)
                : CsvFiles.read(file, CsvFiles.detect(file, search), search);
    }

    final Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("table.csv"), text, StandardCharsets.UTF_8);
    }
}
