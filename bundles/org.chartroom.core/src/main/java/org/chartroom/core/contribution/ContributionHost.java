package org.chartroom.core.contribution;

import java.util.List;

import org.osgi.annotation.versioning.ProviderType;

/** Whoever calls the contributions to an extension point; an OSGi service of each. */
@ProviderType
public interface ContributionHost {
    /** @return the contributions that are not called any more, and why */
    List<Quarantine> quarantined();

    /**
     * Lets those that failed be called again; those that are declared wrongly stay where they are.
     *
     * @return how many
     */
    int readmit();
}
