package org.chartroom.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.chartroom.exchange.export.ModelExport;
import org.chartroom.exchange.importing.ModelImport;
import org.chartroom.exchange.json.JsonExport;
import org.chartroom.exchange.json.JsonModel;
import org.chartroom.exchange.json.ModelNames;
import org.chartroom.model.Artifact;
import org.chartroom.model.Directory;
import org.chartroom.model.Element;
import org.chartroom.model.ModelFactory;
import org.chartroom.model.ModelPackage;
import org.chartroom.model.Money;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EDataType;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.emf.ecore.xmi.impl.XMIResourceImpl;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.BeforeContainer;

/** An artifact that goes out as a model file, in either form, and comes in again goes out with the same bytes. */
class ModelRoundTripTest {
    private static final List<String> TEXTS = List.of("plain", " blanks  around ", "line\nbreak", "tab\there",
            "<b>&amp;\"'",
            "\u00e9\u2028\ud83d\ude00", "=1+1", "+1", "-1", "@a", "\"quoted\" 'text'", "\r\n", "]]>", "{\"a\": 1}", "");
    private static final int DEEPEST = 3;

    private static JsonSchema schema;

    @BeforeContainer
    static void makeSchema() throws IOException {
        schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(org.chartroom.exchange.json.JsonSchema.of(AllTypes.byId()));
    }

    @Provide
    Arbitrary<String> types() throws IOException {
        return Arbitraries.of(AllTypes.byId().keySet());
    }

    /** Fills an artifact and a directory with values that a seed decides. */
    private static final class Filler {
        private final Random random;
        private final Directory directory = ModelFactory.eINSTANCE.createDirectory();
        private int ids;

        Filler(long seed) {
            random = new Random(seed);
        }

        Artifact fill(EClass type) {
            Artifact artifact = (Artifact) EcoreUtil.create(type);
            contents(directory, 0);
            directory.getBaselines().clear();
            directory.getImports().clear();
            contents(artifact, 0);
            List<EObject> all = new ArrayList<>();
            Stream.of(directory, artifact).forEach(root -> {
                all.add(root);
                root.eAllContents().forEachRemaining(all::add);
            });
            all.forEach(owner -> refer(owner, all));
            return artifact;
        }

        private void contents(Element owner, int depth) {
            owner.setId("id-" + ids++);
            for (EStructuralFeature feature : owner.eClass().getEAllStructuralFeatures()) {
                if (!ModelNames.isHeld(feature) || feature == ModelPackage.Literals.ELEMENT__ID
                        || random.nextInt(4) == 0) {
                    continue;
                }
                if (feature instanceof EAttribute attribute) {
                    set(owner, feature, random.nextInt(3), () -> value(attribute.getEAttributeType()));
                } else if (((EReference) feature).isContainment() && depth < DEEPEST) {
                    set(owner, feature, random.nextInt(3), () -> child((EReference) feature, depth));
                }
            }
        }

        private Optional<Object> child(EReference reference, int depth) {
            List<EClass> classes = reference.getEReferenceType().getEPackage().getEClassifiers().stream()
                    .filter(EClass.class::isInstance).map(EClass.class::cast)
                    .filter(one -> !one.isAbstract() && reference.getEReferenceType().isSuperTypeOf(one)).toList();
            if (classes.isEmpty()) {
                return Optional.empty();
            }
            Element child = (Element) EcoreUtil.create(classes.get(random.nextInt(classes.size())));
            contents(child, depth + 1);
            return Optional.of(child);
        }

        private void refer(EObject owner, List<EObject> all) {
            for (EReference reference : owner.eClass().getEAllReferences()) {
                if (!ModelNames.isHeld(reference) || reference.isContainment()) {
                    continue;
                }
                List<EObject> targets = all.stream()
                        .filter(one -> one != owner && reference.getEReferenceType().isInstance(one)).toList();
                if (!targets.isEmpty()) {
                    set(owner, reference, random.nextInt(3),
                            () -> Optional.of(targets.get(random.nextInt(targets.size()))));
                }
            }
        }

        @SuppressWarnings("unchecked")
        private static void set(EObject owner, EStructuralFeature feature, int count,
                Supplier<Optional<Object>> values) {
            if (!feature.isMany()) {
                values.get().ifPresent(value -> owner.eSet(feature, value));
                return;
            }
            for (int i = 0; i < count; i++) {
                values.get().ifPresent(value -> ((List<Object>) owner.eGet(feature)).add(value));
            }
        }

        private Optional<Object> value(EDataType type) {
            Class<?> java = type.getInstanceClass();
            if (type instanceof EEnum literals) {
                return Optional.of(literals.getELiterals().get(random.nextInt(literals.getELiterals().size()))
                        .getInstance());
            }
            if (java == String.class) {
                return Optional.of(TEXTS.get(random.nextInt(TEXTS.size())));
            }
            if (java == Money.class) {
                return Optional.of(Money.of(decimal(), Currency.getInstance(random.nextBoolean() ? "EUR" : "JPY")));
            }
            if (java == BigDecimal.class) {
                return Optional.of(decimal());
            }
            if (java == LocalDate.class) {
                return Optional.of(LocalDate.of(1950, 1, 1).plusDays(random.nextInt(40_000)));
            }
            if (java == Instant.class) {
                return Optional.of(Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000) * 1_000L));
            }
            if (java == int.class || java == Integer.class) {
                return Optional.of(random.nextInt(1_000));
            }
            if (java == long.class || java == Long.class) {
                return Optional.of(random.nextLong());
            }
            return java == boolean.class || java == Boolean.class
                    ? Optional.of(random.nextBoolean())
                    : Optional.empty();
        }

        private BigDecimal decimal() {
            return new BigDecimal(BigInteger.valueOf(random.nextInt()), random.nextInt(7));
        }
    }

    private static Directory directory(List<EObject> contents) {
        return contents.stream().filter(Directory.class::isInstance).map(Directory.class::cast).findFirst()
                .orElseThrow();
    }

    private static String xmi(Artifact artifact, Directory directory) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ModelExport.write(artifact, directory, Optional.empty(), out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String json(Artifact artifact, Directory directory) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JsonExport.write(List.of(artifact), directory, Optional.empty(), AllTypes::idOf, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Property(tries = 500)
    void bothFormsOfEveryTypeComeBackWithTheSameBytesAndKeepToTheSchema(@ForAll("types") String type,
            @ForAll long seed) throws IOException {
        Filler filler = new Filler(seed);
        Artifact artifact = filler.fill(AllTypes.byId().get(type));
        String xmi = xmi(artifact, filler.directory);
        String json = json(artifact, filler.directory);
        assertTrue(xmi.contains("id-"), xmi);
        assertEquals(Set.of(), schema.validate(json, InputFormat.JSON));

        Artifact fromXmi = ModelImport.read("model.xmi", new ByteArrayInputStream(xmi.getBytes(StandardCharsets.UTF_8)))
                .get(0);
        Directory besides = directory(fromXmi.eResource().getContents());
        assertEquals(xmi, xmi(fromXmi, besides));
        assertEquals(json, json(fromXmi, besides));

        Resource read = new XMIResourceImpl(URI.createURI("model.json"));
        JsonModel.load("model.json", new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)),
                name -> Optional.ofNullable(AllTypes.byId().get(name)), read);
        assertEquals(json, json((Artifact) read.getContents().get(0), directory(read.getContents())));
        assertEquals(xmi, xmi((Artifact) read.getContents().get(0), directory(read.getContents())));
    }
}
