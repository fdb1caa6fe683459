package org.chartroom.ui.forms.board;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.Consumer;

import org.chartroom.ui.forms.Colours;
import org.chartroom.ui.forms.LabelText;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.graphics.TextLayout;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;

/**
 * Cards in columns. A card is dragged to another column, or moved there with Ctrl and the arrow keys; the arrow keys
 * alone move from card to card, Enter and a double click choose one. While a card is dragged the columns it may go to
 * stand out. Whoever owns the board decides what a move does; the board shows what it is given.
 */
public final class BoardView extends Canvas {
    private static final int WIDE = 172;
    private static final int NARROW = 146;
    /** Lines of a card: title, two of text, an empty half, detail. */
    private static final double CARD_LINES = 4.5;
    private static final int PADDING = 11;
    private static final int HEADER_PADDING = 9;
    private static final int GAP = 8;
    private static final int ROUND = 8;
    private static final int BAR = 4;
    private static final int DRAG_FROM = 6;
    /** More than two lines can take. */
    private static final int MOST_LETTERS = 200;

    private final Font bold;
    private final int header;
    private final int cardHeight;
    private List<Column> columns = List.of();
    private List<Card> cards = List.of();
    private BiConsumer<Card, Column> moved = (card, column) -> {
    };
    private BiPredicate<Card, Column> movable = (card, column) -> true;
    private Consumer<Card> chosen = card -> {
    };
    private Consumer<Card> selectionListener = card -> {
    };
    private Object selected;
    private Card pressed;
    private Point pressedAt;
    private Point dragged;

    /**
     * A column.
     *
     * @param id what it stands for
     * @param title what its header says
     */
    public record Column(Object id, String title) {
    }

    /**
     * A card.
     *
     * @param subject what it stands for
     * @param column id of the column it is in
     * @param title its first line, short, for example a key
     * @param text what it is about
     * @param detail what stands at its lower edge
     * @param sign how serious it is: 0 good or nothing, 1 to be watched, 2 act, 3 act now; a word in the detail says it
     *        too
     */
    public record Card(Object subject, Object column, String title, String text, String detail, int sign) {
    }

    /** @param parent where it goes; usually a scrolled composite, since the board is as large as its cards need */
    public BoardView(Composite parent) {
        super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND);
        bold = FontDescriptor.createFrom(getFont()).setStyle(SWT.BOLD).createFont(getDisplay());
        GC gc = new GC(this);
        int line = gc.getFontMetrics().getHeight();
        gc.dispose();
        header = line + 2 * HEADER_PADDING;
        cardHeight = (int) Math.round(line * CARD_LINES) + PADDING;
        addListener(SWT.Dispose, event -> bold.dispose());
        addListener(SWT.Paint, event -> paint(event.gc));
        addListener(SWT.MouseDown, this::press);
        addListener(SWT.MouseMove, this::drag);
        addListener(SWT.MouseUp, this::drop);
        addListener(SWT.MouseDoubleClick, event -> at(event.x, event.y).ifPresent(chosen));
        addListener(SWT.KeyDown, this::key);
        addListener(SWT.Traverse, event -> event.doit = event.detail == SWT.TRAVERSE_TAB_NEXT
                || event.detail == SWT.TRAVERSE_TAB_PREVIOUS);
        addListener(SWT.FocusIn, event -> redraw());
        addListener(SWT.FocusOut, event -> redraw());
    }

    /**
     * @param shownColumns the columns, from the left
     * @param shownCards the cards, in their order within a column
     */
    public void show(List<Column> shownColumns, List<Card> shownCards) {
        columns = List.copyOf(shownColumns);
        cards = List.copyOf(shownCards);
        if (card(selected) == null) {
            selected = cards.isEmpty() ? null : cards.get(0).subject();
        }
        redraw();
    }

    /** @param listener called when the user wants a card in another column */
    public void onMove(BiConsumer<Card, Column> listener) {
        moved = listener;
    }

    /** @param test whether a card may go to a column; asked while it is dragged */
    public void allow(BiPredicate<Card, Column> test) {
        movable = test;
    }

    /** @param listener called when a card is chosen */
    public void onChoice(Consumer<Card> listener) {
        chosen = listener;
    }

    /** @param listener called when another card is selected */
    public void onSelection(Consumer<Card> listener) {
        selectionListener = listener;
    }

    /** @param subject what the selected card stands for */
    public void select(Object subject) {
        if (!Objects.equals(selected, subject)) {
            selected = subject;
            redraw();
            Card card = card(subject);
            if (card != null) {
                selectionListener.accept(card);
            }
        }
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        int width = GAP;
        int most = 1;
        for (Column column : columns) {
            width += width(column) + GAP;
            most = Math.max(most, in(column).size());
        }
        return new Point(width, header + most * (cardHeight + GAP) + GAP);
    }

    private int width(Column column) {
        return in(column).isEmpty() ? NARROW : WIDE;
    }

    private List<Card> in(Column column) {
        return cards.stream().filter(card -> card.column().equals(column.id())).toList();
    }

    private Card card(Object subject) {
        return cards.stream().filter(card -> card.subject() == subject).findFirst().orElse(null);
    }

    private Column columnOf(Card card) {
        return columns.stream().filter(column -> column.id().equals(card.column())).findFirst().orElse(null);
    }

    /**
     * @param id id of a column
     * @return where it is, relative to the control
     */
    public Rectangle column(Object id) {
        int x = GAP;
        for (Column column : columns) {
            if (column.id().equals(id)) {
                return new Rectangle(x, 0, width(column), getClientArea().height);
            }
            x += width(column) + GAP;
        }
        throw new IllegalArgumentException("There is no column " + id + " on the board.");
    }

    private Map<Object, Rectangle> places() {
        Map<Object, Rectangle> places = new HashMap<>();
        for (Column column : columns) {
            Rectangle area = column(column.id());
            int y = header;
            for (Card card : in(column)) {
                places.put(card.subject(), new Rectangle(area.x, y, area.width, cardHeight));
                y += cardHeight + GAP;
            }
        }
        return places;
    }

    /**
     * @param subject what a card on the board stands for
     * @return where the card is, relative to the control
     */
    public Rectangle place(Object subject) {
        return places().get(subject);
    }

    private java.util.Optional<Card> at(int x, int y) {
        Map<Object, Rectangle> places = places();
        return cards.stream().filter(card -> places.containsKey(card.subject())
                && places.get(card.subject()).contains(x, y)).findFirst();
    }

    private void press(Event event) {
        setFocus();
        pressed = event.button == 1 ? at(event.x, event.y).orElse(null) : null;
        pressedAt = new Point(event.x, event.y);
        if (pressed != null) {
            select(pressed.subject());
        }
    }

    private void drag(Event event) {
        setToolTipText(pressed == null ? at(event.x, event.y).map(Card::text).map(LabelText::tip).orElse(null) : null);
        if (pressed != null && (dragged != null
                || Math.hypot(event.x - (double) pressedAt.x, event.y - (double) pressedAt.y) > DRAG_FROM)) {
            dragged = new Point(event.x, event.y);
            redraw();
        }
    }

    private void drop(Event event) {
        Card card = pressed;
        boolean dragging = dragged != null;
        pressed = null;
        dragged = null;
        redraw();
        if (card != null && dragging) {
            for (Column column : columns) {
                Rectangle area = column(column.id());
                if (event.x >= area.x && event.x < area.x + area.width && !column.id().equals(card.column())) {
                    moved.accept(card, column);
                }
            }
        }
    }

    private void key(Event event) {
        Card card = card(selected);
        if (card == null) {
            return;
        }
        boolean move = (event.stateMask & SWT.MOD1) != 0;
        int column = columns.indexOf(columnOf(card));
        List<Card> siblings = in(columnOf(card));
        int row = siblings.indexOf(card);
        switch (event.keyCode) {
            case SWT.ARROW_LEFT, SWT.ARROW_RIGHT -> {
                int step = event.keyCode == SWT.ARROW_LEFT ? -1 : 1;
                if (move) {
                    moveBeside(card, column, step);
                } else {
                    selectBeside(column, row, step);
                }
            }
            case SWT.ARROW_DOWN -> select(siblings.get(Math.min(siblings.size() - 1, row + 1)).subject());
            case SWT.ARROW_UP -> select(siblings.get(Math.max(0, row - 1)).subject());
            case SWT.CR, SWT.KEYPAD_CR -> chosen.accept(card);
            default -> {
                // Other keys are not for the board.
            }
        }
    }

    /** To the next column it may go to on that side, or else to the next one, to be told why not. */
    private void moveBeside(Card card, int column, int step) {
        Column neighbour = null;
        for (int i = column + step; i >= 0 && i < columns.size(); i += step) {
            neighbour = neighbour == null ? columns.get(i) : neighbour;
            if (movable.test(card, columns.get(i))) {
                moved.accept(card, columns.get(i));
                return;
            }
        }
        if (neighbour != null) {
            moved.accept(card, neighbour);
        }
    }

    private void selectBeside(int column, int row, int step) {
        for (int i = column + step; i >= 0 && i < columns.size(); i += step) {
            List<Card> there = in(columns.get(i));
            if (!there.isEmpty()) {
                select(there.get(Math.min(row, there.size() - 1)).subject());
                return;
            }
        }
    }

    private void paint(GC gc) {
        Colours colours = Colours.of(getParent());
        gc.setBackground(colours.background());
        gc.fillRectangle(getClientArea());
        gc.setAntialias(SWT.ON);
        for (Column column : columns) {
            paintColumn(gc, colours, column);
        }
        Map<Object, Rectangle> places = places();
        for (Card card : cards) {
            if (places.containsKey(card.subject())) {
                paintCard(gc, colours, card, places.get(card.subject()));
            }
        }
        if (dragged != null) {
            Rectangle from = places.get(pressed.subject());
            gc.setAlpha(200);
            paintCard(gc, colours, pressed, new Rectangle(from.x + dragged.x - pressedAt.x,
                    from.y + dragged.y - pressedAt.y, from.width, from.height));
            gc.setAlpha(255);
        }
    }

    private void paintColumn(GC gc, Colours colours, Column column) {
        Rectangle area = column(column.id());
        boolean target = dragged != null && movable.test(pressed, column);
        gc.setBackground(target ? colours.selection() : colours.header());
        gc.fillRoundRectangle(area.x - GAP / 2 + 1, 2, area.width + GAP - 2, area.height - 4, ROUND, ROUND);
        gc.setFont(bold);
        gc.setForeground(colours.foreground());
        String title = shortened(gc, column.title(), area.width - 30);
        gc.drawText(title, area.x + 4, HEADER_PADDING, true);
        gc.setFont(getFont());
        gc.setForeground(colours.faint());
        String count = String.valueOf(in(column).size());
        gc.drawText(count, area.x + area.width - gc.textExtent(count).x - 4, HEADER_PADDING, true);
    }

    private static String shortened(GC gc, String text, int width) {
        String shown = text;
        while (shown.length() > 2 && gc.textExtent(shown).x > width) {
            shown = shown.substring(0, shown.length() - 2) + "\u2026";
        }
        return shown;
    }

    private void paintCard(GC gc, Colours colours, Card card, Rectangle place) {
        boolean isSelected = card.subject() == selected;
        gc.setBackground(colours.background());
        gc.fillRoundRectangle(place.x, place.y, place.width, place.height, ROUND, ROUND);
        gc.setForeground(isSelected ? colours.accent() : colours.line());
        gc.setLineWidth(isSelected && isFocusControl() ? 2 : 1);
        gc.drawRoundRectangle(place.x, place.y, place.width - 1, place.height - 1, ROUND, ROUND);
        gc.setLineWidth(1);
        Color[] signs = {colours.line(), colours.moderate(), colours.high(), colours.critical()};
        gc.setBackground(signs[Math.max(0, Math.min(signs.length - 1, card.sign()))]);
        gc.fillRectangle(place.x + 1, place.y + ROUND / 2, BAR, place.height - ROUND);
        int left = place.x + BAR + 7;
        int width = place.width - BAR - 14;
        gc.setFont(bold);
        gc.setForeground(colours.foreground());
        gc.drawText(shortened(gc, LabelText.line(card.title()), width), left, place.y + 6, true);
        gc.setFont(getFont());
        int line = gc.getFontMetrics().getHeight();
        paintText(gc, card.text(), left, place.y + 8 + line, width);
        gc.setForeground(colours.faint());
        gc.drawText(shortened(gc, LabelText.line(card.detail()), width), left, place.y + place.height - line - 5, true);
    }

    /** Two lines at most. */
    private void paintText(GC gc, String whole, int x, int y, int width) {
        String text = LabelText.shortened(whole, MOST_LETTERS);
        TextLayout layout = new TextLayout(getDisplay());
        try {
            layout.setFont(getFont());
            layout.setText(text);
            layout.setWidth(Math.max(1, width));
            List<String> lines = new ArrayList<>();
            int[] offsets = layout.getLineOffsets();
            for (int i = 0; i + 1 < offsets.length; i++) {
                lines.add(text.substring(offsets[i], offsets[i + 1]).strip());
            }
            int height = gc.getFontMetrics().getHeight();
            for (int i = 0; i < Math.min(2, lines.size()); i++) {
                boolean cut = i == 1 && lines.size() > 2;
                gc.drawText(cut ? shortened(gc, lines.get(1) + " \u2026", width) : lines.get(i), x, y + i * height,
                        true);
            }
        } finally {
            layout.dispose();
        }
    }
}
