package org.chartroom.charter.ui;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.chartroom.core.link.Backlink;
import org.chartroom.core.link.Links;
import org.chartroom.core.type.Presentation;
import org.chartroom.core.workspace.ArtifactInfo;
import org.chartroom.core.workspace.EditSession;
import org.chartroom.model.Artifact;
import org.chartroom.model.Link;
import org.chartroom.model.ModelPackage;
import org.chartroom.model.Subject;
import org.chartroom.model.change.ChangeLog;
import org.chartroom.model.charter.Charter;
import org.chartroom.model.charter.CharterPackage.Literals;
import org.chartroom.model.charter.ApprovedChanges;
import org.chartroom.model.risk.Risk;
import org.chartroom.model.risk.RiskRegister;
import org.chartroom.model.risk.RiskStatus;
import org.chartroom.model.variance.VariancePackage;
import org.chartroom.model.variance.VarianceReport;
import org.chartroom.model.vendor.VendorPackage;
import org.chartroom.model.vendor.VendorScorecard;
import org.chartroom.ui.forms.field.FieldFormat;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.util.EcoreUtil;

/** What a charter hangs together with: what it names, what it is linked with in both directions, and its project. */
final class Threads {
    private final List<Row> rows = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    /**
     * One thread.
     *
     * @param relation how the charter hangs together with it
     * @param artifactId id of the artifact at the other end
     * @param elementId id of what in it is meant; the artifact's own when it is meant as a whole
     * @param type what it is
     * @param key its key
     * @param title its title
     * @param standing how it stands, in a few words
     */
    record Row(String relation, String artifactId, String elementId, String type, String key, String title,
            String standing) {
    }

    private Threads() {
    }

    /**
     * @param session a session of its own, because what is at the other ends is loaded in it
     * @param charterId id of the charter
     * @return its threads; none when it is not committed yet
     */
    static List<Row> of(EditSession session, String charterId) {
        Threads threads = new Threads();
        session.artifact(charterId).filter(Charter.class::isInstance).map(Charter.class::cast)
                .ifPresent(charter -> threads.fill(session, charter));
        return List.copyOf(threads.rows);
    }

    private void fill(EditSession session, Charter charter) {
        seen.add(charter.getId());
        for (EReference reference : List.of(Literals.CHARTER__VARIANCE_REPORT, Literals.CHARTER__CHANGE_LOG,
                Literals.CHARTER__RISK_REGISTER)) {
            add(Presentation.label(reference), (Subject) charter.eGet(reference));
        }
        Stream<EObject> all = Stream.concat(Stream.of(charter), stream(charter));
        all.filter(Subject.class::isInstance).flatMap(subject -> ((Subject) subject).getLinks().stream())
                .forEach(link -> add(label(link), link.getTarget()));
        for (Backlink backlink : Links.to(session, charter, List.of(charter))) {
            add(backlink.label(), backlink.subject());
        }
        if (charter.getProject() != null) {
            String project = charter.getProject().getId();
            for (ArtifactInfo info : session.artifacts()) {
                if (info.projectId().filter(project::equals).isPresent()) {
                    session.artifact(info.id()).ifPresent(other -> add(Messages.sameProject, other));
                }
            }
        }
    }

    private static Stream<EObject> stream(EObject root) {
        List<EObject> contents = new ArrayList<>();
        EcoreUtil.getAllProperContents(root, false).forEachRemaining(one -> contents.add((EObject) one));
        return contents.stream();
    }

    private static String label(Link link) {
        return Presentation.label(ModelPackage.Literals.LINK_TYPE.getEEnumLiteral(link.getType().getValue()));
    }

    /** Each end once, under the first and nearest relation. */
    private void add(String relation, Subject end) {
        if (end == null || end.eIsProxy() || !(EcoreUtil.getRootContainer(end) instanceof Artifact artifact)
                || !seen.add(end.getId())) {
            return;
        }
        String key = end == artifact ? artifact.getKey() : artifact.getKey() + "/" + end.getKey();
        rows.add(new Row(relation, artifact.getId(), end.getId(), Presentation.label(end.eClass()), key,
                end.getTitle() == null ? "" : end.getTitle(), standing(end)));
    }

    private static String standing(Subject end) {
        if (end instanceof VarianceReport report) {
            return Messages.bind(Messages.reportStanding,
                    new Object[]{Amounts.text(report, VariancePackage.Literals.MEASURED__COST_PERFORMANCE_INDEX),
                            Amounts.text(report, VariancePackage.Literals.MEASURED__SCHEDULE_PERFORMANCE_INDEX),
                            Optional.ofNullable(report.getEstimateAtCompletion()).map(Amounts::whole)
                                    .orElse(Messages.notAvailable),
                            report.getCurrency()});
        }
        if (end instanceof ChangeLog log) {
            long approved = log.getChanges().stream().filter(ApprovedChanges::isApproved).count();
            return Messages.bind(Messages.logStanding, log.getChanges().size(), approved);
        }
        if (end instanceof RiskRegister register) {
            List<Risk> open = register.getRisks().stream().filter(risk -> risk.getStatus() != RiskStatus.CLOSED)
                    .toList();
            return Messages.bind(Messages.registerStanding, open.size(),
                    open.stream().filter(Risk::isAboveAppetite).count());
        }
        if (end instanceof VendorScorecard scorecard) {
            return Messages.bind(Messages.vendorStanding,
                    Amounts.text(scorecard, VendorPackage.Literals.VENDOR_SCORECARD__SCORE),
                    Amounts.text(scorecard, VendorPackage.Literals.VENDOR_SCORECARD__GRADE));
        }
        return Stream.of("state", "status", "currentLevel").map(name -> end.eClass().getEStructuralFeature(name))
                .filter(Objects::nonNull).map(feature -> FieldFormat.current().text(feature, end.eGet(feature)))
                .filter(text -> !text.isEmpty()).reduce((one, other) -> one + ", " + other).orElse("");
    }
}
