package org.chartroom.ui.forms.field;

import org.chartroom.model.Element;

/**
 * What a reference can lead to, without its object.
 *
 * @param rootId id of the artifact or directory that it is or is in
 * @param id its own id
 * @param name what users call it
 * @param place key and title of the artifact it is in; empty when it is an artifact or in the directory
 */
record ReferenceTarget(String rootId, String id, String name, String place) {
    static ReferenceTarget of(Element root, Element element, String place) {
        return new ReferenceTarget(root.getId(), element.getId(), FieldFormat.name(element), place);
    }

    String label() {
        return place.isEmpty() ? name : name + "   \u2014 " + place;
    }
}
