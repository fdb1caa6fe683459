package org.chartroom.ui.internal.history;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

import org.chartroom.core.signoff.CanonicalContent;
import org.chartroom.core.signoff.SignOffInfo;
import org.chartroom.core.signoff.SigningKey;
import org.chartroom.core.signoff.SigningKeys;
import org.chartroom.core.signoff.SignOffs;
import org.chartroom.core.workspace.Revision;
import org.chartroom.core.workspace.State;
import org.chartroom.core.workspace.Workspace;
import org.chartroom.core.workspace.WorkspaceListener;
import org.chartroom.model.Artifact;
import org.chartroom.model.Person;
import org.chartroom.ui.forms.ArtifactEditing;
import org.chartroom.ui.forms.ArtifactEditor;
import org.chartroom.ui.forms.LabelText;
import org.chartroom.ui.forms.Notice;
import org.chartroom.ui.forms.TextChoice;
import org.chartroom.ui.forms.field.FieldFormat;
import org.chartroom.ui.internal.Messages;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.emf.common.command.Command;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.dialogs.ElementListSelectionDialog;
import org.eclipse.ui.part.ViewPart;

/** All sign-offs of the workspace by person: asked for, pending and given, and what each is worth now. */
public final class SignOffsView extends ViewPart implements WorkspaceListener {
    /** Id of the view. */
    public static final String ID = "org.chartroom.ui.signOffs";

    private final FieldFormat format = FieldFormat.current();
    private Workspace workspace;
    private TextChoice person;
    private TableViewer table;
    private Job job;
    private static final int SHOWN_OF_FINGERPRINT = 16;

    private List<SignOffInfo> all = List.of();
    private ArtifactEditor changedIn;

    @Override
    public void createPartControl(Composite parent) {
        workspace = getSite().getService(Workspace.class);
        GridLayoutFactory.fillDefaults().margins(8, 4).spacing(0, 4).applyTo(parent);
        Composite tools = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(7).spacing(8, 0).applyTo(tools);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(tools);
        new Label(tools, SWT.NONE).setText(Messages.SignOffsView_of);
        person = new TextChoice(tools, this::showFiltered);
        GridDataFactory.fillDefaults().hint(180, SWT.DEFAULT).applyTo(person.control());
        button(tools, Messages.SignOffsView_request, this::request);
        button(tools, Messages.SignOffsView_approve, () -> decide(true));
        button(tools, Messages.SignOffsView_reject, () -> decide(false));
        button(tools, Messages.SignOffsView_revoke, this::revoke);
        button(tools, Messages.SignOffsView_difference, this::difference);
        createTable(parent);
        workspace.addListener(this);
        load();
    }

    private void button(Composite parent, String text, Runnable action) {
        Button button = new Button(parent, SWT.PUSH);
        button.setText(text);
        button.addListener(SWT.Selection, event -> action.run());
    }

    private void createTable(Composite parent) {
        Composite list = new Composite(parent, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, true).hint(400, 80).applyTo(list);
        TableColumnLayout layout = new TableColumnLayout();
        list.setLayout(layout);
        table = new TableViewer(list, SWT.FULL_SELECTION | SWT.V_SCROLL);
        table.getTable().setHeaderVisible(true);
        table.setContentProvider(ArrayContentProvider.getInstance());
        ColumnViewerToolTipSupport.enableFor(table);
        column(layout, Messages.SignOffsView_person, 16, SignOffInfo::personName);
        column(layout, Messages.SignOffsView_role, 18, SignOffInfo::role);
        column(layout, Messages.SignOffsView_artifact, 26, one -> one.artifact().key() + "  "
                + LabelText.line(one.artifact().title()));
        column(layout, Messages.SignOffsView_status, 20, SignOffsView::status);
        column(layout, Messages.SignOffsView_decided, 12, one -> format.text(null, one.decidedOn()));
        column(layout, Messages.SignOffsView_signature, 18, SignOffsView::signature);
        column(layout, Messages.SignOffsView_requestedBy, 12, SignOffInfo::requestedBy);
        column(layout, Messages.SignOffsView_comment, 24, SignOffInfo::comment);
    }

    private void column(TableColumnLayout layout, String title, int weight, Function<SignOffInfo, String> text) {
        TableViewerColumn column = new TableViewerColumn(table, SWT.LEFT);
        column.getColumn().setText(title);
        layout.setColumnData(column.getColumn(), new ColumnWeightData(weight, 80));
        column.setLabelProvider(new ColumnLabelProvider() {
            @Override
            public String getText(Object one) {
                return text.apply((SignOffInfo) one);
            }

            @Override
            public String getToolTipText(Object one) {
                return content((SignOffInfo) one);
            }
        });
    }

    private static String signature(SignOffInfo signOff) {
        if (signOff.status() == SignOffInfo.Status.PENDING) {
            return "";
        }
        String key = signOff.fingerprint().isEmpty() ? "" : signOff.fingerprint().substring(0, SHOWN_OF_FINGERPRINT);
        return switch (signOff.signature()) {
            case NONE -> Messages.SignOffsView_unsigned;
            case LISTED -> Messages.bind(Messages.SignOffsView_signedBy, key);
            case UNLISTED -> Messages.bind(Messages.SignOffsView_unlisted, key);
            case BROKEN -> Messages.SignOffsView_broken;
        };
    }

    /** @return what was signed, so that it can be compared with a hash on paper; null when nothing was */
    private static String content(SignOffInfo signOff) {
        return signOff.contentSha256().isEmpty()
                ? null
                : Messages.bind(Messages.SignOffsView_signed, signOff.contentSha256(), signOff.signedRevision());
    }

    private static String status(SignOffInfo signOff) {
        return switch (signOff.status()) {
            case PENDING -> Messages.SignOffsView_pending;
            case APPROVED -> Messages.SignOffsView_approved;
            case REJECTED -> Messages.SignOffsView_rejected;
            case REVOKED -> Messages.SignOffsView_revoked;
            case INVALIDATED -> Messages.bind(Messages.SignOffsView_invalidated,
                    signOff.invalidatedBy().orElse(Revision.NONE));
        };
    }

    private void load() {
        if (person.control().isDisposed()) {
            return;
        }
        if (job != null) {
            job.cancel();
        }
        job = Job.createSystem(Messages.SignOffsView_job, (IProgressMonitor monitor) -> {
            List<SignOffInfo> found = new SignOffs(workspace).all();
            if (!monitor.isCanceled()) {
                person.control().getDisplay().asyncExec(() -> loaded(found));
            }
        });
        job.schedule();
    }

    private void loaded(List<SignOffInfo> found) {
        if (person.control().isDisposed()) {
            return;
        }
        all = found;
        person.offer(Messages.HistoryFilter_everybody,
                all.stream().map(SignOffInfo::personName).distinct().sorted().toList());
        showFiltered();
    }

    private void showFiltered() {
        table.setInput(all.stream().filter(one -> person.chosen().map(one.personName()::equals).orElse(true))
                .toList());
        String unsaved = unsaved();
        setContentDescription(unsaved.isEmpty() && all.isEmpty() ? Messages.SignOffsView_none : unsaved);
    }

    /** The list shows what is saved, so what was changed here and is not yet in it would look lost. */
    private String unsaved() {
        boolean waits = changedIn != null && changedIn.isDirty()
                && getSite().getPage().findEditor(changedIn.getEditorInput()) == changedIn;
        return waits
                ? Messages.bind(Messages.SignOffsView_afterSave,
                        LabelText.line(FieldFormat.name(changedIn.editing().artifact())))
                : "";
    }

    private void request() {
        change(Messages.SignOffsView_request, (editing, chosen) -> Optional.of(SignOffs.request(editing.artifact(),
                chosen, chosen.getRole() == null ? "" : chosen.getRole(), System.getProperty("user.name"),
                LocalDate.now(editing.clock()))));
    }

    private void decide(boolean approved) {
        String title = approved ? Messages.SignOffsView_approve : Messages.SignOffsView_reject;
        change(title, (editing, chosen) -> {
            SignDialog dialog = new SignDialog(getSite().getShell(), title, FieldFormat.name(chosen),
                    SignOffs.role(editing.artifact(), chosen), CanonicalContent.sha256(editing.artifact()));
            return dialog.open() == Window.OK
                    ? Optional.of(SignOffs.give(editing.artifact(), chosen, dialog.role(), approved,
                            dialog.comment(), LocalDate.now(editing.clock()), ownKey()))
                    : Optional.empty();
        });
    }

    private SigningKey ownKey() {
        return getSite().getService(SigningKeys.class).own();
    }

    private void revoke() {
        change(Messages.SignOffsView_revoke, (editing, chosen) -> {
            Optional<Command> command = SignOffs.revoke(editing.artifact(), chosen, LocalDate.now(editing.clock()),
                    ownKey());
            if (command.isEmpty()) {
                Notice.information(getSite().getShell(), Messages.SignOffsView_revoke,
                        Messages.bind(Messages.SignOffsView_notDecided, FieldFormat.name(chosen)));
            }
            return command;
        });
    }

    /** Changes the sign-offs of the artifact of the active editor; what they say is saved with the artifact. */
    private void change(String title, BiFunction<ArtifactEditing, Person, Optional<Command>> command) {
        if (!(getSite().getPage().getActiveEditor() instanceof ArtifactEditor editor)
                || !(editor.editing().root() instanceof Artifact) || editor.editing().isReadOnly()) {
            Notice.information(getSite().getShell(), title, Messages.SignOffsView_noEditor);
            return;
        }
        ArtifactEditing editing = editor.editing();
        editing.flush();
        ElementListSelectionDialog people = new ElementListSelectionDialog(getSite().getShell(),
                LabelProvider.createTextProvider(one -> FieldFormat.name((Person) one)));
        people.setTitle(title);
        people.setMessage(
                LabelText.paragraph(Messages.bind(Messages.SignOffsView_whose, FieldFormat.name(editing.artifact()))));
        people.setElements(editing.directory().getPeople().toArray());
        if (people.open() == Window.OK && people.getFirstResult() instanceof Person chosen) {
            command.apply(editing, chosen).ifPresent(done -> {
                editing.execute(done);
                changedIn = editor;
                showFiltered();
            });
        }
    }

    private void difference() {
        if (table.getStructuredSelection().getFirstElement() instanceof SignOffInfo signOff
                && signOff.signedRevision() != Revision.NONE) {
            workspace.revision(signOff.signedRevision())
                    .ifPresent(revision -> CompareView.show(getSite().getPage(), State.of(revision)));
        }
    }

    @Override
    public void committed(Revision revision, Set<String> rootIds) {
        person.control().getDisplay().asyncExec(this::load);
    }

    @Override
    public void setFocus() {
        table.getTable().setFocus();
    }

    @Override
    public void dispose() {
        workspace.removeListener(this);
        if (job != null) {
            job.cancel();
        }
        super.dispose();
    }
}
