package org.chartroom.ui.internal.importing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.chartroom.core.files.OutputFiles;
import org.chartroom.core.files.RefusedFileException;
import org.chartroom.core.type.Presentation;
import org.chartroom.core.value.DateOrder;
import org.chartroom.core.value.DecimalMark;
import org.chartroom.exchange.importing.ColumnMapping;
import org.chartroom.exchange.importing.ColumnTarget;
import org.chartroom.exchange.importing.ImportOptions;
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
import org.eclipse.jface.viewers.ComboBoxViewerCellEditor;
import org.eclipse.jface.viewers.EditingSupport;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
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

    private final ImportState state;
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
        createValues(area);
        setControl(area);
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
        GridDataFactory.fillDefaults().span(3, 1).align(SWT.BEGINNING, SWT.CENTER).applyTo(keepScale);
        keepScale.addListener(SWT.Selection, event -> takeOptions());
        Button save = new Button(row, SWT.PUSH);
        save.setText(Messages.MappingPage_save);
        GridDataFactory.fillDefaults().span(3, 1).grab(true, false).align(SWT.END, SWT.CENTER).applyTo(save);
        save.addListener(SWT.Selection, event -> saveMapping());
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
        try {
            state.setOptions(options());
            table.setInput(state.mappings());
            setErrorMessage(null);
            setPageComplete(true);
        } catch (IllegalArgumentException e) {
            // While a period is typed it is none yet.
            setErrorMessage(Notice.titled(getShell(), e.getMessage() + "."));
            setPageComplete(false);
        }
    }

    private ImportOptions options() {
        return new ImportOptions(chosen(decimal, List.of(DecimalMark.COMMA, DecimalMark.POINT)),
                chosen(order, List.of(DateOrder.DMY, DateOrder.MDY, DateOrder.YMD)),
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

    private void saveMapping() {
        FileDialog dialog = new FileDialog(getShell(), SWT.SAVE);
        dialog.setText(Messages.MappingPage_save);
        dialog.setFilterExtensions(new String[]{"*.json"});
        dialog.setFileName("mapping.json");
        dialog.setOverwrite(true);
        String chosen = dialog.open();
        if (chosen == null) {
            return;
        }
        try {
            OutputFiles.write(Path.of(chosen), out -> out.write(state.mappingFile().getBytes(StandardCharsets.UTF_8)));
            setErrorMessage(null);
            setMessage(Messages.bind(Messages.MappingPage_saved, chosen), INFORMATION);
        } catch (RefusedFileException e) {
            setErrorMessage(Notice.titled(getShell(), e.getMessage()));
        } catch (IOException e) {
            setErrorMessage(Notice.titled(getShell(),
                    Messages.bind(Messages.MappingPage_notSaved, chosen, e.getMessage())));
        }
    }

    /** Another file has options of its own. */
    private void showOptions() {
        ImportOptions said = state.options();
        if (said.equals(ImportOptions.NONE)) {
            List.of(decimal, order, currency, scale).forEach(combo -> combo.select(0));
            period.setText("");
            keepScale.setSelection(false);
        }
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
            showOptions();
            setErrorMessage(null);
            setMessage(state.isRemembered() ? Messages.MappingPage_remembered : null, INFORMATION);
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
            choices.addAll(ColumnTarget.of(state.itemClass(), state.type().eClass()));
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
            state.setMapping(changed);
            // What the other columns are spread like has its say, too.
            set(state.judged().get(mapping.column()));
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
