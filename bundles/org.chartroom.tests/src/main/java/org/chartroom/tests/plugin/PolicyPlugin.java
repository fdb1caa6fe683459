package org.chartroom.tests.plugin;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * A plug-in of somebody else that brings an artifact type without Java.
 */
final class PolicyPlugin {
    static final String ID = "org.example.policy";
    static final String TYPE = "org.example.policy.type";

    private PolicyPlugin() {
    }

    /** Makes the plug-in. Its class has the attributes named, besides those of every artifact. */
    static Path make(Path folder, String version, String... attributes) throws IOException {
        StringBuilder features = new StringBuilder();
        for (String attribute : attributes) {
            features.append("""
                    <eStructuralFeatures xsi:type="ecore:EAttribute" name="%s"
                        eType="ecore:EDataType http://www.eclipse.org/emf/2002/Ecore#//EString"/>
                    """.formatted(attribute));
        }
        return makeWith(folder, version, TYPE, """
                <?xml version="1.0" encoding="UTF-8"?>
                <ecore:EPackage xmi:version="2.0" xmlns:xmi="http://www.omg.org/XMI"
                    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                    xmlns:ecore="http://www.eclipse.org/emf/2002/Ecore" name="policy"
                    nsURI="http://www.example.org/policy/ui" nsPrefix="policy">
                  <eClassifiers xsi:type="ecore:EClass" name="Policy"
                      eSuperTypes="http://www.chartroom.org/model/1.0#//Artifact">%s</eClassifiers>
                </ecore:EPackage>
                """.formatted(features));
    }

    /** Makes the plug-in with another type or model. */
    static Path makeWith(Path folder, String version, String type, String model) throws IOException {
        Path jar = folder.resolve("policy-" + version + ".jar");
        Manifest manifest = new Manifest();
        Attributes headers = manifest.getMainAttributes();
        headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.putValue("Bundle-ManifestVersion", "2");
        headers.putValue("Bundle-SymbolicName", ID + ";singleton:=true");
        headers.putValue("Bundle-Version", version);
        headers.putValue("Bundle-Name", "Policies");
        headers.putValue("Bundle-Vendor", "Example Ltd");
        headers.putValue("Bundle-Description", "Keeps the policies of the organisation and who has agreed to them.");
        try (OutputStream out = Files.newOutputStream(jar); JarOutputStream zip = new JarOutputStream(out, manifest)) {
            put(zip, "model.ecore", model);
            put(zip, "plugin.xml", """
                    <?xml version="1.0" encoding="UTF-8"?>
                    <?eclipse version="3.4"?>
                    <plugin>
                       <extension point="org.chartroom.core.artifactTypes">
                          <artifactType id="%s" name="Policy" package="http://www.example.org/policy/ui"
                                model="model.ecore" class="Policy" keyPrefix="POL"/>
                       </extension>
                    </plugin>
                    """.formatted(type));
        }
        return jar;
    }

    /** Signs a plug-in with a new key of somebody made up. */
    static Path sign(Path jar, String person) throws IOException, InterruptedException {
        Path keys = jar.resolveSibling("keys.p12");
        run("keytool", "-genkeypair", "-keystore", keys.toString(), "-storepass", "changeit", "-alias", "key",
                "-keyalg", "EC", "-dname", "CN=" + person, "-validity", "30");
        run("jarsigner", "-keystore", keys.toString(), "-storepass", "changeit", jar.toString(), "key");
        return jar;
    }

    private static void run(String tool, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", tool).toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        if (process.waitFor() != 0) {
            throw new IOException(tool + " ended with " + process.exitValue());
        }
    }

    private static void put(JarOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new JarEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
    }
}
