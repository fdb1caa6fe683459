package org.chartroom.ui.forms.link;

import java.util.Comparator;
import java.util.Iterator;
import java.util.Locale;

import org.chartroom.core.type.Presentation;
import org.chartroom.core.workspace.ArtifactInfo;
import org.chartroom.core.workspace.EditSession;
import org.chartroom.core.workspace.Workspace;
import org.chartroom.model.LinkType;
import org.chartroom.model.ModelPackage;
import org.chartroom.model.Subject;
import org.chartroom.ui.forms.LabelText;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.jface.dialogs.DialogSettings;
import org.eclipse.jface.dialogs.IDialogSettings;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.dialogs.FilteredItemsSelectionDialog;

/** Chooses what to link to among all artifacts and their items, what the link says and why. */
final class LinkDialog extends FilteredItemsSelectionDialog {
    private static final String ALL = "?";

    private final Workspace workspace;
    private final IDialogSettings settings = new DialogSettings("links");
    private LinkType type = LinkType.RELATES_TO;
    private String note = "";

    LinkDialog(Shell shell, Workspace workspace, String source) {
        super(shell, false);
        this.workspace = workspace;
        setTitle(Messages.dialogTitle);
        setMessage(LabelText.paragraph(NLS.bind(Messages.dialogMessage, source)));
        setInitialPattern(ALL);
        setListLabelProvider(LabelProvider.createTextProvider(LinkDialog::listText));
        setDetailsLabelProvider(LabelProvider.createTextProvider(LinkDialog::detailText));
    }

    private static String listText(Object target) {
        return target instanceof LinkTarget some
                ? some.label() + (some.artifact().isEmpty() ? "" : "   \u2014 " + some.artifact())
                : "";
    }

    private static String detailText(Object target) {
        return target instanceof LinkTarget some
                ? some.artifact().isEmpty() ? some.label() : some.artifact()
                : "";
    }

    LinkType type() {
        return type;
    }

    String note() {
        return note;
    }

    LinkTarget target() {
        return (LinkTarget) getFirstResult();
    }

    @Override
    protected Control createExtendedContentArea(Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(8, 6).applyTo(area);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(area);
        new Label(area, SWT.NONE).setText(Messages.dialogType);
        Combo types = new Combo(area, SWT.READ_ONLY);
        LinkType.VALUES.forEach(value -> types.add(
                Presentation.label(ModelPackage.Literals.LINK_TYPE.getEEnumLiteral(value.getValue()))));
        types.select(type.getValue());
        types.addListener(SWT.Selection, event -> type = LinkType.get(types.getSelectionIndex()));
        new Label(area, SWT.NONE).setText(Messages.dialogNote);
        Text text = new Text(area, SWT.BORDER);
        text.addModifyListener(event -> note = text.getText());
        GridDataFactory.fillDefaults().grab(true, false).applyTo(text);
        return area;
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
                LinkTarget target = (LinkTarget) item;
                return getPattern().equals(ALL) || matches(target.key()) || matches(target.title())
                        || target.label().toLowerCase(Locale.ROOT).contains(getPattern().toLowerCase(Locale.ROOT));
            }

            @Override
            public boolean isConsistentItem(Object item) {
                return true;
            }
        };
    }

    @Override
    protected Comparator<LinkTarget> getItemsComparator() {
        return Comparator.comparing(LinkTarget::artifact).thenComparing(LinkTarget::key)
                .thenComparing(LinkTarget::id);
    }

    /** Artifacts at once, then the items of one after the other; called beside the UI, so with a session of its own. */
    @Override
    protected void fillContentProvider(AbstractContentProvider content, ItemsFilter filter, IProgressMonitor monitor) {
        try (EditSession session = workspace.openSession()) {
            SubMonitor progress = SubMonitor.convert(monitor, Messages.reading, session.artifacts().size());
            for (ArtifactInfo info : session.artifacts()) {
                content.add(new LinkTarget(info.id(), info.id(), info.key(), info.title(), ""), filter);
            }
            for (ArtifactInfo info : session.artifacts()) {
                progress.split(1);
                session.artifact(info.id()).ifPresent(artifact -> {
                    Iterator<EObject> contents = artifact.eAllContents();
                    while (contents.hasNext()) {
                        if (contents.next() instanceof Subject subject && subject.getKey() != null) {
                            content.add(LinkTarget.of(artifact, subject), filter);
                        }
                    }
                });
            }
        }
    }

    @Override
    public String getElementName(Object item) {
        return ((LinkTarget) item).label();
    }
}
