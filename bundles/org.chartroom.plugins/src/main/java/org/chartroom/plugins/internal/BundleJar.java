package org.chartroom.plugins.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.chartroom.platform.plugins.ContributedType;
import org.chartroom.platform.plugins.PluginNames;
import org.chartroom.plugins.PluginException;
import org.osgi.framework.Constants;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * What the jar of a bundle says of itself.
 *
 * @param file the jar
 * @param symbolicName symbolic name of the bundle
 * @param version its version
 * @param name what a user calls it
 * @param vendor who makes it, as it says; empty when it does not
 * @param description one sentence on what it is for; empty when it has none
 * @param fragment whether it is a fragment of another bundle
 * @param types the artifact types its plugin.xml contributes
 */
record BundleJar(Path file, String symbolicName, String version, String name, String vendor, String description,
        boolean fragment, List<ContributedType> types) {
    private static final int MOST_BYTES = 4 * 1024 * 1024;
    private static final String POINT = "org.chartroom.core.artifactTypes";

    static BundleJar read(Path file) {
        try (JarFile jar = new JarFile(file.toFile(), false)) {
            Manifest manifest = manifest(jar);
            Attributes headers = manifest == null ? new Attributes() : manifest.getMainAttributes();
            String symbolicName = headers.getValue(Constants.BUNDLE_SYMBOLICNAME);
            if (symbolicName == null) {
                throw new PluginException(Messages.bind(Messages.noBundle, file.getFileName()));
            }
            String id = symbolicName.split(";", 2)[0].strip();
            if (!PluginNames.isSymbolicName(id)) {
                throw wrong(file, Constants.BUNDLE_SYMBOLICNAME, id);
            }
            String base = headers.getValue(Constants.BUNDLE_LOCALIZATION);
            Properties texts = texts(jar,
                    (base == null ? Constants.BUNDLE_LOCALIZATION_DEFAULT_BASENAME : base) + ".properties");
            String name = text(texts, headers.getValue(Constants.BUNDLE_NAME));
            String version = headers.getValue(Constants.BUNDLE_VERSION);
            if (version != null && !PluginNames.isVersion(version.strip())) {
                throw wrong(file, Constants.BUNDLE_VERSION, version);
            }
            List<ContributedType> types = types(jar);
            for (ContributedType type : types) {
                if (!PluginNames.isSymbolicName(type.id()) || !PluginNames.isPlain(type.name())) {
                    throw wrong(file, POINT, type.id() + " " + type.name());
                }
            }
            for (String header : List.of(Constants.BUNDLE_NAME, Constants.BUNDLE_VENDOR,
                    Constants.BUNDLE_DESCRIPTION)) {
                String shown = text(texts, headers.getValue(header));
                if (!PluginNames.isPlain(shown)) {
                    throw new PluginException(Messages.bind(Messages.hiddenLetters,
                            new Object[]{file.getFileName(), header, PluginNames.shown(shown)}));
                }
            }
            return new BundleJar(file, id, version == null ? "0.0.0" : version.strip(), name.isEmpty() ? id : name,
                    text(texts, headers.getValue(Constants.BUNDLE_VENDOR)),
                    text(texts, headers.getValue(Constants.BUNDLE_DESCRIPTION)),
                    headers.getValue(Constants.FRAGMENT_HOST) != null, types);
        } catch (IOException e) {
            throw new PluginException(Messages.bind(Messages.noBundle, file.getFileName()), e);
        }
    }

    private static PluginException wrong(Path file, String header, String value) {
        return new PluginException(Messages.bind(Messages.wrongName,
                new Object[]{PluginNames.shown(file.getFileName().toString()), header, PluginNames.shown(value)}));
    }

    private static Manifest manifest(JarFile jar) throws IOException {
        JarEntry entry = jar.getJarEntry(JarFile.MANIFEST_NAME);
        return entry == null ? null : new Manifest(content(jar, entry));
    }

    private static Properties texts(JarFile jar, String name) throws IOException {
        Properties texts = new Properties();
        JarEntry entry = jar.getJarEntry(name);
        if (entry != null) {
            try {
                texts.load(content(jar, entry));
            } catch (IllegalArgumentException e) {
                throw new IOException(name + ": " + e.getMessage(), e);
            }
        }
        return texts;
    }

    /** What a jar says of itself is small; what is packed small may still be endless. */
    private static InputStream content(JarFile jar, JarEntry entry) throws IOException {
        try (InputStream in = jar.getInputStream(entry)) {
            byte[] content = in.readNBytes(MOST_BYTES + 1);
            if (content.length > MOST_BYTES) {
                throw new PluginException(Messages.bind(Messages.tooLarge,
                        Path.of(jar.getName()).getFileName() + "!" + PluginNames.shown(entry.getName()),
                        String.valueOf(MOST_BYTES / 1024 / 1024)));
            }
            return new ByteArrayInputStream(content);
        }
    }

    private static String text(Properties texts, String value) {
        if (value == null) {
            return "";
        }
        return value.startsWith("%") ? texts.getProperty(value.substring(1), value) : value;
    }

    private static List<ContributedType> types(JarFile jar) throws IOException {
        JarEntry entry = jar.getJarEntry("plugin.xml");
        if (entry == null) {
            return List.of();
        }
        Properties texts = texts(jar, "plugin.properties");
        List<ContributedType> types = new ArrayList<>();
        try (InputStream in = content(jar, entry)) {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            Document document = factory.newDocumentBuilder().parse(in);
            NodeList extensions = document.getElementsByTagName("extension");
            for (int i = 0; i < extensions.getLength(); i++) {
                Element extension = (Element) extensions.item(i);
                NodeList children = extension.getElementsByTagName("*");
                for (int j = 0; POINT.equals(extension.getAttribute("point")) && j < children.getLength(); j++) {
                    Element type = (Element) children.item(j);
                    if (type.getParentNode() == extension && type.hasAttribute("id")) {
                        types.add(new ContributedType(type.getAttribute("id"),
                                text(texts, type.getAttribute("name"))));
                    }
                }
            }
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("The parser of the JDK knows these features", e);
        } catch (SAXException e) {
            throw new IOException("plugin.xml: " + e.getMessage(), e);
        }
        return types;
    }
}
