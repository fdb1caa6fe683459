package org.chartroom.ui.forms.grid;

import java.util.List;

import org.chartroom.model.Element;
import org.chartroom.ui.forms.ArtifactEditing;
import org.chartroom.ui.forms.link.Linking;
import org.eclipse.jface.util.LocalSelectionTransfer;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.grid.GridRegion;
import org.eclipse.nebula.widgets.nattable.layer.LabelStack;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DragSource;
import org.eclipse.swt.dnd.DragSourceAdapter;
import org.eclipse.swt.dnd.DragSourceEvent;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.DropTargetAdapter;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.graphics.Point;

/**
 * Dragging the lines of a grid, by their numbers, to where a link to them is wanted; what is dropped on a line is linked
 * from there.
 */
final class GridLinking {
    private final ItemGrid grid;
    private final ArtifactEditing editing;
    private final NatTable table;

    private GridLinking(ItemGrid grid, ArtifactEditing editing) {
        this.grid = grid;
        this.editing = editing;
        this.table = grid.control();
    }

    static void install(ItemGrid grid, ArtifactEditing editing) {
        GridLinking linking = new GridLinking(grid, editing);
        linking.offer();
        linking.accept();
    }

    private void offer() {
        DragSource source = new DragSource(table, DND.DROP_LINK | DND.DROP_COPY);
        source.setTransfer(LocalSelectionTransfer.getTransfer());
        source.addDragListener(new DragSourceAdapter() {
            @Override
            public void dragStart(DragSourceEvent event) {
                // In the body a drag selects cells.
                LabelStack region = table.getRegionLabelsByXY(event.x, event.y);
                Element dragged = elementAt(event.x, event.y);
                event.doit = region != null && region.hasLabel(GridRegion.ROW_HEADER.toString()) && dragged != null;
                if (event.doit) {
                    LocalSelectionTransfer.getTransfer().setSelection(new StructuredSelection(
                            grid.selected().contains(dragged) ? grid.selected() : List.of(dragged)));
                }
            }

            @Override
            public void dragFinished(DragSourceEvent event) {
                LocalSelectionTransfer.getTransfer().setSelection(null);
            }
        });
    }

    private void accept() {
        DropTarget target = new DropTarget(table, DND.DROP_LINK | DND.DROP_COPY | DND.DROP_DEFAULT);
        target.setTransfer(LocalSelectionTransfer.getTransfer());
        target.addDropListener(new DropTargetAdapter() {
            @Override
            public void dragOver(DropTargetEvent event) {
                event.detail = editing.isReadOnly() || droppedOn(event) == null ? DND.DROP_NONE : DND.DROP_LINK;
            }

            @Override
            public void drop(DropTargetEvent event) {
                Element here = droppedOn(event);
                if (here != null && event.data instanceof IStructuredSelection dropped) {
                    Linking.of(table.getShell(), editing, here).ifPresent(linking -> dropped.forEach(linking::drop));
                }
            }
        });
    }

    private Element droppedOn(DropTargetEvent event) {
        Point at = table.toControl(event.x, event.y);
        return elementAt(at.x, at.y);
    }

    private Element elementAt(int x, int y) {
        int row = table.getRowIndexByPosition(table.getRowPositionByY(y));
        LabelStack region = table.getRegionLabelsByXY(x, y);
        boolean header = region != null && region.hasLabel(GridRegion.COLUMN_HEADER.toString());
        return header ? null : grid.element(row).orElse(null);
    }
}
