package org.chartroom.exchange.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.chartroom.core.workspace.EditSession;
import org.chartroom.core.workspace.FieldChange;
import org.chartroom.core.workspace.HistoryQuery;
import org.chartroom.core.workspace.Revision;
import org.chartroom.core.workspace.Workspace;
import org.chartroom.model.Directory;
import org.chartroom.model.ImportRecord;
import org.chartroom.model.ModelFactory;
import org.junit.jupiter.api.Test;

/** Protocols with the revisions that brought them. */
class ImportRevisionsTest {
    private final Directory directory = ModelFactory.eINSTANCE.createDirectory();
    private final List<FieldChange> history = new ArrayList<>();
    private final List<HistoryQuery> asked = new ArrayList<>();

    ImportRevisionsTest() {
        directory.setId("d1");
    }

    private EditSession session() {
        Workspace workspace = (Workspace) Proxy.newProxyInstance(Workspace.class.getClassLoader(),
                new Class<?>[]{Workspace.class}, (proxy, method, arguments) -> {
                    asked.add((HistoryQuery) arguments[0]);
                    return history;
                });
        return (EditSession) Proxy.newProxyInstance(EditSession.class.getClassLoader(),
                new Class<?>[]{EditSession.class},
                (proxy, method, arguments) -> method.getName().equals("directory") ? directory : workspace);
    }

    private ImportRecord record(String id, String day) {
        ImportRecord record = ModelFactory.eINSTANCE.createImportRecord();
        record.setId(id);
        record.setImportedAt(Instant.parse(day + "T10:00:00Z"));
        directory.getImports().add(record);
        return record;
    }

    private void changed(long revision, String id, String type, FieldChange.Kind kind) {
        history.add(
                new FieldChange(new Revision(revision, Instant.EPOCH, "Ana", "", ""), "d1", id, type, kind, "", null,
                        null));
    }

    @Test
    void theRevisionsOfAllProtocolsAreAskedForAtOnce() {
        record("i1", "2026-01-31");
        record("i2", "2026-02-28");
        record("i3", "2026-03-31");
        changed(9, "i2", "ImportRecord", FieldChange.Kind.CREATED);
        changed(8, "p1", "Person", FieldChange.Kind.CREATED);
        changed(8, "i2", "ImportRecord", FieldChange.Kind.UPDATED);
        changed(7, "i1", "ImportRecord", FieldChange.Kind.CREATED);

        List<ImportProtocol.Entry> all = ImportProtocol.list(session());

        assertEquals(1, asked.size());
        assertEquals(Optional.of("d1"), asked.get(0).rootId());
        assertEquals(Integer.MAX_VALUE, asked.get(0).limit());
        assertEquals(List.of("i3", "i2", "i1"), all.stream().map(entry -> entry.record().getId()).toList());
        assertEquals(List.of(0L, 9L, 7L),
                all.stream().map(entry -> entry.revision().map(Revision::number).orElse(0L)).toList());
    }

    @Test
    void withoutProtocolsNothingIsAskedFor() {
        assertEquals(List.of(), ImportProtocol.list(session()));
        assertEquals(List.of(), asked);
    }
}
