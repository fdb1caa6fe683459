package org.chartroom.ui.forms.internal;

import java.util.ArrayList;
import java.util.List;

import org.chartroom.core.type.Presentation;
import org.chartroom.model.Element;
import org.chartroom.ui.forms.ArtifactEditing;
import org.chartroom.ui.forms.field.FieldFormat;
import org.chartroom.ui.forms.field.FormFields;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.ui.views.properties.IPropertyDescriptor;
import org.eclipse.ui.views.properties.IPropertySheetPage;
import org.eclipse.ui.views.properties.IPropertySource;
import org.eclipse.ui.views.properties.PropertyDescriptor;
import org.eclipse.ui.views.properties.PropertySheetPage;
import org.eclipse.ui.views.properties.TextPropertyDescriptor;

/** The features of the selected element in the Properties view; those that are text can be edited there. */
public final class ElementProperties implements IPropertySource {
    private final FieldFormat format = FieldFormat.current();
    private final ArtifactEditing editing;
    private final Element element;

    private ElementProperties(ArtifactEditing editing, Element element) {
        this.editing = editing;
        this.element = element;
    }

    /**
     * @param editing the artifact that is edited
     * @return a page that shows what is selected in its editor
     */
    public static IPropertySheetPage page(ArtifactEditing editing) {
        PropertySheetPage page = new PropertySheetPage();
        page.setPropertySourceProvider(
                object -> object instanceof Element element ? new ElementProperties(editing, element) : null);
        return page;
    }

    @Override
    public IPropertyDescriptor[] getPropertyDescriptors() {
        List<IPropertyDescriptor> descriptors = new ArrayList<>();
        FormFields.groups(element.eClass()).forEach(
                (group, features) -> features.forEach(feature -> descriptors.add(descriptor(group, feature))));
        return descriptors.toArray(IPropertyDescriptor[]::new);
    }

    private IPropertyDescriptor descriptor(String group, EStructuralFeature feature) {
        String label = Presentation.detail(feature, "longLabel").orElseGet(() -> Presentation.label(feature));
        boolean text = feature instanceof EAttribute attribute && !attribute.isMany() && !attribute.isDerived()
                && !(attribute.getEAttributeType() instanceof EEnum) && !editing.isReadOnly();
        PropertyDescriptor descriptor = text
                ? new TextPropertyDescriptor(feature, label)
                : new PropertyDescriptor(feature, label);
        descriptor.setCategory(group);
        descriptor.setDescription(Presentation.documentation(feature));
        descriptor.setLabelProvider(new LabelProvider());
        if (text) {
            descriptor.setValidator(value -> refusal((EAttribute) feature, value));
        }
        return descriptor;
    }

    private String refusal(EAttribute attribute, Object value) {
        try {
            format.parse(attribute, String.valueOf(value), editing.root());
            return null;
        } catch (IllegalArgumentException e) {
            return e.getMessage();
        }
    }

    @Override
    public Object getPropertyValue(Object id) {
        EStructuralFeature feature = (EStructuralFeature) id;
        return format.text(feature, element.eGet(feature));
    }

    @Override
    public void setPropertyValue(Object id, Object value) {
        editing.set(element, (EStructuralFeature) id,
                format.parse((EAttribute) id, String.valueOf(value), editing.root()));
    }

    @Override
    public Object getEditableValue() {
        return element;
    }

    @Override
    public boolean isPropertySet(Object id) {
        return element.eIsSet((EStructuralFeature) id);
    }

    @Override
    public void resetPropertyValue(Object id) {
        editing.set(element, (EStructuralFeature) id, null);
    }
}
