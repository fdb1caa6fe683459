package org.chartroom.ui.forms.grid;

import java.util.List;

import org.chartroom.ui.forms.ArtifactEditing;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.nebula.widgets.nattable.config.AbstractRegistryConfiguration;
import org.eclipse.nebula.widgets.nattable.config.CellConfigAttributes;
import org.eclipse.nebula.widgets.nattable.config.EditableRule;
import org.eclipse.nebula.widgets.nattable.config.IConfigRegistry;
import org.eclipse.nebula.widgets.nattable.data.convert.ConversionFailedException;
import org.eclipse.nebula.widgets.nattable.data.convert.DisplayConverter;
import org.eclipse.nebula.widgets.nattable.data.convert.DefaultDisplayConverter;
import org.eclipse.nebula.widgets.nattable.edit.EditConfigAttributes;
import org.eclipse.nebula.widgets.nattable.edit.config.DialogErrorHandling;
import org.eclipse.nebula.widgets.nattable.edit.editor.ComboBoxCellEditor;
import org.eclipse.nebula.widgets.nattable.edit.editor.TextCellEditor;
import org.eclipse.nebula.widgets.nattable.style.DisplayMode;

/** How the cells of a grid are edited: which may be, with which editor, and how text becomes a value. */
final class GridEditing extends AbstractRegistryConfiguration {
    private static final int CHOICES_SHOWN = 9;

    private final ArtifactEditing editing;
    private final ItemGrid grid;
    private final CellConversion conversion;

    GridEditing(ArtifactEditing editing, ItemGrid grid, CellConversion conversion) {
        this.editing = editing;
        this.grid = grid;
        this.conversion = conversion;
    }

    @Override
    public void configureRegistry(IConfigRegistry registry) {
        registry.registerConfigAttribute(EditConfigAttributes.CONVERSION_ERROR_HANDLER, new DialogErrorHandling());
        for (int column = 0; column < grid.columns().size(); column++) {
            registerColumn(registry, grid.columns().get(column), ItemGrid.columnLabel(column));
        }
        registry.registerConfigAttribute(CellConfigAttributes.DISPLAY_CONVERTER, new DefaultDisplayConverter(),
                DisplayMode.NORMAL, ItemGrid.GROUP_LABEL);
    }

    private void registerColumn(IConfigRegistry registry, GridColumn shown, String label) {
        // On the label of the column, not of the region: the layer that edits what is selected knows no regions.
        registry.registerConfigAttribute(EditConfigAttributes.CELL_EDITABLE_RULE, new EditableRule() {
            @Override
            public boolean isEditable(int column, int row) {
                return !editing.isReadOnly() && grid.element(row).filter(shown::isEditable).isPresent();
            }
        }, DisplayMode.EDIT, label);
        registry.registerConfigAttribute(CellConfigAttributes.DISPLAY_CONVERTER, new DisplayConverter() {
            @Override
            public Object canonicalToDisplayValue(Object value) {
                return value instanceof GroupRow || value instanceof String
                        ? value
                        : conversion.text(shown.feature(), value);
            }

            @Override
            public Object displayToCanonicalValue(Object text) {
                try {
                    return conversion.value(shown.feature(), text == null ? "" : text.toString(), editing.root(),
                            editing.directory());
                } catch (IllegalArgumentException e) {
                    throw new ConversionFailedException(e.getMessage(), e);
                }
            }
        }, DisplayMode.NORMAL, label);
        if (CellConversion.isPerson(shown.feature())) {
            registry.registerConfigAttribute(EditConfigAttributes.CELL_EDITOR,
                    new PersonCellEditor(() -> editing.directory().getPeople()), DisplayMode.EDIT, label);
        } else if (hasChoices(shown.feature())) {
            ComboBoxCellEditor editor = new ComboBoxCellEditor((column, row) -> choices(shown.feature()),
                    CHOICES_SHOWN);
            registry.registerConfigAttribute(EditConfigAttributes.CELL_EDITOR, editor, DisplayMode.EDIT, label);
        } else {
            registry.registerConfigAttribute(EditConfigAttributes.CELL_EDITOR, new TextCellEditor(true, true),
                    DisplayMode.EDIT, label);
        }
    }

    private List<Object> choices(EStructuralFeature feature) {
        return conversion.choices(feature, editing.root(), editing.directory());
    }

    private boolean hasChoices(EStructuralFeature feature) {
        return feature.getEType() instanceof EEnum || feature.getEType().getInstanceClass() == boolean.class
                || !(feature instanceof EAttribute)
                || org.chartroom.core.type.Presentation.detail(feature, "scale").isPresent();
    }
}
