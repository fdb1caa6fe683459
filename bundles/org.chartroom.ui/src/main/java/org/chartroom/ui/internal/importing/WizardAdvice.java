package org.chartroom.ui.internal.importing;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.chartroom.ui.internal.Messages;

/** Says the advice of a plan, which names options of the command line, by the controls that do the same in the wizard. */
final class WizardAdvice {
    /** What follows an option is its value; where the control does not show it as it stands, both are replaced. */
    private static final Pattern WORDS = Pattern.compile("(?:,)? like --values \".*?=VALUE\"");
    private static final Pattern MAP = Pattern.compile("(?:,)? like --map \"[^\"]*\"");
    /** The wizard takes what it knows the format of without being told. */
    private static final Pattern FORMAT = Pattern.compile(", with --format [a-z-]+");
    private static final Pattern OPTION = Pattern.compile("--([a-z]+(?:-[a-z]+)*)");
    private static final Map<String, String> CONTROLS = new HashMap<>();

    static {
        CONTROLS.put("decimal", Messages.MappingPage_decimal);
        CONTROLS.put("date-order", Messages.MappingPage_order);
        CONTROLS.put("currency", Messages.MappingPage_currency);
        CONTROLS.put("scale", Messages.MappingPage_allScales);
        CONTROLS.put("keep-scale", Messages.MappingPage_keepScale);
        CONTROLS.put("period", Messages.MappingPage_period);
        CONTROLS.put("values", Messages.DryRunPage_words);
        CONTROLS.put("map", Messages.MappingPage_field);
        CONTROLS.put("encoding", Messages.FilePage_format);
        CONTROLS.put("delimiter", Messages.FilePage_format);
        CONTROLS.put("header", Messages.FilePage_header);
        CONTROLS.put("no-header", Messages.FilePage_header);
        CONTROLS.put("header-row", Messages.FilePage_header + " " + Messages.FilePage_headerRow);
        CONTROLS.put("sheet", Messages.FilePage_sheet);
        CONTROLS.put("type", Messages.FilePage_target);
        CONTROLS.put("into", Messages.FilePage_target);
        CONTROLS.put("list", Messages.FilePage_list);
        CONTROLS.put("mapping", Messages.MappingChoice_open);
        CONTROLS.put("save-mapping", Messages.MappingPage_save);
    }

    private WizardAdvice() {
    }

    /**
     * @param text what a plan says, or why there is none
     * @return the same with the labels of controls
     */
    static String of(String text) {
        String said = WORDS.matcher(text).replaceAll(Matcher.quoteReplacement(
                " " + Messages.bind(Messages.WizardAdvice_with, label(Messages.DryRunPage_words))));
        said = MAP.matcher(said).replaceAll(Matcher.quoteReplacement(
                " " + Messages.bind(Messages.WizardAdvice_with, label(Messages.MappingPage_field))));
        said = FORMAT.matcher(said).replaceAll("");
        return OPTION.matcher(said).replaceAll(found -> Matcher.quoteReplacement(CONTROLS.containsKey(found.group(1))
                ? "\"" + label(CONTROLS.get(found.group(1))) + "\""
                : found.group()));
    }

    private static String label(String control) {
        return control.replace("&", "").replaceAll("(?::|\\.\\.\\.)$", "");
    }
}
