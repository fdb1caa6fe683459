package org.chartroom.core.internal.check;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.chartroom.core.check.Check;
import org.chartroom.core.check.CheckContext;
import org.chartroom.core.check.CheckSet;
import org.chartroom.core.check.QuickFix;
import org.chartroom.core.type.ItemKeys;
import org.chartroom.core.type.ValueTexts;
import org.chartroom.core.workspace.Accounts;
import org.chartroom.core.workspace.EditSession;
import org.chartroom.model.Artifact;
import org.chartroom.model.Item;
import org.chartroom.model.LifecycleStatus;
import org.chartroom.model.Link;
import org.chartroom.model.ModelPackage;
import org.chartroom.model.Person;
import org.chartroom.model.Subject;
import org.eclipse.emf.common.command.Command;
import org.eclipse.emf.common.command.CompoundCommand;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.edit.command.DeleteCommand;
import org.eclipse.emf.edit.command.SetCommand;
import org.eclipse.emf.edit.domain.EditingDomain;

/**
 * What holds for every artifact: it is reviewed in time, it has a title, its items can be told apart by their keys, its
 * links and references lead somewhere.
 */
public final class CommonChecks implements CheckSet {
    private static final String REVIEW = "org.chartroom.core.reviewOverdue";
    private static final String TITLE = "org.chartroom.core.titleMissing";
    private static final String KEY = "org.chartroom.core.keyTwice";
    private static final String LINK = "org.chartroom.core.linkBroken";
    private static final String REFERENCE = "org.chartroom.core.referenceBroken";

    @Override
    public Map<String, Check> checks() {
        return Map.of(TITLE, CommonChecks::checkTitle, REVIEW, CommonChecks::checkReview, KEY, CommonChecks::checkKeys,
                LINK, CommonChecks::checkLinks, REFERENCE, CommonChecks::checkReferences);
    }

    private static void checkTitle(Artifact artifact, CheckContext context) {
        if (artifact.getTitle() == null || artifact.getTitle().isBlank()) {
            context.report(artifact, ModelPackage.Literals.SUBJECT__TITLE, Messages.titleMissing);
        }
    }

    private static void checkReferences(Artifact artifact, CheckContext context) {
        BrokenReferences references = new BrokenReferences(artifact, context);
        references.check(artifact);
        artifact.eAllContents().forEachRemaining(references::check);
    }

    private static void checkReview(Artifact artifact, CheckContext context) {
        if (artifact.getReviewCycleDays() == null || artifact.getStatus() == LifecycleStatus.CLOSED) {
            return;
        }
        LocalDate today = context.evaluation().today();
        LocalDate next = artifact.getNextReview();
        if (next == null || next.isBefore(today)) {
            context.report(artifact, ModelPackage.Literals.ARTIFACT__LAST_REVIEWED_ON,
                    next == null
                            ? Messages.bind(Messages.neverReviewed, artifact.getReviewCycleDays())
                            : Messages.bind(Messages.reviewOverdue, ValueTexts.date(next)),
                    new QuickFix(Messages.reviewedToday, domain -> review(domain, artifact, today)));
        }
    }

    private static Command review(EditingDomain domain, Artifact artifact, LocalDate today) {
        CompoundCommand command = new CompoundCommand(Messages.reviewedToday);
        command.append(SetCommand.create(domain, artifact, ModelPackage.Literals.ARTIFACT__LAST_REVIEWED_ON, today));
        Optional<Person> reviewer = EditSession.of(artifact)
                .flatMap(session -> Accounts.person(session.directory(), session.workspace().author()));
        // Somebody who is not in the directory can't be named; that of the last review would be wrong.
        command.append(SetCommand.create(domain, artifact, ModelPackage.Literals.ARTIFACT__LAST_REVIEWED_BY,
                reviewer.<Object>map(person -> person).orElse(SetCommand.UNSET_VALUE)));
        return command;
    }

    private static void checkKeys(Artifact artifact, CheckContext context) {
        Set<String> keys = new HashSet<>();
        for (EObject content : artifact.eContents()) {
            if (content instanceof Item item && item.getKey() != null
                    && !keys.add(item.getKey().toUpperCase(Locale.ROOT))) {
                String free = ItemKeys.key(item.eClass(), ItemKeys.highest(artifact.eContents(), item.eClass()) + 1);
                context.report(item, ModelPackage.Literals.SUBJECT__KEY,
                        Messages.bind(Messages.keyTwice, item.getKey(), artifact.getKey()),
                        new QuickFix(Messages.bind(Messages.giveKey, free), domain -> SetCommand.create(domain, item,
                                ModelPackage.Literals.SUBJECT__KEY, free)));
            }
        }
    }

    private static void checkLinks(Artifact artifact, CheckContext context) {
        checkLinks((Subject) artifact, context);
        artifact.eAllContents().forEachRemaining(content -> {
            if (content instanceof Subject subject) {
                checkLinks(subject, context);
            }
        });
    }

    private static void checkLinks(Subject subject, CheckContext context) {
        if (!subject.eIsSet(ModelPackage.Literals.SUBJECT__LINKS)) {
            // To ask for a list makes one, for each of a hundred thousand items.
            return;
        }
        for (Link link : subject.getLinks()) {
            if (link.getTarget() == null || link.getTarget().eIsProxy()) {
                context.report(subject, ModelPackage.Literals.SUBJECT__LINKS, Messages.linkBroken,
                        new QuickFix(Messages.removeLink, domain -> DeleteCommand.create(domain, link)));
            }
        }
    }
}
