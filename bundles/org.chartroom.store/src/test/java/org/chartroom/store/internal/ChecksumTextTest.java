package org.chartroom.store.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** No two texts have one checksum, and those of texts that can be kept stay what they were. */
class ChecksumTextTest {
    @Provide
    Arbitrary<String> textsWithHalves() {
        return Arbitraries.of("?", "a", "\uFFFD", "\uD800", "\uDBFF", "\uDC00", "\uDFFF", "\uD83D\uDD25").list()
                .ofMaxSize(6).map(parts -> String.join("", parts));
    }

    @Property
    void equalBytesAreEqualTexts(@ForAll("textsWithHalves") String one, @ForAll("textsWithHalves") String other) {
        assertEquals(one.equals(other), Arrays.equals(Checksums.utf8(one), Checksums.utf8(other)));
    }

    @Property
    void aTextWithoutHalvesIsUtf8(@ForAll String text) {
        String whole = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        assertArrayEquals(whole.getBytes(StandardCharsets.UTF_8), Checksums.utf8(whole));
    }
}
