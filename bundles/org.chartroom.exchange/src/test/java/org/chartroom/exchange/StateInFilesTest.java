package org.chartroom.exchange;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.chartroom.core.workspace.StateStamp;
import org.chartroom.core.workspace.StateStamps;
import org.chartroom.exchange.export.ModelExport;
import org.chartroom.exchange.export.XlsxExport;
import org.chartroom.exchange.importing.ModelImport;
import org.chartroom.exchange.xlsx.XlsxFiles;
import org.chartroom.model.Directory;
import org.chartroom.model.ModelFactory;
import org.chartroom.model.risk.Risk;
import org.chartroom.model.risk.RiskFactory;
import org.chartroom.model.risk.RiskRegister;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exported files name the state they were made from, and importing them is not disturbed by it. */
class StateInFilesTest {
    private static final Optional<StateStamp> STATE = Optional.of(new StateStamp(
            Optional.of("8d5f3f0e-0b51-4f5c-9a5e-0c8f6f1f2a3b"), 12, "0123456789abcdef".repeat(4), false));

    @TempDir
    Path folder;

    private final RiskRegister register = RiskFactory.eINSTANCE.createRiskRegister();

    @BeforeEach
    void aRegisterWithOneRisk() {
        register.setKey("RSK-001");
        Risk risk = RiskFactory.eINSTANCE.createRisk();
        risk.setKey("R-001");
        risk.setTitle("Fire");
        register.getRisks().add(risk);
    }

    private byte[] model(Optional<StateStamp> state) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ModelExport.write(register, ModelFactory.eINSTANCE.createDirectory(), state, out);
        return out.toByteArray();
    }

    private Path workbook(Optional<StateStamp> state) throws IOException {
        Path file = folder.resolve("register.xlsx");
        try (OutputStream out = Files.newOutputStream(file)) {
            XlsxExport.write(register, state, out);
        }
        return file;
    }

    @Test
    void aModelFileNamesItsState() throws IOException {
        assertEquals(STATE.get(), StateStamps.read(Files.write(folder.resolve("register.xmi"), model(STATE))));
    }

    @Test
    void aModelFileWithItsStateIsReadAsOneWithout() throws IOException {
        RiskRegister read = (RiskRegister) ModelImport.read("register.xmi", new ByteArrayInputStream(model(STATE)))
                .get(0);
        assertEquals("Fire", read.getRisks().get(0).getTitle());
    }

    @Test
    void aModelFileOfTheSameStateHasTheSameBytes() throws IOException {
        Directory directory = ModelFactory.eINSTANCE.createDirectory();
        ByteArrayOutputStream first = new ByteArrayOutputStream();
        ModelExport.write(register, directory, STATE, first);
        ByteArrayOutputStream second = new ByteArrayOutputStream();
        ModelExport.write(register, directory, STATE, second);
        assertArrayEquals(first.toByteArray(), second.toByteArray());
    }

    @Test
    void aWorkbookNamesItsStateOnItsLastSheet() throws IOException {
        Path file = workbook(STATE);
        assertEquals(STATE.get(), StateStamps.read(file));
        List<String> sheets = XlsxFiles.sheets(file).stream().map(XlsxFiles.Sheet::name).toList();
        assertEquals("About", sheets.get(sheets.size() - 1));
    }

    @Test
    void theFirstSheetIsStillTheListThatIsImported() throws IOException {
        assertEquals(1, XlsxFiles.read(workbook(STATE), Optional.empty()).rows().size());
    }

    @Test
    void whatIsInNoWorkspaceNamesNoState() throws IOException {
        assertFalse(new String(model(Optional.empty()), StandardCharsets.UTF_8).contains("State:"));
        assertFalse(
                XlsxFiles.sheets(workbook(Optional.empty())).stream().anyMatch(sheet -> sheet.name().equals("About")));
    }
}
