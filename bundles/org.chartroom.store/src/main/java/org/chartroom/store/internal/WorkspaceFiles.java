package org.chartroom.store.internal;

import java.nio.file.Path;

/**
 * The files of a workspace.
 *
 * @param folder the folder of the workspace
 */
record WorkspaceFiles(Path folder) {
    /** @return the database: all content and all history, what a backup must hold */
    Path database() {
        return folder.resolve("workspace" + Database.SUFFIX);
    }

    /** @return the folder for what is not content */
    Path control() {
        return folder.resolve(".chartroom");
    }

    /** @return locked by the process that writes, and says who that is */
    Path lock() {
        return control().resolve("lock");
    }

    /** @return locked while a commit is written or a snapshot is taken */
    Path gate() {
        return control().resolve("gate");
    }

    /** @return the database of a workspace that is being created */
    Path unfinished() {
        return control().resolve("new" + Database.SUFFIX);
    }

    /** @return the folder of backups, in sight of who looks after the files */
    Path backups() {
        return folder.resolve("backups");
    }

    /** @return the database of a workspace that is being brought to a newer format or restored */
    Path replacement() {
        return control().resolve("replacement" + Database.SUFFIX);
    }

    /** @return the note of the newest revision */
    Path head() {
        return control().resolve("head");
    }
}
