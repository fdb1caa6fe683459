package org.chartroom.ui.internal.plugin;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.chartroom.platform.plugins.ContributedType;
import org.chartroom.platform.plugins.InstalledPlugin;
import org.chartroom.plugins.PluginInfo;

/** Plug-ins in words. */
final class PluginTexts {
    private static final Pattern COMMON_NAME = Pattern.compile("(?:^|,)CN=([^,]+)");

    private PluginTexts() {
    }

    static String state(PluginInfo info) {
        return switch (info.state()) {
            case ACTIVE -> Messages.active;
            case AT_NEXT_START -> Messages.atNextStart;
            case FAILED -> Messages.failed;
            case WORKBENCH_ONLY -> Messages.active;
            case OFF -> Messages.off;
        };
    }

    static String origin(PluginInfo info) {
        return switch (info.origin()) {
            case INSTALLED -> commonName(signer(info.plugin()));
            case FEATURE -> Messages.partOfChartroom;
            case DROP_IN -> Messages.dropIn;
        };
    }

    static String signer(InstalledPlugin plugin) {
        return plugin.signer().isEmpty() ? Messages.notSigned : plugin.signer();
    }

    /** The person or company of a certificate's subject, when it names one. */
    private static String commonName(String subject) {
        Matcher name = COMMON_NAME.matcher(subject);
        return name.find() ? name.group(1) : subject;
    }

    static String types(InstalledPlugin plugin) {
        return plugin.types().stream().map(ContributedType::name).collect(Collectors.joining(", "));
    }

    static String nameAndVersion(InstalledPlugin plugin) {
        return plugin.name() + " " + plugin.version();
    }
}
