package org.chartroom.charter.ui;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.chartroom.model.Element;
import org.chartroom.model.charter.CharterPackage.Literals;
import org.chartroom.ui.forms.ArtifactPage;
import org.chartroom.ui.forms.grid.GridColumn;
import org.chartroom.ui.forms.grid.ItemGrid;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.forms.IManagedForm;

/** What is to be reached and handed over, what belongs to it and what does not, and what it rests on. */
final class ScopePage extends ArtifactPage {
    static final String ID = "scope";
    private static final int ITEMS_HEIGHT = 150;
    private static final int STATEMENTS_HEIGHT = 112;

    private final CharterEditor editor;
    private final Map<EReference, ItemGrid> grids = new LinkedHashMap<>();

    ScopePage(CharterEditor editor) {
        super(editor, ID, Messages.scope);
        this.editor = editor;
    }

    @Override
    protected void createContent(IManagedForm managedForm) {
        Composite body = managedForm.getForm().getBody();
        managedForm.getForm().setText(Messages.scope);
        GridLayoutFactory.swtDefaults().numColumns(2).margins(14, 10).spacing(18, 10).equalWidth(true).applyTo(body);
        Composite whole = column(body, 10);
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).applyTo(whole);
        List.of(Literals.CHARTER__OBJECTIVES, Literals.CHARTER__DELIVERABLES)
                .forEach(items -> add(whole, items, ITEMS_HEIGHT));
        Composite left = column(body, 10);
        Composite right = column(body, 10);
        List.of(Literals.CHARTER__SCOPE_IN, Literals.CHARTER__SUCCESS_CRITERIA, Literals.CHARTER__ASSUMPTIONS,
                Literals.CHARTER__DEPENDENCIES).forEach(items -> add(left, items, STATEMENTS_HEIGHT));
        List.of(Literals.CHARTER__SCOPE_OUT, Literals.CHARTER__EXIT_CRITERIA, Literals.CHARTER__CONSTRAINTS)
                .forEach(items -> add(right, items, STATEMENTS_HEIGHT));
        reloaded();
    }

    private void add(Composite parent, EReference items, int height) {
        List<GridColumn> columns = ItemGrid.defaultColumns(items.getEReferenceType()).stream().map(GridColumn::of)
                .toList();
        ItemGrid grid = gridSection(parent, items, columns, height);
        grids.put(items, grid);
    }

    @Override
    public void reloaded() {
        grids.values().forEach(grid -> grid.setOwner(editor.charter()));
    }

    @Override
    public boolean reveal(Element element, EStructuralFeature feature) {
        if (element == editor.charter()) {
            return feature instanceof EReference items && grids.containsKey(items)
                    && grids.get(items).control().setFocus();
        }
        return element.eContainer() == editor.charter() && grids.containsKey(element.eContainmentFeature())
                && grids.get(element.eContainmentFeature()).reveal(element, feature);
    }
}
