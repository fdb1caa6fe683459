package org.chartroom.ui.forms.grid;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.ui.WorkbenchException;
import org.eclipse.ui.XMLMemento;
import org.osgi.service.prefs.BackingStoreException;
import org.osgi.service.prefs.Preferences;

/** The views a user saved for the grids of one id, and the one that was used last; kept with the user's preferences. */
final class GridViews {
    private static final String NODE = "org.chartroom.ui.forms";
    private static final String VIEWS = "gridViews";
    private static final String NAMED = "named";
    private static final String LAST = "last";
    private static final String ROOT = "view";

    private final String gridId;

    GridViews(String gridId) {
        this.gridId = gridId;
    }

    private Preferences node() {
        return InstanceScope.INSTANCE.getNode(NODE).node(VIEWS).node(gridId);
    }

    private Preferences named() {
        return node().node(NAMED);
    }

    /** @return the names of the saved views, in alphabetic order */
    List<String> names() {
        try {
            return Arrays.stream(named().keys()).sorted(String.CASE_INSENSITIVE_ORDER).toList();
        } catch (BackingStoreException e) {
            ILog.get().error("The saved views of " + gridId + " can't be read.", e);
            return List.of();
        }
    }

    Optional<GridView> find(String name) {
        return read(named().get(name, null));
    }

    void save(String name, GridView view) {
        named().put(name, write(view));
        flush();
    }

    void remove(String name) {
        named().remove(name);
        flush();
    }

    Optional<GridView> last() {
        return read(node().get(LAST, null));
    }

    void setLast(GridView view) {
        node().put(LAST, write(view));
        flush();
    }

    private void flush() {
        try {
            node().flush();
        } catch (BackingStoreException e) {
            ILog.get().error("The views of " + gridId + " can't be saved.", e);
        }
    }

    private static String write(GridView view) {
        XMLMemento memento = XMLMemento.createWriteRoot(ROOT);
        view.save(memento);
        StringWriter text = new StringWriter();
        try {
            memento.save(text);
        } catch (IOException e) {
            throw new IllegalStateException("A string can't fail to be written.", e);
        }
        return text.toString();
    }

    private Optional<GridView> read(String text) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(GridView.load(XMLMemento.createReadRoot(new StringReader(text))));
        } catch (WorkbenchException e) {
            ILog.get().warn("A saved view of " + gridId + " is damaged and is left out.", e);
            return Optional.empty();
        }
    }
}
