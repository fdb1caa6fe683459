package org.chartroom.platform.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.apache.felix.framework.Felix;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;

class RootFormatsTest {
    private final Locale before = Locale.getDefault(Locale.Category.FORMAT);

    @TempDir
    Path folder;

    @AfterEach
    void set_back() {
        Locale.setDefault(Locale.Category.FORMAT, before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar-EG", "fa", "bn", "mr", "ne", "my", "ckb", "dz", "hi", "th-TH-u-nu-thai", "tr"})
    void felix_starts_in_every_language_and_the_language_stays(String language) throws Exception {
        Locale locale = Locale.forLanguageTag(language);
        Locale.setDefault(Locale.Category.FORMAT, locale);
        Felix felix;
        try (RootFormats formats = new RootFormats()) {
            felix = new Felix(Map.of(Constants.FRAMEWORK_STORAGE, folder.resolve(language).toString()));
            felix.init();
        }
        try {
            assertEquals(Bundle.STARTING, felix.getState());
            assertEquals(locale, Locale.getDefault(Locale.Category.FORMAT));
        } finally {
            felix.stop();
            felix.waitForStop(0);
        }
    }
}
