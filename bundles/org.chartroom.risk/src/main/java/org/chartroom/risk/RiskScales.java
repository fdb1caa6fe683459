package org.chartroom.risk;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.chartroom.model.risk.CategoryAppetite;
import org.chartroom.model.risk.ImpactLevel;
import org.chartroom.model.risk.LikelihoodLevel;
import org.chartroom.model.risk.MatrixCell;
import org.chartroom.model.risk.Risk;
import org.chartroom.model.risk.RiskFactory;
import org.chartroom.model.risk.RiskLevel;
import org.chartroom.model.risk.RiskRegister;

/**
 * The 5 x 5 matrix of a register: scores, levels and appetite, after ISO 31000 and the qualitative matrices of ISO
 * 31010, B.10.3.
 */
public final class RiskScales {
    /** Number of steps of the likelihood and of the impact scale. */
    public static final int STEPS = 5;

    private static final String[] LIKELIHOOD_LABELS = {"Rare", "Unlikely", "Possible", "Likely", "Almost certain"};
    private static final String[] IMPACT_LABELS = {"Negligible", "Minor", "Moderate", "Major", "Severe"};
    private static final String[] PROBABILITIES = {"0", "0.05", "0.2", "0.5", "0.8", "1"};
    private static final int MODERATE_FROM = 5;
    private static final int HIGH_FROM = 10;
    private static final int CRITICAL_FROM = 15;

    private RiskScales() {
    }

    /**
     * @param likelihood 1 to 5; null when not assessed
     * @param impact 1 to 5; null when not assessed
     * @return likelihood x impact, 1 to 25; null unless both are on the scale
     */
    public static Integer score(Integer likelihood, Integer impact) {
        return onScale(likelihood) && onScale(impact) ? Integer.valueOf(likelihood * impact) : null;
    }

    /**
     * @param value a likelihood or impact; may be null
     * @return whether it is 1 to 5
     */
    public static boolean onScale(Integer value) {
        return value != null && value >= 1 && value <= STEPS;
    }

    /**
     * @param register the register whose matrix counts; null for the default matrix
     * @param likelihood 1 to 5; null when not assessed
     * @param impact 1 to 5; null when not assessed
     * @return level of the cell: the register's own, or else the default of the score; null unless both are on the
     *         scale
     */
    public static RiskLevel level(RiskRegister register, Integer likelihood, Integer impact) {
        Integer score = score(likelihood, impact);
        if (score == null) {
            return null;
        }
        return register == null
                ? defaultLevel(score)
                : cell(register, likelihood, impact).map(MatrixCell::getLevel).orElseGet(() -> defaultLevel(score));
    }

    /**
     * @param register a register
     * @param likelihood 1 to 5
     * @param impact 1 to 5
     * @return the cell the register has for them, the first one when it has several; empty when the default counts
     */
    public static Optional<MatrixCell> cell(RiskRegister register, int likelihood, int impact) {
        for (MatrixCell cell : register.getMatrix()) {
            if (cell.getLikelihood() == likelihood && cell.getImpact() == impact) {
                return Optional.of(cell);
            }
        }
        return Optional.empty();
    }

    /**
     * @param score 1 to 25
     * @return 1-4 low, 5-9 moderate, 10-14 high, 15-25 critical
     */
    public static RiskLevel defaultLevel(int score) {
        if (score >= CRITICAL_FROM) {
            return RiskLevel.CRITICAL;
        }
        if (score >= HIGH_FROM) {
            return RiskLevel.HIGH;
        }
        return score >= MODERATE_FROM ? RiskLevel.MODERATE : RiskLevel.LOW;
    }

    /**
     * @param register the register; null for the default appetite
     * @param category a category; may be null
     * @return the worst acceptable level: that of the category, or else that of the register
     */
    public static RiskLevel appetite(RiskRegister register, String category) {
        if (register == null) {
            return RiskLevel.MODERATE;
        }
        for (CategoryAppetite own : register.getCategoryAppetites()) {
            if (own.getCategory() != null && own.getCategory().equalsIgnoreCase(category)) {
                return own.getLevel();
            }
        }
        return register.getAppetite();
    }

    /**
     * @param risk a risk
     * @return the register it is in; null when it is in none
     */
    public static RiskRegister registerOf(Risk risk) {
        return risk.eContainer() instanceof RiskRegister register ? register : null;
    }

    /**
     * @param register the register; null for the default labels
     * @param likelihood 1 to 5
     * @return what the step is called
     */
    public static String likelihoodLabel(RiskRegister register, int likelihood) {
        if (register != null) {
            for (LikelihoodLevel level : register.getLikelihoodScale()) {
                if (level.getValue() == likelihood) {
                    return level.getLabel();
                }
            }
        }
        return LIKELIHOOD_LABELS[likelihood - 1];
    }

    /**
     * @param register the register; null for the default labels
     * @param impact 1 to 5
     * @return what the step is called
     */
    public static String impactLabel(RiskRegister register, int impact) {
        if (register != null) {
            for (ImpactLevel level : register.getImpactScale()) {
                if (level.getValue() == impact) {
                    return level.getLabel();
                }
            }
        }
        return IMPACT_LABELS[impact - 1];
    }

    /**
     * Gives a new register the default scales, so that its owner has something to adapt: five steps each, and a cell
     * for each of the 25 combinations.
     *
     * @param register a register without scales
     */
    public static void addDefaults(RiskRegister register) {
        for (int step = 1; step <= STEPS; step++) {
            LikelihoodLevel likelihood = RiskFactory.eINSTANCE.createLikelihoodLevel();
            likelihood.setId(UUID.randomUUID().toString());
            likelihood.setValue(step);
            likelihood.setLabel(LIKELIHOOD_LABELS[step - 1]);
            likelihood.setProbabilityFrom(new BigDecimal(PROBABILITIES[step - 1]));
            likelihood.setProbabilityTo(new BigDecimal(PROBABILITIES[step]));
            register.getLikelihoodScale().add(likelihood);

            ImpactLevel impact = RiskFactory.eINSTANCE.createImpactLevel();
            impact.setId(UUID.randomUUID().toString());
            impact.setValue(step);
            impact.setLabel(IMPACT_LABELS[step - 1]);
            register.getImpactScale().add(impact);
        }
        for (int likelihood = 1; likelihood <= STEPS; likelihood++) {
            for (int impact = 1; impact <= STEPS; impact++) {
                register.getMatrix().add(newCell(likelihood, impact, defaultLevel(likelihood * impact)));
            }
        }
    }

    /**
     * @param likelihood 1 to 5
     * @param impact 1 to 5
     * @param level level of the cell
     * @return a cell that is in no register yet
     */
    public static MatrixCell newCell(int likelihood, int impact, RiskLevel level) {
        MatrixCell cell = RiskFactory.eINSTANCE.createMatrixCell();
        cell.setId(UUID.randomUUID().toString());
        cell.setLikelihood(likelihood);
        cell.setImpact(impact);
        cell.setLevel(level);
        return cell;
    }

    /**
     * @param register a register
     * @return the categories its risks and appetites name, each once, in alphabetical order
     */
    public static List<String> categories(RiskRegister register) {
        return java.util.stream.Stream
                .concat(register.getRisks().stream().map(Risk::getCategory),
                        register.getCategoryAppetites().stream().map(CategoryAppetite::getCategory))
                .filter(category -> category != null && !category.isBlank()).distinct()
                .sorted(String.CASE_INSENSITIVE_ORDER).toList();
    }
}
