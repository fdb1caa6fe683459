package org.chartroom.core.type;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import org.chartroom.model.Currencies;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.osgi.util.NLS;

/**
 * Texts that must have a form: the detail "format" of an attribute's presentation says which, "email" for an e-mail address
 * or "currency" for an ISO-4217 code.
 */
public final class TextFormats {
    /** One at sign between a name and a domain with a dot; what a mail server takes is only known to that server. */
    private static final Pattern EMAIL = Pattern.compile("[^\\s@,;<>]+@[^\\s@,;<>.]+(\\.[^\\s@,;<>.]+)+");

    private TextFormats() {
    }

    /**
     * @param attribute a text attribute
     * @param text a text that somebody entered
     * @return the text in the form that is kept: without blanks around it, codes in capitals
     * @throws IllegalArgumentException when it does not have the form; the message is one sentence for the user
     */
    public static String normal(EAttribute attribute, String text) {
        Optional<String> format = Presentation.detail(attribute, "format");
        if (format.isEmpty() || text.isBlank()) {
            return text;
        }
        String stripped = text.strip();
        switch (format.get()) {
            case "email" -> {
                if (!isEmail(stripped)) {
                    throw new IllegalArgumentException(NLS.bind(ValueTexts.Messages.notAnEmail, stripped));
                }
                return stripped;
            }
            case "currency" -> {
                if (Currencies.find(stripped).isEmpty()) {
                    throw new IllegalArgumentException(NLS.bind(ValueTexts.Messages.notACurrency, stripped));
                }
                return stripped.toUpperCase(Locale.ROOT);
            }
            default -> throw new IllegalStateException(
                    "The format " + format.get() + " of " + attribute.getName() + " is not known.");
        }
    }

    /**
     * @param text a text
     * @return whether it has the form of an e-mail address
     */
    public static boolean isEmail(String text) {
        return EMAIL.matcher(text.strip()).matches();
    }
}
