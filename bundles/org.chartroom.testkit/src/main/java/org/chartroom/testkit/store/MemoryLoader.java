package org.chartroom.testkit.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.chartroom.core.store.ElementRef;
import org.chartroom.core.store.ElementUris;
import org.chartroom.core.store.FeatureName;
import org.chartroom.core.store.TypeName;
import org.chartroom.model.Element;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EDataType;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EEnumLiteral;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EPackage;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.InternalEObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.emf.ecore.util.InternalEList;

/** Makes the objects of one root from what a store in memory holds; used once. */
final class MemoryLoader {
    private final StoredState state;
    /** Knows where elements are now that the loaded state refers to. */
    private final StoredState newest;
    private final String rootId;
    private final Map<String, EObject> made = new HashMap<>();
    private final Map<String, EObject> proxies = new HashMap<>();

    MemoryLoader(StoredState state, StoredState newest, String rootId) {
        this.state = state;
        this.newest = newest;
        this.rootId = rootId;
    }

    static EClass eClass(TypeName type) {
        EPackage ePackage = EPackage.Registry.INSTANCE.getEPackage(type.namespace());
        return ePackage != null && ePackage.getEClassifier(type.name()) instanceof EClass eClass ? eClass : null;
    }

    Element load() {
        make(state.item(rootId));
        made.forEach((id, object) -> fill(state.item(id), object));
        return (Element) made.get(rootId);
    }

    private void make(StoredItem item) {
        Element object = (Element) EcoreUtil.create(eClass(item.type()));
        object.setId(item.id());
        made.put(item.id(), object);
        for (StoredItem content : state.contents(item.id())) {
            make(content);
            EStructuralFeature feature = feature(object, content.feature());
            if (feature.isMany()) {
                list(object, feature).addUnique(made.get(content.id()));
            } else {
                object.eSet(feature, made.get(content.id()));
            }
        }
    }

    private static EStructuralFeature feature(EObject object, FeatureName name) {
        return object.eClass().getEStructuralFeature(name.name());
    }

    @SuppressWarnings("unchecked")
    private static InternalEList<Object> list(EObject object, EStructuralFeature feature) {
        return (InternalEList<Object>) object.eGet(feature, false);
    }

    private void fill(StoredItem item, EObject object) {
        item.values().forEach((name, value) -> {
            EStructuralFeature feature = feature(object, name);
            if (feature == null) {
                return;
            }
            if (value instanceof List<?> many) {
                List<Object> decoded = new ArrayList<>();
                many.forEach(one -> decoded.add(decode(feature, one)));
                decoded.forEach(list(object, feature)::addUnique);
            } else {
                object.eSet(feature, value == null ? null : decode(feature, value));
            }
        });
    }

    private Object decode(EStructuralFeature feature, Object value) {
        if (feature instanceof EReference) {
            return target((ElementRef) value);
        }
        EDataType dataType = (EDataType) feature.getEType();
        if (dataType instanceof EEnum options) {
            EEnumLiteral literal = options.getEEnumLiteralByLiteral((String) value);
            return literal == null ? feature.getDefaultValue() : literal.getInstance();
        }
        boolean isText = value instanceof String && dataType.getInstanceClass() != String.class;
        return isText
                ? dataType.getEPackage().getEFactoryInstance().createFromString(dataType, (String) value)
                : value;
    }

    private EObject target(ElementRef target) {
        EObject inside = made.get(target.id());
        return inside != null ? inside : proxies.computeIfAbsent(target.id(), id -> {
            String root = newest.root(id);
            EObject proxy = EcoreUtil.create(eClass(target.type()));
            ((InternalEObject) proxy).eSetProxyURI(ElementUris.element(root == null ? target.rootId() : root, id));
            return proxy;
        });
    }
}
