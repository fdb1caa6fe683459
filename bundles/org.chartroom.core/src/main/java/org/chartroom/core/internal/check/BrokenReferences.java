package org.chartroom.core.internal.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.chartroom.core.check.CheckContext;
import org.chartroom.core.check.QuickFix;
import org.chartroom.core.store.ElementUris;
import org.chartroom.core.type.Presentation;
import org.chartroom.core.workspace.ArtifactInfo;
import org.chartroom.core.workspace.EditSession;
import org.chartroom.model.Artifact;
import org.chartroom.model.Comment;
import org.chartroom.model.Element;
import org.chartroom.model.Evidence;
import org.chartroom.model.Link;
import org.chartroom.model.SignOff;
import org.eclipse.emf.common.command.Command;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.InternalEObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.emf.ecore.util.InternalEList;
import org.eclipse.emf.edit.command.RemoveCommand;
import org.eclipse.emf.edit.command.SetCommand;
import org.eclipse.emf.edit.domain.EditingDomain;

/**
 * Finds references of an artifact that lead to what was deleted; used for one run of the checks. Links have a check of their own; comments,
 * evidence and sign-offs tell of what was then.
 */
final class BrokenReferences {
    private final Artifact artifact;
    private final CheckContext context;
    private final Map<EClass, EReference[]> references = new HashMap<>();
    private EClass lastClass;
    private EReference[] lastReferences = {};
    private Set<String> artifactIds;

    BrokenReferences(Artifact artifact, CheckContext context) {
        this.artifact = artifact;
        this.context = context;
    }

    /** @param object the artifact or something in it */
    void check(EObject object) {
        if (!(object instanceof Element element) || object instanceof Link || object instanceof Comment
                || object instanceof Evidence || object instanceof SignOff) {
            return;
        }
        EClass eClass = object.eClass();
        if (eClass != lastClass) {
            // Items come one class after the other, by the ten thousands in a large register.
            lastClass = eClass;
            lastReferences = references.computeIfAbsent(eClass, BrokenReferences::checked);
        }
        for (EReference reference : lastReferences) {
            // Asking for a list that was never used would make one.
            Object value = reference.isMany() && !object.eIsSet(reference) ? null : object.eGet(reference, false);
            if (value instanceof EObject target) {
                check(element, reference, target);
            } else if (value instanceof InternalEList<?> list) {
                list.basicList().forEach(target -> check(element, reference, (EObject) target));
            } else if (value instanceof List<?> list) {
                list.forEach(target -> check(element, reference, (EObject) target));
            }
        }
    }

    private void check(Element owner, EReference reference, EObject target) {
        if (target.eIsProxy() && isBroken(owner, target)) {
            report(owner, reference, target);
        }
    }

    private static EReference[] checked(EClass eClass) {
        return eClass.getEAllReferences().stream().filter(reference -> !reference.isContainment()
                && !reference.isContainer() && !reference.isDerived() && reference.isChangeable())
                .toArray(EReference[]::new);
    }

    private boolean isBroken(EObject owner, EObject target) {
        URI uri = ((InternalEObject) target).eProxyURI();
        // An artifact need not be loaded only to see that it is there.
        boolean isListed = ElementUris.SCHEME.equals(uri.scheme()) && ElementUris.rootId(uri).equals(uri.fragment())
                && artifactIds().contains(uri.fragment());
        return !isListed && EcoreUtil.resolve(target, owner).eIsProxy();
    }

    private Set<String> artifactIds() {
        if (artifactIds == null) {
            artifactIds = new HashSet<>();
            EditSession.of(artifact).stream().flatMap(session -> session.artifacts().stream()).map(ArtifactInfo::id)
                    .forEach(artifactIds::add);
        }
        return artifactIds;
    }

    private void report(Element owner, EReference reference, EObject target) {
        String label = Presentation.label(reference);
        context.report(owner, reference, Messages.bind(Messages.referenceBroken, label),
                new QuickFix(Messages.bind(Messages.clearReference, label),
                        domain -> clear(domain, owner, reference, target)));
    }

    private static Command clear(EditingDomain domain, Element owner, EReference reference, EObject target) {
        return reference.isMany()
                ? RemoveCommand.create(domain, owner, reference, target)
                : SetCommand.create(domain, owner, reference, SetCommand.UNSET_VALUE);
    }
}
