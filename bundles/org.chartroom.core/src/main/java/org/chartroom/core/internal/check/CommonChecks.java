package org.chartroom.core.internal.check;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import org.chartroom.core.check.Check;
import org.chartroom.core.check.Finding;
import org.chartroom.core.check.QuickFix;
import org.chartroom.core.check.Severity;
import org.chartroom.core.type.ItemKeys;
import org.chartroom.core.type.Presentation;
import org.chartroom.model.Artifact;
import org.chartroom.model.Element;
import org.chartroom.model.Item;
import org.chartroom.model.LifecycleStatus;
import org.chartroom.model.Link;
import org.chartroom.model.ModelPackage;
import org.chartroom.model.Subject;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.edit.command.DeleteCommand;
import org.eclipse.emf.edit.command.SetCommand;

/**
 * What holds for every artifact: it is reviewed in time, it has a title, its items can be told apart by their keys, its
 * links lead somewhere, and whom and what its fields name is in the directory.
 */
public final class CommonChecks implements Check {
    private static final String REVIEW = "org.chartroom.core.reviewOverdue";
    private static final String TITLE = "org.chartroom.core.titleMissing";
    private static final String KEY = "org.chartroom.core.keyTwice";
    private static final String LINK = "org.chartroom.core.linkBroken";
    private static final String REFERENCE = "org.chartroom.core.referenceBroken";

    @Override
    public void check(Artifact artifact, LocalDate today, Consumer<Finding> findings) {
        if (artifact.getTitle() == null || artifact.getTitle().isBlank()) {
            findings.accept(new Finding(TITLE, Severity.WARNING, artifact, ModelPackage.Literals.SUBJECT__TITLE,
                    Messages.titleMissing, List.of()));
        }
        checkReview(artifact, today, findings);
        checkKeys(artifact, findings);
        checkLinks(artifact, findings);
        Map<EClass, List<EReference>> named = new HashMap<>();
        checkReferences(artifact, named, findings);
        artifact.eAllContents().forEachRemaining(content -> {
            if (content instanceof Subject subject) {
                checkLinks(subject, findings);
            }
            checkReferences((Element) content, named, findings);
        });
    }

    private static void checkReview(Artifact artifact, LocalDate today, Consumer<Finding> findings) {
        LocalDate last = artifact.getLastReviewedOn();
        Integer cycle = artifact.getReviewCycleDays();
        if (cycle == null || last == null || artifact.getStatus() == LifecycleStatus.CLOSED) {
            return;
        }
        LocalDate next = last.plusDays(cycle);
        if (next.isBefore(today)) {
            findings.accept(new Finding(REVIEW, Severity.WARNING, artifact,
                    ModelPackage.Literals.ARTIFACT__LAST_REVIEWED_ON, Messages.bind(Messages.reviewOverdue, next),
                    List.of(new QuickFix(Messages.reviewedToday, domain -> SetCommand.create(domain, artifact,
                            ModelPackage.Literals.ARTIFACT__LAST_REVIEWED_ON, today)))));
        }
    }

    private static void checkKeys(Artifact artifact, Consumer<Finding> findings) {
        Set<String> keys = new HashSet<>();
        for (EObject content : artifact.eContents()) {
            if (content instanceof Item item && item.getKey() != null
                    && !keys.add(item.getKey().toUpperCase(Locale.ROOT))) {
                String free = ItemKeys.key(item.eClass(), ItemKeys.highest(artifact.eContents(), item.eClass()) + 1);
                findings.accept(new Finding(KEY, Severity.ERROR, item, ModelPackage.Literals.SUBJECT__KEY,
                        Messages.bind(Messages.keyTwice, item.getKey(), artifact.getKey()),
                        List.of(new QuickFix(Messages.bind(Messages.giveKey, free), domain -> SetCommand
                                .create(domain, item, ModelPackage.Literals.SUBJECT__KEY, free)))));
            }
        }
    }

    private static void checkLinks(Subject subject, Consumer<Finding> findings) {
        for (Link link : subject.getLinks()) {
            if (link.getTarget() == null || link.getTarget().eIsProxy()) {
                findings.accept(new Finding(LINK, Severity.ERROR, subject, ModelPackage.Literals.SUBJECT__LINKS,
                        Messages.linkBroken,
                        List.of(new QuickFix(Messages.removeLink, domain -> DeleteCommand.create(domain, link)))));
            }
        }
    }

    private static void checkReferences(Element element, Map<EClass, List<EReference>> named,
            Consumer<Finding> findings) {
        for (EReference reference : named.computeIfAbsent(element.eClass(), CommonChecks::toDirectory)) {
            if (element.eGet(reference) instanceof EObject target && target.eIsProxy()) {
                findings.accept(new Finding(REFERENCE, Severity.WARNING, element, reference,
                        Messages.bind(Messages.referenceBroken, Presentation.label(reference)),
                        List.of(new QuickFix(Messages.clearReference,
                                domain -> SetCommand.create(domain, element, reference, SetCommand.UNSET_VALUE)))));
            }
        }
    }

    private static List<EReference> toDirectory(EClass eClass) {
        return eClass.getEAllReferences().stream()
                .filter(reference -> !reference.isMany() && !reference.isContainment() && !reference.isDerived()
                        && reference.isChangeable()
                        && ModelPackage.Literals.DIRECTORY.getEAllContainments().stream()
                                .anyMatch(list -> list.getEReferenceType() == reference.getEReferenceType()))
                .toList();
    }
}
