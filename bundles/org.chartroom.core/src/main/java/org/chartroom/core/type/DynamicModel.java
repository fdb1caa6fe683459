package org.chartroom.core.type;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

import org.chartroom.core.expression.ExpressionException;
import org.chartroom.core.internal.check.ModelCheck;
import org.chartroom.core.internal.expression.Derivation;
import org.chartroom.core.internal.expression.DryRun;
import org.chartroom.core.resource.IsolatedResources;
import org.chartroom.model.ModelPackage;
import org.chartroom.model.dynamic.DynamicElements;
import org.eclipse.emf.common.util.Diagnostic;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EClassifier;
import org.eclipse.emf.ecore.EPackage;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.resource.ResourceSet;
import org.eclipse.emf.ecore.util.Diagnostician;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.emf.ecore.xmi.impl.XMIResourceImpl;

/**
 * Reads a model that has no Java: a .ecore file whose annotations say how things are shown ({@link Presentation}), how
 * derived fields are computed ({@value #EXPRESSION}, detail "derivation") and what is checked ({@value #CHECK}).
 */
public final class DynamicModel {
    /** Source of the annotation of a derived feature; its detail "derivation" is an expression. */
    public static final String EXPRESSION = Derivation.SOURCE;
    /**
     * Source of an annotation of a class or feature that is a check. Details: "when", the condition that makes it fire;
     * "message", where {@code ${...}} are expressions; "severity", one of error, warning (when it is left out) and info;
     * "id"; "set" and "fix", the value of the feature, as an expression, that mends it and what that is called.
     */
    public static final String CHECK = ModelCheck.SOURCE;

    private DynamicModel() {
    }

    /**
     * @param feature a feature
     * @return the expression it is computed with; empty when it is not, or is computed by code
     */
    public static Optional<String> derivation(EStructuralFeature feature) {
        return Optional.ofNullable(Derivation.text(feature));
    }

    /**
     * Reads a model, makes its derived features compute themselves and tries each expression on an example.
     *
     * @param location where the file is, for messages
     * @param content the file
     * @return the package; not registered yet
     * @throws IOException when it can't be read or is no valid model
     * @throws ExpressionException when an expression in it is wrong; says of what
     */
    public static EPackage read(String location, InputStream content) throws IOException {
        // The shared model is found by its namespace once it is initialised.
        ModelPackage.eINSTANCE.getNsURI();
        ResourceSet resources = IsolatedResources.create();
        XMIResourceImpl resource = new XMIResourceImpl(URI.createURI(location));
        resources.getResources().add(resource);
        try {
            resource.load(content, IsolatedResources.options());
            EcoreUtil.resolveAll(resource);
        } catch (IOException | RuntimeException e) {
            throw new IOException(location + " is no model: " + e.getMessage(), e);
        }
        if (resource.getContents().size() != 1 || !(resource.getContents().get(0) instanceof EPackage ePackage)) {
            throw new IOException(location + " is no model: it does not hold one package");
        }
        List<URI> outside = IsolatedResources.outside(resource);
        if (!outside.isEmpty()) {
            throw new IOException(location + " refers to what is not there: " + outside.get(0));
        }
        Diagnostic diagnostic = Diagnostician.INSTANCE.validate(ePackage);
        if (diagnostic.getSeverity() == Diagnostic.ERROR) {
            throw new IOException(location + " is no valid model: " + firstError(diagnostic));
        }
        ePackage.setEFactoryInstance(new DynamicElements());
        prepare(ePackage);
        return ePackage;
    }

    private static String firstError(Diagnostic diagnostic) {
        List<Diagnostic> errors = diagnostic.getChildren().stream()
                .filter(child -> child.getSeverity() == Diagnostic.ERROR).toList();
        return errors.isEmpty() ? diagnostic.getMessage() : errors.get(0).getMessage();
    }

    private static void prepare(EPackage ePackage) {
        for (EClassifier classifier : ePackage.getEClassifiers()) {
            if (classifier instanceof EClass eClass) {
                for (EStructuralFeature feature : eClass.getEStructuralFeatures()) {
                    Derivation.install(feature);
                }
            }
        }
        for (EClassifier classifier : ePackage.getEClassifiers()) {
            if (classifier instanceof EClass eClass && !eClass.isAbstract()) {
                DryRun.of(eClass);
            }
        }
    }
}
