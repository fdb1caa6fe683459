package org.chartroom.tests.link;

import java.util.function.Supplier;
import org.chartroom.model.Link;
import org.chartroom.model.risk.Risk;
import org.chartroom.model.risk.RiskRegister;
import org.chartroom.tests.driver.ArtifactDriver;
import org.chartroom.tests.driver.Mouse;
import org.chartroom.tests.driver.SampleWorkspace;
import org.chartroom.tests.driver.UiDriver;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Tree;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Links made by dragging with the mouse. */
class LinksMouseTest {
    private final UiDriver driver = new UiDriver();
    private final ArtifactDriver register = new ArtifactDriver(driver, "RSK-001", "org.chartroom.risk.editor");

    @BeforeEach
    void fillWorkspace() {
        register.reset();
    }

    @AfterEach
    void closeEditors() {
        driver.closeDialogs();
        driver.doInUi(() -> driver.page().closeAllEditors(false));
    }

    @Test
    void an_artifact_that_is_dragged_onto_a_risk_is_linked_from_there() {
        register.open("risks");
        Risk linked = driver.inUi(() -> ((RiskRegister) register.artifact()).getRisks().get(3));
        Rectangle cell = register.grid().bounds(3, "Title");
        drag("VND-001", register.grid().table(), () -> new Rectangle(cell.x + 20, cell.y, 0, cell.height));
        driver.waitUntil("the risk is linked to the scorecard", () -> isLinked(linked, "VND-001"));
    }

    @Test
    void an_artifact_that_is_dragged_onto_the_links_is_linked_from_the_selected_risk() {
        driver.chooseMenu("Window", "Show view", "Links");
        register.open("risks");
        register.grid().click(3, "Title");
        Risk linked = driver.inUi(() -> ((RiskRegister) register.artifact()).getRisks().get(3));
        Table view = driver.find(Table.class, "the links", table -> table.isVisible() && table.getColumnCount() > 0
                && table.getColumn(0).getText().equals("From or to"));
        drag("VND-001", view, view::getClientArea);
        driver.waitUntil("the risk is linked to the scorecard", () -> isLinked(linked, "VND-001"));
    }

    private void drag(String key, Control onto, Supplier<Rectangle> area) {
        Tree navigator = driver.find(Tree.class, "the navigator with " + key,
                tree -> tree.isVisible() && SampleWorkspace.inNavigator(tree, key).isPresent());
        Point to = driver.inSight(onto, area);
        Mouse.drag(driver.inSight(driver.inUi(() -> SampleWorkspace.inNavigator(navigator, key).orElseThrow())), to);
    }

    private static boolean isLinked(Risk risk, String key) {
        return risk.getLinks().stream().map(Link::getTarget).anyMatch(target -> key.equals(target.getKey()));
    }
}
