package org.chartroom.report.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.chartroom.core.check.Finding;
import org.chartroom.core.type.Presentation;
import org.chartroom.core.type.ValueTexts;
import org.chartroom.core.workspace.EditSession;
import org.chartroom.model.Artifact;
import org.chartroom.model.ModelPackage;
import org.chartroom.model.Money;
import org.chartroom.report.internal.Block.Fields.Field;
import org.chartroom.report.internal.Block.Table.Cell;
import org.chartroom.report.section.ReportContext;
import org.eclipse.emf.common.util.Enumerator;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;

/** What the annotations of a model and the checks say of an artifact, as pieces of a report. */
final class ArtifactBlocks {
    /** Widest table, in pixels of its columns; a wider one is continued in another. */
    private static final int WIDEST = 1150;
    private static final int USUAL_WIDTH = 100;

    private final ValueTexts texts = ValueTexts.current();
    private final Artifact artifact;

    ArtifactBlocks(Artifact artifact) {
        this.artifact = artifact;
    }

    String title() {
        return ValueTexts.name(artifact);
    }

    List<Block> head(ReportContext context) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(1, title()));
        String type = Presentation.label(artifact.eClass());
        String day = texts.text(null, context.day());
        blocks.add(new Block.Paragraph(Block.Paragraph.Kind.META, EditSession.of(artifact).flatMap(EditSession::asOf)
                .map(state -> Messages.bind(Messages.metaAsOf, new Object[]{type, day, state.label()}))
                .orElseGet(() -> Messages.bind(Messages.meta, type, day))));
        Map<String, List<Field>> groups = new LinkedHashMap<>();
        for (EStructuralFeature feature : artifact.eClass().getEAllStructuralFeatures()) {
            boolean contained = feature instanceof EReference reference && reference.isContainment();
            String text = contained || Presentation.isHidden(feature) ? "" : field(feature);
            if (!text.isEmpty()) {
                groups.computeIfAbsent(Presentation.group(feature), group -> new ArrayList<>()).add(new Field(
                        Presentation.detail(feature, "longLabel").orElse(Presentation.label(feature)), text,
                        feature.isDerived()));
            }
        }
        groups.forEach((group, fields) -> blocks.add(new Block.Fields(group, fields)));
        return blocks;
    }

    private String field(EStructuralFeature feature) {
        Object value = artifact.eGet(feature);
        String text = texts.text(feature, value);
        String unit = Presentation.unit(feature);
        // Percentages have their sign already.
        return value instanceof Number && !unit.isEmpty() && !unit.equals("%") ? text + " " + unit : text;
    }

    List<Block> findings(List<Finding> findings) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(2, Messages.findings));
        if (findings.isEmpty()) {
            blocks.add(new Block.Paragraph(Block.Paragraph.Kind.TEXT, Messages.noFindings));
            return blocks;
        }
        blocks.add(new Block.Table(List.of(Messages.severity, Messages.where, Messages.finding), List.of(1, 3, 8),
                findings.stream().map(ArtifactBlocks::row).toList()));
        return blocks;
    }

    private static List<Cell> row(Finding finding) {
        String severity = switch (finding.severity()) {
            case ERROR -> Messages.error;
            case WARNING -> Messages.warning;
            case INFO -> Messages.info;
        };
        return List.of(new Cell(severity, false, finding.severity().name().toLowerCase(Locale.ROOT)),
                Cell.of(ValueTexts.name(finding.element())), Cell.of(finding.message()));
    }

    /** The lists of items and of what else has columns, each in one table or, when it is wide, in several. */
    List<Block> tables() {
        List<Block> blocks = new ArrayList<>();
        for (EReference reference : artifact.eClass().getEAllContainments()) {
            if (reference.isMany() && Presentation.isReported(reference)) {
                List<EObject> rows = ((List<?>) artifact.eGet(reference)).stream().map(EObject.class::cast).toList();
                List<EStructuralFeature> columns = columns(reference, rows);
                if (!columns.isEmpty()) {
                    String label = Presentation.label(reference);
                    boolean first = true;
                    for (List<EStructuralFeature> part : parts(reference, columns)) {
                        blocks.add(new Block.Heading(2, first ? label : Messages.bind(Messages.part, label)));
                        blocks.add(table(part, rows));
                        first = false;
                    }
                }
            }
        }
        return blocks;
    }

    private List<EStructuralFeature> columns(EReference reference, List<EObject> rows) {
        return reference.getEReferenceType().getEAllStructuralFeatures().stream()
                .filter(feature -> Presentation.columnWidth(feature).isPresent() && !Presentation.isHidden(feature))
                .filter(feature -> rows.stream().anyMatch(row -> !texts.text(feature, row.eGet(feature)).isEmpty()))
                .toList();
    }

    /** Cuts columns into tables that fit on a page; each begins with what names a row. */
    private static List<List<EStructuralFeature>> parts(EReference reference, List<EStructuralFeature> columns) {
        List<EStructuralFeature> names = ModelPackage.Literals.ITEM.isSuperTypeOf(reference.getEReferenceType())
                ? columns.stream().filter(column -> column == ModelPackage.Literals.SUBJECT__KEY
                        || column == ModelPackage.Literals.SUBJECT__TITLE).toList()
                : columns.subList(0, 1);
        List<List<EStructuralFeature>> parts = new ArrayList<>();
        List<EStructuralFeature> part = new ArrayList<>(names);
        int width = width(names);
        for (EStructuralFeature column : columns) {
            if (names.contains(column)) {
                continue;
            }
            if (width + width(List.of(column)) > WIDEST && part.size() > names.size()) {
                parts.add(part);
                part = new ArrayList<>(names);
                width = width(names);
            }
            part.add(column);
            width += width(List.of(column));
        }
        parts.add(part);
        return parts;
    }

    private static int width(List<EStructuralFeature> columns) {
        return columns.stream().mapToInt(column -> Presentation.columnWidth(column).orElse(USUAL_WIDTH)).sum();
    }

    private Block table(List<EStructuralFeature> columns, List<EObject> rows) {
        return new Block.Table(columns.stream().map(Presentation::label).toList(),
                columns.stream().map(column -> width(List.of(column))).toList(),
                rows.stream().map(row -> columns.stream().map(column -> cell(column, row.eGet(column))).toList())
                        .toList());
    }

    private Cell cell(EStructuralFeature column, Object value) {
        if (column == ModelPackage.Literals.SUBJECT__KEY) {
            return new Cell(texts.text(column, value), false, "key");
        }
        String level = column.isDerived() && value instanceof Enumerator literal ? literal.getLiteral() : "";
        boolean number = value instanceof Number || value instanceof Money;
        return new Cell(texts.text(column, value), number, level);
    }
}
