package org.chartroom.plugins.internal;

import org.chartroom.core.files.Sha256;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.chartroom.core.type.ArtifactTypes;
import org.chartroom.platform.plugins.InstalledBundle;
import org.chartroom.platform.plugins.InstalledPlugin;
import org.chartroom.platform.plugins.PluginArea;
import org.chartroom.platform.plugins.PluginHost;
import org.chartroom.platform.plugins.PluginNames;
import org.chartroom.platform.plugins.PluginRecord;
import org.chartroom.platform.plugins.PrivateFolders;
import org.chartroom.platform.plugins.SetAsidePlugin;
import org.chartroom.platform.plugins.Trees;
import org.chartroom.plugins.Damage;
import org.chartroom.plugins.PluginException;
import org.chartroom.plugins.PluginInfo;
import org.chartroom.plugins.PluginInfo.Origin;
import org.chartroom.plugins.PluginInfo.State;
import org.chartroom.plugins.PluginOffer;
import org.chartroom.plugins.PluginPlan;
import org.chartroom.plugins.Plugins;
import org.eclipse.core.runtime.IProgressMonitor;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the plug-ins in the area that the launcher looks at, and the running framework in step with it. */
@Component
public final class DefaultPlugins implements Plugins {
    private static final Logger LOG = LoggerFactory.getLogger(DefaultPlugins.class);

    private final PluginArea area;
    private final PluginHost host;
    private final LiveChange live;
    private final TypeArrival arrival;

    /** What may fail for reasons outside of this program. */
    @FunctionalInterface
    private interface Work<T> {
        T run() throws IOException;
    }

    /**
     * @param context the context of this bundle
     * @param area where the plug-ins are kept
     * @param host what they come into
     * @param types the artifact types, which come and go with them
     */
    @Activate
    public DefaultPlugins(BundleContext context, @Reference PluginArea area, @Reference PluginHost host,
            @Reference ArtifactTypes types) {
        this.area = area;
        this.host = host;
        this.live = new LiveChange(context, area, host);
        this.arrival = new TypeArrival(types);
    }

    private static <T> T attempt(Work<T> work) {
        try {
            return work.run();
        } catch (IOException e) {
            throw new PluginException(e.getMessage(), e);
        }
    }

    private PluginRecord record() {
        return attempt(area::read);
    }

    @Override
    public synchronized List<PluginInfo> list() {
        PluginRecord record = record();
        List<PluginInfo> all = new ArrayList<>();
        for (PluginHost.Feature feature : host.features()) {
            all.add(new PluginInfo(describe(feature), Origin.FEATURE,
                    Planner.isOn(record, feature)
                            ? state(feature.bundles(), live.isHeadless() && feature.headless().isEmpty())
                            : State.OFF));
        }
        for (InstalledPlugin plugin : record.plugins()) {
            all.add(new PluginInfo(plugin, Origin.INSTALLED, damages(plugin).isEmpty()
                    ? state(jars(plugin),
                            live.isHeadless() && plugin.bundles().stream().noneMatch(InstalledBundle::headless))
                    : State.FAILED));
        }
        record.setAside().forEach(damaged -> all
                .add(new PluginInfo(describe(damaged), Origin.INSTALLED, State.FAILED)));
        for (Path jar : host.dropIns()) {
            DropInJar.read(jar).ifPresent(bundle -> all
                    .add(new PluginInfo(describe(bundle), Origin.DROP_IN, state(List.of(jar), false))));
        }
        return List.copyOf(all);
    }

    /** What can be said of an entry that can't be understood; it has no files that anybody would use. */
    private static InstalledPlugin describe(SetAsidePlugin damaged) {
        String id = PluginNames.shown(damaged.id());
        return new InstalledPlugin(id, "?", id, "", damaged.reason(), "", "", "", Instant.EPOCH, "", List.of(),
                List.of());
    }

    private List<Path> jars(InstalledPlugin plugin) {
        return plugin.bundles().stream().map(bundle -> area.file(plugin, bundle)).toList();
    }

    private State state(List<Path> jars, boolean workbenchOnly) {
        if (workbenchOnly) {
            return State.WORKBENCH_ONLY;
        }
        List<Bundle> bundles = jars.stream().map(live::bundle).flatMap(Optional::stream).toList();
        if (bundles.isEmpty()) {
            return State.AT_NEXT_START;
        }
        boolean unresolved = bundles.stream().anyMatch(bundle -> bundle.getState() == Bundle.INSTALLED);
        boolean started = bundles.stream()
                .anyMatch(bundle -> (bundle.getState() & (Bundle.STARTING | Bundle.ACTIVE)) != 0)
                || bundles.stream().allMatch(bundle -> bundle.getHeaders("").get("Fragment-Host") != null);
        return unresolved || !started ? State.FAILED : State.ACTIVE;
    }

    private static InstalledPlugin describe(PluginHost.Feature feature) {
        List<BundleJar> jars = feature.bundles().stream().map(BundleJar::read).toList();
        return new InstalledPlugin(feature.id(), feature.version(), feature.name(), feature.vendor(),
                feature.description(), Messages.partOfChartroom, "", "", Instant.EPOCH, "",
                jars.stream().map(jar -> describe(jar, feature.headless().contains(jar.file()))).toList(),
                jars.stream().flatMap(jar -> jar.types().stream()).toList());
    }

    private static InstalledBundle describe(BundleJar jar, boolean headless) {
        return new InstalledBundle(jar.file().getFileName().toString(), jar.symbolicName(), jar.version(),
                attempt(() -> Sha256.of(jar.file())), headless);
    }

    private static InstalledPlugin describe(BundleJar jar) {
        Signature signature = attempt(() -> Signature.of(jar.file()));
        return new InstalledPlugin(jar.symbolicName(), jar.version(), jar.name(), jar.vendor(), jar.description(),
                jar.file().toString(), signature.subject(), signature.sha256(), Instant.EPOCH, "",
                List.of(describe(jar, true)), jar.types());
    }

    @Override
    public synchronized List<PluginOffer> offers(String source, IProgressMonitor monitor) {
        if (host.features().stream().anyMatch(feature -> Stager.isCalled(feature.id(), source))) {
            return List.of();
        }
        return inStaging(folder -> {
            try {
                return new Stager(folder, false, monitor).offers(source);
            } finally {
                Trees.delete(folder);
            }
        });
    }

    /** Does something with a new folder, which does not stay when that fails. */
    private <T> T inStaging(StagingWork<T> work) {
        return attempt(() -> {
            PrivateFolders.create(area.plugins());
            Path folder = Files.createTempDirectory(area.plugins(), "staging-");
            try {
                return work.run(folder);
            } catch (IOException | RuntimeException e) {
                Trees.delete(folder);
                throw e;
            }
        });
    }

    /** Work with a folder. */
    @FunctionalInterface
    private interface StagingWork<T> {
        T run(Path folder) throws IOException;
    }

    @Override
    public synchronized PluginPlan planInstall(String source, Optional<String> id, IProgressMonitor monitor) {
        Optional<PluginHost.Feature> feature = host.features().stream()
                .filter(one -> Stager.isCalled(one.id(), source)).findFirst();
        if (feature.isPresent() && !Files.exists(Path.of(source.replace(':', '_')))) {
            if (Planner.isOn(record(), feature.get())) {
                throw new PluginException(Messages.bind(Messages.installedAlready, feature.get().id(),
                        feature.get().version()));
            }
            return attempt(() -> planner().switchOn(describe(feature.get()), feature.get().bundles()));
        }
        return plan(source, id, false, false, monitor);
    }

    private PluginPlan plan(String source, Optional<String> id, boolean signerDemanded, boolean otherSigner,
            IProgressMonitor monitor) {
        return inStaging(folder -> {
            Planner planner = planner();
            PluginPlan plan = planner.install(new Stager(folder, signerDemanded, monitor).stage(source, id),
                    otherSigner);
            return plan.former().isEmpty() ? plan : withRestart(plan, plan.former().get());
        });
    }

    private Planner planner() {
        return new Planner(area, host, record());
    }

    private PluginPlan withRestart(PluginPlan plan, InstalledPlugin going) {
        List<Path> jars = jarsOf(going);
        List<Bundle> others = live.takenAlong(jars);
        return others.isEmpty() || plan.restart().isPresent()
                ? plan
                : new PluginPlan(plan.kind(), plan.plugin(), plan.former(), plan.refusals(), plan.remarks(),
                        Optional.of(Messages.bind(Messages.openWhenRefreshed, going.id(),
                                String.join(", ", others.stream().map(Bundle::getSymbolicName).toList()))),
                        plan.staged());
    }

    private List<Path> jarsOf(InstalledPlugin plugin) {
        return host.features().stream().filter(feature -> feature.id().equals(plugin.id())).findFirst()
                .map(PluginHost.Feature::bundles).orElseGet(() -> jars(plugin));
    }

    @Override
    public synchronized PluginPlan planUpdate(String id, Optional<String> source, boolean otherSigner,
            IProgressMonitor monitor) {
        InstalledPlugin plugin = installed(id);
        PluginPlan plan = plan(source.orElse(plugin.source()), Optional.of(plugin.id())
                .filter(wanted -> wanted.contains(":")), !otherSigner && !plugin.signerSha256().isEmpty(), otherSigner,
                monitor);
        if (!plan.plugin().id().equals(plugin.id())) {
            discard(plan);
            throw new PluginException(Messages.bind(Messages.noUpdate,
                    new Object[]{source.orElse(plugin.source()), plan.plugin().id(), plugin.id()}));
        }
        return plan;
    }

    private InstalledPlugin installed(String id) {
        return record().plugins().stream().filter(plugin -> Stager.isCalled(plugin.id(), id)).findFirst()
                .orElseThrow(() -> notInstalled(id));
    }

    private PluginException notInstalled(String id) {
        Optional<Path> dropIn = host.dropIns().stream().filter(
                jar -> DropInJar.read(jar).filter(bundle -> bundle.symbolicName().equals(id)).isPresent()).findFirst();
        return new PluginException(dropIn.map(jar -> Messages.bind(Messages.dropIn, id, jar)).orElseGet(
                () -> host.features().stream().anyMatch(feature -> Stager.isCalled(feature.id(), id))
                        ? Messages.bind(Messages.isPartOf, id)
                        : Messages.bind(Messages.noPlugin, id)));
    }

    @Override
    public synchronized PluginPlan planRemoval(String id) {
        Optional<PluginHost.Feature> feature = host.features().stream()
                .filter(one -> Stager.isCalled(one.id(), id) && Planner.isOn(record(), one)).findFirst();
        Optional<SetAsidePlugin> damaged = setAside(id);
        if (feature.isEmpty() && damaged.isPresent()) {
            return new PluginPlan(PluginPlan.Kind.REMOVE, describe(damaged.get()), Optional.empty(), List.of(),
                    List.of(damaged.get().reason()), Optional.empty(), Optional.empty());
        }
        InstalledPlugin plugin = feature.map(DefaultPlugins::describe).orElseGet(() -> installed(id));
        return withRestart(attempt(() -> planner().remove(plugin)), plugin);
    }

    /** An entry that can't be understood, by its id as it is shown. */
    private Optional<SetAsidePlugin> setAside(String id) {
        return record().setAside().stream().filter(one -> Stager.isCalled(PluginNames.shown(one.id()), id)).findFirst();
    }

    @Override
    public synchronized boolean apply(PluginPlan plan, boolean atOnce, IProgressMonitor monitor) {
        if (!plan.isPossible()) {
            throw new PluginException(plan.refusals().get(0));
        }
        monitor.subTask(plan.plugin().name());
        return attempt(() -> {
            PluginRecord before = area.read();
            boolean removal = plan.kind() == PluginPlan.Kind.REMOVE;
            Optional<SetAsidePlugin> damaged = removal ? setAside(plan.plugin().id()) : Optional.empty();
            boolean feature = plan.plugin().folder().isEmpty() && damaged.isEmpty();
            PluginRecord now = feature
                    ? before.with(plan.plugin().id(), !removal)
                    : removal
                            ? before.without(damaged.map(SetAsidePlugin::id).orElse(plan.plugin().id()))
                            : before.with(plan.plugin());
            if (plan.staged().isPresent()) {
                keep(plan);
            }
            PluginArea.Undo undo = area.change(before, now);
            if (!atOnce || plan.restart().isPresent()) {
                return false;
            }
            applyLive(plan, before, now, undo);
            return true;
        });
    }

    private void applyLive(PluginPlan plan, PluginRecord before, PluginRecord now, PluginArea.Undo undo)
            throws IOException {
        // Should an activator end this process, the next start knows whom to blame.
        area.noteStart("the plug-in " + plan.plugin().id());
        try {
            live.apply(now);
            if (plan.kind() != PluginPlan.Kind.REMOVE && isHere(plan.plugin())) {
                arrival.await(plan.plugin().types()).ifPresent(type -> {
                    throw new PluginException(Messages.bind(Messages.unusableType, plan.plugin().id(), type));
                });
            }
        } catch (PluginException e) {
            undo.run();
            LOG.warn(e.getMessage(), e.getCause());
            live.apply(before);
            throw e;
        } finally {
            area.forgetStart();
        }
        LOG.info("{} {} {}", plan.kind(), plan.plugin().id(), plan.plugin().version());
    }

    /** Whether all its bundles are started without the workbench, too, when this is the command line. */
    private boolean isHere(InstalledPlugin plugin) {
        return !live.isHeadless() || plugin.bundles().stream().allMatch(InstalledBundle::headless);
    }

    /** Gives the copies the name under which the launcher finds them, once they are safe on the disk. */
    private void keep(PluginPlan plan) throws IOException {
        Path staged = plan.staged().orElseThrow();
        Path folder = area.plugins().resolve(plan.plugin().folder());
        if (Files.exists(folder)) {
            // The same jars are there already, from before a removal.
            Trees.delete(staged);
            return;
        }
        try (Stream<Path> files = Files.list(staged)) {
            for (Path file : files.toList()) {
                try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                    channel.force(true);
                }
            }
        }
        Files.move(staged, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void discard(PluginPlan plan) {
        plan.staged().ifPresent(folder -> attempt(() -> {
            Trees.delete(folder);
            return folder;
        }));
    }

    @Override
    public synchronized List<Damage> verify() {
        List<Damage> damages = new ArrayList<>();
        record().plugins().forEach(plugin -> damages.addAll(damages(plugin)));
        record().setAside().forEach(
                damaged -> damages.add(new Damage(PluginNames.shown(damaged.id()), damaged.reason())));
        return List.copyOf(damages);
    }

    private List<Damage> damages(InstalledPlugin plugin) {
        List<Damage> damages = new ArrayList<>();
        for (InstalledBundle bundle : plugin.bundles()) {
            Path file = area.file(plugin, bundle);
            if (!Files.exists(file)) {
                damages.add(new Damage(plugin.id(), Messages.bind(Messages.lostJar, file)));
            } else if (!attempt(() -> Sha256.of(file)).equals(bundle.sha256())) {
                damages.add(new Damage(plugin.id(), Messages.bind(Messages.changedFile, file)));
            }
        }
        return damages;
    }

    @Override
    public Optional<String> notice() {
        List<String> sentences = new ArrayList<>(attempt(area::notice).stream().toList());
        sentences.addAll(host.notices());
        verify().forEach(damage -> sentences.add(damage.message()));
        return sentences.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", sentences));
    }

    @Override
    public void forgetNotice() {
        attempt(() -> {
            area.forgetNotice();
            return null;
        });
    }
}
