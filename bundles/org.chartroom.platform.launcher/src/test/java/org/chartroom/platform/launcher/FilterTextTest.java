package org.chartroom.platform.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterTextTest {
    private static final String PACKAGE = "osgi.wiring.package";

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"(osgi.wiring.package=a.b); a.b",
            "(&(osgi.wiring.package=a.b)(version>=1.2.0)); a.b 1.2.0 or newer",
            "(&(osgi.wiring.package=a.b)(version>=1.2.0)(!(version>=2.0.0))); 'a.b [1.2.0,2.0.0)'",
            "(&(osgi.wiring.package=a.b)(version>=1.2.0)(version<=2.0.0)); 'a.b [1.2.0,2.0.0]'",
            "(other=c); (other=c)"})
    void a_filter_reads_like_a_manifest(String filter, String words) {
        assertEquals(words, FilterText.of(PACKAGE, filter));
    }
}
