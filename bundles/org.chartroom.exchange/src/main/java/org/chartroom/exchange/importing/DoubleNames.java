package org.chartroom.exchange.importing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.chartroom.core.type.Presentation;
import org.chartroom.core.type.ValueTexts;
import org.chartroom.core.value.Names;
import org.chartroom.model.Element;
import org.chartroom.model.ModelPackage.Literals;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EStructuralFeature;

/** Says where an import gives several items one key or one code: the next file by that code could mean each of them. */
final class DoubleNames {
    private static final int MOST_SAID = 5;

    private final Draft draft;

    DoubleNames(Draft draft) {
        this.draft = draft;
    }

    /**
     * @param itemClass the class of the items
     * @param there the items that are there and stay
     * @param created the new ones
     * @param artifact what the artifact is called
     * @return one sentence for each field by which several items are called the same afterwards, and were not before
     */
    List<String> notes(EClass itemClass, List<? extends Element> there, List<Element> created, String artifact) {
        List<String> notes = new ArrayList<>();
        for (EStructuralFeature feature : Identity.names(itemClass)) {
            if (feature == Literals.SUBJECT__TITLE) {
                continue;
            }
            List<String> doubles = doubles(feature, there, created);
            if (!doubles.isEmpty()) {
                notes.add(Messages.bind(Messages.doubleNames, new Object[]{artifact, Presentation.label(feature),
                        String.join("; ", doubles.subList(0, Math.min(MOST_SAID, doubles.size())))
                                + (doubles.size() > MOST_SAID ? "; \u2026 (" + doubles.size() + ")" : "")}));
            }
        }
        return notes;
    }

    private List<String> doubles(EStructuralFeature feature, List<? extends Element> there, List<Element> created) {
        Map<String, List<Element>> named = new LinkedHashMap<>();
        Map<String, Boolean> isNew = new LinkedHashMap<>();
        Stream.concat(there.stream(), created.stream()).forEach(element -> {
            String text = text(draft.get(element, feature));
            if (!text.isEmpty()) {
                named.computeIfAbsent(text, one -> new ArrayList<>(1)).add(element);
                boolean isChanged = draft.isNew(element) || !text.equals(text(element.eGet(feature)));
                isNew.merge(text, isChanged, Boolean::logicalOr);
            }
        });
        return named.entrySet().stream().filter(entry -> entry.getValue().size() > 1 && isNew.get(entry.getKey()))
                .map(entry -> Shown.brief(draft.get(entry.getValue().get(0), feature)) + ": "
                        + entry.getValue().stream()
                                .map(ValueTexts::name).collect(Collectors.joining(", ")))
                .toList();
    }

    private static String text(Object value) {
        return value == null ? "" : Names.folded(value.toString());
    }
}
