package org.chartroom.exchange.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

import org.chartroom.core.contribution.Contribution;
import org.chartroom.core.contribution.ContributionHost;
import org.chartroom.core.contribution.ContributionRegistry;
import org.chartroom.core.contribution.Quarantine;
import org.chartroom.core.contribution.QuarantinedException;
import org.chartroom.exchange.export.ExportException;
import org.chartroom.exchange.export.ExportFormat;
import org.chartroom.exchange.export.Exporter;
import org.chartroom.exchange.export.Exports;
import org.chartroom.model.Artifact;
import org.chartroom.model.Directory;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.emf.ecore.EClass;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Runs the exporters that bundles contribute, fenced from each other. */
@Component
public final class ExtensionExports implements Exports, ContributionHost {
    private static final String POINT = "org.chartroom.exchange.exporters";
    /** A million rows are written in a minute. */
    private static final Duration LIMIT = Duration.ofMinutes(10);

    private final ContributionRegistry<Exporter> contributions;

    /** @param registry the extension registry */
    @Activate
    public ExtensionExports(@Reference IExtensionRegistry registry) {
        this(ContributionRegistry.of(registry, POINT, "format", Exporter.class, "exporter", LIMIT));
    }

    ExtensionExports(ContributionRegistry<Exporter> contributions) {
        this.contributions = contributions;
    }

    private List<Contribution<Exporter>> exporters(EClass type) {
        return contributions.usable().stream().filter(one -> one.isFor(type)).toList();
    }

    private static ExportFormat format(Contribution<Exporter> exporter) {
        return new ExportFormat(exporter.id(), exporter.attribute("name").orElse(exporter.id()),
                "." + exporter.attribute("extension").orElse(exporter.id()));
    }

    @Override
    public List<ExportFormat> formats(EClass type) {
        return exporters(type).stream().map(ExtensionExports::format).toList();
    }

    @Override
    public void write(String format, Artifact artifact, Directory directory, OutputStream out) throws IOException {
        Contribution<Exporter> exporter = exporters(artifact.eClass()).stream()
                .filter(one -> format.equals(one.id())).findFirst()
                .orElseThrow(() -> new ExportException(Messages.bind(Messages.noFormat, new Object[]{format,
                        artifact.getKey(), formats(artifact.eClass()).stream().map(ExportFormat::id)
                                .collect(Collectors.joining(", "))}),
                        null));
        // A contributed exporter may throw anything; what it wrote before it failed is dropped with it.
        ByteArrayOutputStream made = new ByteArrayOutputStream();
        try {
            contributions.call(exporter, String.valueOf(artifact.getKey()), one -> {
                one.write(artifact, directory, made);
                return null;
            }, IllegalArgumentException.class::isInstance);
        } catch (IllegalArgumentException e) {
            throw new ExportException(e.getMessage(), e);
        } catch (QuarantinedException e) {
            throw new ExportException(Messages.bind(Messages.exporterFailed,
                    new Object[]{format(exporter).name(), exporter.bundle(), artifact.getKey()}), e);
        }
        made.writeTo(out);
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
