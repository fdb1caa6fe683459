package org.chartroom.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.chartroom.core.check.Check;
import org.chartroom.core.check.CheckInfo;
import org.chartroom.core.check.CheckRun;
import org.chartroom.core.check.CheckSet;
import org.chartroom.core.check.Finding;
import org.chartroom.core.evaluation.Evaluation;
import org.chartroom.core.type.Contributions;
import org.chartroom.model.Artifact;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * The checks that a plugin.xml declares, for tests of a plug-in without the workbench: each is made as the workbench makes
 * it, and run unguarded, so that what it throws fails the test.
 */
public final class DeclaredChecks {
    private static final String POINT = "org.chartroom.core.checks";

    private final List<Element> elements;

    private DeclaredChecks(List<Element> elements) {
        this.elements = elements;
    }

    /**
     * @param plugin the plugin.xml
     * @return its checks
     * @throws UncheckedIOException when it can't be read
     */
    public static DeclaredChecks of(Path plugin) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            NodeList extensions = factory.newDocumentBuilder().parse(plugin.toFile())
                    .getElementsByTagName("extension");
            return new DeclaredChecks(elements(extensions).stream()
                    .filter(extension -> extension.getAttribute("point").equals(POINT))
                    .flatMap(extension -> elements(extension.getElementsByTagName("check")).stream()).toList());
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalArgumentException(plugin + " is no plugin.xml: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Element> elements(NodeList nodes) {
        return IntStream.range(0, nodes.getLength()).mapToObj(nodes::item).map(Element.class::cast).toList();
    }

    /** @return how the checks are declared; names are keys of the plugin.properties */
    public List<CheckInfo> catalogue() {
        return elements.stream().map(DeclaredChecks::info).toList();
    }

    private static CheckInfo info(Element element) {
        return CheckInfo.declared(element.getAttribute("id"), "", attributes(element),
                elements(element.getElementsByTagName("parameter")).stream().map(DeclaredChecks::attributes).toList());
    }

    private static Map<String, String> attributes(Element element) {
        NamedNodeMap attributes = element.getAttributes();
        return IntStream.range(0, attributes.getLength()).mapToObj(attributes::item)
                .collect(Collectors.toMap(Node::getNodeName, Node::getNodeValue));
    }

    /**
     * Runs the checks for an artifact.
     *
     * @param artifact the artifact
     * @param evaluation what it is computed with
     * @return what is found, the most serious first
     */
    public List<Finding> run(Artifact artifact, Evaluation evaluation) {
        List<Finding> findings = new ArrayList<>();
        for (Element element : elements) {
            if (Contributions.areFor(artifact.eClass(), element.getAttribute("package"),
                    element.getAttribute("type"))) {
                findings.addAll(CheckRun.of(info(element), check(element), artifact, evaluation));
            }
        }
        findings.sort(Comparator.comparing(Finding::severity).reversed());
        return findings;
    }

    private static Check check(Element element) {
        String id = element.getAttribute("id");
        try {
            return CheckSet.of(Class.forName(element.getAttribute("class"), true,
                    Thread.currentThread().getContextClassLoader()).getDeclaredConstructor().newInstance(), id);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The check " + id + " can't be made: " + e.getMessage(), e);
        }
    }
}
