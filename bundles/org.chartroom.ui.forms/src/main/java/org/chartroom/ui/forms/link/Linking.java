package org.chartroom.ui.forms.link;

import java.util.Optional;

import org.chartroom.core.link.Links;
import org.chartroom.core.workspace.ArtifactInfo;
import org.chartroom.model.Artifact;
import org.chartroom.model.Element;
import org.chartroom.model.LinkType;
import org.chartroom.model.Subject;
import org.chartroom.ui.forms.ArtifactEditing;
import org.chartroom.ui.forms.Notice;
import org.chartroom.ui.forms.field.FieldFormat;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.jface.window.Window;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Shell;

/** Links an element of the artifact at hand to another, chosen in a dialog or dropped. */
public final class Linking {
    private final Shell shell;
    private final ArtifactEditing editing;
    private final Subject source;

    private Linking(Shell shell, ArtifactEditing editing, Subject source) {
        this.shell = shell;
        this.editing = editing;
        this.source = source;
    }

    /**
     * @param shell for dialogs
     * @param editing the artifact at hand
     * @param element the element of it the link should start at, or something inside that element
     * @return how to link it; empty when nothing can be changed
     */
    public static Optional<Linking> of(Shell shell, ArtifactEditing editing, Element element) {
        EObject around = element;
        while (around != null && !(around instanceof Subject)) {
            around = around.eContainer();
        }
        return around == null || editing.isReadOnly()
                ? Optional.empty()
                : Optional.of(new Linking(shell, editing, (Subject) around));
    }

    /** Asks what to link to. */
    public void ask() {
        LinkDialog dialog = new LinkDialog(shell, editing.workspace(), FieldFormat.name(source));
        if (dialog.open() == Window.OK && dialog.target() != null) {
            editing.session().artifact(dialog.target().artifactId())
                    .flatMap(artifact -> find(artifact, dialog.target().id()))
                    .ifPresent(target -> link(target, dialog.type(), dialog.note()));
        }
    }

    /** @param dropped an artifact of the navigator, or an element of any editor */
    public void drop(Object dropped) {
        if (dropped instanceof ArtifactInfo info) {
            editing.session().artifact(info.id()).ifPresent(target -> link(target, LinkType.RELATES_TO, ""));
        } else if (dropped instanceof Subject subject
                && EcoreUtil.getRootContainer(subject) instanceof Artifact root) {
            editing.session().artifact(root.getId()).flatMap(artifact -> find(artifact, subject.getId()))
                    .ifPresent(target -> link(target, LinkType.RELATES_TO, ""));
        } else if (dropped instanceof Element element) {
            refuse(NLS.bind(Messages.notASubject, FieldFormat.name(element)));
        }
    }

    private static Optional<Subject> find(Artifact artifact, String id) {
        return artifact.eResource().getEObject(id) instanceof Subject subject
                ? Optional.of(subject)
                : Optional.empty();
    }

    private void link(Subject target, LinkType type, String note) {
        if (target == source) {
            refuse(NLS.bind(Messages.itself, FieldFormat.name(source)));
        } else if (Links.areLinked(source, target)) {
            refuse(NLS.bind(Messages.already, FieldFormat.name(source), FieldFormat.name(target)));
        } else {
            editing.execute(Links.add(editing.domain(), source, type, target, note));
        }
    }

    private void refuse(String why) {
        Notice.information(shell, Messages.failed, why);
    }
}
