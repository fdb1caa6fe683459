package org.chartroom.ui.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.chartroom.core.check.CheckInfo;
import org.chartroom.core.check.Finding;
import org.chartroom.core.check.QuickFix;
import org.chartroom.core.check.Severity;
import org.chartroom.core.type.Presentation;
import org.chartroom.ui.forms.ArtifactEditing;
import org.chartroom.ui.forms.ArtifactEditor;
import org.chartroom.ui.forms.EditingListener;
import org.chartroom.ui.forms.LabelText;
import org.chartroom.ui.forms.field.FieldFormat;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.commands.ActionHandler;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.IWorkbenchPartReference;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.part.ViewPart;

/** What the checks find in the artifact of the active editor; a double click leads there, a quick fix mends it. */
public final class FindingsView extends ViewPart implements EditingListener {
    private static final int LONGEST_FINDING = 400;
    private static final String QUICK_FIX = "org.chartroom.ui.quickFix";

    private final StackLayout stack = new StackLayout();
    private final IPartListener2 editors = new EditorListener();
    private Composite parent;
    private Composite empty;
    private Composite none;
    private Composite running;
    private Composite incomplete;
    private Label incompleteText;
    private Composite list;
    private TableViewer table;
    private ArtifactEditor editor;
    private ArtifactEditing editing;

    @Override
    public void createPartControl(Composite container) {
        parent = container;
        parent.setLayout(stack);
        empty = EmptyState.create(parent, Messages.FindingsView_emptyTitle, Messages.FindingsView_emptyText);
        none = EmptyState.create(parent, Messages.FindingsView_emptyTitle, Messages.FindingsView_noneText);
        running = EmptyState.create(parent, Messages.FindingsView_runningTitle, Messages.FindingsView_runningText);
        incomplete = EmptyState.create(parent, Messages.FindingsView_incompleteTitle, "");
        incompleteText = (Label) incomplete.getChildren()[1];
        list = new Composite(parent, SWT.NONE);
        TableColumnLayout layout = new TableColumnLayout();
        list.setLayout(layout);
        table = new TableViewer(list, SWT.SINGLE | SWT.FULL_SELECTION | SWT.V_SCROLL | SWT.VIRTUAL);
        table.getTable().setHeaderVisible(true);
        table.setContentProvider(ArrayContentProvider.getInstance());
        column(layout, Messages.FindingsView_finding, 60,
                finding -> LabelText.shortened(finding.message(), LONGEST_FINDING), FindingsView::image);
        column(layout, Messages.FindingsView_where, 20, finding -> LabelText.line(FieldFormat.name(finding.element())),
                null);
        column(layout, Messages.FindingsView_field, 10, FindingsView::field, null);
        column(layout, Messages.FindingsView_fix, 20, FindingsView::fixes, null);
        table.addOpenListener(event -> selected().ifPresent(finding -> {
            getSite().getPage().activate(editor);
            editor.reveal(finding.element(), finding.feature());
        }));
        MenuManager menu = new MenuManager();
        menu.setRemoveAllWhenShown(true);
        menu.addMenuListener(this::fillMenu);
        table.getTable().setMenu(menu.createContextMenu(table.getTable()));
        getSite().getService(IHandlerService.class).activateHandler(QUICK_FIX, new AbstractHandler() {
            @Override
            public Object execute(ExecutionEvent event) {
                showFixes();
                return null;
            }
        });
        Action again = new Action(Messages.FindingsView_again) {
            @Override
            public void run() {
                if (editing != null) {
                    editing.runChecksAgain();
                }
            }
        };
        again.setToolTipText(Messages.FindingsView_againTip);
        getViewSite().getActionBars().getToolBarManager().add(again);
        getSite().getService(IHandlerService.class).activateHandler(IWorkbenchCommandConstants.FILE_REFRESH,
                new ActionHandler(again));
        getSite().getPage().addPartListener(editors);
        // Without an editor there is nobody to follow, and something must be shown all the same.
        stack.topControl = empty;
        follow();
    }

    private void column(TableColumnLayout layout, String title, int weight, Function<Finding, String> text,
            Function<Finding, Image> image) {
        TableViewerColumn column = new TableViewerColumn(table, SWT.LEFT);
        column.getColumn().setText(title);
        layout.setColumnData(column.getColumn(), new ColumnWeightData(weight, 80));
        column.setLabelProvider(image == null
                ? ColumnLabelProvider.createTextProvider(element -> text.apply((Finding) element))
                : ColumnLabelProvider.createTextImageProvider(element -> text.apply((Finding) element),
                        element -> image.apply((Finding) element)));
    }

    private static Image image(Finding finding) {
        return PlatformUI.getWorkbench().getSharedImages().getImage(switch (finding.severity()) {
            case ERROR -> ISharedImages.IMG_OBJS_ERROR_TSK;
            case WARNING -> ISharedImages.IMG_OBJS_WARN_TSK;
            case INFO -> ISharedImages.IMG_OBJS_INFO_TSK;
        });
    }

    private static String field(Finding finding) {
        return finding.feature() == null ? "" : Presentation.label(finding.feature());
    }

    private static String fixes(Finding finding) {
        return String.join("; ", finding.fixes().stream().map(QuickFix::label).toList());
    }

    private Optional<Finding> selected() {
        return Optional.ofNullable((Finding) table.getStructuredSelection().getFirstElement());
    }

    private void fillMenu(IMenuManager menu) {
        selected().ifPresent(finding -> {
            QuickFixHandler.fill(menu, finding, editing);
            editing.check(finding.checkId()).ifPresent(info -> addSetting(menu, info));
        });
    }

    private void addSetting(IMenuManager menu, CheckInfo info) {
        Action change = new Action(Messages.FindingsView_change) {
            @Override
            public void run() {
                new CheckDialog(getSite().getShell(), editing, info).open();
            }
        };
        change.setEnabled(!editing.isReadOnly());
        menu.add(new Separator());
        menu.add(change);
    }

    /** The fixes as a menu below the selected line, for the keyboard. */
    private void showFixes() {
        Menu menu = table.getTable().getMenu();
        if (table.getTable().getSelectionIndex() >= 0) {
            org.eclipse.swt.graphics.Rectangle line = table.getTable().getSelection()[0].getBounds();
            Point below = table.getTable().toDisplay(line.x + 20, line.y + line.height);
            menu.setLocation(below);
            menu.setVisible(true);
        }
    }

    /** Turns to the editor that was active last. */
    private void follow() {
        ArtifactEditor now = getSite().getPage().getActiveEditor() instanceof ArtifactEditor active ? active : null;
        if (now == editor) {
            return;
        }
        if (editing != null) {
            editing.removeListener(this);
        }
        editor = now;
        editing = now == null ? null : now.editing();
        if (editing != null) {
            editing.addListener(this);
        }
        findingsChanged();
    }

    @Override
    public void findingsChanged() {
        if (parent.isDisposed()) {
            return;
        }
        List<Finding> findings = editing == null ? List.of() : editing.findings();
        table.setInput(findings);
        Set<String> setAside = editing == null ? Set.of() : new TreeSet<>(editing.checksSetAside());
        String notRun = setAside.isEmpty()
                ? ""
                : LabelText.paragraph(Messages.bind(Messages.FindingsView_incompleteText, String.join(", ", setAside)));
        setContentDescription(findings.isEmpty() ? "" : String.join("   ", counts(findings), notRun).strip());
        incompleteText.setText(notRun);
        stack.topControl = !findings.isEmpty() ? list : nothingFound(setAside);
        parent.layout(true, true);
    }

    /** That nothing was found is only said when every check ran. */
    private Composite nothingFound(Set<String> setAside) {
        if (editing == null) {
            return empty;
        }
        if (!editing.isChecked()) {
            return running;
        }
        return setAside.isEmpty() ? none : incomplete;
    }

    private static String counts(List<Finding> findings) {
        Map<Severity, Long> counts = findings.stream()
                .collect(Collectors.groupingBy(Finding::severity, Collectors.counting()));
        long infos = counts.getOrDefault(Severity.INFO, 0L);
        Object[] numbers = {counts.getOrDefault(Severity.ERROR, 0L), counts.getOrDefault(Severity.WARNING, 0L), infos};
        return Messages.bind(infos == 0 ? Messages.FindingsView_count : Messages.FindingsView_countWithInfos, numbers);
    }

    @Override
    public void setFocus() {
        if (stack.topControl == list) {
            table.getTable().setFocus();
        } else {
            stack.topControl.setFocus();
        }
    }

    @Override
    public void dispose() {
        getSite().getPage().removePartListener(editors);
        if (editing != null) {
            editing.removeListener(this);
        }
        super.dispose();
    }

    /** Follows editors that come to the front and go. */
    private final class EditorListener implements IPartListener2 {
        @Override
        public void partActivated(IWorkbenchPartReference part) {
            follow();
        }

        @Override
        public void partClosed(IWorkbenchPartReference part) {
            follow();
        }

        @Override
        public void partOpened(IWorkbenchPartReference part) {
            follow();
        }
    }
}
