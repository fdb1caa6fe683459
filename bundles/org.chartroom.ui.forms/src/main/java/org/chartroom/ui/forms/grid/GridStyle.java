package org.chartroom.ui.forms.grid;

import org.chartroom.ui.forms.Colours;
import org.chartroom.ui.forms.comment.OpenComments;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.config.CellConfigAttributes;
import org.eclipse.nebula.widgets.nattable.config.IConfigRegistry;
import org.eclipse.nebula.widgets.nattable.painter.cell.BackgroundPainter;
import org.eclipse.nebula.widgets.nattable.painter.cell.ICellPainter;
import org.eclipse.nebula.widgets.nattable.painter.cell.ImagePainter;
import org.eclipse.nebula.widgets.nattable.painter.cell.TextPainter;
import org.eclipse.nebula.widgets.nattable.painter.cell.decorator.CellPainterDecorator;
import org.eclipse.nebula.widgets.nattable.style.CellStyleAttributes;
import org.eclipse.nebula.widgets.nattable.style.HorizontalAlignmentEnum;
import org.eclipse.nebula.widgets.nattable.style.Style;
import org.eclipse.nebula.widgets.nattable.style.theme.ModernNatTableThemeConfiguration;
import org.eclipse.nebula.widgets.nattable.ui.util.CellEdgeEnum;
import org.eclipse.nebula.widgets.nattable.util.GUIHelper;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.widgets.Display;

/** Colours and fonts of a grid, taken from the theme of the workbench so that light and dark fit. */
final class GridStyle extends ModernNatTableThemeConfiguration {
    GridStyle(Colours colours) {
        Display display = Display.getCurrent();
        Font font = display.getSystemFont();
        Color background = colours.background();
        Color foreground = colours.foreground();
        Color line = colours.line();
        Color header = colours.header();
        Color selected = colours.selection();

        defaultBgColor = background;
        defaultFgColor = foreground;
        defaultFont = font;
        defaultHAlign = HorizontalAlignmentEnum.LEFT;
        cHeaderBgColor = header;
        cHeaderFgColor = foreground;
        cHeaderFont = font;
        cHeaderHAlign = HorizontalAlignmentEnum.LEFT;
        rHeaderBgColor = header;
        rHeaderFgColor = colours.faint();
        rHeaderFont = font;
        cornerBgColor = header;
        oddRowBgColor = background;
        evenRowBgColor = background;
        filterRowBgColor = background;
        filterRowFgColor = foreground;
        defaultSelectionBgColor = selected;
        defaultSelectionFgColor = foreground;
        defaultSelectionFont = font;
        selectionAnchorSelectionBgColor = colours.strongSelection();
        selectionAnchorSelectionFgColor = foreground;
        selectionAnchorBgColor = colours.strongSelection();
        selectionAnchorFgColor = foreground;
        cHeaderSelectionBgColor = selected;
        cHeaderSelectionFgColor = foreground;
        cHeaderSelectionFont = font;
        rHeaderSelectionBgColor = selected;
        rHeaderSelectionFgColor = foreground;
        rHeaderSelectionFont = font;
        cHeaderFullSelectionBgColor = selected;
        cHeaderFullSelectionFgColor = foreground;
        rHeaderFullSelectionBgColor = selected;
        rHeaderFullSelectionFgColor = foreground;
        gridLineColor = line;
        renderBodyGridLines = true;
        renderColumnHeaderGridLines = true;
    }

    /** Registers how the cells with a label look, beyond what the theme says. */
    static void register(IConfigRegistry registry, NatTable table, Colours colours) {
        Style group = new Style();
        group.setAttributeValue(CellStyleAttributes.BACKGROUND_COLOR, colours.header());
        group.setAttributeValue(CellStyleAttributes.FONT,
                GUIHelper.getFont(bold(table.getDisplay().getSystemFont())));
        registry.registerConfigAttribute(CellConfigAttributes.CELL_STYLE, group, "NORMAL", ItemGrid.GROUP_LABEL);
        Style emphasis = new Style();
        emphasis.setAttributeValue(CellStyleAttributes.FONT,
                GUIHelper.getFont(bold(table.getDisplay().getSystemFont())));
        registry.registerConfigAttribute(CellConfigAttributes.CELL_STYLE, emphasis, "NORMAL", ItemGrid.EMPHASIS_LABEL);
        Style number = new Style();
        number.setAttributeValue(CellStyleAttributes.HORIZONTAL_ALIGNMENT, HorizontalAlignmentEnum.RIGHT);
        registry.registerConfigAttribute(CellConfigAttributes.CELL_STYLE, number, "NORMAL", ItemGrid.NUMBER_LABEL);
        registry.registerConfigAttribute(CellConfigAttributes.CELL_STYLE, number, "SELECT", ItemGrid.NUMBER_LABEL);
        Style computed = new Style();
        computed.setAttributeValue(CellStyleAttributes.FOREGROUND_COLOR, colours.faint());
        registry.registerConfigAttribute(CellConfigAttributes.CELL_STYLE, computed, "NORMAL",
                ItemGrid.COMPUTED_LABEL);
        ICellPainter commented = new BackgroundPainter(new CellPainterDecorator(new TextPainter(false, false),
                CellEdgeEnum.RIGHT, new ImagePainter(OpenComments.image(), false)));
        for (String mode : new String[]{"NORMAL", "SELECT"}) {
            registry.registerConfigAttribute(CellConfigAttributes.CELL_PAINTER, commented, mode,
                    ItemGrid.COMMENT_LABEL);
        }
        registerFinding(registry, ItemGrid.ERROR_LABEL, colours, colours.critical());
        registerFinding(registry, ItemGrid.WARNING_LABEL, colours, colours.moderate());
    }

    private static void registerFinding(IConfigRegistry registry, String label, Colours colours, Color colour) {
        Style style = new Style();
        style.setAttributeValue(CellStyleAttributes.BACKGROUND_COLOR, colour);
        style.setAttributeValue(CellStyleAttributes.FOREGROUND_COLOR, colours.foreground());
        registry.registerConfigAttribute(CellConfigAttributes.CELL_STYLE, style, "NORMAL", label);
    }

    private static org.eclipse.swt.graphics.FontData bold(Font font) {
        org.eclipse.swt.graphics.FontData data = font.getFontData()[0];
        return new org.eclipse.swt.graphics.FontData(data.getName(), data.getHeight(), SWT.BOLD);
    }
}
