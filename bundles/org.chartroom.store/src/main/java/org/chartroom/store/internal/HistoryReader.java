package org.chartroom.store.internal;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.chartroom.core.workspace.FieldChange;
import org.chartroom.core.workspace.HistoryQuery;
import org.chartroom.core.workspace.Revision;
import org.chartroom.core.workspace.WorkspaceException;
import org.eclipse.osgi.util.NLS;

/** Tells what changed, from the versions of rows; used once. */
final class HistoryReader {
    private static final int PAGE = 500;
    private static final String SEPARATOR = ", ";

    private record Entry(long number, StoredType type, long firstKey, long lastKey, char kind) {
        long revision() {
            return ChangeLog.revision(number);
        }
    }

    private record Link(LinkRow row, long validTo) {
        boolean isValid(long revision) {
            return row.validFrom() <= revision && revision < validTo;
        }
    }

    private final Database.Session session;
    private final TypeCatalog catalog;
    private final RowVerifier verifier;
    private final Checksums checksums = new Checksums();
    private final HistoryQuery query;
    private final List<FieldChange> changes = new ArrayList<>();
    private final Map<Long, Revision> revisions = new HashMap<>();
    private final Map<Integer, String> rootIds = new HashMap<>();

    HistoryReader(Database.Session session, TypeCatalog catalog, RowVerifier verifier, HistoryQuery query) {
        this.session = session;
        this.catalog = catalog;
        this.verifier = verifier;
        this.query = query;
    }

    List<FieldChange> read() throws SQLException {
        long firstKey = 0;
        long lastKey = Long.MAX_VALUE;
        if (query.rootId().isPresent()) {
            PreparedStatement select = session.statement("SELECT number FROM root WHERE id = ?");
            select.setString(1, query.rootId().get());
            try (ResultSet result = select.executeQuery()) {
                if (!result.next()) {
                    return List.of();
                }
                firstKey = RowKeys.first(result.getInt(1));
                lastKey = RowKeys.last(result.getInt(1));
            }
        }
        if (query.elementId().isPresent()) {
            readElement(query.elementId().get(), firstKey, lastKey);
        } else {
            readLog(firstKey, lastKey);
        }
        return List.copyOf(changes);
    }

    private boolean isFull() {
        return changes.size() >= query.limit();
    }

    private void readElement(String elementId, long firstKey, long lastKey) throws SQLException {
        List<Entry> entries = new ArrayList<>();
        for (StoredType type : catalog.types()) {
            PreparedStatement select = session.statement("SELECT row_key FROM " + type.table()
                    + " WHERE id = ? UNION SELECT row_key FROM deleted WHERE id = ? AND type = ?");
            select.setString(1, elementId);
            select.setString(2, elementId);
            select.setInt(3, type.id());
            List<Long> keys = new ArrayList<>();
            try (ResultSet result = select.executeQuery()) {
                while (result.next()) {
                    keys.add(result.getLong(1));
                }
            }
            for (long key : keys) {
                if (key >= firstKey && key <= lastKey) {
                    addVersions(type, key, entries);
                }
            }
        }
        entries.sort(Comparator.comparingLong(Entry::number).reversed());
        for (Entry entry : entries) {
            if (isFull()) {
                return;
            }
            add(entry);
        }
    }

    private void addVersions(StoredType type, long key, List<Entry> entries) throws SQLException {
        PreparedStatement select = session.statement("SELECT valid_from, valid_to FROM " + type.historyTable()
                + " WHERE row_key = ? UNION ALL SELECT valid_from, " + RootLoader.NEWEST + " FROM " + type.table()
                + " WHERE row_key = ? ORDER BY 1");
        select.setLong(1, key);
        select.setLong(2, key);
        long end = RootLoader.NEWEST;
        try (ResultSet result = select.executeQuery()) {
            while (result.next()) {
                long from = result.getLong(1);
                if (from != end && end != RootLoader.NEWEST) {
                    entries.add(new Entry(ChangeLog.firstEntry(end), type, key, key, ChangeLog.DELETED));
                }
                entries.add(new Entry(ChangeLog.firstEntry(from), type, key, key,
                        from == end ? ChangeLog.UPDATED : ChangeLog.CREATED));
                end = result.getLong(2);
            }
        }
        if (end != RootLoader.NEWEST) {
            entries.add(new Entry(ChangeLog.firstEntry(end), type, key, key, ChangeLog.DELETED));
        }
    }

    private void readLog(long firstKey, long lastKey) throws SQLException {
        long before = Long.MAX_VALUE;
        while (!isFull()) {
            List<Entry> page = readPage(before, firstKey, lastKey);
            for (Entry entry : page) {
                if (!isFull()) {
                    add(entry);
                }
            }
            if (page.size() < PAGE) {
                return;
            }
            before = page.get(page.size() - 1).number;
        }
    }

    private List<Entry> readPage(long before, long firstKey, long lastKey) throws SQLException {
        PreparedStatement select = session.statement("SELECT entry, type, first_key, last_key, kind FROM change"
                + " WHERE entry < ? AND last_key >= ? AND first_key <= ? ORDER BY entry DESC LIMIT " + PAGE);
        select.setLong(1, before);
        select.setLong(2, firstKey);
        select.setLong(3, lastKey);
        List<Entry> page = new ArrayList<>();
        try (ResultSet result = select.executeQuery()) {
            while (result.next()) {
                page.add(entry(result));
            }
        }
        return page;
    }

    /** @throws WorkspaceException of kind DAMAGED when no commit writes such an entry */
    private Entry entry(ResultSet result) throws SQLException {
        long number = result.getLong(1);
        StoredType type = catalog.type(result.getInt(2));
        String kind = result.getString(5);
        if (type == null || !ChangeLog.isKind(kind) || result.getLong(4) < result.getLong(3)) {
            throw damaged(ChangeLog.revision(number));
        }
        return new Entry(number, type, result.getLong(3), result.getLong(4), kind.charAt(0));
    }

    private static WorkspaceException damaged(long revision) {
        return new WorkspaceException(WorkspaceException.Kind.DAMAGED, NLS.bind(Messages.damagedRevision, revision));
    }

    private void add(Entry entry) throws SQLException {
        if (!query.accepts(revision(entry.revision()))) {
            return;
        }
        if (entry.kind != ChangeLog.UPDATED) {
            if (query.feature().isEmpty()) {
                addWhole(entry);
            }
            return;
        }
        StoredType type = entry.type;
        List<StoredRow> olds = versions("SELECT " + type.columns() + " FROM " + type.historyTable()
                + " WHERE row_key BETWEEN ? AND ? AND valid_to = ? ORDER BY row_key", type, entry);
        Map<Long, StoredRow> news = new HashMap<>();
        for (String table : List.of(type.table(), type.historyTable())) {
            versions("SELECT " + type.columns() + " FROM " + table
                    + " WHERE row_key BETWEEN ? AND ? AND valid_from = ?", type, entry)
                    .forEach(row -> news.put(row.key(), row));
        }
        for (StoredRow old : olds) {
            StoredRow present = news.get(old.key());
            if (present != null) {
                compare(old, present);
            }
        }
    }

    private List<StoredRow> versions(String sql, StoredType type, Entry entry) throws SQLException {
        PreparedStatement select = session.statement(sql);
        select.setLong(1, entry.firstKey);
        select.setLong(2, entry.lastKey);
        select.setLong(3, entry.revision());
        List<StoredRow> rows = new ArrayList<>();
        try (ResultSet result = select.executeQuery()) {
            while (result.next()) {
                StoredRow row = type.read(result);
                verifier.check(checksums, row);
                rows.add(row);
            }
        }
        return rows;
    }

    private void addWhole(Entry entry) throws SQLException {
        FieldChange.Kind kind = entry.kind == ChangeLog.CREATED ? FieldChange.Kind.CREATED : FieldChange.Kind.DELETED;
        PreparedStatement select = session.statement("SELECT DISTINCT row_key, id FROM (SELECT row_key, id FROM "
                + entry.type.table() + " WHERE row_key BETWEEN ? AND ? UNION ALL SELECT row_key, id FROM "
                + entry.type.historyTable() + " WHERE row_key BETWEEN ? AND ?) ORDER BY row_key LIMIT ?");
        select.setLong(1, entry.firstKey);
        select.setLong(2, entry.lastKey);
        select.setLong(3, entry.firstKey);
        select.setLong(4, entry.lastKey);
        select.setInt(5, query.limit() - changes.size());
        Map<Long, String> ids = new LinkedHashMap<>();
        try (ResultSet result = select.executeQuery()) {
            while (result.next()) {
                ids.put(result.getLong(1), result.getString(2));
            }
        }
        for (Map.Entry<Long, String> id : ids.entrySet()) {
            changes.add(new FieldChange(revision(entry.revision()), rootId(id.getKey()), id.getValue(),
                    entry.type.name(), kind, "", null, null));
        }
    }

    private void compare(StoredRow old, StoredRow present) throws SQLException {
        for (StoredField field : present.type().fields()) {
            if (field.kind().parts().isEmpty()) {
                continue;
            }
            if (!field.isEqual(old.cells(), present.cells())) {
                addField(present, field.name(), field.text(old.cells()), field.text(present.cells()));
            }
        }
        if (old.container() != present.container() || old.containerField() != present.containerField()) {
            addField(present, fieldName(present.containerField()), elementId(old.container()),
                    elementId(present.container()));
        }
        compareLists(present);
    }

    private void compareLists(StoredRow present) throws SQLException {
        if (present.type().fields().stream().noneMatch(field -> field.kind().isMany())) {
            return;
        }
        PreparedStatement select = session.statement("SELECT " + LinkRows.COLUMNS + ", " + RootLoader.NEWEST
                + " FROM link WHERE owner = ? UNION ALL SELECT " + LinkRows.COLUMNS
                + ", valid_to FROM link_history WHERE owner = ? ORDER BY field, position");
        select.setLong(1, present.key());
        select.setLong(2, present.key());
        Map<Integer, List<Link>> links = new LinkedHashMap<>();
        try (ResultSet result = select.executeQuery()) {
            while (result.next()) {
                Link link = new Link(LinkRows.read(result), result.getLong(10));
                links.computeIfAbsent(link.row.field(), field -> new ArrayList<>()).add(link);
            }
        }
        for (Map.Entry<Integer, List<Link>> list : links.entrySet()) {
            String old = text(list.getValue(), present.validFrom() - 1);
            String now = text(list.getValue(), present.validFrom());
            if (!Objects.equals(old, now)) {
                addField(present, present.type().field(list.getKey()).name(), old, now);
            }
        }
    }

    private static String text(List<Link> links, long revision) {
        List<String> values = links.stream().filter(link -> link.isValid(revision)).map(link -> link.row.text())
                .collect(Collectors.toList());
        return values.isEmpty() ? null : String.join(SEPARATOR, values);
    }

    private void addField(StoredRow row, String feature, String old, String now) throws SQLException {
        if (!isFull() && (query.feature().isEmpty() || query.feature().get().equals(feature))) {
            changes.add(new FieldChange(revision(row.validFrom()), rootId(row.key()), row.id(), row.type().name(),
                    FieldChange.Kind.UPDATED, feature, old, now));
        }
    }

    private String fieldName(int fieldId) {
        return catalog.types().stream().map(type -> type.field(fieldId)).filter(Objects::nonNull).findFirst()
                .map(StoredField::name).orElse("");
    }

    private String elementId(long key) throws SQLException {
        for (StoredType type : catalog.types()) {
            PreparedStatement select = session.statement("SELECT id FROM " + type.table()
                    + " WHERE row_key = ? UNION SELECT id FROM " + type.historyTable() + " WHERE row_key = ?");
            select.setLong(1, key);
            select.setLong(2, key);
            try (ResultSet result = select.executeQuery()) {
                if (result.next()) {
                    return result.getString(1);
                }
            }
        }
        return null;
    }

    private Revision revision(long number) throws SQLException {
        Revision revision = revisions.get(number);
        if (revision == null) {
            revision = RevisionLog.find(session, number).orElseThrow(() -> damaged(number));
            revisions.put(number, revision);
        }
        return revision;
    }

    private String rootId(long key) throws SQLException {
        int number = RowKeys.rootNumber(key);
        String id = rootIds.get(number);
        if (id == null) {
            PreparedStatement select = session.statement("SELECT id FROM root WHERE number = ?");
            select.setInt(1, number);
            try (ResultSet result = select.executeQuery()) {
                result.next();
                id = result.getString(1);
            }
            rootIds.put(number, id);
        }
        return id;
    }
}
