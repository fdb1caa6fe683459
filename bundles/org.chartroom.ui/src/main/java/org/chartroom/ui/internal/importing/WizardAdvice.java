package org.chartroom.ui.internal.importing;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.chartroom.ui.internal.Messages;

/** Says the advice of a plan, which names options of the command line, by the controls that do the same in the wizard. */
final class WizardAdvice {
    private static final Pattern OPTION = Pattern.compile("--([a-z]+(?:-[a-z]+)*)");
    private static final Map<String, String> CONTROLS = Map.of("decimal", Messages.MappingPage_decimal, "date-order",
            Messages.MappingPage_order, "currency", Messages.MappingPage_currency, "scale",
            Messages.MappingPage_allScales, "keep-scale", Messages.MappingPage_keepScale, "period",
            Messages.MappingPage_period);

    private WizardAdvice() {
    }

    /**
     * @param text what a plan says
     * @return the same with the labels of controls; options without a control stay
     */
    static String of(String text) {
        Matcher option = OPTION.matcher(text);
        return option.replaceAll(found -> Matcher.quoteReplacement(CONTROLS.containsKey(found.group(1))
                ? "\"" + CONTROLS.get(found.group(1)).replace("&", "").replaceAll(":$", "") + "\""
                : found.group()));
    }
}
