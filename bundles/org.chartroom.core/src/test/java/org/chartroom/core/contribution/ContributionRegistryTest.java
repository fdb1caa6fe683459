package org.chartroom.core.contribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import org.chartroom.model.risk.RiskPackage;
import org.chartroom.model.vendor.VendorPackage;
import org.junit.jupiter.api.Test;

/** Contributions whose bundles come, go, are updated, and fail. */
class ContributionRegistryTest {
    private final AtomicInteger made = new AtomicInteger();
    private final List<Contribution<Supplier<?>>> present = new CopyOnWriteArrayList<>();
    private final ContributionRegistry<Supplier<?>> registry = registry(Duration.ofSeconds(20));

    private ContributionRegistry<Supplier<?>> registry(Duration limit) {
        return new ContributionRegistry<>("greeting", limit, () -> List.copyOf(present));
    }

    private Supplier<?> make(String className) {
        made.incrementAndGet();
        return switch (className) {
            case "Friendly" -> () -> "hello";
            case "Broken" -> () -> {
                throw new IllegalStateException("a bug");
            };
            case "Endless" -> () -> {
                while (!Thread.interrupted()) {
                    Thread.onSpinWait();
                }
                return "never";
            };
            case "Nothing" -> null;
            default -> throw new NoClassDefFoundError(className);
        };
    }

    private void greet(String bundle, String id, String className) {
        greet(bundle, id, Map.of("class", className));
    }

    private void greet(String bundle, String id, Map<String, String> attributes) {
        present.add(new Contribution<>(new Object(), id, bundle, attributes, () -> make(attributes.get("class"))));
    }

    private void remove(String bundle) {
        present.removeIf(one -> one.bundle().equals(bundle));
    }

    private Contribution<Supplier<?>> only() {
        assertEquals(1, registry.all().size());
        return registry.all().get(0);
    }

    private Object ask() throws QuarantinedException {
        return registry.call(only(), "a test", Supplier::get);
    }

    private String reason() {
        List<Quarantine> all = registry.quarantined();
        assertEquals(1, all.size(), all.toString());
        return all.get(0).contribution() + " " + all.get(0).reason();
    }

    @Test
    void a_contribution_is_made_when_it_is_called_and_once() throws QuarantinedException {
        greet("org.example.a", "a", "Friendly");
        assertEquals("a", only().id());
        assertEquals("org.example.a", only().bundle());
        assertEquals(0, made.get());
        assertEquals("hello", ask());
        assertEquals("hello", ask());
        assertEquals(1, made.get());
    }

    @Test
    void one_that_comes_later_is_there_and_one_that_has_gone_is_not() {
        greet("org.example.a", "a", "Friendly");
        Contribution<Supplier<?>> first = only();
        greet("org.example.b", "b", "Friendly");
        assertEquals(List.of("a", "b"), registry.usable().stream().map(Contribution::id).toList());
        assertSame(first, registry.all().get(0));
        remove("org.example.a");
        assertEquals("b", only().id());
    }

    @Test
    void one_that_fails_is_called_no_more_and_the_others_are() {
        greet("org.example.a", "a", "Broken");
        greet("org.example.b", "b", "Friendly");
        Contribution<Supplier<?>> broken = registry.all().get(0);
        assertThrows(QuarantinedException.class, () -> registry.call(broken, "a test", Supplier::get));
        assertThrows(QuarantinedException.class, () -> registry.call(broken, "a test", Supplier::get));
        assertEquals("a of org.example.a failed (java.lang.IllegalStateException: a bug)", reason());
        assertEquals(List.of("b"), registry.usable().stream().map(Contribution::id).toList());
        assertEquals(1, made.get());
    }

    @Test
    void one_that_never_ends_is_quarantined() {
        greet("org.example.a", "a", "Endless");
        ContributionRegistry<Supplier<?>> impatient = registry(Duration.ofMillis(300));
        assertThrows(QuarantinedException.class,
                () -> impatient.call(impatient.all().get(0), "a test", Supplier::get));
        assertTrue(impatient.quarantined().get(0).reason().startsWith("took more than"));
    }

    @Test
    void one_whose_class_is_missing_or_gives_nothing_is_quarantined() {
        greet("org.example.a", "a", "Gone");
        assertThrows(QuarantinedException.class, this::ask);
        remove("org.example.a");
        greet("org.example.a", "a", "Nothing");
        assertThrows(QuarantinedException.class, this::ask);
        assertTrue(reason().contains("its class gives nothing"), reason());
    }

    @Test
    void an_update_is_another_contribution_and_not_quarantined() throws QuarantinedException {
        greet("org.example.a", "a", "Broken");
        assertThrows(QuarantinedException.class, this::ask);
        remove("org.example.a");
        greet("org.example.a", "a", "Friendly");
        assertEquals(List.of(), registry.quarantined());
        assertEquals("hello", ask());
    }

    @Test
    void one_that_is_readmitted_is_made_anew() {
        greet("org.example.a", "a", "Broken");
        assertThrows(QuarantinedException.class, this::ask);
        assertEquals(1, registry.readmit());
        assertEquals(List.of(), registry.quarantined());
        assertThrows(QuarantinedException.class, this::ask);
        assertEquals(2, made.get());
    }

    @Test
    void one_without_an_id_is_named_by_its_class_and_never_called() {
        greet("org.example.a", null, "Friendly");
        assertThrows(QuarantinedException.class, this::ask);
        assertEquals("Friendly of org.example.a has no id", reason());
        assertEquals(0, registry.readmit());
        assertEquals(0, made.get());
    }

    @Test
    void an_id_that_is_none_is_told() {
        greet("org.example.a", "a b", "Friendly");
        assertEquals("a b of org.example.a has an id of other signs than letters, digits, . _ and -", reason());
    }

    @Test
    void the_second_of_two_with_one_id_is_named_until_the_first_has_gone() {
        greet("org.example.a", "same", "Friendly");
        greet("org.example.b", "same", "Friendly");
        assertEquals("same of org.example.b has the id of another one, of org.example.a", reason());
        remove("org.example.a");
        assertEquals(List.of(), registry.quarantined());
    }

    @Test
    void a_refusal_is_an_answer_and_no_failure() {
        greet("org.example.a", "a", "Broken");
        assertThrows(IllegalStateException.class, () -> registry.call(only(), "a test", Supplier::get,
                IllegalStateException.class::isInstance));
        assertEquals(List.of(), registry.quarantined());
    }

    @Test
    void what_can_not_be_believed_is_quarantined_by_its_caller() {
        greet("org.example.a", "a", "Friendly");
        registry.quarantine(only(), "a test", "told of something else", null);
        assertEquals("a of org.example.a told of something else", reason());
    }

    @Test
    void it_is_for_the_class_it_names_and_one_that_names_none_is_for_all() {
        greet("org.example.a", "a",
                Map.of("class", "Friendly", "package", RiskPackage.eNS_URI, "type", "RiskRegister"));
        assertTrue(only().isFor(RiskPackage.Literals.RISK_REGISTER));
        assertFalse(only().isFor(VendorPackage.Literals.VENDOR_SCORECARD));
        remove("org.example.a");
        greet("org.example.b", "b", "Friendly");
        assertTrue(only().isFor(VendorPackage.Literals.VENDOR_SCORECARD));
    }

    @Test
    void many_threads_that_ask_at_once_get_one_object() throws InterruptedException {
        greet("org.example.a", "a", "Friendly");
        Set<Object> answers = java.util.Collections.synchronizedSet(new HashSet<>());
        List<Thread> threads = java.util.stream.IntStream.range(0, 8).mapToObj(i -> new Thread(() -> {
            try {
                answers.add(ask());
            } catch (QuarantinedException e) {
                answers.add(e);
            }
        })).toList();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        assertEquals(Set.of("hello"), answers);
        assertEquals(1, made.get());
    }
}
