package org.chartroom.exchange.sealed;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;

import org.chartroom.exchange.csv.ImportException;
import org.chartroom.model.ModelPackage;
import org.chartroom.model.SealedArtifact;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EPackage;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.osgi.util.NLS;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.ext.DefaultHandler2;
import org.xml.sax.ext.Locator2;

/** Cuts artifacts of unknown types out of XMI. Nothing that the file names is followed. */
public final class XmiParts extends DefaultHandler2 {
    private static final String NAMESPACE = "http://www.omg.org/XMI";

    /** One root of the file. */
    private static final class Root {
        private final String namespace;
        private final SealedContent.Head head;
        private final Set<String> ids = new HashSet<>();
        private final Set<String> tokens = new HashSet<>();

        Root(String namespace, SealedContent.Head head) {
            this.namespace = namespace;
            this.head = head;
        }

        /** Whether it looks like an artifact, and no registered package has its class. */
        boolean isUnknown(String name) {
            EPackage known = namespace.isEmpty() ? null : EPackage.Registry.INSTANCE.getEPackage(namespace);
            return known == null || known.getEClassifier(name) == null;
        }

        /** Whether something of the models that may stand in it has references of the name; an address anywhere else would be lost. */
        boolean canRefer(String name) {
            return Stream.of(EPackage.Registry.INSTANCE.getEPackage(namespace), ModelPackage.eINSTANCE)
                    .flatMap(one -> one.getEClassifiers().stream()).filter(EClass.class::isInstance)
                    .map(EClass.class::cast)
                    .anyMatch(one -> one.getEStructuralFeature(name) instanceof EReference);
        }
    }

    private final List<Root> roots = new ArrayList<>();
    private final List<Boolean> unknown = new ArrayList<>();
    private final Map<String, String> outer = new TreeMap<>();
    private final Deque<String> open = new ArrayDeque<>();
    private Locator2 locator;
    private boolean isWrapped;
    /** The first address that stands where a text is to be, and where. */
    private String misplaced;

    private XmiParts() {
    }

    /**
     * Cuts a file in parts.
     *
     * @param file name of the file, for messages
     * @param content the file
     * @return the parts; a file that is no XML is one known part, and who reads it says what is wrong with it
     * @throws ImportException when a part can't be kept as it is
     */
    public static ModelParts of(String file, byte[] content) {
        XmiParts found = new XmiParts();
        try {
            SAXParserFactory factory = SAXParserFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.newSAXParser().parse(new InputSource(new ByteArrayInputStream(content)), found);
            if (found.misplaced != null) {
                throw new ImportException(NLS.bind(Messages.misplacedHref, file, found.misplaced));
            }
        } catch (SAXException e) {
            return ModelParts.known(content);
        } catch (IOException e) {
            return ModelParts.known(content);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
        return found.unknown.contains(true) ? found.cut(file, content) : ModelParts.known(content);
    }

    private ModelParts cut(String file, byte[] content) {
        boolean isPlain = (locator.getEncoding() == null || locator.getEncoding().equalsIgnoreCase("UTF-8"))
                && !"1.1".equals(locator.getXMLVersion());
        if (!isPlain) {
            throw new ImportException(NLS.bind(Messages.noUtf8, file));
        }
        String text = SealedContent.decode(file, content);
        List<XmlRange> ranges = XmlRange.of(text, isWrapped ? 1 : 0);
        if (ranges.size() != roots.size() || outer.containsKey("")) {
            throw new ImportException(NLS.bind(Messages.severalParts, file));
        }
        Map<String, String> owners = new HashMap<>();
        roots.stream().filter(root -> root.head.key() != null)
                .forEach(root -> root.ids.forEach(id -> owners.put(id, root.head.id())));
        List<SealedArtifact> sealed = new ArrayList<>();
        Map<String, String> inside = new HashMap<>();
        StringBuilder rest = new StringBuilder();
        int end = 0;
        for (int i = 0; i < ranges.size(); i++) {
            if (unknown.get(i)) {
                Root root = roots.get(i);
                XmlRange range = ranges.get(i);
                SealedArtifact one = SealedContent.create(file, SealedContent.XMI, root.head,
                        text.substring(range.start(), range.end()));
                outer.forEach((prefix, namespace) -> {
                    if (SealedContent.text(one).contains(prefix + ":")) {
                        one.getNamespaces().add(prefix + "=" + namespace);
                    }
                });
                SealedContent.addTargets(one, root.tokens, owners);
                sealed.add(one);
                root.ids.forEach(id -> inside.put(id, root.head.id()));
                rest.append(text, end, range.start());
                end = range.end();
            }
        }
        rest.append(text, end, text.length());
        byte[] kept = isWrapped ? rest.toString().getBytes(StandardCharsets.UTF_8) : new byte[0];
        return new ModelParts(kept, sealed, inside);
    }

    @Override
    public void setDocumentLocator(org.xml.sax.Locator documentLocator) {
        locator = (Locator2) documentLocator;
    }

    @Override
    public void startPrefixMapping(String prefix, String uri) {
        if (open.isEmpty()) {
            outer.put(prefix, uri);
        }
    }

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) {
        if (open.isEmpty()) {
            isWrapped = NAMESPACE.equals(uri) && name.equals("XMI");
            if (!isWrapped) {
                // Its own declarations are in its text.
                outer.clear();
            }
        }
        if (open.size() == (isWrapped ? 1 : 0)) {
            Root root = new Root(uri, new SealedContent.Head(attributes.getValue("id"), attributes.getValue("key"),
                    attributes.getValue("title"), uri + "#" + name));
            roots.add(root);
            unknown.add(root.isUnknown(name));
        }
        if (!roots.isEmpty()) {
            Root root = roots.get(roots.size() - 1);
            for (int i = 0; i < attributes.getLength(); i++) {
                if (attributes.getQName(i).equals("href") && misplaced == null && !unknown.get(unknown.size() - 1)
                        && !root.canRefer(name)) {
                    misplaced = name + ", line " + locator.getLineNumber();
                }
                if (attributes.getQName(i).equals("id")) {
                    root.ids.add(attributes.getValue(i));
                } else {
                    for (String token : attributes.getValue(i).split("\\s+")) {
                        root.tokens.add(token.startsWith("#") ? token.substring(1) : token);
                    }
                }
            }
        }
        open.push(qualified);
    }

    @Override
    public void endElement(String uri, String name, String qualified) {
        open.pop();
    }
}
