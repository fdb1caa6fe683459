package org.chartroom.core.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.chartroom.model.CheckSetting;
import org.chartroom.model.CheckSeverity;
import org.chartroom.model.Directory;
import org.chartroom.model.ModelFactory;
import org.chartroom.model.ModelPackage.Literals;
import org.eclipse.emf.common.command.Command;
import org.eclipse.emf.common.command.CompoundCommand;
import org.eclipse.emf.edit.command.AddCommand;
import org.eclipse.emf.edit.command.RemoveCommand;
import org.eclipse.emf.edit.command.SetCommand;
import org.eclipse.emf.edit.domain.EditingDomain;

/**
 * How a workspace wants its checks to be run. It is content of the directory, so its history says who changed it, when and
 * why. A setting without a reason is not used.
 */
public final class CheckSettings {
    private final Map<String, CheckSetting> settings = new HashMap<>();

    private CheckSettings(List<CheckSetting> settings) {
        settings.stream().filter(CheckSettings::isUsed).forEach(one -> this.settings.putIfAbsent(one.getCheck(), one));
    }

    /**
     * @param directory the directory of a workspace
     * @return its settings; the first one of a check counts
     */
    public static CheckSettings of(Directory directory) {
        // To ask for a list makes one.
        return new CheckSettings(directory.eIsSet(Literals.DIRECTORY__CHECKS) ? directory.getChecks() : List.of());
    }

    /**
     * @param setting a setting
     * @return whether it names a check and says why
     */
    public static boolean isUsed(CheckSetting setting) {
        return setting.getCheck() != null && setting.getReason() != null && !setting.getReason().isBlank();
    }

    /**
     * @param check id of a check
     * @return its setting; empty when it runs as it is declared
     */
    public Optional<CheckSetting> of(String check) {
        return Optional.ofNullable(settings.get(check));
    }

    /**
     * @param check id of a check
     * @return whether it is switched off
     */
    public boolean isOff(String check) {
        return of(check).filter(one -> one.getSeverity() == CheckSeverity.OFF).isPresent();
    }

    /**
     * @param check id of a check
     * @param declared how serious it is declared to be
     * @return how serious the workspace takes it
     */
    public Severity severity(String check, Severity declared) {
        return of(check).map(CheckSetting::getSeverity)
                .filter(one -> one != CheckSeverity.DECLARED && one != CheckSeverity.OFF)
                .map(one -> Severity.valueOf(one.getName())).orElse(declared);
    }

    /**
     * @param info a check as it is declared
     * @return as the workspace wants it
     */
    public CheckInfo applied(CheckInfo info) {
        Optional<CheckSetting> setting = of(info.id());
        if (setting.isEmpty()) {
            return info;
        }
        Map<String, BigDecimal> said = thresholds(setting.get());
        return new CheckInfo(info.id(), info.name(), info.description(), severity(info.id(), info.severity()),
                info.parameters().stream().map(one -> new CheckInfo.Parameter(one.name(), one.label(),
                        said.getOrDefault(one.name(), one.value()))).toList(),
                info.bundle());
    }

    /**
     * @param setting a setting
     * @return the thresholds it gives, by their names; those that are no numbers are left out, and a finding of the directory
     */
    public static Map<String, BigDecimal> thresholds(CheckSetting setting) {
        Map<String, BigDecimal> thresholds = new HashMap<>();
        for (String one : setting.getThresholds()) {
            threshold(one).ifPresent(said -> thresholds.put(said.getKey(), said.getValue()));
        }
        return thresholds;
    }

    /**
     * @param text a threshold as it is written
     * @return its name and its value; empty when it is not written as name=value with a decimal number
     */
    public static Optional<Map.Entry<String, BigDecimal>> threshold(String text) {
        String[] parts = text.split("=", -1);
        if (parts.length != 2 || !parts[1].strip().matches("-?[0-9]{1,12}(\\.[0-9]{1,6})?")) {
            return Optional.empty();
        }
        return Optional.of(Map.entry(parts[0].strip(), new BigDecimal(parts[1].strip())));
    }

    /**
     * @param domain the editing domain of the directory
     * @param directory the directory
     * @param check id of a check
     * @param severity how serious it is to be taken
     * @param thresholds its thresholds, each as name=value
     * @param reason why
     * @return the command that sets it; one that takes the setting away where nothing differs from the declaration
     * @throws IllegalArgumentException when the reason is blank
     */
    public static Command change(EditingDomain domain, Directory directory, String check, CheckSeverity severity,
            List<String> thresholds, String reason) {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("A setting of a check needs a reason");
        }
        List<CheckSetting> before = directory.getChecks().stream().filter(one -> check.equals(one.getCheck())).toList();
        CompoundCommand all = new CompoundCommand();
        if (severity == CheckSeverity.DECLARED && thresholds.isEmpty()) {
            if (!before.isEmpty()) {
                all.append(RemoveCommand.create(domain, directory, Literals.DIRECTORY__CHECKS, before));
            }
            return all;
        }
        if (before.isEmpty()) {
            CheckSetting setting = ModelFactory.eINSTANCE.createCheckSetting();
            setting.setId(UUID.randomUUID().toString());
            setting.setCheck(check);
            setting.setSeverity(severity);
            setting.getThresholds().addAll(thresholds);
            setting.setReason(reason);
            all.append(AddCommand.create(domain, directory, Literals.DIRECTORY__CHECKS, setting));
            return all;
        }
        CheckSetting setting = before.get(0);
        all.append(SetCommand.create(domain, setting, Literals.CHECK_SETTING__SEVERITY, severity));
        all.append(SetCommand.create(domain, setting, Literals.CHECK_SETTING__THRESHOLDS, new ArrayList<>(thresholds)));
        all.append(SetCommand.create(domain, setting, Literals.CHECK_SETTING__REASON, reason));
        return all;
    }
}
