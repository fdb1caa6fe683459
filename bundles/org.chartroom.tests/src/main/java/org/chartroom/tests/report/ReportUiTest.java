package org.chartroom.tests.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.chartroom.core.workspace.EditSession;
import org.chartroom.core.workspace.Workspace;
import org.chartroom.report.ReportFormat;
import org.chartroom.report.Reports;
import org.chartroom.tests.driver.ArtifactDriver;
import org.chartroom.tests.driver.SampleWorkspace;
import org.chartroom.tests.driver.UiDriver;
import org.chartroom.ui.forms.chart.ChartView;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Reports beside the editors of the same artifacts.
 */
class ReportUiTest {
    private final UiDriver driver = new UiDriver();

    @TempDir
    Path folder;

    @BeforeEach
    void fillWorkspace() {
        new SampleWorkspace(driver).fill();
    }

    @AfterEach
    void closeEditors() {
        driver.doInUi(() -> driver.page().closeAllEditors(false));
    }

    private String report(String key) throws IOException {
        Workspace workspace = new SampleWorkspace(driver).workspace();
        Reports reports = driver.inUi(() -> PlatformUI.getWorkbench().getService(Reports.class));
        ByteArrayOutputStream page = new ByteArrayOutputStream();
        try (EditSession session = workspace.openSession()) {
            reports.write(session.artifact(session.find(key).orElseThrow().id()).orElseThrow(), ReportFormat.HTML,
                    page);
        }
        return page.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource({"RSK-001, org.chartroom.risk.editor, heatMap, 1", "RSK-001, org.chartroom.risk.editor, simulation, 1",
            "VAR-001, org.chartroom.variance.editor, curve, 1", "VAR-001, org.chartroom.variance.editor, quadrant, 1",
            "VAR-001, org.chartroom.variance.editor, waterfall, 1", "VAR-001, org.chartroom.variance.editor, split, 1",
            "VND-001, org.chartroom.vendor.editor, trends, 1", "VND-001, org.chartroom.vendor.editor, ranking, 1",
            "CHR-001, org.chartroom.charter.editor, case, 2",
            "CHR-001, org.chartroom.charter.editor, stakeholders, 1"})
    void what_is_saved_from_a_page_is_in_the_report_to_the_byte(String key, String editorId, String page, int charts)
            throws Exception {
        String report = report(key);
        ArtifactDriver editor = new ArtifactDriver(driver, key, editorId);
        editor.open(page);
        driver.waitUntil("the report holds the charts of the page", () -> {
            List<ChartView> views = driver.all(ChartView.class).stream()
                    .filter(view -> view.isVisible() && view.isDrawn()).toList();
            return views.size() == charts && views.stream().allMatch(view -> report.contains(saved(view)));
        });
    }

    private String saved(ChartView view) {
        Path file = folder.resolve("chart.svg");
        try {
            view.save(file.toString());
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void an_export_to_word_is_a_report() throws Exception {
        ArtifactDriver editor = new ArtifactDriver(driver, "CHG-001", "org.chartroom.change.editor");
        editor.open("schedule");
        Path file = folder.resolve("changes.docx");
        driver.doInUi(() -> {
            ParameterizedCommand command = ParameterizedCommand.generateCommand(
                    PlatformUI.getWorkbench().getService(ICommandService.class).getCommand("org.chartroom.ui.export"),
                    Map.of("org.chartroom.ui.export.file", file.toString()));
            try {
                PlatformUI.getWorkbench().getService(IHandlerService.class).executeCommand(command, null);
            } catch (org.eclipse.core.commands.common.CommandException e) {
                throw new AssertionError(e);
            }
        });
        driver.waitUntil("the file is there", () -> Files.exists(file) && file.toFile().length() > 0);
        assertTrue(Files.size(file) > 10_000);
        assertEquals('P', Files.readAllBytes(file)[0]);
    }
}
