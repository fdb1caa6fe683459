package org.chartroom.tests.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

import org.chartroom.core.workspace.ArtifactInfo;
import org.chartroom.core.workspace.EditSession;
import org.chartroom.model.Artifact;
import org.chartroom.model.Directory;
import org.chartroom.tests.driver.EditorPages;
import org.chartroom.tests.driver.SampleWorkspace;
import org.chartroom.tests.driver.UiDriver;
import org.chartroom.ui.forms.ArtifactEditor;
import org.chartroom.ui.forms.ArtifactOpening;
import org.eclipse.emf.common.util.TreeIterator;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EcorePackage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CLabel;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.swt.widgets.Widget;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A workspace whose texts are all long and full of what widgets take for marks: nothing is eaten, nothing freezes. */
class HostileTextUiTest {
    private static final String TEXT = "R&D <b>&amp; \"x\"\n" + "W".repeat(5_000);
    private static final int LONGEST_LABEL = 220;
    /** Some pages, with large letters: what is wider takes seconds and gigabytes to paint, and nobody scrolls through it. */
    private static final int WIDEST = 5_000;

    private final UiDriver driver = new UiDriver();
    private final SampleWorkspace sample = new SampleWorkspace(driver);

    @BeforeEach
    void fillWorkspace() {
        sample.fillWithExamples();
    }

    @AfterEach
    void closeEditors() {
        driver.doInUi(() -> driver.page().closeAllEditors(false));
        sample.empty();
        emptyDirectory();
    }

    /** Other tests find their people by name, and the sample leaves alone whom the directory has. */
    private void emptyDirectory() {
        try (EditSession session = sample.workspace().openSession()) {
            Directory directory = session.directory();
            directory.getPeople().clear();
            directory.getProjects().clear();
            directory.getVendors().clear();
            directory.getObjectives().clear();
            session.commit("");
        }
    }

    @Test
    void every_page_of_every_editor_opens_and_shows_each_letter() {
        setAll(TEXT);
        TreeSet<String> wrong = new TreeSet<>();
        for (ArtifactInfo artifact : sample.workspace().artifacts()) {
            ArtifactEditor editor = open(artifact);
            int pages = driver.inUi(() -> EditorPages.count(editor));
            for (int page = 0; page < pages; page++) {
                int shown = page;
                driver.doInUi(() -> EditorPages.show(editor, shown));
                driver.waitUntil("the window answers", () -> true);
                wrong.addAll(driver.inUi(() -> wrong(editor)));
            }
            driver.doInUi(() -> driver.page().closeEditor(editor, false));
        }
        assertEquals("", String.join("\n", wrong));
    }

    @Test
    void a_heading_shows_the_title_as_it_is_in_one_line() {
        setAll(TEXT);
        ArtifactEditor editor = open(sample.workspace().find("RSK-001").orElseThrow());

        String heading = driver.inUi(() -> editor.getActivePageInstance().getManagedForm().getForm().getText());

        assertTrue(heading.contains("R&&D <b>&&amp; \"x\" WWW"), heading);
        assertTrue(heading.endsWith("\u2026") && heading.length() < LONGEST_LABEL, heading);
        assertTrue(driver.inUi(editor::getTitle).startsWith("R&D <b>&amp; \"x\" WWW"));
    }

    @Test
    void trees_and_choices_show_each_text_in_one_line() {
        setAll(TEXT);
        open(sample.workspace().find("RSK-001").orElseThrow());

        driver.waitUntil("the navigator shows the titles", () -> lines().stream()
                .anyMatch(line -> line.startsWith("RSK-001  R&D")));
        assertEquals(List.of(), driver.inUi(() -> lines().stream()
                .filter(line -> line.contains("\n") || line.length() > LONGEST_LABEL).toList()));
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        driver.all(Tree.class).forEach(tree -> addLines(tree.getItems(), lines));
        driver.all(Combo.class).stream().filter(combo -> (combo.getStyle() & SWT.READ_ONLY) != 0)
                .forEach(combo -> lines.addAll(List.of(combo.getItems())));
        return lines;
    }

    private static void addLines(TreeItem[] items, List<String> lines) {
        for (TreeItem item : items) {
            lines.add(item.getText());
            addLines(item.getItems(), lines);
        }
    }

    @Test
    void a_stored_text_without_blanks_is_shown_in_pieces_and_said() {
        String longest = "W".repeat(120_000);
        try (EditSession session = sample.workspace().openSession()) {
            Artifact register = session.artifact(sample.workspace().find("RSK-001").orElseThrow().id()).orElseThrow();
            register.setSummary(longest);
            register.setTitle(longest);
            session.commit("");
        }
        ArtifactEditor editor = open(sample.workspace().find("RSK-001").orElseThrow());
        Text summary = field("summary");
        driver.waitUntil("the window answers", () -> true);

        assertEquals(longest, driver.inUi(summary::getText).replace("\n", ""), "all of it is shown");
        assertTrue(driver.inUi(() -> !summary.getEditable() && summary.getToolTipText().contains("in pieces")));
        assertTrue(driver.inUi(() -> !editor.isDirty()), "nothing was changed");
        driver.doInUi(() -> editor.editing().flush());
        assertEquals(longest, driver.inUi(() -> editor.editing().artifact().getSummary()));
        Text title = field("title");
        assertTrue(driver.inUi(() -> !title.getEditable() && title.getToolTipText().contains("the rest is not shown")));
        assertEquals(longest, driver.inUi(() -> editor.editing().artifact().getTitle()));
    }

    @Test
    void pasting_more_than_a_field_of_one_line_holds_is_refused_and_said() {
        open(sample.workspace().find("RSK-001").orElseThrow());
        Text title = field("title");
        String before = driver.inUi(title::getText);

        driver.doInUi(() -> title.insert("W".repeat(70_000)));

        assertEquals(before, driver.inUi(title::getText));
        assertTrue(driver.inUi(title::getToolTipText).startsWith("Nothing was pasted: "));
    }

    @Test
    void pasting_a_text_without_blanks_is_refused_and_said() {
        open(sample.workspace().find("RSK-001").orElseThrow());
        Text summary = field("summary");
        String before = driver.inUi(summary::getText);

        driver.doInUi(() -> summary.insert("W".repeat(120_000)));

        assertEquals(before, driver.inUi(summary::getText));
        assertTrue(driver.inUi(summary::getToolTipText).startsWith("Nothing was pasted: "));
    }

    private Text field(String feature) {
        return driver.find(Text.class, "the field " + feature,
                text -> feature.equals(text.getData("org.chartroom.feature")) && text.isVisible());
    }

    private ArtifactEditor open(ArtifactInfo artifact) {
        return (ArtifactEditor) driver.inUi(
                () -> ArtifactOpening.open(driver.page(), sample.workspace(), artifact, Optional.empty()));
    }

    private void setAll(String text) {
        try (EditSession session = sample.workspace().openSession()) {
            for (ArtifactInfo info : sample.workspace().artifacts()) {
                setAll(session.artifact(info.id()).orElseThrow(), text);
            }
            setAll(session.directory(), text);
            session.commit("");
        }
    }

    private static void setAll(EObject root, String text) {
        set(root, text);
        for (TreeIterator<EObject> all = root.eAllContents(); all.hasNext();) {
            set(all.next(), text);
        }
    }

    /** Keys and currencies have a form of their own, and no reader takes this for one. */
    private static void set(EObject object, String text) {
        for (EAttribute attribute : object.eClass().getEAllAttributes()) {
            if (attribute.getEAttributeType() == EcorePackage.Literals.ESTRING && attribute.isChangeable()
                    && !attribute.isDerived() && !attribute.isMany() && !attribute.isID()
                    && !List.of("key", "currency").contains(attribute.getName())) {
                object.eSet(attribute, text);
            }
        }
    }

    /** What is not shown as it is: by what has a mnemonic and by tool tips, both of which eat a single ampersand. */
    private List<String> wrong(ArtifactEditor editor) {
        List<String> wrong = new ArrayList<>();
        String place = editor.editing().root().eClass().getName() + ", " + editor.getActivePageInstance().getId()
                + ": ";
        for (Widget widget : driver.all(Widget.class)) {
            String text = text(widget);
            boolean wraps = (widget.getStyle() & SWT.WRAP) != 0;
            if (text.contains("R&D")) {
                wrong.add(place + "eats " + widget.getClass().getSimpleName() + " " + shortened(text));
            }
            if (!wraps && text.length() > LONGEST_LABEL) {
                wrong.add(place + "too long " + widget.getClass().getSimpleName() + " " + shortened(text));
            }
            if (widget instanceof Control control && control.getSize().x > WIDEST) {
                wrong.add(place + "too wide " + widget.getClass().getSimpleName() + " " + control.getSize() + " "
                        + shortened(text));
            }
            if (widget instanceof Control control && control.getToolTipText() != null) {
                String tip = control.getToolTipText();
                if (tip.contains("R&D") || tip.length() > 2_500) {
                    wrong.add(place + "tool tip of " + widget.getClass().getSimpleName() + " " + shortened(tip));
                }
            }
        }
        return wrong;
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(60, text.length())).replace("\n", "\\n");
    }

    private static String text(Widget widget) {
        return widget instanceof Label label
                ? label.getText()
                : widget instanceof Button button
                        ? button.getText()
                        : widget instanceof CLabel label
                                ? label.getText()
                                : widget instanceof MenuItem item
                                        ? item.getText()
                                        : widget instanceof Link link ? link.getText() : "";
    }
}
