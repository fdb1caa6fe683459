package org.chartroom.platform.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {
    @BeforeEach
    void nameAnInstallation() {
        System.setProperty(Options.INSTALL, "/opt/chartroom");
    }

    @AfterEach
    void forgetTheInstallation() {
        System.clearProperty(Options.INSTALL);
    }

    private static Options parse(String... arguments) {
        return Options.parse(arguments);
    }

    @Test
    void without_options_the_workbench_opens_the_workspace_in_the_home_folder() {
        Options options = parse();
        assertEquals("workbench", options.profile());
        assertEquals(Path.of(System.getProperty("user.home"), "chartroom"), options.workspace());
        assertEquals(Path.of("/opt/chartroom"), options.install());
    }

    @Test
    void an_empty_value_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> parse("--workspace", "", "list"));
        assertThrows(IllegalArgumentException.class, () -> parse("--workspace", " ", "list"));
    }

    @Test
    void what_the_launcher_does_not_know_goes_to_the_application_in_order() {
        Options options = parse("--headless", "check", "--workspace", "/tmp/w", "--strict", "a b");
        assertEquals("headless", options.profile());
        assertEquals(List.of("check", "--strict", "a b"), options.arguments());
    }

    @Test
    void after_two_dashes_everything_goes_to_the_application() {
        assertEquals(List.of("--headless", "--workspace"), parse("--", "--headless", "--workspace").arguments());
    }

    @Test
    void behind_a_command_two_dashes_are_the_command_s_own() {
        assertEquals(List.of("set", "R-001", "--", "-x=1", "--workspace"),
                parse("set", "R-001", "--", "-x=1", "--workspace").arguments());
    }

    @Test
    void an_empty_argument_is_one() {
        assertEquals(List.of("set", "", "title="), parse("set", "", "title=").arguments());
    }

    @Test
    void help_as_the_only_word_explains_the_options() {
        assertTrue(parse("help").help());
        assertEquals("headless", parse("help").profile());
    }

    @Test
    void help_with_a_command_is_meant_for_the_application() {
        assertEquals(false, parse("help", "import").help());
        assertEquals("headless", parse("help", "import").profile());
        assertEquals(List.of("help", "import"), parse("help", "import").arguments());
        assertEquals(false, parse("show", "help").help());
    }

    @Test
    void help_after_an_argument_is_meant_for_the_application() {
        assertTrue(parse("--help").help());
        assertEquals(false, parse("check", "--help").help());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--workspace", "--profile", "--application", "--configuration", "--add-bundles"})
    void an_option_without_its_value_is_refused_by_name(String option) {
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> parse(option));
        assertTrue(refused.getMessage().contains(option));
    }

    @Test
    void a_profile_can_not_lead_out_of_its_folder() {
        assertThrows(IllegalArgumentException.class, () -> parse("--profile", "../secret"));
    }

    @Test
    void without_an_installation_nothing_starts() {
        System.clearProperty(Options.INSTALL);
        assertThrows(IllegalArgumentException.class, OptionsTest::parse);
    }
}
