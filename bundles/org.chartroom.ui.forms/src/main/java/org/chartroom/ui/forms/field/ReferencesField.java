package org.chartroom.ui.forms.field;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.chartroom.core.type.Presentation;
import org.chartroom.core.type.ValueTexts;
import org.chartroom.core.workspace.ArtifactInfo;
import org.chartroom.model.Element;
import org.chartroom.model.ModelPackage;
import org.chartroom.ui.forms.ArtifactEditing;
import org.chartroom.ui.forms.LabelText;
import org.chartroom.ui.forms.Notice;
import org.chartroom.ui.forms.Opening;
import org.chartroom.ui.forms.internal.Messages;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.emf.edit.command.AddCommand;
import org.eclipse.emf.edit.command.RemoveCommand;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.window.Window;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.KeyListener;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.forms.widgets.FormToolkit;

/**
 * The elements that a reference of many leads to, one a line: elements of the directory, other artifacts, or what is in
 * them. Insert or the button opens a picker, Delete takes the selected ones out, Enter or a double click opens one.
 */
final class ReferencesField extends Field {
    private static final int LINES = 3;

    private final EReference reference;
    private Composite row;
    private Table table;
    private Button add;
    private Button remove;
    private List<Element> shown = List.of();

    ReferencesField(ArtifactEditing editing, EReference reference) {
        super(editing, reference);
        this.reference = reference;
    }

    @Override
    Control createControl(Composite parent, FormToolkit toolkit) {
        row = toolkit.createComposite(parent);
        GridLayoutFactory.fillDefaults().margins(1, 1).spacing(0, 4).applyTo(row);
        table = toolkit.createTable(row, SWT.MULTI | SWT.FULL_SELECTION | SWT.BORDER | SWT.V_SCROLL);
        table.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> showButtons()));
        table.addSelectionListener(SelectionListener.widgetDefaultSelectedAdapter(event -> open()));
        table.addKeyListener(KeyListener.keyPressedAdapter(event -> {
            if (event.keyCode == SWT.INSERT && isEditable()) {
                add();
            } else if (event.keyCode == SWT.DEL && isEditable()) {
                remove();
            }
        }));
        GridDataFactory.fillDefaults().grab(true, true).hint(1, LINES * table.getItemHeight()).applyTo(table);
        if (isEditable()) {
            Composite buttons = toolkit.createComposite(row);
            // Below and not beside: in a narrow form the names need the width.
            GridLayoutFactory.fillDefaults().numColumns(2).spacing(6, 0).applyTo(buttons);
            add = button(toolkit, buttons, Messages.addReference, Messages.addReferenceTip, this::add);
            remove = button(toolkit, buttons, Messages.removeReference, Messages.removeReferenceTip, this::remove);
        }
        return table;
    }

    private static Button button(FormToolkit toolkit, Composite parent, String text, String tip, Runnable action) {
        Button button = toolkit.createButton(parent, text, SWT.PUSH);
        button.setToolTipText(tip);
        button.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> action.run()));
        return button;
    }

    @Override
    Control outer() {
        return row;
    }

    @Override
    void showValue() {
        List<Element> now = owner() == null
                ? List.of()
                : ((List<?>) value()).stream().map(Element.class::cast).toList();
        Set<Element> selected = selected().stream().collect(Collectors.toSet());
        shown = now;
        table.setItemCount(now.size());
        for (int i = 0; i < now.size(); i++) {
            TableItem item = table.getItem(i);
            String text = LabelText.line(ValueTexts.target(reference, now.get(i)));
            if (!item.getText().equals(text)) {
                item.setText(text);
            }
        }
        table.setSelection(table.getItemCount() == 0
                ? new int[0]
                : selected.stream().mapToInt(now::indexOf).filter(index -> index >= 0).toArray());
        showButtons();
    }

    private void showButtons() {
        if (add != null) {
            add.setEnabled(owner() != null);
            remove.setEnabled(owner() != null && table.getSelectionCount() > 0);
        }
    }

    private List<Element> selected() {
        List<Element> selected = new ArrayList<>();
        for (int index : table.getSelectionIndices()) {
            if (index < shown.size()) {
                selected.add(shown.get(index));
            }
        }
        return selected;
    }

    private void open() {
        List<Element> selected = selected();
        if (!selected.isEmpty()) {
            Opening.open(PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage().getActivePart(),
                    editing(),
                    selected.get(0));
        }
    }

    private void remove() {
        List<Element> doomed = selected();
        if (owner() != null && !doomed.isEmpty()) {
            editing().execute(RemoveCommand.create(editing().domain(), owner(), reference, doomed));
        }
    }

    private void add() {
        Optional<EReference> list = FormFields.directoryList(reference);
        Optional<List<ReferenceTarget>> near = near(list);
        if (list.isPresent() && near.filter(List::isEmpty).isPresent()) {
            askForDirectory(list.get());
            return;
        }
        Set<String> chosen = shown.stream().map(EcoreUtil::getID).filter(Objects::nonNull).collect(Collectors.toSet());
        ReferenceDialog dialog = new ReferenceDialog(table.getShell(), editing().workspace(), reference, near, chosen);
        if (dialog.open() == Window.OK && owner() != null) {
            List<Element> targets = dialog.targets().stream().map(this::find).flatMap(Optional::stream)
                    .filter(target -> !shown.contains(target)).toList();
            if (!targets.isEmpty()) {
                editing().execute(AddCommand.create(editing().domain(), owner(), reference, targets));
            }
        }
    }

    private void askForDirectory(EReference list) {
        if (Notice.question(table.getShell(), Presentation.label(reference),
                NLS.bind(Messages.directoryEmpty, Presentation.label(list)))) {
            Opening.openDirectory(editing(), list, null);
        }
    }

    /** Targets that need no other artifact to be loaded; empty when they are in other artifacts. */
    private Optional<List<ReferenceTarget>> near(Optional<EReference> directoryList) {
        if (ModelPackage.Literals.ARTIFACT.isSuperTypeOf(reference.getEReferenceType())) {
            return Optional.of(editing().session().artifacts().stream()
                    .filter(info -> reference.getEReferenceType().isSuperTypeOf(info.type()))
                    .map(ReferencesField::target).toList());
        }
        boolean own = Presentation.isWithinArtifact(reference);
        if (directoryList.isEmpty() && !own) {
            return Optional.empty();
        }
        Element holder = own ? editing().root() : editing().directory();
        List<ReferenceTarget> targets = new ArrayList<>();
        for (EObject element : holder.eContents()) {
            if (reference.getEReferenceType().isInstance(element)) {
                targets.add(ReferenceTarget.of(holder, (Element) element, ""));
            }
        }
        return Optional.of(targets);
    }

    private static ReferenceTarget target(ArtifactInfo info) {
        return new ReferenceTarget(info.id(), info.id(), (info.key() + " " + info.title()).strip(), "");
    }

    private Optional<Element> find(ReferenceTarget target) {
        return editing().session().root(target.rootId())
                .map(root -> root.getId().equals(target.id()) ? root : root.eResource().getEObject(target.id()))
                .filter(Element.class::isInstance).map(Element.class::cast);
    }
}
