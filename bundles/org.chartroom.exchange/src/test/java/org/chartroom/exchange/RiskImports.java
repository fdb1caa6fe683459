package org.chartroom.exchange;

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
import org.chartroom.model.risk.RiskFactory;
import org.chartroom.model.risk.RiskPackage;
import org.chartroom.model.risk.RiskRegister;

/** A register and a directory that files are imported into, with the mapping that is proposed. */
abstract class RiskImports extends TableImports {
    final RiskRegister register = RiskFactory.eINSTANCE.createRiskRegister();

    final ImportPlan importFile(Path file) {
        return execute(plan(file));
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
}
