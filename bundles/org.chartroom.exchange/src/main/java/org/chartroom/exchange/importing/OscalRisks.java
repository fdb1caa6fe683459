package org.chartroom.exchange.importing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import org.chartroom.core.type.ItemKeys;
import org.chartroom.core.type.Presentation;
import org.chartroom.core.value.Names;
import org.chartroom.core.value.Steps;
import org.chartroom.exchange.importing.ImportPlan.Edit;
import org.chartroom.exchange.importing.ImportPlan.Entry;
import org.chartroom.exchange.importing.ImportPlan.Outcome;
import org.chartroom.model.Directory;
import org.chartroom.model.Evidence;
import org.chartroom.model.Item;
import org.chartroom.model.ModelFactory;
import org.chartroom.model.ModelPackage;
import org.chartroom.model.risk.Risk;
import org.chartroom.model.risk.RiskAction;
import org.chartroom.model.risk.RiskFactory;
import org.chartroom.model.risk.RiskPackage;
import org.chartroom.model.risk.RiskRegister;
import org.chartroom.model.risk.RiskResponse;
import org.chartroom.model.risk.RiskStatus;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.osgi.util.NLS;

import com.google.gson.JsonObject;

/**
 * Turns the risks of a plan of action and milestones into risks of a register; used once. The description is the cause, of
 * the statement the first paragraph is the event and the rest the consequence; the tasks of remediations and the items of
 * the plan are actions; observations are evidence of the register. A risk is known again by its title, an action by its
 * description, so that the same import again changes nothing.
 */
final class OscalRisks {
    private static final Map<String, RiskStatus> STATUS = Map.of("open", RiskStatus.IDENTIFIED, "investigating",
            RiskStatus.ASSESSED, "remediating", RiskStatus.TREATING, "deviation-requested", RiskStatus.TREATING,
            "deviation-approved", RiskStatus.ACCEPTED, "closed", RiskStatus.CLOSED);
    private static final Map<String, RiskResponse> RESPONSE = Map.of("avoid", RiskResponse.AVOID, "mitigate",
            RiskResponse.MITIGATE, "accept", RiskResponse.ACCEPT, "transfer", RiskResponse.TRANSFER, "share",
            RiskResponse.TRANSFER);
    private static final Map<String, Integer> STEPS = Map.of("very-low", 1, "negligible", 1, "low", 2, "moderate", 3,
            "medium", 3, "high", 4, "very-high", 5, "critical", 5);

    private static final int USUAL_STEPS = 5;
    private static final Set<String> RATED = Set.of("likelihood", "impact");

    private final String file;
    private final JsonObject content;
    private final RiskRegister register;
    private final Directory directory;
    private final Map<String, Risk> known = new HashMap<>();
    private final List<Entry> entries = new ArrayList<>();
    private final List<Item> created = new ArrayList<>();
    private final List<Edit> edits = new ArrayList<>();
    private final Set<JsonObject> takenItems = new HashSet<>();
    /** Of the risks that the file states a status of: the first status of all is no value by itself. */
    private final Set<Risk> withStatus = new HashSet<>();
    private final Set<String> ids = new HashSet<>();
    private final List<String> conflicts = new ArrayList<>();
    private int lastNumber;

    OscalRisks(String file, JsonObject content, RiskRegister register, Directory directory) {
        this.file = file;
        this.content = content;
        this.register = register;
        this.directory = directory;
    }

    ImportPlan plan() {
        register.getRisks().stream().filter(risk -> risk.getTitle() != null)
                .forEach(risk -> known.putIfAbsent(identity(risk.getTitle()), risk));
        lastNumber = ItemKeys.highest(register.getRisks(), RiskPackage.Literals.RISK);
        for (JsonObject risk : OscalJson.objects(content, "risks")) {
            add(risk, entries.size() + 1L);
        }
        addEvidence();
        return new ImportPlan(entries, List.of(), cleaned(), notes(), Optional.empty(), new ImportPlan.Changes(register,
                RiskPackage.Literals.RISK_REGISTER__RISKS, created, edits, directory, List.of())::command);
    }

    private static String identity(String title) {
        return Names.folded(title);
    }

    private void add(JsonObject json, long number) {
        String title = OscalJson.text(json, "title").orElse("");
        if (title.isEmpty()) {
            entries.add(new Entry(Outcome.REFUSED, number, "", "title", "the title is empty"));
            return;
        }
        Optional<String> id = OscalJson.text(json, "uuid");
        if (id.isPresent() && !ids.add(id.get())) {
            entries.add(new Entry(Outcome.REFUSED, number, title, "uuid",
                    "another risk of the file has the same uuid, so what belongs to which can't be told"));
            return;
        }
        Risk risk;
        try {
            risk = risk(json, title);
        } catch (IllegalArgumentException e) {
            entries.add(new Entry(Outcome.REFUSED, number, title, "", e.getMessage()));
            return;
        }
        Risk there = known.putIfAbsent(identity(title), risk);
        if (there == null) {
            risk.setKey(ItemKeys.key(RiskPackage.Literals.RISK, ++lastNumber));
            created.add(risk);
            entries.add(new Entry(Outcome.CREATED, number, title, "", ""));
        } else if (created.contains(there)) {
            entries.add(
                    new Entry(Outcome.REFUSED, number, title, "title", "another risk of the file has the same title"));
        } else {
            String details = change(there, risk);
            entries.add(new Entry(details.isEmpty() ? Outcome.UNCHANGED : Outcome.CHANGED, number, title, "", details));
        }
    }

    private Risk risk(JsonObject json, String title) {
        Risk risk = RiskFactory.eINSTANCE.createRisk();
        risk.setId(UUID.randomUUID().toString());
        risk.setTitle(title);
        OscalJson.text(json, "description").ifPresent(risk::setCause);
        OscalJson.text(json, "statement").ifPresent(statement -> {
            String[] parts = statement.split("\\n\\s*\\n", 2);
            risk.setEvent(parts[0].strip());
            risk.setConsequence(parts.length == 1 ? null : parts[1].strip());
        });
        OscalJson.text(json, "status").map(OscalRisks::word).map(STATUS::get).ifPresent(status -> {
            risk.setStatus(status);
            withStatus.add(risk);
        });
        rate(json, risk);
        List<String> factors = OscalJson.objects(json, "mitigating-factors").stream()
                .flatMap(factor -> OscalJson.text(factor, "description").stream()).toList();
        if (!factors.isEmpty()) {
            risk.setCurrentRationale(NLS.bind(Messages.mitigating, String.join("\n", factors)));
        }
        observations(json).stream().flatMap(observation -> OscalJson.day(observation, "collected").stream())
                .min(LocalDate::compareTo).ifPresent(risk::setRaisedOn);
        respond(json, risk);
        return risk;
    }

    /**
     * The facets of the characterizations; of those that are marked as the initial ones, the inherent rating is made. Of two
     * that contradict each other none counts.
     */
    private void rate(JsonObject json, Risk risk) {
        Map<EAttribute, Set<Integer>> ratings = new LinkedHashMap<>();
        for (JsonObject facet : all(OscalJson.objects(json, "characterizations"), "facets")) {
            String name = facetName(facet);
            Integer step = OscalJson.text(facet, "value").filter(value -> RATED.contains(name) && hasSteps(name))
                    .map(value -> STEPS.get(word(value))).orElse(null);
            if (step != null) {
                boolean isInitial = property(facet, "state").map(OscalRisks::word).filter("initial"::equals)
                        .isPresent();
                ratings.computeIfAbsent(rating(name, isInitial), key -> new TreeSet<>()).add(step);
            }
        }
        ratings.forEach((attribute, steps) -> {
            if (steps.size() == 1) {
                risk.eSet(attribute, steps.iterator().next());
            } else {
                conflicts.add(NLS.bind(Messages.ratingsConflict, new Object[]{Presentation.label(attribute),
                        risk.getTitle(), String.join(", ", steps.stream().map(String::valueOf).toList())}));
            }
        });
    }

    private static EAttribute rating(String name, boolean isInitial) {
        if (name.equals("likelihood")) {
            return isInitial
                    ? RiskPackage.Literals.RISK__INHERENT_LIKELIHOOD
                    : RiskPackage.Literals.RISK__CURRENT_LIKELIHOOD;
        }
        return isInitial ? RiskPackage.Literals.RISK__INHERENT_IMPACT : RiskPackage.Literals.RISK__CURRENT_IMPACT;
    }

    private static String facetName(JsonObject facet) {
        return word(OscalJson.text(facet, "name").orElse(""));
    }

    /** The words of the format are the steps of a scale of five; on another one nobody knows which ones they are. */
    private boolean hasSteps(String name) {
        return Steps.count(name.equals("impact")
                ? RiskPackage.Literals.RISK__CURRENT_IMPACT
                : RiskPackage.Literals.RISK__CURRENT_LIKELIHOOD, register) == USUAL_STEPS;
    }

    private static String word(String value) {
        return value.toLowerCase(Locale.ROOT).replaceAll("[ _]", "-");
    }

    private static Optional<String> property(JsonObject object, String name) {
        return OscalJson.objects(object, "props").stream()
                .filter(prop -> OscalJson.text(prop, "name").filter(name::equals).isPresent())
                .flatMap(prop -> OscalJson.text(prop, "value").stream()).findFirst();
    }

    private void respond(JsonObject json, Risk risk) {
        LocalDate deadline = OscalJson.day(json, "deadline").orElse(null);
        for (JsonObject remediation : OscalJson.objects(json, "remediations")) {
            RiskResponse response = property(remediation, "type").map(OscalRisks::word).map(RESPONSE::get)
                    .orElse(null);
            if (response != null && risk.getResponse() == RiskResponse.NONE) {
                risk.setResponse(response);
            }
            if (response == RiskResponse.ACCEPT && risk.getAcceptanceRationale() == null) {
                risk.setAcceptanceRationale(OscalJson.text(remediation, "description").orElse(null));
            }
            List<JsonObject> tasks = OscalJson.objects(remediation, "tasks");
            for (JsonObject task : tasks.isEmpty() ? List.of(remediation) : tasks) {
                risk.getActions().add(action(task, due(task).orElse(deadline)));
            }
        }
        for (JsonObject item : items(json)) {
            takenItems.add(item);
            risk.getActions().add(action(item, deadline));
        }
        if (risk.getResponse() == RiskResponse.ACCEPT || risk.getStatus() == RiskStatus.ACCEPTED) {
            risk.setAcceptanceExpiresOn(deadline);
        } else {
            risk.setReviewDate(deadline);
        }
    }

    private static RiskAction action(JsonObject json, LocalDate due) {
        RiskAction action = RiskFactory.eINSTANCE.createRiskAction();
        action.setId(UUID.randomUUID().toString());
        String title = OscalJson.text(json, "title").orElse("");
        String description = OscalJson.text(json, "description").orElse("");
        action.setDescription(
                title.isEmpty() || description.isEmpty() ? title + description : title + ": " + description);
        action.setDue(due);
        return action;
    }

    private static Optional<LocalDate> due(JsonObject task) {
        return OscalJson.object(task, "timing").flatMap(timing -> OscalJson.object(timing, "within-date-range")
                .flatMap(range -> OscalJson.day(range, "end"))
                .or(() -> OscalJson.object(timing, "on-date").flatMap(on -> OscalJson.day(on, "date"))));
    }

    /** Items of the plan name their risks; where the name leads nowhere, what both observed connects them. */
    private List<JsonObject> items(JsonObject risk) {
        Set<String> own = references(risk, "related-observations", "observation-uuid");
        String id = OscalJson.text(risk, "uuid").orElse("");
        Set<String> risks = new HashSet<>();
        OscalJson.objects(content, "risks").forEach(one -> OscalJson.text(one, "uuid").ifPresent(risks::add));
        return OscalJson.objects(content, "poam-items").stream().filter(item -> {
            Set<String> named = references(item, "related-risks", "risk-uuid");
            if (named.stream().anyMatch(risks::contains)) {
                return named.contains(id);
            }
            return references(item, "related-observations", "observation-uuid").stream().anyMatch(own::contains);
        }).toList();
    }

    private static Set<String> references(JsonObject object, String list, String field) {
        Set<String> ids = new HashSet<>();
        OscalJson.objects(object, list).forEach(one -> OscalJson.text(one, field).ifPresent(ids::add));
        return ids;
    }

    private List<JsonObject> observations(JsonObject risk) {
        Set<String> related = references(risk, "related-observations", "observation-uuid");
        return OscalJson.objects(content, "observations").stream()
                .filter(one -> OscalJson.text(one, "uuid").filter(related::contains).isPresent()).toList();
    }

    /** Takes over what the file says and the risk does not; what the file does not say stays. */
    private String change(Risk there, Risk read) {
        List<String> details = new ArrayList<>();
        for (EAttribute attribute : RiskPackage.Literals.RISK.getEAllAttributes()) {
            boolean isValue = attribute.isChangeable() && !attribute.isDerived() && !attribute.isMany()
                    && attribute != ModelPackage.Literals.ELEMENT__ID
                    && attribute != ModelPackage.Literals.SUBJECT__KEY;
            boolean isStated = read.eIsSet(attribute)
                    || attribute == RiskPackage.Literals.RISK__STATUS && withStatus.contains(read);
            if (isValue && isStated && !Objects.equals(there.eGet(attribute), read.eGet(attribute))) {
                edits.add(new Edit(there, attribute, read.eGet(attribute)));
                details.add(Presentation.label(attribute));
            }
        }
        for (RiskAction action : List.copyOf(read.getActions())) {
            Optional<RiskAction> known = there.getActions().stream()
                    .filter(one -> Objects.equals(one.getDescription(), action.getDescription())).findFirst();
            if (known.isEmpty()) {
                edits.add(new Edit(there, RiskPackage.Literals.RISK__ACTIONS, action));
                details.add(Presentation.label(RiskPackage.Literals.RISK__ACTIONS));
            } else if (action.getDue() != null && !action.getDue().equals(known.get().getDue())) {
                edits.add(new Edit(known.get(), RiskPackage.Literals.RISK_ACTION__DUE, action.getDue()));
                details.add(Presentation.label(RiskPackage.Literals.RISK__ACTIONS) + " "
                        + Presentation.label(RiskPackage.Literals.RISK_ACTION__DUE));
            }
        }
        return String.join("; ", details);
    }

    private void addEvidence() {
        Set<String> there = new HashSet<>();
        register.getEvidence().forEach(one -> there.add(one.getUri()));
        for (JsonObject observation : OscalJson.objects(content, "observations")) {
            String uri = "urn:uuid:" + OscalJson.text(observation, "uuid").orElse("");
            if (there.add(uri)) {
                Evidence evidence = ModelFactory.eINSTANCE.createEvidence();
                evidence.setId(UUID.randomUUID().toString());
                evidence.setName(OscalJson.text(observation, "title")
                        .or(() -> OscalJson.text(observation, "description")).orElse(uri));
                evidence.setUri(uri);
                evidence.setAddedOn(collected(observation, evidence.getName()));
                edits.add(new Edit(register, ModelPackage.Literals.ARTIFACT__EVIDENCE, evidence));
            }
        }
    }

    /** A time that is none costs the day of the evidence, not the risks of the whole file. */
    private LocalDate collected(JsonObject observation, String name) {
        try {
            return OscalJson.day(observation, "collected").orElse(null);
        } catch (IllegalArgumentException e) {
            conflicts.add(NLS.bind(Messages.evidenceDay, name, e.getMessage()));
            return null;
        }
    }

    private List<String> cleaned() {
        long unholdable = OscalJson.unholdable(content);
        return unholdable > 0 ? List.of(NLS.bind(Messages.cleaned, file, unholdable)) : List.of();
    }

    /** @return what goes nowhere, by the part of the file it is in */
    private List<String> notes() {
        List<JsonObject> risks = OscalJson.objects(content, "risks");
        List<JsonObject> characterizations = all(risks, "characterizations");
        List<JsonObject> remediations = all(risks, "remediations");
        List<String> notes = new ArrayList<>(conflicts);
        note(notes, file, OscalJson.others(List.of(content), Set.of("observations", "risks", "poam-items")));
        note(notes, "risks", OscalJson.others(risks, Set.of("uuid", "title", "description", "statement", "status",
                "characterizations", "mitigating-factors", "deadline", "remediations", "related-observations")));
        note(notes, "characterizations", OscalJson.others(characterizations, Set.of("facets")));
        note(notes, "facets", OscalJson.others(all(characterizations, "facets"), Set.of("name", "value")));
        note(notes, "remediations", OscalJson.others(remediations,
                Set.of("uuid", "title", "description", "props", "tasks")));
        note(notes, "props of remediations", propsBeside(remediations, "type"));
        note(notes, "type of remediations", unknown(all(remediations, "props").stream()
                .filter(prop -> OscalJson.text(prop, "name").filter("type"::equals).isPresent()).toList(), "value",
                RESPONSE.keySet()));
        note(notes, "mitigating-factors", OscalJson.others(all(risks, "mitigating-factors"),
                Set.of("uuid", "description")));
        note(notes, "remediations with tasks", lostTexts(remediations));
        Set<String> ofTasks = new HashSet<>(starts(all(remediations, "tasks")));
        ofTasks.addAll(OscalJson.others(all(remediations, "tasks"), Set.of("uuid", "title", "description", "timing")));
        note(notes, "tasks", ofTasks);
        note(notes, "observations", OscalJson.others(OscalJson.objects(content, "observations"),
                Set.of("uuid", "title", "collected")));
        note(notes, "poam-items", Set.copyOf(OscalJson.objects(content, "poam-items").stream()
                .filter(item -> !takenItems.contains(item))
                .map(item -> "\"" + OscalJson.text(item, "title").orElse("") + "\"").toList()));
        note(notes, "poam-items", OscalJson.others(takenItems, Set.of("uuid", "title", "description",
                "related-risks", "related-observations")));
        note(notes, "status", unknown(risks, "status", STATUS.keySet()));
        List<JsonObject> facets = all(characterizations, "facets");
        note(notes, "facets", Set.copyOf(facets.stream().map(OscalRisks::facetName)
                .filter(name -> !RATED.contains(name)).toList()));
        note(notes, "facets", unknown(facets.stream().filter(facet -> RATED.contains(facetName(facet)))
                .filter(facet -> hasSteps(facetName(facet))).toList(), "value", STEPS.keySet()));
        facets.stream().map(OscalRisks::facetName).filter(name -> RATED.contains(name) && !hasSteps(name)).distinct()
                .sorted().forEach(name -> notes.add(NLS.bind(Messages.otherScale, name, register.getKey())));
        return notes;
    }

    private static Set<String> propsBeside(List<JsonObject> owners, String known) {
        Set<String> others = new HashSet<>();
        all(owners, "props").stream().map(prop -> OscalJson.text(prop, "name").orElse(""))
                .filter(name -> !name.equals(known)).forEach(others::add);
        return others;
    }

    /** Of a remediation with tasks these are the actions, and its own texts have no place but the reason to accept the risk. */
    private static Set<String> lostTexts(List<JsonObject> remediations) {
        Set<String> lost = new HashSet<>();
        for (JsonObject remediation : remediations) {
            if (!OscalJson.objects(remediation, "tasks").isEmpty()) {
                OscalJson.text(remediation, "title").ifPresent(text -> lost.add("title"));
                boolean isReason = property(remediation, "type").map(OscalRisks::word)
                        .map(RESPONSE::get).filter(RiskResponse.ACCEPT::equals).isPresent();
                if (!isReason && OscalJson.text(remediation, "description").isPresent()) {
                    lost.add("description");
                }
            }
        }
        return lost;
    }

    /** An action has the day it is due, and none it begins on. */
    private static Set<String> starts(List<JsonObject> tasks) {
        return tasks.stream().anyMatch(task -> OscalJson.object(task, "timing")
                .flatMap(timing -> OscalJson.object(timing, "within-date-range"))
                .filter(range -> range.has("start")).isPresent()) ? Set.of("start") : Set.of();
    }

    private static List<JsonObject> all(List<JsonObject> owners, String list) {
        return owners.stream().flatMap(owner -> OscalJson.objects(owner, list).stream()).toList();
    }

    private static Set<String> unknown(List<JsonObject> objects, String field, Set<String> known) {
        Set<String> values = new HashSet<>();
        objects.forEach(object -> OscalJson.text(object, field).filter(value -> !known.contains(word(value)))
                .ifPresent(value -> values.add("\"" + value + "\"")));
        return values;
    }

    private static void note(List<String> notes, String part, Set<String> fields) {
        if (!fields.isEmpty()) {
            notes.add(NLS.bind(Messages.notMapped, part, String.join(", ", fields.stream().sorted().toList())));
        }
    }
}
