package org.chartroom.ui.internal.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.chartroom.core.type.Presentation;
import org.chartroom.exchange.importing.ColumnMapping;
import org.chartroom.exchange.importing.ColumnTarget;
import org.chartroom.exchange.importing.MappingProposal;
import org.chartroom.exchange.importing.Scale;
import org.chartroom.ui.internal.Messages;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.CellEditor;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ComboBoxViewerCellEditor;
import org.eclipse.jface.viewers.EditingSupport;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;

/** Which column goes to which field, and how its numbers are spread. */
final class MappingPage extends WizardPage {
    private static final int SAMPLES = 3;

    private final ImportState state;
    private TableColumnLayout layout;
    private TableViewer table;

    MappingPage(ImportState state) {
        super("mapping", Messages.MappingPage_title, null);
        setDescription(Messages.MappingPage_description);
        this.state = state;
    }

    @Override
    public void createControl(Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().margins(12, 12).applyTo(area);
        Composite list = new Composite(area, SWT.NONE);
        layout = new TableColumnLayout();
        list.setLayout(layout);
        table = new TableViewer(list, SWT.BORDER | SWT.FULL_SELECTION);
        table.getTable().setHeaderVisible(true);
        table.getTable().setLinesVisible(true);
        GridDataFactory.fillDefaults().grab(true, true).hint(720, 320).applyTo(list);
        table.setContentProvider(ArrayContentProvider.getInstance());
        column(Messages.MappingPage_column, 150, ColumnMapping::name);
        column(Messages.MappingPage_sample, 230, this::sample);
        column(Messages.MappingPage_field, 210,
                mapping -> mapping.target().map(ColumnTarget::label).orElse(Messages.MappingPage_ignore))
                .setEditingSupport(new TargetEditing());
        column(Messages.MappingPage_scale, 150, mapping -> hasScale(mapping) ? label(mapping.scale()) : "")
                .setEditingSupport(new ScaleEditing());
        setControl(area);
    }

    private TableViewerColumn column(String title, int width, Function<ColumnMapping, String> text) {
        TableViewerColumn column = new TableViewerColumn(table, SWT.LEFT);
        column.getColumn().setText(title);
        layout.setColumnData(column.getColumn(), new ColumnWeightData(width, width));
        column.setLabelProvider(ColumnLabelProvider.createTextProvider(element -> text.apply((ColumnMapping) element)));
        return column;
    }

    private String sample(ColumnMapping mapping) {
        return String.join(" | ", MappingProposal.sample(state.table(), mapping.column()).stream().limit(SAMPLES)
                .map(value -> value.length() > 40 ? value.substring(0, 39) + "\u2026" : value).toList());
    }

    private static boolean hasScale(ColumnMapping mapping) {
        return mapping.target().flatMap(target -> Presentation.detail(target.feature(), "steps")).isPresent();
    }

    private static String label(Scale scale) {
        return switch (scale) {
            case STEPS -> Messages.MappingPage_steps;
            case FRACTION -> Messages.MappingPage_fraction;
            case TEN -> Messages.MappingPage_ten;
            case PERCENT -> Messages.MappingPage_percent;
            case WORDS -> Messages.MappingPage_words;
        };
    }

    @Override
    public void setVisible(boolean visible) {
        if (visible) {
            table.setInput(state.mappings());
        }
        super.setVisible(visible);
    }

    private void set(ColumnMapping mapping) {
        state.setMapping(mapping);
        table.setInput(state.mappings());
        getContainer().updateButtons();
    }

    /** Chooses the field of a column. */
    private final class TargetEditing extends EditingSupport {
        TargetEditing() {
            super(table);
        }

        @Override
        protected CellEditor getCellEditor(Object element) {
            ComboBoxViewerCellEditor editor = new ComboBoxViewerCellEditor(table.getTable(), SWT.READ_ONLY);
            editor.setContentProvider(ArrayContentProvider.getInstance());
            editor.setLabelProvider(LabelProvider.createTextProvider(
                    target -> target instanceof ColumnTarget to ? to.label() : Messages.MappingPage_ignore));
            List<Object> choices = new ArrayList<>();
            choices.add(Messages.MappingPage_ignore);
            choices.addAll(ColumnTarget.of(state.itemClass()));
            editor.setInput(choices);
            return editor;
        }

        @Override
        protected boolean canEdit(Object element) {
            return true;
        }

        @Override
        protected Object getValue(Object element) {
            return ((ColumnMapping) element).target().map(Object.class::cast).orElse(Messages.MappingPage_ignore);
        }

        @Override
        protected void setValue(Object element, Object value) {
            ColumnMapping mapping = (ColumnMapping) element;
            Optional<ColumnTarget> target = value instanceof ColumnTarget to ? Optional.of(to) : Optional.empty();
            ColumnMapping changed = mapping.to(target);
            set(target.map(to -> changed.with(MappingProposal.scale(to.feature(),
                    MappingProposal.sample(state.table(), mapping.column()),
                    (org.chartroom.model.Artifact) EcoreUtil.create(state.type().eClass())))).orElse(changed));
        }
    }

    /** Chooses how the numbers of a column are spread. */
    private final class ScaleEditing extends EditingSupport {
        ScaleEditing() {
            super(table);
        }

        @Override
        protected CellEditor getCellEditor(Object element) {
            ComboBoxViewerCellEditor editor = new ComboBoxViewerCellEditor(table.getTable(), SWT.READ_ONLY);
            editor.setContentProvider(ArrayContentProvider.getInstance());
            editor.setLabelProvider(LabelProvider.createTextProvider(scale -> label((Scale) scale)));
            editor.setInput(Scale.values());
            return editor;
        }

        @Override
        protected boolean canEdit(Object element) {
            return hasScale((ColumnMapping) element);
        }

        @Override
        protected Object getValue(Object element) {
            return ((ColumnMapping) element).scale();
        }

        @Override
        protected void setValue(Object element, Object value) {
            if (value != null) {
                set(((ColumnMapping) element).with((Scale) value));
            }
        }
    }
}
