package org.chartroom.ui.internal.importing;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.chartroom.core.type.Presentation;
import org.chartroom.core.value.DateOrder;
import org.chartroom.core.value.DecimalMark;
import org.chartroom.exchange.importing.ColumnMapping;
import org.chartroom.exchange.importing.ColumnTarget;
import org.chartroom.exchange.importing.ImportOptions;
import org.chartroom.exchange.importing.MappingMemory;
import org.chartroom.exchange.importing.MappingProposal;
import org.chartroom.exchange.importing.PeriodSpan;
import org.chartroom.exchange.importing.Scale;
import org.chartroom.model.Currencies;
import org.chartroom.ui.forms.Notice;
import org.chartroom.ui.internal.Messages;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.CellEditor;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnViewerEditor;
import org.eclipse.jface.viewers.ColumnViewerEditorActivationEvent;
import org.eclipse.jface.viewers.ColumnViewerEditorActivationStrategy;
import org.eclipse.jface.viewers.ComboBoxViewerCellEditor;
import org.eclipse.jface.viewers.EditingSupport;
import org.eclipse.jface.viewers.FocusCellOwnerDrawHighlighter;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.jface.viewers.TableViewerEditor;
import org.eclipse.jface.viewers.TableViewerFocusCellManager;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** Which column goes to which field, and how its numbers are spread. */
final class MappingPage extends WizardPage {
    private static final int SAMPLES = 3;
    private static final int PERIOD_WIDTH = 90;
    private static final int CHOICE_WIDTH = 110;
    private static final List<Scale> SCALES = List.of(Scale.STEPS, Scale.FRACTION, Scale.TEN, Scale.parse("0..4"),
            Scale.parse("0..5"), Scale.parse("0..10"), Scale.parse("1..3"), Scale.parse("1..4"), Scale.parse("1..6"),
            Scale.PERCENT, Scale.WORDS);

    private static final List<DecimalMark> MARKS = List.of(DecimalMark.COMMA, DecimalMark.POINT);
    private static final List<DateOrder> ORDERS = List.of(DateOrder.DMY, DateOrder.MDY, DateOrder.YMD);

    private final ImportState state;
    private boolean isShowing;
    private MappingChoice choice;
    private Composite sheetRow;
    private Combo sheet;
    private TablePart part;
    private TableColumnLayout layout;
    private TableViewer table;
    private Combo decimal;
    private Combo order;
    private Combo currency;
    private Combo scale;
    private Text period;
    private Button keepScale;

    MappingPage(ImportState state) {
        super("mapping", Messages.MappingPage_title, null);
        setDescription(Messages.MappingPage_description);
        this.state = state;
    }

    @Override
    public void createControl(Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().margins(12, 12).applyTo(area);
        choice = new MappingChoice(area, state, getContainer(), new MappingChoice.Listener() {
            @Override
            public void mapped() {
                MappingPage.this.show();
            }

            @Override
            public void done(String text) {
                setErrorMessage(null);
                setMessage(text, INFORMATION);
            }

            @Override
            public void refused(String text) {
                setErrorMessage(Notice.titled(getShell(), WizardAdvice.of(text)));
            }
        });
        createSheet(area);
        Composite list = new Composite(area, SWT.NONE);
        layout = new TableColumnLayout();
        list.setLayout(layout);
        table = new TableViewer(list, SWT.BORDER | SWT.FULL_SELECTION);
        table.getTable().setHeaderVisible(true);
        table.getTable().setLinesVisible(true);
        GridDataFactory.fillDefaults().grab(true, true).hint(720, 260).applyTo(list);
        table.setContentProvider(ArrayContentProvider.getInstance());
        column(Messages.MappingPage_column, 150, ColumnMapping::name);
        column(Messages.MappingPage_sample, 230, this::sample);
        column(Messages.MappingPage_field, 210,
                mapping -> mapping.target().map(ColumnTarget::label).orElse(Messages.MappingPage_ignore))
                .setEditingSupport(new TargetEditing());
        column(Messages.MappingPage_scale, 150, mapping -> hasScale(mapping) ? label(mapping.scale()) : "")
                .setEditingSupport(new ScaleEditing());
        editByKeys();
        createValues(area);
        setControl(area);
    }

    /** Of several sheets that come in as one, the columns of one at a time are shown. */
    private void createSheet(Composite area) {
        sheetRow = new Composite(area, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).applyTo(sheetRow);
        GridDataFactory.fillDefaults().grab(true, false).exclude(true).applyTo(sheetRow);
        sheetRow.setVisible(false);
        new Label(sheetRow, SWT.NONE).setText(Messages.MappingPage_sheet);
        sheet = new Combo(sheetRow, SWT.READ_ONLY);
        sheet.addListener(SWT.Selection, event -> showPart(sheet.getSelectionIndex()));
    }

    /** Arrow keys go from cell to cell, F2 opens the choice of the cell; Enter is for the button that is the default. */
    private void editByKeys() {
        TableViewerFocusCellManager cells = new TableViewerFocusCellManager(table,
                new FocusCellOwnerDrawHighlighter(table));
        ColumnViewerEditorActivationStrategy strategy = new ColumnViewerEditorActivationStrategy(table) {
            @Override
            protected boolean isEditorActivationEvent(ColumnViewerEditorActivationEvent event) {
                return event.eventType == ColumnViewerEditorActivationEvent.MOUSE_CLICK_SELECTION
                        || event.eventType == ColumnViewerEditorActivationEvent.PROGRAMMATIC
                        || event.eventType == ColumnViewerEditorActivationEvent.KEY_PRESSED
                                && event.keyCode == SWT.F2;
            }
        };
        strategy.setEnableEditorActivationWithKeyboard(true);
        TableViewerEditor.create(table, cells, strategy, ColumnViewerEditor.DEFAULT);
    }

    /** What of the values is found out column by column, and can be said for all of them. */
    private void createValues(Composite area) {
        Composite row = new Composite(area, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(8).spacing(8, 8).applyTo(row);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
        decimal = choice(row, Messages.MappingPage_decimal, List.of(Messages.MappingPage_found,
                Messages.MappingPage_comma, Messages.MappingPage_point));
        order = choice(row, Messages.MappingPage_order, List.of(Messages.MappingPage_found, Messages.MappingPage_dmy,
                Messages.MappingPage_mdy, Messages.MappingPage_ymd));
        List<String> codes = new ArrayList<>();
        codes.add(Messages.MappingPage_found);
        Currency.getAvailableCurrencies().stream().map(Currency::getCurrencyCode)
                .filter(code -> Currencies.find(code).isPresent()).sorted().forEach(codes::add);
        currency = choice(row, Messages.MappingPage_currency, codes);
        scale = choice(row, Messages.MappingPage_allScales, scales());
        new Label(row, SWT.NONE).setText(Messages.MappingPage_period);
        period = new Text(row, SWT.BORDER);
        period.setMessage(Messages.MappingPage_periodHint);
        period.setToolTipText(Messages.MappingPage_periodTip);
        GridDataFactory.fillDefaults().hint(PERIOD_WIDTH, SWT.DEFAULT).align(SWT.FILL, SWT.CENTER).applyTo(period);
        period.addModifyListener(event -> takeOptions());
        keepScale = new Button(row, SWT.CHECK);
        keepScale.setText(Messages.MappingPage_keepScale);
        keepScale.setToolTipText(Messages.MappingPage_keepScaleTip);
        GridDataFactory.fillDefaults().span(6, 1).align(SWT.BEGINNING, SWT.CENTER).applyTo(keepScale);
        keepScale.addListener(SWT.Selection, event -> takeOptions());
    }

    private static List<String> scales() {
        List<String> labels = new ArrayList<>();
        labels.add(Messages.MappingPage_found);
        SCALES.stream().map(MappingPage::label).forEach(labels::add);
        return labels;
    }

    private Combo choice(Composite row, String label, List<String> choices) {
        new Label(row, SWT.NONE).setText(label);
        Combo combo = new Combo(row, SWT.READ_ONLY);
        combo.setItems(choices.toArray(String[]::new));
        combo.select(0);
        GridDataFactory.swtDefaults().hint(CHOICE_WIDTH, SWT.DEFAULT).applyTo(combo);
        combo.addListener(SWT.Selection, event -> takeOptions());
        return combo;
    }

    private void takeOptions() {
        if (isShowing) {
            return;
        }
        try {
            state.setOptions(options());
            table.setInput(part.mappings());
            setErrorMessage(null);
            setPageComplete(true);
        } catch (IllegalArgumentException e) {
            // While a period is typed it is none yet.
            setErrorMessage(Notice.titled(getShell(), WizardAdvice.of(e.getMessage() + ".")));
            setPageComplete(false);
        }
    }

    private ImportOptions options() {
        return new ImportOptions(chosen(decimal, MARKS), chosen(order, ORDERS),
                currency.getSelectionIndex() == 0 ? Optional.empty() : Currencies.find(currency.getText()),
                chosen(scale, SCALES),
                period.getText().isBlank()
                        ? Optional.empty()
                        : Optional.of(PeriodSpan.parse(period.getText().strip())),
                keepScale.getSelection());
    }

    private static <T> Optional<T> chosen(Combo combo, List<T> values) {
        return combo.getSelectionIndex() <= 0
                ? Optional.empty()
                : Optional.of(values.get(combo.getSelectionIndex() - 1));
    }

    /** Another file, or a mapping that was chosen, has options of its own. */
    private void showOptions() {
        ImportOptions said = state.options();
        select(decimal, MARKS, said.decimal());
        select(order, ORDERS, said.order());
        currency.select(Math.max(0, said.currency().map(one -> currency.indexOf(one.getCurrencyCode())).orElse(0)));
        select(scale, SCALES, said.scale());
        keepScale.setSelection(said.keepScale());
        isShowing = true;
        period.setText(said.period().map(PeriodSpan::toString).orElse(""));
        isShowing = false;
    }

    private static <T> void select(Combo combo, List<T> values, Optional<T> value) {
        combo.select(value.map(values::indexOf).orElse(-1) + 1);
    }

    private TableViewerColumn column(String title, int width, Function<ColumnMapping, String> text) {
        TableViewerColumn column = new TableViewerColumn(table, SWT.LEFT);
        column.getColumn().setText(title);
        layout.setColumnData(column.getColumn(), new ColumnWeightData(width, width));
        column.setLabelProvider(ColumnLabelProvider.createTextProvider(element -> text.apply((ColumnMapping) element)));
        return column;
    }

    private String sample(ColumnMapping mapping) {
        return String.join(" | ", MappingProposal.sample(part.table(), mapping.column()).stream().limit(SAMPLES)
                .map(value -> value.length() > 40 ? value.substring(0, 39) + "\u2026" : value).toList());
    }

    private static boolean hasScale(ColumnMapping mapping) {
        return mapping.target().flatMap(target -> Presentation.detail(target.feature(), "steps")).isPresent();
    }

    private static String label(Scale scale) {
        return switch (scale.kind()) {
            case STEPS -> Messages.MappingPage_steps;
            case FRACTION -> Messages.MappingPage_fraction;
            case PERCENT -> Messages.MappingPage_percent;
            case WORDS -> Messages.MappingPage_words;
            case RANGE -> Messages.bind(Messages.MappingPage_range, scale.low().toPlainString(),
                    scale.high().toPlainString());
            case UNKNOWN -> Messages.MappingPage_unknownScale;
        };
    }

    @Override
    public void setVisible(boolean visible) {
        if (visible) {
            show();
        }
        super.setVisible(visible);
    }

    private void show() {
        setErrorMessage(null);
        setMessage(state.isRemembered()
                ? MappingMemory.said()
                : state.mapping().isEmpty() || state.parts().isEmpty()
                        ? null
                        : Messages.bind(Messages.MappingPage_into, state.place().label(),
                                state.parts().get(0).list().longLabel()),
                INFORMATION);
        setPageComplete(!state.parts().isEmpty());
        choice.show();
        showOptions();
        List<TablePart> parts = state.parts();
        sheet.setItems(parts.stream().map(one -> Messages.bind(Messages.MappingPage_sheetInto,
                one.table().sheet().orElse(""), one.list().longLabel())).toArray(String[]::new));
        ((GridData) sheetRow.getLayoutData()).exclude = parts.size() < 2;
        sheetRow.setVisible(parts.size() > 1);
        sheetRow.requestLayout();
        if (parts.isEmpty()) {
            table.setInput(List.of());
        } else {
            sheet.select(0);
            showPart(0);
        }
    }

    private void showPart(int index) {
        part = state.parts().get(index);
        table.setInput(part.mappings());
    }

    private void set(ColumnMapping mapping) {
        state.take(part, mapping);
        show(part);
    }

    private void show(TablePart changed) {
        table.setInput(changed.mappings());
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
            choices.addAll(ColumnTarget.of(part.list().elementClass(), state.target().rootClass()));
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
            state.map(part, mapping, target);
            show(part);
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
            editor.setInput(SCALES);
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
