package org.chartroom.store.internal;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import org.chartroom.core.resource.IsolatedResources;
import org.chartroom.model.ModelPackage;
import org.chartroom.model.dynamic.DynamicElements;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EClassifier;
import org.eclipse.emf.ecore.EDataType;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EPackage;
import org.eclipse.emf.ecore.EcorePackage;
import org.eclipse.emf.ecore.impl.EPackageRegistryImpl;
import org.eclipse.emf.ecore.resource.ResourceSet;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.emf.ecore.xmi.XMLResource;
import org.eclipse.emf.ecore.xmi.impl.XMIResourceImpl;
import org.xml.sax.InputSource;

/**
 * The models of the packages whose types a workspace holds. A plug-in that goes takes its package with it; the data is
 * read by the copy that was kept. Safe for use by several threads but for {@link #keep}, which the one that writes calls.
 */
final class StoredPackages {
    private record Kept(int version, String content) {
    }

    private final Map<String, Kept> kept = new HashMap<>();
    private final Map<String, EPackage> absent = new HashMap<>();
    /** Packages that were seen to be kept as they are. */
    private final Set<EPackage> known = Collections.newSetFromMap(new IdentityHashMap<>());

    StoredPackages(Database.Session session) throws SQLException {
        try (ResultSet result = session.statement("SELECT ns_uri, version, content FROM package ORDER BY version")
                .executeQuery()) {
            while (result.next()) {
                kept.put(result.getString(1), new Kept(result.getInt(2), result.getString(3)));
            }
        }
    }

    synchronized boolean isKept(String nsUri) {
        return isAlwaysThere(nsUri) || kept.containsKey(nsUri);
    }

    private static boolean isAlwaysThere(String nsUri) {
        return ModelPackage.eNS_URI.equals(nsUri) || EcorePackage.eNS_URI.equals(nsUri);
    }

    /**
     * Keeps the package of a class, and those of the classes it extends, in the transaction of the session.
     *
     * @return whether anything was written
     */
    synchronized boolean keep(Database.Session session, EClass eClass) throws SQLException {
        if (known.contains(eClass.getEPackage())) {
            return false;
        }
        Set<EPackage> packages = new LinkedHashSet<>();
        packages.add(eClass.getEPackage());
        eClass.getEAllSuperTypes().forEach(type -> packages.add(type.getEPackage()));
        for (EAttribute attribute : eClass.getEAllAttributes()) {
            packages.add(attribute.getEAttributeType().getEPackage());
        }
        boolean isWritten = false;
        for (EPackage ePackage : packages) {
            if (known.add(ePackage) && !isAlwaysThere(ePackage.getNsURI())) {
                String content = content(ePackage);
                Kept before = kept.get(ePackage.getNsURI());
                if (before == null || !before.content.equals(content)) {
                    int version = before == null ? 1 : before.version + 1;
                    PreparedStatement insert = session
                            .statement("INSERT INTO package (ns_uri, version, content) VALUES (?, ?, ?)");
                    insert.setString(1, ePackage.getNsURI());
                    insert.setInt(2, version);
                    insert.setString(3, content);
                    insert.execute();
                    kept.put(ePackage.getNsURI(), new Kept(version, content));
                    absent.remove(ePackage.getNsURI());
                    isWritten = true;
                }
            }
        }
        return isWritten;
    }

    /** @return whether a package is registered now, and would be kept with this content */
    static boolean isRegisteredAs(String nsUri, String content) {
        EPackage registered = EPackage.Registry.INSTANCE.getEPackage(nsUri);
        return registered != null && content(registered).equals(content);
    }

    /**
     * Removes models that no revision covers, where there is a better one: that of the plug-in that is there, or one that a
     * revision covers. The next commit would cover them, whoever put them there.
     *
     * @return the packages whose only model is not covered
     */
    static Set<String> dropUncovered(Database.Session session) throws SQLException {
        Set<String> covered = new LinkedHashSet<>();
        try (ResultSet result = session.statement("SELECT ns_uri FROM package WHERE added IS NOT NULL")
                .executeQuery()) {
            while (result.next()) {
                covered.add(result.getString(1));
            }
        }
        Set<String> doubtful = new LinkedHashSet<>();
        Map<String, Integer> dropped = new HashMap<>();
        try (ResultSet result = session.statement("SELECT ns_uri, version, content FROM package WHERE added IS NULL")
                .executeQuery()) {
            while (result.next()) {
                String nsUri = result.getString(1);
                if (isRegisteredAs(nsUri, result.getString(3))) {
                    continue;
                } else if (covered.contains(nsUri) || EPackage.Registry.INSTANCE.getEPackage(nsUri) != null) {
                    dropped.put(nsUri, result.getInt(2));
                } else {
                    doubtful.add(nsUri);
                }
            }
        }
        PreparedStatement delete = session.statement("DELETE FROM package WHERE ns_uri = ? AND added IS NULL");
        for (String nsUri : dropped.keySet()) {
            delete.setString(1, nsUri);
            delete.execute();
        }
        return doubtful;
    }

    private static String content(EPackage ePackage) {
        XMIResourceImpl resource = new XMIResourceImpl(URI.createURI(ePackage.getNsURI()));
        resource.getContents().add(EcoreUtil.copy(ePackage));
        StringWriter text = new StringWriter();
        try {
            resource.save(text, Map.of(XMLResource.OPTION_PROCESS_DANGLING_HREF,
                    XMLResource.OPTION_PROCESS_DANGLING_HREF_RECORD));
        } catch (IOException e) {
            throw new IllegalStateException("Nothing is read or written but memory.", e);
        }
        return text.toString();
    }

    /** @return the package that is registered, or else the one that was kept; null when there is neither */
    synchronized EPackage find(String nsUri) {
        EPackage registered = EPackage.Registry.INSTANCE.getEPackage(nsUri);
        if (registered != null || !kept.containsKey(nsUri)) {
            return registered;
        }
        EPackage known = absent.get(nsUri);
        if (known == null) {
            known = read(nsUri);
        }
        return known;
    }

    private EPackage read(String nsUri) {
        ResourceSet resources = IsolatedResources.create();
        // One package may extend another that is absent too.
        resources.setPackageRegistry(new EPackageRegistryImpl(EPackage.Registry.INSTANCE) {
            private static final long serialVersionUID = 1L;

            @Override
            public EPackage getEPackage(String uri) {
                EPackage found = super.getEPackage(uri);
                return found != null || uri.equals(nsUri) ? found : find(uri);
            }
        });
        XMIResourceImpl resource = new XMIResourceImpl(URI.createURI(nsUri));
        resources.getResources().add(resource);
        try {
            resource.load(new InputSource(new StringReader(kept.get(nsUri).content)), IsolatedResources.options());
        } catch (IOException e) {
            throw new StoreFailure(new SQLException("the model of " + nsUri + " can't be read", e));
        }
        EPackage ePackage = (EPackage) resource.getContents().get(0);
        absent.put(nsUri, ePackage);
        ePackage.setEFactoryInstance(new DynamicElements());
        ePackage.getEClassifiers().forEach(StoredPackages::makeDynamic);
        EcoreUtil.resolveAll(resource);
        return ePackage;
    }

    /** Takes out what needs the code of the plug-in. */
    private static void makeDynamic(EClassifier classifier) {
        if (classifier instanceof EClass eClass) {
            eClass.setInstanceClassName(null);
            eClass.getEOperations().clear();
            eClass.getEStructuralFeatures().removeIf(feature -> feature.isDerived() || feature.isVolatile());
        } else if (classifier instanceof EEnum literals) {
            literals.setInstanceClassName(null);
        } else if (classifier instanceof EDataType type && type.getInstanceClass() == null) {
            type.setInstanceClass(ForeignText.class);
        }
    }
}
