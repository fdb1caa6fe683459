package org.chartroom.core.contribution;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import org.chartroom.core.evaluation.SystemClock;
import org.chartroom.core.fence.Fence;
import org.chartroom.core.fence.FenceException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads one extension point and calls what bundles contribute to it. It follows bundles that come, go and are updated: each
 * question is answered from the registry as it is at that moment, and what is known of a contribution is kept with the
 * element it was read from. Each call is guarded and has a limited time. A contribution that fails is named once in the log
 * and quarantined alone, until its bundle is updated or somebody {@linkplain #readmit readmits} it. Safe for use by several
 * threads.
 *
 * @param <T> what is contributed
 */
public final class ContributionRegistry<T> {
    private static final Logger LOG = LoggerFactory.getLogger(ContributionRegistry.class);
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

    /**
     * Asks a contributed object for something.
     *
     * @param <T> what is contributed
     * @param <R> the answer
     */
    @FunctionalInterface
    public interface Call<T, R> {
        /**
         * @param contributed the contributed object
         * @return the answer
         * @throws Exception when it fails
         */
        R on(T contributed) throws Exception;
    }

    private final String kind;
    private final Supplier<List<Contribution<T>>> present;
    private final Duration limit;
    private final Clock clock;
    /** By element, in the order of the registry. */
    private final Map<Object, Contribution<T>> known = new LinkedHashMap<>();
    private final Map<Object, Quarantine> quarantined = new LinkedHashMap<>();

    /**
     * @param kind what is contributed, for messages, as "check"
     * @param limit how long a call may take; zero for calls in the thread of the caller, that are not limited
     * @param present gives the contributions that are there at the moment, in the order of the registry
     */
    public ContributionRegistry(String kind, Duration limit, Supplier<List<Contribution<T>>> present) {
        this.kind = kind;
        this.limit = limit;
        this.present = present;
        this.clock = SystemClock.get();
    }

    /**
     * @param registry the extension registry
     * @param point id of the extension point
     * @param idAttribute attribute that holds the id of a contribution
     * @param type what the attribute {@code class} is to be
     * @param kind what is contributed, for messages, as "check"
     * @param limit how long a call may take
     * @param <T> what is contributed
     * @return the contributions to the point
     */
    public static <T> ContributionRegistry<T> of(IExtensionRegistry registry, String point, String idAttribute,
            Class<T> type, String kind, Duration limit) {
        return of(registry, point, idAttribute,
                element -> type.cast(element.createExecutableExtension("class")), kind, limit);
    }

    /**
     * @param registry the extension registry
     * @param point id of the extension point
     * @param idAttribute attribute that holds the id of a contribution
     * @param maker makes what is contributed of its element
     * @param kind what is contributed, for messages, as "check"
     * @param limit how long a call may take
     * @param <T> what is contributed
     * @return the contributions to the point
     */
    public static <T> ContributionRegistry<T> of(IExtensionRegistry registry, String point, String idAttribute,
            Call<IConfigurationElement, T> maker, String kind, Duration limit) {
        return new ContributionRegistry<>(kind, limit,
                () -> RegistryReader.read(registry, point, idAttribute, maker, kind));
    }

    /** @return all contributions in the order of the registry, with those that are quarantined */
    public synchronized List<Contribution<T>> all() {
        Map<Object, Contribution<T>> now = new LinkedHashMap<>();
        present.get().forEach(one -> now.put(one.source(), known.getOrDefault(one.source(), one)));
        boolean isSame = List.copyOf(now.keySet()).equals(List.copyOf(known.keySet()));
        if (!isSame) {
            known.clear();
            known.putAll(now);
            quarantined.keySet().retainAll(now.keySet());
            validate();
        }
        return List.copyOf(known.values());
    }

    /** @return the contributions that are called, in the order of the registry */
    public synchronized List<Contribution<T>> usable() {
        return all().stream().filter(one -> !quarantined.containsKey(one.source())).toList();
    }

    private void validate() {
        Map<String, Contribution<T>> byId = new HashMap<>();
        for (Contribution<T> one : known.values()) {
            Contribution<T> first = one.hasId() ? byId.putIfAbsent(one.id(), one) : null;
            if (!one.hasId()) {
                declaredWrongly(one, Messages.noId);
            } else if (!ID.matcher(one.id()).matches()) {
                declaredWrongly(one, Messages.wrongId);
            } else if (first != null) {
                declaredWrongly(one, Messages.bind(Messages.takenId, first.bundle()));
            } else {
                // The other one may have gone, and with it what was wrong.
                quarantined.computeIfPresent(one.source(), (source, why) -> why.canReturn() ? why : null);
            }
        }
    }

    private void declaredWrongly(Contribution<T> one, String why) {
        Quarantine before = quarantined.get(one.source());
        if (before == null || !before.reason().equals(why)) {
            quarantined.put(one.source(), new Quarantine(one, why, clock.instant(), false));
            LOG.error("The {} {} is not used: {}. Tell its maker, or remove the bundle.", kind, one, why);
        }
    }

    /**
     * @param contribution a contribution
     * @return why it is not called any more; empty when it is
     */
    public synchronized Optional<Quarantine> quarantine(Contribution<T> contribution) {
        return Optional.ofNullable(quarantined.get(contribution.source()));
    }

    /** @return the contributions that are not called any more */
    public synchronized List<Quarantine> quarantined() {
        all();
        return List.copyOf(quarantined.values());
    }

    /**
     * Calls a contribution, in a thread of the guard, and waits for the answer.
     *
     * @param contribution the contribution
     * @param about what it is called on, for the log
     * @param call what to ask of it; the objects it is given see what the caller had written before
     * @param <R> the answer
     * @return the answer; may be null
     * @throws QuarantinedException when it is quarantined already, or fails or takes too long, and is quarantined now
     */
    public <R> R call(Contribution<T> contribution, String about, Call<T, R> call) throws QuarantinedException {
        return call(contribution, about, call, refusal -> false);
    }

    /**
     * Calls a contribution that may refuse what it is asked.
     *
     * @param contribution the contribution
     * @param about what it is called on, for the log
     * @param call what to ask of it
     * @param isRefusal which exceptions are answers and no failures; they are thrown to the caller
     * @param <R> the answer
     * @return the answer; may be null
     * @throws QuarantinedException as above
     */
    public <R> R call(Contribution<T> contribution, String about, Call<T, R> call,
            Predicate<RuntimeException> isRefusal) throws QuarantinedException {
        Optional<Quarantine> already = quarantine(contribution);
        if (already.isPresent()) {
            throw new QuarantinedException(already.get(), null);
        }
        try {
            return Fence.call(kind + " " + contribution.id(), limit, () -> call.on(contribution.object()));
        } catch (FenceException e) {
            if (e.getCause() instanceof RuntimeException refusal && isRefusal.test(refusal)) {
                throw refusal;
            }
            throw new QuarantinedException(quarantine(contribution, about, e.getMessage(), e.getCause()),
                    e.getCause());
        }
    }

    /**
     * Quarantines a contribution that did not fail by itself, because what it answered can't be believed.
     *
     * @param contribution the contribution
     * @param about what it was called on, for the log
     * @param reason why; of a contribution whose users are told, to go on after its name
     * @param cause what was thrown; null for none
     * @return the quarantine
     */
    public Quarantine quarantine(Contribution<T> contribution, String about, String reason, Throwable cause) {
        Quarantine quarantine = new Quarantine(contribution, reason, clock.instant(), true);
        synchronized (this) {
            // One that went meanwhile leaves nothing behind.
            if (known.containsKey(contribution.source())) {
                quarantined.put(contribution.source(), quarantine);
            }
        }
        LOG.error("The {} {} is not used any more, since {}: {}. Tell its maker, or remove the bundle.", kind,
                contribution, about, reason, cause);
        return quarantine;
    }

    /**
     * Lets quarantined contributions be called again, with new objects; those that are declared wrongly stay where they are.
     *
     * @return how many
     */
    public synchronized int readmit() {
        List<Quarantine> back = quarantined().stream().filter(Quarantine::canReturn).toList();
        back.forEach(one -> {
            known.get(one.contribution().source()).forget();
            quarantined.remove(one.contribution().source());
        });
        return back.size();
    }
}
