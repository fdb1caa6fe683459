package org.chartroom.cli.internal;

import org.chartroom.core.type.Presentation;
import org.chartroom.core.workspace.EditSession;
import org.chartroom.exchange.importing.FieldValues;
import org.chartroom.model.Subject;
import org.eclipse.emf.ecore.EStructuralFeature;

/** Sets fields as the command line gives them. */
final class Fields {
    private final Context context;

    /** @param context gets told what a value was taken as */
    Fields(Context context) {
        this.context = context;
    }

    /**
     * @param session the session of the subject
     * @param subject an artifact or an item
     * @param name name of a field, as "show --json" prints it
     * @param text its value in file form; empty to clear it
     * @throws InputException when it can't be set
     */
    void set(EditSession session, Subject subject, String name, String text) {
        EStructuralFeature feature = subject.eClass().getEStructuralFeature(name);
        if (feature == null || feature.isDerived() || !feature.isChangeable() || "id".equals(name)) {
            throw new InputException("The field " + name + " of " + subject.getKey()
                    + " can't be set; see \"chartroom show --json\" for the fields.");
        }
        if (Presentation.isReadOnly(feature)) {
            throw new InputException("The field " + name + " of " + subject.getKey()
                    + " is set by what is done in the editor, where its rules are checked; open the workbench for it.");
        }
        try {
            subject.eSet(feature,
                    FieldValues.parse(subject, feature, text, session.directory(), context.out()::println));
        } catch (IllegalArgumentException e) {
            throw new InputException("The field " + name + " of " + subject.getKey() + " can't be set, because "
                    + e.getMessage() + ".", e);
        }
    }
}
