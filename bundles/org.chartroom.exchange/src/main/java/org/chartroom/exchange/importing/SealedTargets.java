package org.chartroom.exchange.importing;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.chartroom.core.store.ElementUris;
import org.chartroom.model.risk.RiskPackage;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.InternalEObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.emf.ecore.xmi.impl.XMIResourceImpl;

/** A model file whose references to what was cut out of it lead to where that is in a workspace. */
final class SealedTargets extends XMIResourceImpl {
    private final Map<String, String> roots;
    private final Function<String, Optional<EClass>> classes;

    /**
     * @param roots ids of elements that are not in the file, each with the id of its artifact
     * @param classes finds the class of such an element by its id, where it is known
     */
    SealedTargets(Map<String, String> roots, Function<String, Optional<EClass>> classes) {
        super(URI.createURI("chartroom-import.xmi"));
        this.roots = roots;
        this.classes = classes;
    }

    @Override
    public EObject getEObject(String fragment) {
        EObject found = super.getEObject(fragment);
        if (found != null || !roots.containsKey(fragment)) {
            return found;
        }
        // A proxy is its address; what refers to types that it does not know takes any subject.
        InternalEObject proxy = (InternalEObject) EcoreUtil
                .create(classes.apply(fragment).orElse(RiskPackage.Literals.RISK_REGISTER));
        proxy.eSetProxyURI(ElementUris.element(roots.get(fragment), fragment));
        return proxy;
    }
}
