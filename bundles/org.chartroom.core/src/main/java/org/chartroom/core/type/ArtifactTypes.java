package org.chartroom.core.type;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

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
     * @param eClass class of an artifact
     * @return the id of its type, as commands take it; the name of the class when no installed bundle brings it
     */
    default String idOf(EClass eClass) {
        return of(eClass).map(ArtifactType::id).orElseGet(eClass::getName);
    }

    /**
     * @param id id of a type
     * @return the type; empty when no installed bundle brings it
     */
    default Optional<ArtifactType> byId(String id) {
        return all().stream().filter(type -> type.id().equals(id)).findFirst();
    }

    /**
     * A type that a bundle wants to bring and that can't be used.
     *
     * @param id its id; null when it has none
     * @param contributor symbolic name of the bundle
     * @param reason what is wrong with it
     */
    record LeftOut(String id, String contributor, String reason) {
    }

    /** @return the types that are left out */
    List<LeftOut> leftOut();

    /** @param listener called, in any thread, after types came or went */
    void addListener(Runnable listener);

    /** @param listener not called any more */
    void removeListener(Runnable listener);

    /**
     * Waits until something holds of the types: the registry tells of bundles that come and go on a thread of its own.
     *
     * @param condition what is waited for; asked now and each time types came or went
     * @param limit how long to wait
     * @return whether it holds
     * @throws InterruptedException when the caller is interrupted meanwhile
     */
    default boolean await(BooleanSupplier condition, Duration limit) throws InterruptedException {
        CountDownLatch holds = new CountDownLatch(1);
        Runnable look = () -> {
            if (condition.getAsBoolean()) {
                holds.countDown();
            }
        };
        addListener(look);
        try {
            look.run();
            return holds.await(limit.toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            removeListener(look);
        }
    }
}
