package org.chartroom.store.internal;

import org.chartroom.core.store.ElementRef;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.chartroom.core.store.ListOrder;

/** Gives positions to the elements of changed lists, and new ones to as few others as possible. */
final class Placement {
    private final Database.Session session;
    private final TypeCatalog catalog;
    private final RootTable roots;
    private final CommitTransaction transaction;

    Placement(Database.Session session, TypeCatalog catalog, RootTable roots, CommitTransaction transaction) {
        this.session = session;
        this.catalog = catalog;
        this.roots = roots;
        this.transaction = transaction;
    }

    void place(List<ListOrder> orders) throws SQLException {
        for (ListOrder order : orders) {
            place(order);
        }
    }

    private void place(ListOrder order) throws SQLException {
        List<ElementRef> elements = order.elements();
        long owner = transaction.key(order.owner(), order.label());
        RootEntry root = roots.root(RowKeys.rootNumber(owner));
        RowEdit ownerEdit = transaction.existingEdit(order.owner());
        if (order.isAppended() || ownerEdit != null && ownerEdit.isCreated()) {
            append(elements, root);
            return;
        }
        int field = catalog.type(order.owner().type()).field(order.reference().name(), FieldKind.CONTAINMENT).id();
        Map<String, Long> positions = positions(ownerEdit == null ? owner : ownerEdit.before().key(), field);
        List<ElementRef> placed = new ArrayList<>(elements.size());
        List<Long> old = new ArrayList<>(elements.size());
        for (ElementRef element : elements) {
            RowEdit edit = transaction.existingEdit(element);
            boolean isNew = edit != null && edit.isNewInList();
            Long position = isNew ? null : positions.get(element.id());
            // Who is neither new nor there was deleted or moved by somebody else.
            if (isNew || position != null) {
                placed.add(element);
                old.add(position);
            }
        }
        assign(placed, newPositions(old, root));
    }

    private void append(List<ElementRef> elements, RootEntry root) throws SQLException {
        int first = elements.size();
        while (first > 0) {
            RowEdit edit = transaction.existingEdit(elements.get(first - 1));
            if (edit == null || !edit.isNewInList()) {
                break;
            }
            first--;
        }
        for (ElementRef element : elements.subList(first, elements.size())) {
            transaction.existingEdit(element).setPosition(root.newPosition());
        }
    }

    private void assign(List<ElementRef> elements, long[] positions) throws SQLException {
        for (int i = 0; i < positions.length; i++) {
            if (positions[i] != Long.MIN_VALUE) {
                transaction.edit(elements.get(i)).setPosition(positions[i]);
            }
        }
    }

    private Map<String, Long> positions(long owner, int field) throws SQLException {
        Map<String, Long> positions = new HashMap<>();
        int root = RowKeys.rootNumber(owner);
        for (StoredType type : catalog.types()) {
            PreparedStatement query = session.statement("SELECT id, position FROM " + type.table()
                    + " WHERE row_key BETWEEN ? AND ? AND container = ? AND container_field = ?");
            query.setLong(1, RowKeys.first(root));
            query.setLong(2, RowKeys.last(root));
            query.setLong(3, owner);
            query.setInt(4, field);
            try (ResultSet result = query.executeQuery()) {
                while (result.next()) {
                    positions.put(result.getString(1), result.getLong(2));
                }
            }
        }
        return positions;
    }

    /**
     * @param old former positions in the wanted order; null for elements that are new
     * @return new positions; the least long for elements that keep theirs
     */
    private static long[] newPositions(List<Long> old, RootEntry root) {
        boolean[] kept = longestRising(old);
        long[] result = new long[old.size()];
        Arrays.fill(result, Long.MIN_VALUE);
        int i = 0;
        while (i < result.length) {
            if (kept[i]) {
                i++;
                continue;
            }
            int end = i;
            while (end < result.length && !kept[end]) {
                end++;
            }
            if (!fill(old, result, i, end, root)) {
                // No room is left somewhere: all move to the end, far apart again.
                for (int all = 0; all < result.length; all++) {
                    result[all] = root.newPosition();
                }
                return result;
            }
            i = end;
        }
        return result;
    }

    private static boolean fill(List<Long> old, long[] result, int start, int end, RootEntry root) {
        if (end == result.length) {
            for (int i = start; i < end; i++) {
                result[i] = root.newPosition();
            }
            return true;
        }
        long next = old.get(end);
        long step = RootEntry.GAP;
        if (start > 0) {
            step = (next - old.get(start - 1)) / (end - start + 1);
        }
        for (int i = end - 1; i >= start; i--) {
            next -= step;
            result[i] = next;
        }
        return step > 0;
    }

    /** @return which elements are in a longest strictly rising sequence of positions */
    private static boolean[] longestRising(List<Long> positions) {
        int size = positions.size();
        int[] lastOfLength = new int[size + 1];
        int[] previous = new int[size];
        int longest = 0;
        for (int i = 0; i < size; i++) {
            if (positions.get(i) == null) {
                continue;
            }
            int low = 1;
            int high = longest;
            while (low <= high) {
                int middle = (low + high) >>> 1;
                if (positions.get(lastOfLength[middle]) < positions.get(i)) {
                    low = middle + 1;
                } else {
                    high = middle - 1;
                }
            }
            previous[i] = low == 1 ? -1 : lastOfLength[low - 1];
            lastOfLength[low] = i;
            longest = Math.max(longest, low);
        }
        boolean[] kept = new boolean[size];
        for (int i = longest == 0 ? -1 : lastOfLength[longest]; i >= 0; i = previous[i]) {
            kept[i] = true;
        }
        return kept;
    }
}
