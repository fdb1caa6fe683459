package org.chartroom.store.internal.file;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

import org.chartroom.store.internal.file.Catalogue.Uniqueness;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.Page;
import org.h2.mvstore.type.DataType;
import org.h2.mvstore.type.LongDataType;
import org.h2.mvstore.type.StringDataType;
import org.h2.mvstore.tx.VersionedValueType;
import org.h2.value.VersionedValue;

/**
 * Sees to it that what is found by searching is what is there. A query finds rows by the order of keys in the pages of a
 * table and by its indexes, and both could be altered so that a row is there and no search leads to it. Each tree is
 * walked: its keys must rise and lie where the pages above them say; each index must have an entry for each row of its
 * table and no other. Used once.
 */
public final class StructureVerifier {
    private final MVStore store;
    private final Catalogue catalogue;
    private final Consumer<String> tables;
    private final Consumer<String> indexes;
    private final Spread spread = new Spread();

    private StructureVerifier(MVStore store, Catalogue catalogue, Consumer<String> tables,
            Consumer<String> indexes) {
        this.store = store;
        this.catalogue = catalogue;
        this.tables = tables;
        this.indexes = indexes;
    }

    /** The number of entries and the sum of their hashes: the same for equal entries in any order. */
    private static final class Sum {
        private long count;
        private long sum;

        private void add(long hash) {
            count++;
            sum += hash;
        }

        private boolean isEqualTo(Sum other) {
            return count == other.count && sum == other.sum;
        }
    }

    /**
     * Others may read the file meanwhile.
     *
     * @param file a database file that nobody writes, and that no transaction was left open in
     * @param key its key
     * @param catalogue what the catalogue of the file defines
     * @param tables is told the names of tables that can't be searched
     * @param indexes is told the names of indexes that do not fit their tables
     */
    public static void verify(Path file, FileKey key, Catalogue catalogue, Consumer<String> tables,
            Consumer<String> indexes) {
        MVStore store = CatalogueReader.openBeside(file, key);
        try {
            StructureVerifier verifier = new StructureVerifier(store, catalogue, tables, indexes);
            verifier.verifyMaps();
            verifier.catalogue.tables().values().forEach(verifier::verifyTable);
        } finally {
            store.closeImmediately();
        }
    }

    /** The names of maps, too, are found by searching. */
    private void verifyMaps() {
        Set<String> names = new HashSet<>();
        boolean isOrdered = isOrdered(store.getMetaMap(), StringDataType.INSTANCE, (key, value) -> names.add(key));
        if (!isOrdered || !names.equals(store.getMetaMap().keySet())) {
            tables.accept("of tables");
        }
    }

    private void verifyTable(Catalogue.Table table) {
        List<Catalogue.Index> kept = new ArrayList<>();
        List<Sum> wanted = new ArrayList<>();
        List<int[]> places = new ArrayList<>();
        int keyColumn = -1;
        for (Catalogue.Index index : catalogue.indexes()) {
            if (index.table().equals(table.name())) {
                int[] columns = index.columns().stream().mapToInt(table::place).toArray();
                if (index.uniqueness() == Uniqueness.PRIMARY && !store.hasMap(map(index)) && columns.length == 1) {
                    // The number in this column is the key of the row itself.
                    keyColumn = columns[0];
                } else {
                    kept.add(index);
                    wanted.add(new Sum());
                    places.add(columns);
                }
            }
        }
        int key = keyColumn;
        boolean[] fits = {true};
        MVMap<Long, VersionedValue<Object[]>> rows = open("table." + table.id(), LongDataType.INSTANCE,
                new VersionedValueType<Object[], Object>(StoredRowType.ofTable(table.columns().size(),
                        asked(places, keyColumn))));
        boolean isOrdered = rows != null && isOrdered(rows, LongDataType.INSTANCE, (number, versions) -> {
            Object[] row = versions.getCurrentValue();
            if (row == null || versions.getOperationId() != 0 || key >= 0 && !number.equals(row[key])) {
                fits[0] = false;
                return;
            }
            for (int i = 0; i < kept.size(); i++) {
                wanted.get(i).add(hash(row, places.get(i), number));
            }
        });
        if (!isOrdered || !fits[0]) {
            tables.accept(table.name());
        }
        for (int i = 0; i < kept.size(); i++) {
            verifyIndex(kept.get(i), wanted.get(i));
        }
    }

    private static BitSet asked(List<int[]> places, int keyColumn) {
        BitSet asked = new BitSet();
        places.forEach(columns -> Arrays.stream(columns).forEach(asked::set));
        if (keyColumn >= 0) {
            asked.set(keyColumn);
        }
        return asked;
    }

    private void verifyIndex(Catalogue.Index index, Sum wanted) {
        int columns = index.columns().size();
        int[] places = new int[columns];
        for (int i = 0; i < columns; i++) {
            places[i] = i;
        }
        Sum found = new Sum();
        StoredRowType keys = StoredRowType.ofIndex(columns);
        MVMap<Object[], VersionedValue<Object>> entries = open(map(index), keys,
                new VersionedValueType<Object, Object>(new NothingType()));
        boolean isOrdered = entries != null && isOrdered(entries, keys,
                (key, nothing) -> found.add(hash(key, places, (Long) key[columns])));
        if (!isOrdered || !found.isEqualTo(wanted)) {
            indexes.accept(index.name());
        }
    }

    private static String map(Catalogue.Index index) {
        return "index." + index.id();
    }

    private <K, V> MVMap<K, V> open(String name, DataType<K> keys, DataType<V> values) {
        return store.hasMap(name)
                ? store.openMap(name, new MVMap.Builder<K, V>().keyType(keys).valueType(values))
                : null;
    }

    private <K, V> boolean isOrdered(MVMap<K, V> map, DataType<? super K> order, BiConsumer<K, V> entries) {
        return isOrdered(map.getRootPage(), order, null, null, entries);
    }

    /** Keys rise, are not below the first bound and are below the second. */
    private static <K, V> boolean isOrdered(Page<K, V> page, DataType<? super K> order, K from, K below,
            BiConsumer<K, V> entries) {
        boolean isOrdered = true;
        K before = null;
        for (int i = 0; i < page.getKeyCount(); i++) {
            K key = page.getKey(i);
            isOrdered &= before == null || order.compare(before, key) < 0;
            isOrdered &= from == null || order.compare(from, key) <= 0;
            isOrdered &= below == null || order.compare(key, below) < 0;
            before = key;
            if (page.isLeaf()) {
                entries.accept(key, page.getValue(i));
            }
        }
        long total = page.getKeyCount();
        if (!page.isLeaf()) {
            total = 0;
            for (int i = 0; i <= page.getKeyCount(); i++) {
                Page<K, V> child = page.getChildPage(i);
                total += child.getTotalCount();
                isOrdered &= isOrdered(child, order, i == 0 ? from : page.getKey(i - 1),
                        i == page.getKeyCount() ? below : page.getKey(i), entries);
            }
        }
        return isOrdered && total == page.getTotalCount();
    }

    private long hash(Object[] values, int[] places, long key) {
        long hash = spread.first(key);
        for (int place : places) {
            Object value = values[place];
            if (value instanceof String text) {
                hash = Spread.of(hash + text.length());
                for (int i = 0; i < text.length(); i++) {
                    hash = hash * Spread.FACTOR_1 + text.charAt(i);
                }
                hash = Spread.of(hash);
            } else if (value instanceof Long number) {
                hash = Spread.of(hash * Spread.FACTOR_2 + number);
            } else {
                hash = Spread.of(hash + 1);
            }
        }
        return hash;
    }
}
