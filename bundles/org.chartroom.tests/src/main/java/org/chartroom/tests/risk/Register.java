package org.chartroom.tests.risk;

import java.util.List;

import org.chartroom.model.Subject;
import org.chartroom.model.risk.Risk;
import org.chartroom.model.risk.RiskRegister;
import org.chartroom.tests.driver.ArtifactDriver;
import org.chartroom.tests.driver.UiDriver;

/** The first risk register of the sample portfolio and its editor. */
final class Register extends ArtifactDriver {
    private final UiDriver driver;

    Register(UiDriver driver) {
        super(driver, "RSK-001", "org.chartroom.risk.editor");
        this.driver = driver;
    }

    RiskRegister model() {
        return (RiskRegister) artifact();
    }

    List<String> keys() {
        return driver.inUi(() -> model().getRisks().stream().map(Subject::getKey).toList());
    }

    Risk risk(String key) {
        return driver.inUi(() -> model().getRisks().stream().filter(risk -> key.equals(risk.getKey())).findFirst()
                .orElseThrow());
    }
}
