package org.chartroom.core.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.chartroom.core.internal.compare.ElementComparer;
import org.chartroom.core.workspace.EditSession;
import org.chartroom.model.Element;

/**
 * The differences between two states. Elements are matched by their ids, so that one that went to another list or
 * artifact is told as moved. Its elements belong to the sides and are of use as long as those are open.
 *
 * @param left the older side, as a rule
 * @param right the newer side, as a rule
 * @param differences one tree for each artifact that differs, and one for the directory
 */
public record Comparison(Side left, Side right, List<Difference> differences) {
    /**
     * Compares what both sides can have: all artifacts and the directory, the artifacts of a project where a side is
     * limited to one, or those of a file. Reads only what was changed between two revisions of one workspace. Baselines
     * are left out: they are marks on the history, and one just made would be a difference to itself.
     *
     * @param left one side
     * @param right the other
     * @return the differences
     */
    public static Comparison of(Side left, Side right) {
        return compare(left, right, false);
    }

    /**
     * Compares like {@link #of}, and baselines too.
     *
     * @param left one side
     * @param right the other
     * @return the differences
     */
    public static Comparison withBaselines(Side left, Side right) {
        return compare(left, right, true);
    }

    private static Comparison compare(Side left, Side right, boolean withBaselines) {
        Optional<String> project = left.projectId().or(right::projectId);
        Set<String> ids = new LinkedHashSet<>();
        if (!left.isFile()) {
            ids.addAll(left.ids(project));
        }
        if (!right.isFile()) {
            ids.addAll(right.ids(project));
        }
        if (left.isFile()) {
            limit(ids, left, right);
        } else if (right.isFile()) {
            limit(ids, right, left);
        }
        boolean isWhole = project.isEmpty() && !left.isFile() && !right.isFile();
        Set<String> changed = changedRoots(left, right).orElse(null);
        if (changed != null) {
            ids.retainAll(changed);
        }
        List<Element> olds = new ArrayList<>(left.load(ids));
        List<Element> news = new ArrayList<>(right.load(ids));
        if (isWhole) {
            addDirectory(left, changed, olds);
            addDirectory(right, changed, news);
        }
        List<Difference> differences = new ArrayList<>(new ElementComparer(olds, news, withBaselines).compare());
        differences.sort(Comparator.comparing(Difference::label));
        return new Comparison(left, right, List.copyOf(differences));
    }

    private static void limit(Set<String> ids, Side file, Side other) {
        if (other.isFile()) {
            ids.addAll(other.ids(Optional.empty()));
        } else {
            ids.retainAll(file.ids(Optional.empty()));
        }
        ids.addAll(file.ids(Optional.empty()));
    }

    private static void addDirectory(Side side, Set<String> changed, List<Element> roots) {
        Element directory = side.session().map(EditSession::directory).orElse(null);
        if (directory != null && directory.getId() != null
                && (changed == null || changed.contains(directory.getId()))) {
            roots.add(directory);
        }
    }

    /** @return ids of the roots that may differ; empty when that can't be told from the revisions */
    private static Optional<Set<String>> changedRoots(Side left, Side right) {
        Optional<Long> from = left.revision();
        Optional<Long> to = right.revision();
        if (from.isEmpty() || to.isEmpty()
                || left.session().orElseThrow().workspace() != right.session().orElseThrow().workspace()) {
            return Optional.empty();
        }
        return Optional.of(left.session().orElseThrow().workspace().changedArtifacts(
                Math.min(from.get(), to.get()), Math.max(from.get(), to.get())));
    }

    /** @return how many differences there are */
    public Counts counts() {
        return Counts.of(differences);
    }
}
