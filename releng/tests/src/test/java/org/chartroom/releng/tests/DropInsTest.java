package org.chartroom.releng.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Bundles in the dropins folder of a user: good ones work, bad ones are named and hold up nothing. Those in a workspace
 * are not loaded.
 */
class DropInsTest {
    @TempDir
    Path folder;

    private Product product;
    private Path dropIns;

    @BeforeEach
    void makeWorkspace() throws IOException {
        product = new Product(folder).with("--headless", "--application", "org.chartroom.tests.idle");
        dropIns = Files.createDirectories(product.configuration().resolve("plugins/dropins"));
    }

    /** Makes a bundle whose activator runs the given statements when it starts. */
    private void dropIn(String name, String onStart, String... headers) throws IOException {
        TestBundle bundle = new TestBundle(name, "0.0.0").onStart(onStart);
        for (String header : headers) {
            bundle.header(header.substring(0, header.indexOf(':')), header.substring(header.indexOf(':') + 1));
        }
        bundle.write(dropIns.resolve(name + ".jar"));
    }

    private static String say(String word) {
        return "System.out.println(\"" + word + "\");";
    }

    /** Runs until the output has a text, then ends the process as a user would. */
    private String runUntil(String text) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        Process process = product.withTests().start();
        try {
            Conditions.await("the output has '" + text + "'", () -> product.printed().contains(text)
                    || product.problems().stream().anyMatch(problem -> problem.contains(text)));
        } finally {
            process.destroy();
        }
        return product.end(process, begin).output();
    }

    @Test
    void a_bundle_is_started_and_a_changed_one_is_noticed_and_a_removed_one_is_gone() throws Exception {
        dropIn("good", say("first version"));
        runUntil("first version");
        dropIn("good", say("the second version"));
        String output = runUntil("the second version");
        assertTrue(!output.contains("first version"), output);
        Files.delete(dropIns.resolve("good.jar"));
        dropIn("other", say("another"));
        output = runUntil("another");
        assertTrue(!output.contains("second version"), output);
        assertEquals(List.of(), product.problems());
    }

    @Test
    void a_bundle_in_a_workspace_is_named_and_not_loaded() throws Exception {
        dropIn("own", say("from the user"));
        Path foreign = Files.createDirectories(product.workspace().resolve("dropins")).resolve("foreign.jar");
        new TestBundle("foreign", "0.0.0").onStart(say("from the workspace")).write(foreign);
        String output = runUntil("from the user");
        assertTrue(!output.contains("from the workspace"), output);
        String told = foreign + " is not loaded, because a workspace may come from anybody";
        assertTrue(output.contains(told), output);
        assertTrue(product.problems().stream().anyMatch(problem -> problem.contains(told)), output);
    }

    /** Makes a bundle that contributes a word to an extension point of its own and says what the registry has there. */
    private void dropInWithExtension(String word) throws IOException {
        new TestBundle("words", "0.0.0").file("plugin.xml", """
                <plugin>
                   <extension-point id="words" name="Words"/>
                   <extension point="words.words"><word value="%s"/></extension>
                </plugin>
                """.formatted(word)).onStart("""
                Object registry = context.getService(context.getServiceReference(
                        "org.eclipse.core.runtime.IExtensionRegistry"));
                Object[] elements = (Object[]) registry.getClass()
                        .getMethod("getConfigurationElementsFor", String.class).invoke(registry, "words.words");
                for (Object element : elements) {
                    System.out.println("the registry has " + element.getClass()
                            .getMethod("getAttribute", String.class).invoke(element, "value"));
                }
                """).write(dropIns.resolve("words.jar"));
    }

    @Test
    void extensions_of_a_changed_bundle_are_read_again() throws Exception {
        dropInWithExtension("first");
        runUntil("the registry has first");
        runUntil("the registry has first");
        dropInWithExtension("second");
        String output = runUntil("the registry has second");
        assertTrue(!output.contains("has first"), output);
    }

    @Test
    void a_bundle_that_fails_is_named_and_the_next_one_starts() throws Exception {
        dropIn("bad", "throw new IllegalStateException(\"no luck\");");
        dropIn("good", say("good one started"));
        runUntil("good one started");
        assertEquals(1, product.problems().size(), product.problems().toString());
        assertTrue(product.problems().get(0).contains("bad.jar"));
    }

    @Test
    void a_bundle_that_can_not_be_resolved_is_named_with_what_it_misses() throws Exception {
        dropIn("lonely", "", "Require-Bundle:no.such.bundle");
        dropIn("zebra", say("zebra started"));
        runUntil("zebra started");
        assertTrue(product.problems().stream().anyMatch(
                problem -> problem.contains("lonely.jar") && problem.contains("no.such.bundle")),
                product.problems().toString());
    }

    @Test
    void a_bundle_whose_start_never_ends_holds_up_neither_the_others_nor_the_end() throws Exception {
        dropIn("hanging", "Thread.currentThread().join();");
        dropIn("later", say("later one started"));
        String output = runUntil("later one started");
        assertTrue(output.contains("application is up"), output);
        assertTrue(product.problems().stream().anyMatch(problem -> problem.contains("hanging.jar")),
                product.problems().toString());
        assertEquals(List.of(), product.left());
    }

    @Test
    void a_file_that_is_no_bundle_is_named() throws Exception {
        Files.writeString(dropIns.resolve("text.jar"), "not a jar");
        dropIn("zebra", say("zebra started"));
        runUntil("zebra started");
        assertTrue(product.problems().stream().anyMatch(problem -> problem.contains("text.jar")),
                product.problems().toString());
    }
}
