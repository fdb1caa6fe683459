package org.chartroom.ui.forms.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;

class TabSeparatedTest {
    @Test
    void anyLineBreakEndsALine() {
        assertEquals(List.of(List.of("A"), List.of("B"), List.of("C")), TabSeparated.parse("A\rB\r\nC\n"));
        assertEquals(List.of(List.of("A"), List.of(""), List.of("B")), TabSeparated.parse("A\r\rB"));
    }

    @Test
    void quotesThatDoNotEncloseACellAreLetters() {
        assertEquals(List.of(List.of("\"Phase\" gate", "5\" disk")), TabSeparated.parse("\"Phase\" gate\t5\" disk"));
    }

    @Test
    void aQuoteThatIsNeverClosedSwallowsNothing() {
        assertEquals(List.of(List.of("\"open", "x"), List.of("next")), TabSeparated.parse("\"open\tx\nnext\n"));
    }

    @Test
    void aQuotedCellKeepsItsTabsBreaksAndQuotes() {
        assertEquals(List.of(List.of("a\tb\nc \"d\"", "")), TabSeparated.parse("\"a\tb\nc \"\"d\"\"\"\t"));
    }

    @Property(tries = 500)
    void anyTableThatIsWrittenIsReadBack(
            @ForAll @Size(min = 1, max = 4) List<@Size(min = 2, max = 2) List<@NotEmpty @Chars({'a', '"', '\t', '\n',
                    '\r', ' '}) String>> table) {
        StringBuilder text = new StringBuilder();
        table.forEach(line -> text.append(String.join("\t", line.stream()
                .map(cell -> '"' + cell.replace("\"", "\"\"") + '"').toList())).append('\n'));

        assertEquals(table, TabSeparated.parse(text.toString()));
    }
}
