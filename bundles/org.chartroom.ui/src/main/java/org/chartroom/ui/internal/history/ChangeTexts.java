package org.chartroom.ui.internal.history;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import org.chartroom.core.type.Presentation;
import org.chartroom.core.workspace.EditSession;
import org.chartroom.core.workspace.FieldChange;
import org.chartroom.model.Element;
import org.chartroom.model.ModelPackage;
import org.chartroom.model.Money;
import org.chartroom.ui.forms.field.FieldFormat;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EPackage;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;

/** Tells a change of the history in the words of the user: names of fields, values as forms show them. */
final class ChangeTexts {
    private final EditSession session;
    private final FieldFormat format = FieldFormat.current();

    /** @param session has the elements that are there now loaded, whose names are shown in place of their ids */
    ChangeTexts(EditSession session) {
        this.session = session;
    }

    Optional<EStructuralFeature> feature(FieldChange change) {
        return eClass(change).map(type -> type.getEStructuralFeature(change.feature()));
    }

    private Optional<EClass> eClass(FieldChange change) {
        Optional<Element> element = session.loaded(change.elementId());
        if (element.isPresent()) {
            return element.map(Element::eClass);
        }
        return type(change, session.loaded(change.rootId()).map(root -> root.eClass().getEPackage()));
    }

    /**
     * @param change a change of an element that is gone
     * @param own the package of the artifact it was in; empty when that is gone too
     * @return the class of the element; empty when it can't be told
     */
    static Optional<EClass> type(FieldChange change, Optional<EPackage> own) {
        return own.flatMap(known -> typeIn(known, change)).or(() -> typeIn(ModelPackage.eINSTANCE, change))
                .or(() -> onlyType(change));
    }

    private static Optional<EClass> typeIn(EPackage ePackage, FieldChange change) {
        return ePackage.getEClassifier(change.elementType()) instanceof EClass type
                && ModelPackage.Literals.ELEMENT.isSuperTypeOf(type) ? Optional.of(type) : Optional.empty();
    }

    /** Of an artifact that is gone: which of several classes of the name it was can't be told. */
    private static Optional<EClass> onlyType(FieldChange change) {
        List<EClass> found = List.copyOf(EPackage.Registry.INSTANCE.values()).stream()
                .filter(EPackage.class::isInstance).map(EPackage.class::cast)
                .flatMap(known -> typeIn(known, change).stream()).distinct().toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** What was changed: the name of the element, or what kind of thing it was when it is gone. */
    String element(FieldChange change) {
        return session.loaded(change.elementId()).map(FieldFormat::name)
                .orElseGet(() -> eClass(change).map(Presentation::label).orElse(change.elementType()));
    }

    String field(FieldChange change) {
        return feature(change).map(Presentation::label).orElse(change.feature());
    }

    String value(FieldChange change, String text) {
        if (text == null) {
            return "";
        }
        Optional<EStructuralFeature> feature = feature(change);
        if (feature.isEmpty() || feature.get().isMany()) {
            return text;
        }
        if (feature.get() instanceof EReference) {
            return session.loaded(text).map(FieldFormat::name).orElse(text);
        }
        return parsed(feature.get(), text).map(value -> format.text(feature.get(), value)).orElse(text);
    }

    /** What the value is on an axis; empty when it is no number. */
    Optional<BigDecimal> number(FieldChange change, String text) {
        return feature(change).filter(feature -> text != null && !feature.isMany())
                .flatMap(feature -> parsed(feature, text)).flatMap(value -> {
                    if (value instanceof Money money) {
                        return Optional.of(money.amount());
                    }
                    return value instanceof Number number
                            ? Optional.of(new BigDecimal(number.toString()))
                            : Optional.empty();
                });
    }

    private static Optional<Object> parsed(EStructuralFeature feature, String text) {
        try {
            return feature instanceof EAttribute attribute
                    ? Optional.ofNullable(EcoreUtil.createFromString(attribute.getEAttributeType(), text))
                    : Optional.empty();
        } catch (RuntimeException e) {
            // A value of an older model may not fit the field of today; it is shown as it was written then.
            return Optional.empty();
        }
    }
}
