package org.chartroom.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * The sources of a plug-in in a folder: a manifest, a plugin.xml, a model, and Java below {@code src} if there is any. It
 * needs no build tool; whoever has one can use it on the same folder.
 */
public final class PluginProject {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(\\.[a-z][a-z0-9]*)+");
    private static final String MANIFEST = "META-INF/MANIFEST.MF";
    private static final String SOURCES = "src";
    private static final String BUILD = "build";
    /** What the examples are called, which new plug-ins start as. */
    private static final String EXAMPLE = "org.chartroom.example.";
    private static final String EXAMPLE_NAMESPACE = "http://www.chartroom.org/example/";

    private final Path folder;

    /** @param folder folder of the sources */
    public PluginProject(Path folder) {
        this.folder = folder;
    }

    /**
     * Makes the sources of a new plug-in, which can be built at once.
     *
     * @param folder where they go; must be empty or not be there
     * @param id symbolic name of its bundle, like org.example.lessons
     * @param withCode whether it has an editor page and a check in Java
     * @return the project
     * @throws IOException when a file can't be written
     * @throws IllegalArgumentException when the id is none, or something is in the folder
     */
    public static PluginProject create(Path folder, String id, boolean withCode) throws IOException {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("\"" + id
                    + "\" is no id of a plug-in; give small letters and digits with dots between, like org.example.lessons.");
        }
        if (Files.exists(folder)) {
            try (Stream<Path> content = Files.list(folder)) {
                if (content.findAny().isPresent()) {
                    throw new IllegalArgumentException("The folder " + folder + " is not empty; choose another one.");
                }
            }
        }
        String template = withCode ? "decisions" : "lessons";
        String name = id.substring(id.lastIndexOf('.') + 1);
        Map<String, String> words = words(template, id, name);
        String files = text("/templates/" + template + "/files.txt");
        for (String file : files.lines().toList()) {
            String target = file.replace("org/chartroom/example/" + template, id.replace('.', '/'))
                    .replace(template + ".ecore", name + ".ecore");
            Path written = folder.resolve(target);
            Files.createDirectories(written.getParent());
            Files.writeString(written, replaced(text("/templates/" + template + "/" + file), words));
        }
        return new PluginProject(folder);
    }

    private static Map<String, String> words(String template, String id, String name) {
        String[] segments = id.split("\\.");
        String title = Character.toUpperCase(name.charAt(0)) + name.substring(1);
        Map<String, String> words = new LinkedHashMap<>();
        words.put(EXAMPLE_NAMESPACE + template,
                "http://" + segments[1] + "." + segments[0] + "/" + name);
        words.put(EXAMPLE + template, id);
        words.put(template + ".ecore", name + ".ecore");
        words.put("name=\"" + template + "\" nsPrefix=\"" + template + "\"",
                "name=\"" + name + "\" nsPrefix=\"" + name + "\"");
        words.put("Lessons learned", title);
        words.put("Decision log", title);
        words.put("\"LES\"", '"' + prefix(name) + '"');
        words.put("\"DEC\"", '"' + prefix(name) + '"');
        return words;
    }

    private static String prefix(String name) {
        return (name + "xx").substring(0, 3).toUpperCase(Locale.ROOT);
    }

    private static String replaced(String text, Map<String, String> words) {
        String result = text;
        for (Map.Entry<String, String> word : words.entrySet()) {
            result = result.replace(word.getKey(), word.getValue());
        }
        return result;
    }

    private static String text(String resource) throws IOException {
        try (InputStream stream = PluginProject.class.getResourceAsStream(resource)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /**
     * Compiles what Java there is and packs the plug-in.
     *
     * @param classPath folder with the bundles of Chartroom
     * @return the jar, in the folder {@value #BUILD} of the project
     * @throws IOException when a file can't be read or written
     * @throws IllegalArgumentException when there is no manifest, no compiler, or the Java is wrong; says where
     */
    public Path build(Path classPath) throws IOException {
        Path manifestFile = folder.resolve(MANIFEST);
        if (!Files.exists(manifestFile)) {
            throw new IllegalArgumentException("There is no " + MANIFEST + " in " + folder
                    + "; go to the folder of a plug-in, or make one with \"chartroom plugin new\".");
        }
        Manifest manifest;
        try (InputStream content = Files.newInputStream(manifestFile)) {
            manifest = new Manifest(content);
        }
        String name = manifest.getMainAttributes().getValue("Bundle-SymbolicName");
        if (name == null) {
            throw new IllegalArgumentException(manifestFile + " has no Bundle-SymbolicName; add one.");
        }
        Path classes = folder.resolve(BUILD).resolve("classes");
        if (Files.isDirectory(folder.resolve(SOURCES))) {
            compile(classes, classPath);
        }
        Path jar = folder.resolve(BUILD).resolve(name.split(";")[0].strip() + ".jar");
        Files.createDirectories(jar.getParent());
        try (OutputStream file = Files.newOutputStream(jar); JarOutputStream out = new JarOutputStream(file, manifest)) {
            add(out, folder);
            if (Files.isDirectory(classes)) {
                add(out, classes);
            }
        }
        return jar;
    }

    private void compile(Path classes, Path classPath) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new IllegalArgumentException(
                    "This Java has no compiler; set JAVA_HOME to a development kit (JDK) of version 17 or newer.");
        }
        Files.createDirectories(classes);
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            List<String> options = List.of("--release", "17", "-d", classes.toString(), "-proc:none", "-cp",
                    files(classPath, ".jar").stream().map(Path::toString)
                            .collect(Collectors.joining(java.io.File.pathSeparator)));
            if (!compiler.getTask(said, files, null, options, null,
                    files.getJavaFileObjectsFromPaths(files(folder.resolve(SOURCES), ".java"))).call()) {
                throw new IllegalArgumentException("The plug-in can't be compiled:\n" + said.toString().strip());
            }
        }
    }

    private static List<Path> files(Path from, String end) throws IOException {
        try (Stream<Path> found = Files.walk(from)) {
            return found.filter(Files::isRegularFile).filter(file -> file.toString().endsWith(end)).sorted().toList();
        }
    }

    private void add(JarOutputStream out, Path from) throws IOException {
        List<Path> added = new ArrayList<>();
        for (Path file : files(from, "")) {
            Path relative = from.relativize(file);
            String first = relative.getName(0).toString();
            boolean isSource = from.equals(folder) && (first.equals(SOURCES) || first.equals(BUILD)
                    || first.startsWith(".") || relative.toString().equals(MANIFEST.replace("/", java.io.File.separator)));
            if (!isSource) {
                added.add(relative);
            }
        }
        for (Path relative : added) {
            out.putNextEntry(new ZipEntry(relative.toString().replace(java.io.File.separatorChar, '/')));
            Files.copy(from.resolve(relative), out);
            out.closeEntry();
        }
    }
}
