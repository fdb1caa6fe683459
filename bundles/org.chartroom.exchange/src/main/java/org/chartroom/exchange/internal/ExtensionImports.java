package org.chartroom.exchange.internal;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import org.chartroom.core.fence.Fence;
import org.chartroom.core.fence.FenceException;
import org.chartroom.core.files.InputFiles;
import org.chartroom.core.files.RefusedFileException;
import org.chartroom.exchange.csv.CsvTable;
import org.chartroom.exchange.csv.ImportException;
import org.chartroom.exchange.importing.Importer;
import org.chartroom.exchange.importing.Imports;
import org.chartroom.exchange.importing.KnownFormat;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the importers that bundles contribute, fenced from each other. */
@Component
public final class ExtensionImports implements Imports {
    private static final String POINT = "org.chartroom.exchange.importers";
    /** The largest files that are taken are read in seconds. */
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Logger LOG = LoggerFactory.getLogger(ExtensionImports.class);

    private final Supplier<List<ContributedImporter>> contributions;
    private final Duration limit;
    private final Set<ContributedImporter> setAside = ConcurrentHashMap.newKeySet();

    /** @param registry the extension registry */
    @Activate
    public ExtensionImports(@Reference IExtensionRegistry registry) {
        this(() -> Arrays.stream(registry.getConfigurationElementsFor(POINT)).map(ExtensionImports::of).toList(),
                LIMIT);
    }

    ExtensionImports(Supplier<List<ContributedImporter>> contributions, Duration limit) {
        this.contributions = contributions;
        this.limit = limit;
    }

    private static ContributedImporter of(IConfigurationElement element) {
        return new ContributedImporter(element.getAttribute("format"), element.getContributor().getName(),
                new Factory(element));
    }

    /** Equal for the same extension, so that what was set aside stays so. */
    private record Factory(IConfigurationElement element) implements Callable<Importer> {
        @Override
        public Importer call() throws Exception {
            return (Importer) element.createExecutableExtension("class");
        }
    }

    private List<ContributedImporter> importers() {
        return contributions.get().stream().filter(one -> !setAside.contains(one)).toList();
    }

    @Override
    public List<String> formats() {
        return importers().stream().map(ContributedImporter::format).toList();
    }

    @Override
    public Optional<KnownFormat> of(Path file) {
        check(file);
        for (ContributedImporter one : importers()) {
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
        for (ContributedImporter one : importers()) {
            Optional<KnownFormat> found = attempt(one, table.file(), importer -> importer.read(table));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    @Override
    public KnownFormat read(String format, Path file) {
        ContributedImporter importer = importers().stream().filter(one -> format.equals(one.format())).findFirst()
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

    /** What is asked of an importer. */
    @FunctionalInterface
    private interface Question {
        Optional<KnownFormat> ask(Importer importer);
    }

    /** An importer that fails is no reason not to ask the next one. */
    private Optional<KnownFormat> attempt(ContributedImporter one, String file, Question question) {
        try {
            return Fence.call("importer " + one.format(), limit, () -> question.ask(one.factory().call()));
        } catch (FenceException e) {
            if (e.getCause() instanceof ImportException refused) {
                throw refused;
            }
            setAside.add(one);
            LOG.error(
                    "Importer {} of bundle {} {} on {} and is set aside until the next start. Tell its maker, or remove "
                            + "the bundle.",
                    one.format(), one.bundle(), e.getMessage(), file, e.getCause());
            return Optional.empty();
        }
    }
}
