package org.chartroom.testkit.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

import org.chartroom.core.workspace.EditSession;
import org.chartroom.core.workspace.HistoryQuery;
import org.chartroom.core.workspace.Workspace;
import org.chartroom.core.workspace.WorkspaceException;
import org.chartroom.model.Artifact;
import org.chartroom.model.risk.Risk;
import org.chartroom.model.risk.RiskAction;
import org.chartroom.model.risk.RiskFactory;
import org.chartroom.model.risk.RiskPackage;
import org.chartroom.model.risk.RiskRegister;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.emf.ecore.util.EcoreUtil;

/**
 * Sessions in several threads change the same few risks. Whatever was committed is done again, one commit after the other,
 * on a map: each commit must have seen what it changed as the map has it then, and the end must be the same.
 */
public final class SessionsAgainstModel {
    private static final int THREADS = 3;
    private static final int COMMITS = 12;
    private static final int RISKS = 5;

    /** What the model knows of a risk. */
    private record Known(String register, String title, String cause, Set<String> actions) {
        Known withActions(Set<String> others) {
            return new Known(register, title, cause, others);
        }
    }

    /** A step of a session: the risk as the session saw it, and as it left it; null where there is none. */
    private record Step(String id, Known before, Known after) {
    }

    private final Workspace workspace;
    private final List<String> registers = new ArrayList<>();

    private SessionsAgainstModel(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * @param workspace an open workspace without content; it is given some
     * @param seed decides what the sessions do
     * @throws Exception when a session fails
     */
    public static void check(Workspace workspace, long seed) throws Exception {
        new SessionsAgainstModel(workspace).check(seed);
    }

    private void check(long seed) throws Exception {
        Map<String, Known> model = new HashMap<>(create());
        TreeMap<Long, List<Step>> committed = run(seed);

        committed.forEach((revision, steps) -> steps.forEach(step -> {
            try {
                apply(model, revision, step);
            } catch (AssertionError e) {
                throw new AssertionError(e.getMessage() + story(step.id, committed), e);
            }
        }));

        assertTrue(committed.size() >= COMMITS, () -> "only " + committed.size() + " commits");
        assertEquals(model, stored());
        assertEquals(List.of(), workspace.verify(Optional.empty(), new NullProgressMonitor()).problems());
    }

    private String story(String id, Map<Long, List<Step>> committed) {
        StringBuilder story = new StringBuilder();
        committed.forEach((revision, steps) -> steps.stream().filter(step -> step.id.equals(id))
                .forEach(step -> story.append("\n").append(revision).append(": ").append(step)));
        workspace.history(HistoryQuery.ofElement(id))
                .forEach(change -> story.append("\nwritten by ").append(change.revision().number()).append(": ")
                        .append(change.kind()).append(" in ").append(change.rootId()).append(" ")
                        .append(change.feature()).append(" ").append(change.oldValue()).append(" -> ")
                        .append(change.newValue()));
        return story.toString();
    }

    private static void apply(Map<String, Known> model, long revision, Step step) {
        Known present = model.get(step.id);
        String unseen = "revision " + revision + " did not see " + step.id + " as it was";
        if (step.before == null) {
            assertEquals(null, present, unseen);
            model.put(step.id, step.after);
            return;
        }
        if (step.after == null) {
            if (present != null) {
                // Actions that others deleted meanwhile are no loss.
                assertTrue(step.before.actions.containsAll(present.actions), unseen);
                assertEquals(step.before.withActions(present.actions), present, unseen);
            }
            model.remove(step.id);
            return;
        }
        assertTrue(present != null, unseen);
        String where = "revision " + revision + ", " + step.id + ": ";
        model.put(step.id,
                new Known(merged(where, present.register, step.before.register, step.after.register),
                        merged(where, present.title, step.before.title, step.after.title),
                        merged(where, present.cause, step.before.cause, step.after.cause),
                        mergedActions(present.actions, step.before.actions, step.after.actions)));
    }

    private static Set<String> mergedActions(Set<String> present, Set<String> before, Set<String> after) {
        Set<String> merged = new TreeSet<>(present);
        merged.addAll(after);
        merged.removeIf(action -> before.contains(action) && !(present.contains(action) && after.contains(action)));
        return merged;
    }

    /** What a commit does not change stays; what it changes was as it saw it, or is already as it wants it. */
    private static <T> T merged(String where, T present, T before, T after) {
        if (before.equals(after)) {
            return present;
        }
        assertTrue(present.equals(before) || present.equals(after),
                () -> where + "\"" + present + "\" is overwritten by \"" + after + "\", which was made from \"" + before
                        + "\"");
        return after;
    }

    private Map<String, Known> create() {
        for (int i = 0; i < 2; i++) {
            try (EditSession session = workspace.openSession()) {
                RiskRegister register = session.create(RiskPackage.Literals.RISK_REGISTER, "RSK", "Register " + i);
                for (int risk = 0; risk < RISKS; risk++) {
                    register.getRisks().add(risk("start"));
                }
                session.commit("");
                registers.add(register.getId());
            }
        }
        return stored();
    }

    private static Risk risk(String title) {
        Risk risk = RiskFactory.eINSTANCE.createRisk();
        risk.setId(EcoreUtil.generateUUID());
        risk.setTitle(title);
        risk.setCause("");
        return risk;
    }

    private static RiskAction action(String title) {
        RiskAction action = RiskFactory.eINSTANCE.createRiskAction();
        action.setId(EcoreUtil.generateUUID());
        action.setDescription(title);
        return action;
    }

    private Map<String, Known> stored() {
        Map<String, Known> all = new HashMap<>();
        try (EditSession session = workspace.openSession()) {
            risks(session).forEach(risk -> all.put(risk.getId(), known(risk)));
        }
        return all;
    }

    private static Known known(Risk risk) {
        return new Known(((Artifact) risk.eContainer()).getId(), risk.getTitle(), risk.getCause(),
                risk.getActions().stream().map(RiskAction::getDescription)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    private List<Risk> risks(EditSession session) {
        List<Risk> risks = new ArrayList<>();
        registers.forEach(id -> risks.addAll(register(session, id).getRisks()));
        return risks;
    }

    private static RiskRegister register(EditSession session, String id) {
        return (RiskRegister) session.artifact(id).orElseThrow();
    }

    private TreeMap<Long, List<Step>> run(long seed) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<Map<Long, List<Step>>>> tasks = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                int number = thread;
                tasks.add(() -> write("t" + number, new Random(seed * THREADS + number)));
            }
            TreeMap<Long, List<Step>> committed = new TreeMap<>();
            for (Future<Map<Long, List<Step>>> task : pool.invokeAll(tasks)) {
                committed.putAll(task.get());
            }
            return committed;
        } finally {
            pool.shutdownNow();
        }
    }

    private Map<Long, List<Step>> write(String name, Random random) {
        Map<Long, List<Step>> committed = new HashMap<>();
        EditSession session = workspace.openSession();
        try {
            for (int commit = 0; commit < COMMITS; commit++) {
                if (random.nextBoolean()) {
                    session.refresh();
                }
                while (isTorn(session)) {
                    session.close();
                    session = workspace.openSession();
                }
                Map<String, Known> before = new HashMap<>();
                risks(session).forEach(risk -> before.put(risk.getId(), known(risk)));
                for (int i = 0; i <= random.nextInt(3); i++) {
                    change(session, random, name + "-" + commit + "-" + i);
                }
                List<Step> steps = steps(before, session);
                try {
                    long revision = session.commit("").number();
                    if (!steps.isEmpty()) {
                        committed.put(revision, steps);
                    }
                } catch (WorkspaceException e) {
                    assertEquals(WorkspaceException.Kind.CONFLICT, e.kind(), e::getMessage);
                    session.close();
                    session = workspace.openSession();
                }
            }
        } finally {
            session.close();
        }
        return committed;
    }

    /** One register was read before a risk went from there to the other, and the other afterwards. */
    private boolean isTorn(EditSession session) {
        List<Risk> risks = risks(session);
        return risks.stream().map(Risk::getId).distinct().count() < risks.size();
    }

    private List<Step> steps(Map<String, Known> before, EditSession session) {
        List<Step> steps = new ArrayList<>();
        Map<String, Known> after = new HashMap<>();
        risks(session).forEach(risk -> after.put(risk.getId(), known(risk)));
        before.forEach((id, known) -> {
            if (!known.equals(after.get(id))) {
                steps.add(new Step(id, known, after.get(id)));
            }
        });
        after.forEach((id, known) -> {
            if (!before.containsKey(id)) {
                steps.add(new Step(id, null, known));
            }
        });
        return steps;
    }

    private void change(EditSession session, Random random, String text) {
        List<Risk> risks = risks(session);
        if (risks.isEmpty()) {
            register(session, registers.get(0)).getRisks().add(risk(text));
            return;
        }
        Risk risk = risks.get(random.nextInt(risks.size()));
        RiskRegister register = register(session, registers.get(random.nextInt(registers.size())));
        switch (random.nextInt(12)) {
            case 0 -> register.getRisks().add(random.nextInt(register.getRisks().size() + 1), risk(text));
            case 1 -> EcoreUtil.delete(risk);
            case 2, 3 -> register.getRisks().add(risk);
            case 4 -> risk.getActions().add(action(text));
            case 5 -> risk.getActions().clear();
            case 6, 7, 8 -> risk.setCause(text);
            default -> risk.setTitle(text);
        }
    }
}
