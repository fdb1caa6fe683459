package org.chartroom.core.internal.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.chartroom.core.check.Check;
import org.chartroom.core.check.CheckSettings;
import org.chartroom.core.check.Finding;
import org.chartroom.core.check.Severity;
import org.chartroom.core.contribution.Contribution;
import org.chartroom.core.contribution.ContributionRegistry;
import org.chartroom.model.CheckSetting;
import org.chartroom.model.CheckSeverity;
import org.chartroom.model.Directory;
import org.chartroom.model.ModelFactory;
import org.chartroom.model.ModelPackage;
import org.chartroom.model.risk.RiskFactory;
import org.chartroom.model.risk.RiskPackage;
import org.chartroom.model.risk.RiskRegister;
import org.eclipse.emf.common.command.BasicCommandStack;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.resource.impl.ResourceImpl;
import org.eclipse.emf.edit.domain.AdapterFactoryEditingDomain;
import org.eclipse.emf.edit.provider.ReflectiveItemProviderAdapterFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A workspace that runs a check otherwise than it is declared. */
class CheckSettingsTest {
    private static final String ID = "org.example.soon";
    private static final Check CHECK = (artifact, context) -> context.report(artifact, null,
            "within " + context.parameter("days") + " days");

    private final RiskRegister artifact = RiskFactory.eINSTANCE.createRiskRegister();
    private final Directory directory = ModelFactory.eINSTANCE.createDirectory();
    private final AdapterFactoryEditingDomain domain = new AdapterFactoryEditingDomain(
            new ReflectiveItemProviderAdapterFactory(), new BasicCommandStack());
    private final ExtensionChecks checks = new ExtensionChecks(new ContributionRegistry<>("check",
            Duration.ofSeconds(20),
            () -> List.of(new Contribution<>(ID, ID, "org.example",
                    Map.of("name", "Soon", "severity", "warning", "package", RiskPackage.eNS_URI, "type",
                            "RiskRegister"),
                    Map.of("parameter", List.of(Map.of("name", "days", "label", "Days", "value", "60"))),
                    () -> CHECK))));

    @BeforeEach
    void inOneWorkspace() {
        ResourceImpl resource = new ResourceImpl(URI.createURI("workspace"));
        resource.getContents().add(artifact);
        resource.getContents().add(directory);
        domain.getResourceSet().getResources().add(resource);
    }

    private void change(CheckSeverity severity, List<String> thresholds, String reason) {
        domain.getCommandStack()
                .execute(CheckSettings.change(domain, directory, ID, severity, thresholds, reason));
    }

    private List<String> found() {
        return checks.run(artifact).stream().map(finding -> finding.severity() + " " + finding.message()).toList();
    }

    private List<String> faults() {
        return checks.run(directory).stream().map(Finding::message).toList();
    }

    @Test
    void without_a_setting_a_check_runs_as_it_is_declared() {
        assertEquals(List.of("WARNING within 60 days"), found());
        assertEquals(List.of(), faults());
    }

    @Test
    void its_threshold_and_its_severity_are_those_of_the_workspace() {
        change(CheckSeverity.ERROR, List.of("days=14"), "Two weeks are our habit");
        assertEquals(List.of("ERROR within 14 days"), found());
        assertEquals(List.of(), faults());
    }

    @Test
    void a_check_that_is_switched_off_does_not_run_and_the_artifact_says_so_and_why() {
        change(CheckSeverity.OFF, List.of(), "We have no contracts");
        assertEquals(List.of("INFO Checks that this workspace has switched off, so that they find nothing here: 1, "
                + "Soon (We have no contracts)."), found());
    }

    @Test
    void the_setting_goes_with_one_undo() {
        change(CheckSeverity.OFF, List.of(), "We have no contracts");
        domain.getCommandStack().undo();
        assertEquals(List.of("WARNING within 60 days"), found());
    }

    @Test
    void what_is_set_as_declared_is_no_setting_any_more() {
        change(CheckSeverity.INFO, List.of(), "We have no contracts");
        change(CheckSeverity.DECLARED, List.of(), "We have some now");
        assertEquals(List.of(), directory.getChecks());
    }

    @Test
    void a_second_change_changes_the_first_one() {
        change(CheckSeverity.INFO, List.of("days=14"), "Two weeks");
        change(CheckSeverity.INFO, List.of("days=21"), "Three weeks");
        assertEquals(1, directory.getChecks().size());
        assertEquals(List.of("INFO within 21 days"), found());
    }

    @Test
    void a_change_without_a_reason_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> change(CheckSeverity.OFF, List.of(), " "));
    }

    private CheckSetting setting(String check, CheckSeverity severity, String reason) {
        CheckSetting setting = ModelFactory.eINSTANCE.createCheckSetting();
        setting.setCheck(check);
        setting.setSeverity(severity);
        setting.setReason(reason);
        directory.getChecks().add(setting);
        return setting;
    }

    @Test
    void a_setting_without_a_reason_is_found_and_not_used() {
        CheckSetting setting = setting(ID, CheckSeverity.OFF, null);
        assertEquals(List.of("WARNING within 60 days"), found());
        Finding finding = checks.run(directory).get(0);
        assertEquals(setting, finding.element());
        assertEquals(ModelPackage.Literals.CHECK_SETTING__REASON, finding.feature());
    }

    @Test
    void a_second_setting_of_a_check_is_found_and_not_used() {
        setting(ID, CheckSeverity.INFO, "first");
        setting(ID, CheckSeverity.OFF, "second");
        assertEquals(List.of("INFO within 60 days"), found());
        assertTrue(faults().get(0).startsWith("There is an earlier setting of " + ID), faults().toString());
    }

    @Test
    void a_threshold_that_the_check_does_not_have_or_that_is_no_number_is_found() {
        CheckSetting setting = setting(ID, CheckSeverity.INFO, "because");
        setting.getThresholds().addAll(List.of("weeks=2", "days=soon", "days=21"));
        assertEquals(List.of("INFO within 21 days"), found());
        assertEquals(2, faults().size(), faults().toString());
        assertTrue(
                faults().get(0).contains("\"weeks=2\" is not used") && faults().get(0).endsWith("The check has: days."),
                faults().toString());
    }

    @Test
    void settings_that_name_no_check_or_change_nothing_are_found() {
        setting(" ", CheckSeverity.INFO, "because");
        setting(ID, CheckSeverity.DECLARED, "because");
        assertEquals(2, faults().size(), faults().toString());
    }

    @Test
    void a_finding_that_says_how_serious_it_is_is_no_more_serious_than_the_workspace_takes_it() {
        setting(ID, CheckSeverity.INFO, "because");
        assertEquals(Severity.INFO, checks.run(artifact).get(0).severity());
    }
}
