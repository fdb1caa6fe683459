package org.chartroom.core.type;

import org.eclipse.emf.ecore.EClass;

/**
 * A kind of artifact that people can create.
 *
 * @param id unique id, for example org.chartroom.risk.register
 * @param name what a user calls it, translated
 * @param eClass the class of its artifacts; extends Artifact
 * @param keyPrefix prefix of its keys, for example RSK
 * @param description one sentence on what it is for, translated
 * @param icon path of its icon in the contributing bundle; empty when it has none
 * @param contributor symbolic name of the bundle that brings it
 */
public record ArtifactType(String id, String name, EClass eClass, String keyPrefix, String description, String icon,
        String contributor) {
}
