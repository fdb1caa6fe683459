package org.chartroom.releng.bench;

import org.chartroom.core.store.ChangeSetBuilder;
import org.chartroom.core.store.ChangeSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import org.chartroom.model.Element;
import org.chartroom.model.Link;
import org.chartroom.model.LinkType;
import org.chartroom.model.ModelFactory;
import org.chartroom.model.risk.Risk;
import org.chartroom.model.risk.RiskFactory;
import org.chartroom.model.risk.RiskKind;
import org.chartroom.model.risk.RiskRegister;
import org.chartroom.model.risk.RiskResponse;
import org.chartroom.model.risk.RiskStatus;
import org.eclipse.emf.ecore.EReference;

/** Generates registers: the same for the same size, each time. */
public final class Registers {
    private static final long SEED = 20261122;
    private static final String[] WORDS = ("supplier outage data centre migration payroll ledger access backup network"
            + " contract licence budget delay audit privacy vendor cloud identity patch legacy interface failure"
            + " recovery staff knowledge project release test encryption").split(" ");
    private static final String[] CATEGORIES = {"Operations", "Security", "Vendor", "Project", "Compliance", "People"};

    private Registers() {
    }

    /**
     * @param size number of risks
     * @return a register of risks with 15 filled fields besides the id, and two links each to other risks
     */
    public static RiskRegister generate(int size) {
        return generate(size, 0, true);
    }

    /**
     * @param size number of risks
     * @param number number of the register, for its key
     * @param linked whether risks link to others
     * @return a register of risks with 15 filled fields besides the id
     */
    public static RiskRegister generate(int size, int number, boolean linked) {
        Random random = new Random(SEED + number);
        RiskRegister register = RiskFactory.eINSTANCE.createRiskRegister();
        register.setId(id(random));
        register.setKey(number == 0 ? "RSK" : "RSK-" + number);
        register.setTitle("Generated register");
        List<Risk> risks = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            risks.add(risk(i, random));
        }
        register.getRisks().addAll(risks);
        for (Risk risk : linked ? risks : List.<Risk>of()) {
            for (LinkType type : List.of(LinkType.CAUSES, LinkType.RELATES_TO)) {
                Link link = ModelFactory.eINSTANCE.createLink();
                link.setId(id(random));
                link.setType(type);
                link.setTarget(risks.get(random.nextInt(size)));
                risk.getLinks().add(link);
            }
        }
        return register;
    }

    private static Risk risk(int number, Random random) {
        Risk risk = RiskFactory.eINSTANCE.createRisk();
        risk.setId(id(random));
        risk.setKey("R-" + (number + 1));
        risk.setTitle(text(random, 6));
        risk.setCause(text(random, 10));
        risk.setEvent(text(random, 10));
        risk.setConsequence(text(random, 10));
        risk.setCategory(CATEGORIES[random.nextInt(CATEGORIES.length)]);
        risk.setKind(RiskKind.VALUES.get(random.nextInt(RiskKind.VALUES.size())));
        risk.setStatus(RiskStatus.VALUES.get(random.nextInt(RiskStatus.VALUES.size())));
        risk.setResponse(RiskResponse.VALUES.get(random.nextInt(RiskResponse.VALUES.size())));
        risk.setRaisedOn(LocalDate.of(2020, 1, 1).plusDays(random.nextInt(2000)));
        risk.setProximityDate(LocalDate.of(2027, 1, 1).plusDays(random.nextInt(1000)));
        risk.setInherentLikelihood(1 + random.nextInt(5));
        risk.setInherentImpact(1 + random.nextInt(5));
        risk.setCurrentLikelihood(1 + random.nextInt(5));
        risk.setCurrentImpact(1 + random.nextInt(5));
        return risk;
    }

    private static String text(Random random, int words) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < words; i++) {
            text.append(i == 0 ? "" : " ").append(WORDS[random.nextInt(WORDS.length)]);
        }
        return text.toString();
    }

    private static String id(Random random) {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    /**
     * @param root a root that is in no workspace
     * @return the commit that puts it into one
     */
    public static ChangeSet creation(Element root) {
        ChangeSetBuilder builder = new ChangeSetBuilder();
        create(root, builder);
        order(root, builder);
        return builder.build("bench", "");
    }

    private static void create(Element element, ChangeSetBuilder builder) {
        builder.created(element);
        element.eContents().forEach(child -> create((Element) child, builder));
    }

    private static void order(Element element, ChangeSetBuilder builder) {
        for (EReference reference : element.eClass().getEAllContainments()) {
            if (reference.isMany() && !((List<?>) element.eGet(reference)).isEmpty()) {
                builder.ordered(element, reference, true);
            }
        }
        element.eContents().forEach(child -> order((Element) child, builder));
    }
}
