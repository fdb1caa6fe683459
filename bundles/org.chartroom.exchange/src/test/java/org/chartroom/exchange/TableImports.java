package org.chartroom.exchange;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.chartroom.exchange.csv.CsvFiles;
import org.chartroom.exchange.csv.CsvTable;
import org.chartroom.exchange.csv.TableSearch;
import org.chartroom.exchange.importing.ColumnTarget;
import org.chartroom.exchange.importing.FieldNames;
import org.chartroom.exchange.importing.ImportPlan;
import org.chartroom.model.Artifact;
import org.chartroom.model.Directory;
import org.chartroom.model.ModelFactory;
import org.eclipse.emf.common.command.BasicCommandStack;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.edit.domain.AdapterFactoryEditingDomain;
import org.eclipse.emf.edit.provider.ReflectiveItemProviderAdapterFactory;
import org.junit.jupiter.api.io.TempDir;

/** A directory and an editing domain, for tables that are imported into an artifact. */
abstract class TableImports {
    final Directory directory = ModelFactory.eINSTANCE.createDirectory();
    final AdapterFactoryEditingDomain domain = new AdapterFactoryEditingDomain(
            new ReflectiveItemProviderAdapterFactory(), new BasicCommandStack());

    @TempDir
    Path folder;

    final ImportPlan execute(ImportPlan plan) {
        plan.command(domain).ifPresent(command -> domain.getCommandStack().execute(command));
        return plan;
    }

    final Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("table.csv"), text, StandardCharsets.UTF_8);
    }

    final CsvTable csv(Artifact artifact, String text) throws IOException {
        return csv(artifact, write(text));
    }

    static CsvTable csv(Artifact artifact, Path file) {
        TableSearch search = TableSearch.by(FieldNames.of(items(artifact)));
        return CsvFiles.read(file, CsvFiles.detect(file, search), search);
    }

    static EClass items(Artifact artifact) {
        return ColumnTarget.itemsOf(artifact.eClass()).orElseThrow().getEReferenceType();
    }
}
