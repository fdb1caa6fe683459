package org.chartroom.ui.forms.link;

import java.util.ArrayList;
import java.util.List;

import org.chartroom.core.link.Backlink;
import org.chartroom.core.link.Links;
import org.chartroom.core.workspace.EditSession;
import org.chartroom.model.Artifact;
import org.chartroom.model.Element;
import org.chartroom.ui.forms.Notice;
import org.chartroom.ui.forms.field.FieldFormat;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Shell;

/** Asks before something is deleted that others refer to, and says what would break. */
public final class Deletion {
    private static final int LINES_SHOWN = 8;

    private Deletion() {
    }

    /**
     * @param shell for the question
     * @param session the session of what is deleted
     * @param doomed elements of one artifact or of the directory, or that artifact
     * @return whether to delete them: true at once when nothing refers to them
     */
    public static boolean isWanted(Shell shell, EditSession session, List<? extends Element> doomed) {
        if (doomed.isEmpty()) {
            return false;
        }
        List<String> lines = broken(session, doomed);
        return lines.isEmpty() || Notice.open(MessageDialog.WARNING, shell, Messages.deleteTitle,
                Messages.deleteQuestion + "\n\n" + String.join("\n", lines), Messages.deleteAnyway,
                IDialogConstants.CANCEL_LABEL) == 0;
    }

    /**
     * @param session the session of what is deleted
     * @param doomed elements of one artifact or of the directory, or that artifact; at least one
     * @return what would refer to nothing, one line each, the many cut short
     */
    public static List<String> broken(EditSession session, List<? extends Element> doomed) {
        Element root = (Element) EcoreUtil.getRootContainer(doomed.get(0));
        List<Backlink> links = Links.to(session, root, doomed);
        List<String> lines = new ArrayList<>();
        for (Backlink link : links.subList(0, Math.min(links.size(), LINES_SHOWN))) {
            lines.add(line(root, link));
        }
        if (links.size() > LINES_SHOWN) {
            lines.add(NLS.bind(Messages.deleteMore, links.size() - LINES_SHOWN));
        }
        return lines;
    }

    private static String line(Element root, Backlink link) {
        Element from = link.subject() == null ? link.source() : link.subject();
        EObject around = EcoreUtil.getRootContainer(from);
        String who = around != from && around != root && around instanceof Artifact artifact
                ? artifact.getKey() + " / " + FieldFormat.name(from)
                : FieldFormat.name(from);
        return NLS.bind(Messages.deleteLine, new Object[]{FieldFormat.name(link.target()), link.label(), who});
    }
}
