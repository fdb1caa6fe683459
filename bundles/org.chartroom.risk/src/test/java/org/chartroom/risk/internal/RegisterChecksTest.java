package org.chartroom.risk.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.chartroom.core.check.Finding;
import org.chartroom.core.evaluation.Evaluation;
import org.chartroom.model.risk.ImpactLevel;
import org.chartroom.model.risk.LikelihoodLevel;
import org.chartroom.model.risk.Risk;
import org.chartroom.model.risk.RiskFactory;
import org.chartroom.model.risk.RiskRegister;
import org.chartroom.risk.MatrixSize;
import org.chartroom.risk.PastAssessments;
import org.chartroom.risk.RiskScales;
import org.chartroom.testkit.DeclaredChecks;
import org.eclipse.emf.common.command.BasicCommandStack;
import org.eclipse.emf.edit.domain.AdapterFactoryEditingDomain;
import org.eclipse.emf.edit.provider.ReflectiveItemProviderAdapterFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RegisterChecksTest {
    private final RiskRegister register = RiskFactory.eINSTANCE.createRiskRegister();

    @BeforeEach
    void usualScales() {
        RiskScales.addDefaults(register);
    }

    private List<Finding> findings() {
        return DeclaredChecks.of(Path.of("plugin.xml")).run(register,
                Evaluation.on(register, LocalDate.of(2026, 3, 31)));
    }

    @Test
    void scalesOfThreeToTenStepsHaveNoFinding() {
        RiskScales.resize(register, new MatrixSize(3, 10));

        assertEquals(List.of(), findings());
    }

    @Test
    void emptyScalesHaveNoFinding() {
        register.getLikelihoodScale().clear();
        register.getImpactScale().clear();

        assertEquals(List.of(), findings());
    }

    @Test
    void scaleWithAGapIsFoundAndNumberedAnew() {
        register.getLikelihoodScale().remove(2);
        assertEquals(
                "The Likelihood scale has 4 steps that are not numbered from 1 without gaps, so it counts as the usual "
                        + "one; a scale has 3 to 10 steps, numbered from 1.",
                findings().get(0).message());

        AdapterFactoryEditingDomain domain = new AdapterFactoryEditingDomain(new ReflectiveItemProviderAdapterFactory(),
                new BasicCommandStack());
        domain.getCommandStack().execute(findings().get(0).fixes().get(0).command().apply(domain));

        assertEquals(List.of(1, 2, 3, 4),
                register.getLikelihoodScale().stream().map(LikelihoodLevel::getValue).toList());
        assertEquals(List.of(), findings());
    }

    @Test
    void scaleOfTwoStepsIsFoundWithoutARemedyThatGuesses() {
        ImpactLevel first = register.getImpactScale().get(0);
        ImpactLevel second = register.getImpactScale().get(1);
        register.getImpactScale().clear();
        register.getImpactScale().addAll(List.of(first, second));

        assertEquals(1, findings().size());
        assertEquals(List.of(), findings().get(0).fixes());
    }

    @Test
    void ratingBeyondAScaleThatGotShorterIsFoundAndSetToItsLastStep() {
        Risk risk = RiskFactory.eINSTANCE.createRisk();
        risk.setKey("R-1");
        risk.setCurrentLikelihood(5);
        register.getRisks().add(risk);

        RiskScales.resize(register, new MatrixSize(4, 5));

        assertEquals(List.of("Current likelihood of R-1 is 5, outside the scale of 1 to 4; correct it."),
                findings().stream().filter(finding -> finding.checkId().endsWith("offScale")).map(Finding::message)
                        .toList());
    }

    @Test
    void baselineWithAnotherNumberOfStepsIsFound() {
        PastAssessments.keep(register,
                Optional.of(new PastAssessments("Gate 1", new MatrixSize(5, 4), Map.of("1", List.of(2, 4)))));

        assertEquals(
                List.of("In the baseline \"Gate 1\" the scales had another number of steps, so no movement since it is "
                        + "shown; choose a later baseline."),
                findings().stream().map(Finding::message).toList());
    }
}
