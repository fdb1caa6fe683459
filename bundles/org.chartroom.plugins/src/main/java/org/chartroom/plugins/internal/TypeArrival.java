package org.chartroom.plugins.internal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.chartroom.core.type.ArtifactTypes;
import org.chartroom.platform.plugins.ContributedType;
import org.chartroom.plugins.PluginException;

/** Waits until the artifact types of a plug-in are there: the registry brings them on a thread of its own. */
final class TypeArrival {
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final ArtifactTypes types;

    TypeArrival(ArtifactTypes types) {
        this.types = types;
    }

    /** @return a type that has not come, because something is wrong with it */
    Optional<String> await(List<ContributedType> wanted) {
        try {
            return types.await(() -> missing(wanted).isEmpty(), LIMIT) ? Optional.empty() : missing(wanted);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PluginException(Messages.cancelled, e);
        }
    }

    private Optional<String> missing(List<ContributedType> wanted) {
        return wanted.stream().map(ContributedType::id).filter(id -> types.byId(id).isEmpty()).findFirst();
    }
}
