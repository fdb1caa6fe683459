package org.chartroom.ui.internal.importing;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.chartroom.core.type.ArtifactType;
import org.chartroom.core.workspace.ArtifactInfo;
import org.chartroom.exchange.csv.CsvTable;
import org.chartroom.exchange.csv.ImportException;
import org.chartroom.exchange.importing.ImportList;
import org.chartroom.exchange.xlsx.XlsxFiles;
import org.chartroom.ui.forms.LabelText;
import org.chartroom.ui.internal.Messages;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.IWizardPage;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;

/** Which file, how it is written, and where it goes; with a preview. */
final class FilePage extends WizardPage {
    private static final String[] DELIMITERS = {",", ";", "\t", "|"};
    /** Those that the advice of a plan names, and those that are found out. */
    private static final List<Charset> CHARSETS = Stream.of("UTF-8", "windows-1252", "UTF-16LE", "UTF-16BE",
            "ISO-8859-1", "ISO-8859-15", "windows-1250", "windows-1251", "windows-1253", "windows-1254", "x-MacRoman",
            "IBM850").filter(Charset::isSupported).map(Charset::forName).toList();
    private static final int PREVIEW_ROWS = 8;
    private static final int COLUMN_WIDTH = 140;
    private static final int SHEET_WIDTH = 150;
    private static final int LAST_ROW = 1_048_576;

    private final ImportState state;
    private final List<ArtifactType> types;
    /** Artifacts of open editors that were not saved yet. */
    private final List<ArtifactInfo> unsaved;
    private final List<ImportTarget> targets = new ArrayList<>();
    private Text path;
    private Combo target;
    private Combo list;
    private List<ImportList> lists = List.of();
    private Combo delimiter;
    private Combo charset;
    private Button header;
    private Label formatLabel;
    private Combo sheet;
    private Label headerRowLabel;
    private Spinner headerRow;
    private Button further;
    private Label problem;
    private Table preview;

    FilePage(ImportState state, List<ArtifactType> types, List<ArtifactInfo> unsaved) {
        super("file", Messages.FilePage_title, null);
        setDescription(Messages.FilePage_description);
        this.state = state;
        this.types = types;
        this.unsaved = unsaved;
    }

    @Override
    public void createControl(Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(3).margins(12, 12).spacing(10, 8).applyTo(area);
        createFile(area);
        createTarget(area);
        createFormat(area);
        // The title area shows two lines of what is wrong; here is room for all of it.
        problem = new Label(area, SWT.WRAP);
        GridDataFactory.fillDefaults().span(3, 1).grab(true, false).hint(640, SWT.DEFAULT).exclude(true)
                .applyTo(problem);
        preview = new Table(area, SWT.BORDER | SWT.FULL_SELECTION);
        preview.setHeaderVisible(true);
        preview.setLinesVisible(true);
        GridDataFactory.fillDefaults().span(3, 1).grab(true, true).hint(640, 200).applyTo(preview);
        setControl(area);
        setPageComplete(false);
        chooseTarget();
    }

    private void createFile(Composite area) {
        new Label(area, SWT.NONE).setText(Messages.FilePage_file);
        path = new Text(area, SWT.BORDER);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(path);
        path.addListener(SWT.Traverse, event -> {
            // Enter reads the file; it would press the default button, which is off as long as nothing is read.
            if (event.detail == SWT.TRAVERSE_RETURN) {
                event.doit = false;
                load();
            }
        });
        // Later, when the next control has the focus: reading turns the controls off and gives it back to where it was.
        path.addListener(SWT.FocusOut, event -> path.getDisplay().asyncExec(() -> {
            if (!path.isDisposed()) {
                load();
            }
        }));
        Button browse = new Button(area, SWT.PUSH);
        browse.setText(Messages.FilePage_browse);
        browse.addListener(SWT.Selection, event -> {
            FileDialog dialog = new FileDialog(getShell(), SWT.OPEN);
            dialog.setFilterExtensions(new String[]{"*.csv;*.tsv;*.txt;*.xlsx;*.json;*.xml;*.xmi;*.mpp", "*"});
            String chosen = dialog.open();
            if (chosen != null) {
                path.setText(chosen);
                load();
            }
        });
    }

    private void createTarget(Composite area) {
        new Label(area, SWT.NONE).setText(Messages.FilePage_target);
        target = new Combo(area, SWT.READ_ONLY);
        GridDataFactory.fillDefaults().grab(true, false).span(2, 1).applyTo(target);
        for (ArtifactType type : types) {
            if (ImportList.of(type.eClass()).isEmpty()) {
                continue;
            }
            add(Messages.bind(Messages.FilePage_newTarget, type.name()),
                    new ImportTarget(Optional.of(type), Optional.empty()));
            Stream.concat(state.workspace().artifacts().stream(), unsaved.stream())
                    .filter(artifact -> artifact.type() == type.eClass())
                    .forEach(artifact -> add(artifact.key() + "  " + LabelText.line(artifact.title()),
                            new ImportTarget(Optional.of(type), Optional.of(artifact))));
        }
        add(Messages.FilePage_directory, ImportTarget.DIRECTORY);
        target.select(0);
        target.addListener(SWT.Selection, event -> {
            isTargetChosen = true;
            chooseTarget();
        });
        new Label(area, SWT.NONE).setText(Messages.FilePage_list);
        list = new Combo(area, SWT.READ_ONLY);
        GridDataFactory.fillDefaults().grab(true, false).span(2, 1).applyTo(list);
        list.addListener(SWT.Selection, event -> {
            isTargetChosen = true;
            int chosen = list.getSelectionIndex();
            readForTarget(() -> state
                    .setList(chosen == 0 ? Optional.empty() : Optional.of(lists.get(chosen - 1))));
        });
    }

    private void add(String label, ImportTarget one) {
        target.add(label);
        targets.add(one);
    }

    private void createFormat(Composite area) {
        formatLabel = new Label(area, SWT.NONE);
        formatLabel.setText(Messages.FilePage_format);
        Composite row = new Composite(area, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(6).applyTo(row);
        GridDataFactory.fillDefaults().span(2, 1).applyTo(row);
        delimiter = new Combo(row, SWT.READ_ONLY);
        delimiter.setItems(Messages.FilePage_comma, Messages.FilePage_semicolon, Messages.FilePage_tab,
                Messages.FilePage_bar);
        charset = new Combo(row, SWT.READ_ONLY);
        charset.setToolTipText(Messages.FilePage_encodingTip);
        CHARSETS.forEach(one -> charset.add(one.displayName()));
        delimiter.addListener(SWT.Selection, event -> {
            String chosen = DELIMITERS[delimiter.getSelectionIndex()];
            correct("delimiter", chosen.equals("\t") ? "tab" : chosen);
        });
        charset.addListener(SWT.Selection,
                event -> correct("encoding", CHARSETS.get(charset.getSelectionIndex()).name()));
        sheet = new Combo(row, SWT.READ_ONLY);
        GridDataFactory.fillDefaults().hint(SHEET_WIDTH, SWT.DEFAULT).applyTo(sheet);
        sheet.addListener(SWT.Selection, event -> {
            int chosen = sheet.getSelectionIndex();
            attempt(() -> state.setSheet(chosen));
            showFormat();
        });
        header = new Button(row, SWT.CHECK);
        header.setText(Messages.FilePage_header);
        header.addListener(SWT.Selection, event -> correctHeader(OptionalLong.empty()));
        headerRowLabel = new Label(row, SWT.NONE);
        headerRowLabel.setText(Messages.FilePage_headerRow);
        headerRow = new Spinner(row, SWT.BORDER);
        headerRow.setMinimum(1);
        headerRow.setMaximum(LAST_ROW);
        headerRow.addListener(SWT.Selection,
                event -> correctHeader(OptionalLong.of(headerRow.getSelection())));
        for (Control control : row.getChildren()) {
            control.setEnabled(false);
        }
        show(sheet, false);
        further = new Button(area, SWT.CHECK);
        GridDataFactory.fillDefaults().span(3, 1).exclude(true).applyTo(further);
        further.setVisible(false);
        further.addListener(SWT.Selection, event -> {
            boolean wanted = further.getSelection();
            attempt(() -> state.setFurtherSheets(wanted));
        });
    }

    private void correctHeader(OptionalLong wanted) {
        boolean isWanted = header.getSelection();
        attempt(() -> state.setHeader(isWanted, wanted));
        showHeader();
    }

    /** The row that names the columns is shown also when it was found out, so that it can be corrected. */
    private void showHeader() {
        CsvTable table = state.table();
        header.setSelection(state.hasHeader());
        headerRow.setEnabled(header.isEnabled() && state.hasHeader());
        if (table != null && table.layout().headerRow() > 0) {
            headerRow.setSelection((int) table.layout().headerRow());
        }
    }

    private void chooseTarget() {
        ImportTarget chosen = targets.get(target.getSelectionIndex());
        boolean isOther = state.target() == null || state.target().rootClass() != chosen.rootClass();
        readForTarget(() -> state.setTarget(chosen));
        if (isOther) {
            showLists();
        }
    }

    /** Where its rows go says what a table is read as; before a file is chosen there is nothing to wait for. */
    private void readForTarget(Runnable change) {
        if (state.file().isPresent()) {
            attempt(change);
            showFormat();
        } else {
            change.run();
            update();
        }
    }

    private void showLists() {
        lists = state.place().lists();
        list.removeAll();
        list.add(state.target().isDirectory()
                ? Messages.FilePage_listFound
                : Messages.bind(Messages.FilePage_mainList, lists.get(0).label()));
        lists.forEach(one -> list.add(one.longLabel()));
        list.select(state.place().list().map(lists::indexOf).orElse(-1) + 1);
    }

    /** Chooses an artifact to import into, before the page is shown or later. */
    void select(String key) {
        select(one -> one.artifact().filter(artifact -> artifact.key().equals(key)).isPresent());
    }

    /** Chooses the directory, as {@link #select(String)} does an artifact. */
    void selectDirectory() {
        select(ImportTarget::isDirectory);
    }

    private void select(Predicate<ImportTarget> wanted) {
        for (int i = 0; i < targets.size(); i++) {
            if (wanted.test(targets.get(i))) {
                target.select(i);
                isTargetChosen = true;
                chooseTarget();
            }
        }
    }

    /** Reads a file as if the user had typed its name. */
    void choose(Path file) {
        path.setText(file.toString());
        load();
    }

    private String loaded = "";
    private boolean isTargetChosen;

    private void load() {
        String text = path.getText().strip();
        if (text.isEmpty() || text.equals(loaded)) {
            return;
        }
        loaded = text;
        // Until the user chooses, the target that most columns of the file fit is proposed; the file is read for it at once.
        List<ImportTarget> proposed = targets.stream().filter(one -> one.artifact().isEmpty()).toList();
        if (isTargetChosen) {
            attempt(() -> state.setFile(Path.of(text)));
        } else {
            attempt(() -> state.setFile(Path.of(text), proposed));
            target.select(targets.indexOf(state.target()));
            showLists();
        }
        showFormat();
    }

    /** How a text file is written, or which sheet of a workbook it is; what is neither needs no answer. */
    private void showFormat() {
        Optional<TableFile> file = state.file();
        CsvTable table = state.table();
        boolean isText = file.filter(TableFile::isText).isPresent();
        List<XlsxFiles.Sheet> sheets = file.map(TableFile::sheets).orElse(List.of());
        if (isText && table != null) {
            delimiter.select(List.of(DELIMITERS).indexOf(String.valueOf(table.delimiter())));
            charset.select(table.layout().encoding().map(name -> CHARSETS.indexOf(Charset.forName(name)))
                    .orElse(-1));
        }
        sheet.setItems(sheets.stream().map(XlsxFiles.Sheet::label).toArray(String[]::new));
        Optional<String> read = table == null ? Optional.empty() : table.sheet();
        sheet.select(sheets.stream().map(XlsxFiles.Sheet::name).toList().indexOf(read.orElse("")));
        formatLabel.setText(!sheets.isEmpty() ? Messages.FilePage_sheet : isText ? Messages.FilePage_format : "");
        for (Control control : List.of(delimiter, charset)) {
            show(control, isText);
        }
        show(sheet, !sheets.isEmpty());
        for (Control control : List.of(header, headerRowLabel, headerRow)) {
            show(control, file.filter(TableFile::hasHeaderRow).isPresent());
        }
        further.setText(Messages.bind(Messages.FilePage_further,
                LabelText.label(String.join(", ", state.furtherSheets()))));
        further.setSelection(state.hasFurtherSheets());
        show(further, !state.furtherSheets().isEmpty());
        showHeader();
        formatLabel.getParent().layout(new Control[]{formatLabel, sheet, further});
    }

    private static void show(Control control, boolean wanted) {
        if (control.getLayoutData() == null) {
            control.setLayoutData(new GridData());
        }
        ((GridData) control.getLayoutData()).exclude = !wanted;
        control.setVisible(wanted);
        control.setEnabled(wanted);
    }

    /** What is of a known format needs no mapping. */
    @Override
    public IWizardPage getNextPage() {
        if (state.isModel()) {
            return getWizard().getPage(ModelPage.NAME);
        }
        return state.known().isPresent() ? getWizard().getPage(DryRunPage.NAME) : super.getNextPage();
    }

    private void correct(String option, String value) {
        attempt(() -> state.setFormat(option, value));
        showFormat();
    }

    /** A mapping that was chosen on the next page may say how the file is written, and where it goes. */
    @Override
    public void setVisible(boolean visible) {
        if (visible && state.file().isPresent()) {
            target.select(targets.indexOf(state.target()));
            showLists();
            showFormat();
            update();
        }
        super.setVisible(visible);
    }

    private boolean attempt(Runnable reading) {
        try {
            LongStep.run(getContainer(), Messages.FilePage_reading, Executors.callable(reading));
            setErrorMessage(null);
        } catch (ImportException e) {
            setErrorMessage(LabelText.lines(WizardAdvice.of(e.getMessage())));
        }
        update();
        return getErrorMessage() == null;
    }

    private void showProblem() {
        problem.setText(getErrorMessage() == null ? "" : LabelText.paragraph(getErrorMessage()));
        show(problem, getErrorMessage() != null);
        problem.requestLayout();
    }

    private void update() {
        showProblem();
        preview.setRedraw(false);
        preview.removeAll();
        for (TableColumn column : preview.getColumns()) {
            column.dispose();
        }
        CsvTable table = getErrorMessage() == null ? state.table() : null;
        if (table != null) {
            table.columns().forEach(name -> {
                TableColumn column = new TableColumn(preview, SWT.LEFT);
                column.setText(name);
                column.setWidth(COLUMN_WIDTH);
            });
            table.rows().stream().limit(PREVIEW_ROWS)
                    .forEach(row -> new TableItem(preview, SWT.NONE).setText(row.values()));
            setMessage(state.known()
                    .map(known -> Messages.bind(Messages.FilePage_known, known.name(), table.rows().size()))
                    .orElseGet(() -> Messages.bind(Messages.FilePage_read, table.rows().size(),
                            table.columns().size())));
        }
        preview.setRedraw(true);
        boolean isModel = getErrorMessage() == null && state.isModel();
        if (isModel) {
            setMessage(Messages.FilePage_model);
        }
        target.setEnabled(!isModel);
        list.setEnabled(!isModel && state.known().isEmpty());
        setPageComplete(isModel || table != null && (!state.parts().isEmpty() || state.known().isPresent()));
    }
}
