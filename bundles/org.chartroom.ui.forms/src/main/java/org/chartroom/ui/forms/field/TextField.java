package org.chartroom.ui.forms.field;

import java.util.Arrays;
import java.util.List;

import org.chartroom.core.type.Presentation;
import org.chartroom.model.Element;
import org.chartroom.ui.forms.ArtifactEditing;
import org.chartroom.ui.forms.LabelText;
import org.chartroom.ui.forms.WrappedText;
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
    private WrappedText wrapped;
    /** The field of one line holds less than what is stored. */
    private boolean cutOff;

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
        if ((style & SWT.WRAP) != 0) {
            wrapped = new WrappedText(text, this::refuse);
        } else {
            text.addVerifyListener(this::verifyLength);
        }
        if (isEditable()) {
            text.addModifyListener(event -> tellTyping());
            text.addFocusListener(FocusListener.focusLostAdapter(event -> commit()));
            text.addSelectionListener(SelectionListener.widgetDefaultSelectedAdapter(event -> commit()));
            text.addKeyListener(KeyListener.keyPressedAdapter(event -> {
                if (event.keyCode == SWT.ESC && !isInPieces()) {
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
        String value = format.text(attribute, value());
        String readable = wrapped == null ? value : LabelText.pieces(value);
        boolean typing = owner() == shownOwner && text.isFocusControl() && !text.getText().equals(shown);
        shown = readable;
        shownOwner = owner();
        if (!typing && !text.getText().equals(readable)) {
            show(value);
        }
        tellTyping();
    }

    private void verifyLength(VerifyEvent event) {
        int length = text.getCharCount() - (event.end - event.start) + event.text.length();
        if (!cutOff && !event.text.isEmpty() && length > LabelText.LONGEST_ENTRY && !event.text.equals(shown)) {
            event.doit = false;
            refuse(Messages.bind(Messages.lineTooLong, LabelText.LONGEST_ENTRY));
        }
    }

    /** @return whether what is shown is not what is stored, so that it must not be taken over */
    private boolean isInPieces() {
        return cutOff || wrapped != null && wrapped.isInPieces();
    }

    private void show(String value) {
        if (wrapped == null) {
            cutOff = value.length() > LabelText.LONGEST_ENTRY;
            text.setText(cutOff ? value.substring(0, LabelText.LONGEST_ENTRY) : value);
            text.setEditable(isEditable() && !cutOff);
            setNotice(cutOff ? Messages.bind(Messages.shownCutOff, value.length(), LabelText.LONGEST_ENTRY) : null);
        } else {
            setNotice(wrapped.show(value));
        }
    }

    private void tellTyping() {
        editing().setTyping(this, isEditable() && owner() != null && !isInPieces() && !text.getText().equals(shown));
    }

    @Override
    void commit() {
        if (text.isDisposed() || owner() == null || !isEditable() || isInPieces()
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
            shown = format.text(attribute, value());
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
