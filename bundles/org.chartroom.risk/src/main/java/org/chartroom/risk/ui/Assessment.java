package org.chartroom.risk.ui;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;

import org.chartroom.model.risk.Risk;
import org.chartroom.model.risk.RiskStatus;

/** The three assessments of a risk. */
enum Assessment {
    INHERENT(Risk::getInherentLikelihood, Risk::getInherentImpact), CURRENT(Risk::getCurrentLikelihood,
            Risk::getCurrentImpact), TARGET(Risk::getTargetLikelihood, Risk::getTargetImpact);

    private static final Set<RiskStatus> OVER = EnumSet.of(RiskStatus.CLOSED, RiskStatus.OCCURRED);

    private final Function<Risk, Integer> likelihood;
    private final Function<Risk, Integer> impact;

    Assessment(Function<Risk, Integer> likelihood, Function<Risk, Integer> impact) {
        this.likelihood = likelihood;
        this.impact = impact;
    }

    boolean isAt(Risk risk, int wantedLikelihood, int wantedImpact) {
        Integer l = likelihood.apply(risk);
        Integer i = impact.apply(risk);
        return isOpen(risk) && l != null && i != null && l == wantedLikelihood && i == wantedImpact;
    }

    Integer likelihood(Risk risk) {
        return likelihood.apply(risk);
    }

    Integer impact(Risk risk) {
        return impact.apply(risk);
    }

    /** Risks that are closed or have occurred are not on the map any more. */
    static boolean isOpen(Risk risk) {
        return !OVER.contains(risk.getStatus());
    }

    String label() {
        return switch (this) {
            case INHERENT -> Messages.inherent;
            case CURRENT -> Messages.current;
            case TARGET -> Messages.target;
        };
    }
}
