package org.chartroom.report.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.chartroom.core.fence.Fence;
import org.chartroom.core.fence.FenceException;
import org.chartroom.core.type.Contributions;
import org.chartroom.report.ReportFormat;
import org.chartroom.report.section.ReportContext;
import org.chartroom.report.section.ReportSection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sections that bundles contribute, fenced from each other: each runs in a thread of its own
 * with a limited time, and one that fails is set aside until the next start.
 */
final class ExtensionSections {
    /** How long a section may take. */
    static final Duration LIMIT = Duration.ofSeconds(30);

    private static final Logger LOG = LoggerFactory.getLogger(ExtensionSections.class);

    private final Supplier<List<Contribution>> contributions;
    private final Duration limit;
    private final Map<Object, ReportSection> created = new ConcurrentHashMap<>();
    private final Set<Object> setAside = ConcurrentHashMap.newKeySet();

    ExtensionSections(Supplier<List<Contribution>> contributions, Duration limit) {
        this.contributions = contributions;
        this.limit = limit;
    }

    /**
     * @param context what the report is about
     * @param format what pictures it takes
     * @return what the sections for the artifact say, each below its heading
     */
    List<Block> write(ReportContext context, ReportFormat format) {
        List<Block> blocks = new ArrayList<>();
        List<Contribution> present = contributions.get();
        Set<Object> sources = present.stream().map(Contribution::source).collect(Collectors.toSet());
        created.keySet().retainAll(sources);
        setAside.retainAll(sources);
        present.stream()
                .filter(one -> Contributions.areFor(context.artifact().eClass(), one.packageUri(), one.type()))
                .sorted(Comparator.comparingInt(Contribution::order).thenComparing(Contribution::id))
                .forEach(one -> {
                    List<Block> own = setAside.contains(one.source())
                            ? List.of(failure(one))
                            : run(one, context, format);
                    if (!own.isEmpty()) {
                        blocks.add(new Block.Heading(2, one.name()));
                        blocks.addAll(own);
                    }
                });
        return blocks;
    }

    private List<Block> run(Contribution contribution, ReportContext context, ReportFormat format) {
        CollectingSink sink = new CollectingSink(format);
        try {
            Fence.call("report section " + contribution.id(), limit, () -> {
                section(contribution).write(context, sink);
                return null;
            });
            return sink.close();
        } catch (FenceException e) {
            return giveUp(contribution, context, e);
        } finally {
            sink.close();
        }
    }

    private ReportSection section(Contribution contribution) throws Exception {
        ReportSection section = created.get(contribution.source());
        if (section == null) {
            section = contribution.factory().call();
            created.put(contribution.source(), section);
        }
        return section;
    }

    private List<Block> giveUp(Contribution contribution, ReportContext context, FenceException failure) {
        setAside.add(contribution.source());
        LOG.error(
                "Report section {} of bundle {} {} on {} and is set aside until the next start. Tell its maker, or remove "
                        + "the bundle.",
                contribution.id(), contribution.bundle(), failure.getMessage(),
                context.artifact().getKey(), failure.getCause());
        return List.of(failure(contribution));
    }

    private static Block failure(Contribution contribution) {
        return new Block.Paragraph(Block.Paragraph.Kind.FAILURE,
                Messages.bind(Messages.sectionFailed, contribution.name(), contribution.bundle()));
    }
}
