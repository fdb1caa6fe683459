package org.chartroom.testkit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.osgi.annotation.versioning.ProviderType;

/** Checks whether the artifact types of a plug-in keep their contract; an OSGi service. */
@ProviderType
public interface TypeContract {
    /**
     * Installs a plug-in for the time of the check, and tries each of its types in workspaces of their own.
     *
     * @param jar the plug-in
     * @param scratch an empty folder for the workspaces
     * @return what was checked, of each type in the same order
     * @throws IOException when the jar can't be read
     * @throws IllegalArgumentException when it is no bundle, or a bundle with its name is installed
     */
    List<Clause> check(Path jar, Path scratch) throws IOException;
}
