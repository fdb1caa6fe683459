package org.chartroom.exchange.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.chartroom.core.compare.Comparison;
import org.chartroom.core.compare.Counts;
import org.chartroom.core.compare.Difference;
import org.chartroom.core.compare.Side;
import org.chartroom.core.resource.IsolatedResources;
import org.chartroom.core.store.ElementUris;
import org.chartroom.core.type.Presentation;
import org.chartroom.core.type.ValueTexts;
import org.chartroom.core.value.Names;
import org.chartroom.core.workspace.ArtifactInfo;
import org.chartroom.core.workspace.EditSession;
import org.chartroom.exchange.csv.ImportException;
import org.chartroom.exchange.importing.ImportPlan.Outcome;
import org.chartroom.exchange.sealed.SealedContent;
import org.chartroom.model.Artifact;
import org.chartroom.model.Directory;
import org.chartroom.model.Element;
import org.chartroom.model.ModelPackage;
import org.chartroom.model.SealedArtifact;
import org.eclipse.emf.common.command.Command;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.emf.ecore.util.EcoreUtil.UsageCrossReferencer;

/**
 * What the import of a model file would do, artifact by artifact. An artifact that the workspace has, by its id, becomes
 * what it is in the file; others are added. Of the directory what the workspace does not have is added, and what it has
 * stays. Nothing is changed until the command is executed.
 */
public final class ModelPlan {
    /**
     * What happens to one artifact of the file.
     *
     * @param outcome what happens
     * @param key its key in the file
     * @param title its title in the file
     * @param sealed its type in the file when no installed plug-in knows it, and it is kept as it is; empty otherwise
     * @param differences the trees of differences, left the workspace and right the file; empty unless it is changed
     * @param detail why it is refused; empty otherwise
     */
    public record Entry(Outcome outcome, String key, String title, String sealed, List<Difference> differences,
            String detail) {
        /** @return how many elements and fields of it change; all zero unless it is changed */
        public Counts counts() {
            return Counts.of(differences);
        }
    }

    private final String file;
    private final EditSession session;
    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, Artifact> present = new LinkedHashMap<>();
    private final List<Artifact> created = new ArrayList<>();
    private final List<Difference> differences = new ArrayList<>();
    private final List<Element> directoryElements = new ArrayList<>();
    private final Map<EAttribute, Object> settings = new LinkedHashMap<>();
    private final Map<EObject, EObject> known = new HashMap<>();
    private final List<SealedArtifact> sealed = new ArrayList<>();
    private final Map<SealedArtifact, SealedArtifact> resealed = new LinkedHashMap<>();
    private final List<SealedArtifact> unsealed = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    /**
     * @param file name of the file, for messages
     * @param resource the file as it was read
     * @param parts what is in the file besides and known to no plug-in
     * @param session the session it is to be imported into; it is used as long as the plan is
     */
    ModelPlan(String file, Resource resource, List<SealedArtifact> parts, EditSession session) {
        this.file = file;
        this.session = session;
        checkIds(resource, parts);
        List<Artifact> artifacts = new ArrayList<>();
        for (EObject root : resource.getContents()) {
            if (root instanceof Directory directory) {
                planDirectory(directory, resource);
            } else if (root instanceof Artifact artifact) {
                artifacts.add(artifact);
            } else {
                throw new ImportException(
                        Messages.bind(Messages.modelRoot, file, Presentation.label(root.eClass())));
            }
        }
        if (artifacts.isEmpty() && parts.isEmpty()) {
            throw new ImportException(Messages.bind(Messages.modelEmpty, file));
        }
        planArtifacts(artifacts);
        planSealed(parts);
        noteOutside(resource, artifacts, parts);
    }

    private void checkIds(Resource resource, List<SealedArtifact> parts) {
        Map<String, Element> byId = new HashMap<>();
        resource.getAllContents().forEachRemaining(object -> {
            Element element = (Element) object;
            if (element instanceof Directory) {
                return;
            }
            if (element.getId() == null || element.getId().isBlank()) {
                throw new ImportException(Messages.bind(Messages.modelNoId, file, ValueTexts.name(element)));
            }
            Element other = byId.put(element.getId(), element);
            if (other != null) {
                throw new ImportException(Messages.bind(Messages.modelSameId,
                        new Object[]{file, ValueTexts.name(other), ValueTexts.name(element)}));
            }
        });
        parts.forEach(part -> {
            Element other = byId.put(part.getArtifactId(), part);
            if (other != null) {
                throw new ImportException(Messages.bind(Messages.modelSameId,
                        new Object[]{file, other instanceof SealedArtifact one ? one.getKey() : ValueTexts.name(other),
                                part.getKey()}));
            }
        });
    }

    private void planDirectory(Directory from, Resource resource) {
        Directory to = session.directory();
        DirectoryTwins twins = new DirectoryTwins(to);
        Map<String, EObject> there = to.eContents().stream()
                .collect(Collectors.toMap(element -> ((Element) element).getId(), element -> element));
        known.put(from, to);
        Map<EObject, EObject> same = new HashMap<>();
        for (EAttribute setting : from.eClass().getEAllAttributes()) {
            if (setting == ModelPackage.Literals.ELEMENT__ID || setting.isDerived() || !from.eIsSet(setting)) {
                continue;
            }
            if (!to.eIsSet(setting)) {
                settings.put(setting, from.eGet(setting));
            } else if (!Objects.equals(from.eGet(setting), to.eGet(setting))) {
                notes.add(Messages.bind(Messages.modelSetting, new Object[]{Presentation.label(setting),
                        text(setting, to), text(setting, from)}));
            }
        }
        // A file that was made by hand could bring baselines; they would name states that this workspace never had. Nor
        // did this workspace import what another one did, and what it judges by is not for a file to say.
        from.getBaselines().clear();
        from.getImports().clear();
        from.getChecks().clear();
        from.getSealed().clear();
        for (EObject object : from.eContents()) {
            Element element = (Element) object;
            EObject own = there.get(element.getId());
            if (own == null) {
                own = twins.find(element).orElse(null);
                if (own != null) {
                    notes.add(Messages.bind(Messages.modelTwin, ValueTexts.name(element)));
                    same.put(element, own);
                }
            }
            if (own == null) {
                twins.taken(element).ifPresent(other -> {
                    throw new ImportException(Messages.bind(Messages.modelTaken, new Object[]{file,
                            ValueTexts.name(element), ValueTexts.name(other)}));
                });
                ModelFaults.values(element).ifPresent(fault -> {
                    throw new ImportException(Messages.bind(Messages.modelFault, file, fault));
                });
                directoryElements.add(element);
            } else {
                known.put(element, own);
                noteKept(element, (Element) own);
            }
        }
        // So that what refers to them does not count as changed.
        UsageCrossReferencer.findAll(same.keySet(), resource)
                .forEach((element, uses) -> List.copyOf(uses)
                        .forEach(use -> EcoreUtil.replace(use, element, same.get(element))));
    }

    private void noteKept(Element element, Element own) {
        String fields = element.eClass() != own.eClass()
                ? Presentation.label(element.eClass())
                : element.eClass().getEAllAttributes().stream()
                        .filter(field -> !field.isDerived() && !Presentation.isHidden(field)
                                && !Objects.equals(element.eGet(field), own.eGet(field)))
                        .map(Presentation::label).collect(Collectors.joining(", "));
        if (!fields.isEmpty()) {
            notes.add(Messages.bind(Messages.modelKept, ValueTexts.name(own), fields));
        }
    }

    private static String text(EAttribute field, Element owner) {
        return ValueTexts.current().text(field, owner.eGet(field));
    }

    private void planArtifacts(List<Artifact> artifacts) {
        Set<String> inFile = artifacts.stream().map(Artifact::getId).collect(Collectors.toSet());
        ModelFaults faults = new ModelFaults(artifacts);
        session.artifacts().stream().filter(info -> !inFile.contains(info.id()))
                .forEach(info -> faults.addOther(info.key(), info.title()));
        session.directory().getSealed().stream().filter(one -> !inFile.contains(one.getArtifactId()))
                .forEach(one -> faults.addOther(one.getKey(), Objects.toString(one.getTitle(), "")));
        for (Artifact artifact : artifacts) {
            Optional<Artifact> own = session.artifact(artifact.getId());
            if (own.isPresent()) {
                present.put(artifact.getId(), own.get());
                continue;
            }
            Optional<String> fault = faults.of(artifact);
            if (fault.isPresent()) {
                entries.add(entry(artifact, Outcome.REFUSED, List.of(), fault.get()));
            } else {
                created.add(artifact);
                notes.addAll(ModelFaults.notes(artifact));
                sealedOf(artifact.getId()).ifPresent(unsealed::add);
                entries.add(entry(artifact, Outcome.CREATED, List.of(), ""));
            }
        }
        List<Artifact> compared = artifacts.stream().filter(artifact -> present.containsKey(artifact.getId())).toList();
        Map<String, List<Difference>> trees = Comparison.of(Side.of(session), Side.of(file, compared)).differences()
                .stream().collect(Collectors.groupingBy(tree -> tree.element().getId()));
        for (Artifact artifact : compared) {
            List<Difference> found = trees.getOrDefault(artifact.getId(), List.of());
            boolean isChanged = isChanged(Counts.of(found));
            // What is there already and stays as it is brings nothing, whatever is wrong with it.
            Optional<String> fault = isChanged ? faults.of(artifact) : Optional.empty();
            if (fault.isPresent()) {
                entries.add(entry(artifact, Outcome.REFUSED, List.of(), fault.get()));
                continue;
            }
            entries.add(entry(artifact, isChanged ? Outcome.CHANGED : Outcome.UNCHANGED, isChanged ? found : List.of(),
                    ""));
            differences.addAll(isChanged ? found : List.of());
            notes.addAll(isChanged ? ModelFaults.notes(artifact) : List.of());
        }
    }

    private Optional<SealedArtifact> sealedOf(String artifactId) {
        return session.directory().getSealed().stream().filter(one -> one.getArtifactId().equals(artifactId))
                .findFirst();
    }

    /** The title of another sealed artifact that has the key. */
    private Optional<String> sealedWith(String key, String artifactId) {
        return SealedContent.find(session, key).filter(one -> !one.getArtifactId().equals(artifactId))
                .map(one -> Objects.toString(one.getTitle(), ""));
    }

    private void planSealed(List<SealedArtifact> parts) {
        for (SealedArtifact part : parts) {
            Optional<SealedArtifact> own = sealedOf(part.getArtifactId());
            Optional<String> refusal = refusal(part);
            Outcome outcome = refusal.isPresent()
                    ? Outcome.REFUSED
                    : own.isEmpty()
                            ? Outcome.CREATED
                            : SealedContent.isSame(own.get(), part) ? Outcome.UNCHANGED : Outcome.CHANGED;
            if (outcome == Outcome.CREATED) {
                sealed.add(part);
            } else if (outcome == Outcome.CHANGED) {
                resealed.put(own.get(), part);
            }
            entries.add(new Entry(outcome, part.getKey(), Objects.toString(part.getTitle(), ""), part.getType(),
                    List.of(), refusal.orElse("")));
        }
    }

    private Optional<String> refusal(SealedArtifact part) {
        List<ArtifactInfo> all = session.artifacts();
        if (all.stream().anyMatch(info -> info.id().equals(part.getArtifactId()))) {
            return Optional.of(Messages.bind(Messages.modelStored, part.getType()));
        }
        return all.stream().filter(info -> Names.same(info.key(), part.getKey())).map(ArtifactInfo::title).findFirst()
                .or(() -> sealedWith(part.getKey(), part.getArtifactId()))
                .or(() -> created.stream().filter(one -> Names.same(one.getKey(), part.getKey()))
                        .map(Artifact::getTitle).findFirst())
                .or(() -> sealed.stream().filter(one -> Names.same(one.getKey(), part.getKey()))
                        .map(one -> Objects.toString(one.getTitle(), "")).findFirst())
                .map(title -> Messages.bind(Messages.modelKey, part.getKey(), title));
    }

    /** What is computed from other artifacts differs in a file that does not have them. */
    private static boolean isChanged(Counts counts) {
        return counts.added() + counts.removed() + counts.moved() + counts.changed() > 0;
    }

    private static Entry entry(Artifact artifact, Outcome outcome, List<Difference> differences, String detail) {
        return new Entry(outcome, artifact.getKey(), artifact.getTitle(), "", differences, detail);
    }

    /** What is referred to and is neither in the file nor in the workspace stays a broken reference, as it was. */
    private void noteOutside(Resource resource, List<Artifact> artifacts, List<SealedArtifact> parts) {
        Set<String> inFile = artifacts.stream().map(Artifact::getId).collect(Collectors.toSet());
        parts.forEach(part -> inFile.add(part.getArtifactId()));
        Set<String> missing = new TreeSet<>();
        IsolatedResources.outside(resource).forEach(address -> {
            String root = ElementUris.rootId(address);
            boolean isThere = session.root(root)
                    .filter(found -> found.eResource().getEObject(address.fragment()) != null).isPresent();
            if (!isThere && !inFile.contains(root)) {
                missing.add(root);
            }
        });
        if (!missing.isEmpty()) {
            notes.add(Messages.bind(Messages.modelOutside, missing.size()));
        }
    }

    /** @return what happens to each artifact: first those that are new or refused, then those that are there */
    public List<Entry> entries() {
        return List.copyOf(entries);
    }

    /**
     * @param outcome an outcome
     * @return number of artifacts that have it
     */
    public long count(Outcome outcome) {
        return entries.stream().filter(entry -> entry.outcome() == outcome).count();
    }

    /** @return people, projects, vendors, objectives and rates that the directory gets */
    public List<String> newInDirectory() {
        return directoryElements.stream().map(ValueTexts::name).toList();
    }

    /** @return what stays as it is in the workspace, and what is referred to and is not there, one sentence each */
    public List<String> notes() {
        return List.copyOf(notes);
    }

    /**
     * Makes one command that does everything and can be undone; made once for a plan.
     *
     * @return the command; empty when there is nothing to do
     */
    public Optional<Command> command() {
        return command(differences);
    }

    /** @return one command that adds what the workspace does not have and leaves alone what it has */
    Optional<Command> addition() {
        return command(List.of());
    }

    /** @return the artifacts that are added */
    List<Artifact> created() {
        return List.copyOf(created);
    }

    private Optional<Command> command(List<Difference> taken) {
        boolean isNothing = created.isEmpty() && taken.isEmpty() && directoryElements.isEmpty()
                && settings.isEmpty() && sealed.isEmpty() && resealed.isEmpty();
        return isNothing
                ? Optional.empty()
                : Optional.of(new ModelCommand(session, new ModelCommand.Parts(directoryElements, settings, created,
                        taken, known, present, new ModelCommand.Sealed(sealed, resealed, unsealed))));
    }
}
