package org.chartroom.exchange.importing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.chartroom.core.type.Presentation;
import org.chartroom.core.value.Names;
import org.chartroom.core.value.Words;
import org.chartroom.exchange.csv.CsvTable;
import org.chartroom.model.Element;
import org.chartroom.model.Item;
import org.chartroom.model.ModelPackage;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;

/**
 * The list that a table goes into: one of an artifact or of the directory, or one inside the items of such a list, whose
 * rows say which item they belong to.
 *
 * @param list the list
 * @param inner the list inside its items; empty for the list itself
 */
public record ImportList(EReference list, Optional<EReference> inner) {
    /**
     * @param rootClass class of an artifact, or of the directory
     * @return the lists that tables can go into, in the order of the model, those inside items last
     */
    public static List<ImportList> of(EClass rootClass) {
        List<ImportList> lists = new ArrayList<>();
        List<ImportList> inside = new ArrayList<>();
        boolean isDirectory = rootClass == ModelPackage.Literals.DIRECTORY;
        for (EReference list : rootClass.getEAllContainments()) {
            boolean isOwn = isDirectory ? !Presentation.isHidden(list) : isOwn(list);
            if (list.isMany() && isOwn) {
                lists.add(new ImportList(list, Optional.empty()));
                boolean areItems = ModelPackage.Literals.ITEM.isSuperTypeOf(list.getEReferenceType());
                list.getEReferenceType().getEAllContainments().stream().filter(
                        inner -> areItems && inner.isMany() && isOwn(inner))
                        .forEach(inner -> inside.add(new ImportList(list, Optional.of(inner))));
            }
        }
        lists.addAll(inside);
        return lists;
    }

    /** Evidence, links, comments and sign-offs are everybody's; they go with model files. */
    private static boolean isOwn(EReference list) {
        return list.getEReferenceType().getEPackage() != ModelPackage.eINSTANCE;
    }

    /**
     * @param artifactClass a class of artifacts
     * @return the list that tables go into when none is named; empty when there is none
     */
    public static Optional<ImportList> main(EClass artifactClass) {
        return ColumnTarget.itemsOf(artifactClass).map(list -> new ImportList(list, Optional.empty()));
    }

    /**
     * @param rootClass class of an artifact, or of the directory
     * @param name name or label of a list, as a sheet has it
     * @return the list; empty when none is called so
     */
    public static Optional<ImportList> named(EClass rootClass, String name) {
        String wanted = Words.normal(name);
        return of(rootClass).stream().filter(one -> wanted.equals(Words.normal(one.last().getName()))
                || wanted.equals(Words.normal(Presentation.label(one.last())))).findFirst();
    }

    /**
     * @param table a table
     * @param root an artifact, or the directory
     * @return the lists of it that most columns of the table fit; all of them when no column fits any
     */
    public static List<ImportList> fitting(CsvTable table, Element root) {
        Map<ImportList, Long> fields = new LinkedHashMap<>();
        of(root.eClass()).forEach(list -> fields.put(list, list.fittingColumns(table, root)));
        long most = fields.values().stream().mapToLong(Long::longValue).max().orElse(0);
        return fields.keySet().stream().filter(list -> fields.get(list) == most).toList();
    }

    /**
     * @param table a table
     * @param root an artifact, or the directory
     * @return how many of its columns find a field in the list
     */
    public long fittingColumns(CsvTable table, Element root) {
        return propose(table, root).stream().filter(mapping -> mapping.target().isPresent()).count();
    }

    private EReference last() {
        return inner.orElse(list);
    }

    /** @return name of the list */
    public String name() {
        return last().getName();
    }

    /** @return what users call the list */
    public String label() {
        return Presentation.label(last());
    }

    /** @return what users call the list, with the list whose items it is in */
    public String longLabel() {
        return inner.isEmpty() ? label() : Messages.bind(Messages.innerList, label(), Presentation.label(list));
    }

    /** @return class of the elements that a row is, or is a part of */
    public EClass elementClass() {
        return list.getEReferenceType();
    }

    /** @return tells names of its fields, with or without a unit, from other texts */
    public Predicate<String> fieldNames() {
        return FieldNames.of(inner.isEmpty()
                ? List.of(elementClass())
                : List.of(elementClass(), inner.get().getEReferenceType()));
    }

    /**
     * @param table a table
     * @param root the artifact or the directory it goes into
     * @return what is proposed for its columns
     */
    public List<ColumnMapping> propose(CsvTable table, Element root) {
        if (inner.isEmpty()) {
            return MappingProposal.propose(table, elementClass(), root);
        }
        List<ColumnMapping> mappings = new ArrayList<>();
        boolean isOwned = false;
        for (ColumnMapping mapping : MappingProposal.propose(table, inner.get().getEReferenceType(), root)) {
            if (!isOwned && isOwner(mapping.name())) {
                isOwned = true;
                mappings.add(new ColumnMapping(mapping.column(), mapping.name(),
                        Optional.of(new ColumnTarget(Optional.empty(), identity(table, mapping.column(), root))),
                        Scale.STEPS, Map.of()));
            } else {
                mappings.add(mapping.target().isEmpty()
                        ? mapping
                        : new ColumnMapping(mapping.column(), mapping.name(), mapping.target()
                                .filter(target -> target.list().isEmpty() && !target.ofArtifact())
                                .map(target -> new ColumnTarget(inner, target.feature())), mapping.scale(),
                                mapping.values()));
            }
        }
        return mappings;
    }

    private boolean isOwner(String header) {
        String name = Words.normal(header);
        EClass owner = elementClass();
        return Identity.names(owner).stream()
                .anyMatch(feature -> isCode(feature) && (name.equals(Words.normal(Presentation.label(feature)))
                        || Words.aliases(feature).contains(name)))
                || List.of(Words.normal(Presentation.label(owner)), Words.normal(owner.getName()),
                        Words.normal(Presentation.label(owner)) + " key", Words.normal(owner.getName()) + " key")
                        .contains(name)
                || name.equals("key") || Words.aliases(ModelPackage.Literals.SUBJECT__KEY).contains(name);
    }

    private static boolean isCode(EStructuralFeature feature) {
        return feature != ModelPackage.Literals.SUBJECT__KEY && feature != ModelPackage.Literals.SUBJECT__TITLE;
    }

    /** The rows may name their items by a code or by title, where no key is that text. */
    private EStructuralFeature identity(CsvTable table, int column, Element root) {
        List<?> items = (List<?>) root.eGet(list);
        return Identity.names(elementClass()).stream().filter(feature -> {
            Set<String> there = items.stream().map(item -> ((Item) item).eGet(feature)).filter(Objects::nonNull)
                    .map(value -> Names.folded(String.valueOf(value))).collect(Collectors.toSet());
            return table.rows().stream().anyMatch(row -> there.contains(Names.folded(row.values()[column])));
        }).findFirst().orElse(ModelPackage.Literals.SUBJECT__KEY);
    }
}
