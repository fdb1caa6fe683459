package org.chartroom.exchange.internal;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.chartroom.core.contribution.Contribution;
import org.chartroom.core.contribution.ContributionHost;
import org.chartroom.core.contribution.ContributionRegistry;
import org.chartroom.core.contribution.Quarantine;
import org.chartroom.core.contribution.QuarantinedException;
import org.chartroom.core.files.InputFiles;
import org.chartroom.core.files.RefusedFileException;
import org.chartroom.exchange.csv.CsvTable;
import org.chartroom.exchange.csv.ImportException;
import org.chartroom.exchange.importing.Importer;
import org.chartroom.exchange.importing.Imports;
import org.chartroom.exchange.importing.KnownFormat;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the importers that bundles contribute, fenced from each other. */
@Component
public final class ExtensionImports implements Imports, ContributionHost {
    private static final String POINT = "org.chartroom.exchange.importers";
    /** The largest files that are taken are read in seconds. */
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Logger LOG = LoggerFactory.getLogger(ExtensionImports.class);

    private final ContributionRegistry<Importer> contributions;

    /** @param registry the extension registry */
    @Activate
    public ExtensionImports(@Reference IExtensionRegistry registry) {
        this(ContributionRegistry.of(registry, POINT, "format", Importer.class, "importer", LIMIT));
    }

    ExtensionImports(ContributionRegistry<Importer> contributions) {
        this.contributions = contributions;
    }

    @Override
    public List<String> formats() {
        return contributions.usable().stream().map(Contribution::id).toList();
    }

    @Override
    public Optional<KnownFormat> of(Path file) {
        check(file);
        for (Contribution<Importer> one : contributions.usable()) {
            Optional<KnownFormat> found = attempt(one, file.toString(),
                    importer -> importer.isMeant(file) ? Optional.of(importer.read(file)) : Optional.empty());
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    @Override
    public Optional<KnownFormat> of(CsvTable table) {
        for (Contribution<Importer> one : contributions.usable()) {
            Optional<KnownFormat> found = attempt(one, table.file(), importer -> importer.read(table));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    @Override
    public KnownFormat read(String format, Path file) {
        contributions.quarantined().stream().filter(one -> format.equals(one.contribution().id())).findFirst()
                .ifPresent(one -> {
                    throw new ImportException(Messages.bind(Messages.importerSetAside,
                            new Object[]{format, one.contribution().bundle(), one.reason()}));
                });
        Contribution<Importer> importer = contributions.usable().stream().filter(one -> format.equals(one.id()))
                .findFirst()
                .orElseThrow(() -> new ImportException(
                        Messages.bind(Messages.noImportFormat, format, String.join(", ", formats()))));
        check(file);
        return attempt(importer, file.toString(), one -> Optional.of(one.read(file)))
                .orElseThrow(() -> new ImportException(Messages.bind(Messages.importerFailed,
                        new Object[]{format, importer.bundle(), file.getFileName()})));
    }

    /** An importer would wait for ever for what a pipe gives. */
    private static void check(Path file) {
        try {
            InputFiles.check(file);
        } catch (RefusedFileException e) {
            throw new ImportException(e.getMessage(), e);
        }
    }

    /** An importer that fails is no reason not to ask the next one. */
    private Optional<KnownFormat> attempt(Contribution<Importer> one, String file,
            ContributionRegistry.Call<Importer, Optional<KnownFormat>> question) {
        try {
            return contributions.call(one, file, question, ImportException.class::isInstance);
        } catch (QuarantinedException e) {
            LOG.debug("The next importer is asked.", e);
            return Optional.empty();
        }
    }

    @Override
    public List<String> setAside() {
        return contributions.quarantined().stream().map(one -> Messages.bind(Messages.importerLeftOut,
                new Object[]{Objects.toString(one.contribution().id(), ""), one.contribution().bundle(), one.reason()}))
                .toList();
    }

    @Override
    public List<Quarantine> quarantined() {
        return contributions.quarantined();
    }

    @Override
    public int readmit() {
        return contributions.readmit();
    }
}
