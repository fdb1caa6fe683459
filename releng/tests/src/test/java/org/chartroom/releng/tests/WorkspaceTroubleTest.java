package org.chartroom.releng.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Arrays;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A workspace that can't be used says so in one sentence, ends with exit code 4, and is as it was.
 */
class WorkspaceTroubleTest {
    private static final int NO_WORKSPACE = 4;
    private static final int SMALL_DISK = 24 << 20;

    @TempDir
    Path folder;

    private Product.Ended run(String... arguments) throws IOException, InterruptedException {
        return new Product(folder).with(arguments).run();
    }

    private void makeSample() throws IOException, InterruptedException {
        assertEquals(0, run("init", "--sample").exitCode());
    }

    private static void assertRefused(Product.Ended ended, String... parts) {
        assertEquals(NO_WORKSPACE, ended.exitCode(), ended.output());
        Arrays.stream(parts).forEach(part -> assertTrue(ended.output().contains(part), ended.output()));
        assertFalse(ended.output().contains("\tat "), ended.output());
    }

    @Test
    void a_folder_that_can_not_be_made_is_named_with_a_way_out() throws Exception {
        Files.writeString(folder.resolve("workspace"), "a file where the folder should be");
        assertRefused(run("init"), folder.resolve("workspace").toString(), "choose another folder with --workspace");
        assertEquals("a file where the folder should be", Files.readString(folder.resolve("workspace")));
    }

    @Test
    void a_second_process_is_told_who_holds_the_workspace() throws Exception {
        makeSample();
        try (Xvfb display = new Xvfb()) {
            Product first = new Product(folder).on(display).withTests("org.chartroom.tests.task=stay");
            long begin = System.nanoTime();
            Process workbench = first.start();
            Conditions.await("the workbench says that it is up", () -> first.printed().contains("workbench is up"));
            Path other = Files.createDirectory(folder.resolve("other"));
            Product.Ended refused = new Product(other)
                    .with("--workspace", folder.resolve("workspace").toString(), "set", "RSK-001", "title=Another")
                    .run();
            workbench.destroy();
            first.end(workbench, begin);
            assertRefused(refused, "is in use by " + System.getProperty("user.name"), "(process ",
                    "open it for reading only");
        }
        assertTrue(run("show", "RSK-001").output().contains("Electronic patient record: risk register"));
    }

    @Test
    void a_workspace_of_a_newer_version_is_refused() throws Exception {
        makeSample();
        Path file = folder.resolve("workspace/workspace");
        try (Connection database = DriverManager.getConnection("jdbc:h2:file:" + file, "chartroom", "");
                Statement statement = database.createStatement()) {
            statement.execute("UPDATE meta SET content = '99' WHERE name = 'schemaVersion'");
        }
        assertRefused(run("list"), folder.resolve("workspace").toString(), "newer version", "update Chartroom");
        assertRefused(run("set", "RSK-001", "title=Another"), "newer version");
    }

    /** Whatever is asked of it: nothing of the file is run before it is known what is in it. */
    @Test
    void a_workspace_that_was_made_to_act_is_refused_by_every_command() throws Exception {
        makeSample();
        Path marker = folder.resolve("marker");
        Path file = folder.resolve("workspace/workspace");
        try (Connection database = DriverManager.getConnection("jdbc:h2:file:" + file, "chartroom", "");
                Statement statement = database.createStatement()) {
            statement.execute("ALTER TABLE meta RENAME TO hidden");
            statement.execute("CREATE VIEW meta AS SELECT name, content, added FROM hidden"
                    + " WHERE FILE_WRITE('x', '" + marker + "') > 0");
        }
        String[][] commands = {{"list"}, {"show", "RSK-001"}, {"verify"}, {"head"}, {"validate"}, {"history", "RSK-001"},
                {"export", "RSK-001", "--output", folder.resolve("x.csv").toString()}, {"signoff", "list"},
                {"baseline", "list"}, {"set", "RSK-001", "title=x"}, {"backup", "create"}, {"compact"}};
        for (String[] command : commands) {
            assertRefused(run(command), "nothing in it was run");
        }
        Path other = Files.createDirectory(folder.resolve("other"));
        assertEquals(0, new Product(other).with("init").run().exitCode());
        assertRefused(new Product(other).with("restore", file + ".mv.db").run(), "was not used");
        assertFalse(Files.exists(marker), "it acted");
    }

    @Test
    void a_full_disk_keeps_the_old_value_and_saving_works_once_there_is_room() throws Exception {
        Path disk = Files.createDirectories(folder.resolve("workspace"));
        Assumptions.assumeTrue(mounted("mount", "-t", "tmpfs", "-o", "size=" + SMALL_DISK, "tmpfs", disk.toString()),
                "only root can mount a small disk");
        try {
            makeSample();
            Path filler = disk.resolve("filler");
            fill(filler);
            Path text = Files.writeString(folder.resolve("long.txt"), "x".repeat(100_000));
            Product.Ended refused = run("set", "RSK-001", "summary=" + Files.readString(text));
            assertRefused(refused, "There is no room left on the disk of " + disk);
            Files.delete(filler);
            assertTrue(run("show", "RSK-001").output().contains("Risks of the move of five hospitals"));
            assertEquals(0, run("set", "RSK-001", "summary=Written once there was room").exitCode());
            assertTrue(run("show", "RSK-001").output().contains("Written once there was room"));
        } finally {
            assertTrue(mounted("umount", "-l", disk.toString()));
        }
    }

    private static boolean mounted(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
    }

    /** Leaves no room at all, in ever smaller steps. */
    private static void fill(Path file) throws IOException, InterruptedException {
        for (int size = 1 << 20; size >= 1 << 12; size >>= 2) {
            new ProcessBuilder("sh", "-c", "while head -c " + size + " /dev/zero >>'" + file + "'; do :; done")
                    .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
        }
    }
}
