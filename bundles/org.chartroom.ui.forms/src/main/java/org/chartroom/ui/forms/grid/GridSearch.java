package org.chartroom.ui.forms.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.chartroom.model.Element;
import org.chartroom.ui.forms.ArtifactEditing;
import org.chartroom.ui.forms.internal.Messages;
import org.eclipse.emf.common.command.Command;
import org.eclipse.emf.common.command.CompoundCommand;

/** Finds a text in the cells of a grid and puts another in its place. */
final class GridSearch {
    private final ItemGrid grid;
    private final ArtifactEditing editing;
    private final CellConversion conversion = new CellConversion();

    GridSearch(ItemGrid grid, ArtifactEditing editing) {
        this.grid = grid;
        this.editing = editing;
    }

    /**
     * What is looked for.
     *
     * @param text the text; not empty
     * @param matchCase whether capital and small letters differ
     * @param whole whether it must be all of what a cell shows
     * @param column number of the only column that is looked through; -1 for all that are visible
     */
    record Query(String text, boolean matchCase, boolean whole, int column) {
        boolean fits(String shown) {
            String wanted = matchCase ? text : text.toLowerCase(Locale.ROOT);
            String given = matchCase ? shown : shown.toLowerCase(Locale.ROOT);
            return whole ? given.equals(wanted) : given.contains(wanted);
        }

        String replaced(String shown, String replacement) {
            Pattern pattern = Pattern.compile(text,
                    Pattern.LITERAL | (matchCase ? 0 : Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
            return whole ? replacement : pattern.matcher(shown).replaceAll(Matcher.quoteReplacement(replacement));
        }
    }

    /**
     * A cell of the grid.
     *
     * @param row number of its row
     * @param column number of its column
     */
    record Cell(int row, int column) {
    }

    /** A text that does not fit a cell; the message is one sentence for the user. */
    static final class ReplaceException extends Exception {
        private static final long serialVersionUID = 1L;

        ReplaceException(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /**
     * @param after the cell to begin behind; null for the first one
     * @return the next cell that fits, from the beginning again after the last one; empty when none does
     */
    Optional<Cell> next(Query query, Cell after) {
        List<Integer> columns = columns(query);
        int rows = grid.rowCount();
        int cells = rows * columns.size();
        int start = after == null || !columns.contains(after.column())
                ? after == null ? 0 : after.row() * columns.size()
                : after.row() * columns.size() + columns.indexOf(after.column()) + 1;
        for (int i = 0; i < cells; i++) {
            int place = (start + i) % cells;
            Cell cell = new Cell(place / columns.size(), columns.get(place % columns.size()));
            if (shown(cell).filter(query::fits).isPresent()) {
                return Optional.of(cell);
            }
        }
        return Optional.empty();
    }

    private List<Integer> columns(Query query) {
        return query.column() >= 0 ? List.of(query.column()) : grid.visibleColumns();
    }

    /** @return what a cell shows; empty when it is the line of a group */
    private Optional<String> shown(Cell cell) {
        GridColumn column = grid.columns().get(cell.column());
        return grid.element(cell.row()).map(element -> conversion.text(column.feature(), column.value(element)));
    }

    /** @return whether what a cell shows fits */
    boolean fits(Query query, Cell cell) {
        return cell != null && cell.row() < grid.rowCount() && shown(cell).filter(query::fits).isPresent();
    }

    /**
     * Replaces in one cell.
     *
     * @return whether the cell could be edited
     * @throws ReplaceException when the new text does not fit; then nothing is changed
     */
    boolean replace(Query query, Cell cell, String replacement) throws ReplaceException {
        NewPeople people = new NewPeople();
        Optional<Command> command = command(query, cell, replacement, people);
        command.ifPresent(set -> execute(List.of(set), people));
        return command.isPresent();
    }

    /**
     * Replaces in all cells that fit and can be edited, as one step.
     *
     * @return in how many
     * @throws ReplaceException when a new text does not fit its cell; then nothing is changed
     */
    int replaceAll(Query query, String replacement) throws ReplaceException {
        NewPeople people = new NewPeople();
        List<Command> commands = new ArrayList<>();
        for (int row = 0; row < grid.rowCount(); row++) {
            for (int column : columns(query)) {
                Cell cell = new Cell(row, column);
                if (fits(query, cell)) {
                    command(query, cell, replacement, people).ifPresent(commands::add);
                }
            }
        }
        return commands.isEmpty() || execute(commands, people) ? commands.size() : 0;
    }

    /** Does it as one step, unless somebody new would be named and the user does not want that. */
    private boolean execute(List<Command> commands, NewPeople people) {
        if (!people.areWanted(grid.control().getShell())) {
            return false;
        }
        CompoundCommand step = new CompoundCommand(Messages.replaceTitle);
        people.command(editing).ifPresent(step::append);
        commands.forEach(step::append);
        editing.execute(step);
        return true;
    }

    private Optional<Command> command(Query query, Cell cell, String replacement, NewPeople people)
            throws ReplaceException {
        GridColumn column = grid.columns().get(cell.column());
        Optional<Element> element = grid.element(cell.row()).filter(column::isEditable);
        if (element.isEmpty() || editing.isReadOnly()) {
            return Optional.empty();
        }
        String text = query.replaced(shown(cell).orElse(""), replacement);
        try {
            Object value = people
                    .collect(conversion.value(column.feature(), text, editing.root(), editing.directory()));
            return Optional.of(column.set(editing.domain(), element.get(), value));
        } catch (IllegalArgumentException e) {
            throw new ReplaceException(Messages.bind(Messages.replaceRefused,
                    new Object[]{cell.row() + 1, column.label(), e.getMessage()}), e);
        }
    }
}
