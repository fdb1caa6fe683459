package org.chartroom.ui.internal.link;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import org.chartroom.core.link.Backlink;
import org.chartroom.core.link.Links;
import org.chartroom.core.type.Presentation;
import org.chartroom.core.workspace.Reference;
import org.chartroom.model.Artifact;
import org.chartroom.model.Element;
import org.chartroom.model.Link;
import org.chartroom.model.ModelPackage;
import org.chartroom.model.Subject;
import org.chartroom.ui.forms.ArtifactEditing;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;

/**
 * A line of the Links view.
 *
 * @param here the end of the link in the artifact at hand
 * @param outgoing whether the link starts here
 * @param label what it says, seen from here
 * @param other the other end; null when it was deleted
 * @param note why it is there
 * @param source the link, or the element whose field refers
 */
record LinkRow(Subject here, boolean outgoing, String label, Subject other, String note, Element source) {
    private static final String OUT = "\u2192 ";
    private static final String IN = "\u2190 ";

    /**
     * @param editing the artifact at hand
     * @param shown the artifact, or an element of it
     * @param references what is known to refer to the artifact
     * @return all links that start or end at the element or in it, those that start there first
     */
    static List<LinkRow> of(ArtifactEditing editing, Element shown, List<Reference> references) {
        List<LinkRow> rows = new ArrayList<>();
        if (shown instanceof Subject subject) {
            addOutgoing(subject, rows);
        }
        Iterator<EObject> contents = shown.eAllContents();
        while (contents.hasNext()) {
            if (contents.next() instanceof Subject subject) {
                addOutgoing(subject, rows);
            }
        }
        for (Backlink link : Links.to(editing.session(), editing.root(), List.of(shown), references)) {
            if (link.subject() != null && link.target() instanceof Subject here) {
                rows.add(new LinkRow(here, false, IN + link.label(), link.subject(), link.note(), link.source()));
            }
        }
        return rows;
    }

    private static void addOutgoing(Subject subject, List<LinkRow> rows) {
        for (Link link : subject.getLinks()) {
            Subject target = link.getTarget();
            String says = Presentation
                    .label(ModelPackage.Literals.LINK_TYPE.getEEnumLiteral(link.getType().getValue()));
            rows.add(new LinkRow(subject, true, OUT + says, target == null || target.eIsProxy() ? null : target,
                    link.getNote() == null ? "" : link.getNote(), link));
        }
    }

    /** @return the artifact of the other end; null when that was deleted */
    Artifact otherArtifact() {
        return other == null ? null : (Artifact) EcoreUtil.getRootContainer(other);
    }
}
