package org.chartroom.ui.forms.grid;

import java.util.Optional;

import org.chartroom.core.type.Presentation;
import org.chartroom.model.Element;
import org.chartroom.ui.forms.LabelText;
import org.chartroom.ui.forms.field.Explanation;
import org.chartroom.ui.forms.internal.Messages;
import org.eclipse.emf.common.command.Command;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.edit.command.SetCommand;
import org.eclipse.emf.edit.domain.EditingDomain;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A column of a grid. Usually it is a feature of the rows ({@link #of}); it may as well show what stands elsewhere, for
 * example what a row has in one period.
 */
@ConsumerType
public interface GridColumn {
    /** Width of a column whose feature names none. */
    int USUAL_WIDTH = 120;
    /** Longest unit that a header says, in letters. */
    int LONGEST_UNIT = 7;

    /** @return the feature whose type, unit and choices its values have */
    EStructuralFeature feature();

    /** @return what it is known by in saved views, the same each time a grid is made */
    String id();

    /** @return what its header says */
    String label();

    /** @return what it means, for the tooltip of its header */
    String tooltip();

    /** @return its width in pixels at 100 % */
    int width();

    /**
     * @param row an item
     * @return its value in this column; may be null
     */
    Object value(Element row);

    /**
     * @param row an item
     * @return how its value in this column came about, for the tooltip of the cell; empty where it is entered
     */
    default Optional<String> explanation(Element row) {
        return feature().isDerived() ? Optional.of(Explanation.of(row, feature())) : Optional.empty();
    }

    /**
     * @param row an item
     * @return whether the user may change it
     */
    boolean isEditable(Element row);

    /**
     * @param domain the editing domain
     * @param row an item
     * @param value the new value; null to clear it
     * @return a command that sets it
     */
    Command set(EditingDomain domain, Element row, Object value);

    /**
     * Sets the value of an item that was just made and is in no list yet.
     *
     * @param row the new item
     * @param value the value; may be null
     */
    void setNew(Element row, Object value);

    /**
     * @param feature a feature of the rows
     * @return its column
     */
    static GridColumn of(EStructuralFeature feature) {
        return new FeatureColumn(feature);
    }

    /**
     * A feature of the rows.
     *
     * @param feature the feature
     */
    record FeatureColumn(EStructuralFeature feature) implements GridColumn {
        @Override
        public String id() {
            return feature.getName();
        }

        @Override
        public String label() {
            // A long unit would take more room than the values.
            return Presentation.unit(feature).length() > LONGEST_UNIT
                    ? Presentation.label(feature)
                    : Presentation.withUnit(Presentation.label(feature), feature);
        }

        @Override
        public String tooltip() {
            String unit = Presentation.unit(feature);
            return Presentation.documentation(feature)
                    + (unit.isEmpty() ? "" : "\n" + Messages.bind(Messages.unit, unit));
        }

        @Override
        public int width() {
            return Presentation.columnWidth(feature).orElse(USUAL_WIDTH);
        }

        @Override
        public Object value(Element row) {
            return row.eGet(feature);
        }

        @Override
        public boolean isEditable(Element row) {
            // The field in which it would be edited would take over only its beginning.
            return CellConversion.isEditable(feature)
                    && !(row.eGet(feature) instanceof String text && text.length() > LabelText.LONGEST_ENTRY);
        }

        @Override
        public Command set(EditingDomain domain, Element row, Object value) {
            return SetCommand.create(domain, row, feature, value == null ? SetCommand.UNSET_VALUE : value);
        }

        @Override
        public void setNew(Element row, Object value) {
            row.eSet(feature, value);
        }
    }
}
