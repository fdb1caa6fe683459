package org.chartroom.ui.internal.plugin;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

import org.chartroom.plugins.Damage;
import org.chartroom.plugins.PluginException;
import org.chartroom.plugins.PluginInfo;
import org.chartroom.plugins.PluginInfo.Origin;
import org.chartroom.plugins.PluginInfo.State;
import org.chartroom.plugins.Plugins;
import org.chartroom.ui.forms.Notice;
import org.chartroom.ui.internal.ListWithButtons;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;

/** The plug-ins of this user: what there is, from whom, and whether it works. */
final class PluginsDialog extends TitleAreaDialog {
    private static final int NAME = 24;
    private static final int VERSION = 16;
    private static final int STATE = 14;
    private static final int FROM = 24;
    private static final int TYPES = 28;

    private final IWorkbenchWindow window;
    private final Plugins plugins;
    private TableViewer table;
    private PluginDetails details;
    private Button update;
    private Button remove;

    PluginsDialog(IWorkbenchWindow window) {
        super(window.getShell());
        this.window = window;
        this.plugins = window.getService(Plugins.class);
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(Messages.title);
    }

    @Override
    protected boolean isResizable() {
        return true;
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        setTitle(Messages.title);
        setMessage(Messages.message);
        Composite area = new Composite((Composite) super.createDialogArea(parent), SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(2).margins(14, 12).spacing(10, 10).applyTo(area);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
        ListWithButtons<PluginInfo> list = createList(area);
        table = list.table();
        list.button(Messages.install, () -> open(PluginWizard.install(window, plugins)));
        update = list.button(Messages.update, () -> withSelected(this::updateOrSwitchOn));
        remove = list.button(Messages.remove,
                () -> withSelected(info -> open(PluginWizard.remove(window, plugins, info.plugin()))));
        list.button(Messages.verify, this::verify);
        details = new PluginDetails(area);
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).hint(SWT.DEFAULT, 170).applyTo(details.control());
        refresh(Optional.empty());
        return area;
    }

    private ListWithButtons<PluginInfo> createList(Composite area) {
        ListWithButtons<PluginInfo> list = new ListWithButtons<>(area, PluginInfo.class,
                GridDataFactory.fillDefaults().grab(true, true).hint(780, 200).create(), 70);
        list.column(Messages.plugin, NAME, SWT.LEFT, info -> info.plugin().name());
        list.column(Messages.version, VERSION, SWT.LEFT, info -> info.plugin().version());
        list.column(Messages.state, STATE, SWT.LEFT, PluginTexts::state);
        list.column(Messages.from, FROM, SWT.LEFT, PluginTexts::origin);
        list.column(Messages.types, TYPES, SWT.LEFT, info -> PluginTexts.types(info.plugin()));
        list.table().addSelectionChangedListener(event -> showSelected());
        return list;
    }

    private Optional<PluginInfo> selected() {
        return Optional.ofNullable((PluginInfo) table.getStructuredSelection().getFirstElement());
    }

    private void withSelected(Consumer<PluginInfo> action) {
        selected().ifPresent(action);
    }

    private void showSelected() {
        details.show(selected().map(PluginInfo::plugin));
        boolean off = selected().filter(info -> info.state() == State.OFF).isPresent();
        update.setText(off ? Messages.switchOn : Messages.update);
        update.setEnabled(off || selected().filter(info -> info.origin() == Origin.INSTALLED).isPresent());
        remove.setEnabled(!off && selected().filter(info -> info.origin() != Origin.DROP_IN).isPresent());
        update.getParent().layout();
    }

    private void updateOrSwitchOn(PluginInfo info) {
        open(info.state() == State.OFF
                ? PluginWizard.switchOn(window, plugins, info.plugin())
                : PluginWizard.update(window, plugins, info.plugin()));
    }

    private void open(PluginWizard wizard) {
        WizardDialog dialog = new WizardDialog(getShell(), wizard);
        dialog.addPageChangingListener(event -> {
            if (event.getCurrentPage() instanceof SourcePage page && event.getTargetPage() instanceof PlanPage) {
                event.doit = page.prepare();
            }
        });
        if (dialog.open() != OK) {
            wizard.discard();
            return;
        }
        if (wizard.needsRestart() && Notice.open(MessageDialog.QUESTION, getShell(), Messages.restartTitle,
                Messages.restartQuestion, Messages.restartNow, Messages.restartLater) == 0) {
            close();
            PlatformUI.getWorkbench().restart();
            return;
        }
        refresh(wizard.changed());
    }

    /** Reads the list beside the user interface: checksums of all files take a while. */
    private void refresh(Optional<String> changed) {
        inBackground(plugins::list, list -> {
            Optional<String> before = changed.or(() -> selected().map(info -> info.plugin().id()));
            table.setInput(list);
            list.stream().filter(info -> before.filter(info.plugin().id()::equals).isPresent()).findFirst()
                    .or(() -> list.stream().findFirst())
                    .ifPresent(info -> table.setSelection(new StructuredSelection(info)));
            showSelected();
            setMessage(list.isEmpty() ? Messages.none : Messages.message);
            plugins.notice().ifPresent(notice -> setMessage(notice, IMessageProvider.WARNING));
        });
    }

    private void verify() {
        inBackground(plugins::verify, damages -> {
            if (damages.isEmpty()) {
                setMessage(Messages.intact, IMessageProvider.INFORMATION);
            } else {
                setErrorMessage(Notice.titled(getShell(),
                        String.join("\n", damages.stream().map(Damage::message).toList())));
            }
        });
    }

    private <T> void inBackground(Callable<List<T>> work, Consumer<List<T>> show) {
        setErrorMessage(null);
        Job job = Job.create(Messages.title, (IProgressMonitor monitor) -> {
            try {
                List<T> result = work.call();
                inDialog(() -> show.accept(result));
            } catch (PluginException e) {
                inDialog(() -> setErrorMessage(Notice.titled(getShell(), e.getMessage())));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        job.schedule();
    }

    private void inDialog(Runnable change) {
        window.getShell().getDisplay().asyncExec(() -> {
            if (table != null && !table.getTable().isDisposed()) {
                change.run();
            }
        });
    }

    @Override
    public boolean close() {
        plugins.forgetNotice();
        return super.close();
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, IDialogConstants.CLOSE_LABEL, true);
    }
}
