package org.chartroom.charter.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.chartroom.charter.PortfolioRanking;
import org.chartroom.charter.PortfolioRanking.Place;
import org.chartroom.charter.Prioritisation;
import org.chartroom.charter.Prioritisation.Weights;
import org.chartroom.core.type.ValueTexts;
import org.chartroom.core.workspace.EditSession;
import org.chartroom.model.charter.Charter;
import org.chartroom.model.charter.CharterPackage.Literals;
import org.chartroom.report.section.ReportContext;
import org.chartroom.report.section.ReportSection;
import org.chartroom.report.section.ReportSink;

/** The charter's place among the charters of the workspace, by their weighted priority scores. */
public final class RankingSection implements ReportSection {
    @Override
    public void write(ReportContext context, ReportSink sink) {
        Charter charter = (Charter) context.artifact();
        Optional<EditSession> around = EditSession.of(charter);
        if (around.isEmpty()) {
            return;
        }
        // A session of its own: that of the artifact may be at work in the thread of an editor.
        try (EditSession session = around.get().asOf().map(around.get().workspace()::openSession)
                .orElseGet(around.get().workspace()::openSession)) {
            List<Charter> charters = new ArrayList<>();
            session.artifacts().stream().filter(info -> info.type() == Literals.CHARTER)
                    .filter(info -> !info.id().equals(charter.getId()))
                    .forEach(info -> session.artifact(info.id()).map(Charter.class::cast).ifPresent(charters::add));
            // The one that is reported counts as it is, saved or not.
            charters.add(charter);
            write(charters, charter, Prioritisation.weights(charter), sink);
        }
    }

    static void write(List<Charter> charters, Charter own, Weights weights, ReportSink sink) {
        List<Place<Charter>> places = PortfolioRanking.of(charters, one -> Prioritisation.score(one, weights));
        Optional<Place<Charter>> place = places.stream().filter(one -> one.subject() == own).findFirst();
        if (places.isEmpty()) {
            return;
        }
        sink.paragraph(place.map(one -> Messages.bind(Messages.rankOf,
                new Object[]{ValueTexts.name(own), one.rank(), places.size()}))
                .orElseGet(() -> Messages.bind(Messages.unranked, ValueTexts.name(own))));
        sink.table(
                List.of(Messages.rank, Messages.charter, Messages.score, Messages.alignment, Messages.impact,
                        Messages.resources, Messages.timeline, Messages.priority, Messages.health),
                places.stream().map(one -> row(one, weights)).toList());
        ValueTexts texts = ValueTexts.current();
        sink.paragraph(Messages.bind(Messages.weights, weights.all().stream().map(weight -> texts.text(null, weight))
                .collect(Collectors.joining(" : "))));
    }

    private static List<String> row(Place<Charter> place, Weights weights) {
        Charter charter = place.subject();
        ValueTexts texts = ValueTexts.current();
        BigDecimal score = Prioritisation.score(charter, weights).orElseThrow();
        List<String> row = new ArrayList<>(
                List.of(String.valueOf(place.rank()), ValueTexts.name(charter),
                        texts.text(Literals.CHARTER__PRIORITY_SCORE, score)));
        Prioritisation.scores(charter).forEach(one -> row.add(one == null ? Messages.notAvailable : one.toString()));
        row.add(Words.label(Literals.CHARTER_PRIORITY, charter.getPriority()));
        row.add(Words.label(Literals.HEALTH, charter.getHealth()));
        return row;
    }
}
