package org.chartroom.exchange.importing;

import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

/**
 * Reads OSCAL in XML as the JSON of the same document, after the rules of its Metaschema: elements that may repeat are
 * arrays under a name of their own, attributes are fields, and marked up texts are texts with the signs of Markdown.
 */
final class OscalXml {
    private static final int DEEPEST = 64;
    /** Elements that may repeat, with their names in JSON. */
    private static final Map<String, String> GROUPS = Map.ofEntries(Map.entry("risk", "risks"),
            Map.entry("observation", "observations"), Map.entry("poam-item", "poam-items"),
            Map.entry("finding", "findings"), Map.entry("characterization", "characterizations"),
            Map.entry("facet", "facets"), Map.entry("mitigating-factor", "mitigating-factors"),
            Map.entry("response", "remediations"), Map.entry("task", "tasks"), Map.entry("prop", "props"),
            Map.entry("link", "links"), Map.entry("related-observation", "related-observations"),
            Map.entry("associated-risk", "related-risks"), Map.entry("related-risk", "related-risks"),
            Map.entry("method", "methods"), Map.entry("subject", "subjects"), Map.entry("actor", "actors"));
    private static final Set<String> BLOCKS = Set.of("p", "ul", "ol", "li", "pre", "table", "tr", "blockquote", "h1",
            "h2",
            "h3", "h4", "h5", "h6");
    private static final Set<String> INLINE = Set.of("a", "b", "br", "code", "em", "i", "img", "insert", "q", "strong",
            "sub", "sup", "td", "th");

    private final XMLStreamReader reader;
    private final String namespace;
    private final StringBuilder text = new StringBuilder();
    /** The lists that are open: the number of the last item of a numbered one, -1 for others. */
    private final Deque<Integer> lists = new ArrayDeque<>();
    /** Whether a blank comes before the next word. */
    private boolean blank;
    private boolean preformatted;

    private OscalXml(XMLStreamReader reader) {
        this.reader = reader;
        this.namespace = reader.getNamespaceURI();
    }

    /**
     * @param input the document
     * @return an object with the root element as its only field
     * @throws XMLStreamException when it is no well-formed XML, has a document type, or is nested too deep
     */
    static JsonObject read(InputStream input) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        XMLStreamReader reader = factory.createXMLStreamReader(input);
        try {
            while (reader.next() != XMLStreamConstants.START_ELEMENT) {
                if (reader.getEventType() == XMLStreamConstants.DTD) {
                    throw new XMLStreamException("it has a document type, which OSCAL has not");
                }
            }
            JsonObject document = new JsonObject();
            String root = reader.getLocalName();
            document.add(root, new OscalXml(reader).element(1));
            while (reader.hasNext()) {
                // What is behind the root must be well-formed, too.
                reader.next();
            }
            return document;
        } finally {
            reader.close();
        }
    }

    /** Reads an element with fields up to its end. */
    private JsonObject element(int depth) throws XMLStreamException {
        JsonObject object = new JsonObject();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            object.addProperty(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        StringBuilder between = new StringBuilder();
        while (reader.next() != XMLStreamConstants.END_ELEMENT) {
            if (reader.getEventType() == XMLStreamConstants.START_ELEMENT) {
                field(object, depth + 1);
            } else if (reader.isCharacters()) {
                between.append(reader.getText());
            }
        }
        if (!between.toString().isBlank()) {
            object.addProperty("value", between.toString().strip());
        }
        return object;
    }

    /** What looks like a part of a plan and is of another namespace is none. */
    private void checkNamespace() throws XMLStreamException {
        if (!Objects.equals(namespace, reader.getNamespaceURI())) {
            throw new XMLStreamException("<" + reader.getLocalName() + "> is of another namespace, \""
                    + Objects.requireNonNullElse(reader.getNamespaceURI(), "") + "\"");
        }
    }

    private void field(JsonObject object, int depth) throws XMLStreamException {
        if (depth > DEEPEST) {
            throw new XMLStreamException("it is nested more than " + DEEPEST + " deep");
        }
        String name = reader.getLocalName();
        checkNamespace();
        boolean isText = reader.getAttributeCount() == 0 && isText(name);
        String value = null;
        JsonObject child = null;
        if (isText) {
            value = markup(depth);
        } else {
            child = element(depth);
            if (child.size() == 1 && child.has("value")) {
                value = child.get("value").getAsString();
            }
        }
        String group = GROUPS.get(name);
        if (group != null) {
            if (!object.has(group)) {
                object.add(group, new JsonArray());
            }
            add(object.getAsJsonArray(group), value, child);
        } else if (value != null) {
            if (object.has(name) && isText(name)) {
                throw new XMLStreamException("<" + name + "> stands twice where one is meant");
            }
            object.addProperty(name, object.has(name) && object.get(name).isJsonPrimitive()
                    ? object.get(name).getAsString() + "\n\n" + value
                    : value);
        } else {
            object.add(name, child);
        }
    }

    private static void add(JsonArray array, String value, JsonObject child) {
        if (value != null) {
            array.add(value);
        } else {
            array.add(child);
        }
    }

    /** The fields of a plan that hold marked up text. */
    private static boolean isText(String name) {
        return Set.of("title", "description", "statement", "remarks", "rationale").contains(name);
    }

    /** Reads an element with marked up text up to its end. */
    private String markup(int depth) throws XMLStreamException {
        text.setLength(0);
        blank = false;
        content(depth);
        return text.toString().strip();
    }

    private void content(int depth) throws XMLStreamException {
        if (depth > DEEPEST) {
            throw new XMLStreamException("it is nested more than " + DEEPEST + " deep");
        }
        while (reader.next() != XMLStreamConstants.END_ELEMENT) {
            if (reader.getEventType() == XMLStreamConstants.START_ELEMENT) {
                mark(reader.getLocalName(), depth + 1);
            } else if (reader.isCharacters()) {
                words(reader.getText());
            }
        }
    }

    /** Blanks and line breaks between words are one blank, but for preformatted text. */
    private void words(String words) {
        if (preformatted) {
            text.append(words);
            return;
        }
        for (char sign : words.toCharArray()) {
            if (Character.isWhitespace(sign)) {
                blank = true;
            } else {
                space();
                text.append(sign);
            }
        }
    }

    private void space() {
        if (blank && !text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
            text.append(' ');
        }
        blank = false;
    }

    private void mark(String name, int depth) throws XMLStreamException {
        checkNamespace();
        if (!BLOCKS.contains(name) && !INLINE.contains(name)) {
            throw new XMLStreamException("<" + name + "> stands in a text, where OSCAL has none");
        }
        switch (name) {
            case "em", "i" -> around("*", "*", depth);
            case "strong", "b" -> around("**", "**", depth);
            case "code" -> around("`", "`", depth);
            case "q" -> around("\"", "\"", depth);
            case "a" -> around("[", "](" + attribute("href") + ")", depth);
            case "img" -> around("![" + attribute("alt"), "](" + attribute("src") + ")", depth);
            case "insert" -> around("{{ insert: " + attribute("type") + ", " + attribute("id-ref"), " }}", depth);
            case "td", "th" -> around("", " | ", depth);
            case "br" -> block(1, "", depth);
            // As the format writes them in Markdown: 10<sup>6</sup> is not 106.
            case "sub" -> around("~", "~", depth);
            case "sup" -> around("^", "^", depth);
            case "ol" -> list(0, depth);
            case "ul" -> list(-1, depth);
            case "li" -> block(1, bullet(), depth);
            case "tr" -> block(1, "", depth);
            case "h1", "h2", "h3", "h4", "h5", "h6" -> block(2, "#".repeat(name.charAt(1) - '0') + " ", depth);
            case "pre" -> preformatted(depth);
            default -> block(2, "", depth);
        }
    }

    private void list(int numbered, int depth) throws XMLStreamException {
        lists.push(numbered);
        block(2, "", depth);
        lists.pop();
    }

    private String bullet() {
        if (lists.isEmpty() || lists.peek() < 0) {
            return "* ";
        }
        lists.push(lists.pop() + 1);
        return lists.peek() + ". ";
    }

    private String attribute(String name) {
        String value = reader.getAttributeValue(null, name);
        return value == null ? "" : value;
    }

    private void around(String before, String after, int depth) throws XMLStreamException {
        space();
        text.append(before);
        content(depth);
        // A blank before the end stands behind it.
        text.append(after);
    }

    private void block(int breaks, String before, int depth) throws XMLStreamException {
        lineBreaks(breaks);
        text.append(before);
        content(depth);
        lineBreaks(breaks);
    }

    private void preformatted(int depth) throws XMLStreamException {
        lineBreaks(2);
        text.append("```\n");
        preformatted = true;
        content(depth);
        preformatted = false;
        lineBreaks(1);
        text.append("```");
        lineBreaks(2);
    }

    /** Blocks stand apart from each other, and nested ones do not add up their line breaks. */
    private void lineBreaks(int wanted) {
        int there = 0;
        while (there < text.length() && text.charAt(text.length() - 1 - there) == '\n') {
            there++;
        }
        if (!text.isEmpty()) {
            text.append("\n".repeat(Math.max(0, wanted - there)));
        }
        blank = false;
    }
}
