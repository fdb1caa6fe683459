package org.chartroom.core.expression;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.chartroom.core.type.DynamicModel;
import org.chartroom.model.Artifact;
import org.chartroom.model.Item;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EDataType;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EPackage;
import org.eclipse.emf.ecore.util.EcoreUtil;

/** A model without Java, of courses that cost money and may be held. */
public final class Courses {
    private final EPackage ePackage;

    /** Reads the model anew. */
    public Courses() {
        this(text());
    }

    /**
     * Reads a changed model.
     *
     * @param ecore its text
     * @throws UncheckedIOException when it is no model
     */
    public Courses(String ecore) {
        try {
            ePackage = DynamicModel.read("courses.ecore",
                    new ByteArrayInputStream(ecore.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return the text of the model */
    public static String text() {
        try (InputStream stream = Courses.class.getResourceAsStream("courses.ecore")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return the package */
    public EPackage ePackage() {
        return ePackage;
    }

    /**
     * @param name name of a class
     * @return the class
     */
    public EClass type(String name) {
        return (EClass) ePackage.getEClassifier(name);
    }

    /**
     * @param courses its courses
     * @return a plan called "Plan"
     */
    public Artifact plan(Item... courses) {
        Artifact plan = (Artifact) EcoreUtil.create(type("Plan"));
        plan.setTitle("Plan");
        set(plan, "courses", List.of(courses));
        return plan;
    }

    /**
     * @param state name of a state; null for none
     * @param seats number of seats; null for none
     * @param price a price as text; null for none
     * @return a course called "Course"
     */
    public Item course(String state, Integer seats, String price) {
        Item course = (Item) EcoreUtil.create(type("Course"));
        course.setTitle("Course");
        set(course, "state", state);
        set(course, "seats", seats == null ? null : seats.toString());
        set(course, "price", price);
        return course;
    }

    /**
     * @param object an object of the model
     * @param feature name of a feature
     * @param value a value; texts are read as the type of the feature has them
     */
    public static void set(EObject object, String feature, Object value) {
        var wanted = object.eClass().getEStructuralFeature(feature);
        object.eSet(wanted,
                value instanceof String text && wanted.getEType() instanceof org.eclipse.emf.ecore.EDataType type
                        && type.getInstanceClass() != String.class
                                ? EcoreUtil.createFromString(type, read(type, text))
                                : value);
    }

    private static String read(org.eclipse.emf.ecore.EDataType type, String text) {
        return type instanceof org.eclipse.emf.ecore.EEnum literals
                ? literals.getEEnumLiteral(text).getLiteral()
                : text;
    }

    /**
     * @param object an object of the model
     * @param feature name of a feature
     * @return its value
     */
    public static Object get(EObject object, String feature) {
        return object.eGet(object.eClass().getEStructuralFeature(feature));
    }

    /**
     * @param text a number
     * @return the exact decimal
     */
    public static BigDecimal decimal(String text) {
        return new BigDecimal(text);
    }
}
