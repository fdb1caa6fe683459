package org.chartroom.store.internal;

import org.chartroom.testkit.store.Dump;
import org.chartroom.testkit.store.Samples;
import org.chartroom.testkit.store.Commits;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

import org.chartroom.core.workspace.OpenMode;
import org.chartroom.core.workspace.Revision;
import org.chartroom.model.LinkType;
import org.chartroom.model.ModelPackage;
import org.chartroom.model.risk.Risk;
import org.chartroom.model.risk.RiskAction;
import org.chartroom.model.risk.RiskPackage;
import org.chartroom.model.risk.RiskRegister;

/** Whatever is edited in whatever order: the workspace holds what the model holds, and remembers what it held. */
class EditSequenceTest {
    private static final int KINDS = 9;

    @Property(tries = 25, shrinking = ShrinkingMode.OFF)
    void everyStateIsKept(@ForAll @Size(min = 1, max = 30) List<@IntRange(min = 0, max = KINDS - 1) Integer> kinds,
            @ForAll long seed) throws IOException {
        Path folder = Files.createTempDirectory("chartroom-property");
        Random random = new Random(seed);
        List<RiskRegister> registers = List.of(Samples.register("A", Samples.risk("R-0", "first")),
                Samples.register("B", Samples.risk("R-1", "second")));
        List<List<String>> states = new ArrayList<>();
        H2WorkspaceStore store = open(folder);
        try {
            new Commits().create(registers.get(0)).create(registers.get(1)).to(store);
            states.add(dumps(registers));
            for (int kind : kinds) {
                Commits commits = new Commits();
                edit(kind, registers, commits, random);
                Revision revision = commits.to(store);
                states.add(dumps(registers));
                assertEquals(states.size(), revision.number());
                if (random.nextInt(5) == 0) {
                    store.close();
                    store = open(folder);
                }
            }
            for (int i = 0; i < states.size(); i++) {
                assertEquals(states.get(i), stored(store, registers, i + 1), "revision " + (i + 1));
            }
            assertEquals(dumps(registers), stored(store, registers, RootLoader.NEWEST));
            Verified.clean(store);
        } finally {
            store.close();
            Folders.delete(folder);
        }
    }

    private static H2WorkspaceStore open(Path folder) {
        return (H2WorkspaceStore) new H2StoreProvider().open(folder, OpenMode.CREATE);
    }

    private static List<String> dumps(List<RiskRegister> registers) {
        return registers.stream().map(Dump::of).toList();
    }

    private static List<String> stored(H2WorkspaceStore store, List<RiskRegister> registers, long revision) {
        return registers.stream().map(register -> Dump.of(store.load(register.getId(), revision).orElseThrow()))
                .toList();
    }

    private static void edit(int kind, List<RiskRegister> registers, Commits commits, Random random) {
        RiskRegister register = registers.get(random.nextInt(2));
        List<Risk> risks = register.getRisks();
        Risk risk = risks.isEmpty() || kind == 0 ? null : risks.get(random.nextInt(risks.size()));
        if (risk == null) {
            add(register, commits, random);
            return;
        }
        switch (kind) {
            case 1 -> {
                risk.setTitle(random.nextBoolean() ? null : "title " + random.nextInt());
                risk.setCostMin(random.nextBoolean() ? null : Samples.euros(random.nextInt(100) + ".10"));
                commits.update(risk, ModelPackage.Literals.SUBJECT__TITLE, RiskPackage.Literals.RISK__COST_MIN);
            }
            case 2 -> {
                register.getRisks().move(random.nextInt(risks.size()), risk);
                commits.order(register, RiskPackage.Literals.RISK_REGISTER__RISKS);
            }
            case 3 -> {
                register.getTags().add(random.nextInt(register.getTags().size() + 1), "tag " + random.nextInt());
                commits.update(register, ModelPackage.Literals.ARTIFACT__TAGS);
            }
            case 4 -> {
                if (register.getTags().size() > 1) {
                    register.getTags().move(0, register.getTags().size() - 1);
                    register.getTags().remove(random.nextInt(register.getTags().size()));
                }
                commits.update(register, ModelPackage.Literals.ARTIFACT__TAGS);
            }
            case 5 -> {
                RiskAction action = Samples.action("act " + random.nextInt());
                risk.getActions().add(random.nextInt(risk.getActions().size() + 1), action);
                commits.create(action).order(risk, RiskPackage.Literals.RISK__ACTIONS);
            }
            case 6 -> {
                register.getRisks().remove(risk);
                commits.delete(risk).order(register, RiskPackage.Literals.RISK_REGISTER__RISKS);
            }
            case 7 -> moveAction(risk, register.getRisks(), commits, random);
            default -> {
                RiskRegister other = registers.get(1 - registers.indexOf(register));
                other.getRisks().add(random.nextInt(other.getRisks().size() + 1), risk);
                commits.relocate(risk).order(register, RiskPackage.Literals.RISK_REGISTER__RISKS).order(other,
                        RiskPackage.Literals.RISK_REGISTER__RISKS);
            }
        }
    }

    private static void add(RiskRegister register, Commits commits, Random random) {
        Risk added = Samples.risk("R-" + random.nextInt(), "added");
        added.getActions().add(Samples.action("one"));
        added.getActions().add(Samples.action("two"));
        added.getLinks().add(Samples.link(register, LinkType.RELATES_TO));
        boolean atEnd = random.nextBoolean();
        register.getRisks().add(atEnd ? register.getRisks().size() : 0, added);
        commits.create(added);
        if (atEnd) {
            commits.appended(register, RiskPackage.Literals.RISK_REGISTER__RISKS);
        } else {
            commits.order(register, RiskPackage.Literals.RISK_REGISTER__RISKS);
        }
    }

    private static void moveAction(Risk to, List<Risk> risks, Commits commits, Random random) {
        Risk from = risks.get(random.nextInt(risks.size()));
        if (from.getActions().isEmpty()) {
            return;
        }
        RiskAction action = from.getActions().get(0);
        if (from == to) {
            to.getActions().move(to.getActions().size() - 1, 0);
            commits.order(to, RiskPackage.Literals.RISK__ACTIONS);
        } else {
            to.getActions().add(0, action);
            commits.relocate(action).order(from, RiskPackage.Literals.RISK__ACTIONS).order(to,
                    RiskPackage.Literals.RISK__ACTIONS);
        }
    }
}
