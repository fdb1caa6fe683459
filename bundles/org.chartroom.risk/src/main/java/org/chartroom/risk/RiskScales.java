package org.chartroom.risk;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;

import org.chartroom.core.value.Steps;
import org.chartroom.model.risk.CategoryAppetite;
import org.chartroom.model.risk.ImpactLevel;
import org.chartroom.model.risk.LikelihoodLevel;
import org.chartroom.model.risk.MatrixCell;
import org.chartroom.model.risk.Risk;
import org.chartroom.model.risk.RiskFactory;
import org.chartroom.model.risk.RiskLevel;
import org.chartroom.model.risk.RiskPackage;
import org.chartroom.model.risk.RiskRegister;
import org.eclipse.emf.ecore.EAttribute;

/**
 * The scales and the matrix of a register: scores, levels and appetite, after ISO 31000 and the qualitative matrices of ISO
 * 31010, B.10.3.
 */
public final class RiskScales {
    private static final String[] LIKELIHOOD_LABELS = {"Rare", "Unlikely", "Possible", "Likely", "Almost certain"};
    private static final String[] IMPACT_LABELS = {"Negligible", "Minor", "Moderate", "Major", "Severe"};
    private static final String[] PROBABILITIES = {"0", "0.05", "0.2", "0.5", "0.8", "1"};

    private RiskScales() {
    }

    /**
     * @param register the register whose scales count; null for the usual ones
     * @param likelihood a step; null when not assessed
     * @param impact a step; null when not assessed
     * @return likelihood x impact; null unless both are on the scale
     */
    public static Integer score(RiskRegister register, Integer likelihood, Integer impact) {
        return MatrixSize.of(register).score(likelihood, impact);
    }

    /**
     * @param register the register whose matrix counts; null for the default matrix
     * @param likelihood a step; null when not assessed
     * @param impact a step; null when not assessed
     * @return level of the cell: the register's own, or else the default of the score; null unless both are on the
     *         scale
     */
    public static RiskLevel level(RiskRegister register, Integer likelihood, Integer impact) {
        MatrixSize size = MatrixSize.of(register);
        Integer score = size.score(likelihood, impact);
        if (score == null) {
            return null;
        }
        return register == null
                ? size.defaultLevel(score)
                : cell(register, likelihood, impact).map(MatrixCell::getLevel)
                        .orElseGet(() -> size.defaultLevel(score));
    }

    /**
     * @param register a register
     * @param likelihood a step
     * @param impact a step
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
     * @param likelihood a step
     * @return what the step is called; empty where nobody has named it
     */
    public static String likelihoodLabel(RiskRegister register, int likelihood) {
        return label(register, RiskPackage.Literals.RISK__CURRENT_LIKELIHOOD, LIKELIHOOD_LABELS, likelihood);
    }

    /**
     * @param register the register; null for the default labels
     * @param impact a step
     * @return what the step is called; empty where nobody has named it
     */
    public static String impactLabel(RiskRegister register, int impact) {
        return label(register, RiskPackage.Literals.RISK__CURRENT_IMPACT, IMPACT_LABELS, impact);
    }

    private static String label(RiskRegister register, EAttribute feature, String[] usual, int step) {
        String own = Steps.labels(feature, register).get(step);
        if (own != null) {
            return own;
        }
        return Objects.requireNonNullElse(usual(usual, Steps.count(feature, register), step), "");
    }

    /** The usual words are those of a scale of the usual length; null on another one. */
    private static String usual(String[] labels, int steps, int step) {
        return steps == labels.length ? labels[step - 1] : null;
    }

    /**
     * Gives a new register the default scales, so that its owner has something to adapt: five steps each, and a cell
     * for each of the 25 combinations.
     *
     * @param register a register without scales
     */
    public static void addDefaults(RiskRegister register) {
        for (int step = 1; step <= MatrixSize.USUAL.likelihoods(); step++) {
            LikelihoodLevel likelihood = newLikelihood(step, LIKELIHOOD_LABELS[step - 1]);
            likelihood.setProbabilityFrom(new BigDecimal(PROBABILITIES[step - 1]));
            likelihood.setProbabilityTo(new BigDecimal(PROBABILITIES[step]));
            register.getLikelihoodScale().add(likelihood);
            register.getImpactScale().add(newImpact(step, IMPACT_LABELS[step - 1]));
        }
        for (int likelihood = 1; likelihood <= MatrixSize.USUAL.likelihoods(); likelihood++) {
            for (int impact = 1; impact <= MatrixSize.USUAL.impacts(); impact++) {
                register.getMatrix().add(
                        newCell(likelihood, impact, MatrixSize.USUAL.defaultLevel(likelihood * impact)));
            }
        }
    }

    /**
     * Gives the scales of a register other numbers of steps: steps are added or removed at the upper end. A cell that has
     * the level of its score gets the one of its score in the new matrix; one with a level of its own keeps it.
     *
     * @param register a register
     * @param size the numbers wanted, each {@value Steps#FEWEST} to {@value Steps#MOST}
     */
    public static void resize(RiskRegister register, MatrixSize size) {
        MatrixSize before = MatrixSize.of(register);
        List<MatrixCell> gone = register.getMatrix().stream()
                .filter(cell -> size.score(cell.getLikelihood(), cell.getImpact()) == null
                        || before.score(cell.getLikelihood(), cell.getImpact()) == null || cell.getLevel() == before
                                .defaultLevel(cell.getLikelihood() * cell.getImpact()))
                .toList();
        resize(register.getLikelihoodScale(), LikelihoodLevel::getValue, size.likelihoods(),
                step -> newLikelihood(step, usual(LIKELIHOOD_LABELS, size.likelihoods(), step)));
        resize(register.getImpactScale(), ImpactLevel::getValue, size.impacts(),
                step -> newImpact(step, usual(IMPACT_LABELS, size.impacts(), step)));
        register.getMatrix().removeAll(gone);
    }

    private static <T> void resize(List<T> scale, ToIntFunction<T> value, int steps, IntFunction<T> newLevel) {
        scale.removeIf(level -> value.applyAsInt(level) < 1 || value.applyAsInt(level) > steps);
        for (int step = 1; step <= steps; step++) {
            int wanted = step;
            if (scale.stream().noneMatch(level -> value.applyAsInt(level) == wanted)) {
                scale.add(Math.min(step - 1, scale.size()), newLevel.apply(step));
            }
        }
    }

    private static LikelihoodLevel newLikelihood(int step, String label) {
        return (LikelihoodLevel) Steps.create(RiskPackage.Literals.LIKELIHOOD_LEVEL, step, label);
    }

    private static ImpactLevel newImpact(int step, String label) {
        return (ImpactLevel) Steps.create(RiskPackage.Literals.IMPACT_LEVEL, step, label);
    }

    /**
     * @param likelihood a step
     * @param impact a step
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
