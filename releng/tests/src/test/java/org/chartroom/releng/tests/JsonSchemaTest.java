package org.chartroom.releng.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;

/** The JSON Schema that the product writes, judged by a validator of others. */
class JsonSchemaTest {
    @TempDir
    static Path folder;

    private static JsonSchema schema;
    private static String model;

    @BeforeAll
    static void write_schema_and_sample() throws Exception {
        run("init", "--sample");
        Path file = folder.resolve("schema.json");
        run("schema", "--output", file.toString());
        schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(Files.readString(file));
        Path all = folder.resolve("all.json");
        run("export", "--all", "--format", "json", "--output", all.toString());
        model = Files.readString(all);
    }

    private static String run(String... arguments) throws Exception {
        Product.Ended ended = new Product(folder).with(arguments).run();
        assertEquals(0, ended.exitCode(), ended.output());
        return ended.output();
    }

    private static Set<String> problems(String json) {
        Set<String> problems = new TreeSet<>();
        for (ValidationMessage message : schema.validate(json, InputFormat.JSON)) {
            problems.add(message.getMessage());
        }
        return problems;
    }

    @Test
    void the_schema_is_one_itself() throws Exception {
        JsonSchema meta = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(SchemaLocation.of(SpecVersion.VersionFlag.V202012.getId()));
        assertEquals(Set.of(), meta.validate(Files.readString(folder.resolve("schema.json")), InputFormat.JSON));
    }

    @Test
    void every_type_of_the_sample_validates() {
        assertEquals(Set.of(), problems(model));
    }

    @Test
    void a_file_of_one_artifact_and_one_that_leaves_out_what_is_empty_validate() throws Exception {
        Path one = folder.resolve("one.json");
        run("export", "RSK-001", "--format", "json", "--output", one.toString());
        assertEquals(Set.of(), problems(Files.readString(one)));
        assertEquals(Set.of(), problems("{\"format\": \"org.chartroom.model\", \"version\": 1, \"artifacts\": ["
                + "{\"@type\": \"org.chartroom.risk.register\", \"id\": \"1\", \"key\": \"RSK-9\"}]}"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {"\"version\": 1 | \"version\": 2",
            "\"format\": \"org.chartroom.model\" | \"format\": \"other\"", "\"version\": 1, | ",
            "\"@type\": \"Risk\" | \"@type\": \"Person\"", "\"@type\": \"org.chartroom.risk.register\" | \"@type\": \"x\"",
            "\"currentLikelihood\": | \"curentLikelihood\":", "\"actions\": [ | \"actions\": 7, \"tags\": [",
            "\"currency\": \"EUR\" | \"currency\": 978", "\"raisedOn\": \"2026 | \"raisedOn\": \"26",
            "\"@type\": \"Risk\", | \"@type\": \"Risk\", \"currentScore\": 4,", "\"ref\": | \"reference\":",
            "\"response\": \"mitigate\" | \"response\": \"hope\""})
    void a_document_that_the_import_refuses_is_no_valid_one(String text, String other) {
        assertTrue(model.contains(text), text);
        String changed = model.replaceFirst(Pattern.quote(text), other == null ? "" : other);
        assertFalse(problems(changed).isEmpty(), text);
    }
}
