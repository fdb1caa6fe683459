package org.chartroom.ui.internal.importing;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import org.chartroom.core.type.ArtifactType;
import org.chartroom.core.workspace.ArtifactInfo;
import org.chartroom.core.workspace.EditSession;
import org.chartroom.exchange.csv.CsvTable;
import org.chartroom.exchange.importing.ImportList;
import org.chartroom.model.Artifact;
import org.chartroom.model.Element;
import org.chartroom.model.ModelPackage;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.util.EcoreUtil;

/**
 * Where a table goes.
 *
 * @param type type of the artifact; empty for the directory
 * @param artifact the artifact; empty for a new one
 */
record ImportTarget(Optional<ArtifactType> type, Optional<ArtifactInfo> artifact) {
    /** People, projects, vendors, objectives and exchange rates. */
    static final ImportTarget DIRECTORY = new ImportTarget(Optional.empty(), Optional.empty());

    boolean isDirectory() {
        return type.isEmpty();
    }

    /** @return whether it is an artifact that the import makes */
    boolean isNew() {
        return type.isPresent() && artifact.isEmpty();
    }

    EClass rootClass() {
        return type.map(ArtifactType::eClass).orElse(ModelPackage.Literals.DIRECTORY);
    }

    /** @return what a session has of it; a new artifact is in no session */
    Element root(EditSession session) {
        if (isDirectory()) {
            return session.directory();
        }
        return artifact.flatMap(info -> session.artifact(info.id()))
                .orElseGet(() -> (Artifact) EcoreUtil.create(rootClass()));
    }

    /** @return the first of those that most columns of a table fit, or that it is meant for; empty when there is none */
    static Optional<ImportTarget> best(List<ImportTarget> candidates, CsvTable table, Predicate<ImportTarget> isMeant) {
        ImportTarget best = null;
        long most = -1;
        for (ImportTarget candidate : candidates) {
            long fitting = isMeant.test(candidate) ? Long.MAX_VALUE : candidate.fitting(table);
            if (fitting > most) {
                most = fitting;
                best = candidate;
            }
        }
        return Optional.ofNullable(best);
    }

    /** @return how many columns of a table find a field, in the main list of an artifact or in one of the directory */
    long fitting(CsvTable table) {
        Element root = (Element) EcoreUtil.create(rootClass());
        List<ImportList> lists = isDirectory()
                ? ImportList.of(rootClass())
                : ImportList.main(rootClass()).stream().toList();
        return lists.stream().mapToLong(list -> list.fittingColumns(table, root)).max().orElse(0);
    }
}
