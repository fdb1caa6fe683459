package org.chartroom.tests.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.chartroom.core.workspace.ArtifactInfo;
import org.chartroom.core.workspace.Workspace;
import org.chartroom.model.risk.RiskRegister;
import org.chartroom.tests.driver.UiDriver;
import org.chartroom.ui.forms.ArtifactEditor;
import org.chartroom.ui.forms.ArtifactEditorInput;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.edit.command.UpdateDataCommand;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;

/**
 * What the measurement of large registers does in the workbench it starts: opens every register of the workspace, filters
 * and scrolls it, several times in turn, and prints the medians. Each time ends when the window has been painted.
 */
final class LargeGrid {
    private static final String EDITOR = "org.chartroom.risk.editor";
    private static final int ROUNDS = 5;
    private static final int SMALL = 250;
    private static final int SCROLL_STEPS = 50;
    private static final long NANOS_PER_MICRO = 1_000;

    private final UiDriver driver;

    LargeGrid(UiDriver driver) {
        this.driver = driver;
    }

    void run() {
        Workspace workspace = driver.inUi(() -> PlatformUI.getWorkbench().getService(Workspace.class));
        System.out.println("register rows open-ms search-ms column-ms scroll-step-ms");
        for (ArtifactInfo register : workspace.artifacts()) {
            measure(workspace, register);
        }
    }

    private void measure(Workspace workspace, ArtifactInfo register) {
        List<Long> opening = new ArrayList<>();
        List<Long> searching = new ArrayList<>();
        List<Long> filtering = new ArrayList<>();
        List<Long> scrolling = new ArrayList<>();
        int[] rows = {0};
        for (int round = 0; round < ROUNDS; round++) {
            String seldom = "number " + (round + 1) + "7";
            opening.add(time(() -> open(workspace, register)));
            driver.doInUi(() -> {
                NatTable grid = grid();
                rows[0] = ((RiskRegister) ((ArtifactEditor) driver.page().getActiveEditor()).editing().artifact())
                        .getRisks().size();
                Text search = driver.find(Text.class, "the search", text -> text.isVisible()
                        && "Search in all columns".equals(text.getMessage()));
                searching.add(time(() -> {
                    search.setText(seldom);
                    paint();
                }));
                search.setText("");
                paint();
                filtering.add(time(() -> {
                    grid.doCommand(new UpdateDataCommand(grid, 2, 1, seldom));
                    paint();
                }));
                grid.doCommand(new UpdateDataCommand(grid, 2, 1, null));
                paint();
                scrolling.add(time(() -> scroll(grid)) / SCROLL_STEPS);
            });
            driver.doInUi(() -> driver.page().closeAllEditors(false));
        }
        System.out.printf("%s %d %s %s %s %s%n", register.key(), rows[0], median(opening), median(searching),
                median(filtering), median(scrolling));
    }

    private void open(Workspace workspace, ArtifactInfo register) {
        driver.doInUi(() -> {
            try {
                ArtifactEditor editor = (ArtifactEditor) driver.page()
                        .openEditor(new ArtifactEditorInput(workspace, register), EDITOR);
                editor.setActivePage("risks");
            } catch (PartInitException e) {
                throw new IllegalStateException(e);
            }
            paint();
        });
    }

    /** The one of the risks: it is larger than that of the actions. */
    private NatTable grid() {
        return driver.find(NatTable.class, "the grid of the risks", grid -> grid.isVisible()
                && grid.getSize().y > SMALL);
    }

    /** A page after the other. */
    private void scroll(NatTable grid) {
        for (int step = 1; step <= SCROLL_STEPS; step++) {
            Event key = new Event();
            key.keyCode = SWT.PAGE_DOWN;
            grid.notifyListeners(SWT.KeyDown, key);
            paint();
        }
    }

    /** Until all that is to be drawn has been, and nothing waits any more. */
    private void paint() {
        PlatformUI.getWorkbench().getDisplay().update();
        while (PlatformUI.getWorkbench().getDisplay().readAndDispatch()) {
            PlatformUI.getWorkbench().getDisplay().update();
        }
    }

    private static long time(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / NANOS_PER_MICRO;
    }

    private static String median(List<Long> micros) {
        List<Long> sorted = new ArrayList<>(micros);
        Collections.sort(sorted);
        return String.format("%.1f", sorted.get(sorted.size() / 2) / 1000.0);
    }
}
