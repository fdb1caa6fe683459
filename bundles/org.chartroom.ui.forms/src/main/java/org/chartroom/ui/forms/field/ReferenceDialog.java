package org.chartroom.ui.forms.field;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.chartroom.core.type.Presentation;
import org.chartroom.core.workspace.ArtifactInfo;
import org.chartroom.core.workspace.EditSession;
import org.chartroom.core.workspace.Workspace;
import org.chartroom.model.Artifact;
import org.chartroom.model.Element;
import org.chartroom.ui.forms.internal.Messages;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.jface.dialogs.DialogSettings;
import org.eclipse.jface.dialogs.IDialogSettings;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.dialogs.FilteredItemsSelectionDialog;

/** Chooses what a reference of many is to lead to; what it leads to already is left out. */
final class ReferenceDialog extends FilteredItemsSelectionDialog {
    private static final String ALL = "?";

    private final Workspace workspace;
    private final EClass type;
    private final Optional<List<ReferenceTarget>> near;
    private final Set<String> chosen;
    private final IDialogSettings settings = new DialogSettings("references");

    /**
     * @param near targets that are at hand; empty when those in other artifacts are to be read beside the user interface
     * @param chosen ids of what the reference leads to already
     */
    ReferenceDialog(Shell shell, Workspace workspace, EReference reference,
            Optional<List<ReferenceTarget>> near, Set<String> chosen) {
        super(shell, true);
        this.workspace = workspace;
        this.type = reference.getEReferenceType();
        this.near = near;
        this.chosen = chosen;
        setTitle(Presentation.detail(reference, "longLabel").orElseGet(() -> Presentation.label(reference)));
        setMessage(Messages.chooseReferences);
        setInitialPattern(ALL);
        setListLabelProvider(LabelProvider.createTextProvider(
                target -> target instanceof ReferenceTarget some ? some.label() : ""));
        setDetailsLabelProvider(LabelProvider.createTextProvider(target -> target instanceof ReferenceTarget some
                ? some.place().isEmpty() ? some.name() : some.place()
                : ""));
    }

    Collection<ReferenceTarget> targets() {
        return Arrays.stream(getResult()).map(ReferenceTarget.class::cast).toList();
    }

    @Override
    protected Control createExtendedContentArea(Composite parent) {
        return null;
    }

    @Override
    protected IDialogSettings getDialogSettings() {
        return settings;
    }

    @Override
    protected IStatus validateItem(Object item) {
        return Status.OK_STATUS;
    }

    @Override
    protected ItemsFilter createFilter() {
        return new ItemsFilter() {
            @Override
            public boolean matchItem(Object item) {
                // Somebody who knows the name of a charter wants to see what is in it.
                String label = ((ReferenceTarget) item).label();
                return getPattern().equals(ALL) || matches(label)
                        || label.toLowerCase(Locale.ROOT).contains(getPattern().toLowerCase(Locale.ROOT));
            }

            @Override
            public boolean isConsistentItem(Object item) {
                return true;
            }
        };
    }

    @Override
    protected Comparator<ReferenceTarget> getItemsComparator() {
        return Comparator.comparing(ReferenceTarget::place).thenComparing(ReferenceTarget::name)
                .thenComparing(ReferenceTarget::id);
    }

    /** Called beside the user interface, so with a session of its own. */
    @Override
    protected void fillContentProvider(AbstractContentProvider content, ItemsFilter filter, IProgressMonitor monitor) {
        if (near.isPresent()) {
            near.get().stream().filter(target -> !chosen.contains(target.id()))
                    .forEach(target -> content.add(target, filter));
            return;
        }
        try (EditSession session = workspace.openSession()) {
            List<ArtifactInfo> holders = session.artifacts().stream().filter(info -> holds(info.type())).toList();
            SubMonitor progress = SubMonitor.convert(monitor, Messages.readingReferences, holders.size());
            for (ArtifactInfo info : holders) {
                progress.split(1);
                session.artifact(info.id()).ifPresent(artifact -> add(artifact, content, filter));
            }
        }
    }

    /** Whether elements of the type are in one of the lists of an artifact. */
    private boolean holds(EClass artifactType) {
        return artifactType.getEAllContainments().stream()
                .anyMatch(list -> type.isSuperTypeOf(list.getEReferenceType())
                        || list.getEReferenceType().isSuperTypeOf(type));
    }

    private void add(Artifact artifact, AbstractContentProvider content, ItemsFilter filter) {
        Iterator<EObject> contents = artifact.eAllContents();
        while (contents.hasNext()) {
            if (contents.next() instanceof Element element && type.isInstance(element)
                    && !chosen.contains(element.getId())) {
                content.add(ReferenceTarget.of(artifact, element, FieldFormat.name(artifact)), filter);
            }
        }
    }

    @Override
    public String getElementName(Object item) {
        return ((ReferenceTarget) item).label();
    }
}
