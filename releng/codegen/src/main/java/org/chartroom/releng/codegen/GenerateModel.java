package org.chartroom.releng.codegen;

import java.nio.file.Files;
import java.nio.file.Path;

import org.eclipse.emf.codegen.ecore.generator.Generator;
import org.eclipse.emf.codegen.ecore.generator.GeneratorAdapterFactory;
import org.eclipse.emf.codegen.ecore.genmodel.GenModel;
import org.eclipse.emf.codegen.ecore.genmodel.GenModelPackage;
import org.eclipse.emf.codegen.ecore.genmodel.generator.GenBaseGeneratorAdapter;
import org.eclipse.emf.codegen.ecore.genmodel.generator.GenModelGeneratorAdapterFactory;
import org.eclipse.emf.common.util.BasicMonitor;
import org.eclipse.emf.common.util.Diagnostic;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.plugin.EcorePlugin;
import org.eclipse.emf.ecore.resource.ResourceSet;
import org.eclipse.emf.ecore.resource.impl.ResourceSetImpl;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.emf.ecore.xmi.impl.EcoreResourceFactoryImpl;
import org.eclipse.emf.ecore.xmi.impl.XMIResourceFactoryImpl;

/**
 * Runs the EMF generator over one .genmodel file, outside Eclipse.
 *
 * <p>The plug-in id of the genmodel is mapped to a folder below {@code target/}, so that generated sources never lie
 * beside written ones.
 */
public final class GenerateModel {
    private GenerateModel() {
    }

    /**
     * @param args the .genmodel file and the folder the generated sources go to
     * @throws IllegalStateException when the generator reports an error; the message is EMF's diagnostic
     */
    public static void main(String[] args) throws Exception {
        Path genmodelFile = Path.of(args[0]).toAbsolutePath();
        Path output = Path.of(args[1]).toAbsolutePath();
        Files.createDirectories(output);

        ResourceSet resources = new ResourceSetImpl();
        resources.getResourceFactoryRegistry().getExtensionToFactoryMap().put("ecore", new EcoreResourceFactoryImpl());
        resources.getResourceFactoryRegistry().getExtensionToFactoryMap().put("genmodel", new XMIResourceFactoryImpl());
        resources.getPackageRegistry().put(GenModelPackage.eNS_URI, GenModelPackage.eINSTANCE);
        resources.getURIConverter().getURIMap().putAll(EcorePlugin.computePlatformURIMap(false));

        GenModel genModel = (GenModel) resources.getResource(URI.createFileURI(genmodelFile.toString()), true)
                .getContents().get(0);
        EcoreUtil.resolveAll(resources);
        genModel.reconcile();
        genModel.setCanGenerate(true);
        genModel.setValidateModel(true);

        String project = genModel.getModelPluginID();
        EcorePlugin.getPlatformResourceMap().put(project, URI.createFileURI(output + "/"));
        genModel.setModelDirectory("/" + project + "/src-gen");

        GeneratorAdapterFactory.Descriptor.Registry.INSTANCE.addDescriptor(GenModelPackage.eNS_URI,
                GenModelGeneratorAdapterFactory.DESCRIPTOR);
        Generator generator = new Generator();
        generator.setInput(genModel);
        Diagnostic result = generator.generate(genModel, GenBaseGeneratorAdapter.MODEL_PROJECT_TYPE,
                new BasicMonitor());
        if (result.getSeverity() >= Diagnostic.ERROR) {
            throw new IllegalStateException("Generating " + genmodelFile + " failed: " + describe(result));
        }
    }

    private static String describe(Diagnostic diagnostic) {
        StringBuilder text = new StringBuilder(diagnostic.getMessage());
        diagnostic.getChildren().forEach(child -> text.append("; ").append(describe(child)));
        return text.toString();
    }
}
