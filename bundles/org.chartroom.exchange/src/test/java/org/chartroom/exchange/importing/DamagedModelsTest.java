package org.chartroom.exchange.importing;

import java.util.regex.MatchResult;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

import org.chartroom.exchange.csv.ImportException;
import org.chartroom.exchange.export.ModelExport;
import org.chartroom.exchange.json.JsonExport;
import org.chartroom.exchange.json.JsonModel;
import org.chartroom.exchange.json.JsonParts;
import org.chartroom.exchange.sealed.ModelParts;
import org.chartroom.exchange.sealed.XmiParts;
import org.chartroom.model.Directory;
import org.chartroom.model.ModelFactory;
import org.chartroom.model.Money;
import org.chartroom.model.Person;
import org.chartroom.model.risk.Risk;
import org.chartroom.model.risk.RiskFactory;
import org.chartroom.model.risk.RiskPackage;
import org.chartroom.model.risk.RiskRegister;
import org.eclipse.emf.ecore.EClass;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever is damaged in a model file, the import says so in one sentence for users, or takes the file. */
class DamagedModelsTest {
    private static final String TYPE = "org.chartroom.risk.register";
    private static final Function<String, Optional<EClass>> TYPES = id -> id.equals(TYPE)
            ? Optional.of(RiskPackage.Literals.RISK_REGISTER)
            : Optional.empty();
    /** Words of libraries and of code, which say nothing to users. */
    private static final Pattern INSIDE = Pattern.compile(
            "\\b(?:org\\.(?!chartroom\\.)|com\\.|javax?\\.|sun\\.)[a-z]+\\.|org\\.chartroom\\.(?:exchange|model)\\.|Exception|JsonReader"
                    + "|MalformedJson|BEGIN_|END_|\\bEOF\\b|gson|[Ss]trictness|troubleshooting|\\bnull\\b|#//@|Impl\\b|\\bpath \\$|line (?:-|0\\b)");

    private final byte[] json;
    private final byte[] xmi;

    DamagedModelsTest() throws IOException {
        Directory directory = ModelFactory.eINSTANCE.createDirectory();
        directory.setId("d1");
        Person ana = ModelFactory.eINSTANCE.createPerson();
        ana.setId("p1");
        ana.setName("Ana \u00c9 <b>");
        directory.getPeople().add(ana);
        RiskRegister register = RiskFactory.eINSTANCE.createRiskRegister();
        register.setId("a1");
        register.setKey("RSK-001");
        register.setTitle("Risks");
        register.setOwner(ana);
        Risk risk = RiskFactory.eINSTANCE.createRisk();
        risk.setId("r1");
        risk.setKey("R-001");
        risk.setTitle("Fire");
        risk.setProbability(new BigDecimal("0.25"));
        risk.setCurrentLikelihood(4);
        risk.setCostLikely(Money.valueOf("1250 EUR"));
        risk.setRaisedOn(LocalDate.of(2026, 3, 31));
        risk.setOwner(ana);
        register.getRisks().add(risk);
        ByteArrayOutputStream asJson = new ByteArrayOutputStream();
        JsonExport.write(List.of(register), directory, Optional.empty(), type -> TYPE, asJson);
        json = asJson.toByteArray();
        ByteArrayOutputStream asXmi = new ByteArrayOutputStream();
        ModelExport.write(List.of(register), directory, Optional.empty(), asXmi);
        xmi = asXmi.toByteArray();
    }

    private static void read(byte[] content) throws IOException {
        ModelParts parts = JsonModel.isModel(content)
                ? JsonParts.of("model.json", content, TYPES)
                : XmiParts.of("model.json", content);
        ModelImport.load("model.json", parts, TYPES, id -> Optional.empty());
    }

    /** Any other exception than the refusal for users ends the test. */
    private static void readOrRefuse(byte[] content) throws IOException {
        try {
            read(content);
        } catch (ImportException e) {
            told(e);
        }
    }

    private static String told(ImportException refusal) {
        String said = refusal.getMessage();
        assertTrue(said.startsWith("model.json"), said);
        assertTrue(said.endsWith("."), said);
        assertFalse(INSIDE.matcher(said).find(), said);
        assertEquals(1, said.lines().count(), said);
        assertFalse(said.replaceAll("\".*?\"", "").matches(".*\\. \\p{Lu}.*"), said);
        assertTrue(said.contains("; "), said);
        return said;
    }

    private String refused(String content) {
        return told(assertThrows(ImportException.class, () -> read(content.getBytes(StandardCharsets.UTF_8))));
    }

    private String text() {
        return new String(json, StandardCharsets.UTF_8);
    }

    @Example
    void what_is_not_damaged_comes_in() throws IOException {
        read(json);
        read(xmi);
    }

    @Property(tries = 400)
    void json_that_is_cut_anywhere_is_refused_in_one_sentence(@ForAll @IntRange(min = 0, max = 99_999) int place)
            throws IOException {
        readOrRefuse(Arrays.copyOf(json, place % json.length));
    }

    @Property(tries = 2000)
    void json_with_a_changed_byte_is_refused_in_one_sentence_or_taken(
            @ForAll @IntRange(min = 0, max = 99_999) int place, @ForAll byte changed) throws IOException {
        byte[] content = json.clone();
        content[place % content.length] = changed;
        readOrRefuse(content);
    }

    @Property(tries = 1000)
    void json_that_lacks_a_piece_is_refused_in_one_sentence_or_taken(
            @ForAll @IntRange(min = 0, max = 99_999) int place, @ForAll @IntRange(min = 1, max = 60) int length)
            throws IOException {
        String text = text();
        int from = place % text.length();
        readOrRefuse((text.substring(0, from) + text.substring(Math.min(text.length(), from + length)))
                .getBytes(StandardCharsets.UTF_8));
    }

    @Property(tries = 300)
    void xml_that_is_cut_anywhere_is_refused_in_one_sentence(@ForAll @IntRange(min = 0, max = 99_999) int place)
            throws IOException {
        readOrRefuse(Arrays.copyOf(xmi, place % xmi.length));
    }

    @Property(tries = 2000)
    void xml_with_a_changed_byte_is_refused_in_one_sentence_or_taken(
            @ForAll @IntRange(min = 0, max = 99_999) int place, @ForAll byte changed) throws IOException {
        byte[] content = xmi.clone();
        content[place % content.length] = changed;
        readOrRefuse(content);
    }

    /** A word of the file in the place of another: ids that lead to the wrong thing, names of the wrong field. */
    @Property(tries = 2000)
    void xml_with_a_word_in_the_place_of_another_is_refused_in_one_sentence_or_taken(
            @ForAll @IntRange(min = 0, max = 9_999) int place, @ForAll @IntRange(min = 0, max = 9_999) int other)
            throws IOException {
        readOrRefuse(exchanged(new String(xmi, StandardCharsets.UTF_8), place, other));
    }

    @Property(tries = 2000)
    void json_with_a_word_in_the_place_of_another_is_refused_in_one_sentence_or_taken(
            @ForAll @IntRange(min = 0, max = 9_999) int place, @ForAll @IntRange(min = 0, max = 9_999) int other)
            throws IOException {
        readOrRefuse(exchanged(text(), place, other));
    }

    private static byte[] exchanged(String text, int place, int other) {
        // A field that is called null would be told by its name.
        List<MatchResult> words = Pattern.compile("\\b(?!null\\b)[\\w.-]+").matcher(text).results().toList();
        MatchResult old = words.get(place % words.size());
        return (text.substring(0, old.start()) + words.get(other % words.size()).group() + text.substring(old.end()))
                .getBytes(StandardCharsets.UTF_8);
    }

    @Example
    void a_reference_to_something_of_another_kind_is_refused_by_its_name() {
        String said = refused(new String(xmi, StandardCharsets.UTF_8).replace("owner=\"p1\"", "owner=\"/1\""));
        assertEquals(
                "model.json: \"Directory\" can't be taken over as the Owner of RSK-001 Risks; correct it, or export"
                        + " the file again from the workspace it came from.",
                said);
    }

    @Example
    void json_that_ends_too_early_is_refused_with_its_line() {
        String text = text();
        int end = text.indexOf("\"R-001\"");
        String said = refused(text.substring(0, end));
        assertTrue(said.contains("line " + text.substring(0, end).lines().count()), said);
    }

    @Example
    void a_field_that_is_there_twice_is_refused_with_its_line() {
        String text = text().replace("\"key\": \"R-001\"", "\"key\": \"R-001\",\n\"key\": \"R-001\"");
        long line = text.substring(0, text.lastIndexOf("\"key\": \"R-001\"") + 1).lines().count();
        assertTrue(refused(text).contains("line " + line), refused(text));
    }

    @Example
    void a_value_that_does_not_fit_is_refused_with_its_line_and_field() {
        String text = text().replace("\"2026-03-31\"", "\"soon\"");
        long line = text.substring(0, text.indexOf("\"soon\"")).lines().count();
        String said = refused(text);
        assertTrue(said.contains("line " + line) && said.contains("raisedOn") && said.contains("soon"), said);
    }
}
