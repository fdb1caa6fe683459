package org.chartroom.ui.forms;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;

import org.chartroom.core.check.Finding;
import org.chartroom.core.type.Presentation;
import org.chartroom.core.workspace.EditSession;
import org.chartroom.core.workspace.State;
import org.chartroom.core.workspace.Workspace;
import org.chartroom.model.Element;
import org.chartroom.ui.forms.grid.GridColumn;
import org.chartroom.ui.forms.grid.GridCommands;
import org.chartroom.ui.forms.grid.ItemGrid;
import org.chartroom.ui.forms.internal.Messages;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.ISelectionProvider;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.forms.IManagedForm;
import org.eclipse.ui.forms.editor.FormPage;
import org.eclipse.ui.forms.events.IHyperlinkListener;
import org.eclipse.ui.forms.widgets.ExpandableComposite;
import org.eclipse.ui.forms.widgets.Form;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.Section;
import org.eclipse.ui.forms.events.HyperlinkAdapter;
import org.eclipse.ui.forms.events.HyperlinkEvent;

/**
 * A page of an {@link ArtifactEditor}. Its form header says what the checks find; a click there leads to the most
 * serious finding.
 */
public abstract class ArtifactPage extends FormPage implements EditingListener {
    /** Of the message in the header, where the window is narrow. */
    private static final int LONGEST_MESSAGE = 70;
    /** More than it is, so that icon and title have room as well. */
    private static final int WIDTH_OF_A_LETTER = 10;

    private final ArtifactEditor artifactEditor;

    /**
     * @param editor the editor
     * @param id id of the page, unique in the editor
     * @param title what its tab says, translated
     */
    protected ArtifactPage(ArtifactEditor editor, String id, String title) {
        super(editor, id, title);
        this.artifactEditor = editor;
    }

    /** @return the artifact and its session */
    protected final ArtifactEditing editing() {
        return artifactEditor.editing();
    }

    /** @return the editor */
    protected final ArtifactEditor artifactEditor() {
        return artifactEditor;
    }

    /**
     * @param parent a composite with a grid layout
     * @param spacing pixels between what is in the column
     * @return a column of the page that fills from its top
     */
    protected final Composite column(Composite parent, int spacing) {
        Composite column = getManagedForm().getToolkit().createComposite(parent);
        GridLayoutFactory.fillDefaults().spacing(0, spacing).applyTo(column);
        GridDataFactory.fillDefaults().grab(true, true).align(SWT.FILL, SWT.BEGINNING).applyTo(column);
        return column;
    }

    /**
     * @param parent where it goes
     * @param text what it says
     * @param action what it changes
     * @return a button that is off where nothing can be changed
     */
    protected final Button editButton(Composite parent, String text, Runnable action) {
        Button button = getManagedForm().getToolkit().createButton(parent, LabelText.label(text), SWT.PUSH);
        button.setEnabled(!editing().isReadOnly());
        button.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> action.run()));
        return button;
    }

    /**
     * Makes a section with a title that can be folded.
     *
     * @param parent a composite with a grid layout
     * @param title its title
     * @param columns number of columns of its content
     * @return its content, which has a grid layout; the section is its parent
     */
    protected final Composite section(Composite parent, String title, int columns) {
        FormToolkit toolkit = getManagedForm().getToolkit();
        Section section = toolkit.createSection(parent,
                ExpandableComposite.TITLE_BAR | ExpandableComposite.TWISTIE | ExpandableComposite.EXPANDED);
        section.setText(LabelText.label(title));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(section);
        Composite client = toolkit.createComposite(section);
        GridLayoutFactory.fillDefaults().numColumns(columns).margins(6, 6).applyTo(client);
        section.setClient(client);
        return client;
    }

    /**
     * Reads what is saved beside the user interface, in the state the editor shows, with a session of its own.
     *
     * @param reader reads it, in another thread; what it gives must not need the session any more
     * @param show takes it in the user interface, unless the job was cancelled
     * @param <R> what is read
     * @return the job, which has begun
     */
    protected final <R> Job readBeside(BiFunction<EditSession, IProgressMonitor, R> reader, Consumer<R> show) {
        Display display = getSite().getShell().getDisplay();
        Workspace workspace = editing().workspace();
        Optional<State> state = editing().session().asOf();
        Job job = Job.createSystem(getTitle(), (IProgressMonitor monitor) -> {
            try (EditSession session = state.map(workspace::openSession).orElseGet(workspace::openSession)) {
                R found = reader.apply(session, monitor);
                if (!monitor.isCanceled() && !display.isDisposed()) {
                    display.asyncExec(() -> show.accept(found));
                }
            }
        });
        job.schedule();
        return job;
    }

    /**
     * Makes a section with a grid of the items of a list, and buttons to add and delete them.
     *
     * @param parent a composite with a grid layout
     * @param items the list; its label is the title
     * @param columns the columns
     * @param height height of the grid in pixels
     * @return the grid; shows nothing until it is given an owner
     */
    protected final ItemGrid gridSection(Composite parent, EReference items, List<? extends GridColumn> columns,
            int height) {
        Composite client = section(parent, Presentation.label(items), 2);
        client.getParent().setToolTipText(LabelText.tip(Presentation.documentation(items)));
        ItemGrid grid = new ItemGrid(client, editing(), items, columns, false, 0);
        GridDataFactory.fillDefaults().span(2, 1).grab(true, true).hint(200, height).applyTo(grid.control());
        GridCommands.install(getSite(), grid, getEditor().getSite().getId() + "." + items.getName());
        String name = Presentation.label(items);
        editButton(client, Messages.add, grid::addItem)
                .setToolTipText(LabelText.tip(Messages.bind(Messages.addTo, name)));
        editButton(client, Messages.delete, grid::deleteSelected)
                .setToolTipText(LabelText.tip(Messages.bind(Messages.deleteFrom, name)));
        followSelection(grid.selectionProvider());
        return grid;
    }

    /**
     * Makes what is selected in a list of the page the selection of the editor.
     *
     * @param list the list
     */
    protected final void followSelection(ISelectionProvider list) {
        list.addSelectionChangedListener(event -> {
            if (!event.getSelection().isEmpty()) {
                artifactEditor.select(event.getSelection());
            }
        });
    }

    /**
     * Makes what is selected in a list of the page the selection of the editor, and hands it over.
     *
     * @param list the list
     * @param type what is shown of what can be selected
     * @param show takes the first selected element of the type; null when there is none
     * @param <T> the type
     */
    protected final <T> void followSelection(ISelectionProvider list, Class<T> type, Consumer<T> show) {
        list.addSelectionChangedListener(event -> {
            IStructuredSelection selection = (IStructuredSelection) event.getSelection();
            Object first = selection.getFirstElement();
            show.accept(type.isInstance(first) ? type.cast(first) : null);
        });
        followSelection(list);
    }

    @Override
    protected final void createFormContent(IManagedForm managedForm) {
        Form form = managedForm.getForm().getForm();
        managedForm.getToolkit().decorateFormHeading(form);
        form.addMessageHyperlinkListener(findingLink());
        try {
            createContent(managedForm);
            editing().addListener(this);
            form.addDisposeListener(event -> editing().removeListener(this));
            changed();
            findingsChanged();
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            // A page may come from anybody; one that fails must not take the editor with it.
            editing().removeListener(this);
            ILog.of(getClass()).error(Messages.bind(Messages.pageFailed, getTitle(), e.getMessage()), e);
            showFailure(managedForm, e);
        }
    }

    private void showFailure(IManagedForm managedForm, Throwable failure) {
        Composite body = managedForm.getForm().getBody();
        for (Control child : body.getChildren()) {
            child.dispose();
        }
        body.setLayout(new FillLayout());
        managedForm.getToolkit().createLabel(body,
                LabelText.paragraph(
                        Messages.bind(Messages.pageFailed, getTitle(), String.valueOf(failure.getMessage()))),
                SWT.WRAP);
        body.layout();
    }

    /**
     * Makes the widgets of the page.
     *
     * @param managedForm the form to fill
     */
    protected abstract void createContent(IManagedForm managedForm);

    /**
     * Shows an element, or a field of it, when this page has it.
     *
     * @param element an element of the artifact
     * @param feature a feature of it; null for the element as a whole
     * @return whether it is shown now
     */
    public boolean reveal(Element element, EStructuralFeature feature) {
        return false;
    }

    @Override
    public void findingsChanged() {
        IManagedForm managed = getManagedForm();
        if (managed == null || managed.getForm().isDisposed()) {
            return;
        }
        Optional<State> past = editing().session().asOf();
        if (past.isPresent()) {
            managed.getForm().setMessage(LabelText.line(Messages.bind(Messages.asOf, past.get().label())),
                    IMessageProvider.INFORMATION);
            return;
        }
        boolean readOnly = editing().isReadOnly();
        List<Finding> findings = editing().findings();
        if (findings.isEmpty()) {
            managed.getForm().setMessage(readOnly ? Messages.readOnly : null,
                    readOnly ? IMessageProvider.INFORMATION : IMessageProvider.NONE);
            return;
        }
        Finding worst = findings.get(0);
        String text = findings.size() == 1
                ? Messages.bind(Messages.oneFinding, worst.message())
                : Messages.bind(Messages.manyFindings, findings.size(), worst.message());
        int most = Math.max(LONGEST_MESSAGE,
                managed.getForm().getSize().x / WIDTH_OF_A_LETTER - managed.getForm().getText().length());
        String whole = readOnly ? Messages.bind(Messages.readOnlyFinding, text) : text;
        String shown = LabelText.shortened(whole, most);
        managed.getForm().setMessage(shown, switch (worst.severity()) {
            case ERROR -> IMessageProvider.ERROR;
            case WARNING -> IMessageProvider.WARNING;
            case INFO -> IMessageProvider.INFORMATION;
        });
        explain(managed.getForm().getForm().getHead(), shown, whole);
    }

    /** The heading gives its icon the message for a tool tip: as it is shown, and with its ampersands eaten. */
    private static void explain(Control control, String shown, String whole) {
        if (shown.equals(control.getToolTipText())) {
            control.setToolTipText(LabelText.tip(whole));
        }
        if (control instanceof Composite composite) {
            for (Control child : composite.getChildren()) {
                explain(child, shown, whole);
            }
        }
    }

    private IHyperlinkListener findingLink() {
        return new HyperlinkAdapter() {
            @Override
            public void linkActivated(HyperlinkEvent event) {
                editing().findings().stream().findFirst()
                        .ifPresent(finding -> artifactEditor.reveal(finding.element(), finding.feature()));
            }
        };
    }
}
