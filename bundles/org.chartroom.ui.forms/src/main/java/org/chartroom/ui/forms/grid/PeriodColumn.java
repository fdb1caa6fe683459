package org.chartroom.ui.forms.grid;

import java.util.Optional;
import java.util.function.Supplier;

import org.chartroom.core.type.Presentation;
import org.chartroom.model.Element;
import org.chartroom.ui.forms.field.FieldFormat;
import org.eclipse.emf.common.command.Command;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.edit.command.AddCommand;
import org.eclipse.emf.edit.command.SetCommand;
import org.eclipse.emf.edit.domain.EditingDomain;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * What the rows of a grid have in one period: the value is in a child of the row that belongs to the period, and the
 * child is made when the first value is entered. Which of the child's features is shown may change while the grid is
 * open.
 */
public final class PeriodColumn implements GridColumn {
    private static final int WIDTH = 96;

    private final String label;
    private final Cells cells;
    private final Supplier<EStructuralFeature> measure;

    /** Finds and makes the children of rows that belong to one period. */
    @ConsumerType
    public interface Cells {
        /** @return the list of a row that holds the children */
        EReference list();

        /**
         * @param row a row
         * @return its child that belongs to the period; null when there is none yet
         */
        Element find(Element row);

        /**
         * @param row a row
         * @return a new child for the period, with an id, in no list yet
         */
        Element create(Element row);

        /**
         * @param row a row
         * @return whether its values are entered; else they are computed
         */
        default boolean isEntered(Element row) {
            return true;
        }

        /**
         * @param row a row whose values are computed
         * @param feature the feature that is shown
         * @return the value; may be null
         */
        default Object computed(Element row, EStructuralFeature feature) {
            return null;
        }

        /**
         * @param row a row whose values are computed
         * @param feature the feature that is shown
         * @return the numbers its value comes from, in symbols and figures: "400,000 [1.1] + 80,000 [1.2]"; null for none
         */
        default String numbers(Element row, EStructuralFeature feature) {
            return null;
        }
    }

    /**
     * @param label what the header says: the period
     * @param cells the children of rows
     * @param measure gives the feature of the children that is shown
     */
    public PeriodColumn(String label, Cells cells, Supplier<EStructuralFeature> measure) {
        this.label = label;
        this.cells = cells;
        this.measure = measure;
    }

    @Override
    public EStructuralFeature feature() {
        return measure.get();
    }

    @Override
    public String id() {
        return "period " + label;
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public String tooltip() {
        return Presentation.label(feature()) + " " + label + "\n" + Presentation.documentation(feature());
    }

    @Override
    public int width() {
        return WIDTH;
    }

    @Override
    public Object value(Element row) {
        if (!cells.isEntered(row)) {
            return cells.computed(row, feature());
        }
        Element child = cells.find(row);
        return child == null ? null : child.eGet(feature());
    }

    @Override
    public Optional<String> explanation(Element row) {
        Object value = value(row);
        String numbers = cells.isEntered(row) || value == null ? null : cells.numbers(row, feature());
        return Optional.ofNullable(numbers)
                .map(text -> tooltip() + "\n\n" + Presentation.label(feature()) + " = " + text
                        + "\n= " + FieldFormat.current().text(feature(), value));
    }

    @Override
    public boolean isEditable(Element row) {
        return cells.isEntered(row);
    }

    @Override
    public Command set(EditingDomain domain, Element row, Object value) {
        Element child = cells.find(row);
        if (child != null) {
            return SetCommand.create(domain, child, feature(), value == null ? SetCommand.UNSET_VALUE : value);
        }
        Element fresh = cells.create(row);
        fresh.eSet(feature(), value);
        return AddCommand.create(domain, row, cells.list(), fresh);
    }

    @Override
    @SuppressWarnings("unchecked")
    public void setNew(Element row, Object value) {
        Element child = cells.find(row);
        if (child == null) {
            child = cells.create(row);
            ((java.util.List<Object>) row.eGet(cells.list())).add(child);
        }
        child.eSet(feature(), value);
    }
}
