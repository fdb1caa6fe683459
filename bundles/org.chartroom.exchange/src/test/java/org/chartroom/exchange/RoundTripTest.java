package org.chartroom.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

import org.chartroom.exchange.csv.CsvFiles;
import org.chartroom.exchange.csv.CsvFormat;
import org.chartroom.exchange.csv.CsvTable;
import org.chartroom.exchange.export.CsvExport;
import org.chartroom.exchange.export.XlsxExport;
import org.chartroom.exchange.importing.ImportPlan;
import org.chartroom.exchange.importing.ImportPlanner;
import org.chartroom.exchange.importing.MappingProposal;
import org.chartroom.exchange.xlsx.XlsxFiles;
import org.chartroom.model.ModelFactory;
import org.chartroom.model.Money;
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

/** What goes out as text and as a workbook comes back the same, whichever way it goes. */
class RoundTripTest {
    @Provide
    Arbitrary<List<Risk>> risks() {
        Arbitrary<String> texts = Arbitraries.strings().withChars("abc ,;\"'\n\u00E4\u20AC01.%").alpha().ofMinLength(1)
                .ofMaxLength(30).map(text -> "x" + text.strip());
        Arbitrary<BigDecimal> amounts = Arbitraries.bigDecimals().between(BigDecimal.ZERO, new BigDecimal("1e17"))
                .ofScale(2);
        Arbitrary<LocalDate> days = Arbitraries.integers().between(0, 40_000)
                .map(day -> LocalDate.of(1950, 1, 1).plusDays(day));
        Arbitrary<BigDecimal> shares = Arbitraries.bigDecimals().between(BigDecimal.ZERO, BigDecimal.ONE).ofScale(4);
        return Combinators.combine(texts, amounts, days, shares, Arbitraries.integers().between(1, 5))
                .as(RoundTripTest::risk).list().ofMinSize(1).ofMaxSize(6);
    }

    private static Risk risk(String text, BigDecimal amount, LocalDate day, BigDecimal share, int step) {
        Risk risk = RiskFactory.eINSTANCE.createRisk();
        risk.setTitle(text);
        risk.setCause(text);
        risk.setCostMin(Money.of(amount, Currency.getInstance("EUR")));
        risk.setProximityDate(day);
        risk.setProbability(share);
        risk.setCurrentLikelihood(step);
        return risk;
    }

    private static RiskRegister register(List<Risk> risks) {
        RiskRegister register = RiskFactory.eINSTANCE.createRiskRegister();
        for (Risk risk : risks) {
            risk.setKey(String.format("R-%03d", register.getRisks().size() + 1));
            register.getRisks().add(risk);
        }
        return register;
    }

    private static RiskRegister imported(CsvTable table) {
        RiskRegister register = RiskFactory.eINSTANCE.createRiskRegister();
        AdapterFactoryEditingDomain domain = new AdapterFactoryEditingDomain(
                new ReflectiveItemProviderAdapterFactory(), new BasicCommandStack());
        ImportPlan plan = ImportPlanner.plan(table, MappingProposal.propose(table, RiskPackage.Literals.RISK, register),
                register, ModelFactory.eINSTANCE.createDirectory());
        plan.command(domain).orElseThrow().execute();
        return register;
    }

    private static RiskRegister throughText(RiskRegister register) throws IOException {
        Path file = Files.createTempFile("risks", ".csv");
        try {
            StringBuilder text = new StringBuilder();
            CsvExport.write(register, text);
            Files.writeString(file, text);
            return imported(CsvFiles.read(file, new CsvFormat(',', StandardCharsets.UTF_8, true)));
        } finally {
            Files.delete(file);
        }
    }

    private static RiskRegister throughWorkbook(RiskRegister register) throws IOException {
        Path file = Files.createTempFile("risks", ".xlsx");
        try {
            try (OutputStream out = Files.newOutputStream(file)) {
                XlsxExport.write(register, out);
            }
            return imported(XlsxFiles.read(file, Optional.empty()));
        } finally {
            Files.delete(file);
        }
    }

    private static List<List<Object>> values(RiskRegister register) {
        List<List<Object>> values = new ArrayList<>();
        for (Risk risk : register.getRisks()) {
            values.add(List.of(risk.getKey(), risk.getTitle(), risk.getCause(), risk.getCostMin(),
                    risk.getProximityDate(), risk.getProbability().stripTrailingZeros(), risk.getCurrentLikelihood()));
        }
        return values;
    }

    @Property(tries = 40)
    void aWorkbookAndATextFileBringBackWhatWasThere(@ForAll("risks") List<Risk> risks) throws IOException {
        RiskRegister register = register(risks);
        List<List<Object>> before = values(register);
        assertEquals(before, values(throughText(register)));
        assertEquals(before, values(throughWorkbook(register)));
        assertEquals(before, values(throughWorkbook(throughText(register))));
        assertEquals(before, values(throughText(throughWorkbook(register))));
    }
}
