package org.chartroom.core.internal.check;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.chartroom.core.check.CheckInfo;
import org.chartroom.core.check.CheckSettings;
import org.chartroom.core.check.Finding;
import org.chartroom.core.check.Severity;
import org.chartroom.model.CheckSetting;
import org.chartroom.model.CheckSeverity;
import org.chartroom.model.Directory;
import org.chartroom.model.ModelPackage.Literals;
import org.eclipse.emf.ecore.EStructuralFeature;

/** What holds for the settings of checks: each says why, is there once, and names thresholds that its check has. */
final class SettingChecks {
    private static final String ID = "org.chartroom.core.checkSetting";

    private final Map<String, CheckInfo> known;

    /** @param catalogue the checks that plug-ins declare; those of models are not among them */
    SettingChecks(List<CheckInfo> catalogue) {
        known = catalogue.stream()
                .collect(Collectors.toMap(CheckInfo::id, Function.identity(), (first, more) -> first));
    }

    void check(Directory directory, Consumer<Finding> findings) {
        Set<String> seen = new HashSet<>();
        for (CheckSetting setting : directory.getChecks()) {
            String name = String.valueOf(setting.getCheck());
            if (setting.getCheck() == null || setting.getCheck().isBlank()) {
                report(setting, Literals.CHECK_SETTING__CHECK, Messages.settingNameless, findings);
            } else if (!CheckSettings.isUsed(setting)) {
                report(setting, Literals.CHECK_SETTING__REASON, Messages.bind(Messages.settingReason, name), findings);
            } else if (!seen.add(name)) {
                report(setting, Literals.CHECK_SETTING__CHECK, Messages.bind(Messages.settingTwice, name), findings);
            } else {
                checkThresholds(setting, findings);
            }
        }
    }

    private void checkThresholds(CheckSetting setting, Consumer<Finding> findings) {
        Optional<CheckInfo> info = Optional.ofNullable(known.get(setting.getCheck()));
        for (String text : setting.getThresholds()) {
            boolean isKnown = CheckSettings.threshold(text).filter(said -> info.isEmpty() || info.get().parameters()
                    .stream().anyMatch(one -> one.name().equals(said.getKey()))).isPresent();
            if (!isKnown) {
                report(setting, Literals.CHECK_SETTING__THRESHOLDS, Messages.bind(Messages.settingThreshold, text,
                        info.map(one -> one.parameters().stream().map(CheckInfo.Parameter::name)
                                .collect(Collectors.joining(", "))).filter(names -> !names.isEmpty()).orElse("\u2013")),
                        findings);
            }
        }
        if (setting.getSeverity() == CheckSeverity.DECLARED && setting.getThresholds().isEmpty()) {
            report(setting, Literals.CHECK_SETTING__SEVERITY, Messages.settingNothing, findings);
        }
    }

    private static void report(CheckSetting setting, EStructuralFeature feature, String message,
            Consumer<Finding> findings) {
        findings.accept(new Finding(ID, Severity.WARNING, setting, feature, message, List.of()));
    }
}
