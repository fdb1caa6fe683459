package org.chartroom.ui.forms.comment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.chartroom.core.comment.Comments;
import org.chartroom.model.Artifact;
import org.chartroom.model.Comment;
import org.chartroom.model.Element;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.ImageRegistry;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.graphics.Image;

/** How many comments wait for an answer on the elements of an artifact and on their fields, as it was when asked. */
public final class OpenComments {
    private static final String IMAGE = "org.chartroom.ui.forms.comment";

    private final Map<Element, Integer> counts = new HashMap<>();
    private final Map<Element, Map<String, Integer>> ofFields = new HashMap<>();

    /** @param root the artifact to look through; of the directory there are none */
    public OpenComments(Element root) {
        List<Comment> open = root instanceof Artifact artifact ? Comments.open(artifact) : List.of();
        for (Comment comment : open) {
            Comments.subject(comment).ifPresent(subject -> {
                counts.merge(subject, 1, Integer::sum);
                if (comment.getFeature() != null) {
                    ofFields.computeIfAbsent(subject, some -> new HashMap<>()).merge(comment.getFeature(), 1,
                            Integer::sum);
                }
            });
        }
    }

    /**
     * @param element an element of the artifact
     * @return how many comments wait on it or one of its fields, in words; empty when none does
     */
    public Optional<String> on(Element element) {
        return words(counts.getOrDefault(element, 0));
    }

    /**
     * @param element an element of the artifact
     * @param feature a field of it
     * @return how many comments wait on that field, in words; empty when none does
     */
    public Optional<String> on(Element element, EStructuralFeature feature) {
        return words(ofFields.getOrDefault(element, Map.of()).getOrDefault(feature.getName(), 0));
    }

    private static Optional<String> words(int count) {
        return count == 0
                ? Optional.empty()
                : Optional.of(count == 1 ? Messages.one : NLS.bind(Messages.many, count));
    }

    /** @return the sign for an open comment; not to be disposed of */
    public static Image image() {
        ImageRegistry images = JFaceResources.getImageRegistry();
        if (images.getDescriptor(IMAGE) == null) {
            images.put(IMAGE, ImageDescriptor.createFromURL(OpenComments.class.getResource("comment.svg")));
        }
        return images.get(IMAGE);
    }
}
