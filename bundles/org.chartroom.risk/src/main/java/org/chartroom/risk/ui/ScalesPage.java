package org.chartroom.risk.ui;

import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.chartroom.core.type.Presentation;
import org.chartroom.core.value.Steps;
import org.chartroom.model.Element;
import org.chartroom.model.risk.MatrixCell;
import org.chartroom.model.risk.RiskLevel;
import org.chartroom.model.risk.RiskPackage;
import org.chartroom.model.risk.RiskRegister;
import org.chartroom.risk.MatrixSize;
import org.chartroom.risk.RiskScales;
import org.chartroom.risk.report.HeatMap;
import org.chartroom.ui.forms.ArtifactPage;
import org.chartroom.ui.forms.chart.MatrixView;
import org.chartroom.ui.forms.grid.GridCommands;
import org.chartroom.ui.forms.grid.ItemGrid;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.edit.command.AddCommand;
import org.eclipse.emf.edit.command.ChangeCommand;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.forms.IManagedForm;
import org.eclipse.ui.forms.widgets.ExpandableComposite;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.Section;

/** The scales of the register: what each step of likelihood and impact means, the level of each cell, the appetites. */
final class ScalesPage extends ArtifactPage {
    static final String ID = "scales";
    private static final int FIVE_ROWS = 170;
    private static final int MATRIX_HEIGHT = 300;

    private final RiskEditor editor;
    private ItemGrid likelihood;
    private Combo likelihoods;
    private ItemGrid impact;
    private Combo impacts;
    private MatrixView matrix;
    private ItemGrid appetites;
    private Button usual;

    ScalesPage(RiskEditor editor) {
        super(editor, ID, Messages.scales);
        this.editor = editor;
    }

    @Override
    protected void createContent(IManagedForm managedForm) {
        FormToolkit toolkit = managedForm.getToolkit();
        Composite body = managedForm.getForm().getBody();
        managedForm.getForm().setText(Messages.scales);
        GridLayoutFactory.swtDefaults().numColumns(2).equalWidth(true).margins(14, 10).spacing(18, 12).applyTo(body);
        usual = editButton(body, Messages.usualScales, this::fillIn);
        GridDataFactory.fillDefaults().span(2, 1).align(SWT.BEGINNING, SWT.CENTER).applyTo(usual);
        likelihood = grid(toolkit, section(toolkit, body, Messages.likelihood),
                RiskPackage.Literals.RISK_REGISTER__LIKELIHOOD_SCALE, FIVE_ROWS);
        likelihoods = stepsChoice(toolkit, likelihood.control().getParent(),
                (size, steps) -> new MatrixSize(steps, size.impacts()));
        impact = grid(toolkit, section(toolkit, body, Messages.impact),
                RiskPackage.Literals.RISK_REGISTER__IMPACT_SCALE, FIVE_ROWS);
        impacts = stepsChoice(toolkit, impact.control().getParent(),
                (size, steps) -> new MatrixSize(size.likelihoods(), steps));
        createMatrix(toolkit, section(toolkit, body, Messages.cells));
        Composite own = section(toolkit, body, Messages.categoryAppetites);
        appetites = grid(toolkit, own, RiskPackage.Literals.RISK_REGISTER__CATEGORY_APPETITES, FIVE_ROWS);
        editButton(own, Messages.addAppetite, () -> appetites.addItem());
        editButton(own, Messages.deleteAppetite, () -> appetites.deleteSelected());
        reloaded();
    }

    private static Composite section(FormToolkit toolkit, Composite parent, String title) {
        Section section = toolkit.createSection(parent, ExpandableComposite.TITLE_BAR);
        section.setText(title);
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.BEGINNING).applyTo(section);
        Composite client = toolkit.createComposite(section);
        GridLayoutFactory.fillDefaults().numColumns(2).margins(6, 6).applyTo(client);
        section.setClient(client);
        return client;
    }

    private ItemGrid grid(FormToolkit toolkit, Composite place, EReference list, int height) {
        List<EStructuralFeature> columns = list.getEReferenceType().getEStructuralFeatures();
        ItemGrid grid = new ItemGrid(place, editing(), list, columns, false);
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).hint(200, height).applyTo(grid.control());
        GridCommands.install(getSite(), grid, "org.chartroom.risk." + list.getName() + "Grid");
        return grid;
    }

    /** A choice of how many steps a scale has, below the steps. */
    private Combo stepsChoice(FormToolkit toolkit, Composite place,
            BiFunction<MatrixSize, Integer, MatrixSize> wanted) {
        Label label = toolkit.createLabel(place, Messages.steps);
        label.setToolTipText(Messages.stepsTip);
        Combo steps = new Combo(place, SWT.READ_ONLY);
        steps.setToolTipText(Messages.stepsTip);
        steps.setItems(IntStream.rangeClosed(Steps.FEWEST, Steps.MOST).mapToObj(String::valueOf)
                .toArray(String[]::new));
        steps.setEnabled(!editing().isReadOnly());
        steps.addListener(SWT.Selection, event -> resize(wanted.apply(MatrixSize.of(editor.register()),
                Steps.FEWEST + steps.getSelectionIndex())));
        toolkit.adapt(steps, true, true);
        return steps;
    }

    private void resize(MatrixSize wanted) {
        RiskRegister register = editor.register();
        if (!wanted.equals(MatrixSize.of(register))) {
            editing().execute(new ChangeCommand(register) {
                @Override
                protected void doExecute() {
                    RiskScales.resize(register, wanted);
                }
            });
            reloaded();
        }
    }

    private void createMatrix(FormToolkit toolkit, Composite place) {
        matrix = new MatrixView(place);
        toolkit.adapt(matrix);
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).hint(200, MATRIX_HEIGHT).applyTo(matrix);
        if (!editing().isReadOnly()) {
            matrix.offerLevels(RiskLevel.VALUES.stream().map(level -> Presentation
                    .label(RiskPackage.Literals.RISK_LEVEL.getEEnumLiteral(level.getValue()))).toList(),
                    this::setLevel);
            Label hint = toolkit.createLabel(place, Messages.cellsHint, SWT.WRAP);
            GridDataFactory.fillDefaults().span(2, 1).grab(true, false).hint(200, SWT.DEFAULT).applyTo(hint);
        }
    }

    private void setLevel(int likelihood, int impact, int number) {
        RiskRegister register = editor.register();
        RiskLevel level = RiskLevel.get(number);
        if (level == RiskScales.level(register, likelihood, impact)) {
            return;
        }
        RiskScales.cell(register, likelihood, impact).ifPresentOrElse(
                cell -> editing().set(cell, RiskPackage.Literals.MATRIX_CELL__LEVEL, level),
                () -> editing().execute(AddCommand.create(editing().domain(), register,
                        RiskPackage.Literals.RISK_REGISTER__MATRIX,
                        RiskScales.newCell(likelihood, impact, level))));
    }

    private void fillIn() {
        RiskRegister register = editor.register();
        editing().execute(new ChangeCommand(register) {
            @Override
            protected void doExecute() {
                RiskScales.addDefaults(register);
            }
        });
        reloaded();
    }

    @Override
    public void changed() {
        if (usual != null && !usual.isDisposed()) {
            RiskRegister register = editor.register();
            boolean none = Stream.of(register.getLikelihoodScale(), register.getImpactScale(), register.getMatrix())
                    .allMatch(List::isEmpty);
            usual.setVisible(none);
            ((GridData) usual.getLayoutData()).exclude = !none;
            usual.requestLayout();
            matrix.show(HeatMap.levels(register));
            MatrixSize size = MatrixSize.of(register);
            likelihoods.select(size.likelihoods() - Steps.FEWEST);
            impacts.select(size.impacts() - Steps.FEWEST);
        }
    }

    @Override
    public void reloaded() {
        Stream.of(likelihood, impact, appetites).forEach(grid -> grid.setOwner(editor.register()));
        changed();
    }

    @Override
    public boolean reveal(Element element, EStructuralFeature feature) {
        if (element instanceof MatrixCell cell && matrix != null) {
            matrix.select(cell.getLikelihood(), cell.getImpact());
            matrix.setFocus();
            return true;
        }
        return Stream.of(likelihood, impact, appetites).filter(grid -> grid != null)
                .anyMatch(grid -> grid.reveal(element, feature));
    }
}
