package org.chartroom.risk.internal;

import java.util.List;
import java.util.stream.Stream;

import org.chartroom.core.link.Backlink;
import org.chartroom.core.link.Links;
import org.chartroom.core.workspace.EditSession;
import org.chartroom.model.Element;
import org.chartroom.model.Link;
import org.chartroom.model.Subject;
import org.chartroom.model.change.Change;
import org.chartroom.model.risk.Risk;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;

/**
 * What was done about a risk that occurred: a change or an issue, linked in either direction. No type of Chartroom itself
 * is an issue; what a plug-in brings is one when its class, or one that it extends, is called Issue.
 */
final class OccurredAnswer {
    private static final String ISSUE = "Issue";

    private OccurredAnswer() {
    }

    /** Whether a link leads from the risk to a change or an issue, or from one of them to the risk. */
    static boolean isLinked(Risk risk) {
        return risk.getLinks().stream().map(Link::getTarget).anyMatch(OccurredAnswer::isAnswer)
                || linkedFrom(risk).anyMatch(OccurredAnswer::isAnswer);
    }

    private static Stream<Subject> linkedFrom(Risk risk) {
        Element register = risk.eContainer() instanceof Element container ? container : risk;
        return EditSession.of(risk).map(session -> Links.to(session, register, List.of(risk)).stream())
                .orElseGet(() -> backlinks(risk)).filter(backlink -> backlink.source() instanceof Link)
                .map(Backlink::subject);
    }

    /** Of a register that was read from a file, what was read with it. */
    private static Stream<Backlink> backlinks(Risk risk) {
        EObject all = EcoreUtil.getRootContainer(risk);
        return (risk.eResource() == null || risk.eResource().getResourceSet() == null
                ? EcoreUtil.UsageCrossReferencer.find(risk, all)
                : EcoreUtil.UsageCrossReferencer.find(risk, risk.eResource().getResourceSet())).stream()
                .filter(setting -> setting.getEObject() instanceof Link)
                .map(setting -> new Backlink((Element) setting.getEObject(), setting.getEStructuralFeature(),
                        risk));
    }

    private static boolean isAnswer(Subject subject) {
        return subject != null && !subject.eIsProxy() && (subject instanceof Change || isIssue(subject.eClass())
                || subject.eClass().getEAllSuperTypes().stream().anyMatch(OccurredAnswer::isIssue));
    }

    private static boolean isIssue(EClass type) {
        return ISSUE.equals(type.getName());
    }
}
