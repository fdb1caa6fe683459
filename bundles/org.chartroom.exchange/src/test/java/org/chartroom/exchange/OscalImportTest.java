package org.chartroom.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.chartroom.exchange.csv.ImportException;
import org.chartroom.exchange.importing.ImportPlan;
import org.chartroom.exchange.importing.ImportPlan.Outcome;
import org.chartroom.exchange.importing.OscalImporter;
import org.chartroom.model.Directory;
import org.chartroom.model.Evidence;
import org.chartroom.model.ModelFactory;
import org.chartroom.model.change.ChangeFactory;
import org.chartroom.model.risk.Confidence;
import org.chartroom.model.risk.Risk;
import org.chartroom.model.risk.RiskAction;
import org.chartroom.model.risk.RiskFactory;
import org.chartroom.model.risk.RiskRegister;
import org.chartroom.model.risk.RiskResponse;
import org.chartroom.model.risk.RiskStatus;
import org.eclipse.emf.common.command.BasicCommandStack;
import org.eclipse.emf.edit.domain.AdapterFactoryEditingDomain;
import org.eclipse.emf.edit.provider.ReflectiveItemProviderAdapterFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OscalImportTest {
    @TempDir
    Path folder;

    private final RiskRegister register = RiskFactory.eINSTANCE.createRiskRegister();
    private final Directory directory = ModelFactory.eINSTANCE.createDirectory();
    private final AdapterFactoryEditingDomain domain = new AdapterFactoryEditingDomain(
            new ReflectiveItemProviderAdapterFactory(), new BasicCommandStack());

    private static Path realFile() throws URISyntaxException {
        return Path.of(OscalImportTest.class.getResource("/data/oscal_ifa_poam.json").toURI());
    }

    private ImportPlan plan(Path file) {
        return new OscalImporter().read(file).plan(register, directory);
    }

    private ImportPlan run(Path file) {
        ImportPlan plan = plan(file);
        plan.command(domain).ifPresent(domain.getCommandStack()::execute);
        return plan;
    }

    private ImportPlan run(String risks) throws IOException {
        return run(Files.writeString(folder.resolve("poam.json"),
                "{\"plan-of-action-and-milestones\": {\"risks\": [" + risks + "]}}"));
    }

    /** Counts a field in the text of the file, without the reader that is tested. */
    private static long count(String text, String field) {
        return text.split("\"" + field + "\"\\s*:", -1).length - 1L;
    }

    @Test
    void everyRiskTaskItemAndObservationOfTheRealFileArrives() throws Exception {
        String text = Files.readString(realFile());
        ImportPlan plan = run(realFile());

        assertEquals(count(text, "statement"), plan.count(Outcome.CREATED));
        assertEquals(2, register.getRisks().size());
        List<RiskAction> actions = register.getRisks().stream().flatMap(risk -> risk.getActions().stream()).toList();
        // Each task of a remediation has a timing; each item of the plan names related risks.
        assertEquals(count(text, "timing") + count(text, "related-risks"), actions.size());
        assertEquals(count(text, "collected"), register.getEvidence().size());
    }

    @Test
    void theFieldsOfTheRealRisksAreWhereTheyBelong() throws Exception {
        run(realFile());

        Risk first = register.getRisks().get(0);
        assertEquals("IFA-GOODREAD-RISK-1: PAO Staff Have Over-Privileged Access to GoodRead System", first.getTitle());
        assertTrue(first.getCause().startsWith("A user with the privileges of a PAO staff user"));
        assertTrue(first.getEvent().startsWith("An account without proper least privilege"));
        assertTrue(first.getConsequence().startsWith("Such an event will cause significant financial"));
        assertEquals(RiskStatus.ACCEPTED, first.getStatus());
        assertEquals(RiskResponse.ACCEPT, first.getResponse());
        assertTrue(first.getAcceptanceRationale().contains("has decided to accept this risk"));
        assertEquals(LocalDate.of(2024, 1, 1), first.getAcceptanceExpiresOn());
        assertEquals(List.of(2, 4), List.of(first.getCurrentLikelihood(), first.getCurrentImpact()));
        assertTrue(first.getCurrentRationale().contains("load balanacer"));
        assertEquals(LocalDate.of(2023, 5, 19), first.getRaisedOn());
        Risk second = register.getRisks().get(1);
        assertEquals(RiskStatus.IDENTIFIED, second.getStatus());
        assertEquals(RiskResponse.MITIGATE, second.getResponse());
        assertEquals(LocalDate.of(2023, 6, 23), second.getReviewDate());
        assertEquals(LocalDate.of(2024, 6, 23), second.getActions().get(0).getDue());
        assertEquals(List.of("R-001", "R-002"), register.getRisks().stream().map(Risk::getKey).toList());
        Evidence evidence = register.getEvidence().get(0);
        assertEquals("Django Framework Examination", evidence.getName());
        assertEquals("urn:uuid:0c4de4fc-9bde-46af-b6fe-3b5e78194dcf", evidence.getUri());
    }

    @Test
    void anItemWhoseRiskIsNotInTheFileIsFoundByWhatBothObserved() throws Exception {
        run(realFile());

        assertTrue(register.getRisks().get(0).getActions().get(1).getDescription()
                .startsWith("Update Django Framework Configuration to Disable Default Admin Panel: "));
    }

    @Test
    void whatGoesNowhereIsTold() throws Exception {
        List<String> notes = plan(realFile()).notes();

        assertTrue(notes.contains("Not taken over of oscal_ifa_poam.json: import-ssp, metadata, system-id, uuid."),
                notes.toString());
        assertTrue(notes.contains("Not taken over of characterizations: origin."), notes.toString());
        assertTrue(notes.contains("Not taken over of facets: system."), notes.toString());
        assertTrue(notes.contains("Not taken over of remediations: lifecycle."), notes.toString());
        assertTrue(notes.contains("Not taken over of tasks: start, type."), notes.toString());
        assertTrue(notes.contains("Not taken over of observations: description, expires, methods, remarks, subjects, "
                + "types."), notes.toString());
        assertTrue(notes.contains("Not taken over of remediations with tasks: description, title."), notes.toString());
        assertEquals(7, notes.size(), notes.toString());
    }

    @Test
    void theSameImportAgainChangesNothingAndUndoTakesItBack() throws Exception {
        run(realFile());
        ImportPlan again = plan(realFile());

        assertEquals(2, again.count(Outcome.UNCHANGED));
        assertEquals(Optional.empty(), again.command(domain));
        domain.getCommandStack().undo();
        assertEquals(List.of(), List.copyOf(register.getRisks()));
        assertEquals(List.of(), List.copyOf(register.getEvidence()));
    }

    @Test
    void aLaterStateChangesWhatIsThereAndKeepsWhatTheFileDoesNotSay() throws Exception {
        run("{\"title\": \"Fire\", \"description\": \"Old wires\", \"status\": \"open\"}");
        register.getRisks().get(0).setConfidence(Confidence.HIGH);
        ImportPlan plan = run("{\"title\": \"fire\", \"status\": \"closed\"}");

        assertEquals(1, plan.count(Outcome.CHANGED));
        Risk fire = register.getRisks().get(0);
        assertEquals(RiskStatus.CLOSED, fire.getStatus());
        assertEquals("Old wires", fire.getCause());
        assertEquals(Confidence.HIGH, fire.getConfidence());
    }

    @Test
    void initialFacetsRateTheInherentRisk() throws Exception {
        run("{\"title\": \"Fire\", \"characterizations\": [{\"facets\": [{\"name\": \"likelihood\", \"value\": "
                + "\"very-high\", \"props\": [{\"name\": \"state\", \"value\": \"initial\"}]}, {\"name\": \"likelihood\", "
                + "\"value\": \"Moderate\"}]}]}");

        Risk fire = register.getRisks().get(0);
        assertEquals(5, fire.getInherentLikelihood());
        assertEquals(3, fire.getCurrentLikelihood());
    }

    @Test
    void risksThatDoNotFitAreRefusedAndTheOthersArrive() throws Exception {
        ImportPlan plan = run("{\"description\": \"no title\"}, {\"title\": \"A\", \"deadline\": \"soon\"}, "
                + "{\"title\": \"B\", \"status\": \"paused\"}, {\"title\": \"b\"}");

        assertEquals(3, plan.count(Outcome.REFUSED));
        assertEquals(1, plan.count(Outcome.CREATED));
        assertTrue(plan.entries().get(1).detail().contains("deadline: \"soon\" is not a time"),
                plan.entries().get(1).detail());
        assertTrue(plan.notes().contains("Not taken over of status: \"paused\"."), plan.notes().toString());
    }

    private String refused(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("odd.json"), text);
        return assertThrows(ImportException.class, () -> new OscalImporter().read(file)).getMessage();
    }

    @Test
    void otherFilesAreRefusedWithASentence() throws Exception {
        assertTrue(refused("{\"catalog\": {}}").startsWith("odd.json is no OSCAL plan of action and milestones"));
        assertTrue(refused("[1, 2]").startsWith("odd.json is no OSCAL plan of action and milestones"));
        assertTrue(refused("{\"plan-of").startsWith("odd.json is no valid JSON"));
        assertTrue(refused("[".repeat(5_000)).startsWith("odd.json is no valid JSON"));
        assertThrows(ImportException.class, () -> new OscalImporter().read(folder.resolve("missing.json")));
        assertTrue(assertThrows(ImportException.class, () -> new OscalImporter().read(realFile())
                .plan(ChangeFactory.eINSTANCE.createChangeLog(), directory)).getMessage().contains("risk register"));
    }
}
