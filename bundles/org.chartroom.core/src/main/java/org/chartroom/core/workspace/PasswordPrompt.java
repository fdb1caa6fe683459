package org.chartroom.core.workspace;

import java.nio.file.Path;
import java.util.Optional;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Asks for the password of a workspace; an OSGi service of whoever can ask somebody. Without one a workspace with a
 * password is not opened.
 */
@ConsumerType
@FunctionalInterface
public interface PasswordPrompt {
    /** Knows no password. */
    PasswordPrompt NONE = (folder, attempt) -> Optional.empty();

    /**
     * @param folder the folder of the workspace
     * @param attempt 1 for the first time; more when the password before was wrong
     * @return the password, which the caller overwrites when it was used; empty to give up
     */
    Optional<char[]> ask(Path folder, int attempt);
}
