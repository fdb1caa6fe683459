package org.chartroom.ui.forms.chart;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

import org.chartroom.ui.forms.Colours;
import org.chartroom.ui.forms.internal.Messages;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageDataProvider;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;

/**
 * A chart that JFreeChart draws, in the size of the control and sharp at every scaling. Its context menu saves it as a
 * picture. Subclasses are given what to show and make the chart of it.
 */
public abstract class PictureChart extends Canvas {
    private static final int PERCENT = 100;
    private static final int SAVED_ZOOM = 200;

    private String empty = "";
    private boolean filled;
    private transient Image image;
    private Point drawnSize = new Point(0, 0);
    private boolean drawnDark;

    static {
        // The charts are pictures; a second connection to the display is neither needed nor wanted.
        System.setProperty("java.awt.headless", "true");
    }

    /** @param parent where it goes */
    protected PictureChart(Composite parent) {
        super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND);
        addListener(SWT.Paint, event -> paint(event.gc));
        addListener(SWT.Dispose, event -> forget());
        Menu menu = new Menu(this);
        MenuItem save = new MenuItem(menu, SWT.PUSH);
        save.setText(Messages.savePicture);
        save.addListener(SWT.Selection, event -> choose().ifPresent(this::saveOrSay));
        menu.addListener(SWT.Show, event -> save.setEnabled(filled));
        setMenu(menu);
    }

    /**
     * Makes the chart of what is to be shown.
     *
     * @param style colours and fonts that fit the theme
     * @return the chart
     */
    abstract JFreeChart chart(ChartStyle style);

    /** @return takes where things are drawn; null when nobody asks */
    ChartRenderingInfo info() {
        return null;
    }

    /** Draws anew, because something else is to be shown. */
    final void refresh() {
        filled = true;
        forget();
        redraw();
    }

    /** @return whether the chart is on the screen as it was given last */
    public final boolean isDrawn() {
        return filled && image != null;
    }

    /** @param text what to do to get a chart; shown in its place */
    public final void showEmpty(String text) {
        filled = false;
        empty = text;
        forget();
        redraw();
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
        if (!filled || area.width < 2 || area.height < 2) {
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
            ChartStyle style = new ChartStyle(colours, getFont().getFontData()[0], getDisplay().getDPI().y);
            image = new Image(getDisplay(), (ImageDataProvider) zoom -> draw(style, drawnSize, zoom));
        }
        gc.drawImage(image, 0, 0);
    }

    private ImageData draw(ChartStyle style, Point size, int zoom) {
        int width = size.x * zoom / PERCENT;
        int height = size.y * zoom / PERCENT;
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            graphics.scale((double) zoom / PERCENT, (double) zoom / PERCENT);
            chart(style).draw(graphics, new java.awt.Rectangle(size.x, size.y), info());
        } finally {
            graphics.dispose();
        }
        ImageData data = new ImageData(width, height, 24, new PaletteData(0xFF0000, 0xFF00, 0xFF));
        int[] pixels = ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
        for (int row = 0; row < height; row++) {
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
        } catch (IOException | SWTException e) {
            MessageDialog.openError(getShell(), Messages.savePicture,
                    Messages.bind(Messages.savePictureFailed, file, e.getMessage()));
        }
    }

    /**
     * Writes the chart as it is shown.
     *
     * @param file the file to write: SVG when its name ends so, else PNG at twice the size
     * @throws IOException when it can't be written
     */
    public final void save(String file) throws IOException {
        ChartStyle style = new ChartStyle(Colours.of(getParent()), getFont().getFontData()[0],
                getDisplay().getDPI().y);
        if (file.toLowerCase(Locale.ROOT).endsWith(".svg")) {
            SvgFile.write(chart(style), getSize().x, getSize().y, Path.of(file));
            return;
        }
        ImageLoader loader = new ImageLoader();
        loader.data = new ImageData[]{draw(style, getSize(), SAVED_ZOOM)};
        loader.save(file, SWT.IMAGE_PNG);
    }
}
