package org.chartroom.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Map;

import org.chartroom.exchange.csv.CsvTable;
import org.chartroom.exchange.importing.ImportList;
import org.chartroom.exchange.importing.ImportOptions;
import org.chartroom.exchange.importing.ImportPlan;
import org.chartroom.exchange.importing.ImportPlanner;
import org.chartroom.exchange.importing.TableSettings;
import org.chartroom.model.Artifact;
import org.chartroom.model.variance.VarianceFactory;
import org.chartroom.model.variance.VarianceReport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An artifact that the import makes has a key that nobody knows yet: no message names it. */
class NewArtifactNamesTest extends RiskImports {
    private static final String KEY = "NEW-7";

    private final VarianceReport report = VarianceFactory.eINSTANCE.createVarianceReport();

    @BeforeEach
    void giveKeys() {
        register.setKey(KEY);
        report.setKey(KEY);
    }

    private ImportPlan plan(Artifact artifact, ImportList list, String text, ImportOptions options)
            throws IOException {
        CsvTable table = new TableSettings(Map.of()).read(write(text), list.fieldNames());
        return ImportPlanner.plan(table, list.propose(table, artifact), artifact, list, directory, options);
    }

    private ImportPlan plan(Artifact artifact, String text, ImportOptions options) throws IOException {
        return plan(artifact, ImportList.main(artifact.eClass()).orElseThrow(), text, options);
    }

    @Test
    void aQuarterAmongMonthsIsRefusedWithoutTheKey() throws Exception {
        ImportPlan plan = plan(report, "Title,Period,Planned\nA,2026-01,1\nB,2026-Q2,2\n",
                ImportOptions.NONE.forNew());

        assertEquals(
                "2026-Q2 is none of the periods of the new Budget variance report, which gets months from the first "
                        + "values; give all of them by these, or choose its periods first: make it with \"chartroom new\", and "
                        + "import into it",
                plan.entries().get(1).detail());
    }

    @Test
    void aQuarterAmongMonthsOfAReportThatIsThereIsRefusedWithTheCommandThatChangesIt() throws Exception {
        ImportPlan plan = plan(report, "Title,Period,Planned\nA,2026-01,1\nB,2026-Q2,2\n", ImportOptions.NONE);

        assertTrue(plan.entries().get(1).detail().contains("chartroom set NEW-7 "), plan.entries().get(1).detail());
    }

    @Test
    void anItemThatIsNotThereIsRefusedWithoutTheKey() throws Exception {
        ImportPlan plan = plan(register, ImportList.named(register.eClass(), "actions").orElseThrow(),
                "Risk,Description\nFire,Sprinklers\n", ImportOptions.NONE.forNew());

        assertEquals("there is no Risk \"Fire\" in the new Risk register; import the list it is in first, or correct "
                + "the row", plan.entries().get(0).detail());
    }

    @Test
    void aScaleThatIsTakenIsSaidWithoutTheKey() throws Exception {
        ImportPlan plan = plan(register, "Title,Likelihood,Impact\nA,7,10\n", ImportOptions.NONE.forNew());

        assertTrue(plan.notes().get(0).startsWith("The new Risk register takes the scale of the file"),
                plan.notes()::toString);
    }

    @Test
    void ofAFurtherTableNeitherTheKeyIsNamedNorTheCurrencyTaken() throws Exception {
        String before = report.getCurrency();

        ImportPlan plan = execute(plan(report, "Title,Budget,Planned 2026-01\nA,1,5 CHF\n",
                ImportOptions.NONE.forFurther()));

        assertEquals(before, report.getCurrency());
        assertTrue(plan.entries().stream().noneMatch(entry -> entry.said().contains(KEY)), plan.entries()::toString);
    }
}
