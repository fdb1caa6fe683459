package org.chartroom.plugins.internal;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.chartroom.core.type.ArtifactTypes;
import org.chartroom.platform.plugins.ContributedType;
import org.chartroom.plugins.PluginException;

/** Waits until the artifact types of a plug-in are there: the registry brings them on a thread of its own. */
final class TypeArrival {
    private static final long SECONDS = 5;

    private final ArtifactTypes types;

    TypeArrival(ArtifactTypes types) {
        this.types = types;
    }

    /** @return a type that has not come, because something is wrong with it */
    Optional<String> await(List<ContributedType> wanted) {
        CountDownLatch arrived = new CountDownLatch(1);
        Runnable look = () -> {
            if (missing(wanted).isEmpty()) {
                arrived.countDown();
            }
        };
        types.addListener(look);
        try {
            look.run();
            return arrived.await(SECONDS, TimeUnit.SECONDS) ? Optional.empty() : missing(wanted);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PluginException(Messages.cancelled, e);
        } finally {
            types.removeListener(look);
        }
    }

    private Optional<String> missing(List<ContributedType> wanted) {
        return wanted.stream().map(ContributedType::id).filter(id -> types.byId(id).isEmpty()).findFirst();
    }
}
