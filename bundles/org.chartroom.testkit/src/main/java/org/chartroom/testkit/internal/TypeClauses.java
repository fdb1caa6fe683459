package org.chartroom.testkit.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.chartroom.core.check.Checks;
import org.chartroom.core.check.Finding;
import org.chartroom.core.type.ArtifactType;
import org.chartroom.core.type.ArtifactTypes;
import org.chartroom.core.type.Examples;
import org.chartroom.core.workspace.EditSession;
import org.chartroom.core.workspace.OpenMode;
import org.chartroom.core.workspace.Workspace;
import org.chartroom.core.workspace.Workspaces;
import org.chartroom.exchange.export.CsvExport;
import org.chartroom.exchange.export.ModelExport;
import org.chartroom.exchange.export.XlsxExport;
import org.chartroom.exchange.importing.ModelImport;
import org.chartroom.model.Artifact;
import org.chartroom.testkit.Clause;
import org.eclipse.emf.common.command.CommandStack;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.emf.edit.command.SetCommand;

/** The clauses of the contract, tried with one type. */
final class TypeClauses {
    private static final String AUTHOR = "contract";

    private final ArtifactType type;
    private final ArtifactTypes types;
    private final Workspaces workspaces;
    private final Checks checks;
    private final Path folder;
    private final List<Clause> clauses = new ArrayList<>();

    TypeClauses(ArtifactType type, ArtifactTypes types, Workspaces workspaces, Checks checks, Path folder) {
        this.type = type;
        this.types = types;
        this.workspaces = workspaces;
        this.checks = checks;
        this.folder = folder;
    }

    /** One clause; gives what is wrong. */
    @FunctionalInterface
    private interface Attempt {
        Optional<String> run() throws IOException;
    }

    List<Clause> check() {
        attempt("Its id begins with the name of its bundle.", () -> type.id().startsWith(type.contributor())
                ? Optional.empty()
                : Optional.of(type.id() + " does not begin with " + type.contributor()));
        attempt("Its key prefix is its own, two to six capital letters or digits.", this::prefix);
        attempt("What is saved is the same after it is opened again.", this::savedAndReopened);
        attempt("Every change can be undone.", this::undone);
        attempt("Every computed field has a value or none, and no failure.", this::computed);
        attempt("Its checks fire on unusual values and clear on others.", this::checked);
        attempt("It is the same after export and import.", this::exchanged);
        attempt("It can be written as CSV and as a workbook.", this::written);
        return clauses;
    }

    private void attempt(String name, Attempt attempt) {
        Optional<String> failure;
        try {
            failure = attempt.run();
        } catch (IOException | RuntimeException | LinkageError | StackOverflowError e) {
            // Whatever a type does wrong is what is looked for here.
            failure = Optional.of(e.getClass().getSimpleName() + ": " + e.getMessage());
        }
        clauses.add(new Clause(type.id(), name, failure));
    }

    private Optional<String> prefix() {
        if (!type.keyPrefix().matches("[A-Z][A-Z0-9]{1,5}")) {
            return Optional.of("the prefix is " + type.keyPrefix());
        }
        return types.all().stream().filter(other -> other != type && other.keyPrefix().equals(type.keyPrefix()))
                .findFirst().map(other -> type.keyPrefix() + " is that of " + other.name() + " too");
    }

    private Artifact example(Examples.Values values) {
        Artifact artifact = (Artifact) Examples.of(type.eClass(), values);
        artifact.setKey(type.keyPrefix() + "-001");
        return artifact;
    }

    private Workspace open(String name) {
        return workspaces.open(folder.resolve(name), OpenMode.CREATE, AUTHOR);
    }

    private Optional<String> savedAndReopened() {
        Artifact example = example(Examples.Values.USUAL);
        EObject before = EcoreUtil.copy(example);
        try (Workspace workspace = open("saved"); EditSession session = workspace.openSession()) {
            session.add(example);
            session.commit(AUTHOR);
        }
        try (Workspace workspace = open("saved"); EditSession session = workspace.openSession()) {
            Artifact after = session.artifact(((Artifact) before).getId()).orElseThrow();
            return difference(before, after);
        }
    }

    private static Optional<String> difference(EObject before, EObject after) {
        if (EcoreUtil.equals(before, after)) {
            return Optional.empty();
        }
        for (EStructuralFeature feature : before.eClass().getEAllStructuralFeatures()) {
            if (!feature.isDerived() && feature instanceof EAttribute
                    && !String.valueOf(before.eGet(feature)).equals(String.valueOf(after.eGet(feature)))) {
                return Optional
                        .of(feature.getName() + " was " + before.eGet(feature) + " and is " + after.eGet(feature));
            }
        }
        return Optional.of("what it contains differs");
    }

    private Optional<String> undone() {
        try (Workspace workspace = open("undone"); EditSession session = workspace.openSession()) {
            Artifact artifact = session.create(type.eClass(), type.keyPrefix(), "Contract");
            EObject before = EcoreUtil.copy(artifact);
            CommandStack stack = session.editingDomain().getCommandStack();
            for (EAttribute attribute : type.eClass().getEAllAttributes()) {
                Object value = Examples.value(attribute.getEAttributeType(), Examples.Values.UNUSUAL);
                if (attribute.isChangeable() && !attribute.isDerived() && !attribute.isMany() && !attribute.isID()
                        && value != null) {
                    stack.execute(SetCommand.create(session.editingDomain(), artifact, attribute, value));
                }
            }
            while (stack.canUndo()) {
                stack.undo();
            }
            return difference(before, artifact);
        }
    }

    private Optional<String> computed() {
        for (Examples.Values values : Examples.Values.values()) {
            compute(example(values));
        }
        compute(EcoreUtil.create(type.eClass()));
        return Optional.empty();
    }

    private static void compute(EObject root) {
        root.eClass().getEAllStructuralFeatures().stream().filter(EStructuralFeature::isDerived).forEach(root::eGet);
        root.eContents().forEach(TypeClauses::compute);
    }

    private Optional<String> checked() {
        Set<String> before = checks.setAside();
        Set<String> always = null;
        List<Artifact> variants = List.of((Artifact) EcoreUtil.create(type.eClass()), example(Examples.Values.USUAL),
                example(Examples.Values.UNUSUAL));
        for (Artifact variant : variants) {
            Set<String> own = new HashSet<>();
            for (Finding finding : checks.run(variant)) {
                if (finding.message() == null || finding.message().isBlank()) {
                    return Optional.of("check " + finding.checkId() + " says nothing");
                }
                own.add(finding.checkId());
            }
            if (always == null) {
                always = new HashSet<>(own);
            } else {
                always.retainAll(own);
            }
        }
        Set<String> failed = new HashSet<>(checks.setAside());
        failed.removeAll(before);
        if (!failed.isEmpty()) {
            return Optional.of(String.join(", ", failed) + " failed or did not end; the log has the place");
        }
        return always.isEmpty()
                ? Optional.empty()
                : Optional.of(String.join(", ", always) + " fires whatever the values are");
    }

    private Optional<String> exchanged() throws IOException {
        Artifact example = example(Examples.Values.USUAL);
        EObject before = EcoreUtil.copy(example);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (Workspace workspace = open("exported"); EditSession session = workspace.openSession()) {
            session.add(example);
            ModelExport.write(example, session.directory(), file);
        }
        try (Workspace workspace = open("imported"); EditSession session = workspace.openSession()) {
            ModelImport.into("contract.xmi", new ByteArrayInputStream(file.toByteArray()), session);
            session.commit(AUTHOR);
            return difference(before, session.artifact(((Artifact) before).getId()).orElseThrow());
        }
    }

    private Optional<String> written() throws IOException {
        for (Examples.Values values : Examples.Values.values()) {
            Artifact example = example(values);
            CsvExport.write(example, new StringBuilder());
            XlsxExport.write(example, new ByteArrayOutputStream());
        }
        return Optional.empty();
    }
}
