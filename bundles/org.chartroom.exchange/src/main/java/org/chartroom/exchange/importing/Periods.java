package org.chartroom.exchange.importing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

import org.chartroom.core.type.Presentation;
import org.chartroom.model.Element;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EEnumLiteral;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;

/**
 * The periods of an artifact: months or quarters, as one of its choices says, and, where it lists them, those that it has.
 * What it lacks is made.
 */
final class Periods {
    private final Element root;
    private final Draft draft;
    private final Optional<EAttribute> length;
    private final TreeMap<LocalDate, PeriodSpan> made = new TreeMap<>();
    private final List<String> notes = new ArrayList<>();
    private final boolean isNew;
    private boolean isAnyRead;

    /** @param isNew whether the import makes the artifact */
    Periods(Element root, Draft draft, boolean isNew) {
        this.root = root;
        this.isNew = isNew;
        this.draft = draft;
        this.length = root.eClass().getEAllAttributes().stream().filter(Periods::isLength).findFirst();
    }

    private static boolean isLength(EAttribute attribute) {
        return attribute.isChangeable() && !attribute.isDerived() && attribute.getEType() instanceof EEnum literals
                && literals.getELiterals().size() == 2 && literal(literals, true).isPresent()
                && literal(literals, false).isPresent();
    }

    private static Optional<EEnumLiteral> literal(EEnum literals, boolean quarters) {
        return literals.getELiterals().stream()
                .filter(one -> one.getName().equalsIgnoreCase(quarters ? "quarter" : "month")).findFirst();
    }

    private boolean hasQuarters() {
        return length.filter(attribute -> literal((EEnum) attribute.getEType(), true).orElseThrow().getInstance()
                .equals(draft.get(root, attribute))).isPresent();
    }

    /**
     * @param when the field that says when
     * @param span what a file says
     * @return what the field holds, or for a reference the span of the period it leads to
     * @throws IllegalArgumentException when it is none of the periods that the artifact has; the message completes
     *         "because ..."
     */
    Object value(EStructuralFeature when, PeriodSpan span) {
        if (!Identity.isPeriod(when)) {
            // A value of a month is the one at its end.
            return span.last();
        }
        List<PeriodSpan> there = there(when);
        if (there.contains(span)) {
            return result(when, span);
        }
        Optional<PeriodSpan> around = span.isDay()
                ? there.stream().filter(one -> one.overlaps(span)).findFirst()
                : Optional.empty();
        if (around.isPresent()) {
            return result(when, around.get());
        }
        if (!there.isEmpty() && there.stream().anyMatch(one -> one.overlaps(span))) {
            throw new IllegalArgumentException(Messages.bind(Messages.overlappingPeriod, new Object[]{span,
                    there.stream().filter(one -> one.overlaps(span)).findFirst().orElseThrow(),
                    Shown.name(root, isNew)}));
        }
        if (!span.isDay()) {
            checkLength(when, span, there);
        }
        isAnyRead = true;
        return result(when, span.isDay() ? PeriodSpan.around(span.first(), hasQuarters()) : span);
    }

    private void checkLength(EStructuralFeature when, PeriodSpan span, List<PeriodSpan> there) {
        boolean quarters = hasQuarters();
        if (length.isEmpty() || span.equals(PeriodSpan.around(span.first(), quarters))) {
            return;
        }
        boolean isFree = there.isEmpty() && !isAnyRead && span.isQuarter() && when instanceof EReference;
        if (!isFree) {
            if (isNew) {
                throw new IllegalArgumentException(Messages.bind(Messages.otherLengthOfNew, new Object[]{span,
                        Shown.name(root, true), quarters ? Messages.quarters : Messages.months}));
            }
            throw new IllegalArgumentException(Messages.bind(Messages.otherLength, new Object[]{span,
                    Shown.name(root, false),
                    quarters ? Messages.quarters : Messages.months,
                    Shown.name(root, false) + " " + length.get().getName() + "=" + (quarters ? "month" : "quarter")}));
        }
        draft.set(root, length.get(),
                literal((EEnum) length.get().getEType(), true).orElseThrow().getInstance());
        notes.add(Messages.bind(Messages.quartersTaken, Presentation.label(length.get())));
    }

    private Object result(EStructuralFeature when, PeriodSpan span) {
        return when instanceof EReference ? span : span.first();
    }

    private List<PeriodSpan> there(EStructuralFeature when) {
        if (!(when instanceof EReference reference)) {
            return List.of();
        }
        List<PeriodSpan> spans = new ArrayList<>(made.values());
        list(reference).ifPresent(list -> draft.elements(root, list)
                .forEach(period -> span(period).filter(span -> !spans.contains(span)).ifPresent(spans::add)));
        return spans;
    }

    private Optional<EReference> list(EReference when) {
        return root.eClass().getEAllContainments().stream()
                .filter(list -> list.isMany() && list.getEReferenceType() == when.getEReferenceType()).findFirst();
    }

    /** @return what a stored value is compared by: of a period its days, of a day in a period the first one of that */
    Object compared(EStructuralFeature when, Object value) {
        if (value instanceof Element period && when instanceof EReference) {
            return span(period).map(Object.class::cast).orElse(period);
        }
        return value instanceof LocalDate day && Identity.isPeriod(when)
                ? PeriodSpan.around(day, hasQuarters()).first()
                : Shown.compared(value);
    }

    /**
     * @param element an element with two days
     * @return the days from one to the other; empty when it has none
     */
    static Optional<PeriodSpan> span(EObject element) {
        List<EAttribute> days = days(element.eClass());
        if (days.size() != 2 || element.eGet(days.get(0)) == null || element.eGet(days.get(1)) == null) {
            return Optional.empty();
        }
        return Optional.of(new PeriodSpan((LocalDate) element.eGet(days.get(0)),
                (LocalDate) element.eGet(days.get(1))));
    }

    private static List<EAttribute> days(EClass periodClass) {
        return periodClass.getEAllAttributes().stream()
                .filter(attribute -> !attribute.isDerived()
                        && attribute.getEType().getInstanceClass() == LocalDate.class)
                .toList();
    }

    /** @return the period that has these days; made, in its place, when there is none */
    Element period(EReference when, PeriodSpan span) {
        EReference list = list(when).orElseThrow();
        List<Element> all = draft.elements(root, list);
        Optional<Element> there = all.stream().filter(one -> span(one).filter(span::equals).isPresent()).findFirst();
        if (there.isPresent()) {
            return there.get();
        }
        Element period = draft.make(list.getEReferenceType());
        List<EAttribute> days = days(period.eClass());
        period.eSet(days.get(0), span.first());
        period.eSet(days.get(1), span.last());
        int index = (int) all.stream()
                .filter(one -> span(one).filter(other -> other.first().isAfter(span.first())).isEmpty()).count();
        draft.add(root, list, period, index);
        made.put(span.first(), span);
        return period;
    }

    /** Adds what was made or taken for granted. */
    void addNotes(List<String> all) {
        all.addAll(notes);
        if (!made.isEmpty()) {
            all.add(Messages.bind(Messages.periodsMade,
                    String.join(", ", made.values().stream().map(PeriodSpan::toString).toList())));
        }
    }
}
