package org.chartroom.core.internal.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import org.chartroom.core.check.Finding;
import org.chartroom.core.check.QuickFix;
import org.chartroom.core.check.Severity;
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
 * Finds references of an artifact that lead to what was deleted; used once. Links have a check of their own; comments,
 * evidence and sign-offs tell of what was then.
 */
final class BrokenReferences {
    private static final String REFERENCE = "org.chartroom.core.referenceBroken";

    private final Artifact artifact;
    private final Consumer<Finding> findings;
    private final Map<EClass, List<EReference>> references = new HashMap<>();
    private Set<String> artifactIds;

    BrokenReferences(Artifact artifact, Consumer<Finding> findings) {
        this.artifact = artifact;
        this.findings = findings;
    }

    void find() {
        check(artifact);
        artifact.eAllContents().forEachRemaining(this::check);
    }

    private void check(EObject object) {
        if (!(object instanceof Element element) || object instanceof Link || object instanceof Comment
                || object instanceof Evidence || object instanceof SignOff) {
            return;
        }
        for (EReference reference : references.computeIfAbsent(object.eClass(), BrokenReferences::checked)) {
            Object value = object.eGet(reference, false);
            List<?> targets = value instanceof InternalEList<?> list
                    ? list.basicList()
                    : value instanceof List<?> list ? list : value == null ? List.of() : List.of(value);
            for (Object target : targets) {
                if (isBroken(object, (EObject) target)) {
                    report(element, reference, (EObject) target);
                }
            }
        }
    }

    private static List<EReference> checked(EClass eClass) {
        return eClass.getEAllReferences().stream().filter(reference -> !reference.isContainment()
                && !reference.isContainer() && !reference.isDerived() && reference.isChangeable()).toList();
    }

    private boolean isBroken(EObject owner, EObject target) {
        if (!target.eIsProxy()) {
            return false;
        }
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
        findings.accept(new Finding(REFERENCE, Severity.ERROR, owner, reference,
                Messages.bind(Messages.referenceBroken, label), List.of(new QuickFix(
                        Messages.bind(Messages.clearReference, label), domain -> clear(domain, owner, reference,
                                target)))));
    }

    private static Command clear(EditingDomain domain, Element owner, EReference reference, EObject target) {
        return reference.isMany()
                ? RemoveCommand.create(domain, owner, reference, target)
                : SetCommand.create(domain, owner, reference, SetCommand.UNSET_VALUE);
    }
}
