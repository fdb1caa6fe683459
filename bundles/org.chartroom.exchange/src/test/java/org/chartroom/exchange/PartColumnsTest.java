package org.chartroom.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;

import org.chartroom.exchange.importing.ColumnMapping;
import org.chartroom.exchange.importing.ColumnTarget;
import org.chartroom.exchange.importing.ImportPlan;
import org.chartroom.exchange.importing.ImportPlan.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Beside actions, what is called like a field of the risk may be one of the action. */
class PartColumnsTest extends RiskImports {
    private Optional<String> status(String text) throws Exception {
        return propose(read(write(text))).stream().filter(mapping -> mapping.name().equals("Status")).findFirst()
                .flatMap(ColumnMapping::target).map(ColumnTarget::path);
    }

    @Test
    void aStatusWhoseWordsOnlyActionsHaveGoesNowhereAndThatIsSaid() throws Exception {
        ImportPlan plan = importFile(
                write("Risk,Action,Action owner,Due,Status\nFire,Sprinkler,Ana Lee,2026-05-01,done\n"
                        + "Flood,Pump,Bob Ray,2026-06-01,closed\n"));

        assertEquals(2, plan.count(Outcome.CREATED));
        assertEquals(
                List.of("The column \"Status\" goes nowhere; values in it: 2. \"done\" is no Status of the Risk but "
                        + "of what is to be done, as its Actions are, which have none; if it is one of the Risk, say so: --map "
                        + "\"Status=status\" --values \"done=VALUE\"."),
                plan.nowhere());
        assertEquals("identified", register.getRisks().get(1).getStatus().getLiteral());
    }

    @ParameterizedTest
    @ValueSource(strings = {"identified,open", "treating,closed", "accepted,accepted", "closed,closed",
            "waiting,closed"})
    void aStatusThatMayBeTheRisksIsTheRisks(String words) throws Exception {
        String[] each = words.split(",");

        assertEquals(Optional.of("status"),
                status("Risk,Action,Status\nFire,Sprinkler," + each[0] + "\nFlood,Pump," + each[1] + "\n"));
    }

    @Test
    void withoutActionsAStatusIsTheRisks() throws Exception {
        assertEquals(Optional.of("status"), status("Risk,Likelihood,Status\nFire,3,open\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"offen", "in Arbeit", "Erledigt", "en cours", "In progress", "Not started", "overdue"})
    void wordsOfWhatIsToBeDoneAreKnownInManyLanguages(String word) throws Exception {
        assertEquals(Optional.empty(), status("Risk,Action,Status\nFire,Sprinkler," + word + "\n"));
    }

    @Test
    void anOwnerBehindTheActionThatGoesToTheRiskIsSaid() throws Exception {
        assertEquals(List.of("The column \"Owner\" goes to the Risk; if it is of its Actions, say so: --map "
                + "\"Owner=actions.owner\"."), plan(write("Risk,Action,Owner\nFire,Sprinkler,Ana Lee\n")).notes());
    }

    @Test
    void anOwnerBeforeTheActionIsTheRisks() throws Exception {
        assertEquals(List.of(), plan(write("Risk,Owner,Action\nFire,Ana Lee,Sprinkler\n")).notes());
    }
}
