package org.chartroom.report.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.chartroom.core.check.Checks;
import org.chartroom.core.contribution.ContributionHost;
import org.chartroom.core.contribution.ContributionRegistry;
import org.chartroom.core.contribution.Quarantine;
import org.chartroom.core.evaluation.Evaluation;
import org.chartroom.core.workspace.StateStamp;
import org.chartroom.model.Artifact;
import org.chartroom.report.ReportFormat;
import org.chartroom.report.Reports;
import org.chartroom.report.section.ReportContext;
import org.chartroom.report.section.ReportSection;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Puts reports together from the model, the checks and what bundles contribute. */
@Component
public final class ExtensionReports implements Reports, ContributionHost {
    private final Checks checks;
    private final ExtensionSections sections;
    private final Function<Artifact, Evaluation> evaluations;

    /**
     * @param registry the extension registry
     * @param checks finds what is wrong
     */
    @Activate
    public ExtensionReports(@Reference IExtensionRegistry registry, @Reference Checks checks) {
        this(ExtensionSections.of(registry), checks, Evaluation::of);
    }

    ExtensionReports(ContributionRegistry<ReportSection> contributions, Checks checks,
            Function<Artifact, Evaluation> evaluations) {
        this.checks = checks;
        this.evaluations = evaluations;
        this.sections = new ExtensionSections(contributions);
    }

    @Override
    public void write(Artifact artifact, ReportFormat format, OutputStream out) throws IOException {
        ReportContext context = new ReportContext(artifact, evaluations.apply(artifact));
        ArtifactBlocks said = new ArtifactBlocks(artifact);
        List<Block> blocks = new ArrayList<>(said.head(context));
        blocks.addAll(sections.write(context, format));
        blocks.addAll(said.findings(checks.run(artifact)));
        blocks.addAll(said.tables());
        RecordBlocks beside = new RecordBlocks(artifact);
        blocks.addAll(beside.evidence());
        blocks.addAll(beside.comments());
        StateStamp.of(artifact).ifPresent(
                state -> blocks.add(new Block.Paragraph(Block.Paragraph.Kind.META, state.text())));
        if (format == ReportFormat.DOCX) {
            DocxReport.write(said.title(), blocks, out);
            return;
        }
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        HtmlReport.write(said.title(), blocks, writer);
        writer.flush();
    }

    @Override
    public List<Quarantine> quarantined() {
        return sections.quarantined();
    }

    @Override
    public int readmit() {
        return sections.readmit();
    }
}
