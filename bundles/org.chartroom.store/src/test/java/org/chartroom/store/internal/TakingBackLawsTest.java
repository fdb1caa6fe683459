package org.chartroom.store.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

import org.chartroom.core.internal.workspace.DefaultWorkspaces;
import org.chartroom.core.workspace.EditSession;
import org.chartroom.core.workspace.OpenMode;
import org.chartroom.core.workspace.Revision;
import org.chartroom.core.workspace.State;
import org.chartroom.core.workspace.Workspace;
import org.chartroom.core.workspace.WorkspaceException;
import org.chartroom.model.risk.Risk;
import org.chartroom.model.risk.RiskAction;
import org.chartroom.model.risk.RiskFactory;
import org.chartroom.model.risk.RiskPackage;
import org.chartroom.model.risk.RiskRegister;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.emf.common.util.EList;
import org.eclipse.emf.ecore.util.EcoreUtil;

/** What always holds when a revision is taken back, whatever it did. */
class TakingBackLawsTest {
    private static final int KINDS = 7;

    private final List<String> ids = new ArrayList<>();
    private Path folder;
    private Workspace workspace;

    @Property(tries = 30, shrinking = ShrinkingMode.OFF)
    void takingBackTheLastRevisionGivesTheStateBeforeIt(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 0, max = KINDS - 1) Integer> kinds,
            @ForAll long seed) throws IOException {
        open();
        try {
            Revision before = workspace.head().orElseThrow();
            Revision done = edit(kinds, new Random(seed), ids);
            Revision back = workspace.revert(done.number(), "");
            for (String id : ids) {
                assertAlike(id, before, back);
            }
        } finally {
            close();
        }
    }

    @Property(tries = 30, shrinking = ShrinkingMode.OFF)
    void takingBackTwiceChangesNothing(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 0, max = KINDS - 1) Integer> kinds,
            @ForAll long seed) throws IOException {
        open();
        try {
            Revision done = edit(kinds, new Random(seed), ids);
            Revision back = workspace.revert(done.number(), "");
            WorkspaceException refused = assertThrows(WorkspaceException.class,
                    () -> workspace.revert(done.number(), ""));
            assertEquals(WorkspaceException.Kind.INVALID, refused.kind());
            assertEquals(back, workspace.head().orElseThrow());
        } finally {
            close();
        }
    }

    @Property(tries = 30, shrinking = ShrinkingMode.OFF)
    void whatWasDoneElsewhereSinceStays(
            @ForAll @Size(min = 1, max = 8) List<@IntRange(min = 0, max = KINDS - 1) Integer> kinds,
            @ForAll @Size(min = 1, max = 8) List<@IntRange(min = 0, max = KINDS - 1) Integer> later,
            @ForAll long seed) throws IOException {
        open();
        try {
            Random random = new Random(seed);
            Revision before = workspace.head().orElseThrow();
            Revision done = edit(kinds, random, ids.subList(0, 1));
            Revision elsewhere = edit(later, random, ids.subList(1, 2));
            Revision back = workspace.revert(done.number(), "");
            assertAlike(ids.get(0), before, back);
            assertAlike(ids.get(1), elsewhere, back);
        } finally {
            close();
        }
    }

    private void open() throws IOException {
        folder = Files.createTempDirectory("chartroom-property");
        workspace = new DefaultWorkspaces(new H2StoreProvider()).open(folder, OpenMode.CREATE, "Ada");
        ids.clear();
        try (EditSession session = workspace.openSession()) {
            for (String title : List.of("Move", "Other")) {
                RiskRegister register = session.create(RiskPackage.Literals.RISK_REGISTER, "RSK", title);
                for (String risk : List.of("Fire", "Flood", "Theft")) {
                    register.getRisks().add(risk("R-" + (register.getRisks().size() + 1), risk));
                }
                ids.add(register.getId());
            }
            session.commit("first");
        }
    }

    private void close() throws IOException {
        try {
            assertEquals(List.of(), workspace.verify(Optional.empty(), new NullProgressMonitor()).problems());
        } finally {
            workspace.close();
            Folders.delete(folder);
        }
    }

    /** One revision of those edits in some of the registers, and of another title of the first, so that it is never empty. */
    private Revision edit(List<Integer> kinds, Random random, List<String> registers) {
        try (EditSession session = workspace.openSession()) {
            register(session, registers.get(0)).setTitle("Edited");
            for (int kind : kinds) {
                edit(kind, register(session, registers.get(random.nextInt(registers.size()))), random);
            }
            return session.commit("");
        }
    }

    private static RiskRegister register(EditSession session, String id) {
        return (RiskRegister) session.artifact(id).orElseThrow();
    }

    private static void edit(int kind, RiskRegister register, Random random) {
        EList<Risk> risks = register.getRisks();
        if (risks.isEmpty() || kind == 0) {
            risks.add(random.nextInt(risks.size() + 1), risk("N-" + random.nextInt(1_000_000), "New"));
            return;
        }
        Risk risk = risks.get(random.nextInt(risks.size()));
        switch (kind) {
            case 1 -> risk.setTitle("Title " + random.nextInt(4));
            case 2 -> risk.setCategory(random.nextBoolean() ? "IT" : null);
            case 3 -> risks.move(random.nextInt(risks.size()), risk);
            case 4 -> EcoreUtil.delete(risk, true);
            case 5 -> {
                RiskAction action = RiskFactory.eINSTANCE.createRiskAction();
                action.setId(EcoreUtil.generateUUID());
                action.setDescription("Do " + random.nextInt(4));
                risk.getActions().add(action);
            }
            default -> register.setTitle("Register " + random.nextInt(4));
        }
    }

    private static Risk risk(String key, String title) {
        Risk risk = RiskFactory.eINSTANCE.createRisk();
        risk.setId(EcoreUtil.generateUUID());
        risk.setKey(key);
        risk.setTitle(title);
        return risk;
    }

    private void assertAlike(String id, Revision expected, Revision actual) {
        try (EditSession one = workspace.openSession(State.of(expected));
                EditSession other = workspace.openSession(State.of(actual))) {
            assertTrue(EcoreUtil.equals(one.root(id).orElseThrow(), other.root(id).orElseThrow()),
                    () -> "Revision " + actual.number() + " is not like " + expected.number() + ".");
        }
    }
}
