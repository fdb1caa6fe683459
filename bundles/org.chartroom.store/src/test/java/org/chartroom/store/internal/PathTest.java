package org.chartroom.store.internal;

import org.chartroom.testkit.store.Dump;
import org.chartroom.testkit.store.Samples;
import org.chartroom.testkit.store.Commits;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.chartroom.core.workspace.BackupInfo;
import org.chartroom.core.workspace.OpenMode;
import org.chartroom.core.workspace.PasswordPrompt;
import org.chartroom.model.risk.RiskRegister;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A workspace works whatever its folder is called, and the name is never more than a name. */
class PathTest {
    @TempDir
    Path parent;

    private static H2WorkspaceStore open(Path folder, OpenMode mode) {
        return (H2WorkspaceStore) new H2StoreProvider().open(folder, mode);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a;b", "w;a b ü%41#!", "two words", "100%", "%3B", "%25;", "a:b", "nio:c", "é日本🔥",
            "v;INIT=CREATE TABLE evil(a INT)", "v;IFEXISTS=FALSE;ACCESS_MODE_DATA=r", "it's \"quoted\"", "~", "..a"})
    void aFolderMayHaveAnyName(String name) throws IOException {
        Path folder = parent.resolve(name);
        RiskRegister register = Samples.register("RSK-1");
        BackupInfo backup;
        try (H2WorkspaceStore store = open(folder, OpenMode.CREATE)) {
            new Commits().create(register).to(store);
            backup = store.backup();
        }
        new H2StoreProvider().protect(folder, PasswordPrompt.NONE, Optional.of("secret".toCharArray()));
        new H2StoreProvider().protect(folder, (asked, attempt) -> Optional.of("secret".toCharArray()),
                Optional.empty());
        new H2StoreProvider().restore(folder, backup.file(), PasswordPrompt.NONE);
        try (H2WorkspaceStore store = open(folder, OpenMode.READ_WRITE)) {
            store.compact();
            Verified.clean(store);
        }
        try (H2WorkspaceStore store = open(folder, OpenMode.READ_ONLY)) {
            assertEquals(Dump.of(register), Dump.of(store.load(register.getId(), RootLoader.NEWEST).orElseThrow()));
            Verified.clean(store);
        }
        try (var all = Files.list(parent)) {
            assertEquals(1, all.count(), "Nothing is written beside the folder");
        }
        assertFalse(Files.exists(folder.resolve("workspace.trace.db")));
    }
}
