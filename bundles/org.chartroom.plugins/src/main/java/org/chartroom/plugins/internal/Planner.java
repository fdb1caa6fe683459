package org.chartroom.plugins.internal;

import org.chartroom.core.files.Sha256;
import java.io.IOException;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.chartroom.core.evaluation.SystemClock;
import org.chartroom.platform.plugins.ContributedType;
import org.chartroom.platform.plugins.InstalledBundle;
import org.chartroom.platform.plugins.InstalledPlugin;
import org.chartroom.platform.plugins.PluginArea;
import org.chartroom.platform.plugins.PluginHost;
import org.chartroom.platform.plugins.PluginNames;
import org.chartroom.platform.plugins.PluginRecord;
import org.chartroom.plugins.PluginException;
import org.chartroom.plugins.PluginPlan;

/** Finds out whether a plug-in can come or go, and says all that speaks against it. */
final class Planner {
    private static final int FOLDER_HASH = 12;
    private static final int FOLDER_NAME = 160;

    private final PluginArea area;
    private final PluginHost host;
    private final PluginRecord record;

    Planner(PluginArea area, PluginHost host, PluginRecord record) {
        this.area = area;
        this.host = host;
        this.record = record;
    }

    /** @param otherSigner whether an update may be signed by somebody else */
    PluginPlan install(Staged staged, boolean otherSigner) throws IOException {
        List<String> refusals = new ArrayList<>();
        List<String> remarks = new ArrayList<>();
        Map<Path, String> hashes = hashes(staged, refusals);
        Signature signature = signature(staged, refusals, remarks);
        Optional<InstalledPlugin> former = record.find(staged.id());
        former.ifPresent(old -> compare(old, staged, signature, otherSigner, refusals, remarks));
        List<ContributedType> types = staged.jars().stream().flatMap(jar -> jar.types().stream()).toList();
        checkTypes(staged.id(), types, refusals);
        Map<Path, PluginHost.Fit> fits = host.resolve(jarsWith(staged, former));
        List<InstalledBundle> bundles = new ArrayList<>();
        for (BundleJar jar : staged.jars()) {
            PluginHost.Fit fit = fits.get(jar.file());
            fit.missing().forEach(missing -> refusals.add(missing));
            bundles.add(new InstalledBundle(jar.file().getFileName().toString(), jar.symbolicName(), jar.version(),
                    hashes.get(jar.file()), fit.headless()));
        }
        former.ifPresent(old -> checkOthers(old, fits, refusals));
        String folder = folder(staged) + "_" + combined(hashes).substring(0, FOLDER_HASH);
        InstalledPlugin plugin = new InstalledPlugin(staged.id(), staged.version(), staged.name(), staged.vendor(),
                staged.description(), staged.source(), signature.subject(), signature.sha256(),
                SystemClock.get().instant().truncatedTo(ChronoUnit.SECONDS), folder, List.copyOf(bundles), types);
        if (former.isPresent() && former.get().folder().equals(folder)) {
            refusals.clear();
            refusals.add(Messages.bind(Messages.installedAlready, plugin.id(), plugin.version()));
        }
        Optional<String> restart = staged.jars().stream().filter(BundleJar::fragment).findFirst()
                .map(jar -> Messages.bind(Messages.fragment, jar.symbolicName()));
        return new PluginPlan(former.isPresent() ? PluginPlan.Kind.UPDATE : PluginPlan.Kind.INSTALL, plugin, former,
                List.copyOf(refusals), List.copyOf(remarks), restart, Optional.of(staged.folder()));
    }

    /** Begins the name of a folder; what the list of plug-ins could not be read with must not come into it. */
    private static String folder(Staged staged) {
        String name = (staged.id() + "_" + staged.version()).replaceAll("[^A-Za-z0-9._+-]", "_");
        if (!PluginNames.isId(staged.id()) || !PluginNames.isFeatureVersion(staged.version())
                || staged.jars().stream()
                        .anyMatch(jar -> !PluginNames.isFileName(jar.file().getFileName().toString()))) {
            throw new PluginException(Messages.bind(Messages.wrongName, new Object[]{staged.source(), "id",
                    PluginNames.shown(staged.id() + " " + staged.version())}));
        }
        return name.substring(0, Math.min(name.length(), FOLDER_NAME));
    }

    private static Map<Path, String> hashes(Staged staged, List<String> refusals) throws IOException {
        Map<Path, String> hashes = new LinkedHashMap<>();
        for (BundleJar jar : staged.jars()) {
            String hash = Sha256.of(jar.file());
            String demanded = staged.hashes().get(jar.file());
            if (demanded != null && !demanded.equalsIgnoreCase(hash)) {
                refusals.add(Messages.bind(Messages.wrongHash, new Object[]{jar.file().getFileName(), hash, demanded}));
            }
            hashes.put(jar.file(), hash);
        }
        return hashes;
    }

    private static String combined(Map<Path, String> hashes) {
        // The folder is another one as soon as any of the jars is: what runs from a folder is never overwritten.
        int combined = String.join(" ", hashes.values().stream().sorted().toList()).hashCode();
        return hashes.values().iterator().next().substring(0, FOLDER_HASH - 8)
                + String.format(Locale.ROOT, "%08x", combined);
    }

    /** The one who signed all of it; nobody, when that is not one. */
    private static Signature signature(Staged staged, List<String> refusals, List<String> remarks) throws IOException {
        Signature common = null;
        boolean one = true;
        for (BundleJar jar : staged.jars()) {
            Signature signature = Signature.of(jar.file());
            signature.problem().ifPresent(refusals::add);
            signature.expired().ifPresent(end -> remarks.add(
                    Messages.bind(Messages.certificateExpired, jar.file().getFileName(), end.toString())));
            one = one && (common == null || common.sha256().equals(signature.sha256()));
            common = common == null ? signature : common;
        }
        if (one && common != null && common.isSigned()) {
            return common;
        }
        remarks.add(Messages.notSignedRemark);
        return new Signature("", "", Optional.empty(), Optional.empty());
    }

    private static void compare(InstalledPlugin old, Staged staged, Signature signature, boolean otherSigner,
            List<String> refusals, List<String> remarks) {
        if (!old.signerSha256().equals(signature.sha256()) && !old.signerSha256().isEmpty()) {
            String sentence = Messages.bind(Messages.changedSigner, new Object[]{old.id(), old.signer(),
                    signature.isSigned() ? signature.subject() : Messages.notSigned});
            (otherSigner ? remarks : refusals).add(sentence);
        }
        if (Versions.of(staged.version()).compareTo(Versions.of(old.version())) < 0) {
            remarks.add(Messages.bind(Messages.olderVersion,
                    new Object[]{old.id(), staged.version(), old.version()}));
        }
    }

    private void checkTypes(String id, List<ContributedType> types, List<String> refusals) {
        Map<String, String> owners = new HashMap<>();
        host.installation().forEach(jar -> BundleJar.read(jar).types()
                .forEach(type -> owners.put(type.id(), Messages.partOfChartroom)));
        host.features().forEach(feature -> feature.bundles().forEach(jar -> BundleJar.read(jar).types()
                .forEach(type -> owners.put(type.id(), feature.name()))));
        record.plugins().stream().filter(plugin -> !plugin.id().equals(id))
                .forEach(plugin -> plugin.types().forEach(type -> owners.put(type.id(), plugin.id())));
        for (Path jar : host.dropIns()) {
            DropInJar.read(jar).ifPresent(dropIn -> dropIn.types()
                    .forEach(type -> owners.put(type.id(), jar.getFileName().toString())));
        }
        Set<String> own = new HashSet<>();
        for (ContributedType type : types) {
            if (owners.containsKey(type.id())) {
                refusals.add(Messages.bind(Messages.duplicateType,
                        new Object[]{type.id(), owners.get(type.id()), id}));
            } else if (!own.add(type.id())) {
                refusals.add(Messages.bind(Messages.duplicateTypeInside, id, type.id()));
            }
        }
    }

    private List<Path> jarsWith(Staged staged, Optional<InstalledPlugin> former) {
        List<Path> jars = new ArrayList<>(jars(former));
        staged.jars().forEach(jar -> jars.add(jar.file()));
        return jars;
    }

    /** The jars of all that is on, but for one plug-in. */
    private List<Path> jars(Optional<InstalledPlugin> without) {
        List<Path> jars = new ArrayList<>();
        host.features().stream().filter(feature -> isOn(record, feature))
                .filter(feature -> without.filter(plugin -> plugin.id().equals(feature.id())).isEmpty())
                .forEach(feature -> jars.addAll(feature.bundles()));
        record.plugins().stream().filter(plugin -> without.filter(plugin::equals).isEmpty())
                .forEach(plugin -> plugin.bundles().forEach(bundle -> jars.add(area.file(plugin, bundle))));
        return jars;
    }

    static boolean isOn(PluginRecord record, PluginHost.Feature feature) {
        return record.features().getOrDefault(feature.id(), feature.on());
    }

    /** What others miss without the former version. */
    private void checkOthers(InstalledPlugin former, Map<Path, PluginHost.Fit> now, List<String> refusals) {
        for (InstalledPlugin plugin : record.plugins()) {
            for (InstalledBundle bundle : plugin.bundles()) {
                PluginHost.Fit fit = now.get(area.file(plugin, bundle));
                if (!plugin.equals(former) && fit != null && !fit.resolved()) {
                    refusals.add(Messages.bind(Messages.neededBy,
                            new Object[]{former.id(), plugin.id(), String.join(" ", fit.missing())}));
                }
            }
        }
    }

    PluginPlan remove(InstalledPlugin plugin) throws IOException {
        List<String> refusals = new ArrayList<>();
        List<String> remarks = new ArrayList<>();
        checkOthers(plugin, host.resolve(jars(Optional.of(plugin))), refusals);
        if (!plugin.types().isEmpty()) {
            remarks.add(Messages.bind(Messages.kept,
                    String.join(", ", plugin.types().stream().map(ContributedType::name).toList())));
        }
        return new PluginPlan(PluginPlan.Kind.REMOVE, plugin, Optional.empty(), List.copyOf(refusals),
                List.copyOf(remarks), Optional.empty(), Optional.empty());
    }

    /** A feature of the installation that is to be switched on. */
    PluginPlan switchOn(InstalledPlugin feature, List<Path> jars) throws IOException {
        List<Path> all = new ArrayList<>(jars(Optional.empty()));
        all.addAll(jars);
        Map<Path, PluginHost.Fit> fits = host.resolve(all);
        List<String> refusals = jars.stream().flatMap(jar -> fits.get(jar).missing().stream()).toList();
        return new PluginPlan(PluginPlan.Kind.INSTALL, feature, Optional.empty(), refusals,
                List.of(), Optional.empty(), Optional.empty());
    }
}
