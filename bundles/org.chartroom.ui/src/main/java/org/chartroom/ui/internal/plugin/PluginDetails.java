package org.chartroom.ui.internal.plugin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.chartroom.platform.plugins.InstalledBundle;
import org.chartroom.platform.plugins.InstalledPlugin;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/** Who made a plug-in, who signed it, where it came from, and the checksums of its bundles; as text that can be copied. */
final class PluginDetails {
    private static final int MARGIN = 8;

    private final StyledText text;
    private final List<StyleRange> styles = new ArrayList<>();
    private final StringBuilder content = new StringBuilder();

    PluginDetails(Composite parent) {
        text = new StyledText(parent, SWT.BORDER | SWT.V_SCROLL | SWT.WRAP | SWT.READ_ONLY);
        text.setMargins(MARGIN, MARGIN, MARGIN, MARGIN);
        text.setCaret(null);
        text.setTabStops(new int[]{widestLabel() + MARGIN * 2});
    }

    /** The values stand below each other, behind the longest label. */
    private int widestLabel() {
        GC gc = new GC(text);
        try {
            gc.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DIALOG_FONT));
            return Stream.of(Messages.source, Messages.signer, Messages.certificate, Messages.brings, Messages.bundle,
                    Messages.sha256).mapToInt(label -> gc.textExtent(label).x).max().orElse(0);
        } finally {
            gc.dispose();
        }
    }

    Control control() {
        return text;
    }

    void show(Optional<InstalledPlugin> shown) {
        styles.clear();
        content.setLength(0);
        shown.ifPresent(this::describe);
        text.setText(content.toString());
        text.setStyleRanges(styles.toArray(StyleRange[]::new));
    }

    private void describe(InstalledPlugin plugin) {
        line("", PluginTexts.nameAndVersion(plugin)
                + (plugin.vendor().isEmpty() ? "" : " " + Messages.bind(Messages.by, plugin.vendor())), true);
        if (!plugin.description().isEmpty()) {
            line("", plugin.description(), false);
        }
        line(Messages.source, plugin.source(), false);
        line(Messages.signer, PluginTexts.signer(plugin), false);
        if (!plugin.signerSha256().isEmpty()) {
            line(Messages.certificate, plugin.signerSha256(), false);
        }
        if (!plugin.types().isEmpty()) {
            line(Messages.brings, PluginTexts.types(plugin), false);
        }
        for (InstalledBundle bundle : plugin.bundles()) {
            line(Messages.bundle, bundle.symbolicName() + " " + bundle.version(), false);
            line(Messages.sha256, bundle.sha256(), false);
        }
    }

    private void line(String label, String value, boolean title) {
        int start = content.length();
        if (!label.isEmpty()) {
            content.append(label).append('\t');
            styles.add(style(start, label.length(), SWT.BOLD));
        }
        content.append(value).append('\n');
        if (title) {
            StyleRange range = style(start, value.length(), SWT.BOLD);
            range.font = JFaceResources.getFontRegistry().getBold(JFaceResources.DIALOG_FONT);
            styles.add(range);
        }
    }

    private static StyleRange style(int start, int length, int style) {
        StyleRange range = new StyleRange();
        range.start = start;
        range.length = length;
        range.fontStyle = style;
        return range;
    }
}
