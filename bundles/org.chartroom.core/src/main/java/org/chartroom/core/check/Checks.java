package org.chartroom.core.check;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.chartroom.core.contribution.ContributionHost;
import org.chartroom.core.contribution.Quarantine;
import org.chartroom.model.Artifact;
import org.chartroom.model.Directory;
import org.osgi.annotation.versioning.ProviderType;

/** Runs the checks that are installed; an OSGi service. */
@ProviderType
public interface Checks extends ContributionHost {
    /**
     * Runs every check for the type of the artifact. A check that fails is named in the log and set aside; the others
     * still run.
     *
     * @param artifact the artifact to look at
     * @return what was found, the most serious first
     */
    List<Finding> run(Artifact artifact);

    /**
     * Checks the directory of a workspace; without an implementation nothing is found.
     *
     * @param directory the directory
     * @return what was found, the most serious first
     */
    default List<Finding> run(Directory directory) {
        return List.of();
    }

    /** @return the checks that run, in the order of the registry; without an implementation none */
    default List<CheckInfo> catalogue() {
        return List.of();
    }

    /** @return ids of the checks that are not run, because they failed or are declared wrongly */
    default Set<String> setAside() {
        return quarantined().stream().map(one -> one.contribution().id()).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    default List<Quarantine> quarantined() {
        return List.of();
    }

    @Override
    default int readmit() {
        return 0;
    }
}
