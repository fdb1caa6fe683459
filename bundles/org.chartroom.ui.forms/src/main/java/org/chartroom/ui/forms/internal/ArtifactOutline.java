package org.chartroom.ui.forms.internal;

import java.util.List;
import java.util.stream.IntStream;

import org.chartroom.core.type.Presentation;
import org.chartroom.model.Directory;
import org.chartroom.model.Element;
import org.chartroom.model.Item;
import org.chartroom.ui.forms.ArtifactEditor;
import org.chartroom.ui.forms.EditingListener;
import org.chartroom.ui.forms.LabelText;
import org.chartroom.ui.forms.field.FieldFormat;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.jface.viewers.ISelectionChangedListener;
import org.eclipse.jface.viewers.ISelectionProvider;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.ui.views.contentoutline.ContentOutlinePage;

/** The artifact and its items, or the directory and what is in it; follows the selection of the editor and leads it. */
public final class ArtifactOutline extends ContentOutlinePage implements EditingListener {
    /** The most lines below one. */
    private static final int RANGE = 500;

    private final ArtifactEditor editor;
    private final ISelectionProvider editorSelection;
    private final ISelectionChangedListener follow = event -> follow(event.getStructuredSelection());
    private boolean following;

    /**
     * @param editor the editor
     * @param editorSelection its selection
     */
    public ArtifactOutline(ArtifactEditor editor, ISelectionProvider editorSelection) {
        this.editor = editor;
        this.editorSelection = editorSelection;
    }

    /** A tree of thousands of items makes its lines only when they are seen. */
    @Override
    protected int getTreeStyle() {
        return SWT.SINGLE | SWT.H_SCROLL | SWT.V_SCROLL | SWT.VIRTUAL;
    }

    @Override
    public void createControl(Composite parent) {
        super.createControl(parent);
        TreeViewer tree = getTreeViewer();
        tree.setUseHashlookup(true);
        tree.setContentProvider(new Content());
        tree.setLabelProvider(LabelProvider.createTextProvider(ArtifactOutline::text));
        tree.setAutoExpandLevel(2);
        show();
        tree.addSelectionChangedListener(event -> {
            if (!following && event.getStructuredSelection().getFirstElement() instanceof Element element) {
                editor.reveal(element, null);
            }
        });
        editorSelection.addSelectionChangedListener(follow);
        editor.editing().addListener(this);
    }

    private void show() {
        getTreeViewer().setInput(List.of(editor.editing().root()));
    }

    private void follow(IStructuredSelection selection) {
        following = true;
        getTreeViewer().setSelection(selection, true);
        following = false;
    }

    @Override
    public void changed() {
        if (getControl() != null && !getControl().isDisposed()) {
            following = true;
            getTreeViewer().refresh();
            following = false;
        }
    }

    @Override
    public void reloaded() {
        show();
    }

    @Override
    public void dispose() {
        editorSelection.removeSelectionChangedListener(follow);
        editor.editing().removeListener(this);
        super.dispose();
    }

    private static String text(Object element) {
        return element instanceof Range range ? range.label() : LabelText.line(FieldFormat.name((Element) element));
    }

    /**
     * Some of many items.
     *
     * @param items all items of the artifact
     * @param number which of the ranges it is, from 0
     */
    private record Range(List<Element> items, int number) {
        List<Element> members() {
            int from = number * RANGE;
            return items.subList(from, Math.min(items.size(), from + RANGE));
        }

        String label() {
            List<Element> members = members();
            return name(members.get(0)) + " \u2013 " + name(members.get(members.size() - 1));
        }

        private static String name(Element member) {
            return member instanceof Item item ? item.getKey() : FieldFormat.name(member);
        }

        /** The viewer looks ranges up among those of before; comparing all items each time would take long. */
        @Override
        public boolean equals(Object other) {
            return other instanceof Range range && range.number == number;
        }

        @Override
        public int hashCode() {
            return number;
        }
    }

    /** Artifact, then items; of very many, ranges of them first: a tree gets slower with the square of its lines. */
    private static final class Content implements ITreeContentProvider {
        @Override
        public Object[] getElements(Object input) {
            return ((List<?>) input).toArray();
        }

        /** Of the directory all that its editor shows. */
        private static List<Element> items(EObject root) {
            return root.eContents().stream()
                    .filter(inside -> inside instanceof Item || root instanceof Directory
                            && !Presentation.isHidden(inside.eContainmentFeature()))
                    .map(Element.class::cast).toList();
        }

        @Override
        public Object[] getChildren(Object parent) {
            if (parent instanceof Range range) {
                return range.members().toArray();
            }
            List<Element> items = items((EObject) parent);
            return items.size() <= RANGE
                    ? items.toArray()
                    : IntStream.rangeClosed(0, (items.size() - 1) / RANGE).mapToObj(number -> new Range(items, number))
                            .toArray();
        }

        @Override
        public Object getParent(Object element) {
            if (!(element instanceof Element item) || item.eContainer() == null) {
                return null;
            }
            List<Element> items = items(item.eContainer());
            int index = items.indexOf(item);
            return items.size() <= RANGE || index < 0 ? item.eContainer() : new Range(items, index / RANGE);
        }

        @Override
        public boolean hasChildren(Object element) {
            return element instanceof Range || ((Element) element).eContainer() == null;
        }
    }
}
