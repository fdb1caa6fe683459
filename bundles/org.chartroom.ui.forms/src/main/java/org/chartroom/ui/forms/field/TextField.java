package org.chartroom.ui.forms.field;

import java.util.Arrays;
import java.util.List;

import org.chartroom.core.type.Presentation;
import org.chartroom.model.Element;
import org.chartroom.ui.forms.ArtifactEditing;
import org.chartroom.ui.forms.LabelText;
import org.chartroom.ui.forms.internal.Messages;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.edit.command.SetCommand;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.FocusListener;
import org.eclipse.swt.events.KeyListener;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.events.VerifyEvent;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.forms.widgets.FormToolkit;

/** A value typed as text; taken over when the field is left, or with Enter, given back with Escape. */
final class TextField extends Field {
    private final FieldFormat format = FieldFormat.current();
    private final EAttribute attribute;
    private Text text;
    private String shown = "";
    private Element shownOwner;
    private boolean inPieces;
    private boolean showing;

    TextField(ArtifactEditing editing, EAttribute attribute) {
        super(editing, attribute);
        this.attribute = attribute;
    }

    @Override
    Control createControl(Composite parent, FormToolkit toolkit) {
        int style = Presentation.isMultiline(attribute) ? SWT.MULTI | SWT.WRAP | SWT.V_SCROLL : SWT.SINGLE;
        text = toolkit.createText(parent, "", style | (isEditable() ? SWT.NONE : SWT.READ_ONLY));
        if (text.getVerticalBar() != null) {
            text.addListener(SWT.Resize, event -> showBarWhenNeeded());
            text.addModifyListener(event -> showBarWhenNeeded());
        }
        if (isEditable()) {
            text.addVerifyListener(this::refuseUnbroken);
            text.addModifyListener(event -> tellTyping());
            text.addFocusListener(FocusListener.focusLostAdapter(event -> commit()));
            text.addSelectionListener(SelectionListener.widgetDefaultSelectedAdapter(event -> commit()));
            text.addKeyListener(KeyListener.keyPressedAdapter(event -> {
                if (event.keyCode == SWT.ESC) {
                    refuse(null);
                    show(shown);
                }
            }));
        }
        return text;
    }

    /** A bar beside every empty box would say that there is more to see where there is not. */
    private void showBarWhenNeeded() {
        int width = text.getSize().x;
        boolean needed = width > 0 && text.computeSize(width, SWT.DEFAULT).y > text.getSize().y;
        if (text.getVerticalBar().getVisible() != needed) {
            text.getVerticalBar().setVisible(needed);
        }
    }

    @Override
    void showValue() {
        if (isRefused()) {
            return;
        }
        String value = shownOf(format.text(attribute, value()));
        boolean typing = owner() == shownOwner && text.isFocusControl() && !text.getText().equals(shown);
        shown = value;
        shownOwner = owner();
        if (!typing && !text.getText().equals(value)) {
            show(value);
        }
        tellTyping();
    }

    /** What would keep the window from answering is shown in pieces, and can't be changed in them. */
    private String shownOf(String value) {
        inPieces = LabelText.isUnbroken(value);
        setNotice(inPieces ? Messages.bind(Messages.shownInPieces, value.length()) : null);
        if (isEditable()) {
            text.setEditable(!inPieces);
        }
        if (!inPieces) {
            return value;
        }
        return (text.getStyle() & SWT.MULTI) == 0 ? LabelText.line(value) : LabelText.pieces(value);
    }

    private void show(String value) {
        showing = true;
        try {
            text.setText(value);
        } finally {
            showing = false;
        }
    }

    private void refuseUnbroken(VerifyEvent event) {
        if (showing || inPieces || event.text.isEmpty()) {
            return;
        }
        String before = text.getText();
        if (LabelText.isUnbroken(before.substring(0, event.start) + event.text + before.substring(event.end))) {
            event.doit = false;
            refuse(Messages.unbrokenRefused);
        }
    }

    private void tellTyping() {
        editing().setTyping(this, isEditable() && owner() != null && !inPieces && !text.getText().equals(shown));
    }

    @Override
    void commit() {
        if (text.isDisposed() || owner() == null || !isEditable() || inPieces
                || text.getText().equals(shown) && !isRefused()) {
            return;
        }
        try {
            if (attribute.isMany()) {
                setWords();
            } else {
                set(format.parse(attribute, text.getText(), editing().root()));
            }
            refuse(null);
            shown = shownOf(format.text(attribute, value()));
            show(shown);
            tellTyping();
        } catch (IllegalArgumentException e) {
            refuse(e.getMessage());
        }
    }

    private void setWords() {
        List<String> words = Arrays.stream(text.getText().split(",")).map(String::strip)
                .filter(word -> !word.isEmpty()).distinct().toList();
        if (!words.equals(value())) {
            editing().execute(SetCommand.create(editing().domain(), owner(), attribute, words));
        }
    }
}
