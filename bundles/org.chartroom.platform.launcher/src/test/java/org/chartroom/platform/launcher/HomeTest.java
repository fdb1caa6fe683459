package org.chartroom.platform.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HomeTest {
    private String before;

    @BeforeEach
    void remember() {
        before = System.getProperty("user.home");
    }

    @AfterEach
    void set_back() {
        System.setProperty("user.home", before);
    }

    @Test
    void what_HOME_says_comes_before_the_list_of_accounts() {
        Home.honour(Map.of("HOME", "/data/somebody"));
        assertEquals(Path.of("/data/somebody"), Home.folder());
    }

    @Test
    void without_HOME_it_is_the_home_of_the_account() {
        Home.honour(Map.of());
        assertEquals(Path.of(before), Home.folder());
    }

    @Test
    void a_HOME_that_is_no_whole_path_is_not_taken() {
        Home.honour(Map.of("HOME", "somewhere"));
        assertEquals(Path.of(before), Home.folder());
    }
}
