package org.chartroom.ui.internal.comment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.chartroom.core.type.Presentation;
import org.chartroom.model.Subject;
import org.chartroom.ui.forms.LabelText;
import org.chartroom.ui.forms.Notice;
import org.chartroom.ui.forms.WrappedText;
import org.chartroom.ui.forms.field.FieldFormat;
import org.chartroom.ui.forms.field.FormFields;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.KeyListener;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

/** Asks for the text of a comment and, of a new one, what it is about. */
final class CommentDialog extends Dialog {
    private static final int WIDTH = 460;
    private static final int TEXT_HEIGHT = 140;
    private static final int QUOTE_HEIGHT = 70;

    private final String title;
    private String quote = "";
    private String text = "";
    private List<Subject> subjects = List.of();
    private final List<EStructuralFeature> features = new ArrayList<>();
    private Combo subjectCombo;
    private Combo featureCombo;
    private Text field;
    private Subject subject;
    private EStructuralFeature feature;

    CommentDialog(Shell shell, String title) {
        super(shell);
        this.title = title;
    }

    /** @param read what is answered, shown above the text */
    void setQuote(String read) {
        quote = read;
    }

    /** @param before the text to begin with */
    void setText(String before) {
        text = before;
    }

    /**
     * @param offered what the comment can be about, the first one unless another is chosen
     * @param atHand the field of the first one that it is about unless another is chosen; null for the whole
     */
    void setSubjects(List<Subject> offered, EStructuralFeature atHand) {
        subjects = offered;
        subject = offered.get(0);
        feature = atHand;
    }

    /** @return the text, never blank after OK */
    String text() {
        return text.strip();
    }

    Subject subject() {
        return subject;
    }

    /** @return the field it is about; null for the subject as a whole */
    EStructuralFeature feature() {
        return feature;
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(title);
    }

    @Override
    protected boolean isResizable() {
        return true;
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = new Composite((Composite) super.createDialogArea(parent), SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(2).margins(8, 8).spacing(8, 8).applyTo(area);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
        if (!subjects.isEmpty()) {
            subjectCombo = combo(area, Messages.dialogOn);
            subjects.forEach(one -> subjectCombo.add(FieldFormat.name(one)));
            subjectCombo.select(0);
            subjectCombo.addListener(SWT.Selection, event -> {
                subject = subjects.get(subjectCombo.getSelectionIndex());
                feature = null;
                offerFeatures();
            });
            featureCombo = combo(area, Messages.dialogField);
            featureCombo.setVisibleItemCount(24);
            featureCombo.addListener(SWT.Selection,
                    event -> feature = features.get(featureCombo.getSelectionIndex()));
            offerFeatures();
        }
        if (!quote.isEmpty()) {
            Text read = new Text(area, SWT.MULTI | SWT.WRAP | SWT.READ_ONLY | SWT.V_SCROLL);
            read.setText(LabelText.pieces(quote));
            GridDataFactory.fillDefaults().grab(true, false).span(2, 1).hint(WIDTH, QUOTE_HEIGHT).applyTo(read);
        }
        Label label = new Label(area, SWT.NONE);
        label.setText(Messages.dialogText);
        GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.BEGINNING).applyTo(label);
        field = new Text(area, SWT.MULTI | SWT.WRAP | SWT.BORDER | SWT.V_SCROLL);
        String shownSo = new WrappedText(field,
                why -> area.getDisplay().asyncExec(() -> Notice.information(getShell(), title, why))).show(text);
        field.setSelection(field.getCharCount());
        field.addModifyListener(event -> update());
        field.addKeyListener(KeyListener.keyPressedAdapter(event -> {
            if (event.keyCode == SWT.CR && (event.stateMask & SWT.MOD1) != 0) {
                event.doit = false;
                if (!text().isEmpty()) {
                    okPressed();
                }
            }
        }));
        GridDataFactory.fillDefaults().grab(true, true).hint(WIDTH, TEXT_HEIGHT).applyTo(field);
        Label hint = new Label(area, SWT.NONE);
        hint.setText(shownSo == null ? Messages.dialogHint : LabelText.paragraph(shownSo));
        GridDataFactory.fillDefaults().span(2, 1).align(SWT.END, SWT.CENTER).applyTo(hint);
        field.setFocus();
        return area;
    }

    private static Combo combo(Composite area, String label) {
        new Label(area, SWT.NONE).setText(label);
        Combo combo = new Combo(area, SWT.READ_ONLY);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(combo);
        return combo;
    }

    private void offerFeatures() {
        features.clear();
        FormFields.groups(subject.eClass()).values().forEach(features::addAll);
        subject.eClass().getEAllContainments().stream().filter(CommentDialog::isShown).forEach(features::add);
        features.sort(Comparator.comparing(Presentation::label, String.CASE_INSENSITIVE_ORDER));
        features.add(0, null);
        if (feature != null && !features.contains(feature)) {
            features.add(feature);
        }
        featureCombo.setItems(features.stream()
                .map(one -> Optional.ofNullable(one).map(Presentation::label).orElse(Messages.whole))
                .toArray(String[]::new));
        featureCombo.select(features.indexOf(feature));
    }

    private static boolean isShown(EReference list) {
        return !Presentation.isHidden(list);
    }

    @Override
    protected Control createContents(Composite parent) {
        Control contents = super.createContents(parent);
        update();
        field.setFocus();
        return contents;
    }

    private void update() {
        text = field.getText();
        getButton(IDialogConstants.OK_ID).setEnabled(!text().isEmpty());
    }
}
