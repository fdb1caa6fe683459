package org.chartroom.cli.internal;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.chartroom.platform.plugins.ContributedType;
import org.chartroom.platform.plugins.InstalledBundle;
import org.chartroom.platform.plugins.InstalledPlugin;
import org.chartroom.plugins.PluginInfo;
import org.chartroom.plugins.PluginPlan;

/** Plug-ins as lines and as JSON. */
final class PluginTexts {
    private final PrintWriter out;

    PluginTexts(PrintWriter out) {
        this.out = out;
    }

    void print(List<PluginInfo> plugins) {
        if (plugins.isEmpty()) {
            out.println("No plug-ins yet; install one with \"chartroom plugin install\".");
        }
        for (PluginInfo info : plugins) {
            InstalledPlugin plugin = info.plugin();
            out.printf(Locale.ROOT, "%-36s %-14s %-14s %s%n", plugin.id(), plugin.version(), words(info.state()),
                    info.origin() == PluginInfo.Origin.INSTALLED ? signer(plugin) : words(info.origin()));
            types(plugin);
        }
    }

    /** What a plan would do, from whom, and with which checksums. */
    void print(PluginPlan plan) {
        InstalledPlugin plugin = plan.plugin();
        out.println(words(plan.kind()) + " " + plugin.id() + " "
                + plan.former().map(old -> old.version() + " -> ").orElse("") + plugin.version() + ": " + plugin.name()
                + (plugin.vendor().isEmpty() ? "" : " by " + plugin.vendor()));
        out.println("  from    " + plugin.source());
        out.println("  signer  " + signer(plugin));
        if (!plugin.signerSha256().isEmpty()) {
            out.println("          certificate " + plugin.signerSha256());
        }
        for (InstalledBundle bundle : plugin.bundles()) {
            out.println("  bundle  " + bundle.symbolicName() + " " + bundle.version());
            out.println("          SHA-256 " + bundle.sha256());
        }
        types(plugin);
        plan.remarks().forEach(remark -> out.println("  note    " + remark));
        plan.restart().ifPresent(why -> out.println("  note    " + why));
    }

    private void types(InstalledPlugin plugin) {
        if (!plugin.types().isEmpty()) {
            out.println("  types   " + plugin.types().stream().map(type -> type.name() + " (" + type.id() + ")")
                    .collect(Collectors.joining(", ")));
        }
    }

    static String done(PluginPlan plan) {
        String what = plan.plugin().id() + " " + plan.plugin().version();
        return switch (plan.kind()) {
            case INSTALL -> "Installed " + what + ".";
            case UPDATE -> "Updated to " + what + ".";
            case REMOVE -> "Removed " + what + ".";
        };
    }

    private static String signer(InstalledPlugin plugin) {
        return plugin.signer().isEmpty() ? "not signed" : plugin.signer();
    }

    private static String words(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static Map<String, Object> data(PluginInfo info) {
        Map<String, Object> data = data(info.plugin());
        data.put("origin", words(info.origin()));
        data.put("state", words(info.state()));
        return data;
    }

    static Map<String, Object> data(PluginPlan plan, String outcome) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("kind", words(plan.kind()));
        data.put("outcome", outcome);
        data.put("plugin", data(plan.plugin()));
        plan.former().ifPresent(former -> data.put("former", former.version()));
        data.put("refusals", plan.refusals());
        data.put("remarks", plan.remarks());
        plan.restart().ifPresent(why -> data.put("restart", why));
        return data;
    }

    private static Map<String, Object> data(InstalledPlugin plugin) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("id", plugin.id());
        data.put("version", plugin.version());
        data.put("name", plugin.name());
        data.put("vendor", plugin.vendor());
        data.put("source", plugin.source());
        data.put("signer", plugin.signer());
        data.put("signerSha256", plugin.signerSha256());
        data.put("bundles", plugin.bundles().stream().map(PluginTexts::data).toList());
        data.put("types", plugin.types().stream().map(ContributedType::id).toList());
        return data;
    }

    private static Map<String, Object> data(InstalledBundle bundle) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("symbolicName", bundle.symbolicName());
        data.put("version", bundle.version());
        data.put("sha256", bundle.sha256());
        return data;
    }
}
