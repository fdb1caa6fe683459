package org.chartroom.ui.forms.chart;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

import org.chartroom.chart.Chart;
import org.chartroom.chart.ChartStyle;
import org.chartroom.chart.Pictures;
import org.chartroom.ui.forms.Colours;
import org.chartroom.ui.forms.Notice;
import org.chartroom.ui.forms.internal.Messages;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.FontData;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageDataProvider;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;

/**
 * Shows a chart in the size of the control, in the colours of the theme and sharp at every scaling. Its context menu
 * saves the chart as the picture that reports hold.
 */
public class ChartView extends Canvas {
    private static final int PERCENT = 100;
    private static final float POINTS_PER_INCH = 72f;

    private String empty = "";
    private transient Chart chart;
    private transient Image image;
    private Point drawnSize = new Point(0, 0);
    private boolean drawnDark;

    /** @param parent where it goes */
    public ChartView(Composite parent) {
        super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND);
        addListener(SWT.Paint, event -> paint(event.gc));
        addListener(SWT.Dispose, event -> forget());
        // Who listens to keys is reached by Tab, and so is the menu of the chart.
        addListener(SWT.KeyDown, event -> redraw());
        addListener(SWT.Traverse, event -> event.doit |= event.detail == SWT.TRAVERSE_TAB_NEXT
                || event.detail == SWT.TRAVERSE_TAB_PREVIOUS);
        addListener(SWT.FocusIn, event -> redraw());
        addListener(SWT.FocusOut, event -> redraw());
        Menu menu = new Menu(this);
        MenuItem save = new MenuItem(menu, SWT.PUSH);
        save.setText(Messages.savePicture);
        save.addListener(SWT.Selection, event -> choose().ifPresent(this::saveOrSay));
        menu.addListener(SWT.Show, event -> save.setEnabled(chart != null));
        setMenu(menu);
    }

    /** A form toolkit gives to what it adapts the menu of its parent; where that has none, a chart keeps its own. */
    @Override
    public final void setMenu(Menu menu) {
        if (menu != null) {
            super.setMenu(menu);
        }
    }

    /** @param shown what to show from now on */
    public void show(Chart shown) {
        chart = shown;
        forget();
        redraw();
    }

    /** @return what is shown; null before anything was, and while a text stands in its place */
    public Chart chart() {
        return chart;
    }

    /** @return whether the chart is on the screen as it was given last */
    public final boolean isDrawn() {
        return chart != null && image != null;
    }

    /** @param text what to do to get a chart; shown in its place */
    public final void showEmpty(String text) {
        chart = null;
        empty = text;
        forget();
        redraw();
    }

    /**
     * Draws what changes without the chart changing, for example where the keyboard is.
     *
     * @param gc where to draw
     * @param colours the colours of the theme
     */
    void paintOver(GC gc, Colours colours) {
        // A chart that nobody works on has nothing like that.
    }

    /** @return colours and font that fit the theme */
    final ChartStyle style() {
        Colours colours = Colours.of(getParent());
        FontData font = getFont().getFontData()[0];
        int height = Math.round(font.getHeight() * getDisplay().getDPI().y / POINTS_PER_INCH);
        return new ChartStyle(colours.isDark(), rgb(colours.background()), rgb(colours.foreground()), font.getName(),
                height);
    }

    private static int rgb(Color colour) {
        return colour.getRed() << 16 | colour.getGreen() << 8 | colour.getBlue();
    }

    private void forget() {
        if (image != null) {
            image.dispose();
            image = null;
        }
    }

    private void paint(GC gc) {
        Colours colours = Colours.of(getParent());
        Rectangle area = getClientArea();
        if (chart == null || area.width < 2 || area.height < 2) {
            gc.setBackground(colours.background());
            gc.fillRectangle(area);
            gc.setForeground(colours.faint());
            Point size = gc.textExtent(empty);
            gc.drawText(empty, Math.max(0, (area.width - size.x) / 2), (area.height - size.y) / 2, true);
            return;
        }
        boolean other = area.width != drawnSize.x || area.height != drawnSize.y || colours.isDark() != drawnDark;
        if (image == null || other) {
            forget();
            drawnSize = new Point(area.width, area.height);
            drawnDark = colours.isDark();
            ChartStyle style = style();
            image = new Image(getDisplay(), (ImageDataProvider) zoom -> draw(style, drawnSize, zoom));
        }
        gc.drawImage(image, 0, 0);
        paintOver(gc, colours);
        if (isFocusControl()) {
            gc.drawFocus(0, 0, area.width, area.height);
        }
    }

    private ImageData draw(ChartStyle style, Point size, int zoom) {
        BufferedImage picture = Pictures.image(chart, size.x, size.y, (double) zoom / PERCENT, style);
        int width = picture.getWidth();
        ImageData data = new ImageData(width, picture.getHeight(), 24, new PaletteData(0xFF0000, 0xFF00, 0xFF));
        int[] pixels = ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
        for (int row = 0; row < picture.getHeight(); row++) {
            data.setPixels(0, row, width, pixels, row * width);
        }
        return data;
    }

    private Optional<String> choose() {
        FileDialog dialog = new FileDialog(getShell(), SWT.SAVE);
        dialog.setFilterExtensions(new String[]{"*.svg", "*.png"});
        dialog.setFileName("chart.svg");
        dialog.setOverwrite(true);
        return Optional.ofNullable(dialog.open());
    }

    private void saveOrSay(String file) {
        try {
            save(file);
        } catch (IOException e) {
            Notice.error(getShell(), Messages.savePicture,
                    Messages.bind(Messages.savePictureFailed, file, e.getMessage()));
        }
    }

    /**
     * Writes the chart as reports hold it: light, and in their size.
     *
     * @param file the file to write: SVG when its name ends so, else PNG at twice the size
     * @throws IOException when it can't be written
     */
    public final void save(String file) throws IOException {
        Pictures.save(chart, Path.of(file));
    }

    /** The same place as SWT says it. */
    static Rectangle rectangle(java.awt.Rectangle from) {
        return new Rectangle(from.x, from.y, from.width, from.height);
    }
}
