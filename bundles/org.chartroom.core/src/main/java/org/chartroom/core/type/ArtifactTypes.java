package org.chartroom.core.type;

import java.util.List;
import java.util.Optional;

import org.eclipse.emf.ecore.EClass;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The artifact types that are installed now; an OSGi service. It follows bundles that come and go, so ask it each time
 * rather than keep its answers.
 */
@ProviderType
public interface ArtifactTypes {
    /** @return all types, ordered by name */
    List<ArtifactType> all();

    /**
     * @param eClass class of an artifact
     * @return its type; empty when no installed bundle brings it
     */
    default Optional<ArtifactType> of(EClass eClass) {
        return all().stream().filter(type -> type.eClass() == eClass).findFirst();
    }

    /**
     * @param id id of a type
     * @return the type; empty when no installed bundle brings it
     */
    default Optional<ArtifactType> byId(String id) {
        return all().stream().filter(type -> type.id().equals(id)).findFirst();
    }

    /** @param listener called, in any thread, after types came or went */
    void addListener(Runnable listener);

    /** @param listener not called any more */
    void removeListener(Runnable listener);
}
