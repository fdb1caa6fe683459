package org.chartroom.charter.ui;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.chartroom.chart.RankedBars;
import org.chartroom.chart.RankedBars.Bar;
import org.chartroom.chart.Tone;
import org.chartroom.charter.PortfolioRanking;
import org.chartroom.charter.PortfolioRanking.Place;
import org.chartroom.charter.Prioritisation.Weights;
import org.chartroom.charter.report.Words;
import org.chartroom.core.type.Presentation;
import org.chartroom.model.ModelPackage;
import org.chartroom.model.charter.Charter;
import org.chartroom.model.charter.CharterPackage.Literals;
import org.chartroom.model.charter.CharterPackage;
import org.chartroom.model.charter.Health;
import org.chartroom.ui.forms.StandingsPage;
import org.chartroom.ui.forms.chart.ChartView;
import org.chartroom.ui.forms.chart.FigureTile;
import org.chartroom.ui.forms.field.FormFields;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.forms.IManagedForm;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.Section;

/** All charters of the workspace by their priority scores, and the weights these are made with. */
final class RankingPage extends StandingsPage<Standing> {
    static final String ID = "ranking";
    private static final int TILES = 2;

    private FormFields fields;
    private FigureTile rank;
    private FigureTile score;
    private ChartView chart;
    private TableViewer table;
    private Map<Standing, Integer> places = Map.of();

    RankingPage(CharterEditor editor) {
        super(editor, ID, Messages.ranking, artifact -> Standing.of((Charter) artifact));
    }

    @Override
    protected void createContent(IManagedForm managedForm) {
        FormToolkit toolkit = managedForm.getToolkit();
        Composite body = managedForm.getForm().getBody();
        managedForm.getForm().setText(Messages.ranking);
        GridLayoutFactory.swtDefaults().margins(14, 10).spacing(0, 10).applyTo(body);
        Composite tiles = toolkit.createComposite(body);
        GridLayoutFactory.fillDefaults().numColumns(TILES).spacing(10, 0).applyTo(tiles);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(tiles);
        rank = new FigureTile(tiles, toolkit, Messages.rankCaption, Messages.rankTip);
        score = new FigureTile(tiles, toolkit, Messages.score, "");
        chart = new ChartView(body);
        GridDataFactory.fillDefaults().grab(true, true).hint(520, 170).applyTo(chart);
        table = createTable(body);
        createColumns();
        openOnDoubleClick(Standing::id);
        fields = new FormFields(editing(), toolkit);
        Section section = fields.section(body, Messages.weights,
                List.of(ModelPackage.Literals.DIRECTORY__ALIGNMENT_WEIGHT,
                        ModelPackage.Literals.DIRECTORY__IMPACT_WEIGHT,
                        ModelPackage.Literals.DIRECTORY__RESOURCES_WEIGHT,
                        ModelPackage.Literals.DIRECTORY__TIMELINE_WEIGHT),
                2);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(section);
        fields.setInput(editing().directory());
        body.addDisposeListener(event -> fields.dispose());
        toolkit.createLabel(body, Messages.rankingNote, SWT.WRAP);
    }

    private void createColumns() {
        column(Messages.rank, 60, SWT.RIGHT, standing -> Optional.ofNullable(places.get(standing))
                .map(String::valueOf).orElse(Messages.notAvailable));
        column(Messages.key, 90, SWT.LEFT, Standing::key);
        column(Messages.charter, 250, SWT.LEFT, Standing::title);
        column(Messages.score, 70, SWT.RIGHT, standing -> standing.score(weights()).map(Amounts::number)
                .orElse(Messages.notAvailable));
        List<String> names = List.of(Messages.alignment, Messages.impact, Messages.resources, Messages.timeline);
        for (int i = 0; i < names.size(); i++) {
            int index = i;
            column(names.get(i), 85, SWT.RIGHT, standing -> standing.scores().get(index) == null
                    ? Messages.notAvailable
                    : String.valueOf(standing.scores().get(index)));
        }
        column(Messages.priority, 70, SWT.LEFT,
                standing -> Words.label(Literals.CHARTER_PRIORITY, standing.priority()));
        column(Messages.health, 70, SWT.LEFT, standing -> Words.label(Literals.HEALTH, standing.health()));
        column(Messages.budget, 130, SWT.RIGHT, standing -> Amounts.whole(standing.budget()));
        column(Messages.npvShort, 130, SWT.RIGHT, standing -> Amounts.whole(standing.npv()));
        filler();
    }

    private Weights weights() {
        return Weights.of(editing().directory());
    }

    @Override
    protected void show(List<Standing> standings) {
        Weights weights = weights();
        List<Place<Standing>> ranked = PortfolioRanking.of(standings, standing -> standing.score(weights));
        places = ranked.stream().collect(Collectors.toMap(Place::subject, Place::rank));
        table.setInput(Stream.concat(ranked.stream().map(Place::subject),
                standings.stream().filter(standing -> !places.containsKey(standing))).toList());
        Standing own = standings.get(standings.size() - 1);
        rank.show(places.containsKey(own)
                ? Messages.bind(Messages.rankOf, places.get(own), ranked.size())
                : Messages.notAvailable);
        score.show(own.score(weights).map(Amounts::number).orElse(Messages.notAvailable));
        score.explain(Scores.formula(own.scores(), weights));
        if (ranked.isEmpty()) {
            chart.showEmpty(Messages.noRanking);
        } else {
            chart.show(new RankedBars(ranked.stream().map(Place::subject).map(standing -> new Bar(standing.key() + " "
                    + standing.title() + " (" + label(standing.health()) + ")", standing.score(weights).orElseThrow(),
                    tone(standing.health()))).toList(),
                    Messages.scoreAxis));
        }
    }

    private static String label(Health health) {
        return Presentation.label(CharterPackage.Literals.HEALTH.getEEnumLiteral(health.getValue()));
    }

    private static Tone tone(Health health) {
        return switch (health) {
            case GREEN -> Tone.GOOD;
            case AMBER -> Tone.WATCH;
            case RED -> Tone.BAD;
        };
    }

    @Override
    public void reloaded() {
        fields.setInput(editing().directory());
        super.reloaded();
    }
}
