package org.chartroom.plugins;

import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The plug-ins of this user; an OSGi service. A change is planned first, which touches nothing, and then applied as a
 * whole. All methods may take long and are for background threads; a {@link PluginException} says what went wrong in one
 * sentence, and that nothing was changed.
 */
@ProviderType
public interface Plugins {
    /** @return all plug-ins: installed ones, features that can be switched off, and drop-ins */
    List<PluginInfo> list();

    /**
     * @param source address or path of an index
     * @param monitor where progress is shown, and whether to stop
     * @return the plug-ins the index offers; empty when the source is something else, which can be planned at once
     */
    List<PluginOffer> offers(String source, IProgressMonitor monitor);

    /**
     * Looks at a plug-in and finds out what its installation would do.
     *
     * @param source path of a jar, a feature file or a folder, address of one of them or of an index, or the id of a
     *        feature of the installation that is switched off
     * @param id which plug-in of an index; empty when there is only one
     * @param monitor where progress is shown, and whether to stop
     * @return the plan; an update when the plug-in is installed already
     */
    PluginPlan planInstall(String source, Optional<String> id, IProgressMonitor monitor);

    /**
     * Looks for another version of an installed plug-in.
     *
     * @param id its id
     * @param source where the other version is; empty for where the plug-in came from
     * @param otherSigner whether somebody else than before may have signed it
     * @param monitor where progress is shown, and whether to stop
     * @return the plan
     */
    PluginPlan planUpdate(String id, Optional<String> source, boolean otherSigner, IProgressMonitor monitor);

    /**
     * Finds out what the removal of a plug-in would do. The artifacts of its types stay and can be read.
     *
     * @param id its id
     * @return the plan
     */
    PluginPlan planRemoval(String id);

    /**
     * Does what a plan says.
     *
     * @param plan a possible plan
     * @param live whether to do it at once; a plan that needs a restart takes effect at the next start in any case
     * @param monitor where progress is shown
     * @return whether it has taken effect; if not, it does at the next start
     */
    boolean apply(PluginPlan plan, boolean live, IProgressMonitor monitor);

    /** @param plan a plan that is not applied: its copies are removed */
    void discard(PluginPlan plan);

    /** @return what is not as it was installed; empty when all is well */
    List<Damage> verify();

    /** @return what the user has to know of the last start, for example that it went back to the former plug-ins */
    Optional<String> notice();

    /** The user has seen the notice. */
    void forgetNotice();
}
