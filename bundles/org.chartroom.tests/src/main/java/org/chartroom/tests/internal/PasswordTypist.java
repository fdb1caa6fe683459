package org.chartroom.tests.internal;

import java.util.List;

import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Types the passwords that a framework property names, one after the other; without it, nothing. */
@Component(immediate = true, service = PasswordTypist.class)
public final class PasswordTypist {
    private static final String PASSWORDS = "org.chartroom.tests.passwords";

    /** @param context tells the passwords */
    @Activate
    public PasswordTypist(BundleContext context) {
        String passwords = context.getProperty(PASSWORDS);
        if (passwords != null) {
            // A class of its own: in the headless framework, where this is made as well, there are no widgets.
            PasswordTyping.start(List.of(passwords.split(",")));
        }
    }
}
