package org.chartroom.ui.internal;

import org.chartroom.ui.internal.comment.CommentsView;
import org.chartroom.ui.internal.evidence.EvidenceView;
import org.chartroom.ui.internal.history.CompareView;
import org.chartroom.ui.internal.history.HistoryView;
import org.chartroom.ui.internal.history.SignOffsView;
import org.chartroom.ui.internal.link.LinksView;
import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;

/**
 * Chartroom's one perspective: where the artifacts are to the left, what is in the one at hand under them, and
 * what is the matter with it below.
 */
public final class ChartroomPerspective implements IPerspectiveFactory {
    /** Id of the perspective. */
    public static final String ID = "org.chartroom.ui.perspective";
    /** Id of the view that shows the artifacts of the workspace. */
    public static final String NAVIGATOR = "org.chartroom.ui.navigator";
    /** Id of the view that shows what the checks found. */
    public static final String FINDINGS = "org.chartroom.ui.findings";

    @Override
    public void createInitialLayout(IPageLayout layout) {
        String editors = layout.getEditorArea();
        layout.setEditorAreaVisible(true);
        layout.addView(NAVIGATOR, IPageLayout.LEFT, 0.2f, editors);
        IFolderLayout bottom = layout.createFolder("bottom", IPageLayout.BOTTOM, 0.72f, editors);
        bottom.addView(FINDINGS);
        bottom.addView(LinksView.ID);
        bottom.addView(CommentsView.ID);
        bottom.addView(EvidenceView.ID);
        bottom.addView(HistoryView.ID);
        bottom.addView(IPageLayout.ID_PROP_SHEET);
        bottom.addPlaceholder(CompareView.ID);
        bottom.addPlaceholder(SignOffsView.ID);
        layout.addView(IPageLayout.ID_OUTLINE, IPageLayout.BOTTOM, 0.5f, NAVIGATOR);
        for (String view : new String[]{NAVIGATOR, FINDINGS, LinksView.ID, CommentsView.ID, EvidenceView.ID,
                HistoryView.ID, CompareView.ID, SignOffsView.ID, IPageLayout.ID_PROP_SHEET, IPageLayout.ID_OUTLINE}) {
            layout.addShowViewShortcut(view);
        }
    }
}
