package org.chartroom.risk;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.chartroom.core.evaluation.Evaluation;
import org.chartroom.core.workspace.BaselineInfo;
import org.chartroom.core.workspace.EditSession;
import org.chartroom.core.workspace.State;
import org.chartroom.core.workspace.Workspace;
import org.chartroom.model.Project;
import org.chartroom.model.risk.Risk;
import org.chartroom.model.risk.RiskPackage;
import org.chartroom.model.risk.RiskRegister;
import org.eclipse.emf.common.notify.Notification;
import org.eclipse.emf.common.notify.impl.AdapterImpl;
import org.eclipse.emf.ecore.util.EcoreUtil;

/** Where the risks of a register stood in a baseline. */
public final class PastAssessments {
    private final String baseline;
    private final MatrixSize size;
    private final Map<String, List<Integer>> places;

    /**
     * @param baseline name of the baseline
     * @param size size of the matrix in it
     * @param places current likelihood and impact of the risks in it, by their ids
     */
    public PastAssessments(String baseline, MatrixSize size, Map<String, List<Integer>> places) {
        this.baseline = baseline;
        this.size = size;
        this.places = Map.copyOf(places);
    }

    /** Keeps what was read with the register, as long as the same baseline is chosen. */
    private static final class Kept extends AdapterImpl {
        private final Optional<PastAssessments> past;
        private final boolean given;

        Kept(Optional<PastAssessments> past, boolean given) {
            this.past = past;
            this.given = given;
        }

        @Override
        public boolean isAdapterForType(Object type) {
            return type == PastAssessments.class;
        }

        @Override
        public void notifyChanged(Notification change) {
            if (change.getFeature() == RiskPackage.Literals.RISK_REGISTER__MOVEMENT_SINCE && !change.isTouch()) {
                RiskRegister register = (RiskRegister) getTarget();
                forget(register);
                if (given) {
                    // Who gave what is known gives what is known of the other baseline, too.
                    keep(register, Optional.empty());
                }
            }
        }
    }

    /**
     * Reads them when they are asked for first, and keeps them until another baseline is chosen or {@link #forget} is
     * called.
     *
     * @param register a register
     * @return where its risks stood in the baseline that movement is measured from; empty when there is no such baseline, or
     *         the register is in no workspace
     */
    public static Optional<PastAssessments> of(RiskRegister register) {
        if (EcoreUtil.getExistingAdapter(register, PastAssessments.class) instanceof Kept kept) {
            return kept.past;
        }
        Optional<PastAssessments> past = baseline(register).map(chosen -> read(
                EditSession.of(register).orElseThrow().workspace(), chosen, register.getId()));
        register.eAdapters().add(new Kept(past, false));
        return past;
    }

    /**
     * @param register a register
     * @return the baseline that movement is measured from: the one it names, or else the newest one of the workspace or
     *         of its project, in a state of the past the newest one of then; empty when there is none
     */
    public static Optional<BaselineInfo> baseline(RiskRegister register) {
        return EditSession.of(register).flatMap(session -> choices(session, register).stream()
                .filter(choice -> register.getMovementSince() == null || register.getMovementSince().isBlank()
                        || choice.name().equalsIgnoreCase(register.getMovementSince()))
                .findFirst());
    }

    /**
     * @param session a session
     * @param register a register in it
     * @return the baselines that can have it, the newest first
     */
    public static List<BaselineInfo> choices(EditSession session, RiskRegister register) {
        long newest = session.asOf().map(State::revision).orElse(Long.MAX_VALUE);
        Project project = register.getProject();
        List<BaselineInfo> choices = new ArrayList<>(session.workspace().baselines().stream()
                .filter(choice -> choice.revision() <= newest)
                .filter(choice -> choice.projectId().isEmpty()
                        || project != null && choice.projectId().get().equals(project.getId()))
                .toList());
        Collections.reverse(choices);
        return choices;
    }

    /**
     * Reads a register as it was, with a session of its own; can be called from any thread.
     *
     * @param workspace the workspace
     * @param baseline a baseline of it
     * @param registerId id of the register
     * @return where its risks stood; nothing of a register that was not there yet
     */
    public static PastAssessments read(Workspace workspace, BaselineInfo baseline, String registerId) {
        Map<String, List<Integer>> places = new HashMap<>();
        try (EditSession session = workspace.openSession(State.of(baseline))) {
            Optional<RiskRegister> past = session.artifact(registerId).map(RiskRegister.class::cast);
            MatrixSize size = MatrixSize.of(past.orElse(null));
            past.ifPresent(register -> register.getRisks().stream()
                    .filter(risk -> size.score(risk.getCurrentLikelihood(), risk.getCurrentImpact()) != null)
                    .forEach(risk -> places.put(risk.getId(),
                            List.of(risk.getCurrentLikelihood(), risk.getCurrentImpact()))));
            return new PastAssessments(baseline.name(), size, places);
        }
    }

    /**
     * Gives a register what is known of its past, so that it is not read; who reads it beside the user interface gives
     * nothing at first, and again when another baseline is chosen.
     *
     * @param register a register
     * @param past where its risks stood; empty for none
     */
    public static void keep(RiskRegister register, Optional<PastAssessments> past) {
        forget(register);
        register.eAdapters().add(new Kept(past, true));
        Evaluation.of(register).forget();
    }

    /** @param register a register whose past is read anew when it is asked for next */
    public static void forget(RiskRegister register) {
        register.eAdapters().removeIf(Kept.class::isInstance);
        Evaluation.of(register).forget();
    }

    /** @return name of the baseline */
    public String baseline() {
        return baseline;
    }

    /**
     * @param register the register as it is now
     * @return whether its matrix has the size it had in the baseline; scores and places of different ones say nothing of
     *         each other
     */
    public boolean isComparable(RiskRegister register) {
        return places.isEmpty() || size.equals(MatrixSize.of(register));
    }

    /**
     * @param register the register as it is now
     * @return current likelihood and impact of the risks in the baseline, by their ids; none where the matrix had another
     *         size
     */
    public Map<String, List<Integer>> places(RiskRegister register) {
        return isComparable(register) ? places : Map.of();
    }

    /**
     * @param risk a risk as it is now
     * @return its score in the baseline; null when it was not there or not assessed
     */
    public Integer score(Risk risk) {
        List<Integer> place = risk.getId() == null ? null : places.get(risk.getId());
        return place == null ? null : size.score(place.get(0), place.get(1));
    }

    /**
     * @param risk a risk as it is now
     * @return its current score minus the one in the baseline; null when there is one of them only, or the matrix had another
     *         size
     */
    public Integer movement(Risk risk) {
        Integer then = score(risk);
        RiskRegister register = RiskScales.registerOf(risk);
        Integer now = RiskScales.score(register, risk.getCurrentLikelihood(), risk.getCurrentImpact());
        return then == null || now == null || !isComparable(register) ? null : Integer.valueOf(now - then);
    }
}
