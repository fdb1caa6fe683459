package org.chartroom.core.internal.workspace;

import java.util.ArrayList;
import java.util.List;

import org.chartroom.model.Element;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.InternalEObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.emf.ecore.util.InternalEList;

/** Copies of roots that have nothing in common with the session they are from. */
final class RootCopies {
    private RootCopies() {
    }

    /**
     * @param roots roots of one session
     * @return copies with the same ids; what they refer to outside of the roots are proxies, for another session to resolve
     */
    static List<Element> of(List<Element> roots) {
        EcoreUtil.Copier copier = new EcoreUtil.Copier(false) {
            @Override
            protected void copyReference(EReference reference, EObject from, EObject to) {
                if (from.eIsSet(reference)) {
                    copyTargets(reference, from, to);
                }
            }

            private void copyTargets(EReference reference, EObject from, EObject to) {
                Object value = from.eGet(reference, false);
                if (reference.isMany()) {
                    List<EObject> targets = new ArrayList<>();
                    ((InternalEList<?>) value).basicList()
                            .forEach(target -> targets.add(target((EObject) target)));
                    to.eSet(reference, targets);
                } else {
                    to.eSet(reference, target((EObject) value));
                }
            }

            private EObject target(EObject target) {
                EObject copy = target == null ? null : get(target);
                return copy != null || target == null || target.eResource() == null && !target.eIsProxy()
                        ? copy
                        : proxy(target);
            }
        };
        List<Element> copies = List.copyOf(copier.copyAll(roots));
        copier.copyReferences();
        return copies;
    }

    private static EObject proxy(EObject target) {
        InternalEObject proxy = (InternalEObject) EcoreUtil.create(target.eClass());
        proxy.eSetProxyURI(EcoreUtil.getURI(target));
        return proxy;
    }
}
