package org.chartroom.risk.report;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;

import org.chartroom.model.risk.Risk;
import org.chartroom.model.risk.RiskStatus;

/** The three assessments of a risk. */
public enum Assessment {
    /** Without any treatment. */
    INHERENT(Risk::getInherentLikelihood, Risk::getInherentImpact),
    /** As it is now. */
    CURRENT(Risk::getCurrentLikelihood, Risk::getCurrentImpact),
    /** As it is to become. */
    TARGET(Risk::getTargetLikelihood, Risk::getTargetImpact);

    private static final Set<RiskStatus> OVER = EnumSet.of(RiskStatus.CLOSED, RiskStatus.OCCURRED);

    private final Function<Risk, Integer> likelihood;
    private final Function<Risk, Integer> impact;

    Assessment(Function<Risk, Integer> likelihood, Function<Risk, Integer> impact) {
        this.likelihood = likelihood;
        this.impact = impact;
    }

    /**
     * @param risk a risk
     * @param wantedLikelihood a step of the scale of the register
     * @param wantedImpact a step of the scale of the register
     * @return whether the risk is open and assessed so
     */
    public boolean isAt(Risk risk, int wantedLikelihood, int wantedImpact) {
        Integer l = likelihood.apply(risk);
        Integer i = impact.apply(risk);
        return isOpen(risk) && l != null && i != null && l == wantedLikelihood && i == wantedImpact;
    }

    /**
     * @param risk a risk
     * @return its likelihood in this assessment; null when there is none
     */
    public Integer likelihood(Risk risk) {
        return likelihood.apply(risk);
    }

    /**
     * @param risk a risk
     * @return its impact in this assessment; null when there is none
     */
    public Integer impact(Risk risk) {
        return impact.apply(risk);
    }

    /**
     * @param risk a risk
     * @return whether it is on the map: it is neither closed nor has it occurred
     */
    public static boolean isOpen(Risk risk) {
        return !OVER.contains(risk.getStatus());
    }

    /** @return what it is called */
    public String label() {
        return switch (this) {
            case INHERENT -> Messages.inherent;
            case CURRENT -> Messages.current;
            case TARGET -> Messages.target;
        };
    }
}
