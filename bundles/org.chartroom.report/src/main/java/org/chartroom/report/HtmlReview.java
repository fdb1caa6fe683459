package org.chartroom.report;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.chartroom.core.check.Finding;
import org.chartroom.core.check.Severity;
import org.chartroom.core.type.Presentation;
import org.chartroom.core.type.ValueRules;
import org.chartroom.core.workspace.StateStamp;
import org.chartroom.model.Artifact;
import org.chartroom.model.Element;
import org.chartroom.model.Item;
import org.chartroom.model.ModelPackage;
import org.chartroom.model.Person;
import org.chartroom.model.Subject;
import org.eclipse.emf.common.util.Enumerator;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;

/**
 * A review document as one HTML file without any reference to the outside: for each artifact its fields, its findings
 * and a table of its items.
 */
public final class HtmlReview {
    private static final String STYLE = """
            body{font:14px/1.45 system-ui,sans-serif;color:#23272e;margin:2.5em auto;max-width:1100px;padding:0 1em}
            h1{font-size:1.7em;margin-bottom:.1em}h2{margin-top:2em;border-bottom:1px solid #dde1e6}
            p.meta{color:#5f6670;margin-top:0}table{border-collapse:collapse;width:100%;margin:.8em 0}
            th{background:#f1f3f6;text-align:left;font-weight:600}th,td{border:1px solid #dde1e6;padding:.35em .55em;
            vertical-align:top}dl{display:grid;grid-template-columns:14em 1fr;gap:.2em 1em}dt{color:#5f6670}dd{margin:0}
            .error{background:#f2a3a0}.warning{background:#fbe7a1}.low{background:#bfe3c4}.moderate{background:#fbe7a1}
            .high{background:#f9c28b}.critical{background:#f2a3a0}td.number{text-align:right}
            @media print{body{margin:0;max-width:none}h2{break-before:page}}
            """;

    private final Appendable out;

    private HtmlReview(Appendable out) {
        this.out = out;
    }

    /**
     * One artifact and what the checks find in it.
     *
     * @param artifact the artifact
     * @param findings its findings
     */
    public record Reviewed(Artifact artifact, List<Finding> findings) {
    }

    /**
     * @param title title of the document
     * @param day the day it is made for
     * @param artifacts what to review
     * @param out where to write
     * @throws IOException when writing fails
     */
    public static void write(String title, LocalDate day, List<Reviewed> artifacts, Appendable out)
            throws IOException {
        new HtmlReview(out).document(title, day, artifacts);
    }

    private void document(String title, LocalDate day, List<Reviewed> artifacts) throws IOException {
        out.append("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>").append(escape(title))
                .append("</title><style>").append(STYLE).append("</style></head><body>\n<h1>").append(escape(title))
                .append("</h1>\n<p class=\"meta\">").append(day.toString()).append("</p>\n");
        for (Reviewed reviewed : artifacts) {
            artifact(reviewed);
        }
        // All are of one session.
        Optional<StateStamp> state = artifacts.stream().findFirst().flatMap(one -> StateStamp.of(one.artifact()));
        if (state.isPresent()) {
            out.append("<p class=\"meta\">").append(escape(state.get().text())).append("</p>\n");
        }
        out.append("</body></html>\n");
    }

    private void artifact(Reviewed reviewed) throws IOException {
        Artifact artifact = reviewed.artifact();
        out.append("<h2>").append(escape(name(artifact))).append("</h2>\n<p class=\"meta\">")
                .append(escape(Presentation.label(artifact.eClass()))).append("</p>\n<dl>\n");
        for (EStructuralFeature feature : artifact.eClass().getEAllStructuralFeatures()) {
            String text = text(feature, artifact.eGet(feature));
            if (!Presentation.isHidden(feature) && !text.isEmpty()) {
                out.append("<dt>").append(escape(Presentation.label(feature))).append("</dt><dd>").append(escape(text))
                        .append("</dd>\n");
            }
        }
        out.append("</dl>\n");
        findings(reviewed.findings());
        for (EReference reference : artifact.eClass().getEAllContainments()) {
            if (reference.isMany() && ModelPackage.Literals.ITEM.isSuperTypeOf(reference.getEReferenceType())) {
                items(reference, (List<?>) artifact.eGet(reference));
            }
        }
    }

    private void findings(List<Finding> findings) throws IOException {
        if (findings.isEmpty()) {
            out.append("<p>The checks find nothing.</p>\n");
            return;
        }
        out.append("<table><tr><th>Severity</th><th>Where</th><th>Finding</th></tr>\n");
        for (Finding finding : findings) {
            out.append("<tr><td class=\"").append(finding.severity().name().toLowerCase(Locale.ROOT)).append("\">")
                    .append(severity(finding.severity())).append("</td><td>").append(escape(name(finding.element())))
                    .append("</td><td>").append(escape(finding.message())).append("</td></tr>\n");
        }
        out.append("</table>\n");
    }

    private static String severity(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case INFO -> "note";
        };
    }

    private void items(EReference reference, List<?> items) throws IOException {
        List<EStructuralFeature> columns = new ArrayList<>();
        for (EStructuralFeature feature : reference.getEReferenceType().getEAllStructuralFeatures()) {
            boolean filled = items.stream().anyMatch(item -> !text(feature, ((EObject) item).eGet(feature)).isEmpty());
            if (Presentation.columnWidth(feature).isPresent() && !Presentation.isHidden(feature) && filled) {
                columns.add(feature);
            }
        }
        out.append("<table><tr>");
        for (EStructuralFeature column : columns) {
            out.append("<th>").append(escape(Presentation.label(column))).append("</th>");
        }
        out.append("</tr>\n");
        for (Object item : items) {
            out.append("<tr>");
            for (EStructuralFeature column : columns) {
                cell(column, ((Item) item).eGet(column));
            }
            out.append("</tr>\n");
        }
        out.append("</table>\n");
    }

    private void cell(EStructuralFeature column, Object value) throws IOException {
        String style = "";
        if (value instanceof Number) {
            style = " class=\"number\"";
        } else if (column.isDerived() && value instanceof Enumerator level) {
            style = " class=\"" + escape(level.getLiteral()) + "\"";
        }
        out.append("<td").append(style).append('>').append(escape(text(column, value))).append("</td>");
    }

    private static String text(EStructuralFeature feature, Object value) {
        if (value == null) {
            return "";
        }
        if (feature.getEType() instanceof EEnum literals) {
            return Presentation.label(value, literals.getEEnumLiteral(((Enumerator) value).getValue()));
        }
        if (value instanceof Boolean flag) {
            return flag ? "yes" : "";
        }
        if (value instanceof Element element) {
            return name(element);
        }
        if (value instanceof List<?> many) {
            return String.join(", ", many.stream().map(one -> one instanceof Element element
                    ? name(element)
                    : one.toString()).toList());
        }
        return value.toString();
    }

    private static String name(Element element) {
        if (element instanceof Person person) {
            return String.valueOf(person.getName());
        }
        if (element instanceof Subject subject) {
            return ((subject.getKey() == null ? "" : subject.getKey() + " ")
                    + (subject.getTitle() == null ? "" : subject.getTitle())).strip();
        }
        EStructuralFeature name = element.eClass().getEStructuralFeature("name");
        Object value = name == null ? null : element.eGet(name);
        return value == null ? Presentation.label(element.eClass()) : value.toString();
    }

    private static String escape(String text) {
        return ValueRules.holdable(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"",
                "&quot;");
    }
}
