package org.chartroom.core.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.chartroom.core.workspace.WorkspaceException;
import org.chartroom.core.workspace.WorkspaceException.Kind;
import org.chartroom.model.Element;
import org.chartroom.model.ModelPackage;
import org.chartroom.model.Subject;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EDataType;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.InternalEObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.emf.ecore.util.InternalEList;
import org.eclipse.osgi.util.NLS;

/** Turns objects into a {@link ChangeSet}; used once. Containers are named before what they contain. */
public final class ChangeSetBuilder {
    private final Map<EClass, ClassPlan> plans = new HashMap<>();
    private final Map<EObject, Place> places = new HashMap<>();
    private final Map<String, Long> bases = new HashMap<>();
    private final List<ElementChange> changes = new ArrayList<>();
    private final List<ListOrder> orders = new ArrayList<>();
    /** Ids of elements that are new in their list. */
    private final Set<String> arrived = new HashSet<>();
    private final Set<String> named = new HashSet<>();
    private final List<Element> moved = new ArrayList<>();

    /** What all elements of a class share. */
    private record ClassPlan(TypeName type, List<EStructuralFeature> values, List<FeatureName> names) {
    }

    /**
     * @param rootId id of a root that is changed and was there
     * @param revision number of the revision it was read at
     * @return this
     */
    public ChangeSetBuilder base(String rootId, long revision) {
        bases.put(rootId, revision);
        return this;
    }

    /**
     * An element is new; what it contains is named beside it.
     *
     * @param element the element, where it belongs
     * @return this
     * @throws WorkspaceException of kind INVALID when it, or what it refers to, has no id
     */
    public ChangeSetBuilder created(Element element) {
        ClassPlan plan = plan(element.eClass());
        Object[] after = new Object[plan.values.size()];
        for (int i = 0; i < after.length; i++) {
            EStructuralFeature feature = plan.values.get(i);
            after[i] = encode(element, feature, value(element, feature), true);
        }
        add(ElementChange.Kind.CREATED, element, place(element), null, plan.names, List.of(), Arrays.asList(after));
        arrived.add(element.getId());
        return this;
    }

    /**
     * An element has other values.
     *
     * @param element the element in its new state
     * @param before the values that its changed features had; those that are not stored are left out
     * @return this
     * @throws WorkspaceException of kind INVALID when what it refers to has no id
     */
    public ChangeSetBuilder updated(Element element, Map<EStructuralFeature, Object> before) {
        update(element, before, null);
        return this;
    }

    /**
     * An element has another place; other values as well, where there are any. What it contains comes with it.
     *
     * @param element the element in its new state
     * @param before the values that its changed features had
     * @param container the element that it was in
     * @param feature the containment feature that it was in
     * @return this
     * @throws WorkspaceException of kind INVALID when what it refers to has no id
     */
    public ChangeSetBuilder relocated(Element element, Map<EStructuralFeature, Object> before, Element container,
            EStructuralFeature feature) {
        update(element, before, place(container, feature));
        arrived.add(element.getId());
        moved.add(element);
        return this;
    }

    /**
     * An element is gone; what it contained is named beside it.
     *
     * @param element the element in its last state
     * @return this
     */
    public ChangeSetBuilder deleted(Element element) {
        add(ElementChange.Kind.DELETED, element, null, null, List.of(), List.of(), List.of());
        return this;
    }

    /**
     * The order of a containment list changed. To be called after all elements are named.
     *
     * @param owner the element that has the list
     * @param reference the list
     * @param isAppended whether nothing happened but additions at the end
     * @return this
     */
    public ChangeSetBuilder ordered(Element owner, EReference reference, boolean isAppended) {
        List<?> all = (List<?>) owner.eGet(reference, false);
        int first = 0;
        if (isAppended) {
            first = all.size();
            while (first > 0 && arrived.contains(((Element) all.get(first - 1)).getId())) {
                first--;
            }
        }
        String rootId = ElementUris.rootId(owner);
        List<ElementRef> elements = new ArrayList<>(all.size() - first);
        for (Object one : all.subList(first, all.size())) {
            Element element = (Element) one;
            elements.add(new ElementRef(element.getId(), plan(element.eClass()).type, rootId));
        }
        orders.add(new ListOrder(ref(owner), label(owner), FeatureName.of(reference), isAppended, elements));
        return this;
    }

    /**
     * @param author who commits
     * @param reason why; may be empty
     * @return what was named
     */
    public ChangeSet build(String author, String reason) {
        moved.forEach(element -> element.eAllContents().forEachRemaining(content -> {
            if (!named.contains(((Element) content).getId())) {
                update((Element) content, Map.of(), null);
            }
        }));
        return new ChangeSet(author, reason, bases, changes, orders);
    }

    private void update(Element element, Map<EStructuralFeature, Object> before, Place from) {
        List<FeatureName> names = new ArrayList<>();
        List<Object> old = new ArrayList<>();
        List<Object> now = new ArrayList<>();
        before.forEach((feature, value) -> {
            if (isValue(feature)) {
                names.add(FeatureName.of(feature));
                old.add(encode(element, feature, value, false));
                now.add(encode(element, feature, value(element, feature), true));
            }
        });
        add(ElementChange.Kind.UPDATED, element, place(element), from, names, old, now);
    }

    private void add(ElementChange.Kind kind, Element element, Place place, Place from, List<FeatureName> features,
            List<Object> before, List<Object> after) {
        id(element);
        changes.add(new ElementChange(kind, ref(element), label(element), place, from, features, before, after));
        named.add(element.getId());
    }

    private static String id(Element element) {
        if (element.getId() == null) {
            throw new WorkspaceException(Kind.INVALID, NLS.bind(Messages.idMissing, element.eClass().getName()));
        }
        return element.getId();
    }

    /** The id names the element. */
    private static boolean isValue(EStructuralFeature feature) {
        return feature != ModelPackage.Literals.ELEMENT__ID && FeatureName.isStored(feature)
                && !(feature instanceof EReference reference && reference.isContainment());
    }

    private ClassPlan plan(EClass eClass) {
        return plans.computeIfAbsent(eClass, key -> {
            List<EStructuralFeature> values = key.getEAllStructuralFeatures().stream()
                    .filter(ChangeSetBuilder::isValue).toList();
            return new ClassPlan(TypeName.of(key), values, values.stream().map(FeatureName::of).toList());
        });
    }

    private ElementRef ref(Element element) {
        return new ElementRef(element.getId(), plan(element.eClass()).type, ElementUris.rootId(element));
    }

    private Place place(Element element) {
        return element.eContainer() instanceof Element container
                ? place(container, element.eContainmentFeature())
                : null;
    }

    /** Many elements are in one list: its place is made once. */
    private Place place(Element container, EStructuralFeature feature) {
        Place known = places.get(container);
        if (known == null || !known.feature().name().equals(feature.getName())) {
            known = new Place(ref(container), label(container), FeatureName.of(feature));
            places.put(container, known);
        }
        return known;
    }

    private static Object value(EObject element, EStructuralFeature feature) {
        return element.eGet(feature, false);
    }

    /** @param isNew whether what is referred to has to be there: former values may refer to what is gone */
    private Object encode(Element owner, EStructuralFeature feature, Object value, boolean isNew) {
        if (feature.isMany()) {
            List<Object> encoded = new ArrayList<>();
            if (value != null) {
                for (Object one : value instanceof InternalEList<?> list ? list.basicList() : (Collection<?>) value) {
                    encoded.add(encodeOne(owner, feature, one, isNew));
                }
            }
            return encoded;
        }
        return value == null ? null : encodeOne(owner, feature, value, isNew);
    }

    private Object encodeOne(Element owner, EStructuralFeature feature, Object value, boolean isNew) {
        if (feature instanceof EReference) {
            return target(owner, feature, (EObject) value, isNew);
        }
        EDataType dataType = (EDataType) feature.getEType();
        return ElementChange.isData(dataType.getInstanceClass())
                ? value
                : dataType.getEPackage().getEFactoryInstance().convertToString(dataType, value);
    }

    private ElementRef target(Element owner, EStructuralFeature feature, EObject target, boolean isNew) {
        URI proxy = ((InternalEObject) target).eProxyURI();
        String id = proxy != null ? proxy.fragment() : EcoreUtil.getID(target);
        String rootId = ElementUris.rootId(target);
        if (isNew && (id == null || rootId == null)) {
            throw new WorkspaceException(Kind.INVALID,
                    NLS.bind(Messages.targetWithoutId, label(owner), feature.getName()));
        }
        return new ElementRef(id, plan(target.eClass()).type, rootId);
    }

    private static String label(Element element) {
        if (element instanceof Subject subject && (subject.getKey() != null || subject.getTitle() != null)) {
            return ((subject.getKey() == null ? "" : subject.getKey()) + " "
                    + (subject.getTitle() == null ? "" : subject.getTitle())).strip();
        }
        return element.eClass().getName() + " " + element.getId();
    }
}
