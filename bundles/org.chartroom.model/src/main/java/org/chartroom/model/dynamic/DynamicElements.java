package org.chartroom.model.dynamic;

import org.chartroom.model.ModelPackage;
import org.chartroom.model.impl.ArtifactImpl;
import org.chartroom.model.impl.ElementImpl;
import org.chartroom.model.impl.ItemImpl;
import org.chartroom.model.impl.SubjectImpl;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.InternalEObject;
import org.eclipse.emf.ecore.impl.EFactoryImpl;

/**
 * Makes elements of a package that has no generated code: they are artifacts, items and so on for everybody who knows the
 * shared model only. To be set as the factory of such a package.
 */
public final class DynamicElements extends EFactoryImpl {
    private static final class PlainArtifact extends ArtifactImpl {
    }

    private static final class PlainItem extends ItemImpl {
    }

    private static final class PlainSubject extends SubjectImpl {
    }

    private static final class PlainElement extends ElementImpl {
    }

    @Override
    public EObject create(EClass eClass) {
        if (getEPackage() != eClass.getEPackage() || eClass.isAbstract()) {
            throw new IllegalArgumentException("The class " + eClass.getName() + " can't have instances.");
        }
        InternalEObject object = instance(eClass);
        if (object == null) {
            return super.create(eClass);
        }
        object.eSetClass(eClass);
        return object;
    }

    private static InternalEObject instance(EClass eClass) {
        for (EClass type : eClass.getEAllSuperTypes().stream()
                .sorted((left, right) -> Integer.compare(right.getEAllSuperTypes().size(),
                        left.getEAllSuperTypes().size()))
                .toList()) {
            if (type == ModelPackage.Literals.ARTIFACT) {
                return new PlainArtifact();
            } else if (type == ModelPackage.Literals.ITEM) {
                return new PlainItem();
            } else if (type == ModelPackage.Literals.SUBJECT) {
                return new PlainSubject();
            } else if (type == ModelPackage.Literals.ELEMENT) {
                return new PlainElement();
            } else if (!type.isAbstract() && type.getInstanceClass() != null) {
                return (InternalEObject) type.getEPackage().getEFactoryInstance().create(type);
            }
        }
        return null;
    }
}
