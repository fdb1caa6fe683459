package org.chartroom.platform.plugins;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The installation that plug-ins come into, and whether they fit to it; an OSGi service of the launcher.
 */
@ProviderType
public interface PluginHost {
    /**
     * How a bundle fits.
     *
     * @param resolved whether it can be resolved in the workbench
     * @param headless whether it can be resolved without the workbench, too
     * @param missing when it can't be resolved: what is missing, one sentence each
     */
    record Fit(boolean resolved, boolean headless, List<String> missing) {
    }

    /**
     * A feature of the installation that a user can switch off and on.
     *
     * @param id group and name of the feature
     * @param version its version
     * @param name what a user calls it
     * @param vendor who makes it
     * @param description one sentence on what it is for
     * @param on whether it is on as long as the user says nothing else
     * @param bundles its jars
     * @param headless those of them that are started without the workbench, too
     */
    record Feature(String id, String version, String name, String vendor, String description, boolean on,
            List<Path> bundles, List<Path> headless) {
    }

    /**
     * Resolves bundles together with those of the installation and of the dropins folders, in a framework of its own in
     * which nothing is started.
     *
     * @param bundles the jars of all plug-ins that are to be there
     * @return for each of them how it fits
     * @throws IOException when a jar can't be read or no framework can be made
     */
    Map<Path, Fit> resolve(List<Path> bundles) throws IOException;

    /**
     * Gives the bundles that are there whatever plug-ins are installed.
     *
     * @return the jars, without those of features that can be switched off
     */
    List<Path> installation();

    /**
     * Gives what users have put into the dropins folders.
     *
     * @return the jars
     */
    List<Path> dropIns();

    /**
     * Gives what the user has to know of this start, besides what is known of plug-ins.
     *
     * @return one sentence each
     */
    List<String> notices();

    /**
     * Gives what the installation has besides, for users who want it.
     *
     * @return the features that can be switched off and on
     */
    List<Feature> features();
}
