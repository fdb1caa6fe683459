package org.chartroom.report.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.chartroom.core.contribution.Contribution;
import org.chartroom.core.contribution.ContributionRegistry;
import org.chartroom.core.contribution.Quarantine;
import org.chartroom.core.contribution.QuarantinedException;
import org.chartroom.report.ReportFormat;
import org.chartroom.report.section.ReportContext;
import org.chartroom.report.section.ReportSection;
import org.eclipse.core.runtime.IExtensionRegistry;

/** The sections that bundles contribute to {@value #POINT}. */
final class ExtensionSections {
    private static final String POINT = "org.chartroom.report.sections";
    /** Where a section stands that does not say it. */
    private static final int USUAL_ORDER = 100;
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final ContributionRegistry<ReportSection> contributions;

    ExtensionSections(ContributionRegistry<ReportSection> contributions) {
        this.contributions = contributions;
    }

    static ContributionRegistry<ReportSection> of(IExtensionRegistry registry) {
        return ContributionRegistry.of(registry, POINT, "id", ReportSection.class, "report section", LIMIT);
    }

    /**
     * @param context what the report is about
     * @param format what pictures it takes
     * @return what the sections for the artifact say, each below its heading
     */
    List<Block> write(ReportContext context, ReportFormat format) {
        List<Block> blocks = new ArrayList<>();
        contributions.all().stream().filter(one -> one.isFor(context.artifact().eClass()))
                .sorted(Comparator.<Contribution<ReportSection>>comparingInt(one -> order(one))
                        .thenComparing(Contribution::id))
                .forEach(one -> {
                    List<Block> own = run(one, context, format);
                    if (!own.isEmpty()) {
                        blocks.add(new Block.Heading(2, name(one)));
                        blocks.addAll(own);
                    }
                });
        return blocks;
    }

    private static String name(Contribution<ReportSection> section) {
        return section.attribute("name").orElse(section.id());
    }

    /** What is written as order; what is no whole number up to 999999 is the usual one. */
    private static int order(Contribution<ReportSection> section) {
        return section.attribute("order").filter(written -> written.matches("\\d{1,6}")).map(Integer::valueOf)
                .orElse(USUAL_ORDER);
    }

    private List<Block> run(Contribution<ReportSection> contribution, ReportContext context, ReportFormat format) {
        CollectingSink sink = new CollectingSink(format);
        try {
            contributions.call(contribution, String.valueOf(context.artifact().getKey()), section -> {
                section.write(context, sink);
                return null;
            });
            return sink.close();
        } catch (QuarantinedException e) {
            return List.of(new Block.Paragraph(Block.Paragraph.Kind.FAILURE,
                    Messages.bind(Messages.sectionFailed, name(contribution), contribution.bundle())));
        } finally {
            sink.close();
        }
    }

    List<Quarantine> quarantined() {
        return contributions.quarantined();
    }

    int readmit() {
        return contributions.readmit();
    }
}
