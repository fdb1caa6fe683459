package org.chartroom.change.internal;

import static org.chartroom.model.change.ChangePackage.Literals;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.chartroom.core.check.CheckContext;
import org.chartroom.core.check.QuickFix;
import org.chartroom.core.type.ValueTexts;
import org.chartroom.core.workspace.EditSession;
import org.chartroom.model.Directory;
import org.chartroom.model.Element;
import org.chartroom.model.change.Change;
import org.chartroom.model.change.ChangeLog;
import org.chartroom.model.charter.Charter;
import org.chartroom.model.charter.CharterPackage;
import org.eclipse.emf.common.command.CompoundCommand;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.edit.command.AddCommand;
import org.eclipse.emf.edit.command.RemoveCommand;

/**
 * Finds affected deliverables, milestones and vendors that a change knows by name although the workspace holds them, so
 * that a reference can take the place of the name. What matches nothing, or more than one thing, stays a name: imported
 * files name much that no charter has.
 */
final class AffectedByName {
    private static final List<Map.Entry<EAttribute, EReference>> REFERENCES = List.of(
            Map.entry(Literals.CHANGE__DELIVERABLES, Literals.CHANGE__AFFECTED_DELIVERABLES),
            Map.entry(Literals.CHANGE__MILESTONES, Literals.CHANGE__AFFECTED_MILESTONES),
            Map.entry(Literals.CHANGE__VENDORS, Literals.CHANGE__AFFECTED_VENDORS));

    private final Supplier<Collection<Charter>> charters;
    private final Supplier<Optional<Directory>> directory;
    private Map<EReference, Map<String, Set<Element>>> known;

    /** @param charters those that name the log; asked for only when a change has names */
    AffectedByName(Supplier<Collection<Charter>> charters, Supplier<Optional<Directory>> directory) {
        this.charters = charters;
        this.directory = directory;
    }

    static AffectedByName in(ChangeLog log) {
        Optional<EditSession> session = EditSession.of(log);
        return new AffectedByName(() -> session.map(some -> charters(some, log)).orElse(List.of()),
                () -> session.map(EditSession::directory));
    }

    private static List<Charter> charters(EditSession session, ChangeLog log) {
        return session.workspace().referencesTo(log.getId()).stream()
                .filter(reference -> CharterPackage.Literals.CHARTER__CHANGE_LOG.getName().equals(reference.feature()))
                .map(reference -> session.artifact(reference.artifactId())).flatMap(Optional::stream)
                .filter(Charter.class::isInstance).map(Charter.class::cast)
                .filter(charter -> charter.getChangeLog() == log).toList();
    }

    void check(Change change, CheckContext context) {
        for (Map.Entry<EAttribute, EReference> kind : REFERENCES) {
            if (change.eIsSet(kind.getKey())) {
                List.copyOf((List<?>) change.eGet(kind.getKey()))
                        .forEach(name -> check(change, kind.getKey(), (String) name, kind.getValue(), context));
            }
        }
    }

    private void check(Change change, EAttribute names, String name, EReference reference, CheckContext context) {
        Set<Element> matches = known().getOrDefault(reference, Map.of()).getOrDefault(normal(name), Set.of());
        if (matches.size() == 1) {
            Element target = matches.iterator().next();
            String text = ValueTexts.target(reference, target);
            context.report(change, names,
                    Messages.bind(Messages.affectedByName, new Object[]{ValueTexts.name(change), name, text}),
                    refer(change, names, name, reference, target, text));
        }
    }

    private static QuickFix refer(Change change, EAttribute names, String name, EReference reference, Element target,
            String text) {
        String label = Messages.bind(Messages.affectedByName_fix, text);
        return new QuickFix(label, domain -> {
            CompoundCommand both = new CompoundCommand(label);
            both.append(RemoveCommand.create(domain, change, names, name));
            if (!((List<?>) change.eGet(reference)).contains(target)) {
                both.append(AddCommand.create(domain, change, reference, target));
            }
            return both;
        });
    }

    /** What can be referred to, by each of its names; made once, an imported log has thousands of names. */
    private Map<EReference, Map<String, Set<Element>>> known() {
        if (known == null) {
            known = new HashMap<>();
            for (Charter charter : charters.get()) {
                charter.getDeliverables().forEach(one -> add(Literals.CHANGE__AFFECTED_DELIVERABLES, one, one.getKey(),
                        one.getTitle(), ValueTexts.target(Literals.CHANGE__AFFECTED_DELIVERABLES, one)));
                charter.getMilestones().forEach(one -> add(Literals.CHANGE__AFFECTED_MILESTONES, one, one.getKey(),
                        one.getTitle(), ValueTexts.target(Literals.CHANGE__AFFECTED_MILESTONES, one)));
            }
            directory.get().ifPresent(some -> some.getVendors()
                    .forEach(one -> add(Literals.CHANGE__AFFECTED_VENDORS, one, one.getKey(), one.getName())));
        }
        return known;
    }

    private void add(EReference reference, Element element, String... names) {
        Map<String, Set<Element>> byName = known.computeIfAbsent(reference, kind -> new HashMap<>());
        Stream.of(names).filter(name -> name != null && !name.isBlank())
                .forEach(name -> byName.computeIfAbsent(normal(name), one -> new LinkedHashSet<>()).add(element));
    }

    private static String normal(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
