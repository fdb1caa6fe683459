package org.chartroom.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.chartroom.exchange.csv.CsvFiles;
import org.chartroom.exchange.csv.CsvTable;
import org.chartroom.exchange.csv.TableSearch;
import org.chartroom.exchange.importing.FieldNames;
import org.chartroom.exchange.importing.ImportPlan;
import org.chartroom.exchange.importing.ImportPlan.Outcome;
import org.chartroom.exchange.importing.ImportPlanner;
import org.chartroom.exchange.importing.MappingProposal;
import org.chartroom.model.ModelFactory;
import org.chartroom.model.risk.Risk;
import org.chartroom.model.risk.RiskFactory;
import org.chartroom.model.risk.RiskPackage;
import org.chartroom.model.risk.RiskRegister;
import org.eclipse.emf.common.command.BasicCommandStack;
import org.eclipse.emf.edit.domain.AdapterFactoryEditingDomain;
import org.eclipse.emf.edit.provider.ReflectiveItemProviderAdapterFactory;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever people put around a table, and however it is written: each row arrives as it is, or is refused or said. */
class SurroundingsTest {
    private static final List<String> HEADER = List.of("Key", "Title", "Cause", "Cost likely");

    /** What a person writes into a row. */
    private record Line(String title, String cause, BigDecimal cost) {
    }

    /** How a file is written, and what is around its table. */
    private record Form(char delimiter, Charset charset, Locale locale, String ending) {
    }

    private enum Noise {
        TITLE, BLANK, HEADER, TOTAL, STRAY, SURPLUS
    }

    @Provide
    Arbitrary<List<Line>> lines() {
        // Words of letters with accents alone are those of another code page.
        Arbitrary<String> texts = Arbitraries.strings().withChars("abcxyz ,;|\"'\n().%-").ofMaxLength(24)
                .map(text -> "x" + text.strip().replace("a", "\u00E4a").replace("b", "\u00DFb")
                        .replace("c", "\u00E9c"));
        Arbitrary<BigDecimal> costs = Arbitraries.bigDecimals().between(BigDecimal.ZERO, new BigDecimal("9999999"))
                .ofScale(2);
        return Combinators.combine(texts, texts, costs).as(Line::new).list().ofMinSize(1).ofMaxSize(8);
    }

    @Provide
    Arbitrary<Form> forms() {
        return Combinators.combine(Arbitraries.of(',', ';', '\t', '|'),
                Arbitraries.of(StandardCharsets.UTF_8, Charset.forName("windows-1252")),
                Arbitraries.of(Locale.GERMANY, Locale.US), Arbitraries.of("\n", "\r\n")).as(Form::new);
    }

    @Provide
    Arbitrary<Set<Noise>> noises() {
        return Arbitraries.of(Noise.class).set();
    }

    @Property(tries = 300)
    void eachRowArrivesAsItIsOrIsRefused(@ForAll("lines") List<Line> lines, @ForAll("forms") Form form,
            @ForAll("noises") Set<Noise> noises) throws IOException {
        Path file = Files.createTempFile("table", ".csv");
        try {
            Files.write(file, text(lines, form, noises).getBytes(form.charset()));
            RiskRegister register = RiskFactory.eINSTANCE.createRiskRegister();
            register.setKey("RSK-001");
            ImportPlan plan = plan(file, register);
            plan.command(new AdapterFactoryEditingDomain(new ReflectiveItemProviderAdapterFactory(),
                    new BasicCommandStack())).ifPresent(command -> command.execute());
            assertRows(lines, noises, register, plan);
        } finally {
            Files.delete(file);
        }
    }

    private static void assertRows(List<Line> lines, Set<Noise> noises, RiskRegister register, ImportPlan plan) {
        Map<String, Risk> arrived = new HashMap<>();
        register.getRisks().forEach(risk -> arrived.put(risk.getKey(), risk));
        for (int i = 0; i < lines.size(); i++) {
            String key = "R-" + (i + 1);
            Risk risk = arrived.remove(key);
            if (risk == null) {
                assertTrue(plan.entries().stream().anyMatch(entry -> entry.outcome() == Outcome.REFUSED
                        && entry.label().equals(key) && !entry.detail().isEmpty()), key + " is silently missing");
            } else {
                Line line = lines.get(i);
                assertEquals(line.title(), risk.getTitle());
                assertEquals(line.cause(), risk.getCause());
                assertEquals(0, line.cost().compareTo(risk.getCostLikely().amount()));
            }
        }
        assertEquals(Set.of(), arrived.keySet(), "something that was no row became an item");
        boolean isStray = noises.contains(Noise.STRAY);
        assertEquals(isStray ? lines.size() - 1 : lines.size(), register.getRisks().size(), plan.entries().toString());
        assertEquals(noises.contains(Noise.TOTAL), plan.notes().stream().anyMatch(note -> note.contains("is a total")));
        assertEquals(noises.contains(Noise.HEADER),
                plan.notes().stream().anyMatch(note -> note.startsWith("The header comes again")));
        assertEquals(noises.contains(Noise.TITLE),
                plan.notes().stream().anyMatch(note -> note.startsWith("Rows above the header")));
    }

    private static ImportPlan plan(Path file, RiskRegister register) {
        TableSearch search = TableSearch.by(FieldNames.of(RiskPackage.Literals.RISK));
        CsvTable table = CsvFiles.read(file, CsvFiles.detect(file, search), search);
        return ImportPlanner.plan(table, MappingProposal.propose(table, RiskPackage.Literals.RISK, register), register,
                ModelFactory.eINSTANCE.createDirectory());
    }

    private static String text(List<Line> lines, Form form, Set<Noise> noises) {
        List<List<String>> rows = new ArrayList<>();
        if (noises.contains(Noise.TITLE)) {
            rows.add(List.of("Register of the hall", "", "", ""));
        }
        if (noises.contains(Noise.BLANK)) {
            rows.add(List.of(""));
        }
        rows.add(HEADER);
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            rows.add(List.of("R-" + (i + 1), line.title(), line.cause(), amount(line.cost(), form.locale())));
            if (noises.contains(Noise.HEADER) && i == lines.size() / 2) {
                rows.add(HEADER);
            }
        }
        if (noises.contains(Noise.STRAY)) {
            int last = rows.size() - (noises.contains(Noise.HEADER) && lines.size() / 2 == lines.size() - 1 ? 2 : 1);
            List<String> row = new ArrayList<>(rows.get(last));
            row.addAll(List.of("", "ask Bo"));
            rows.set(last, row);
        }
        if (noises.contains(Noise.TOTAL)) {
            rows.add(List.of("Total", "", "", amount(lines.stream().map(Line::cost).reduce(BigDecimal.ZERO,
                    BigDecimal::add), form.locale())));
        }
        List<String> surplus = noises.contains(Noise.SURPLUS) ? Collections.nCopies(2, "") : List.of();
        return rows.stream().map(row -> {
            List<String> all = new ArrayList<>(row);
            all.addAll(surplus);
            return all.stream().map(value -> quoted(value, form.delimiter()))
                    .collect(Collectors.joining(String.valueOf(form.delimiter())));
        }).collect(Collectors.joining(form.ending()));
    }

    private static String quoted(String value, char delimiter) {
        boolean isPlain = value.chars().noneMatch(c -> c == delimiter || c == '"' || c == '\n' || c == '\r');
        return isPlain ? value : '"' + value.replace("\"", "\"\"") + '"';
    }

    /** With groups and two digits, as a spreadsheet shows it: only one reading of it is possible. */
    private static String amount(BigDecimal cost, Locale locale) {
        return String.format(locale, "%,.2f EUR", cost);
    }
}
