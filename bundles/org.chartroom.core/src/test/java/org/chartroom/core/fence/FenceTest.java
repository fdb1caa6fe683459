package org.chartroom.core.fence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;

import org.junit.jupiter.api.Test;

/** Code that does what it should not. */
class FenceTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private static int endless(int depth) {
        return endless(depth + 1) + 1;
    }

    @Test
    void what_works_gives_its_value() throws Exception {
        assertEquals(3, Fence.call("three", LIMIT, () -> 3));
        assertNull(Fence.call("nothing", LIMIT, () -> null));
    }

    @Test
    void what_throws_is_told_with_its_cause() {
        FenceException e = assertThrows(FenceException.class, () -> Fence.call("thrower", LIMIT, () -> {
            throw new NoClassDefFoundError("org/example/Gone");
        }));
        assertInstanceOf(NoClassDefFoundError.class, e.getCause());
    }

    @Test
    void an_exhausted_stack_is_a_failure_of_the_one_that_exhausted_it() {
        FenceException e = assertThrows(FenceException.class, () -> Fence.call("deep", LIMIT, () -> endless(0)));
        assertInstanceOf(StackOverflowError.class, e.getCause());
    }

    @Test
    void what_never_ends_is_left_behind_and_told_with_the_place() {
        FenceException e = assertThrows(FenceException.class,
                () -> Fence.call("endless", Duration.ofMillis(300), () -> {
                    while (!Thread.interrupted()) {
                        Thread.onSpinWait();
                    }
                    return null;
                }));
        assertTrue(e.getMessage().startsWith("took more than"), e.getMessage());
        assertTrue(e.getCause().getStackTrace().length > 0);
    }
}
