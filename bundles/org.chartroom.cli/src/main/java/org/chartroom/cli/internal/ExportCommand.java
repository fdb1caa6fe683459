package org.chartroom.cli.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.chartroom.core.workspace.EditSession;
import org.chartroom.core.workspace.StateStamp;
import org.chartroom.core.workspace.Workspace;
import org.chartroom.exchange.export.ExportException;
import org.chartroom.exchange.export.Exports;
import org.chartroom.exchange.export.ModelExport;
import org.chartroom.exchange.export.SealedPartException;
import org.chartroom.exchange.export.SealedParts;
import org.chartroom.exchange.json.JsonExport;
import org.chartroom.exchange.sealed.SealedContent;
import org.chartroom.model.Artifact;
import org.chartroom.model.Element;
import org.chartroom.model.SealedArtifact;
import org.chartroom.report.ReportFormat;
import org.chartroom.report.Reports;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes artifacts to a file. */
@Command(name = "export", description = "Writes an artifact to a file; as a model file (xmi) also several into one.")
final class ExportCommand extends AbstractCommand {
    private static final String REPORT = "html";
    private static final String MODEL = "xmi";
    private static final String JSON = "json";

    @Parameters(paramLabel = "KEY", arity = "0..*", description = "Key of the artifact; of several for xmi and json.")
    private List<String> keys = new ArrayList<>();

    @Option(names = "--all", description = "Every artifact of the workspace, for xmi and json; sealed ones that the "
            + "format can't hold are left out and named.")
    private boolean all;

    @Option(names = "--format", defaultValue = "csv", description = "csv: the items as a table, without the state it is of; xlsx: all lists "
            + "as an Excel workbook; xmi: everything as a "
            + "model file; json: the same as JSON; html: the same as the command \"report\"; or what a plug-in brings. Default: ${DEFAULT-VALUE}.")
    private String format;

    @Option(names = {"-o", "--output"}, paramLabel = "FILE", description = "The file; standard output when none is "
            + "named.")
    private Path output;

    @Option(names = "--at", paramLabel = "STATE", description = "As of a revision, a baseline, a day (2026-12-31) or a "
            + "time; the newest state when none is named.")
    private String at;

    ExportCommand(Context context) {
        super(context);
    }

    @Override
    public Integer call() throws IOException {
        try (Workspace workspace = context().openToRead(); EditSession session = context().session(workspace, at)) {
            List<Element> artifacts = new ArrayList<>(artifacts(session));
            List<String> leftOut = new ArrayList<>();
            if (output == null) {
                writeHeld(artifacts, leftOut, session, System.out);
                System.out.flush();
            } else {
                // What fails must not leave half a file, nor take an older one away.
                ByteArrayOutputStream made = new ByteArrayOutputStream();
                writeHeld(artifacts, leftOut, session, made);
                write(output, made::writeTo);
                context().out().println(output);
            }
            leftOut.forEach(reason -> System.err.println("chartroom: " + OneLine.of(reason)));
            if (!format.equals("csv")) {
                artifacts.stream().filter(Artifact.class::isInstance).map(Artifact.class::cast)
                        .forEach(AbstractCommand::tellReplaced);
            }
            return leftOut.isEmpty() ? 0 : CliApplication.FINDINGS;
        }
    }

    /**
     * Of everything, what the file can hold is written: what one sealed artifact lacks must not cost the others.
     *
     * @param artifacts the artifacts, of which those are removed that the file can't hold
     * @param leftOut gets a sentence for each of those
     */
    private void writeHeld(List<Element> artifacts, List<String> leftOut, EditSession session, OutputStream out)
            throws IOException {
        for (;;) {
            try {
                write(artifacts, session, out);
                return;
            } catch (SealedPartException e) {
                if (!all || artifacts.size() == 1) {
                    throw new InputException(e.getMessage(), e);
                }
                artifacts.remove(e.artifact());
                leftOut.add(Messages.bind(Messages.leftOut, e.getMessage()));
            }
        }
    }

    private List<Element> artifacts(EditSession session) {
        if (all != keys.isEmpty()) {
            throw new InputException("Name the artifacts to export by their keys, or give --all.");
        }
        List<Element> artifacts = all
                ? all(session)
                : keys.stream().distinct().map(key -> SealedContent.find(session, key).map(Element.class::cast)
                        .orElseGet(() -> context().artifact(session, key))).toList();
        if (artifacts.isEmpty()) {
            throw new InputException("The workspace has no artifacts; there is nothing to export.");
        }
        if (artifacts.size() > 1 && !format.equals(MODEL) && !format.equals(JSON)) {
            throw new InputException(
                    "Several artifacts go into one file with --format xmi or json only; export the others one "
                            + "by one.");
        }
        return artifacts;
    }

    /** Sealed artifacts stand where they would stand if their plug-ins were there. */
    private static List<Element> all(EditSession session) {
        Map<String, Element> byKey = new TreeMap<>();
        session.artifacts().forEach(info -> byKey.put(info.key() + '\n' + info.id(),
                session.artifact(info.id()).orElseThrow()));
        session.directory().getSealed()
                .forEach(sealed -> byKey.put(sealed.getKey() + '\n' + sealed.getArtifactId(), sealed));
        return List.copyOf(byKey.values());
    }

    private void checkSealed(List<Element> artifacts, EditSession session) {
        List<SealedArtifact> sealed = artifacts.stream().filter(SealedArtifact.class::isInstance)
                .map(SealedArtifact.class::cast).toList();
        Map<String, String> present = new HashMap<>();
        session.artifacts().forEach(info -> present.put(info.id(), info.key()));
        session.directory().getSealed().forEach(one -> present.put(one.getArtifactId(), one.getKey()));
        List<String> ids = artifacts.stream()
                .map(one -> one instanceof SealedArtifact part ? part.getArtifactId() : one.getId()).toList();
        SealedParts.check(sealed, format, ids, present);
    }

    private void write(List<Element> artifacts, EditSession session, OutputStream out) throws IOException {
        try {
            checkSealed(artifacts, session);
            Optional<StateStamp> state = Optional.of(StateStamp.of(session));
            if (format.equals(JSON)) {
                JsonExport.write(artifacts, session.directory(), state, context().types()::idOf, out);
                return;
            }
            if (artifacts.size() > 1 || !(artifacts.get(0) instanceof Artifact artifact)) {
                ModelExport.write(artifacts, session.directory(), state, out);
                return;
            }
            if (format.equals(REPORT)) {
                context().service(Reports.class).write(artifact, ReportFormat.HTML, out);
                return;
            }
            context().service(Exports.class).write(format, artifact, session.directory(), out);
        } catch (SealedPartException e) {
            throw e;
        } catch (ExportException e) {
            throw new InputException(e.getMessage(), e);
        }
    }
}
