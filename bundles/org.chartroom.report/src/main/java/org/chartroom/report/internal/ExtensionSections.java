package org.chartroom.report.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.chartroom.core.type.Contributions;
import org.chartroom.report.ReportFormat;
import org.chartroom.report.section.ReportContext;
import org.chartroom.report.section.ReportSection;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sections that bundles contribute to {@value #POINT}, fenced from each other: each runs in a thread of its own
 * with a limited time, and one that fails is set aside until the next start.
 */
final class ExtensionSections {
    /** The extension point. */
    static final String POINT = "org.chartroom.report.sections";
    /** How long a section may take. */
    static final Duration LIMIT = Duration.ofSeconds(30);

    private static final Logger LOG = LoggerFactory.getLogger(ExtensionSections.class);
    private static final int USUAL_ORDER = 100;

    private final IExtensionRegistry registry;
    private final Duration limit;
    private final Map<String, ReportSection> created = new ConcurrentHashMap<>();
    private final Set<String> setAside = ConcurrentHashMap.newKeySet();

    ExtensionSections(IExtensionRegistry registry, Duration limit) {
        this.registry = registry;
        this.limit = limit;
    }

    /**
     * @param context what the report is about
     * @param format what pictures it takes
     * @return what the sections for the artifact say, each below its heading
     */
    List<Block> write(ReportContext context, ReportFormat format) {
        List<Block> blocks = new ArrayList<>();
        Arrays.stream(registry.getConfigurationElementsFor(POINT))
                .filter(element -> Contributions.areFor(context.artifact().eClass(), element.getAttribute("package"),
                        element.getAttribute("type")))
                .sorted(Comparator.comparingInt(ExtensionSections::order)
                        .thenComparing(ExtensionSections::id))
                .forEach(element -> {
                    List<Block> own = setAside.contains(id(element))
                            ? List.of(failure(element))
                            : run(element, context, format);
                    if (!own.isEmpty()) {
                        blocks.add(new Block.Heading(2, name(element)));
                        blocks.addAll(own);
                    }
                });
        return blocks;
    }

    private static String id(IConfigurationElement element) {
        String id = element.getAttribute("id");
        return id == null ? element.getContributor().getName() + "/" + element.getAttribute("class") : id;
    }

    private static String name(IConfigurationElement element) {
        String name = element.getAttribute("name");
        return name == null ? id(element) : name;
    }

    private static int order(IConfigurationElement element) {
        String order = element.getAttribute("order");
        return order != null && order.matches("\\d{1,6}") ? Integer.parseInt(order) : USUAL_ORDER;
    }

    private List<Block> run(IConfigurationElement element, ReportContext context, ReportFormat format) {
        CollectingSink sink = new CollectingSink(format);
        FutureTask<Void> task = new FutureTask<>(() -> {
            section(element).write(context, sink);
            return null;
        });
        Thread thread = new Thread(task, "report section " + id(element));
        // One that never ends must not keep the process alive.
        thread.setDaemon(true);
        thread.start();
        try {
            task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return sink.close();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof VirtualMachineError error && !(error instanceof StackOverflowError)) {
                throw error;
            }
            return giveUp(element, context, "failed on", e.getCause());
        } catch (TimeoutException e) {
            return giveUp(element, context, "took more than " + limit.toSeconds() + " s on", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The report was interrupted.", e);
        } finally {
            sink.close();
            task.cancel(true);
        }
    }

    private ReportSection section(IConfigurationElement element) throws Exception {
        ReportSection section = created.get(id(element));
        if (section == null) {
            section = (ReportSection) element.createExecutableExtension("class");
            created.put(id(element), section);
        }
        return section;
    }

    private List<Block> giveUp(IConfigurationElement element, ReportContext context, String what, Throwable cause) {
        setAside.add(id(element));
        LOG.error(
                "Report section {} of bundle {} {} {} and is set aside until the next start. Tell its maker, or remove "
                        + "the bundle.",
                id(element), element.getContributor().getName(), what, context.artifact().getKey(),
                cause);
        return List.of(failure(element));
    }

    private static Block failure(IConfigurationElement element) {
        return new Block.Paragraph(Block.Paragraph.Kind.FAILURE,
                Messages.bind(Messages.sectionFailed, name(element), element.getContributor().getName()));
    }
}
