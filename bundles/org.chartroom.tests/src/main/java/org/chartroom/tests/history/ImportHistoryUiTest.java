package org.chartroom.tests.history;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import org.chartroom.core.workspace.EditSession;
import org.chartroom.model.ImportRecord;
import org.chartroom.model.ModelFactory;
import org.chartroom.model.risk.Risk;
import org.chartroom.model.risk.RiskRegister;
import org.chartroom.tests.driver.ArtifactDriver;
import org.chartroom.tests.driver.SampleWorkspace;
import org.chartroom.tests.driver.UiDriver;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The history leads to the protocol of the import that brought a change. */
class ImportHistoryUiTest {
    private static final String PROTOCOL = "Protocol of the import";
    private static final int NEW_VALUE = 5;

    private final UiDriver driver = new UiDriver();
    private final SampleWorkspace sample = new SampleWorkspace(driver);
    private final ArtifactDriver register = new ArtifactDriver(driver, "RSK-001", "org.chartroom.risk.editor");

    @BeforeEach
    void fillWorkspace() {
        register.reset();
    }

    @AfterEach
    void closeEditors() {
        driver.closeDialogs();
        driver.doInUi(() -> {
            driver.page().closeAllEditors(false);
            driver.page().hideView(driver.page().findView("org.chartroom.ui.history"));
        });
    }

    /** As an import does: what changes and the protocol are one revision. */
    private long commit(String title, boolean isImport) {
        try (EditSession session = sample.workspace().openSession()) {
            Risk risk = ((RiskRegister) session.artifact(session.find("RSK-001").orElseThrow().id()).orElseThrow())
                    .getRisks().get(0);
            risk.setTitle(title);
            if (isImport) {
                ImportRecord record = ModelFactory.eINSTANCE.createImportRecord();
                record.setId(UUID.randomUUID().toString());
                record.setName("risks.csv");
                record.setImportedAt(Instant.now().truncatedTo(ChronoUnit.MICROS));
                record.setProtocol("Rows read: 1; arrived: 1 (new: 0, changed: 1); unchanged: 0; refused: 0.");
                session.directory().getImports().add(record);
            }
            return session.commit("").number();
        }
    }

    private List<String> newValues(Table table) {
        return driver.inUi(() -> List.of(table.getItems()).stream().map(item -> item.getText(NEW_VALUE)).toList());
    }

    /** @return the entries of the menu of the change to a title */
    private List<MenuItem> menu(Table table, String title) {
        int row = newValues(table).indexOf(title);
        return driver.inUi(() -> {
            table.setSelection(row);
            table.notifyListeners(SWT.Selection, new Event());
            table.getMenu().notifyListeners(SWT.Show, new Event());
            return List.of(table.getMenu().getItems());
        });
    }

    @Test
    void the_protocol_is_shown_where_the_changes_of_the_import_are_and_only_there() {
        long revision = commit("Title of a file", true);
        commit("Title of a person", false);
        driver.chooseMenu("Window", "Show view", "History");
        register.open("risks");
        Table history = driver.find(Table.class, "the history", table -> table.isVisible()
                && table.getColumnCount() > NEW_VALUE && table.getColumn(0).getText().equals("When"));
        driver.waitUntil("both changes are there",
                () -> newValues(history).containsAll(List.of("Title of a file", "Title of a person")));

        MenuItem item = menu(history, "Title of a file").stream()
                .filter(one -> driver.inUi(one::getText).startsWith(PROTOCOL)).findFirst().orElseThrow();
        driver.startInUi(() -> item.notifyListeners(SWT.Selection, new Event()));
        Shell dialog = driver.findByText(Shell.class, "Import of revision " + revision);
        driver.find(Text.class, "the protocol", text -> text.getShell() == dialog
                && text.getText().contains("risks.csv") && text.getText().contains("Rows read: 1; arrived: 1"));
        driver.closeDialogs();

        assertFalse(menu(history, "Title of a person").stream()
                .anyMatch(one -> driver.inUi(one::getText).startsWith(PROTOCOL)));
    }
}
