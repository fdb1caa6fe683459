package org.chartroom.exchange.export;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.chartroom.core.type.Presentation;
import org.chartroom.core.value.Names;
import org.chartroom.exchange.importing.ManyTexts;
import org.chartroom.exchange.importing.PeriodSpan;
import org.chartroom.model.Artifact;
import org.chartroom.model.Directory;
import org.chartroom.model.Element;
import org.chartroom.model.Item;
import org.chartroom.model.Person;
import org.chartroom.model.Project;
import org.chartroom.model.StrategicObjective;
import org.chartroom.model.Subject;
import org.chartroom.model.Vendor;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;

/**
 * Values of the model in their file form: ISO dates, plain numbers, literals of enumerations, names of people. An instance is
 * for what writes many values of one state: it counts the names of the people once.
 */
public final class FileValues {
    /** How many people have a name, by how names are compared. */
    private final Map<Directory, Map<String, Long>> names = new IdentityHashMap<>();

    /**
     * @param owner an object
     * @param feature a feature of it
     * @return its value in file form; empty when it has none
     */
    public static String text(EObject owner, EStructuralFeature feature) {
        return new FileValues().textOf(owner, feature);
    }

    /**
     * @param owner an object
     * @param feature a feature of it
     * @return its value in file form; empty when it has none
     */
    public String textOf(EObject owner, EStructuralFeature feature) {
        Object value = owner.eGet(feature);
        if (value == null) {
            return "";
        }
        if (feature instanceof EAttribute attribute) {
            return attribute.isMany()
                    ? ManyTexts.join(((List<?>) value).stream().map(String::valueOf).toList())
                    : EcoreUtil.convertToString(attribute.getEAttributeType(), value);
        }
        EReference reference = (EReference) feature;
        if (value instanceof List<?> many) {
            return ManyTexts.join(many.stream().map(one -> nameOf(reference, (Element) one)).toList());
        }
        return value instanceof Element element ? nameOf(reference, element) : "";
    }

    /**
     * @param reference a reference
     * @param target what it leads to
     * @return what names the target in a file: name of a person, with the address where several have the name, code of an objective, days of a period, key of everything else that has one,
     *         of an item of another artifact both keys ("CHR-001/D-002"); its id when it has neither
     */
    public static String name(EReference reference, Element target) {
        return new FileValues().nameOf(reference, target);
    }

    /**
     * @param reference a reference
     * @param target what it leads to
     * @return what names the target in a file, as {@link #name} does
     */
    public String nameOf(EReference reference, Element target) {
        return Stream.of(names(reference, target)).filter(name -> name != null && !name.isBlank()).findFirst()
                .orElseGet(target::getId);
    }

    /** A name that several have is no name of one of them; the address behind it tells whom it means. */
    private boolean isShared(Person person) {
        return person.getName() != null && person.getEmail() != null
                && person.eContainer() instanceof Directory directory
                && names.computeIfAbsent(directory, FileValues::names).get(Names.folded(person.getName())) > 1;
    }

    private static Map<String, Long> names(Directory directory) {
        return directory.getPeople().stream().map(Person::getName).filter(Objects::nonNull)
                .collect(Collectors.groupingBy(Names::folded, Collectors.counting()));
    }

    private String[] names(EReference reference, Element target) {
        if (target instanceof Person person) {
            return new String[]{isShared(person) ? person.getName() + " <" + person.getEmail() + ">" : person.getName(),
                    person.getEmail()};
        }
        if (target instanceof Project project) {
            return new String[]{project.getKey(), project.getName()};
        }
        if (target instanceof Vendor vendor) {
            return new String[]{vendor.getKey(), vendor.getName()};
        }
        if (target instanceof StrategicObjective objective) {
            return new String[]{objective.getCode()};
        }
        if (target instanceof Item item && !Presentation.isWithinArtifact(reference)
                && EcoreUtil.getRootContainer(target) instanceof Artifact artifact && item.getKey() != null) {
            return new String[]{artifact.getKey() + "/" + item.getKey()};
        }
        return new String[]{target instanceof Subject subject
                ? subject.getKey()
                : PeriodSpan.of(target).map(PeriodSpan::toString).orElse(null)};
    }
}
