package org.chartroom.ui.internal.plugin;

import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.chartroom.plugins.PluginException;
import org.chartroom.plugins.PluginOffer;
import org.chartroom.plugins.Plugins;
import org.chartroom.ui.forms.Notice;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;

/** Where the plug-in is; when that is an index, which of its plug-ins. */
final class SourcePage extends WizardPage {
    private static final int[] WIDTHS = {200, 100, 380};

    private final Plugins plugins;
    private final List<PluginOffer> offers = new ArrayList<>();
    private Text source;
    private Table table;
    private String read = "";
    private Optional<String> chosen = Optional.empty();

    SourcePage(Plugins plugins) {
        super("source", Messages.sourceTitle, null);
        setDescription(Messages.sourceDescription);
        this.plugins = plugins;
        setPageComplete(false);
    }

    @Override
    public void createControl(Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(4).margins(12, 12).spacing(10, 8).applyTo(area);
        new Label(area, SWT.NONE).setText(Messages.sourceLabel);
        source = new Text(area, SWT.BORDER);
        source.setMessage(Messages.sourceHint);
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).hint(420, SWT.DEFAULT)
                .applyTo(source);
        source.addListener(SWT.Modify, event -> changed());
        button(area, Messages.chooseFile, () -> {
            FileDialog dialog = new FileDialog(getShell(), SWT.OPEN);
            dialog.setFilterExtensions(new String[]{"*.jar;*.json", "*"});
            return dialog.open();
        });
        button(area, Messages.chooseFolder, () -> new DirectoryDialog(getShell()).open());
        Label explanation = new Label(area, SWT.WRAP);
        explanation.setText(Messages.sourceExplanation);
        GridDataFactory.fillDefaults().span(4, 1).grab(true, false).hint(640, SWT.DEFAULT).applyTo(explanation);
        createOffers(area);
        setControl(area);
        source.setFocus();
    }

    private void button(Composite area, String label, java.util.function.Supplier<String> dialog) {
        Button button = new Button(area, SWT.PUSH);
        button.setText(label);
        button.addListener(SWT.Selection, event -> Optional.ofNullable(dialog.get()).ifPresent(source::setText));
    }

    private void createOffers(Composite area) {
        table = new Table(area, SWT.BORDER | SWT.FULL_SELECTION | SWT.SINGLE);
        table.setHeaderVisible(true);
        String[] titles = {Messages.plugin, Messages.version, Messages.description};
        for (int i = 0; i < titles.length; i++) {
            TableColumn column = new TableColumn(table, SWT.LEFT);
            column.setText(titles[i]);
            column.setWidth(WIDTHS[i]);
        }
        GridDataFactory.fillDefaults().span(4, 1).grab(true, true).hint(SWT.DEFAULT, 180).exclude(true).applyTo(table);
        table.setVisible(false);
        table.addListener(SWT.Selection, event -> setPageComplete(true));
    }

    private void changed() {
        offers.clear();
        read = "";
        showOffers();
        setErrorMessage(null);
        setPageComplete(!source.getText().isBlank());
    }

    String source() {
        return read.isEmpty() ? sourceText() : read;
    }

    private String sourceText() {
        return source.getText().strip();
    }

    /** Which plug-in of an index, as it was chosen when the page was left. */
    Optional<String> offer() {
        return chosen;
    }

    /** Looks at the source before the page is left: an index shows first what it offers; @return whether all is said */
    boolean prepare() {
        if (!read.equals(sourceText())) {
            try {
                String text = sourceText();
                List<PluginOffer> found = new ArrayList<>();
                getContainer().run(true, true, monitor -> {
                    monitor.beginTask(Messages.fetching, IProgressMonitor.UNKNOWN);
                    try {
                        found.addAll(plugins.offers(text, monitor));
                    } catch (PluginException e) {
                        throw new InvocationTargetException(e);
                    } finally {
                        monitor.done();
                    }
                });
                read = text;
                offers.addAll(found);
                showOffers();
            } catch (InvocationTargetException e) {
                if (!(e.getCause() instanceof PluginException)) {
                    throw new IllegalStateException(e.getCause());
                }
                setErrorMessage(Notice.titled(getShell(), e.getCause().getMessage()));
                return false;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        if (offers.size() > 1 && table.getSelectionIndex() < 0) {
            setMessage(Messages.chooseOffer, INFORMATION);
            setPageComplete(false);
            return false;
        }
        chosen = offers.isEmpty()
                ? Optional.empty()
                : Optional.of(offers.get(Math.max(0, table.getSelectionIndex())).id());
        return true;
    }

    private void showOffers() {
        table.removeAll();
        for (PluginOffer offer : offers) {
            new TableItem(table, SWT.NONE).setText(new String[]{offer.name(), offer.version(), offer.description()});
        }
        ((GridData) table.getLayoutData()).exclude = offers.isEmpty();
        table.setVisible(!offers.isEmpty());
        table.requestLayout();
    }
}
