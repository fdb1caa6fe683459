package org.chartroom.vendor.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.chartroom.core.check.QuickFix;
import org.chartroom.core.link.Links;
import org.chartroom.core.type.ItemKeys;
import org.chartroom.core.workspace.ArtifactInfo;
import org.chartroom.core.workspace.EditSession;
import org.chartroom.model.LinkType;
import org.chartroom.model.risk.Risk;
import org.chartroom.model.risk.RiskFactory;
import org.chartroom.model.risk.RiskPackage;
import org.chartroom.model.risk.RiskRegister;
import org.chartroom.model.risk.RiskStatus;
import org.chartroom.model.vendor.Metric;
import org.chartroom.model.vendor.VendorScorecard;
import org.eclipse.emf.common.command.Command;
import org.eclipse.emf.common.command.CompoundCommand;
import org.eclipse.emf.edit.command.AddCommand;
import org.eclipse.emf.edit.domain.EditingDomain;

/** Proposes a risk, in one of the registers of the workspace, for a metric that must be met and was missed. */
final class RiskProposal {
    private static final String CATEGORY = "Vendor";
    private static final int MOST_REGISTERS = 5;

    private final VendorScorecard scorecard;
    private final Metric metric;
    private final LocalDate today;

    /**
     * @param today the day the risk is raised on
     */
    RiskProposal(VendorScorecard scorecard, Metric metric, LocalDate today) {
        this.scorecard = scorecard;
        this.metric = metric;
        this.today = today;
    }

    /**
     * @param cause what was missed, one sentence
     * @return a fix for each register, those of the scorecard's project first; none when the metric has led to a risk
     *         already or the scorecard is in no workspace
     */
    QuickFix[] fixes(String cause) {
        boolean done = metric.getLinks().stream().anyMatch(link -> link.getTarget() instanceof Risk);
        Optional<EditSession> session = EditSession.of(scorecard);
        if (done || session.isEmpty()) {
            return new QuickFix[0];
        }
        String project = scorecard.getProject() == null ? "" : scorecard.getProject().getId();
        List<ArtifactInfo> registers = new ArrayList<>(session.get().artifacts().stream()
                .filter(info -> info.type() == RiskPackage.Literals.RISK_REGISTER).toList());
        registers.sort((a, b) -> Boolean.compare(b.projectId().filter(project::equals).isPresent(),
                a.projectId().filter(project::equals).isPresent()));
        return registers.stream().limit(MOST_REGISTERS)
                .map(info -> new QuickFix(Messages.bind(Messages.mustPass_fix, info.key(), info.title()),
                        domain -> propose(domain, session.get(), info.id(), cause)))
                .toArray(QuickFix[]::new);
    }

    /** One command over both artifacts: they are saved and undone together. */
    private Command propose(EditingDomain domain, EditSession session, String registerId, String cause) {
        CompoundCommand both = new CompoundCommand(Messages.mustPass_label);
        session.artifact(registerId).map(RiskRegister.class::cast).ifPresent(register -> {
            Risk risk = risk(register, cause);
            both.append(AddCommand.create(domain, register, RiskPackage.Literals.RISK_REGISTER__RISKS, risk));
            both.append(Links.add(domain, metric, LinkType.CAUSES, risk, cause));
        });
        return both;
    }

    private Risk risk(RiskRegister register, String cause) {
        String vendor = scorecard.getVendor() == null || scorecard.getVendor().getName() == null
                ? scorecard.getTitle()
                : scorecard.getVendor().getName();
        Risk risk = RiskFactory.eINSTANCE.createRisk();
        risk.setId(UUID.randomUUID().toString());
        risk.setKey(ItemKeys.key(risk.eClass(), ItemKeys.highest(register.getRisks(), risk.eClass()) + 1));
        risk.setTitle(Messages.bind(Messages.mustPass_riskTitle, vendor, metric.getTitle()));
        risk.setCause(cause);
        risk.setCategory(CATEGORY);
        risk.setStatus(RiskStatus.IDENTIFIED);
        risk.setRaisedOn(today);
        risk.setOwner(scorecard.getOwner());
        return risk;
    }
}
