package org.chartroom.ui.internal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.chartroom.core.type.ArtifactType;
import org.chartroom.core.type.ArtifactTypes;
import org.chartroom.core.workspace.ArtifactInfo;
import org.chartroom.core.workspace.Workspace;
import org.chartroom.core.workspace.WorkspaceListener;
import org.chartroom.ui.forms.LabelText;
import org.chartroom.ui.internal.directory.DirectoryHandler;
import org.chartroom.ui.internal.importing.FileDrop;
import org.chartroom.ui.internal.workspace.ArtifactDeletion;
import org.chartroom.ui.internal.workspace.Artifacts;
import org.chartroom.ui.internal.workspace.SealedArtifacts;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.jface.util.LocalSelectionTransfer;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DragSourceAdapter;
import org.eclipse.swt.dnd.DragSourceEvent;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Link;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.menus.CommandContributionItem;
import org.eclipse.ui.menus.CommandContributionItemParameter;
import org.eclipse.ui.part.ViewPart;

/** The artifacts of the workspace, by type, and above them the directory. */
public final class NavigatorView extends ViewPart {
    /** The line of the directory, which is there in every workspace. */
    private static final Object DIRECTORY = new Object();
    /** The group of artifacts whose plug-ins are absent. */
    private static final Object SEALED = new Object();

    private final StackLayout stack = new StackLayout();
    private final WorkspaceListener commits = (revision, rootIds) -> refreshLater();
    private final Runnable typeChanges = this::refreshLater;
    private Composite parent;
    private Composite empty;
    private TreeViewer tree;
    private Workspace workspace;
    private ArtifactTypes types;
    private List<SealedArtifacts.Info> sealed = List.of();

    @Override
    public void createPartControl(Composite container) {
        parent = container;
        parent.setLayout(stack);
        workspace = getSite().getService(Workspace.class);
        types = getSite().getService(ArtifactTypes.class);
        empty = EmptyState.create(parent, Messages.NavigatorView_emptyTitle, Messages.NavigatorView_emptyText);
        link(Messages.NavigatorView_newLink, "org.chartroom.ui.newArtifact");
        link(Messages.NavigatorView_importLink, "org.chartroom.ui.import");
        link(Messages.NavigatorView_directoryLink, DirectoryHandler.COMMAND);
        link(Messages.NavigatorView_sampleLink, "org.chartroom.ui.loadSample");
        tree = new TreeViewer(parent, SWT.SINGLE | SWT.V_SCROLL | SWT.H_SCROLL);
        tree.setContentProvider(new Content());
        tree.setLabelProvider(new Labels());
        tree.setAutoExpandLevel(2);
        tree.addOpenListener(event -> openSelected());
        offerDrags();
        FileDrop.accept(parent, getSite().getWorkbenchWindow());
        getSite().getService(IHandlerService.class).activateHandler(IWorkbenchCommandConstants.EDIT_DELETE,
                new AbstractHandler() {
                    @Override
                    public Object execute(ExecutionEvent event) {
                        deleteSelected();
                        return null;
                    }
                });
        MenuManager menu = new MenuManager();
        menu.add(new CommandContributionItem(new CommandContributionItemParameter(getSite(), null,
                IWorkbenchCommandConstants.EDIT_DELETE, CommandContributionItem.STYLE_PUSH)));
        tree.getTree().setMenu(menu.createContextMenu(tree.getTree()));
        getSite().registerContextMenu(menu, tree);
        getSite().setSelectionProvider(tree);
        workspace.addListener(commits);
        types.addListener(typeChanges);
        refresh();
    }

    private void link(String text, String command) {
        Link link = new Link(empty, SWT.NONE);
        link.setText("<a>" + text + "</a>");
        GridDataFactory.fillDefaults().applyTo(link);
        link.addListener(SWT.Selection, event -> execute(command));
    }

    private void execute(String command) {
        try {
            getSite().getService(IHandlerService.class).executeCommand(command, null);
        } catch (org.eclipse.core.commands.common.CommandException e) {
            ILog.get().error(e.getMessage(), e);
        }
    }

    private void openSelected() {
        Object selected = tree.getStructuredSelection().getFirstElement();
        if (selected instanceof ArtifactInfo artifact) {
            try {
                Artifacts.open(getSite().getPage(), workspace, artifact);
            } catch (PartInitException e) {
                ILog.get().error(e.getMessage(), e);
            }
        } else if (selected instanceof SealedArtifacts.Info info) {
            SealedArtifacts.open(getSite().getShell(), workspace, types, info);
        } else if (selected == DIRECTORY) {
            execute(DirectoryHandler.COMMAND);
        } else if (selected != null) {
            tree.setExpandedState(selected, !tree.getExpandedState(selected));
        }
    }

    /** An artifact is dragged to where a link to it is wanted. */
    private void offerDrags() {
        tree.addDragSupport(DND.DROP_LINK | DND.DROP_COPY, new Transfer[]{LocalSelectionTransfer.getTransfer()},
                new DragSourceAdapter() {
                    @Override
                    public void dragStart(DragSourceEvent event) {
                        event.doit = tree.getStructuredSelection().getFirstElement() instanceof ArtifactInfo;
                        LocalSelectionTransfer.getTransfer().setSelection(tree.getStructuredSelection());
                    }
                });
    }

    private void deleteSelected() {
        if (tree.getStructuredSelection().getFirstElement() instanceof ArtifactInfo artifact) {
            ArtifactDeletion.ask(getSite().getPage(), workspace, artifact);
        }
    }

    private void refreshLater() {
        if (!parent.isDisposed()) {
            parent.getDisplay().asyncExec(this::refresh);
        }
    }

    private void refresh() {
        if (parent.isDisposed()) {
            return;
        }
        List<ArtifactInfo> artifacts = workspace.artifacts();
        Object selected = tree.getStructuredSelection().getFirstElement();
        sealed = SealedArtifacts.of(workspace);
        tree.setInput(artifacts);
        tree.expandAll();
        if (selected instanceof ArtifactInfo before) {
            artifacts.stream().filter(artifact -> artifact.id().equals(before.id())).findFirst()
                    .ifPresent(artifact -> tree.setSelection(new StructuredSelection(artifact)));
        }
        stack.topControl = artifacts.isEmpty() && sealed.isEmpty() ? empty : tree.getTree();
        parent.layout();
    }

    @Override
    public void setFocus() {
        stack.topControl.setFocus();
    }

    @Override
    public void dispose() {
        if (workspace != null) {
            workspace.removeListener(commits);
            types.removeListener(typeChanges);
        }
        super.dispose();
    }

    /** The directory, then types that have artifacts, with those. */
    private final class Content implements ITreeContentProvider {
        @Override
        public Object[] getElements(Object input) {
            return Stream.of(Stream.of(DIRECTORY),
                    types.all().stream().filter(type -> getChildren(type).length > 0),
                    sealed.isEmpty() ? Stream.empty() : Stream.of(SEALED)).flatMap(part -> part).toArray();
        }

        @Override
        public Object[] getChildren(Object element) {
            if (element == SEALED) {
                return sealed.toArray();
            }
            return element instanceof ArtifactType type && tree.getInput() instanceof List<?> artifacts
                    ? artifacts.stream().filter(artifact -> ((ArtifactInfo) artifact).type() == type.eClass()).toArray()
                    : new Object[0];
        }

        @Override
        public Object getParent(Object element) {
            if (element instanceof SealedArtifacts.Info) {
                return SEALED;
            }
            return element instanceof ArtifactInfo artifact ? types.of(artifact.type()).orElse(null) : null;
        }

        @Override
        public boolean hasChildren(Object element) {
            return element instanceof ArtifactType || element == SEALED;
        }
    }

    /** Key and title, with the icon of the type. */
    private final class Labels extends LabelProvider {
        private final LocalResourceManager images = new LocalResourceManager(JFaceResources.getResources(), parent);

        @Override
        public String getText(Object element) {
            if (element == DIRECTORY) {
                return Messages.NavigatorView_directory;
            }
            if (element == SEALED) {
                return Messages.NavigatorView_sealed;
            }
            if (element instanceof SealedArtifacts.Info info) {
                return info.key() + "  " + LabelText.line(info.title());
            }
            return element instanceof ArtifactInfo artifact
                    ? artifact.key() + "  " + LabelText.line(artifact.title())
                    : ((ArtifactType) element).name();
        }

        @Override
        public Image getImage(Object element) {
            if (element == DIRECTORY) {
                return ResourceLocator.imageDescriptorFromBundle(NavigatorView.class, "icons/directory.svg")
                        .map(images::create).map(Image.class::cast).orElse(null);
            }
            if (element == SEALED || element instanceof SealedArtifacts.Info) {
                return null;
            }
            Optional<ArtifactType> type = element instanceof ArtifactInfo artifact
                    ? types.of(artifact.type())
                    : Optional.of((ArtifactType) element);
            return type.flatMap(Artifacts::icon).map(images::create).map(Image.class::cast).orElse(null);
        }
    }
}
