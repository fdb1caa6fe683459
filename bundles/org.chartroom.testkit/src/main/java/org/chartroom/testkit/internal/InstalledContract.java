package org.chartroom.testkit.internal;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

import org.chartroom.core.check.Checks;
import org.chartroom.core.type.ArtifactType;
import org.chartroom.core.type.ArtifactTypes;
import org.chartroom.core.workspace.Workspaces;
import org.chartroom.testkit.Clause;
import org.chartroom.testkit.TypeContract;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Installs the plug-in into the running framework, as a user would, and takes it back. */
@Component
public final class InstalledContract implements TypeContract {
    private static final Duration TO_READ = Duration.ofSeconds(30);

    private final BundleContext context;
    private final ArtifactTypes types;
    private final Workspaces workspaces;
    private final Checks checks;

    /**
     * @param context installs the plug-in
     * @param types says which types it brings
     * @param workspaces where they are tried
     * @param checks runs their checks
     */
    @Activate
    public InstalledContract(BundleContext context, @Reference ArtifactTypes types, @Reference Workspaces workspaces,
            @Reference Checks checks) {
        this.context = context;
        this.types = types;
        this.workspaces = workspaces;
        this.checks = checks;
    }

    @Override
    public List<Clause> check(Path jar, Path scratch) throws IOException {
        String name = symbolicName(jar);
        for (Bundle bundle : context.getBundles()) {
            if (name.equals(bundle.getSymbolicName())) {
                throw new IllegalArgumentException(
                        "The plug-in " + name + " is installed; remove it before a version of it is checked.");
            }
        }
        Bundle bundle;
        try (InputStream content = Files.newInputStream(jar)) {
            bundle = context.installBundle("chartroom-contract:" + name, content);
        } catch (BundleException e) {
            throw new IllegalArgumentException(jar + " can't be installed: " + e.getMessage(), e);
        }
        try {
            bundle.start(Bundle.START_TRANSIENT | Bundle.START_ACTIVATION_POLICY);
            if (hasExtension(bundle)) {
                // What has not come by then is missing among the clauses.
                types.await(() -> isRead(name), TO_READ);
            }
            return check(bundle, scratch);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the plug-in was read.", e);
        } catch (BundleException e) {
            return List.of(new Clause(name, "The plug-in starts.", Optional.of(e.getMessage())));
        } finally {
            uninstall(bundle);
        }
    }

    private boolean isRead(String name) {
        return types.all().stream().anyMatch(type -> type.contributor().equals(name))
                || types.leftOut().stream().anyMatch(type -> type.contributor().equals(name));
    }

    private static boolean hasExtension(Bundle bundle) throws IOException {
        URL descriptor = bundle.getEntry("plugin.xml");
        if (descriptor == null) {
            return false;
        }
        try (InputStream content = descriptor.openStream()) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8)
                    .contains("org.chartroom.core.artifactTypes");
        }
    }

    private static String symbolicName(Path jar) throws IOException {
        if (!Files.exists(jar)) {
            throw new NoSuchFileException(jar + " is not there; check the path.");
        }
        try (JarFile file = new JarFile(jar.toFile())) {
            Manifest manifest = file.getManifest();
            String name = manifest == null ? null : manifest.getMainAttributes().getValue("Bundle-SymbolicName");
            if (name == null) {
                throw new IllegalArgumentException(
                        jar + " is no plug-in: its manifest has no Bundle-SymbolicName; add one.");
            }
            return name.split(";")[0].strip();
        }
    }

    private void uninstall(Bundle bundle) {
        try {
            bundle.uninstall();
            context.getBundle(0).adapt(FrameworkWiring.class).refreshBundles(List.of(bundle));
        } catch (BundleException e) {
            throw new IllegalStateException("The plug-in can't be taken back: " + e.getMessage(), e);
        }
    }

    private List<Clause> check(Bundle bundle, Path scratch) throws IOException {
        List<Clause> clauses = new ArrayList<>();
        String name = bundle.getSymbolicName();
        for (ArtifactTypes.LeftOut wrong : types.leftOut()) {
            if (wrong.contributor().equals(name)) {
                clauses.add(new Clause(wrong.id() == null ? name : wrong.id(), "The type can be used.",
                        Optional.of(wrong.reason())));
            }
        }
        List<ArtifactType> own = types.all().stream().filter(type -> type.contributor().equals(name)).toList();
        for (ArtifactType type : own) {
            Path folder = Files.createDirectories(scratch.resolve(type.id()));
            clauses.addAll(new TypeClauses(type, types, workspaces, checks, folder).check());
        }
        if (clauses.isEmpty()) {
            clauses.add(new Clause(name, "The plug-in brings an artifact type.",
                    Optional.of("it has no extension of org.chartroom.core.artifactTypes in its plugin.xml")));
        }
        return clauses;
    }
}
