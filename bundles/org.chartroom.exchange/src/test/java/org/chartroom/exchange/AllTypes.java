package org.chartroom.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.chartroom.core.type.DynamicModel;
import org.chartroom.model.ModelPackage;
import org.chartroom.model.change.ChangePackage;
import org.chartroom.model.charter.CharterPackage;
import org.chartroom.model.risk.RiskPackage;
import org.chartroom.model.variance.VariancePackage;
import org.chartroom.model.vendor.VendorPackage;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EPackage;

/** The types of the core, of the proof packet and of the examples, as their models say; ids are made for the tests. */
final class AllTypes {
    private static final Map<String, EClass> TYPES = read();

    private AllTypes() {
    }

    static Map<String, EClass> byId() {
        return TYPES;
    }

    static String idOf(EClass type) {
        return type.getEPackage().getName() + "." + type.getName();
    }

    private static Map<String, EClass> read() {
        Map<String, EClass> types = new LinkedHashMap<>();
        Stream.of(RiskPackage.eINSTANCE, VariancePackage.eINSTANCE, VendorPackage.eINSTANCE, ChangePackage.eINSTANCE,
                CharterPackage.eINSTANCE).forEach(one -> add(one, types));
        models().stream().map(AllTypes::read).forEach(one -> {
            EPackage.Registry.INSTANCE.put(one.getNsURI(), one);
            add(one, types);
        });
        return types;
    }

    private static List<Path> models() {
        Path bundles = Path.of("").toAbsolutePath().getParent();
        try (Stream<Path> packet = Files.list(bundles.resolve("org.chartroom.proofpack/model"))) {
            return Stream.concat(packet.filter(file -> file.toString().endsWith(".ecore")).sorted(),
                    Stream.of(bundles.resolve("org.chartroom.example.decisions/decisions.ecore"),
                            bundles.resolve("org.chartroom.example.lessons/lessons.ecore")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EPackage read(Path file) {
        try (InputStream content = Files.newInputStream(file)) {
            return DynamicModel.read(file.getFileName().toString(), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(EPackage from, Map<String, EClass> types) {
        from.getEClassifiers().stream().filter(EClass.class::isInstance).map(EClass.class::cast)
                .filter(one -> !one.isAbstract() && ModelPackage.Literals.ARTIFACT.isSuperTypeOf(one))
                .forEach(one -> types.put(idOf(one), one));
    }
}
