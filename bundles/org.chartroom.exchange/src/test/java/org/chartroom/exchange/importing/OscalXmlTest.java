package org.chartroom.exchange.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

import javax.xml.stream.XMLStreamException;

import org.chartroom.exchange.csv.ImportException;
import org.chartroom.exchange.importing.ImportPlan.Outcome;
import org.chartroom.model.ModelFactory;
import org.chartroom.model.risk.Risk;
import org.chartroom.model.risk.RiskAction;
import org.chartroom.model.risk.RiskFactory;
import org.chartroom.model.risk.RiskRegister;
import org.eclipse.emf.common.command.BasicCommandStack;
import org.eclipse.emf.edit.domain.AdapterFactoryEditingDomain;
import org.eclipse.emf.edit.provider.ReflectiveItemProviderAdapterFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.google.gson.JsonParser;

class OscalXmlTest {
    private static final String NAMESPACE = " xmlns=\"http://csrc.nist.gov/ns/oscal/1.0\"";
    private static final String PLAN = """
            <?xml version="1.0" encoding="UTF-8"?>
            <plan-of-action-and-milestones xmlns="http://csrc.nist.gov/ns/oscal/1.0" uuid="1">
              <metadata><title>Plan</title></metadata>
              <observation uuid="o1">
                <title>Seen</title><method>TEST</method><collected>2026-05-19T12:14:16-04:00</collected>
              </observation>
              <risk uuid="r1">
                <title>Doors
                    stand <em>open</em></title>
                <description><p>No lock.</p></description>
                <statement>
                  <p>Somebody
                     walks in.</p>
                  <p>Things are lost.</p>
                </statement>
                <status>remediating</status>
                <characterization>
                  <facet name="likelihood" value="high" system="x"/>
                  <facet name="impact" value="low" system="x"/>
                </characterization>
                <deadline>2026-12-31T05:00:00Z</deadline>
                <response uuid="s1" lifecycle="planned">
                  <title>Lock them</title>
                  <prop name="type" value="mitigate"/>
                  <task uuid="t1" type="milestone">
                    <title>Buy locks</title>
                    <timing><within-date-range start="2026-06-01T00:00:00Z" end="2026-07-01T00:00:00Z"/></timing>
                  </task>
                </response>
                <related-observation observation-uuid="o1"/>
              </risk>
              <poam-item uuid="p1">
                <title>Order</title><description><p>At once</p></description>
                <associated-risk risk-uuid="r1"/>
              </poam-item>
            </plan-of-action-and-milestones>
            """;
    private static final String SAME = """
            {"plan-of-action-and-milestones": {"uuid": "1", "metadata": {"title": "Plan"},
             "observations": [{"uuid": "o1", "title": "Seen", "methods": ["TEST"],
               "collected": "2026-05-19T12:14:16-04:00"}],
             "risks": [{"uuid": "r1", "title": "Doors stand *open*", "description": "No lock.",
               "statement": "Somebody walks in.\\n\\nThings are lost.", "status": "remediating",
               "characterizations": [{"facets": [{"name": "likelihood", "value": "high", "system": "x"},
                 {"name": "impact", "value": "low", "system": "x"}]}],
               "deadline": "2026-12-31T05:00:00Z",
               "remediations": [{"uuid": "s1", "lifecycle": "planned", "title": "Lock them",
                 "props": [{"name": "type", "value": "mitigate"}],
                 "tasks": [{"uuid": "t1", "type": "milestone", "title": "Buy locks", "timing": {"within-date-range":
                   {"start": "2026-06-01T00:00:00Z", "end": "2026-07-01T00:00:00Z"}}}]}],
               "related-observations": [{"observation-uuid": "o1"}]}],
             "poam-items": [{"uuid": "p1", "title": "Order", "description": "At once",
               "related-risks": [{"risk-uuid": "r1"}]}]}}
            """;

    @TempDir
    Path folder;

    private static String text(String markup) throws XMLStreamException {
        return OscalXml.read(new ByteArrayInputStream(("<risk><statement>" + markup + "</statement></risk>")
                .getBytes(StandardCharsets.UTF_8))).getAsJsonObject("risk").get("statement").getAsString();
    }

    @Test
    void aPlanInXmlIsThatOfTheSameInJson() throws Exception {
        assertEquals(JsonParser.parseString(SAME),
                OscalXml.read(new ByteArrayInputStream(PLAN.getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void itsRisksArriveInTheRegister() throws Exception {
        RiskRegister register = RiskFactory.eINSTANCE.createRiskRegister();
        AdapterFactoryEditingDomain domain = new AdapterFactoryEditingDomain(
                new ReflectiveItemProviderAdapterFactory(), new BasicCommandStack());
        Path file = Files.writeString(folder.resolve("plan.xml"), PLAN);

        assertTrue(new OscalImporter().isMeant(file));
        ImportPlan plan = new OscalImporter().read(file).plan(register, ModelFactory.eINSTANCE.createDirectory());
        plan.command(domain).ifPresent(domain.getCommandStack()::execute);

        assertEquals(1, plan.count(Outcome.CREATED));
        Risk risk = register.getRisks().get(0);
        assertEquals("Doors stand *open*", risk.getTitle());
        assertEquals("Things are lost.", risk.getConsequence());
        assertEquals(List.of(4, 2), List.of(risk.getCurrentLikelihood(), risk.getCurrentImpact()));
        assertEquals(List.of("Buy locks", "Order: At once"),
                risk.getActions().stream().map(RiskAction::getDescription).toList());
        assertEquals(LocalDate.of(2026, 7, 1), risk.getActions().get(0).getDue());
        assertEquals(1, register.getEvidence().size());
    }

    @Test
    void marksInTextsBecomeThoseOfMarkdown() throws Exception {
        assertEquals("Use `rm -r` and **never** *that*, see [here](https://x.org).",
                text("<p>Use <code>rm -r</code> and <strong>never</strong> <em>that</em>, see "
                        + "<a href='https://x.org'>here</a>.</p>"));
    }

    @Test
    void listsHeadingsAndTablesKeepTheirLines() throws Exception {
        assertEquals("# Steps\n\nFirst:\n\n* one\n* two\n\nThen rest.",
                text("<h1>Steps</h1><p>First:</p><ul><li>one</li><li>two</li></ul><p>Then rest.</p>"));
        assertEquals("a | b | \nc | d |",
                text("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>"));
    }

    @Test
    void preformattedTextKeepsItsBlanks() throws Exception {
        assertEquals("```\na  b\n c\n```", text("<pre>a  b\n c</pre>"));
    }

    private String refused(String content) throws IOException {
        Path file = Files.writeString(folder.resolve("odd.xml"), content);
        return assertThrows(ImportException.class, () -> new OscalImporter().read(file)).getMessage();
    }

    @Test
    void whatIsNoPlanIsRefusedWithASentence() throws Exception {
        assertTrue(refused("<catalog" + NAMESPACE + "/>").startsWith("odd.xml is no OSCAL plan of action"));
        assertTrue(refused("<plan-of-action-and-milestones" + NAMESPACE + "><risk>")
                .startsWith("odd.xml is no valid OSCAL in XML ("));
        assertTrue(refused("<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><a" + NAMESPACE + ">&e;</a>")
                .contains("document type"));
        assertTrue(refused("<a" + NAMESPACE + ">" + "<b>".repeat(5_000)).contains("nested"));
        assertTrue(refused("<a" + NAMESPACE + "><description><script/></description></a>").contains("<script>"));
    }

    @Test
    void xmlOfOthersIsNotMeant() throws Exception {
        assertFalse(
                new OscalImporter().isMeant(Files.writeString(folder.resolve("other.xml"), "<a xmlns=\"urn:x\"/>")));
    }

    @Test
    void what_stands_high_or_low_and_the_numbers_of_lists_stay() throws Exception {
        assertEquals("Cost is 10^6^ of H~2~O", text("<p>Cost is 10<sup>6</sup> of H<sub>2</sub>O</p>"));
        assertEquals("1. One\n2. Two\n\n* a\n\n3. Three",
                text("<ol><li>One</li><li>Two<ul><li>a</li></ul></li><li>Three</li></ol>"));
    }

    @Test
    void parts_of_other_namespaces_and_doubled_texts_are_refused() {
        for (String wrong : List.of("<x:risk xmlns:x=\"urn:other\"><title>x</title></x:risk>",
                "<risk uuid=\"r2\"><title>One</title><title>Two</title></risk>",
                "<risk uuid=\"r2\"><title>One <b xmlns=\"urn:other\">two</b></title></risk>")) {
            String plan = PLAN.replace("<poam-item ", wrong + "<poam-item ");
            assertThrows(XMLStreamException.class,
                    () -> OscalXml.read(new ByteArrayInputStream(plan.getBytes(StandardCharsets.UTF_8))), wrong);
        }
    }
}
