package org.chartroom.core.internal.type;

import java.io.IOException;
import java.net.URL;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

import org.chartroom.core.contribution.Contribution;
import org.chartroom.core.contribution.ContributionHost;
import org.chartroom.core.contribution.ContributionRegistry;
import org.chartroom.core.contribution.Quarantine;
import org.chartroom.core.evaluation.Calculator;
import org.chartroom.core.fence.Fence;
import org.chartroom.core.fence.FenceException;
import org.chartroom.core.type.ArtifactType;
import org.chartroom.core.type.ArtifactTypes;
import org.chartroom.model.ModelPackage;
import org.chartroom.model.derived.FeatureCalculator;
import org.eclipse.core.runtime.ContributorFactoryOSGi;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExtension;
import org.eclipse.core.runtime.IExtensionPoint;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.core.runtime.IRegistryEventListener;
import org.eclipse.core.runtime.InvalidRegistryObjectException;
import org.eclipse.core.runtime.Status;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EPackage;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads {@value #POINT} and follows it while bundles come and go. */
@Component(immediate = true)
public final class ExtensionArtifactTypes implements ArtifactTypes, ContributionHost, IRegistryEventListener {
    /** The extension point. */
    static final String POINT = "org.chartroom.core.artifactTypes";
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final Logger LOG = LoggerFactory.getLogger(ExtensionArtifactTypes.class);

    private final IExtensionRegistry registry;
    /** The elements themselves: what a type is depends on other bundles, too, so that it is made anew at each look. */
    private final ContributionRegistry<IConfigurationElement> contributions;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Calculators calculators = new Calculators();
    private final ContributedModels models = new ContributedModels();
    private volatile List<ArtifactType> types = List.of();
    private volatile List<LeftOut> leftOut = List.of();

    /** @param registry the extension registry */
    @Activate
    public ExtensionArtifactTypes(@Reference IExtensionRegistry registry) {
        this.registry = registry;
        this.contributions = ContributionRegistry.of(registry, POINT, "id", element -> element, "artifact type",
                Duration.ZERO);
        // EMF follows the registry, too, once it is used: it has to hear of a new package before the types in it are read.
        EPackage.Registry.INSTANCE.containsKey(ModelPackage.eNS_URI);
        registry.addListener(this, POINT);
        read();
    }

    @Deactivate
    void deactivate() {
        registry.removeListener(this);
        calculators.replace(Map.of());
        models.keepOnly(Set.of());
    }

    @Override
    public List<ArtifactType> all() {
        return types;
    }

    @Override
    public List<LeftOut> leftOut() {
        return leftOut;
    }

    @Override
    public List<Quarantine> quarantined() {
        return contributions.quarantined();
    }

    @Override
    public int readmit() {
        int before = leftOut.size();
        reread();
        return before - leftOut.size();
    }

    @Override
    public void addListener(Runnable listener) {
        listeners.add(listener);
    }

    @Override
    public void removeListener(Runnable listener) {
        listeners.remove(listener);
    }

    private synchronized void read() {
        Reading reading = new Reading();
        // What was wrong may have been a bundle that was missing.
        contributions.readmit();
        for (Contribution<IConfigurationElement> contribution : contributions.usable()) {
            try {
                reading.read((IConfigurationElement) contribution.source());
            } catch (InvalidRegistryObjectException e) {
                LOG.debug("{} has gone while it was read; the registry tells of that next.", contribution, e);
            } catch (CoreException | IOException | RuntimeException | LinkageError | StackOverflowError e) {
                contributions.quarantine(contribution, "reading its declaration", e.getMessage(), e);
            }
        }
        calculators.replace(reading.wanted);
        models.keepOnly(reading.sources);
        reading.found.sort(Comparator.comparing(ArtifactType::name));
        types = List.copyOf(reading.found);
        leftOut = contributions.quarantined().stream().map(one -> new LeftOut(one.contribution().id(),
                one.contribution().bundle(), one.reason())).toList();
    }

    /** What one look at the registry finds. */
    private final class Reading {
        private final List<ArtifactType> found = new ArrayList<>();
        private final Map<String, FeatureCalculator> wanted = new HashMap<>();
        private final Set<ContributedModels.Source> sources = new HashSet<>();

        void read(IConfigurationElement element) throws CoreException, IOException {
            models.register(element).ifPresent(sources::add);
            ArtifactType type = type(element);
            found.add(type);
            addCalculator(element, type, wanted);
        }
    }

    private static void addCalculator(IConfigurationElement element, ArtifactType type,
            Map<String, FeatureCalculator> wanted) throws CoreException {
        if (element.getAttribute("calculator") != null) {
            wanted.put(type.eClass().getEPackage().getNsURI(), calculator(element));
        }
    }

    private static FeatureCalculator calculator(IConfigurationElement element) throws CoreException {
        String bundle = element.getContributor().getName();
        try {
            Calculator calculator = Fence.call("calculator of " + bundle, LIMIT,
                    () -> (Calculator) element.createExecutableExtension("calculator"));
            return new FencedCalculator(calculator, bundle, isOfTheProduct(element) ? Duration.ZERO : LIMIT);
        } catch (FenceException e) {
            throw new CoreException(Status.error("its calculator " + e.getMessage(), e.getCause()));
        }
    }

    /** Those of the product lie in one folder; plug-ins that came later lie elsewhere. */
    private static boolean isOfTheProduct(IConfigurationElement element) {
        Bundle own = FrameworkUtil.getBundle(ExtensionArtifactTypes.class);
        Bundle other = ContributorFactoryOSGi.resolve(element.getContributor());
        if (own == null || other == null) {
            return false;
        }
        String folder = own.getLocation().substring(0, own.getLocation().lastIndexOf('/') + 1);
        return other.getLocation().startsWith(folder);
    }

    private static ArtifactType type(IConfigurationElement element) {
        String uri = required(element, "package");
        EPackage ePackage = EPackage.Registry.INSTANCE.getEPackage(uri);
        if (ePackage == null) {
            throw new IllegalArgumentException("no EMF package is registered for " + uri);
        }
        String className = required(element, "class");
        if (!(ePackage.getEClassifier(className) instanceof EClass eClass) || eClass.isAbstract()
                || !ModelPackage.Literals.ARTIFACT.isSuperTypeOf(eClass)) {
            throw new IllegalArgumentException(
                    className + " of " + uri + " is not a concrete class that extends Artifact");
        }
        return new ArtifactType(required(element, "id"), required(element, "name"), eClass,
                required(element, "keyPrefix"), optional(element, "description"), optional(element, "icon"),
                optional(element, "editor"),
                element.getContributor().getName(), sample(element));
    }

    private static Optional<URL> sample(IConfigurationElement element) {
        String path = element.getAttribute("sample");
        if (path == null) {
            return Optional.empty();
        }
        Bundle bundle = ContributorFactoryOSGi.resolve(element.getContributor());
        URL file = bundle == null ? null : bundle.getEntry(path);
        if (file == null) {
            throw new IllegalArgumentException("the sample " + path + " is not in the bundle");
        }
        return Optional.of(file);
    }

    private static String required(IConfigurationElement element, String attribute) {
        String value = element.getAttribute(attribute);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("the attribute " + attribute + " is missing");
        }
        return value;
    }

    private static String optional(IConfigurationElement element, String attribute) {
        String value = element.getAttribute(attribute);
        return value == null ? "" : value;
    }

    private void reread() {
        read();
        listeners.forEach(Runnable::run);
    }

    @Override
    public void added(IExtension[] extensions) {
        reread();
    }

    @Override
    public void removed(IExtension[] extensions) {
        reread();
    }

    @Override
    public void added(IExtensionPoint[] extensionPoints) {
        reread();
    }

    @Override
    public void removed(IExtensionPoint[] extensionPoints) {
        reread();
    }
}
