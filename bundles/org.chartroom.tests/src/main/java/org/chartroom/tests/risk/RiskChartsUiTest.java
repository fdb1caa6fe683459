package org.chartroom.tests.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;

import org.chartroom.chart.FractionCurve;
import org.chartroom.chart.Matrix;
import org.chartroom.core.workspace.Workspace;
import org.chartroom.model.risk.RiskLevel;
import org.chartroom.model.risk.RiskPackage;
import org.chartroom.tests.driver.UiDriver;
import org.chartroom.ui.forms.chart.ChartView;
import org.chartroom.ui.forms.chart.MatrixView;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Heat map and Monte Carlo page.
 */
class RiskChartsUiTest {
    private static final String FILTER = "Current: likelihood 4, impact 4  \u2715";

    private final UiDriver driver = new UiDriver();
    private final Register register = new Register(driver);

    @BeforeEach
    void fillWorkspace() {
        register.reset();
    }

    @AfterEach
    void closeEditors() {
        driver.doInUi(() -> driver.page().closeAllEditors(false));
    }

    private MatrixView matrix() {
        register.open("heatMap");
        return driver.find(MatrixView.class, "the heat map", MatrixView::isVisible);
    }

    private void clickCell(MatrixView matrix, int likelihood, int impact) {
        Rectangle cell = driver.inUi(() -> matrix.cell(likelihood, impact));
        driver.click(matrix, cell.x + cell.width / 2, cell.y + cell.height / 2);
    }

    @Test
    void a_click_on_a_cell_shows_its_risks_in_the_grid() {
        clickCell(matrix(), 4, 4);
        register.awaitLabel("2 of 12 risks");
        assertEquals(List.of("R-002", "R-010"), register.grid().texts("Key"));
    }

    @Test
    void the_button_of_the_filter_shows_all_risks_again() {
        clickCell(matrix(), 4, 4);
        Button off = driver.findByText(Button.class, FILTER);
        driver.waitUntil("the filter can be seen", off::isVisible);
        driver.click(off);
        register.awaitLabel("12 of 12 risks");
        driver.waitUntil("the button is gone", () -> !off.isVisible());
    }

    @Test
    void a_cell_is_chosen_with_the_keyboard() {
        MatrixView matrix = matrix();
        driver.focus(matrix);
        for (int step = 1; step < 4; step++) {
            driver.press(SWT.ARROW_UP);
            driver.press(SWT.ARROW_RIGHT);
        }
        driver.press(SWT.CR);
        driver.waitUntil("the filter can be seen", () -> driver.all(Button.class).stream()
                .anyMatch(button -> button.isVisible() && button.getText().equals(FILTER)));
    }

    @Test
    void a_category_has_a_map_of_its_own_with_its_own_appetite() {
        MatrixView matrix = matrix();
        Combo categories = driver.find(Combo.class, "the categories",
                combo -> combo.isVisible() && List.of(combo.getItems()).contains("All categories"));
        assertEquals(true, driver.inUi(() -> matrix.chart().cell(3, 3).acceptable()));
        driver.focus(categories);
        driver.doInUi(() -> {
            categories.select(categories.indexOf("Security"));
            categories.notifyListeners(SWT.Selection, new Event());
        });
        driver.waitUntil("what is moderate is not accepted", () -> !matrix.chart().cell(3, 3).acceptable());
        clickCell(matrix, 3, 5);
        register.awaitLabel("1 of 12 risks");
        assertEquals(List.of("R-003"), register.grid().texts("Key"));
    }

    @Test
    void arrows_begin_where_the_risks_were_in_a_baseline() {
        register.open("risks");
        Workspace workspace = register.editor().editing().workspace();
        workspace.createBaseline("Gate 1", "", Optional.empty());
        try {
            MatrixView matrix = matrix();
            driver.doInUi(() -> register.editor().editing().set(register.model().getRisks().get(0),
                    RiskPackage.Literals.RISK__CURRENT_LIKELIHOOD, 5));
            Combo since = driver.find(Combo.class, "where the arrows begin",
                    combo -> combo.isVisible() && List.of(combo.getItems()).contains("since Gate 1"));
            driver.focus(since);
            driver.press(SWT.ARROW_DOWN);
            driver.waitUntil("one risk has moved", () -> matrix.chart().movements()
                    .equals(List.of(new Matrix.Movement(3, 5, 5, 5, 1))));
        } finally {
            driver.doInUi(() -> driver.page().closeAllEditors(false));
            workspace.removeBaseline("Gate 1", "test is over");
        }
    }

    @Test
    void the_scales_of_the_register_are_edited_and_the_edit_is_undone() {
        register.open("scales");
        register.grid().enter(0, "Label", "Seldom");
        driver.waitUntil("the step has its new name",
                () -> "Seldom".equals(register.model().getLikelihoodScale().get(0).getLabel()));
        driver.press(SWT.CTRL, 'z');
        driver.waitUntil("it has its old name",
                () -> "Rare".equals(register.model().getLikelihoodScale().get(0).getLabel()));
    }

    @Test
    void a_scale_gets_more_steps_the_matrix_grows_and_it_is_undone() {
        MatrixView levels = levels();
        Combo steps = driver.find(Combo.class, "the number of steps of likelihood", Combo::isVisible);
        driver.click(steps);
        driver.press(SWT.ESC);
        driver.doInUi(() -> {
            steps.select(steps.indexOf("7"));
            steps.notifyListeners(SWT.Selection, new Event());
        });
        driver.waitUntil("the matrix has seven rows and five columns",
                () -> levels.chart().rows() == 7 && levels.chart().columns() == 5);
        assertEquals(7, driver.inUi(() -> register.model().getLikelihoodScale().size()));
        driver.press(SWT.CTRL, 'z');
        driver.waitUntil("the matrix has five rows, and the choice says so",
                () -> levels.chart().rows() == 5 && "5".equals(steps.getText()));
    }

    private MatrixView levels() {
        register.open("scales");
        return driver.find(MatrixView.class, "the levels of the cells", MatrixView::isVisible);
    }

    private RiskLevel levelAt(int likelihood, int impact) {
        return register.model().getMatrix().stream()
                .filter(cell -> cell.getLikelihood() == likelihood && cell.getImpact() == impact).findFirst()
                .orElseThrow().getLevel();
    }

    @Test
    void a_cell_of_the_matrix_takes_the_level_chosen_in_its_menu_and_it_is_undone() {
        MatrixView levels = levels();
        clickCell(levels, 1, 5);
        driver.waitUntil("the menu offers the level of the cell", () -> levels.getMenu().isVisible()
                && levels.getMenu().getItem(RiskLevel.MODERATE_VALUE).getSelection());
        driver.doInUi(() -> {
            levels.getMenu().setVisible(false);
            levels.getMenu().getItem(RiskLevel.MODERATE_VALUE).setSelection(false);
            levels.getMenu().getItem(RiskLevel.CRITICAL_VALUE).setSelection(true);
            levels.getMenu().getItem(RiskLevel.CRITICAL_VALUE).notifyListeners(SWT.Selection, new Event());
        });
        driver.waitUntil("the cell is critical, and shown so", () -> levelAt(1, 5) == RiskLevel.CRITICAL
                && "Critical".equals(levels.chart().cell(1, 5).levelLabel()));
        driver.press(SWT.CTRL, 'z');
        driver.waitUntil("the cell is moderate again", () -> levelAt(1, 5) == RiskLevel.MODERATE
                && "Moderate".equals(levels.chart().cell(1, 5).levelLabel()));
    }

    @Test
    void a_letter_or_a_number_gives_a_level_to_the_cell_of_the_cursor() {
        MatrixView levels = levels();
        driver.focus(levels);
        driver.press(SWT.ARROW_RIGHT);
        driver.type("h");
        driver.waitUntil("the cell is high", () -> levelAt(1, 2) == RiskLevel.HIGH);
        driver.press(SWT.ARROW_UP);
        driver.type("4");
        driver.waitUntil("the cell above is critical", () -> levelAt(2, 2) == RiskLevel.CRITICAL);
        assertEquals(RiskLevel.HIGH, driver.inUi(() -> levelAt(1, 2)));
    }

    @Test
    void the_target_is_shown_when_it_is_chosen() {
        MatrixView matrix = matrix();
        driver.click(driver.findByText(Button.class, "Target"));
        clickCell(matrix, 4, 4);
        register.awaitLabel("1 of 12 risks");
    }

    @Test
    void the_simulation_shows_its_figures_when_its_job_is_done() {
        register.open("simulation");
        driver.waitUntil("the figures are there", () -> captionedFigure("P80").matches("[\\d.,]+ EUR"));
        assertEquals(captionedFigure("P80"), captionedFigure("Contingency"));
    }

    @Test
    void the_delay_is_simulated_when_it_is_chosen_and_the_curve_falls_when_exceedance_is() {
        register.open("simulation");
        driver.click(driver.findByText(Button.class, "Delay"));
        driver.waitUntil("the figures are days", () -> captionedFigure("P80").matches("[\\d.,]+ days"));
        assertEquals(captionedFigure("P80"), captionedFigure("Schedule contingency"));
        driver.click(driver.findByText(Button.class, "Loss exceedance"));
        ChartView chart = driver.find(ChartView.class, "the curve", ChartView::isVisible);
        driver.waitUntil("the curve falls", () -> chart.chart() instanceof FractionCurve curve
                && curve.curve().applyAsDouble(curve.from()) > curve.curve().applyAsDouble(curve.to()));
    }

    @Test
    void another_percentile_gives_another_contingency() {
        register.open("simulation");
        driver.waitUntil("the figures are there", () -> captionedFigure("P80").matches("[\\d.,]+ EUR"));
        driver.replace((Text) register.field("contingencyPercentile"), "50");
        driver.press(SWT.CR);
        driver.waitUntil("the contingency is the median",
                () -> captionedFigure("P50").equals(captionedFigure("Contingency")));
    }

    /** The figure stands above its caption. */
    private String captionedFigure(String caption) {
        return driver.inUi(() -> {
            Label below = driver.all(Label.class).stream()
                    .filter(label -> label.isVisible() && label.getText().equals(caption)).findFirst().orElseThrow();
            return ((Label) below.getParent().getChildren()[0]).getText();
        });
    }
}
