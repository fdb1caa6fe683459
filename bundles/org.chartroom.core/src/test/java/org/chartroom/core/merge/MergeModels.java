package org.chartroom.core.merge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.chartroom.model.Comment;
import org.chartroom.model.Directory;
import org.chartroom.model.Element;
import org.chartroom.model.Link;
import org.chartroom.model.ModelFactory;
import org.chartroom.model.Person;
import org.chartroom.model.StrategicObjective;
import org.chartroom.model.Subject;
import org.chartroom.model.charter.Charter;
import org.chartroom.model.charter.CharterFactory;
import org.chartroom.model.risk.Risk;
import org.chartroom.model.risk.RiskAction;
import org.chartroom.model.risk.RiskFactory;
import org.chartroom.model.risk.RiskRegister;
import org.chartroom.model.variance.LineFigure;
import org.chartroom.model.variance.ReportPeriod;
import org.chartroom.model.variance.VarianceFactory;
import org.chartroom.model.variance.VarianceLine;
import org.chartroom.model.variance.VarianceReport;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.InternalEObject;
import org.eclipse.emf.ecore.util.EcoreUtil;

/** Models to merge, copies of them, and their content as text. */
final class MergeModels {
    private MergeModels() {
    }

    static <T extends Element> T withId(T element, String id) {
        element.setId(id);
        return element;
    }

    /** @return a directory, a register, a report and a charter that refer to each other, with nested lists */
    static List<Element> base() {
        Directory directory = withId(ModelFactory.eINSTANCE.createDirectory(), "directory");
        for (String id : List.of("p1", "p2")) {
            Person person = withId(ModelFactory.eINSTANCE.createPerson(), id);
            person.setName("Person " + id);
            person.getKeyFingerprints().addAll(List.of("f1", "f2"));
            directory.getPeople().add(person);
        }
        for (String id : List.of("s1", "s2", "s3")) {
            directory.getObjectives().add(withId(ModelFactory.eINSTANCE.createStrategicObjective(), id));
        }
        RiskRegister register = register();
        register.getRisks().forEach(risk -> risk.setOwner(directory.getPeople().get(0)));
        Charter charter = withId(CharterFactory.eINSTANCE.createCharter(), "charter");
        charter.setKey("CHA-001");
        charter.setRiskRegister(register);
        charter.getStrategicObjectives().addAll(List.<StrategicObjective>copyOf(directory.getObjectives()));
        VarianceReport report = report();
        report.setCharter(charter);
        return List.of(directory, register, charter, report);
    }

    /** @return a register of four risks with an action each, links and a comment with a reply */
    static RiskRegister register() {
        RiskRegister register = withId(RiskFactory.eINSTANCE.createRiskRegister(), "register");
        register.setKey("RSK-001");
        register.getTags().addAll(List.of("a", "b", "c"));
        for (int i = 1; i <= 4; i++) {
            Risk risk = withId(RiskFactory.eINSTANCE.createRisk(), "r" + i);
            risk.setKey("R-00" + i);
            risk.setTitle("Risk " + i);
            risk.getActions().add(withId(RiskFactory.eINSTANCE.createRiskAction(), "a" + i));
            register.getRisks().add(risk);
        }
        link(register.getRisks().get(0), "l1", register.getRisks().get(1));
        link(register.getRisks().get(2), "l2", register.getRisks().get(3));
        comment(register, "c1").getReplies().add(withId(ModelFactory.eINSTANCE.createComment(), "c2"));
        comment(register, "c3");
        return register;
    }

    /** @return a register of three risks, with comments in each other, and a charter */
    static List<Element> small() {
        RiskRegister register = withId(RiskFactory.eINSTANCE.createRiskRegister(), "register");
        for (int i = 1; i <= 3; i++) {
            Risk risk = withId(RiskFactory.eINSTANCE.createRisk(), "r" + i);
            risk.setKey("R-00" + i);
            register.getRisks().add(risk);
        }
        Comment top = comment(register, "c1");
        for (String id : List.of("c2", "c3", "c4")) {
            top.getReplies().add(withId(ModelFactory.eINSTANCE.createComment(), id));
        }
        register.getTags().addAll(List.of("a", "b", "c", "d"));
        Charter charter = withId(CharterFactory.eINSTANCE.createCharter(), "charter");
        charter.setRiskRegister(register);
        return List.of(register, charter);
    }

    private static Comment comment(RiskRegister register, String id) {
        Comment comment = withId(ModelFactory.eINSTANCE.createComment(), id);
        comment.setSubject(register.getRisks().get(0));
        register.getComments().add(comment);
        return comment;
    }

    static Link link(Subject from, String id, Subject to) {
        Link link = withId(ModelFactory.eINSTANCE.createLink(), id);
        link.setTarget(to);
        from.getLinks().add(link);
        return link;
    }

    private static VarianceReport report() {
        VarianceReport report = withId(VarianceFactory.eINSTANCE.createVarianceReport(), "report");
        for (String id : List.of("t1", "t2")) {
            report.getPeriods().add(withId(VarianceFactory.eINSTANCE.createReportPeriod(), id));
        }
        for (String id : List.of("v1", "v2", "v3")) {
            VarianceLine line = withId(VarianceFactory.eINSTANCE.createVarianceLine(), id);
            line.setParent(report.getLines().isEmpty() ? null : report.getLines().get(0));
            for (ReportPeriod period : report.getPeriods()) {
                LineFigure figure = withId(VarianceFactory.eINSTANCE.createLineFigure(), id + period.getId());
                figure.setPeriod(period);
                line.getFigures().add(figure);
            }
            report.getLines().add(line);
        }
        return report;
    }

    static List<Element> copy(Collection<? extends Element> roots) {
        EcoreUtil.Copier copier = new EcoreUtil.Copier(false);
        Collection<Element> copies = copier.copyAll(List.<Element>copyOf(roots));
        copier.copyReferences();
        return new ArrayList<>(copies);
    }

    static RiskRegister copy(RiskRegister register) {
        return (RiskRegister) copy(List.of(register)).get(0);
    }

    static Map<String, Element> byId(Collection<? extends Element> roots) {
        Map<String, Element> byId = new TreeMap<>();
        roots.forEach(root -> {
            byId.put(root.getId(), root);
            root.eAllContents().forEachRemaining(content -> byId.put(((Element) content).getId(), (Element) content));
        });
        return byId;
    }

    static Element find(Collection<? extends Element> roots, String id) {
        return byId(roots).get(id);
    }

    static Risk risk(Collection<? extends Element> roots, String id) {
        return (Risk) find(roots, id);
    }

    static Risk risk(RiskRegister register, String id) {
        return risk(List.of(register), id);
    }

    static RiskAction action(RiskRegister register, String id) {
        return (RiskAction) find(List.of(register), id);
    }

    /** Deletes an element and all references to it and to what is in it. */
    static void delete(List<Element> roots, Element element) {
        List<EObject> gone = new ArrayList<>(List.of(element));
        element.eAllContents().forEachRemaining(gone::add);
        if (!roots.remove(element)) {
            EcoreUtil.remove(element);
        }
        byId(roots).values().forEach(one -> one.eClass().getEAllReferences().stream()
                .filter(reference -> !reference.isContainment() && !reference.isContainer() && !reference.isDerived())
                .forEach(reference -> clear(one, reference, gone)));
    }

    private static void clear(Element element, EReference reference, List<EObject> gone) {
        Object value = element.eGet(reference, false);
        if (value instanceof Collection<?> many) {
            many.removeAll(gone);
        } else if (gone.contains(value)) {
            element.eUnset(reference);
        }
    }

    /** @return all content, roots by their ids */
    static String text(Collection<? extends Element> roots) {
        StringBuilder text = new StringBuilder();
        roots.stream().sorted((one, other) -> one.getId().compareTo(other.getId()))
                .forEach(root -> write(root, "", text));
        return text.toString();
    }

    private static void write(Element element, String indent, StringBuilder text) {
        text.append(indent).append(element.eClass().getName()).append(' ').append(element.getId()).append('\n');
        for (EStructuralFeature feature : element.eClass().getEAllStructuralFeatures()) {
            boolean isStored = !feature.isDerived() && !feature.isTransient() && !feature.isVolatile();
            Object value = isStored ? element.eGet(feature, false) : null;
            if (feature instanceof EReference reference && reference.isContainment()) {
                text.append(indent).append("- ").append(feature.getName()).append('\n');
                if (value instanceof Collection<?> many) {
                    many.forEach(content -> write((Element) content, indent + "    ", text));
                }
            } else if (value != null) {
                text.append(indent).append("  ").append(feature.getName()).append('=').append(plain(value))
                        .append('\n');
            }
        }
    }

    /** @return the value with ids in the place of elements */
    static Object value(Element element, EStructuralFeature feature) {
        return plain(element.eGet(feature, false));
    }

    private static Object plain(Object value) {
        if (value instanceof Collection<?> many) {
            return many.stream().map(MergeModels::plain).toList();
        }
        return value instanceof EObject target ? id(target) : value;
    }

    static List<EObject> targets(Element element, EReference reference) {
        List<EObject> targets = new ArrayList<>();
        Object value = element.eGet(reference, false);
        if (value instanceof Collection<?> many) {
            many.forEach(target -> targets.add((EObject) target));
        } else if (value != null) {
            targets.add((EObject) value);
        }
        return targets;
    }

    static String id(EObject target) {
        return target.eIsProxy() ? ((InternalEObject) target).eProxyURI().fragment() : EcoreUtil.getID(target);
    }
}
