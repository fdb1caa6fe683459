package org.chartroom.store.internal;

import org.chartroom.core.store.FeatureName;
import org.chartroom.core.workspace.WorkspaceException;
import org.eclipse.osgi.util.NLS;
import org.chartroom.core.store.TypeName;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.chartroom.model.ModelPackage;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EPackage;
import org.eclipse.emf.ecore.EStructuralFeature;

/**
 * The types and fields a workspace knows, and their tables. Types are added and widened, never removed. Safe for use by
 * several threads; {@link #ensure} by the one that writes.
 */
final class TypeCatalog {
    private static final int DUPLICATE_KEY_CODE = 23505;

    private final Map<Integer, StoredType> byId = new ConcurrentHashMap<>();
    private final Map<TypeName, StoredType> byName = new ConcurrentHashMap<>();
    private final StoredPackages packages;
    private int lastType;
    private int lastField;
    /** Whether there may be rows about types that no revision covers yet. */
    private boolean uncovered = true;

    /** Reads the catalog of a workspace. */
    TypeCatalog(Database database) throws SQLException {
        Map<Integer, List<StoredField>> fields = new HashMap<>();
        try (ResultSet result = database.writer()
                .statement("SELECT id, type, name, kind, since FROM field ORDER BY id").executeQuery()) {
            while (result.next()) {
                lastField = result.getInt(1);
                addField(fields.computeIfAbsent(result.getInt(2), id -> new ArrayList<>()), lastField,
                        result.getString(3), FieldKind.valueOf(result.getString(4)), result.getLong(5));
            }
        }
        try (ResultSet result = database.writer().statement("SELECT id, ns_uri, name FROM type ORDER BY id")
                .executeQuery()) {
            while (result.next()) {
                lastType = result.getInt(1);
                register(new StoredType(lastType, result.getString(2), result.getString(3),
                        fields.getOrDefault(lastType, List.of())));
            }
        }
        packages = new StoredPackages(database.writer());
        database.writer().connection().commit();
    }

    /** Keeps the models of packages that were never kept, for the time when their plug-ins are absent. */
    void keepPackages(Database database) throws SQLException {
        for (StoredType type : types()) {
            EPackage ePackage = EPackage.Registry.INSTANCE.getEPackage(type.nsUri());
            if (ePackage != null && !packages.isKept(type.nsUri())
                    && ePackage.getEClassifier(type.name()) instanceof EClass eClass) {
                uncovered |= packages.keep(database.writer(), eClass);
            }
        }
        database.writer().connection().commit();
    }

    /** @return whether a package is registered now, and would be kept with this content */
    boolean isRegisteredAs(String nsUri, String content) {
        return StoredPackages.isRegisteredAs(nsUri, content);
    }

    private static void addField(List<StoredField> fields, int id, String name, FieldKind kind, long since) {
        int offset = 0;
        if (!fields.isEmpty()) {
            StoredField last = fields.get(fields.size() - 1);
            offset = last.offset() + last.kind().parts().size();
        }
        fields.add(new StoredField(id, name, kind, since, offset));
    }

    private void register(StoredType type) {
        byId.put(type.id(), type);
        byName.put(new TypeName(type.nsUri(), type.name()), type);
    }

    boolean isUncovered() {
        return uncovered;
    }

    /** To be called when a revision that covers all rows about types is committed. */
    void setCovered() {
        uncovered = false;
    }

    Collection<StoredType> types() {
        return byId.values();
    }

    /** @return the type; null when the workspace does not know the class */
    StoredType type(EClass eClass) {
        return type(TypeName.of(eClass));
    }

    /** @return the type; null when the workspace does not know the class */
    StoredType type(TypeName name) {
        return byName.get(name);
    }

    /** @return the type that has a field of a number */
    StoredType typeOfField(int field) {
        return byId.values().stream().filter(type -> type.fields().stream().anyMatch(one -> one.id() == field))
                .findAny()
                .orElseThrow();
    }

    StoredType type(int id) {
        return byId.get(id);
    }

    /**
     * @return the class that is registered for a type now; while its plug-in is absent, the one that was registered when
     *         it was stored last; null when that is not known either
     */
    EClass eClass(StoredType type) {
        EPackage ePackage = packages.find(type.nsUri());
        return ePackage != null && ePackage.getEClassifier(type.name()) instanceof EClass eClass
                && !eClass.isAbstract() ? eClass : null;
    }

    /**
     * @param type a type
     * @return how its objects are read; null when its class is not known
     */
    TypeBinding binding(StoredType type) {
        EClass eClass = eClass(type);
        return eClass == null ? null : type.binding(eClass);
    }

    /**
     * Makes the tables of a class fit the features that it has now. Nothing is to be done for a class whose plug-in is
     * absent: nothing new is written of it. Ends the transaction when there was anything to do.
     *
     * @throws WorkspaceException of kind INVALID when nobody knows the class
     */
    void ensure(Database database, TypeName name, long revision) throws SQLException {
        EPackage ePackage = EPackage.Registry.INSTANCE.getEPackage(name.namespace());
        if (ePackage != null && ePackage.getEClassifier(name.name()) instanceof EClass eClass) {
            ensure(database, eClass, revision);
        } else if (type(name) == null) {
            throw new WorkspaceException(WorkspaceException.Kind.INVALID,
                    NLS.bind(Messages.classUnknown, name.name(), name.namespace()));
        }
    }

    /** Makes the tables of a class fit its features. Ends the transaction when there was anything to do. */
    void ensure(Database database, EClass eClass, long revision) throws SQLException {
        if (packages.keep(database.writer(), eClass)) {
            uncovered = true;
            database.writer().connection().commit();
        }
        StoredType type = type(eClass);
        List<EStructuralFeature> missing = new ArrayList<>();
        for (EStructuralFeature feature : eClass.getEAllStructuralFeatures()) {
            if (feature != ModelPackage.Literals.ELEMENT__ID && FeatureName.isStored(feature)
                    && (type == null || type.field(feature.getName(), FieldKind.of(feature)) == null)) {
                missing.add(feature);
            }
        }
        if (type == null || !missing.isEmpty()) {
            boolean isNew = type == null;
            List<StoredField> fields = new ArrayList<>(isNew ? List.of() : type.fields());
            int typeId = isNew ? lastType + 1 : type.id();
            int field = lastField;
            for (EStructuralFeature feature : missing) {
                addField(fields, ++field, feature.getName(), FieldKind.of(feature), isNew ? 0 : revision);
            }
            StoredType changed = new StoredType(typeId, eClass.getEPackage().getNsURI(), eClass.getName(), fields);
            uncovered = true;
            insert(database, changed, isNew ? 0 : type.fields().size(), isNew);
            Steps.passed();
            makeTables(database, changed);
            lastType = Math.max(lastType, typeId);
            lastField = field;
            register(changed);
        }
    }

    /** Names first, tables second: tables that a killed process did not get to are made when the workspace opens. */
    private static void insert(Database database, StoredType type, int firstField, boolean isNew)
            throws SQLException {
        if (isNew) {
            PreparedStatement insert = database.writer()
                    .statement("INSERT INTO type (id, ns_uri, name) VALUES (?, ?, ?)");
            insert.setInt(1, type.id());
            insert.setString(2, type.nsUri());
            insert.setString(3, type.name());
            insert.execute();
        }
        PreparedStatement insert = database.writer()
                .statement("INSERT INTO field (id, type, name, kind, since) VALUES (?, ?, ?, ?, ?)");
        for (StoredField field : type.fields().subList(firstField, type.fields().size())) {
            insert.setInt(1, field.id());
            insert.setInt(2, type.id());
            insert.setString(3, field.name());
            insert.setString(4, field.kind().name());
            insert.setLong(5, field.since());
            insert.execute();
        }
        database.writer().connection().commit();
    }

    /**
     * Makes what is missing of the tables of types that no revision wrote to: a process that was killed between noting a
     * type and making its tables left them so. To be called when {@link #lost} says that there is nothing else: a table
     * that a revision wrote to was there, what was in it is gone, and an empty one would hide that.
     */
    void repairTables(Database database) throws SQLException {
        Map<String, Integer> columns = new HashMap<>();
        try (ResultSet result = database.writer().statement(
                "SELECT table_name, COUNT(*) FROM information_schema.columns WHERE table_schema = 'PUBLIC'"
                        + " GROUP BY table_name")
                .executeQuery()) {
            while (result.next()) {
                columns.put(result.getString(1), result.getInt(2));
            }
        }
        Set<String> indexes = new HashSet<>();
        try (ResultSet result = database.writer()
                .statement("SELECT index_name FROM information_schema.indexes WHERE table_schema = 'PUBLIC'")
                .executeQuery()) {
            while (result.next()) {
                indexes.add(result.getString(1));
            }
        }
        for (StoredType type : types()) {
            String table = type.table().toUpperCase(Locale.ROOT);
            String history = type.historyTable().toUpperCase(Locale.ROOT);
            int wanted = StoredType.SYSTEM_COLUMNS.size() + type.cellCount();
            if (columns.getOrDefault(table, 0) != wanted || columns.getOrDefault(history, 0) != wanted + 1
                    || !indexes.contains(table + "_ID") || !indexes.contains(history + "_KEY")) {
                makeTables(database, type);
            }
        }
    }

    /**
     * What was written to is what a revision covers, or what the log of changes tells of.
     *
     * @return the table, or the column of one, that is missing though it was written to
     */
    Optional<String> lost(Database database) throws SQLException {
        Set<String> present = new HashSet<>();
        try (ResultSet result = database.writer().statement("SELECT table_name, column_name FROM"
                + " information_schema.columns WHERE table_schema = 'PUBLIC'").executeQuery()) {
            while (result.next()) {
                present.add(result.getString(1).toLowerCase(Locale.ROOT));
                present.add((result.getString(1) + "." + result.getString(2)).toLowerCase(Locale.ROOT));
            }
        }
        Set<Integer> types = numbers(database, "SELECT id FROM type WHERE added IS NOT NULL");
        if (!types.containsAll(byId.keySet())) {
            // A workspace of the first version, say. The log is long, so it is only read when it has to be.
            types.addAll(numbers(database, "SELECT DISTINCT type FROM change"));
        }
        Set<Integer> fields = numbers(database, "SELECT id FROM field WHERE added IS NOT NULL");
        for (StoredType type : types()) {
            for (String table : List.of(type.table(), type.historyTable())) {
                if (types.contains(type.id()) && !present.contains(table)) {
                    return Optional.of(table);
                }
                for (StoredField field : type.fields()) {
                    for (int part = 0; part < field.kind().parts().size(); part++) {
                        String column = table + "." + field.column(part);
                        if (fields.contains(field.id()) && !present.contains(column)) {
                            return Optional.of(column);
                        }
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static Set<Integer> numbers(Database database, String query) throws SQLException {
        Set<Integer> numbers = new HashSet<>();
        try (ResultSet result = database.writer().statement(query).executeQuery()) {
            while (result.next()) {
                numbers.add(result.getInt(1));
            }
        }
        return numbers;
    }

    /** Rows are found by id more slowly until the index is made again; {@link #repairTables} does that after a crash. */
    static void dropIdIndex(Database database, StoredType type) throws SQLException {
        database.define("DROP INDEX IF EXISTS " + type.table() + "_id");
    }

    static void makeIdIndex(Database database, StoredType type) throws SQLException {
        database.define("CREATE UNIQUE INDEX IF NOT EXISTS " + type.table() + "_id ON " + type.table() + " (id)");
    }

    /** Makes them anew for all types: what is in them may not fit the rows. */
    static void remakeIdIndexes(Database database) throws SQLException {
        for (StoredType type : typesWithTable(database)) {
            dropIdIndex(database, type);
            makeIdIndex(database, type);
        }
    }

    /** Makes those that a process which was killed had taken away. */
    static void makeMissingIdIndexes(Database database) throws SQLException {
        for (StoredType type : typesWithTable(database)) {
            try {
                makeIdIndex(database, type);
            } catch (SQLException e) {
                if (e.getErrorCode() != DUPLICATE_KEY_CODE) {
                    throw e;
                }
                // Nobody who was killed left an id there twice: the index stays away, and that is told as a loss.
            }
        }
    }

    private static List<StoredType> typesWithTable(Database database) throws SQLException {
        if (Schema.version(database) != Schema.VERSION) {
            // It is made what it should be when it is brought to this version.
            return List.of();
        }
        Set<String> tables = new HashSet<>();
        try (ResultSet result = database.writer().statement("SELECT table_name FROM information_schema.columns"
                + " WHERE table_schema = 'PUBLIC' AND column_name = 'ID'").executeQuery()) {
            while (result.next()) {
                tables.add(result.getString(1));
            }
        }
        return new TypeCatalog(database).types().stream()
                .filter(type -> tables.contains(type.table().toUpperCase(Locale.ROOT))).toList();
    }

    private static void makeTables(Database database, StoredType type) throws SQLException {
        String columns = String.join(", ", StoredType.systemColumns());
        define(database, type, type.table(), columns + ", PRIMARY KEY (row_key)");
        Steps.passed();
        makeIdIndex(database, type);
        define(database, type, type.historyTable(), columns + ", valid_to BIGINT NOT NULL");
        database.define("CREATE UNIQUE INDEX IF NOT EXISTS " + type.historyTable() + "_key ON " + type.historyTable()
                + " (row_key, valid_from)");
    }

    private static void define(Database database, StoredType type, String table, String system) throws SQLException {
        database.define("CREATE TABLE IF NOT EXISTS " + table + " (" + system + ")");
        List<String> present = new ArrayList<>();
        PreparedStatement query = database.writer().statement(
                "SELECT LOWER(column_name) FROM information_schema.columns WHERE table_schema = 'PUBLIC'"
                        + " AND table_name = UPPER(?)");
        query.setString(1, table);
        try (ResultSet result = query.executeQuery()) {
            while (result.next()) {
                present.add(result.getString(1));
            }
        }
        List<String> missing = new ArrayList<>();
        for (int cell = 0; cell < type.cellCount(); cell++) {
            if (!present.contains(type.cellColumn(cell))) {
                missing.add(type.cellColumn(cell) + " " + type.cellType(cell).sql());
            }
        }
        if (!missing.isEmpty()) {
            database.define("ALTER TABLE " + table + " ADD (" + String.join(", ", missing) + ")");
        }
    }
}
