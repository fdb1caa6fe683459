package org.chartroom.cli.internal;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.chartroom.core.comment.Comments;
import org.chartroom.core.type.Presentation;
import org.chartroom.core.type.ValueTexts;
import org.chartroom.core.workspace.EditSession;
import org.chartroom.core.workspace.Workspace;
import org.chartroom.exchange.export.FileValues;
import org.chartroom.model.Artifact;
import org.chartroom.model.Comment;
import org.chartroom.model.Item;
import org.chartroom.model.Subject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows an artifact or an item. */
@Command(name = "show", description = "Shows an artifact, or an item in it.")
final class ShowCommand extends AbstractCommand {
    /** Where texts of fields begin. */
    private static final int TEXT = 29;
    private static final int REPLY = 4;

    @Parameters(paramLabel = "KEY[/ITEM]", description = "Key of the artifact, for example RSK-001, or RSK-001/R-004.")
    private String path;

    @Option(names = "--json", description = "Prints JSON.")
    private boolean json;

    @Option(names = "--at", paramLabel = "STATE", description = "As of a revision, a baseline, a day (2026-12-31) or a "
            + "time; the newest state when none is named.")
    private String at;

    ShowCommand(Context context) {
        super(context);
    }

    @Override
    public Integer call() {
        try (Workspace workspace = context().openToRead(); EditSession session = context().session(workspace, at)) {
            Subject subject = context().subject(session, path);
            if (json) {
                Map<String, Object> data = new ElementData().of(subject);
                context().json(data);
            } else {
                print(subject);
            }
        }
        return 0;
    }

    private void print(Subject subject) {
        for (EStructuralFeature feature : subject.eClass().getEAllStructuralFeatures()) {
            String text = Presentation.isHidden(feature) ? "" : text(subject, feature);
            if (!text.isEmpty()) {
                context().out().printf(Locale.ROOT, "%-28s %s%n",
                        Presentation.detail(feature, "longLabel").orElse(Presentation.label(feature)),
                        indented(text, TEXT));
            }
        }
        subject.eContents().stream().filter(Item.class::isInstance).map(Item.class::cast)
                .forEach(item -> context().out().printf(Locale.ROOT, "  %-10s %s%n", item.getKey(),
                        OneLine.of(item.getTitle())));
        Comments.open((Artifact) EcoreUtil.getRootContainer(subject)).stream()
                .filter(comment -> subject instanceof Artifact
                        || Comments.subject(comment).filter(subject::equals).isPresent())
                .forEach(this::print);
    }

    /** Numbers as they are shown elsewhere, with their digits and as percentages; all else as in files. */
    private static String text(Subject subject, EStructuralFeature feature) {
        return subject.eGet(feature) instanceof BigDecimal number
                ? new ValueTexts(Locale.ROOT).text(feature, number)
                : FileValues.text(subject, feature);
    }

    /** Further lines of a text stand below its first one, where no field begins. */
    private static String indented(String text, int columns) {
        return text.lines().map(OneLine::of).collect(Collectors.joining("\n" + " ".repeat(columns)));
    }

    private void print(Comment comment) {
        context().out().printf(Locale.ROOT, "Comment on %s, %s: %s%n", Comments.where(comment),
                Comments.author(comment),
                indented(comment.getText(), REPLY));
        comment.getReplies().forEach(
                reply -> context().out().printf(Locale.ROOT, "    %s: %s%n", Comments.author(reply),
                        indented(reply.getText(), REPLY + REPLY)));
    }
}
