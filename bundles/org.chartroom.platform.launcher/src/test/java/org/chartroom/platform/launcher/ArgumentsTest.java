package org.chartroom.platform.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterProperty;
import org.apache.felix.framework.Felix;
import org.chartroom.platform.plugins.Trees;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;

class ArgumentsTest {
    private final Path storage = storage();

    private static Path storage() {
        try {
            return Files.createTempDirectory("arguments");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterProperty
    void removeTheStorage() throws IOException {
        Trees.delete(storage);
    }

    private static String[] of(String... arguments) {
        return arguments;
    }

    @Property(tries = 50)
    void the_framework_holds_each_argument_letter_for_letter(@ForAll List<String> arguments) throws Exception {
        Map<String, Object> settings = new HashMap<>(Arguments.properties(arguments));
        settings.put(Constants.FRAMEWORK_STORAGE, storage.toString());
        Framework framework = new Felix(settings);
        framework.init();
        try {
            BundleContext context = framework.getBundleContext();
            assertEquals(String.valueOf(arguments.size()), context.getProperty("org.chartroom.arguments"));
            assertEquals(arguments, IntStream.range(0, arguments.size())
                    .mapToObj(i -> context.getProperty("org.chartroom.arguments." + i)).toList());
        } finally {
            framework.stop();
            framework.waitForStop(0);
        }
    }

    @Test
    void arguments_with_all_their_letters_are_no_problem() {
        assertEquals(Optional.empty(), Arguments.problem(of("Größe\nнового 😀", "", "@file"), "UTF-8"));
    }

    @Test
    void a_letter_that_the_environment_lost_is_told_with_the_way_out() {
        String problem = Arguments.problem(of("set", "title=Gr\uFFFD\uFFFDe"), "ANSI_X3.4-1968").orElseThrow();
        assertTrue(problem.contains("ANSI_X3.4-1968") && problem.contains("LC_ALL=C.UTF-8"), problem);
    }

    @Test
    void half_a_letter_is_told_too() {
        assertTrue(Arguments.problem(of("title=\uD83D"), "UTF-8").isPresent());
    }
}
