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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    private static String risk(String fields) {
        return "{\"uuid\": \"r1\", \"title\": \"Fire\", " + fields + "}";
    }

    private static String facets(String facets) {
        return risk("\"characterizations\": [{\"facets\": [" + facets + "]}]");
    }

    private static String facet(String name, String value) {
        return "{\"name\": \"" + name + "\", \"value\": \"" + value + "\"}";
    }

    private static String task(String end) {
        return risk("\"remediations\": [{\"tasks\": [{\"title\": \"Lock\", \"timing\": {\"on-date\": {\"date\": \""
                + end + "\"}}}]}]");
    }

    @ParameterizedTest
    @CsvSource({"closed, open, IDENTIFIED", "open, Closed, CLOSED", "closed, Deviation Approved, ACCEPTED",
            "remediating, OPEN, IDENTIFIED"})
    void a_status_that_the_file_states_counts_whichever_it_is_and_however_it_is_written(String before, String after,
            RiskStatus expected) throws IOException {
        run(risk("\"status\": \"" + before + "\""));

        ImportPlan plan = run(risk("\"status\": \"" + after + "\""));

        assertEquals(expected, register.getRisks().get(0).getStatus());
        assertEquals(1, plan.count(Outcome.CHANGED));
    }

    @Test
    void a_task_whose_day_moved_moves_the_action() throws IOException {
        run(task("2026-05-01T00:00:00Z"));

        ImportPlan plan = run(task("2026-08-01T00:00:00Z"));

        List<RiskAction> actions = register.getRisks().get(0).getActions();
        assertEquals(1, actions.size());
        assertEquals(LocalDate.of(2026, 8, 1), actions.get(0).getDue());
        assertEquals("Actions Due", plan.entries().get(0).detail());
    }

    @Test
    void facets_are_read_in_any_letters_and_others_are_told() throws IOException {
        ImportPlan plan = run(facets(facet("Likelihood", "High") + "," + facet("severity", "high") + ","
                + facet("impact", "catastrophic")));

        assertEquals(4, register.getRisks().get(0).getCurrentLikelihood());
        assertEquals(List.of("Not taken over of facets: severity.", "Not taken over of facets: \"catastrophic\"."),
                plan.notes().stream().filter(note -> note.contains("of facets")).toList());
    }

    @Test
    void ratings_that_contradict_each_other_are_not_taken_and_told() throws IOException {
        ImportPlan plan = run(facets(facet("impact", "low") + "," + facet("impact", "high") + ","
                + facet("likelihood", "low")));

        Risk read = register.getRisks().get(0);
        assertEquals(2, read.getCurrentLikelihood());
        assertEquals(null, read.getCurrentImpact());
        assertTrue(plan.notes().stream().anyMatch(note -> note.contains("of \"Fire\" is stated more than once")),
                plan.notes().toString());
    }

    @Test
    void what_remediations_and_factors_say_besides_is_told() throws IOException {
        ImportPlan plan = run(risk("\"mitigating-factors\": [{\"description\": \"x\", \"props\": []}],"
                + "\"remediations\": [{\"title\": \"y\", \"props\": [{\"name\": \"type\", \"value\": \"retire\"},"
                + "{\"name\": \"priority\", \"value\": \"1\"}]}]"));

        assertTrue(plan.notes().containsAll(List.of("Not taken over of mitigating-factors: props.",
                "Not taken over of props of remediations: priority.",
                "Not taken over of type of remediations: \"retire\".")), plan.notes().toString());
    }

    @Test
    void two_risks_with_one_uuid_are_not_told_apart_and_the_second_is_refused() throws IOException {
        ImportPlan plan = run(risk("\"status\": \"open\"") + "," + risk("\"status\": \"open\"")
                .replace("Fire", "Flood"));

        assertEquals(1, plan.count(Outcome.REFUSED));
        assertTrue(plan.entries().get(1).detail().contains("the same uuid"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"risks\": {}}", "{\"risks\": [1]}", "{\"risks\": [{\"title\": [\"x\"]}]}",
            "{\"risks\": [{\"title\": \"x\", \"remediations\": [{\"tasks\": \"none\"}]}]}",
            "{\"risks\": [], \"risks\": []}", "{risks: []}", "{\"risks\": []} more", "{/* */ \"risks\": []}"})
    void what_has_not_the_form_of_the_format_is_refused(String plan) throws IOException {
        Path file = Files.writeString(folder.resolve("poam.json"),
                "{\"plan-of-action-and-milestones\": " + plan + "}");

        String refusal = assertThrows(ImportException.class, () -> plan(file)).getMessage();

        assertTrue(refusal.startsWith("poam.json is no "), refusal);
        assertTrue(refusal.endsWith("export it again from the program that wrote it.")
                || refusal.endsWith("Export it again from the program that wrote it."), refusal);
        assertTrue(register.getRisks().isEmpty());
    }

    @Test
    void a_time_that_is_none_costs_the_day_of_the_evidence_and_not_the_file() throws IOException {
        ImportPlan plan = run(Files.writeString(folder.resolve("poam.json"),
                "{\"plan-of-action-and-milestones\": {\"observations\": [{\"uuid\": \"o\", \"title\": \"Seen\","
                        + " \"collected\": \"yesterday\"}], \"risks\": [" + risk("\"status\": \"open\"") + "]}}"));

        assertEquals(1, plan.count(Outcome.CREATED));
        assertEquals(null, register.getEvidence().get(0).getAddedOn());
        assertTrue(
                plan.notes().stream().anyMatch(note -> note.startsWith("The evidence \"Seen\" gets no day: collected")),
                plan.notes().toString());
    }
}
