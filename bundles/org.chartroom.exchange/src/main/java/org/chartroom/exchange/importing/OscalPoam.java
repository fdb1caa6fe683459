package org.chartroom.exchange.importing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import javax.xml.stream.XMLStreamException;

import org.chartroom.exchange.csv.CsvTable;
import org.chartroom.exchange.csv.FileBound;
import org.chartroom.exchange.csv.FileKinds;
import org.chartroom.exchange.csv.ImportException;
import org.chartroom.exchange.json.StrictJson;
import org.chartroom.model.Artifact;
import org.chartroom.model.Directory;
import org.chartroom.model.risk.RiskPackage;
import org.chartroom.model.risk.RiskRegister;
import org.eclipse.emf.ecore.EClass;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/**
 * The risks of a plan of action and milestones in the Open Security Controls Assessment Language of NIST, OSCAL 1.1, as
 * JSON or XML.
 */
final class OscalPoam implements KnownFormat {
    private static final String ROOT = "plan-of-action-and-milestones";
    private static final int LINE = 120;

    private final String file;
    private final JsonObject plan;

    private OscalPoam(String file, JsonObject plan) {
        this.file = file;
        this.plan = plan;
    }

    /** Of JSON files those that begin with a plan are meant, of XML files those of OSCAL. */
    static boolean isMeant(Path file) {
        String head = FileKinds.head(file);
        return head.startsWith("{") && head.contains("\"" + ROOT + "\"") || FileKinds.isXml(head, FileKinds.OSCAL);
    }

    static OscalPoam read(Path file) {
        String name = String.valueOf(file.getFileName());
        try {
            FileBound.DOCUMENT.check(file);
            JsonElement content = FileKinds.isXml(FileKinds.head(file), FileKinds.OSCAL)
                    ? xml(name, file)
                    : json(name, file);
            JsonElement root = content.isJsonObject() ? content.getAsJsonObject().get(ROOT) : null;
            if (root == null || !root.isJsonObject()) {
                throw new ImportException(name + " is no OSCAL plan of action and milestones: it has no \"" + ROOT
                        + "\"; choose another file.");
            }
            OscalJson.misshapen(root.getAsJsonObject(), ROOT).ifPresent(wrong -> {
                throw new ImportException(Messages.bind(Messages.poamShape,
                        new Object[]{name, wrong.getKey(), wrong.getValue()}));
            });
            return new OscalPoam(name, root.getAsJsonObject());
        } catch (NoSuchFileException e) {
            throw new ImportException("There is no file " + file + "; check the path.", e);
        } catch (IOException e) {
            throw new ImportException(file + " can't be read (" + e.getMessage() + "); check that it is JSON in UTF-8.",
                    e);
        }
    }

    private static JsonElement json(String name, Path file) throws IOException {
        try (InputStream input = Files.newInputStream(file)) {
            return StrictJson.parse(input);
        } catch (StrictJson.NoJsonException e) {
            throw new ImportException(Messages.bind(Messages.poamJson, new Object[]{name, e.line(), e.getMessage()}),
                    e);
        }
    }

    private static JsonElement xml(String name, Path file) throws IOException {
        try (InputStream input = Files.newInputStream(file)) {
            return OscalXml.read(input);
        } catch (XMLStreamException e) {
            throw new ImportException(name + " is no valid OSCAL in XML ("
                    + String.valueOf(e.getMessage()).lines().filter(line -> !line.startsWith("ParseError"))
                            .map(line -> line.replaceFirst("^Message: ", "")).findFirst().orElse("")
                    + "); export it again from the program that wrote it.", e);
        }
    }

    @Override
    public String name() {
        return Messages.poam;
    }

    @Override
    public List<EClass> targets() {
        return List.of(RiskPackage.Literals.RISK_REGISTER);
    }

    @Override
    public CsvTable preview() {
        List<CsvTable.Row> rows = new ArrayList<>();
        for (JsonObject risk : OscalJson.objects(plan, "risks")) {
            rows.add(new CsvTable.Row(rows.size() + 1L, new String[]{brief(risk, "title"), brief(risk, "status"),
                    brief(risk, "deadline"), brief(risk, "description"), brief(risk, "statement")}));
        }
        return new CsvTable(file, Optional.of("risks"),
                List.of("title", "status", "deadline", "description", "statement"), rows);
    }

    private static String brief(JsonObject object, String field) {
        String text = OscalJson.text(object, field).orElse("").replaceAll("\\s+", " ");
        return text.length() <= LINE ? text : text.substring(0, LINE - 1) + "\u2026";
    }

    @Override
    public ImportPlan plan(Artifact artifact, Directory directory) {
        if (!(artifact instanceof RiskRegister register)) {
            throw new ImportException(file + " is an OSCAL plan of action and milestones, which goes into a risk "
                    + "register; choose one.");
        }
        return new OscalRisks(file, plan, register, directory).plan();
    }
}
