package org.chartroom.testkit.store;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.UUID;

import org.chartroom.model.Classification;
import org.chartroom.model.Comment;
import org.chartroom.model.Directory;
import org.chartroom.model.Element;
import org.chartroom.model.Link;
import org.chartroom.model.LinkType;
import org.chartroom.model.ModelFactory;
import org.chartroom.model.Money;
import org.chartroom.model.Person;
import org.chartroom.model.Subject;
import org.chartroom.model.risk.Risk;
import org.chartroom.model.risk.RiskAction;
import org.chartroom.model.risk.RiskFactory;
import org.chartroom.model.risk.RiskKind;
import org.chartroom.model.risk.RiskRegister;
import org.chartroom.model.risk.RiskStatus;

/** Model objects for tests. */
public final class Samples {
    public static final RiskFactory RISKS = RiskFactory.eINSTANCE;
    public static final ModelFactory MODEL = ModelFactory.eINSTANCE;

    private Samples() {
    }
    /**
     * @param <T> its class
     * @param element a new element
     * @return the element with a new id
     */
    public static <T extends Element> T withId(T element) {
        element.setId(UUID.randomUUID().toString());
        return element;
    }
    /**
     * @param name a name
     * @return a person of that name
     */
    public static Person person(String name) {
        Person person = withId(MODEL.createPerson());
        person.setName(name);
        return person;
    }
    /**
     * @param people people
     * @return a directory of them
     */
    public static Directory directory(Person... people) {
        Directory directory = withId(MODEL.createDirectory());
        for (Person person : people) {
            directory.getPeople().add(person);
        }
        return directory;
    }
    /**
     * @param key its key
     * @param title its title
     * @return a risk
     */
    public static Risk risk(String key, String title) {
        Risk risk = withId(RISKS.createRisk());
        risk.setKey(key);
        risk.setTitle(title);
        return risk;
    }
    /**
     * @param description what is to be done
     * @return an action
     */
    public static RiskAction action(String description) {
        RiskAction action = withId(RISKS.createRiskAction());
        action.setDescription(description);
        return action;
    }
    /**
     * @param target where it leads
     * @param type what it means
     * @return a link
     */
    public static Link link(Subject target, LinkType type) {
        Link link = withId(MODEL.createLink());
        link.setTarget(target);
        link.setType(type);
        return link;
    }
    /**
     * @param key its key
     * @param risks what is in it
     * @return a register
     */
    public static RiskRegister register(String key, Risk... risks) {
        RiskRegister register = withId(RISKS.createRiskRegister());
        register.setKey(key);
        register.setTitle("Register " + key);
        for (Risk risk : risks) {
            register.getRisks().add(risk);
        }
        return register;
    }
    /**
     * @param amount a number
     * @return that amount of euros
     */
    public static Money euros(String amount) {
        return Money.of(new BigDecimal(amount), Currency.getInstance("EUR"));
    }

    /**
     * @param directory has at least one person
     * @return a register with something in every kind of field
     */
    public static RiskRegister full(Directory directory) {
        Risk first = risk("R-1", "Data centre outage");
        first.setCause("Power\nand \u2013 cooling \uD83D\uDD25 'quoted' \\ \t");
        first.setEvent("");
        first.setKind(RiskKind.get(1));
        first.setStatus(RiskStatus.get(2));
        first.setRaisedOn(LocalDate.of(2024, 2, 29));
        first.setProbability(new BigDecimal("0.250"));
        first.setCostMin(euros("10.00"));
        first.setCostLikely(euros("-0.00"));
        first.setCostMax(euros("12345678901234567890.123400"));
        first.setDaysMin(0);
        first.setDaysMax(Integer.MIN_VALUE);
        first.setOwner(directory.getPeople().get(0));
        first.getActions().add(action("Buy a generator"));
        first.getActions().add(action("Test it"));
        Risk second = risk("R-2", "Key person leaves");
        second.getLinks().add(link(first, LinkType.CAUSES));
        RiskRegister register = register("RSK-1", first, second);
        first.getLinks().add(link(second, LinkType.RELATES_TO));
        first.getLinks().add(link(register, LinkType.FUNDS));
        register.getTags().add("it");
        register.getTags().add("2026, cloud");
        register.setCurrency(null);
        register.setClassification(Classification.RESTRICTED);
        register.setSimulationRuns(0);
        register.setSimulationSeed(Long.MIN_VALUE);
        register.setContingencyPercentile(new BigDecimal("1E+3"));
        register.setReviewCycleDays(90);
        Comment comment = withId(MODEL.createComment());
        comment.setSubject(second);
        comment.setWrittenAt(Instant.parse("1883-11-18T12:03:58.123456789Z"));
        comment.setText("x".repeat(300_000));
        Comment reply = withId(MODEL.createComment());
        reply.setAuthor(directory.getPeople().get(0));
        comment.getReplies().add(reply);
        register.getComments().add(comment);
        return register;
    }
}
