package org.chartroom.cli.internal;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.chartroom.core.check.Checks;
import org.chartroom.core.signoff.SigningKeys;
import org.chartroom.core.type.ArtifactType;
import org.chartroom.core.type.ArtifactTypes;
import org.chartroom.core.value.Names;
import org.chartroom.core.workspace.ArtifactInfo;
import org.chartroom.core.workspace.EditSession;
import org.chartroom.core.workspace.OpenMode;
import org.chartroom.core.workspace.Workspace;
import org.chartroom.core.workspace.Workspaces;
import org.chartroom.exchange.sealed.SealedContent;
import org.chartroom.model.Artifact;
import org.chartroom.model.Item;
import org.chartroom.model.Subject;
import org.eclipse.emf.ecore.EClass;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;

/**
 * What the commands work with.
 *
 * @param folder folder of the workspace
 * @param services the services of the core
 * @param out where results go
 * @param passwords gives the passwords of the workspace
 */
record Context(Path folder, Services services, PrintWriter out, Passwords passwords) {
    private static final Gson JSON = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    Workspace open(OpenMode mode) {
        // The artifact types bring the calculators of derived values, so they come before any artifact is read.
        types();
        Workspace workspace = services.get(Workspaces.class).open(folder, mode, System.getProperty("user.name"));
        warn(workspace.warnings());
        return workspace;
    }

    /**
     * Prints warnings on the error output: what is asked for may be read by a program.
     *
     * @return the exit code of a command that did all but what they tell
     */
    int warn(List<String> warnings) {
        warnings.forEach(warning -> System.err.println("chartroom: " + warning));
        return warnings.isEmpty() ? 0 : 1;
    }

    /** Does something with a workspace and prints the warnings that came with it; gives the exit code. */
    int warnOf(Workspace workspace, Runnable action) {
        List<String> before = workspace.warnings();
        action.run();
        return warn(workspace.warnings().stream().filter(warning -> !before.contains(warning)).toList());
    }

    /** Opens for reading, also while the workbench has the workspace open. */
    Workspace openToRead() {
        return open(OpenMode.READ_ONLY);
    }

    <T> T service(Class<T> type) {
        return services.get(type);
    }

    /**
     * @param at what the user calls a state; null for the newest
     * @return a session over it
     */
    EditSession session(Workspace workspace, String at) {
        return at == null ? workspace.openSession() : workspace.openSession(workspace.state(at));
    }

    ArtifactTypes types() {
        return services.get(ArtifactTypes.class);
    }

    /**
     * @param id id of an artifact type
     * @return the type
     * @throws InputException when no installed bundle brings it; the message names those that are there
     */
    ArtifactType type(String id) {
        return types().byId(id)
                .orElseThrow(() -> new InputException("No installed bundle brings the artifact type " + id
                        + "; known are " + String.join(", ", types().all().stream().map(ArtifactType::id).toList())
                        + "."));
    }

    /**
     * @param id id of an artifact type
     * @return its class; empty when no installed bundle brings it
     */
    Optional<EClass> eClass(String id) {
        return types().byId(id).map(ArtifactType::eClass);
    }

    SigningKeys signingKeys() {
        return services.get(SigningKeys.class);
    }

    Checks checks() {
        return services.get(Checks.class);
    }

    void json(Object value) {
        out.println(JSON.toJson(value));
    }

    Artifact artifact(EditSession session, String key) {
        SealedContent.find(session, key).ifPresent(sealed -> {
            throw new InputException(Messages.bind(Messages.isSealed, sealed.getKey(), sealed.getType()));
        });
        ArtifactInfo info = session.find(key).orElseThrow(() -> new InputException("There is no artifact " + key
                + " in " + folder + session.asOf().map(state -> " as of " + state.label()).orElse("")
                + "; see \"chartroom list\" for the keys."));
        return session.artifact(info.id()).orElseThrow();
    }

    /** Finds an artifact by its key, or an item in it by key/key. */
    Subject subject(EditSession session, String path) {
        String[] keys = path.split("/", 2);
        Artifact artifact = artifact(session, keys[0]);
        if (keys.length == 1) {
            return artifact;
        }
        List<Item> items = artifact.eContents().stream().filter(Item.class::isInstance).map(Item.class::cast).toList();
        return items.stream().filter(item -> Names.same(keys[1], item.getKey())).findFirst()
                .orElseThrow(() -> new InputException("There is no item " + keys[1] + " in " + artifact.getKey()
                        + "; see \"chartroom show " + artifact.getKey() + "\" for the keys."));
    }
}
