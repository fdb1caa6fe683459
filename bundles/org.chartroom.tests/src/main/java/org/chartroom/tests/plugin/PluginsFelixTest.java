package org.chartroom.tests.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.chartroom.core.type.ArtifactType;
import org.chartroom.core.type.ArtifactTypes;
import org.chartroom.core.workspace.EditSession;
import org.chartroom.core.workspace.OpenMode;
import org.chartroom.core.workspace.Workspace;
import org.chartroom.core.workspace.Workspaces;
import org.chartroom.plugins.PluginException;
import org.chartroom.plugins.PluginInfo;
import org.chartroom.plugins.PluginPlan;
import org.chartroom.plugins.Plugins;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;

/**
 * Plug-ins that come, change and go while Chartroom runs.
 */
class PluginsFelixTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private final BundleContext context = FrameworkUtil.getBundle(PluginsFelixTest.class).getBundleContext();
    private final Plugins plugins = service(Plugins.class);
    private final ArtifactTypes types = service(ArtifactTypes.class);

    private <T> T service(Class<T> type) {
        return context.getService(context.getServiceReference(type));
    }

    @AfterEach
    void removePlugin() {
        if (isInstalled()) {
            plugins.apply(plugins.planRemoval(PolicyPlugin.ID), true, new NullProgressMonitor());
        }
        awaitTypes(() -> type().isEmpty());
    }

    private boolean isInstalled() {
        return plugins.list().stream().anyMatch(info -> info.plugin().id().equals(PolicyPlugin.ID));
    }

    private PluginPlan plan(Path source) {
        return plugins.planInstall(source.toString(), Optional.empty(), new NullProgressMonitor());
    }

    private void install(Path source) {
        assertTrue(plugins.apply(plan(source), true, new NullProgressMonitor()));
    }

    private Optional<ArtifactType> type() {
        return types.byId(PolicyPlugin.TYPE);
    }

    /** Extensions come and go on a thread of the registry. */
    private void awaitTypes(BooleanSupplier condition) {
        try {
            assertTrue(types.await(condition, LIMIT));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_plug_in_brings_its_type_and_takes_it_with_it_without_a_restart() throws Exception {
        install(PolicyPlugin.make(folder, "1.0.0", "scope"));
        awaitTypes(() -> type().isPresent());
        assertTrue(plugins.list().stream().allMatch(info -> info.state() == PluginInfo.State.ACTIVE));
        plugins.apply(plugins.planRemoval(PolicyPlugin.ID), true, new NullProgressMonitor());
        awaitTypes(() -> type().isEmpty());
        assertFalse(isInstalled());
    }

    @Test
    void an_update_brings_the_new_fields_and_the_artifacts_stay() throws Exception {
        install(PolicyPlugin.make(folder, "1.0.0", "scope"));
        awaitTypes(() -> type().isPresent());
        String key;
        try (Workspace workspace = open()) {
            key = create(workspace, "scope", "All sites");
        }
        install(PolicyPlugin.make(folder, "1.1.0", "scope", "board"));
        awaitTypes(() -> type().filter(type -> type.eClass().getEStructuralFeature("board") != null).isPresent());
        try (Workspace workspace = open(); EditSession session = workspace.openSession()) {
            var artifact = session.artifact(workspace.find(key).orElseThrow().id()).orElseThrow();
            assertEquals("All sites", artifact.eGet(artifact.eClass().getEStructuralFeature("scope")));
            assertEquals(type().orElseThrow().eClass(), artifact.eClass());
        }
    }

    @Test
    void artifacts_of_a_removed_type_can_still_be_read() throws Exception {
        install(PolicyPlugin.make(folder, "1.0.0", "scope"));
        awaitTypes(() -> type().isPresent());
        try (Workspace workspace = open()) {
            String key = create(workspace, "scope", "All sites");
            plugins.apply(plugins.planRemoval(PolicyPlugin.ID), true, new NullProgressMonitor());
            awaitTypes(() -> type().isEmpty());
            assertTrue(workspace.find(key).isPresent());
        }
        try (Workspace workspace = open(); EditSession session = workspace.openSession()) {
            assertEquals(1, session.artifacts().size());
            assertTrue(session.artifact(session.artifacts().get(0).id()).isPresent());
        }
    }

    private Workspace open() {
        return service(Workspaces.class).open(folder.resolve("workspace"), OpenMode.CREATE, "Test");
    }

    private String create(Workspace workspace, String attribute, String value) {
        try (EditSession session = workspace.openSession()) {
            ArtifactType policy = type().orElseThrow();
            var artifact = session.create(policy.eClass(), policy.keyPrefix(), "Policy");
            artifact.eSet(policy.eClass().getEStructuralFeature(attribute), value);
            session.commit("");
            return artifact.getKey();
        }
    }

    @Test
    void a_plan_changes_nothing_and_leaves_nothing_behind() throws Exception {
        PluginPlan plan = plan(PolicyPlugin.make(folder, "1.0.0"));
        assertTrue(plan.isPossible());
        assertEquals("Policies", plan.plugin().name());
        assertFalse(isInstalled());
        plugins.discard(plan);
        assertFalse(Files.exists(plan.staged().orElseThrow()));
    }

    @Test
    void a_plug_in_with_a_type_of_chartroom_is_refused() throws Exception {
        PluginPlan plan = plan(PolicyPlugin.makeWith(folder, "1.0.0", "org.chartroom.risk.register", "<model/>"));
        assertEquals(1, plan.refusals().size());
        PluginException refused = assertThrows(PluginException.class,
                () -> plugins.apply(plan, true, new NullProgressMonitor()));
        assertTrue(refused.getMessage().contains("org.chartroom.risk.register is there already"), refused.getMessage());
        plugins.discard(plan);
        assertFalse(isInstalled());
    }

    @Test
    void the_same_version_is_not_installed_twice() throws Exception {
        Path jar = PolicyPlugin.make(folder, "1.0.0");
        install(jar);
        PluginPlan again = plan(jar);
        assertFalse(again.isPossible());
        plugins.discard(again);
    }

    @Test
    void a_plug_in_that_is_not_there_can_not_be_removed() {
        PluginException refused = assertThrows(PluginException.class, () -> plugins.planRemoval("org.example.none"));
        assertTrue(refused.getMessage().contains("There is no plug-in org.example.none"), refused.getMessage());
    }
}
