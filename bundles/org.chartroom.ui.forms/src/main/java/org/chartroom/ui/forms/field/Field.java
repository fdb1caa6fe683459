package org.chartroom.ui.forms.field;

import java.util.Optional;

import org.chartroom.core.check.Finding;
import org.chartroom.core.check.Severity;
import org.chartroom.core.type.Presentation;
import org.chartroom.model.Element;
import org.chartroom.ui.forms.ArtifactEditing;
import org.chartroom.ui.forms.LabelText;
import org.chartroom.ui.forms.comment.FieldAtHand;
import org.chartroom.ui.forms.comment.OpenComments;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.jface.fieldassist.ControlDecoration;
import org.eclipse.jface.fieldassist.FieldDecorationRegistry;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.forms.widgets.FormToolkit;

/** One feature of one element in a form: shows its value, takes a new one, and shows what the checks say of it. */
abstract class Field {
    private static final int MARK_MARGIN = 3;

    private final ArtifactEditing editing;
    private final EStructuralFeature feature;
    private Element owner;
    private ControlDecoration decoration;
    private Control control;
    private Label label;
    private ControlDecoration commentMark;
    private String refusal;
    private String explanation;
    private String notice;

    Field(ArtifactEditing editing, EStructuralFeature feature) {
        this.editing = editing;
        this.feature = feature;
    }

    /** Makes the widget; called once. */
    final Control create(Composite parent, FormToolkit toolkit) {
        control = createControl(parent, toolkit);
        explain(Presentation.documentation(feature));
        control.setData(FieldAtHand.FIELD, feature.getName());
        decoration = new ControlDecoration(control, SWT.LEFT | SWT.TOP);
        decoration.hide();
        control.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getDescription(AccessibleEvent event) {
                event.result = explanation;
            }
        });
        return control;
    }

    abstract Control createControl(Composite parent, FormToolkit toolkit);

    /** @return what is laid out in the form: the widget, or what it stands in beside others */
    Control outer() {
        return control;
    }

    /** Shows the value of the owner; an owner of null empties and disables the field. */
    abstract void showValue();

    /** Takes over what is typed but not yet set; nothing by default. */
    void commit() {
    }

    final void setOwner(Element element) {
        owner = element;
        refusal = null;
        refresh();
    }

    final void refresh() {
        if (!control.isDisposed()) {
            control.setEnabled(owner != null);
            showValue();
            refreshFinding();
            refreshComments();
        }
    }

    /** @param shown the label of the field, which tells of open comments */
    final void setLabel(Label shown) {
        label = shown;
    }

    private void refreshComments() {
        Optional<String> open = owner == null ? Optional.empty() : editing.openComments().on(owner, feature);
        if (open.isPresent() && commentMark == null) {
            commentMark = new ControlDecoration(label, SWT.RIGHT | SWT.CENTER);
            commentMark.setMarginWidth(MARK_MARGIN);
            commentMark.setImage(OpenComments.image());
        }
        if (commentMark != null) {
            commentMark.setDescriptionText(open.orElse(null));
            if (open.isPresent()) {
                commentMark.show();
            } else {
                commentMark.hide();
            }
        }
    }

    final void refreshFinding() {
        if (control.isDisposed()) {
            return;
        }
        Optional<Finding> finding = owner == null ? Optional.empty() : editing.finding(owner, feature);
        if (refusal != null) {
            decorate(refusal, Severity.ERROR);
        } else if (notice != null) {
            decorate(notice, Severity.WARNING);
        } else if (finding.isPresent()) {
            decorate(finding.get().message(), finding.get().severity());
        } else {
            decoration.hide();
            explain(Explanation.of(owner, feature));
        }
    }

    private void decorate(String message, Severity severity) {
        String image = switch (severity) {
            case ERROR -> FieldDecorationRegistry.DEC_ERROR;
            case WARNING -> FieldDecorationRegistry.DEC_WARNING;
            case INFO -> FieldDecorationRegistry.DEC_INFORMATION;
        };
        decoration.setImage(FieldDecorationRegistry.getDefault().getFieldDecoration(image).getImage());
        decoration.setDescriptionText(message);
        decoration.show();
        // The mark is small: whoever rests the mouse on the field, or has it read aloud, learns the same.
        explain(message + "\n\n" + Explanation.of(owner, feature));
    }

    private void explain(String text) {
        explanation = text;
        control.setToolTipText(LabelText.tip(text));
    }

    /** Shows why what was typed does not fit; null takes the message back. */
    final void refuse(String message) {
        refusal = message;
        refreshFinding();
    }

    /** Says what the user must know of how the value is shown; null for nothing. */
    final void setNotice(String text) {
        notice = text;
    }

    final boolean isRefused() {
        return refusal != null;
    }

    final boolean isEditable() {
        return feature.isChangeable() && !feature.isDerived() && !Presentation.isReadOnly(feature)
                && !editing.isReadOnly();
    }

    final void set(Object value) {
        editing.set(owner, feature, value);
    }

    final Object value() {
        return owner == null ? null : owner.eGet(feature);
    }

    final Element owner() {
        return owner;
    }

    final EStructuralFeature feature() {
        return feature;
    }

    final ArtifactEditing editing() {
        return editing;
    }

    final Control control() {
        return control;
    }
}
