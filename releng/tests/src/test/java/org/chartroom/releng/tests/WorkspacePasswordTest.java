package org.chartroom.releng.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A workspace gets a password, is opened with it, and loses it again. */
class WorkspacePasswordTest {
    @TempDir
    Path folder;

    @BeforeEach
    void make_a_workspace_with_the_sample() throws Exception {
        assertRun(0, "of them from the sample", List.of(), "init", "--sample");
    }

    private void assertRun(int exitCode, String printed, List<String> input, String... arguments) throws Exception {
        Product.Ended ended = new Product(folder).with(arguments).reading(input.toArray(String[]::new)).run();
        assertEquals(exitCode, ended.exitCode(), ended.output());
        assertTrue(ended.output().contains(printed), ended.output());
        assertFalse(ended.output().contains("\tat "), ended.output());
    }

    @Test
    void the_command_line_sets_changes_and_removes_it() throws Exception {
        assertRun(4, "no terminal to ask for the new password", List.of(), "password", "set");
        assertRun(3, "can't be empty", List.of(""), "password", "set", "--password-stdin");
        assertRun(3, "has no password", List.of("old", "new"), "password", "change", "--password-stdin");
        assertRun(0, "Who loses the password loses the workspace", List.of("old"), "password", "set",
                "--password-stdin");
        assertRun(3, "has a password already", List.of("other"), "password", "set", "--password-stdin");

        assertRun(4, "give it at a terminal, with --password-stdin or with --password-fd N", List.of("old"), "list");
        assertRun(4, "none that fits was given", List.of("wrong", "old"), "list", "--password-stdin");
        assertRun(0, "RSK-001", List.of("old"), "list", "--password-stdin");
        assertRun(0, "RSK-001", List.of("old"), "list", "--password-fd", "0");
        assertRun(2, "mutually exclusive", List.of("old"), "list", "--password-stdin", "--password-fd", "0");

        assertRun(4, "none that fits was given", List.of("wrong", "new"), "password", "change", "--password-stdin");
        assertRun(3, "no new password", List.of("old"), "password", "change", "--password-stdin");
        assertRun(0, "is changed", List.of("old", "new"), "password", "change", "--password-stdin");
        assertRun(4, "none that fits was given", List.of("old"), "list", "--password-stdin");

        assertRun(0, ".mv.db", List.of("new"), "backup", "create", "--password-stdin");
        assertRun(0, "Restored from", List.of("new"), "restore", "--password-stdin");
        Path elsewhere = folder.resolve("elsewhere");
        assertRun(0, elsewhere.toString(), List.of("new"), "save-as", elsewhere.toString(), "--password-stdin");
        assertRun(3, "is not empty", List.of("new"), "save-as", elsewhere.toString(), "--password-stdin");

        assertRun(4, "none that fits was given", List.of("old"), "password", "remove", "--password-stdin");
        assertRun(0, "has no password any more", List.of("new"), "password", "remove", "--password-stdin");
        assertRun(0, "RSK-001", List.of(), "list");
        assertRun(3, "has no password", List.of("new"), "password", "remove", "--password-stdin");
    }

    @Test
    void the_workbench_sets_it_by_the_menu_and_asks_for_it_at_the_next_start() throws Exception {
        try (Xvfb display = new Xvfb()) {
            Product product = new Product(folder).on(display).withTests("org.chartroom.tests.task=protect",
                    "org.chartroom.tests.passwords=wrong,secret");
            Product.Ended ended = product.run();
            assertEquals(0, ended.exitCode(), ended.output());
            assertEquals(List.of(), product.problems());
            List<String> asked = ended.output().lines().filter(line -> line.startsWith("Asked for")).toList();
            assertEquals(2, asked.size(), ended.output());
            assertTrue(asked.get(0).contains(product.workspace() + " is protected"), ended.output());
            assertTrue(asked.get(1).contains("is wrong"), ended.output());
            assertTrue(asked.stream().allMatch(line -> line.endsWith("windows above: 0")), ended.output());
            assertTrue(ended.output().contains("The workspace has a password"), ended.output());
        }
        assertRun(0, "RSK-001", List.of("secret"), "list", "--password-stdin");
    }
}
