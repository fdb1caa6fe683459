package org.chartroom.tests.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

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
    private static final int READING_S = 5;
    private static final int SCROLL_STEPS = 50;
    private static final long NANOS_PER_MICRO = 1_000;

    private final UiDriver driver;

    LargeGrid(UiDriver driver) {
        this.driver = driver;
    }

    void run() {
        Workspace workspace = driver.inUi(() -> PlatformUI.getWorkbench().getService(Workspace.class));
        System.out.println("register rows open-ms findings-ms search-at-once-ms search-ms column-ms scroll-step-ms");
        for (ArtifactInfo register : workspace.artifacts()) {
            measure(workspace, register);
        }
    }

    private void measure(Workspace workspace, ArtifactInfo register) {
        List<Long> opening = new ArrayList<>();
        List<Long> checking = new ArrayList<>();
        List<Long> atOnce = new ArrayList<>();
        List<Long> searching = new ArrayList<>();
        List<Long> filtering = new ArrayList<>();
        List<Long> scrolling = new ArrayList<>();
        int[] rows = {0};
        for (int round = 0; round < ROUNDS; round++) {
            String seldom = "number " + (round + 1) + "7";
            // The first time a search follows at once, the second time as a user comes to it, who looks at the rows first.
            open(workspace, register);
            atOnce.add(search(seldom));
            driver.doInUi(() -> driver.page().closeAllEditors(false));
            opening.add(time(() -> open(workspace, register)));
            checking.add(time(() -> driver.waitUntil("the findings are there", () -> !editor().editing().findings()
                    .isEmpty())));
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(READING_S));
            searching.add(search(seldom));
            driver.doInUi(() -> {
                NatTable grid = grid();
                rows[0] = ((RiskRegister) editor().editing().artifact()).getRisks().size();
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
        System.out.printf("%s %d %s %s %s %s %s %s%n", register.key(), rows[0], median(opening), median(checking),
                median(atOnce), median(searching),
                median(filtering), median(scrolling));
    }

    private ArtifactEditor editor() {
        return (ArtifactEditor) driver.page().getActiveEditor();
    }

    private long search(String text) {
        long[] taken = {0};
        driver.doInUi(() -> {
            Text search = driver.find(Text.class, "the search", field -> field.isVisible()
                    && "Search in all columns".equals(field.getMessage()));
            taken[0] = time(() -> {
                search.setText(text);
                paint();
            });
            search.setText("");
            paint();
        });
        return taken[0];
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
