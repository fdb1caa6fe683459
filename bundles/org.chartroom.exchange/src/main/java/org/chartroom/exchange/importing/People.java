package org.chartroom.exchange.importing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.chartroom.core.value.Names;
import org.chartroom.model.ModelFactory;
import org.chartroom.model.Person;

/**
 * The people that texts name: those of the directory, by e-mail address or by name, and new ones. "Lee, Ana" and "Ana Lee"
 * are one person where only one can be meant. A name that several have names none of them, and a text that names several
 * people is no person.
 */
final class People {
    private static final Pattern ADDRESSED = Pattern.compile("\"?([^\"<>]*?)\"?\\s*<\\s*([^<>\\s]+@[^<>\\s]+)\\s*>");
    private static final Pattern TURNED = Pattern.compile("([^,]+),\\s*([^,]+)");
    private static final Pattern BETWEEN = Pattern.compile("\\s*[/&+,]\\s*|\\s+(?:and|und|et|e|y|en|og|och|i)\\s+",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern STRONG = Pattern.compile("\\s*[;\\n\\r]\\s*");

    private final Map<String, Person> byAddress = new HashMap<>();
    private final Map<String, List<Person>> byName = new HashMap<>();
    /** Those whose names are written like "Lee, Ana", by the same name the other way round. */
    private final Map<String, List<Person>> byTurnedName = new HashMap<>();
    /** New people, and whether something that arrives refers to them. */
    private final Map<Person, Boolean> made = new LinkedHashMap<>();
    private final Set<String> notes = new LinkedHashSet<>();

    /** @param there the people of the directory */
    People(Collection<Person> there) {
        there.forEach(this::add);
    }

    private void add(Person person) {
        if (person.getEmail() != null && !person.getEmail().isBlank()) {
            byAddress.putIfAbsent(Names.folded(person.getEmail()), person);
        }
        if (person.getName() != null) {
            byName.computeIfAbsent(Names.folded(person.getName()), one -> new ArrayList<>()).add(person);
            turned(person.getName()).ifPresent(name -> byTurnedName
                    .computeIfAbsent(Names.folded(name), one -> new ArrayList<>()).add(person));
        }
    }

    /**
     * @param name a name
     * @return "Ana Lee" for "Lee, Ana"; empty for names that are not written so
     */
    static Optional<String> turned(String name) {
        Matcher turned = TURNED.matcher(Names.visible(name));
        return turned.matches() ? Optional.of(turned.group(2) + " " + turned.group(1)) : Optional.empty();
    }

    /** @return who has an e-mail address */
    Optional<Person> withAddress(String address) {
        return Optional.ofNullable(byAddress.get(Names.folded(address)));
    }

    /** @return everybody of a name */
    List<Person> called(String name) {
        return byName.getOrDefault(Names.folded(name), List.of());
    }

    /** @return everybody of a name, or else everybody who has it the other way round */
    List<Person> alike(String name) {
        List<Person> same = called(name);
        return same.isEmpty()
                ? turned(name).map(this::called)
                        .orElseGet(() -> byTurnedName.getOrDefault(Names.folded(name), List.of()))
                : same;
    }

    /** Takes note of a name that somebody has the other way round. */
    void turned(String name, Person person) {
        if (!Names.same(name, person.getName())) {
            if (made.containsKey(person)) {
                turnedInFile(name, person.getName());
            } else {
                notes.add(Messages.bind(Messages.nameTurned, Names.visible(name), person.getName()));
            }
        }
    }

    /** Takes note of a name that the file has the other way round, too. */
    void turnedInFile(String name, String other) {
        notes.add(Messages.bind(Messages.nameTurnedInFile, Names.visible(name), other));
    }

    /**
     * @param text a name, an e-mail address, or both: "Ana Lee", "Lee, Ana", "Ana Lee &lt;ana@example.com&gt;"
     * @return who is called so; empty when nobody is
     * @throws IllegalArgumentException when several are; the message completes "because ..."
     */
    Optional<Person> find(String text) {
        String name = Names.visible(text);
        Optional<Person> known = withAddress(name);
        if (known.isPresent()) {
            return known;
        }
        Matcher addressed = ADDRESSED.matcher(name);
        if (called(name).isEmpty() && addressed.matches()) {
            return addressed(addressed.group(1), addressed.group(2));
        }
        Optional<Person> other = only(name);
        other.ifPresent(person -> turned(name, person));
        return other;
    }

    private Optional<Person> only(String name) {
        List<Person> all = alike(name);
        if (all.size() > 1) {
            throw new IllegalArgumentException(Messages.bind(Messages.severalPeople, all.size(), name));
        }
        return all.stream().findFirst();
    }

    /** Whoever has the name and another address is somebody else. */
    private Optional<Person> addressed(String name, String address) {
        Optional<Person> known = withAddress(address);
        if (known.isPresent()) {
            return known;
        }
        List<Person> without = alike(name).stream().filter(person -> !hasAddress(person)).toList();
        if (without.size() > 1) {
            throw new IllegalArgumentException(Messages.bind(Messages.severalPeople, without.size(), name));
        }
        without.forEach(person -> {
            turned(name, person);
            if (made.containsKey(person)) {
                person.setEmail(address);
                byAddress.put(Names.folded(address), person);
            } else {
                notes.add(Messages.bind(Messages.addressLeftOut, name, address));
            }
        });
        return without.stream().findFirst();
    }

    /** @return whether an e-mail address of a person is known */
    static boolean hasAddress(Person person) {
        return person.getEmail() != null && !person.getEmail().isBlank();
    }

    /**
     * @param text as for {@link #find}
     * @param isOne whether it can't be several people
     * @return who is called so, or somebody new
     * @throws IllegalArgumentException when several are called so or are named; the message completes "because ..."
     */
    Person findOrMake(String text, boolean isOne) {
        if (isOne) {
            refuseSeveral(text, STRONG, 1);
        }
        Optional<Person> found = find(text);
        if (found.isPresent()) {
            return found.get();
        }
        if (isOne) {
            refuseSeveral(text, BETWEEN, 0);
        }
        Person person = ModelFactory.eINSTANCE.createPerson();
        person.setId(UUID.randomUUID().toString());
        Matcher addressed = ADDRESSED.matcher(Names.visible(text));
        if (addressed.matches()) {
            person.setEmail(addressed.group(2));
            person.setName(addressed.group(1).isBlank() ? addressed.group(2) : addressed.group(1));
        } else {
            person.setEmail(text.contains("@") ? text : null);
            person.setName(text);
        }
        made.put(person, false);
        add(person);
        return person;
    }

    /** A mark between names is a part of one name where nobody known stands beside it: "Smith &amp; Sons". */
    private void refuseSeveral(String text, Pattern between, int most) {
        List<String> parts = Arrays.stream(between.split(text.strip())).filter(part -> !part.isBlank()).toList();
        boolean areSeveral = most > 0
                ? parts.size() > most
                : parts.size() > 1 && parts.stream()
                        .anyMatch(part -> withAddress(part).isPresent() || !called(part).isEmpty());
        if (areSeveral) {
            throw new IllegalArgumentException(Messages.bind(Messages.onePersonOnly,
                    text.strip().replaceAll("[\\n\\r]+", "; ")));
        }
    }

    /** Takes values that arrive: somebody new whom only refused rows name is not made. */
    void arrived(Collection<?> values) {
        if (made.isEmpty()) {
            return;
        }
        values.forEach(value -> {
            if (value instanceof Collection<?> many) {
                arrived(many);
            } else if (value instanceof Person person) {
                made.computeIfPresent(person, (one, before) -> true);
            }
        });
    }

    /** @return the new people that something refers to */
    List<Person> made() {
        return made.entrySet().stream().filter(Map.Entry::getValue).map(Map.Entry::getKey).toList();
    }

    /** @return what was taken for granted, one sentence each */
    Collection<String> notes() {
        return notes;
    }
}
