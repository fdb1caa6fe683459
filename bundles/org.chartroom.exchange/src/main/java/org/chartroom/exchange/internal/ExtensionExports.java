package org.chartroom.exchange.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.chartroom.exchange.export.ExportException;
import org.chartroom.exchange.export.ExportFormat;
import org.chartroom.exchange.export.Exporter;
import org.chartroom.exchange.export.Exports;
import org.chartroom.model.Artifact;
import org.chartroom.model.Directory;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.emf.ecore.EClass;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the exporters that bundles contribute, fenced from each other. */
@Component
public final class ExtensionExports implements Exports {
    private static final String POINT = "org.chartroom.exchange.exporters";
    private static final Logger LOG = LoggerFactory.getLogger(ExtensionExports.class);

    private final Supplier<List<ContributedExporter>> contributions;
    private final Set<ContributedExporter.Key> setAside = ConcurrentHashMap.newKeySet();

    /** @param registry the extension registry */
    @Activate
    public ExtensionExports(@Reference IExtensionRegistry registry) {
        this(() -> Arrays.stream(registry.getConfigurationElementsFor(POINT)).map(ExtensionExports::of).toList());
    }

    ExtensionExports(Supplier<List<ContributedExporter>> contributions) {
        this.contributions = contributions;
    }

    private static ContributedExporter of(IConfigurationElement element) {
        return new ContributedExporter(new ExportFormat(element.getAttribute("format"), element.getAttribute("name"),
                "." + element.getAttribute("extension")), element.getContributor().getName(),
                element.getAttribute("package"), element.getAttribute("type"),
                () -> (Exporter) element.createExecutableExtension("class"));
    }

    private List<ContributedExporter> exporters(EClass type) {
        return contributions.get().stream().filter(one -> one.isFor(type) && !setAside.contains(one.key())).toList();
    }

    @Override
    public List<ExportFormat> formats(EClass type) {
        return exporters(type).stream().map(ContributedExporter::format).toList();
    }

    @Override
    public void write(String format, Artifact artifact, Directory directory, OutputStream out) throws IOException {
        ContributedExporter exporter = exporters(artifact.eClass()).stream()
                .filter(one -> format.equals(one.format().id())).findFirst()
                .orElseThrow(() -> new ExportException(Messages.bind(Messages.noFormat, new Object[]{format,
                        artifact.getKey(), formats(artifact.eClass()).stream().map(ExportFormat::id)
                                .collect(Collectors.joining(", "))}),
                        null));
        // A contributed exporter may throw anything; what it wrote before it failed is dropped with it.
        ByteArrayOutputStream made = new ByteArrayOutputStream();
        try {
            exporter.factory().call().write(artifact, directory, made);
        } catch (IllegalArgumentException e) {
            throw new ExportException(e.getMessage(), e);
        } catch (Exception | LinkageError | StackOverflowError e) {
            setAside.add(exporter.key());
            LOG.error("Exporter {} of bundle {} failed on {} and is set aside until the next start. Tell its maker, or "
                    + "remove the bundle.", format, exporter.bundle(), artifact.getKey(), e);
            throw new ExportException(Messages.bind(Messages.exporterFailed, new Object[]{exporter.format().name(),
                    exporter.bundle(), artifact.getKey()}), e);
        }
        made.writeTo(out);
    }
}
