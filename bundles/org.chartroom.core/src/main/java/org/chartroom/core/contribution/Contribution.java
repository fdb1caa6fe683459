package org.chartroom.core.contribution;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.chartroom.core.type.Contributions;
import org.eclipse.emf.ecore.EClass;

/**
 * What one bundle contributes to an extension point. Its object is made when it is first called; until then the bundle need
 * not start. Two contributions are equal when they were read from the same element of the extension registry: one of an
 * updated bundle is another, whatever its id.
 *
 * @param <T> what is contributed
 */
public final class Contribution<T> {
    private final Object source;
    private final String id;
    private final String bundle;
    private final Map<String, String> attributes;
    private final Map<String, List<Map<String, String>>> children;
    private final Callable<? extends T> factory;
    private T made;

    /**
     * @param source the element of the registry it was read from
     * @param id its id; null when it has none
     * @param bundle symbolic name of the bundle
     * @param attributes what else its declaration says
     * @param factory makes its object; may throw anything
     */
    public Contribution(Object source, String id, String bundle, Map<String, String> attributes,
            Callable<? extends T> factory) {
        this(source, id, bundle, attributes, Map.of(), factory);
    }

    /**
     * @param source the element of the registry it was read from
     * @param id its id; null when it has none
     * @param bundle symbolic name of the bundle
     * @param attributes what else its declaration says
     * @param children the attributes of the elements in its declaration, by their names
     * @param factory makes its object; may throw anything
     */
    public Contribution(Object source, String id, String bundle, Map<String, String> attributes,
            Map<String, List<Map<String, String>>> children, Callable<? extends T> factory) {
        this.source = Objects.requireNonNull(source);
        this.id = id;
        this.bundle = Objects.requireNonNull(bundle);
        this.attributes = Map.copyOf(attributes);
        this.children = Map.copyOf(children);
        this.factory = Objects.requireNonNull(factory);
    }

    /** @return the element of the registry it was read from */
    public Object source() {
        return source;
    }

    /** @return its id; of one without an id, the class that it names */
    public String id() {
        return id == null ? attribute("class").orElse(bundle) : id;
    }

    boolean hasId() {
        return id != null;
    }

    /** @return symbolic name of the bundle */
    public String bundle() {
        return bundle;
    }

    /** @return what its declaration says, by the names of the attributes */
    public Map<String, String> attributes() {
        return attributes;
    }

    /**
     * @param name name of an attribute
     * @return its value; empty when the declaration has none
     */
    public Optional<String> attribute(String name) {
        return Optional.ofNullable(attributes.get(name));
    }

    /**
     * @param name name of elements in the declaration
     * @return their attributes, in their order
     */
    public List<Map<String, String>> children(String name) {
        return children.getOrDefault(name, List.of());
    }

    /**
     * @param eClass class of an artifact
     * @return whether it is for that class or one of its superclasses, by its attributes {@code package} and {@code type};
     *         one without a package is for all classes
     */
    public boolean isFor(EClass eClass) {
        return !attributes.containsKey("package")
                || Contributions.areFor(eClass, attributes.get("package"), attributes.get("type"));
    }

    /** Called by the guard only: what is made may do anything. */
    T object() throws Exception {
        synchronized (factory) {
            if (made == null) {
                made = Objects.requireNonNull(factory.call(), "its class gives nothing");
            }
            return made;
        }
    }

    /** Another object is made the next time. */
    void forget() {
        synchronized (factory) {
            made = null;
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Contribution<?> contribution && source.equals(contribution.source);
    }

    @Override
    public int hashCode() {
        return source.hashCode();
    }

    @Override
    public String toString() {
        return id() + " of " + bundle;
    }
}
