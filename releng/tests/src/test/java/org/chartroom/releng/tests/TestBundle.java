package org.chartroom.releng.tests;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import javax.tools.ToolProvider;

/**
 * A bundle as somebody else would bring it, made for a test.
 */
final class TestBundle {
    private final Map<String, String> headers = new TreeMap<>();
    private final Map<String, byte[]> files = new TreeMap<>();

    TestBundle(String name, String version) {
        headers.put("Bundle-ManifestVersion", "2");
        headers.put("Bundle-SymbolicName", name + ";singleton:=true");
        headers.put("Bundle-Version", version);
    }

    TestBundle header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    TestBundle file(String name, String content) {
        files.put(name, content.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Gives it an activator that runs the given statements when it starts. */
    TestBundle onStart(String statements) throws IOException {
        Path sources = Files.createTempDirectory("bundle");
        Path source = Files.writeString(sources.resolve("Activator.java"), """
                import org.osgi.framework.*;
                public class Activator implements BundleActivator {
                    public void start(BundleContext context) throws Exception { %s }
                    public void stop(BundleContext context) { }
                }
                """.formatted(statements));
        Path framework = Path.of(System.getProperty("product"), "lib", "org.apache.felix.framework.jar");
        int result = ToolProvider.getSystemJavaCompiler().run(null, null, null, "--release", "17", "-cp",
                framework.toString(), "-d", sources.toString(), source.toString());
        if (result != 0) {
            throw new IllegalArgumentException(statements);
        }
        Path activator = sources.resolve("Activator.class");
        files.put("Activator.class", Files.readAllBytes(activator));
        for (Path file : new Path[]{activator, source, sources}) {
            Files.delete(file);
        }
        header("Bundle-Activator", "Activator");
        return header("Import-Package", "org.osgi.framework");
    }

    /** Lets it bring an artifact type without Java. */
    TestBundle type(String id, String name) {
        file("plugin.xml", """
                <?xml version="1.0" encoding="UTF-8"?>
                <?eclipse version="3.4"?>
                <plugin>
                   <extension point="org.chartroom.core.artifactTypes">
                      <artifactType id="%s" name="%s" package="http://www.example.org/%s" model="model.ecore"
                            class="Policy" keyPrefix="POL"/>
                   </extension>
                </plugin>
                """.formatted(id, name, id));
        return file("model.ecore", """
                <?xml version="1.0" encoding="UTF-8"?>
                <ecore:EPackage xmi:version="2.0" xmlns:xmi="http://www.omg.org/XMI"
                    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                    xmlns:ecore="http://www.eclipse.org/emf/2002/Ecore" name="policy"
                    nsURI="http://www.example.org/%s" nsPrefix="policy">
                  <eClassifiers xsi:type="ecore:EClass" name="Policy"
                      eSuperTypes="http://www.chartroom.org/model/1.0#//Artifact">
                    <eStructuralFeatures xsi:type="ecore:EAttribute" name="scope"
                        eType="ecore:EDataType http://www.eclipse.org/emf/2002/Ecore#//EString"/>
                  </eClassifiers>
                </ecore:EPackage>
                """.formatted(id));
    }

    Path write(Path jar) throws IOException {
        Files.createDirectories(jar.getParent());
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.forEach(manifest.getMainAttributes()::putValue);
        try (OutputStream out = Files.newOutputStream(jar); JarOutputStream zip = new JarOutputStream(out, manifest)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new JarEntry(file.getKey()));
                zip.write(file.getValue());
            }
        }
        return jar;
    }
}
