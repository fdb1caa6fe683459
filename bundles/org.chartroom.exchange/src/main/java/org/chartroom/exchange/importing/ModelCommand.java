package org.chartroom.exchange.importing;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.chartroom.core.compare.Difference;
import org.chartroom.core.compare.Merge;
import org.chartroom.core.workspace.EditSession;
import org.chartroom.core.workspace.WorkspaceException;
import org.chartroom.model.Artifact;
import org.chartroom.model.Directory;
import org.chartroom.model.Element;
import org.chartroom.model.ModelPackage;
import org.chartroom.model.SealedArtifact;
import org.eclipse.emf.common.command.AbstractCommand;
import org.eclipse.emf.common.command.Command;
import org.eclipse.emf.common.command.CompoundCommand;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.emf.edit.command.AddCommand;
import org.eclipse.emf.edit.command.RemoveCommand;
import org.eclipse.emf.edit.command.SetCommand;
import org.eclipse.emf.edit.domain.EditingDomain;

/**
 * Brings what a model file has into a session: first what the directory gets, then whole artifacts, then what is different
 * in those that are there, because each may refer to what came before.
 */
final class ModelCommand extends AbstractCommand {
    /**
     * What is to be done.
     *
     * @param directoryElements elements that the directory gets
     * @param settings fields of the directory that are set
     * @param created artifacts that are added
     * @param differences what is taken over from the right side into artifacts that are there
     * @param known elements of the file that the session has itself, each with the session's own
     * @param present the session's artifacts that are in the file too, by their ids
     * @param sealed what happens to sealed artifacts
     */
    record Parts(List<Element> directoryElements, Map<EAttribute, Object> settings, List<Artifact> created,
            List<Difference> differences, Map<EObject, EObject> known, Map<String, Artifact> present,
            Sealed sealed) {
    }

    /**
     * What happens to sealed artifacts.
     *
     * @param added those that the directory gets
     * @param replaced those that it has, each with what it becomes
     * @param removed those that become artifacts
     */
    record Sealed(List<SealedArtifact> added, Map<SealedArtifact, SealedArtifact> replaced,
            List<SealedArtifact> removed) {
    }

    private final EditSession session;
    private final Parts parts;
    /** What goes to the directory, and what is taken over into artifacts that are there: each is empty or one command. */
    private final List<Command> directory;
    private List<Command> merge = List.of();

    ModelCommand(EditSession session, Parts parts) {
        this.session = session;
        this.parts = parts;
        directory = directory();
    }

    private List<Command> directory() {
        EditingDomain domain = session.editingDomain();
        Directory owner = session.directory();
        CompoundCommand all = new CompoundCommand();
        parts.settings().forEach((field, value) -> all.append(SetCommand.create(domain, owner, field, value)));
        for (Element element : parts.directoryElements()) {
            all.append(AddCommand.create(domain, owner, element.eContainmentFeature(), element));
        }
        addSealed(domain, owner, all);
        return all.isEmpty() ? List.of() : List.of(all);
    }

    private void addSealed(EditingDomain domain, Directory owner, CompoundCommand all) {
        EReference list = ModelPackage.Literals.DIRECTORY__SEALED;
        parts.sealed().removed().forEach(one -> all.append(RemoveCommand.create(domain, owner, list, one)));
        parts.sealed().added().forEach(one -> all.append(AddCommand.create(domain, owner, list, one)));
        parts.sealed().replaced().forEach((one, other) -> one.eClass().getEAttributes().stream()
                .filter(field -> !Objects.equals(one.eGet(field), other.eGet(field)))
                .forEach(field -> all.append(SetCommand.create(domain, one, field, other.eGet(field)))));
    }

    @Override
    protected boolean prepare() {
        return directory.stream().allMatch(Command::canExecute);
    }

    @Override
    public void execute() {
        directory.forEach(Command::execute);
        parts.created().forEach(session::add);
        try {
            // It looks up what the changes refer to, so it is made when that is there.
            merge = parts.differences().isEmpty()
                    ? List.of()
                    : List.of(Merge.command(parts.differences(), false, session));
        } catch (WorkspaceException e) {
            takeBack();
            throw e;
        }
        merge.forEach(Command::execute);
        redirect();
    }

    /** What was added refers to what was read beside it; it is to refer to what the session has in its place. */
    private void redirect() {
        EcoreUtil.CrossReferencer.find(parts.created()).forEach((target, references) -> own(target).ifPresent(
                there -> references.stream().filter(reference -> reference.getEStructuralFeature().isChangeable())
                        .forEach(reference -> EcoreUtil.replace(reference, target, there))));
    }

    private Optional<EObject> own(EObject target) {
        if (parts.known().containsKey(target)) {
            return Optional.of(parts.known().get(target));
        }
        return target instanceof Element element && EcoreUtil.getRootContainer(target) instanceof Artifact root
                ? Optional.ofNullable(parts.present().get(root.getId())).filter(there -> there != root)
                        .map(there -> there.eResource().getEObject(element.getId()))
                : Optional.empty();
    }

    private void takeBack() {
        parts.created().forEach(session::delete);
        directory.forEach(Command::undo);
    }

    @Override
    public void undo() {
        merge.forEach(Command::undo);
        takeBack();
    }

    @Override
    public void redo() {
        directory.forEach(Command::redo);
        parts.created().forEach(session::add);
        merge.forEach(Command::redo);
    }

    @Override
    public void dispose() {
        directory.forEach(Command::dispose);
        merge.forEach(Command::dispose);
    }
}
