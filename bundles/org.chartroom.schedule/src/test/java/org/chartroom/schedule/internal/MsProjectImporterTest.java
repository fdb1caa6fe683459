package org.chartroom.schedule.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.chartroom.exchange.csv.ImportException;
import org.chartroom.exchange.importing.ImportPlan;
import org.chartroom.exchange.importing.ImportPlan.Outcome;
import org.chartroom.exchange.importing.ImportTotals;
import org.chartroom.exchange.importing.KnownFormat;
import org.chartroom.model.Artifact;
import org.chartroom.model.ModelFactory;
import org.chartroom.model.charter.Charter;
import org.chartroom.model.charter.CharterFactory;
import org.chartroom.model.charter.Milestone;
import org.chartroom.model.risk.RiskFactory;
import org.chartroom.model.variance.LineFigure;
import org.chartroom.model.variance.VarianceFactory;
import org.chartroom.model.variance.VarianceLine;
import org.chartroom.model.variance.VarianceReport;
import org.eclipse.emf.common.command.BasicCommandStack;
import org.eclipse.emf.edit.domain.AdapterFactoryEditingDomain;
import org.eclipse.emf.edit.provider.ReflectiveItemProviderAdapterFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files are written here after the schema that Microsoft publishes for the XML of Project. */
class MsProjectImporterTest {
    private static final String WEEK = IntStream.rangeClosed(1, 7).mapToObj(day -> "<WeekDay><DayType>" + day
            + "</DayType>" + (day == 1 || day == 7
                    ? "<DayWorking>0</DayWorking>"
                    : "<DayWorking>1</DayWorking><WorkingTimes><WorkingTime><FromTime>08:00:00</FromTime>"
                            + "<ToTime>16:00:00</ToTime></WorkingTime></WorkingTimes>")
            + "</WeekDay>").collect(Collectors.joining());
    private static final String PHASE = task(1, "1", "Phase", "<Summary>1</Summary>");
    /** 44 working days, 20 of them in February. */
    private static final String BUILD = task(2, "1.1", "Build", amounts("2026-02-02", "2026-04-02", 4_400_000)
            + "<ActualStart>2026-02-02T08:00:00</ActualStart><PercentComplete>50</PercentComplete>"
            + "<ActualCost>2600000</ActualCost>");
    private static final String TRAIN = task(3, "1.2", "Train", amounts("2026-03-30", "2026-04-03", 500_000));
    private static final String GO_LIVE = task(4, "1.3", "Go live", "<Milestone>1</Milestone>"
            + "<Finish>2026-04-20T17:00:00</Finish><Baseline><Number>0</Number><Finish>2026-04-10T17:00:00</Finish>"
            + "</Baseline>");

    private final VarianceReport report = VarianceFactory.eINSTANCE.createVarianceReport();
    private final Charter charter = CharterFactory.eINSTANCE.createCharter();
    private final AdapterFactoryEditingDomain domain = new AdapterFactoryEditingDomain(
            new ReflectiveItemProviderAdapterFactory(), new BasicCommandStack());
    private final MsProjectImporter importer = new MsProjectImporter();

    @TempDir
    Path folder;

    @BeforeEach
    void fill_nothing() {
        report.setTitle("Budget");
    }

    /** The level in the outline is how many numbers the code has. */
    private static String task(int id, String code, String name, String more) {
        return "<Task><UID>" + id + "</UID><ID>" + id + "</ID><Name>" + name + "</Name><WBS>" + code
                + "</WBS><OutlineNumber>" + code + "</OutlineNumber><OutlineLevel>" + code.split("\\.").length
                + "</OutlineLevel><Active>1</Active>" + more + "</Task>";
    }

    /** Costs are in hundredths. */
    private static String amounts(String start, String finish, long cost) {
        return "<Start>" + start + "T08:00:00</Start><Finish>" + finish + "T16:00:00</Finish><Cost>" + cost
                + "</Cost><Baseline><Number>0</Number><Start>" + start + "T08:00:00</Start><Finish>" + finish
                + "T16:00:00</Finish><Cost>" + cost + "</Cost></Baseline>";
    }

    private Path file(String header, String... tasks) throws IOException {
        return Files.writeString(folder.resolve("plan.xml"), "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + "<Project xmlns=\"http://schemas.microsoft.com/project\">" + header + "<CalendarUID>1</CalendarUID>"
                + "<Calendars><Calendar><UID>1</UID><Name>Standard</Name><IsBaseCalendar>1</IsBaseCalendar><WeekDays>"
                + WEEK + "</WeekDays></Calendar></Calendars><Tasks>" + String.join("", tasks) + "</Tasks></Project>");
    }

    private static String header(String status) {
        return "<StatusDate>" + status + "T17:00:00</StatusDate><CurrencyDigits>2</CurrencyDigits>"
                + "<CurrencyCode>CHF</CurrencyCode>";
    }

    private Path plan() throws IOException {
        return file(header("2026-03-31"), PHASE, BUILD, TRAIN, GO_LIVE);
    }

    private ImportPlan plan(Path file, Artifact artifact) {
        assertTrue(importer.isMeant(file));
        return importer.read(file).plan(artifact, ModelFactory.eINSTANCE.createDirectory());
    }

    private ImportPlan run(Path file, Artifact artifact) {
        ImportPlan plan = plan(file, artifact);
        plan.command(domain).ifPresent(domain.getCommandStack()::execute);
        return plan;
    }

    private VarianceLine line(String code) {
        return report.getLines().stream().filter(line -> code.equals(line.getCode())).findFirst().orElseThrow();
    }

    private static BigDecimal of(VarianceLine line, int month,
            java.util.function.Function<LineFigure, BigDecimal> amount) {
        return line.getFigures().stream()
                .filter(figure -> figure.getPeriod().getStartsOn().equals(LocalDate.of(2026, month, 1))).map(amount)
                .findFirst().orElseThrow();
    }

    @Test
    void tasks_with_costs_become_lines_below_their_summary() throws IOException {
        run(plan(), report);

        assertEquals(List.of("1", "1.1", "1.2"), report.getLines().stream().map(VarianceLine::getCode).toList());
        assertEquals("Build", line("1.1").getTitle());
        assertEquals(line("1"), line("1.1").getParent());
        assertEquals("CHF", report.getCurrency());
        assertEquals(LocalDate.of(2026, 3, 31), report.getStatusDate());
    }

    @Test
    void the_baseline_is_spread_over_its_working_days() throws IOException {
        run(plan(), report);

        VarianceLine build = line("1.1");
        assertEquals(new BigDecimal("20000.00"), of(build, 2, LineFigure::getPlanned));
        assertEquals(new BigDecimal("22000.00"), of(build, 3, LineFigure::getPlanned));
        assertEquals(new BigDecimal("2000.00"), of(build, 4, LineFigure::getPlanned));
    }

    @Test
    void actual_cost_and_earned_value_end_at_the_status_date() throws IOException {
        run(plan(), report);

        VarianceLine build = line("1.1");
        // Half of 44,000 is earned on 42 working days, of which February has 20.
        assertEquals(new BigDecimal("10476.19"), of(build, 2, LineFigure::getEarned));
        assertEquals(new BigDecimal("11523.81"), of(build, 3, LineFigure::getEarned));
        assertEquals(new BigDecimal("26000.00"),
                of(build, 2, LineFigure::getActual).add(of(build, 3, LineFigure::getActual)));
    }

    @Test
    void the_sums_of_the_file_and_of_what_arrives_are_told() throws IOException {
        List<ImportTotals.Column> totals = plan(plan(), report).totals().columns();

        assertEquals(List.of("Baseline cost", "Actual cost", "Earned value"),
                totals.stream().map(ImportTotals.Column::name).toList());
        assertEquals(List.of("49000.00 CHF 49000.00", "26000.00 CHF 26000.00", "22000.00 CHF 22000.00"), totals.stream()
                .map(column -> column.sums().get(0))
                .map(sum -> sum.inFile() + " " + sum.currency() + " " + sum.arrived()).toList());
    }

    @Test
    void what_goes_nowhere_is_missing_in_the_sum_of_what_arrives() throws IOException {
        Path file = file("<CurrencyDigits>2</CurrencyDigits><CurrencyCode>CHF</CurrencyCode>", PHASE, BUILD);

        ImportTotals.Sum actual = plan(file, report).totals().columns().get(1).sums().get(0);

        assertEquals(new BigDecimal("26000.00"), actual.difference().setScale(2));
    }

    @Test
    void milestones_and_tasks_without_costs_that_become_no_lines_are_told() throws IOException {
        ImportPlan plan = plan(file(header("2026-03-31"), PHASE, BUILD, GO_LIVE, task(5, "1.4", "Talk", "")), report);

        assertTrue(plan.notes().contains(
                "Milestones have no costs and become no lines, 1: 1.3 Go live. Bring them into a charter."),
                plan.notes()::toString);
        assertTrue(plan.notes().contains("Tasks without costs become no lines, 1: 1.4 Talk."), plan.notes()::toString);
    }

    @Test
    void tasks_that_are_no_milestones_are_told_with_a_charter() throws IOException {
        assertEquals(
                List.of("Tasks that are no milestones are left out, 2: 1.1 Build, 1.2 Train. Bring their costs into a "
                        + "variance report."),
                plan(plan(), charter).notes());
    }

    @Test
    void periods_that_are_missing_are_made_and_told() throws IOException {
        ImportPlan plan = run(plan(), report);

        assertEquals(3, report.getPeriods().size());
        assertTrue(plan.notes().contains("Periods that are added to the report: 3."), plan.notes().toString());
        assertTrue(plan.notes().stream().anyMatch(note -> note.startsWith("The costs of a task are spread evenly")));
    }

    @Test
    void the_same_file_again_changes_nothing_and_undo_takes_it_back() throws IOException {
        run(plan(), report);
        ImportPlan again = plan(plan(), report);

        assertEquals(3, again.count(Outcome.UNCHANGED));
        assertEquals(Optional.empty(), again.command(domain));
        domain.getCommandStack().undo();
        assertEquals(List.of(), List.copyOf(report.getLines()));
        assertEquals(List.of(), List.copyOf(report.getPeriods()));
    }

    @Test
    void a_baseline_that_moved_leaves_its_old_periods() throws IOException {
        run(file(header("2026-03-31"), task(1, "1", "Train", amounts("2026-03-02", "2026-03-06", 500_000))), report);
        ImportPlan plan = run(file(header("2026-04-30"),
                task(1, "1", "Train", amounts("2026-04-06", "2026-04-10", 500_000))), report);

        assertEquals(1, plan.count(Outcome.CHANGED));
        assertEquals(Optional.empty(), line("1").getFigures().stream()
                .filter(figure -> figure.getPeriod().getStartsOn().getMonthValue() == 3).map(LineFigure::getPlanned)
                .filter(java.util.Objects::nonNull).findFirst());
        assertEquals(new BigDecimal("5000.00"), of(line("1"), 4, LineFigure::getPlanned));
    }

    @Test
    void milestones_go_into_a_charter() throws IOException {
        ImportPlan plan = run(plan(), charter);

        assertEquals(1, plan.count(Outcome.CREATED));
        assertEquals(List.of(), plan.nowhere());
        Milestone milestone = charter.getMilestones().get(0);
        assertEquals("Go live", milestone.getTitle());
        assertEquals(LocalDate.of(2026, 4, 10), milestone.getBaseline());
        assertEquals(LocalDate.of(2026, 4, 20), milestone.getForecast());
        assertEquals(1, plan(plan(), charter).count(Outcome.UNCHANGED));
    }

    @Test
    void two_milestones_of_one_name_are_not_mixed_up() throws IOException {
        String second = task(5, "1.4", "go LIVE", "<Milestone>1</Milestone>");
        ImportPlan plan = run(file(header("2026-03-31"), PHASE, GO_LIVE, second), charter);

        assertEquals(1, plan.count(Outcome.REFUSED));
        assertEquals(1, charter.getMilestones().size());
    }

    @Test
    void without_a_status_date_what_is_not_finished_is_left_out_and_told() throws IOException {
        ImportPlan plan = run(file("<CurrencyDigits>2</CurrencyDigits>", BUILD), report);

        assertTrue(
                plan.notes().contains("Actual and earned amounts are left out because the file has no status date, 1: "
                        + "1.1 Build. Set one in Microsoft Project."),
                plan.notes().toString());
        assertTrue(plan.notes().stream().anyMatch(note -> note.startsWith("The file does not name its currency")));
        assertTrue(line("1.1").getFigures().stream().allMatch(figure -> figure.getActual() == null));
    }

    @Test
    void tasks_without_a_baseline_are_told() throws IOException {
        String open = task(5, "1.4", "Open", "<Cost>100000</Cost>");
        ImportPlan plan = run(file(header("2026-03-31"), PHASE, BUILD, open), report);

        assertTrue(plan.notes().stream().anyMatch(note -> note.contains("no baseline, 1: 1.4 Open.")),
                plan.notes().toString());
    }

    private String refused(Path file, Artifact artifact) {
        return assertThrows(ImportException.class, () -> plan(file, artifact)).getMessage();
    }

    @Test
    void what_does_not_fit_the_report_is_refused() throws IOException {
        run(plan(), report);
        assertTrue(refused(file(header("2026-02-28"), BUILD), report).contains("is of 2026-02-28, and the report of"));
        report.setCurrency("EUR");
        assertTrue(refused(plan(), report).startsWith("plan.xml is in CHF, and the lines of the report are in EUR"));
        assertTrue(refused(plan(), RiskFactory.eINSTANCE.createRiskRegister()).contains("choose one of those"));
    }

    @Test
    void a_gap_between_the_periods_is_refused_and_not_passed_over() throws IOException {
        run(plan(), report);
        report.getPeriods().get(1).setStartsOn(LocalDate.of(2026, 3, 9));
        assertTrue(refused(plan(), report).contains("close the gap between its periods first"));
    }

    @Test
    void a_schedule_without_costs_says_what_to_do() throws IOException {
        assertTrue(refused(file(header("2026-03-31"), PHASE, GO_LIVE), report).contains("no task with a baseline"));
        assertTrue(refused(file(header("2026-03-31"), PHASE, BUILD), charter).contains("has no milestones"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<Project xmlns=\"http://schemas.microsoft.com/project\"><Tasks>",
            "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"
                    + "<Project xmlns=\"http://schemas.microsoft.com/project\"><Name>&e;</Name></Project>"})
    void damaged_xml_is_refused_with_a_sentence(String content) throws IOException {
        Path file = Files.writeString(folder.resolve("odd.xml"), content);
        assertTrue(assertThrows(ImportException.class, () -> importer.read(file)).getMessage()
                .startsWith("odd.xml is no sound schedule of Microsoft Project"));
    }

    @Test
    void an_mpp_that_is_none_is_refused_with_a_sentence() throws IOException {
        Path file = folder.resolve("odd.mpp");
        try (POIFSFileSystem other = new POIFSFileSystem()) {
            other.createDocument(new java.io.ByteArrayInputStream(new byte[]{1, 2, 3}), "Other");
            other.writeFilesystem(Files.newOutputStream(file));
        }
        assertTrue(importer.isMeant(file));
        assertTrue(assertThrows(ImportException.class, () -> importer.read(file)).getMessage()
                .startsWith("odd.mpp is no sound schedule of Microsoft Project"));
        Path text = Files.writeString(folder.resolve("text.mpp"), "not even that");
        assertThrows(ImportException.class, () -> importer.read(text));
    }

    @Test
    void other_xml_is_not_meant() throws IOException {
        assertFalse(importer.isMeant(Files.writeString(folder.resolve("other.xml"), "<Project/>")));
    }

    @Test
    void the_preview_shows_the_tasks() throws IOException {
        KnownFormat format = importer.read(plan());
        assertEquals(4, format.preview().rows().size());
        assertEquals("44000.00", format.preview().rows().get(1).values()[5]);
    }

    private static String costs(long baseline, long actual) {
        return amounts("2026-03-02", "2026-03-06", baseline) + "<ActualStart>2026-03-02T08:00:00</ActualStart>"
                + "<PercentComplete>" + (actual == 0 ? 0 : 50) + "</PercentComplete><ActualCost>" + actual
                + "</ActualCost>";
    }

    @Test
    void amounts_that_went_back_to_nothing_are_nothing() throws IOException {
        run(file(header("2026-03-31"), task(1, "1", "Design", costs(100_000, 50_000)),
                task(2, "2", "Build", costs(100_000, 40_000))), report);

        ImportPlan plan = run(file(header("2026-03-31"), task(1, "1", "Design", costs(0, 0)),
                task(2, "2", "Build", costs(100_000, 0))), report);

        assertEquals(2, plan.count(Outcome.CHANGED));
        LineFigure design = line("1").getFigures().get(0);
        assertEquals(Arrays.asList(null, null, null),
                Arrays.asList(design.getPlanned(), design.getActual(), design.getEarned()));
        LineFigure build = line("2").getFigures().get(0);
        assertEquals(Arrays.asList(new BigDecimal("1000.00"), null, null),
                Arrays.asList(build.getPlanned(), build.getActual(), build.getEarned()));
    }

    @Test
    void what_a_summary_task_costs_itself_goes_nowhere_and_is_told() throws IOException {
        String assignment = "<Assignments><Assignment><UID>1</UID><TaskUID>1</TaskUID><ResourceUID>1</ResourceUID>"
                + "<Cost>50000</Cost><ActualCost>50000</ActualCost></Assignment></Assignments>";
        Path file = file(header("2026-03-31"), PHASE, BUILD);
        Files.writeString(file, Files.readString(file).replace("</Project>",
                "<Resources><Resource><UID>1</UID><ID>1</ID><Name>Ana</Name></Resource></Resources>" + assignment
                        + "</Project>"));

        ImportPlan plan = plan(file, report);

        assertTrue(plan.nowhere().stream().anyMatch(note -> note.startsWith("Costs of summary tasks themselves go "
                + "nowhere, 1: 1 Phase.")), plan.nowhere().toString());
    }

    @Test
    void a_cost_without_days_goes_nowhere_and_is_told() throws IOException {
        ImportPlan plan = plan(file(header("2026-03-31"), BUILD, task(5, "2", "Odd",
                "<Baseline><Number>0</Number><Cost>77700</Cost></Baseline>")), report);

        assertEquals(List.of("Costs without days to spread them over go nowhere, 1: 2 Odd. Give these tasks dates in "
                + "Microsoft Project."), plan.nowhere());
    }

    @ParameterizedTest
    @ValueSource(strings = {"<Cost>1.000,00</Cost>", "<ActualCost>x</ActualCost>", "<Finish>31.03.2026</Finish>",
            "<PercentComplete>half</PercentComplete>"})
    void numbers_and_times_that_are_none_refuse_the_file(String wrong) throws IOException {
        Path file = file(header("2026-03-31"), BUILD, task(5, "2", "Odd", wrong));

        String refusal = assertThrows(ImportException.class, () -> importer.read(file)).getMessage();

        assertTrue(refusal.startsWith("plan.xml says <") && refusal.contains("in line 2, which is no "), refusal);
    }

    @Test
    void amounts_have_their_cents_whatever_digits_the_program_shows() throws IOException {
        run(file(header("2026-03-31").replace("<CurrencyDigits>2", "<CurrencyDigits>0"),
                task(1, "1", "Train", amounts("2026-03-02", "2026-03-06", 100_055))), report);

        assertEquals(new BigDecimal("1000.55"), line("1").getFigures().get(0).getPlanned());
    }

    @Test
    void a_line_that_becomes_another_task_says_what_it_was() throws IOException {
        run(file(header("2026-03-31"), task(1, "1", "Design", costs(100_000, 0))), report);

        ImportPlan plan = plan(file(header("2026-03-31"), task(1, "1", "Survey", costs(100_000, 0))), report);

        assertEquals("title, was \"Design\"", plan.entries().get(0).detail());
    }
}
