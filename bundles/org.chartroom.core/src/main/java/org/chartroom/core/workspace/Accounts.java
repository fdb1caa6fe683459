package org.chartroom.core.workspace;

import java.util.Optional;

import org.chartroom.core.type.ValueTexts;
import org.chartroom.model.Directory;
import org.chartroom.model.Person;

/** Tells who of the directory works with an account, the name that revisions have as their author. */
public final class Accounts {
    private Accounts() {
    }

    /**
     * @param directory the people of a workspace
     * @param account name of an account
     * @return the first person with that name, that e-mail address, or that name before the @ of the address, in any case
     */
    public static Optional<Person> person(Directory directory, String account) {
        return directory.getPeople().stream().filter(person -> isOf(person, account)).findFirst();
    }

    private static boolean isOf(Person person, String account) {
        String address = person.getEmail() == null ? "" : person.getEmail();
        return account.equalsIgnoreCase(person.getName()) || account.equalsIgnoreCase(address)
                || address.indexOf('@') > 0
                        && account.equalsIgnoreCase(address.substring(0, address.indexOf('@')));
    }

    /**
     * @param person who it was, of the directory; may be null
     * @param account the account it was done with; may be null
     * @return the name of the person, or else of the account; empty when neither is known
     */
    public static String name(Person person, String account) {
        if (person != null && !person.eIsProxy()) {
            return ValueTexts.name(person);
        }
        return account == null ? "" : account;
    }
}
