package org.chartroom.platform.plugins;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The list of plug-ins is damaged, or a process ends between two writes to it. The number of random damages is the property
 * chartroom.damage.rounds.
 */
class PluginTroubleTest {
    private static final int ROUNDS = Integer.getInteger("chartroom.damage.rounds", 60);
    private static final int MOST_STEPS = 20;

    @TempDir
    Path folder;

    private Path list;
    private PluginArea area;
    private final PluginRecord before = PluginRecord.EMPTY.with(PluginAreaTest.plugin("1.0.0"));
    private final PluginRecord now = PluginRecord.EMPTY.with(PluginAreaTest.plugin("2.0.0"));

    @BeforeEach
    void anAreaWithAPlugin() throws IOException {
        list = folder.resolve("area/installed.properties");
        area = new PluginArea(folder.resolve("area"));
        area.change(PluginRecord.EMPTY, before);
        area.confirm(before);
    }

    @Test
    void aListThatIsAsItWasWrittenIsNotTouched() throws IOException {
        assertEquals(Optional.empty(), area.mend());
        assertEquals(Optional.empty(), area.notice());
    }

    @Test
    void aListThatIsGoneIsToldAndItsCopyTakesItsPlace() throws IOException {
        Files.delete(list);
        String told = area.mend().orElseThrow();
        assertTrue(told.startsWith("The list of plug-ins " + list + " is gone; its copy was put in its place."), told);
        assertEquals(before, area.read());
        assertEquals(Optional.of(told), area.notice());
        assertEquals(Optional.empty(), area.mend());
    }

    @ParameterizedTest
    @ValueSource(strings = {"bundle.0.file", "signer", "format", "type.0.id", "bundle.1.headless"})
    void aLineThatIsMissingIsToldAndTheCopyTakesItsPlace(String key) throws IOException {
        String text = Files.readString(list);
        Files.writeString(list, String.join("\n", text.lines().filter(line -> !line.contains(key)).toList()));
        assertTrue(area.mend().orElseThrow().contains(list + " is damaged"));
        assertEquals(before, area.read());
    }

    @Test
    void whenTheCopyIsDamagedTooThatIsToldAndWhatCanBeReadIsUsed() throws IOException {
        for (String name : new String[]{"installed.properties", "installed.copy.properties"}) {
            Path file = folder.resolve("area").resolve(name);
            Files.writeString(file, Files.readString(file).replace("a-1.jar", "b-1.jar"));
        }
        assertTrue(area.mend().orElseThrow().contains("is damaged, and so is its copy"));
        assertEquals(1, area.read().plugins().size());
    }

    @Test
    void noRandomDamageOfTheListIsSilentOrLosesAPlugin() throws IOException {
        byte[] intact = Files.readAllBytes(list);
        Random random = new Random(20261129);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] bytes = intact.clone();
            switch (random.nextInt(3)) {
                case 0 -> bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
                case 1 -> Arrays.fill(bytes, random.nextInt(bytes.length), bytes.length, (byte) 0);
                default -> bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
            }
            Files.write(list, bytes);
            Optional<String> told = area.mend();
            assertEquals(before, area.read(), "round " + round);
            // A line break at the end says nothing.
            assertTrue(told.isPresent() || new String(bytes).strip().equals(new String(intact).strip()),
                    "round " + round);
        }
        System.out.println("list of plug-ins: " + ROUNDS + " damaged, none silent, nothing lost");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no number\nat all\nthe plug-in\n", "17", "\u0000\u0000"})
    void aNoteOfAStartThatIsDamagedIsTakenForAStartThatWasCutOff(String note) throws IOException {
        area.change(before, now);
        Files.writeString(folder.resolve("area/start"), note);
        assertEquals(!note.isEmpty(), area.cutOffStart().isPresent());
    }

    private interface Work {
        void run(PluginArea area) throws IOException;
    }

    private static final class Ended extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Ends the work after each of its writes in turn; what the next start finds is one list or the other, as a whole. */
    private void assertOneOrTheOther(Work prepare, Work work) throws IOException {
        for (int step = 1; step < MOST_STEPS; step++) {
            Path place = Files.createTempDirectory(folder, "steps");
            prepare.run(new PluginArea(place));
            int[] left = {step};
            boolean ended = false;
            try {
                work.run(new PluginArea(place, () -> {
                    left[0]--;
                    if (left[0] == 0) {
                        throw new Ended();
                    }
                }));
            } catch (Ended e) {
                ended = true;
            }
            PluginArea next = new PluginArea(place);
            next.mend();
            PluginRecord found = next.read();
            assertTrue(found.equals(before) || found.equals(now), "step " + step + ": " + found);
            if (next.isOnTrial()) {
                next.rollBack("It did not start.");
                assertTrue(next.read().equals(before) || next.read().equals(now), "step " + step);
            }
            assertEquals(Optional.empty(), next.mend(), "step " + step);
            if (!ended) {
                assertTrue(step > 2, "it passes no step");
                return;
            }
        }
        throw new AssertionError("more than " + MOST_STEPS + " steps");
    }

    private void makeProved(PluginArea place) throws IOException {
        place.change(PluginRecord.EMPTY, before);
        place.confirm(before);
    }

    @Test
    void aChangeThatEndsAnywhereLeavesOneListOrTheOther() throws IOException {
        assertOneOrTheOther(this::makeProved, place -> place.change(before, now));
    }

    @Test
    void aChangeThatIsTakenBackAndEndsAnywhereLeavesOneListOrTheOther() throws IOException {
        assertOneOrTheOther(this::makeProved, place -> place.change(before, now).run());
    }

    @Test
    void aWayBackThatEndsAnywhereLeavesOneListOrTheOther() throws IOException {
        assertOneOrTheOther(place -> {
            makeProved(place);
            place.change(before, now);
        }, place -> place.rollBack("It did not start."));
    }

    @Test
    void aListThatProvedItselfStaysWhereverThatEnds() throws IOException {
        assertOneOrTheOther(place -> {
            makeProved(place);
            place.change(before, now);
        }, place -> {
            place.confirm(now);
            place.change(now, before);
        });
    }
}
