package org.chartroom.exchange.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.chartroom.core.value.Names;
import org.chartroom.model.ModelPackage.Literals;
import org.chartroom.model.Person;

/**
 * Tells the rows of a table of people with names and e-mail addresses apart. The same address is the same person; the same
 * name with another address is another one. Somebody without an address gets it, where only one can be meant. "Lee, Ana" is
 * "Ana Lee" where the directory or the file has that.
 */
final class PeopleRows {
    private final People people;
    /** The rows by the names that they write. */
    private final Map<String, List<RowValues>> named = new HashMap<>();
    /** By name, the addresses of the file that nobody has. */
    private final Map<String, Set<String>> addresses = new HashMap<>();

    /** Who a row is: somebody known, or what tells somebody new apart. */
    record Who(String id, Optional<Person> person) {
        static Who known(Person person) {
            return new Who("person " + person.getId(), Optional.of(person));
        }

        static Who unknown(String name, String address) {
            return new Who(Names.folded(name) + "\n" + address, Optional.empty());
        }
    }

    /**
     * @param people everybody of the directory
     * @param rows all rows that can be read
     */
    PeopleRows(People people, List<RowValues> rows) {
        this.people = people;
        rows.forEach(row -> named.computeIfAbsent(Names.folded(row.label()), one -> new ArrayList<>()).add(row));
        rows.forEach(this::settle);
        for (RowValues row : rows) {
            address(row).filter(address -> people.withAddress(address).isEmpty()).ifPresent(address -> addresses
                    .computeIfAbsent(Names.folded(name(row)), one -> new TreeSet<>()).add(Names.folded(address)));
        }
    }

    /** One name of a person counts, also where rows write it the other way round. */
    private void settle(RowValues row) {
        String name = row.label();
        Optional<String> address = address(row);
        List<Person> alike = people.called(name).isEmpty() ? people.alike(name) : List.of();
        List<Person> meant = alike.stream().filter(person -> address.isEmpty() || !People.hasAddress(person)
                || Names.same(person.getEmail(), address.get())).toList();
        Optional<Person> known = address.flatMap(people::withAddress).filter(meant::contains)
                .or(() -> meant.size() == 1 ? meant.stream().findFirst() : Optional.empty());
        if (known.isPresent()) {
            people.turned(name, known.get());
            rename(row, known.get().getName());
        } else if (alike.isEmpty()) {
            People.turned(name).map(other -> named.get(Names.folded(other)))
                    .filter(others -> areOne(address, others)).ifPresent(others -> {
                        people.turnedInFile(name, others.get(0).label());
                        rename(row, others.get(0).label());
                    });
        }
    }

    /** Different addresses are those of different people. */
    private static boolean areOne(Optional<String> address, List<RowValues> others) {
        Set<String> all = new TreeSet<>();
        address.map(Names::folded).ifPresent(all::add);
        others.forEach(other -> address(other).map(Names::folded).ifPresent(all::add));
        return all.size() <= 1;
    }

    private static void rename(RowValues row, String name) {
        row.values().replaceAll((column, value) -> column.goesTo(Literals.PERSON__NAME) ? name : value);
    }

    private static String name(RowValues row) {
        return row.values().entrySet().stream().filter(entry -> entry.getKey().goesTo(Literals.PERSON__NAME))
                .map(entry -> Names.visible((String) entry.getValue())).findFirst().orElse(row.label());
    }

    private static Optional<String> address(RowValues row) {
        return row.values().entrySet().stream().filter(entry -> entry.getKey().goesTo(Literals.PERSON__EMAIL))
                .map(entry -> Names.visible((String) entry.getValue())).filter(text -> !text.isEmpty()).findFirst();
    }

    /**
     * @param row a row
     * @return who it is
     * @throws IllegalArgumentException when it may be several people; the message completes "because ..."
     */
    Who who(RowValues row) {
        Optional<String> address = address(row);
        Optional<Person> known = address.flatMap(people::withAddress);
        if (known.isPresent()) {
            return Who.known(known.get());
        }
        String name = name(row);
        List<Person> called = people.alike(name);
        long without = called.stream().filter(person -> !People.hasAddress(person)).count();
        Set<String> more = addresses.getOrDefault(Names.folded(name), Set.of());
        // One without an address and one new address are the same person.
        boolean isSame = without == 1 && more.size() == 1;
        long all = called.size() + more.size() - (isSame ? 1 : 0);
        if (address.isPresent() && without == 0) {
            return Who.unknown(name, Names.folded(address.get()));
        }
        if (address.isPresent() && isSame) {
            return Who.known(called.stream().filter(person -> !People.hasAddress(person)).findFirst().orElseThrow());
        }
        if (address.isPresent() || all > 1) {
            throw new IllegalArgumentException(Messages.bind(Messages.severalPeopleRows, all, name));
        }
        return called.isEmpty()
                ? Who.unknown(name, more.stream().findFirst().orElse(""))
                : Who.known(called.get(0));
    }
}
