package org.chartroom.exchange.importing;

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
 * name with another address is another one. Somebody without an address gets it, where only one can be meant.
 */
final class PeopleRows {
    private final People people;
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
        for (RowValues row : rows) {
            address(row).filter(address -> people.withAddress(address).isEmpty()).ifPresent(address -> addresses
                    .computeIfAbsent(Names.folded(row.label()), one -> new TreeSet<>()).add(Names.folded(address)));
        }
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
        String name = row.label();
        List<Person> called = people.called(name);
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
