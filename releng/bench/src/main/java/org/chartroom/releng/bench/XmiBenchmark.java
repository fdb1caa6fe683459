package org.chartroom.releng.bench;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import org.chartroom.model.risk.RiskPackage;
import org.chartroom.model.risk.RiskRegister;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.resource.impl.ResourceSetImpl;
import org.eclipse.emf.ecore.xmi.XMIResource;
import org.eclipse.emf.ecore.xmi.XMLResource;
import org.eclipse.emf.ecore.xmi.impl.XMIResourceImpl;
import org.eclipse.emf.ecore.xmi.impl.XMLParserPoolImpl;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The same work with EMF's own file format. A change is made durable by writing the whole file beside the old one,
 * syncing it and giving it the old name.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgs = "-Xmx3g")
@Warmup(iterations = 6)
@Measurement(iterations = 11)
public class XmiBenchmark {
    private static final int MANY = 1000;

    /** Number of risks. */
    @Param({"10000", "100000"})
    public int risks;

    /** Options of EMF. */
    @Param({"tuned", "default"})
    public String options;

    private final Random random = new Random(1);
    private final Map<Object, Object> loadOptions = new HashMap<>();
    private final Map<Object, Object> saveOptions = new HashMap<>();
    private Path folder;
    private Path file;
    private XMIResource resource;
    private RiskRegister register;
    private int counter;

    /** Makes a file that holds the register. */
    @Setup(Level.Trial)
    public void create() throws IOException {
        if ("tuned".equals(options)) {
            loadOptions.put(XMLResource.OPTION_DEFER_IDREF_RESOLUTION, true);
            loadOptions.put(XMLResource.OPTION_DEFER_ATTACHMENT, true);
            loadOptions.put(XMLResource.OPTION_DISABLE_NOTIFY, true);
            loadOptions.put(XMLResource.OPTION_USE_PARSER_POOL, new XMLParserPoolImpl(true));
            loadOptions.put(XMLResource.OPTION_USE_XML_NAME_TO_FEATURE_MAP, new HashMap<Object, Object>());
            saveOptions.put(XMLResource.OPTION_CONFIGURATION_CACHE, true);
            saveOptions.put(XMLResource.OPTION_FORMATTED, false);
            saveOptions.put(XMLResource.OPTION_USE_CACHED_LOOKUP_TABLE, new ArrayList<Object>());
        }
        RiskPackage.eINSTANCE.eClass();
        folder = Folders.create();
        file = folder.resolve("register.xmi");
        register = Registers.generate(risks);
        resource = resource();
        resource.getContents().add(register);
        rewrite();
    }

    private XMIResource resource() {
        XMIResourceImpl made = new XMIResourceImpl(URI.createFileURI(file.toAbsolutePath().toString()));
        if ("tuned".equals(options)) {
            made.setIntrinsicIDToEObjectMap(new HashMap<>());
        }
        new ResourceSetImpl().getResources().add(made);
        return made;
    }

    /** Removes the file. */
    @TearDown(Level.Trial)
    public void remove() throws IOException {
        Folders.delete(folder);
    }

    /** @return the resource, loaded */
    @Benchmark
    public Resource load() throws IOException {
        XMIResource loaded = resource();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            loaded.load(in, loadOptions);
        }
        return loaded;
    }

    /** One changed field is made durable. */
    @Benchmark
    public void commitOneField() throws IOException {
        change(1);
        rewrite();
    }

    /** A thousand changed fields are made durable. */
    @Benchmark
    public void commitThousandFields() throws IOException {
        change(MANY);
        rewrite();
    }

    private void change(int size) {
        for (int i = 0; i < size; i++) {
            register.getRisks().get(random.nextInt(risks)).setTitle("changed " + counter++);
        }
    }

    private void rewrite() throws IOException {
        Path unfinished = folder.resolve("register.new");
        try (FileOutputStream out = new FileOutputStream(unfinished.toFile());
                OutputStream buffered = new BufferedOutputStream(out, 1 << 16)) {
            resource.save(buffered, saveOptions);
            buffered.flush();
            out.getChannel().force(true);
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        Folders.sync(folder);
    }
}
