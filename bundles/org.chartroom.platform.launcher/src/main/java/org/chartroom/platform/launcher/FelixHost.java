package org.chartroom.platform.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.felix.framework.Felix;
import org.apache.felix.framework.Logger;
import org.apache.felix.framework.util.FelixConstants;
import org.chartroom.platform.plugins.PluginHost;
import org.chartroom.platform.plugins.Trees;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.namespace.IdentityNamespace;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.resource.Namespace;

/**
 * Resolves in another Felix, which is thrown away: so the answer is that of the resolver that will have to cope with the
 * bundles. Nothing is started there.
 */
final class FelixHost implements PluginHost {
    private final Map<String, Object> settings;
    private final List<Path> headless;
    private final List<Path> workbench;
    private final List<Path> dropIns;
    private final List<Feature> features;
    private final List<String> notices;
    private final Path scratch;

    /**
     * @param settings the framework properties of this run
     * @param headless the bundles of the profile without a window
     * @param workbench the bundles of the profile with a window
     * @param dropIns the jars of the dropins folders
     * @param features what can be switched off
     * @param notices what the user has to know of this start
     * @param scratch where a framework cache can be made and removed
     */
    FelixHost(Map<String, Object> settings, List<Path> headless, List<Path> workbench, List<Path> dropIns,
            List<Feature> features, List<String> notices, Path scratch) {
        this.settings = settings;
        this.headless = headless;
        this.workbench = workbench;
        this.dropIns = dropIns;
        this.features = features;
        this.notices = List.copyOf(notices);
        this.scratch = scratch;
    }

    @Override
    public List<Path> installation() {
        return workbench;
    }

    @Override
    public List<Path> dropIns() {
        return dropIns;
    }

    @Override
    public List<String> notices() {
        return notices;
    }

    @Override
    public List<Feature> features() {
        return features;
    }

    @Override
    public synchronized Map<Path, Fit> resolve(List<Path> bundles) throws IOException {
        Map<String, Object> own = new HashMap<>(settings);
        own.put(Constants.FRAMEWORK_STORAGE, scratch.toString());
        own.put(Constants.FRAMEWORK_STORAGE_CLEAN, Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT);
        own.put("felix.service.urlhandlers", "false");
        own.put(FelixConstants.LOG_LOGGER_PROP, new Silent());
        Framework framework;
        try (RootFormats formats = new RootFormats()) {
            framework = new Felix(own);
        }
        try {
            try (RootFormats formats = new RootFormats()) {
                framework.init();
            }
            return new Trial(framework).run(bundles);
        } catch (BundleException e) {
            throw new IOException("The plug-ins can't be tried out: " + e.getMessage(), e);
        } finally {
            stop(framework);
        }
    }

    private void stop(Framework framework) throws IOException {
        try {
            framework.stop();
            framework.waitForStop(0);
        } catch (BundleException e) {
            throw new IOException(e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Trees.delete(scratch);
    }

    /** What does not resolve is what is asked for here: no problem to log. */
    private static final class Silent extends Logger {
        @Override
        protected void doLog(Bundle bundle, ServiceReference reference, int level, String message, Throwable failure) {
            // Answered as a result.
        }
    }

    /** One use of the other framework. */
    private final class Trial {
        private final Framework framework;
        private final FrameworkWiring wiring;
        private final Map<Path, Bundle> tried = new LinkedHashMap<>();
        private final Map<Path, String> refused = new HashMap<>();
        private final Set<Path> twice = new LinkedHashSet<>();

        Trial(Framework framework) {
            this.framework = framework;
            this.wiring = framework.adapt(FrameworkWiring.class);
        }

        Map<Path, Fit> run(List<Path> bundles) throws BundleException {
            installAll(headless);
            bundles.forEach(this::install);
            wiring.resolveBundles(null);
            Map<Path, Boolean> withoutWindow = new HashMap<>();
            tried.forEach((jar, bundle) -> withoutWindow.put(jar, isResolved(bundle)));
            installAll(workbench.stream().filter(jar -> !headless.contains(jar)).toList());
            // Those of a dropins folder may be anything; here they only matter if they are good for something.
            dropIns.forEach(this::install);
            wiring.resolveBundles(null);
            Map<Path, Fit> fits = new LinkedHashMap<>();
            for (Path jar : bundles) {
                fits.put(jar, fit(jar, withoutWindow));
            }
            return fits;
        }

        private Fit fit(Path jar, Map<Path, Boolean> withoutWindow) {
            if (twice.contains(jar)) {
                return new Fit(true, true, List.of());
            }
            Bundle bundle = tried.get(jar);
            if (bundle == null) {
                return new Fit(false, false, List.of(refused.get(jar)));
            }
            boolean resolved = isResolved(bundle);
            return new Fit(resolved, withoutWindow.getOrDefault(jar, false),
                    resolved ? List.of() : missing(bundle, new LinkedHashSet<>()));
        }

        private void installAll(List<Path> jars) throws BundleException {
            for (Path jar : jars) {
                framework.getBundleContext().installBundle(Installer.location(jar));
            }
        }

        private void install(Path jar) {
            try {
                tried.put(jar, framework.getBundleContext().installBundle(Installer.location(jar)));
            } catch (BundleException e) {
                if (e.getType() == BundleException.DUPLICATE_BUNDLE_ERROR) {
                    // Two plug-ins may bring the same library: the first one serves both.
                    twice.add(jar);
                } else {
                    refused.put(jar, jar.getFileName() + " is no bundle (" + e.getMessage()
                            + "); get the file again from its publisher.");
                }
            }
        }

        private static boolean isResolved(Bundle bundle) {
            return bundle.adapt(BundleRevision.class).getWiring() != null;
        }

        private List<String> missing(Bundle bundle, Set<Bundle> seen) {
            seen.add(bundle);
            List<String> missing = new ArrayList<>();
            for (BundleRequirement requirement : bundle.adapt(BundleRevision.class).getDeclaredRequirements(null)) {
                if (Namespace.RESOLUTION_OPTIONAL
                        .equals(requirement.getDirectives().get(Namespace.REQUIREMENT_RESOLUTION_DIRECTIVE))
                        || "active"
                                .equals(requirement.getDirectives().get(Namespace.REQUIREMENT_EFFECTIVE_DIRECTIVE))) {
                    continue;
                }
                Collection<BundleCapability> providers = wiring.findProviders(requirement);
                if (providers.isEmpty()) {
                    missing.add(nameOf(bundle) + " needs " + inWords(requirement) + ", which is not there.");
                } else if (providers.stream().noneMatch(provider -> isResolved(provider.getRevision().getBundle()))) {
                    providers.stream().map(provider -> provider.getRevision().getBundle())
                            .filter(provider -> !seen.contains(provider))
                            .forEach(provider -> missing.addAll(missing(provider, seen)));
                }
            }
            if (missing.isEmpty() && seen.size() == 1) {
                missing.add(other(bundle));
            }
            return List.copyOf(new LinkedHashSet<>(missing));
        }

        private String other(Bundle bundle) {
            for (Bundle present : framework.getBundleContext().getBundles()) {
                if (present != bundle && bundle.getSymbolicName() != null
                        && bundle.getSymbolicName().equals(present.getSymbolicName()) && isResolved(present)) {
                    return nameOf(bundle) + " can't be there at the same time as " + nameOf(present)
                            + ", which is installed already.";
                }
            }
            return nameOf(bundle) + " needs packages from bundles that do not go together.";
        }

        private static String nameOf(Bundle bundle) {
            return bundle.getSymbolicName() + " " + bundle.getVersion();
        }

        private static String inWords(BundleRequirement requirement) {
            String filter = requirement.getDirectives().getOrDefault(Namespace.REQUIREMENT_FILTER_DIRECTIVE, "");
            String what = switch (requirement.getNamespace()) {
                case PackageNamespace.PACKAGE_NAMESPACE -> "the package";
                case BundleRevision.BUNDLE_NAMESPACE, IdentityNamespace.IDENTITY_NAMESPACE -> "the bundle";
                case BundleRevision.HOST_NAMESPACE -> "its host, the bundle";
                case "osgi.ee" -> "the Java platform";
                case "osgi.extender" -> "the extender";
                case "osgi.service" -> "the service";
                default -> "the capability " + requirement.getNamespace();
            };
            return what + " " + FilterText.of(requirement.getNamespace(), filter);
        }
    }
}
