package org.chartroom.tests.importing;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.Test;

/** What the wizard takes besides tables in text files, and what can be said of a file. */
class ImportOptionsUiTest extends ImportWizardCase {
    @Test
    void a_list_of_records_in_json_comes_in_as_a_sheet_does() throws IOException {
        openWizard();
        chooseTarget(NEW_REGISTER);
        chooseFile(Files.writeString(folder.resolve("risks.json"),
                "{\"data\": [{\"title\": \"Fire\", \"likelihood\": 3}, {\"title\": \"Flood\"}]}"));
        awaitMessage("2 rows, 2 columns.");
        driver.find(Combo.class, "its list", combo -> combo.isVisible() && "data".equals(combo.getText()));
        press("Next >");
        press("Next >");
        awaitMessage("2 new, 0 changed, 0 unchanged, 0 refused.");
    }

    @Test
    void values_without_a_period_are_refused_until_one_is_said() throws IOException {
        openWizard();
        chooseTarget("New Budget variance report");
        chooseFile(Files.writeString(folder.resolve("costs.csv"), "Code,Title,Planned,Actual\n1.1,Build,1200,1300\n"));
        awaitMessage("1 rows, 4 columns.");
        press("Next >");
        driver.waitUntil("the columns are shown", () -> page().getName().equals("mapping"));
        press("Next >");
        awaitMessage("0 new, 0 changed, 0 unchanged, 1 refused.");
        press("< Back");
        driver.waitUntil("the columns are shown", () -> page().getName().equals("mapping"));
        Text period = driver.find(Text.class, "the period", text -> text.getShell() == wizard && text.isVisible()
                && "2026-01".equals(text.getMessage()));
        driver.focus(period);
        driver.type("2026");
        awaitError("2026");
        assertFalse(driver.inUi(() -> button("Next >").isEnabled()));
        driver.doInUi(() -> period.setText("2026-03"));
        pictures.document(wizard, "import-period");
        press("Next >");
        awaitMessage("1 new, 0 changed, 0 unchanged, 0 refused.");
    }
}
