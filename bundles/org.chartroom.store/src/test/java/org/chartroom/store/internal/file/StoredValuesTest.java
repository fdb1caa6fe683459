package org.chartroom.store.internal.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.List;

import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.db.ValueDataType;
import org.h2.value.Value;
import org.h2.value.ValueBigint;
import org.h2.value.ValueBoolean;
import org.h2.value.ValueChar;
import org.h2.value.ValueDate;
import org.h2.value.ValueDecfloat;
import org.h2.value.ValueDouble;
import org.h2.value.ValueInteger;
import org.h2.value.ValueNull;
import org.h2.value.ValueTimestampTimeZone;
import org.h2.value.ValueVarbinary;
import org.h2.value.ValueVarchar;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Values as H2 writes them are read, and passed over, to their end. */
class StoredValuesTest {
    private static final int ARRAY = 17;

    @Provide
    Arbitrary<Value> values() {
        Arbitrary<String> texts = Arbitraries.strings().ofMaxLength(200);
        return Arbitraries.oneOf(texts.map(text -> ValueVarchar.get(text)), texts.map(text -> ValueChar.get(text)),
                Arbitraries.longs().map(ValueBigint::get), Arbitraries.integers().map(ValueInteger::get),
                Arbitraries.doubles().map(ValueDouble::get), Arbitraries.of(true, false).map(ValueBoolean::get),
                Arbitraries.bytes().array(byte[].class).ofMaxSize(80).map(ValueVarbinary::get),
                Arbitraries.bigDecimals().map(ValueDecfloat::get),
                Arbitraries.longs().between(-1_000_000, 1_000_000).map(ValueDate::fromDateValue),
                Arbitraries.integers().between(-60_000, 60_000)
                        .map(zone -> ValueTimestampTimeZone.fromDateValueAndNanos(1_000, 5_000_000_000L, zone)),
                Arbitraries.just(ValueNull.INSTANCE),
                Arbitraries.just(ValueDecfloat.get(new BigDecimal("1E+400"))));
    }

    private static ByteBuffer written(List<Value> values) {
        WriteBuffer buffer = new WriteBuffer();
        ValueDataType type = new ValueDataType();
        values.forEach(value -> type.write(buffer, value));
        ByteBuffer written = buffer.getBuffer();
        written.flip();
        return written;
    }

    @Property
    void passing_over_a_value_ends_where_reading_it_ends(@ForAll("values") Value value, @ForAll("values") Value next) {
        ByteBuffer read = written(List.of(value, next));
        ByteBuffer passed = read.duplicate();
        StoredValues.read(read);
        StoredValues.pass(passed);
        assertEquals(read.position(), passed.position());
        assertEquals(written(List.of(value)).limit(), passed.position());
    }

    @Property
    void texts_and_whole_numbers_are_read_as_they_were_written(@ForAll String text, @ForAll long number) {
        ByteBuffer buffer = written(List.of(ValueVarchar.get(text), ValueBigint.get(number)));
        assertEquals(text, StoredValues.read(buffer));
        assertEquals(number, StoredValues.read(buffer));
    }

    @Example
    void a_value_of_a_kind_that_no_workspace_has_is_refused_when_it_is_passed_over_too() {
        ByteBuffer array = ByteBuffer.wrap(new byte[]{ARRAY, 1, 1});
        assertThrows(StrangeFileException.class, () -> StoredValues.pass(array));
    }

    @Example
    void a_text_that_is_longer_than_what_is_left_is_refused_when_it_is_passed_over_too() {
        ByteBuffer text = ByteBuffer.wrap(new byte[]{(byte) 13, 100, 'a'});
        assertThrows(StrangeFileException.class, () -> StoredValues.pass(text));
    }
}
