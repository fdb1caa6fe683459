package org.chartroom.proofpack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.chartroom.core.type.DynamicModel;
import org.eclipse.emf.ecore.EPackage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The models themselves. */
class ModelsTest {
    @ParameterizedTest
    @ValueSource(strings = {"audit", "communication", "forecast", "kpi", "negotiation", "recovery", "review", "status",
            "survey", "training"})
    void a_model_is_valid_and_all_its_expressions_work(String name) throws Exception {
        try (InputStream content = Files.newInputStream(Path.of("model", name + ".ecore"))) {
            EPackage ePackage = DynamicModel.read(name, content);
            assertEquals("http://www.chartroom.org/proofpack/" + name + "/1.0", ePackage.getNsURI());
        }
    }
}
